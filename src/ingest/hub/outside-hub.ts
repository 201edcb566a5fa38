import type { FetchClient } from '../../fetch/client.ts'
import { backoffMs } from '../../fetch/politeness.ts'
import { type EpochMs, MINUTE_MS } from '../../model/time.ts'
import type { Hub } from './own-hub.ts'
import { type ListAddress, listDigest, type ReadList } from './told-list.ts'

/** Feeds that are told of: those that were asked for last. A hub can only know what it has read itself. */
const MAX_LISTS = 300
/** Pause between two notices about one feed. */
const NOTICE_PAUSE_MS = MINUTE_MS
/** Bytes of a hub's answer that are read: it says nothing that matters. */
const MAX_ANSWER_BYTES = 64 * 1024

type Told = ListAddress & { digest: string | null; isDue: boolean; failures: number; notBeforeMs: EpochMs }

export type OutsideHubParts = {
  /** The hub's address. */
  hub: string
  fetch: FetchClient
  read: ReadList
  changed: () => number
  now: () => EpochMs
  stopping: AbortSignal
  log: (event: string, fields: Record<string, unknown>) => void
}

/**
 * Tells somebody else's hub which feeds have changed; it reads them then, and tells who listens. `note` is told of each feed that is read.
 * **Source:** PubSubHubbub Core 0.4, section 7 (W3C WebSub leaves this to hub and publisher): `hub.mode=publish` and `hub.url`.
 */
export function createOutsideHub(parts: OutsideHubParts): Hub & { note: (list: ListAddress) => void } {
  const lists = new Map<string, Told>()
  let doneVersion = -1
  let running: Promise<void> | null = null
  const look = async () => {
    const version = parts.changed()
    if (version === doneVersion) return
    for (const list of [...lists.values()]) {
      const digest = await listDigest(parts.read, list)
      if (digest === null) lists.delete(list.topic)
      else if (digest !== list.digest) {
        list.isDue ||= list.digest !== null
        list.digest = digest
      }
    }
    doneVersion = version
  }
  const tend = async () => {
    await look()
    for (const list of lists.values()) {
      if (parts.stopping.aborted) return
      if (list.isDue && list.notBeforeMs <= parts.now()) await tell(parts, list)
    }
  }
  const once = () => {
    running ??= tend().finally(() => {
      running = null
    })
    return running
  }
  return {
    tend: once,
    hurry: () => void once().catch((error: unknown) => parts.log('hub-failed', { error: String(error) })),
    settle: async () => running?.catch(() => {}),
    note: ({ topic, base }) => {
      const known = lists.get(topic)
      lists.delete(topic) // set anew: the one that was asked for longest ago goes first
      lists.set(topic, known ?? { topic, base, digest: null, isDue: false, failures: 0, notBeforeMs: 0 })
      if (!known) doneVersion = -1 // its present state is looked at with the next look
      const [oldest] = lists.size > MAX_LISTS ? lists.keys() : []
      if (oldest !== undefined) lists.delete(oldest)
    },
  }
}

async function tell({ hub, fetch, now, stopping, log }: OutsideHubParts, list: Told): Promise<void> {
  list.isDue = false
  const form = new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': list.topic, 'hub.topic': list.topic })
  const answer = await fetch.post(hub, {
    body: form.toString(),
    contentType: 'application/x-www-form-urlencoded',
    maxBytes: MAX_ANSWER_BYTES,
    followsSameMethod: true,
    signal: stopping,
  })
  list.failures = answer.ok ? 0 : list.failures + 1
  list.notBeforeMs = now() + (answer.ok ? NOTICE_PAUSE_MS : backoffMs(list.failures))
  if (answer.ok) return
  list.isDue = true
  log('hub-untold', { topic: list.topic, failures: list.failures, reason: answer.detail })
}
