import type { EpochMs } from '../model/time.ts'
import { forgetBlocks, rememberBlocks, repeatedBlocks } from '../store/host-blocks.ts'
import type { Write } from '../store/insert-article.ts'
import type { Store } from '../store/store.ts'
import { hostOf } from './identity.ts'

/** Batches between two looks at what may be forgotten of the hosts in a batch: a host grows by at most some thousand rows meanwhile. */
const FORGET_EVERY = 32

/** A page that is new in the store: where it stands, and hashes of the blocks by which its host is remembered. */
export type NewPage = { url: string | null; blockHashes: Uint32Array }

/** What the writer notes of hosts; it counts batches, so that forgetting costs little. */
export type HostMemory = (write: Write, pages: readonly NewPage[], nowMs: EpochMs) => Promise<void>

/** Makes the writer's memory of hosts: one statement a batch, and none for a batch without pages. */
export function createHostMemory(): HostMemory {
  let batches = 0
  return async (write, pages, nowMs) => {
    const ofHosts = pages.flatMap(({ url, blockHashes }) => {
      const host = hostOf(url)
      return host === null || blockHashes.length === 0 ? [] : [{ host, hashes: blockHashes }]
    })
    if (ofHosts.length === 0) return
    await rememberBlocks(write, ofHosts, nowMs)
    if (batches++ % FORGET_EVERY !== 0) return
    await forgetBlocks(write, [...new Set(ofHosts.map(({ host }) => host))], nowMs)
  }
}

/** Hashes of what the other pages of an address's host had; empty for a host that is not known. */
export async function repeatedOn(store: Store | undefined, url: string | null): Promise<Uint32Array> {
  const host = hostOf(url)
  return store === undefined || host === null ? new Uint32Array(0) : repeatedBlocks(store, host)
}
