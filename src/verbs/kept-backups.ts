import { createReadStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { EpochMs } from '../model/time.ts'
import type { Store } from '../store/store.ts'
import type { Backups, KeptBackup } from '../web/housekeeping.ts'
import { writeBackup } from './write-backup.ts'

/** Backups kept beside the store, the newest: they are there to be taken elsewhere, not to be a history. */
const KEPT = 3
const NAME = /^trendpulse-\d{8}-\d{6}\.zst$/

/** Backups that the owner's page makes and offers, in a folder of this machine. */
export type BackupFolder = Backups & {
  /** Makes one, then drops the oldest beyond those kept. */
  make: (store: Store, nowMs: EpochMs) => Promise<KeptBackup & { rows: number }>
}

export function createBackupFolder(folder: string): BackupFolder {
  const list = async (): Promise<KeptBackup[]> => {
    const names = await readdir(folder).catch(() => []) // none was made yet
    const found = await Promise.all(names.filter((name) => NAME.test(name)).map((name) => keptBackup(folder, name)))
    return found.filter((one) => one !== null).sort((a, b) => (a.name < b.name ? 1 : -1))
  }
  return {
    list,
    open: async (name) => {
      const kept = NAME.test(name) ? await keptBackup(folder, name) : null
      if (!kept) return null
      const stream = Readable.toWeb(createReadStream(join(folder, name))) as ReadableStream<Uint8Array> // the same class by another name
      return { bytes: kept.bytes, stream }
    },
    make: async (store, nowMs) => {
      await mkdir(folder, { recursive: true, mode: 0o700 }) // it holds the site's secret
      const name = `trendpulse-${new Date(nowMs).toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}.zst`
      const rows = await writeBackup(store, join(folder, name), nowMs)
      for (const old of (await list()).slice(KEPT)) await rm(join(folder, old.name), { force: true })
      const { size } = await stat(join(folder, name))
      return { name, bytes: size, madeMs: nowMs, rows }
    },
  }
}

/** Null for one that has gone meanwhile. */
async function keptBackup(folder: string, name: string): Promise<KeptBackup | null> {
  const facts = await stat(join(folder, name)).catch(() => null)
  return facts ? { name, bytes: facts.size, madeMs: Math.round(facts.mtimeMs) } : null
}
