import type { FetchClient } from '../../fetch/client.ts'
import { type EpochMs, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../model/time.ts'
import {
  forgetSubscriptions,
  type HubTopic,
  hubTopics,
  noteDigest,
  releaseSubscriptions,
  takeDueSubscriptions,
} from '../../store/hub.ts'
import type { Store } from '../../store/store.ts'
import { askBack } from './ask-back.ts'
import { distribute } from './distribute.ts'
import { jsonAddress, listDigest, type ReadList } from './told-list.ts'

/** A feed that changes all the time is told no more often than this. */
const NEWS_PAUSE_MS = 5 * SECOND_MS
/** Callbacks that are called at the same time: one that hangs holds up nobody else. */
const MAX_CALLS = 32
/** How long one call may take; longer than the bounds of a fetch and its wait for the host. */
const LEASE_MS = 2 * MINUTE_MS
/** How often leases that are over are looked for. */
const FORGET_MS = HOUR_MS

/** What a hub works with. */
export type HubParts = {
  store: Store
  fetch: FetchClient
  read: ReadList
  /** The site's address of its hub, by its own address. */
  hubUrl: (base: string) => string
  /** Rises when something that pages show may have changed. */
  changed: () => number
  now: () => EpochMs
  random: () => number
  stopping: AbortSignal
  log: (event: string, fields: Record<string, unknown>) => void
}

/** Tells others of changed feeds. */
export interface Hub {
  /** Looks for news and calls whoever is due; calls go on beside. Called again and again. */
  tend: () => Promise<void>
  /** Looks now: something has just changed. */
  hurry: () => void
  /** Resolves when no call is running. */
  settle: () => Promise<void>
}

/** The hub of this site's own feeds: confirms who wants to listen, and sends each change to them. What a stop cuts short is done after the next start. */
export function createOwnHub(parts: HubParts): Hub {
  const calls = new Map<number, Promise<void>>()
  const lookForNews = createNewsLook(parts)
  let [isFirst, forgotMs] = [true, Number.NEGATIVE_INFINITY]
  let running: Promise<void> | null = null
  let isWanted = false

  const begin = async () => {
    const { store, stopping } = parts
    const nowMs = parts.now()
    if (isFirst) await releaseSubscriptions(store, nowMs, nowMs + LEASE_MS)
    isFirst = false
    if (Math.abs(nowMs - forgotMs) >= FORGET_MS) {
      await forgetSubscriptions(store, nowMs)
      forgotMs = nowMs
    }
    await lookForNews()
    const limit = MAX_CALLS - calls.size
    if (limit <= 0 || stopping.aborted) return
    for (const one of await takeDueSubscriptions(store, parts.now(), { leaseMs: LEASE_MS, limit })) {
      const call = (one.wish === null ? distribute(parts, one) : askBack(parts, one))
        .catch((error: unknown) => parts.log('hub-call-failed', { subscription: one.id, error: String(error) }))
        .finally(() => calls.delete(one.id))
      calls.set(one.id, call)
    }
  }
  const tend = async () => {
    if (running) {
      isWanted = true
      return running
    }
    try {
      do {
        isWanted = false
        running = begin()
        await running
      } while (isWanted && !parts.stopping.aborted)
    } finally {
      running = null
    }
  }
  return {
    tend,
    hurry: () => void tend().catch((error: unknown) => parts.log('hub-failed', { error: String(error) })),
    settle: async () => {
      while (calls.size > 0) await Promise.all(calls.values())
    },
  }
}

/** Looks at every feed that somebody listens to once after each change of the site, and lets what holds something new be told. */
function createNewsLook({ store, read, changed, now }: HubParts): () => Promise<void> {
  const looked = new Map<number, number>()
  let doneVersion = -1
  return async () => {
    const version = changed()
    if (version === doneVersion) return
    const topics = await hubTopics(store)
    const digests = new Map<string, Promise<string | null>>()
    const digestOf = (topic: HubTopic) => {
      const list = jsonAddress(topic.topic)
      const digest = digests.get(list) ?? listDigest(read, topic)
      digests.set(list, digest)
      return digest
    }
    let isDone = true
    for (const topic of topics) {
      if (looked.get(topic.id) === version) continue
      if (Math.abs(now() - topic.changedMs) < NEWS_PAUSE_MS) {
        isDone = false
        continue
      }
      const digest = await digestOf(topic)
      looked.set(topic.id, version)
      if (digest === null || digest === topic.digest) continue
      await noteDigest(store, topic, { digest, isNews: topic.digest !== null }, now())
    }
    const kept = new Set(topics.map((topic) => topic.id))
    for (const id of looked.keys()) if (!kept.has(id)) looked.delete(id)
    if (isDone) doneVersion = version
  }
}
