import type { EpochMs } from './time.ts'

/** What can be watched. */
export const WATCH_KINDS = ['tag', 'story', 'search', 'source'] as const
export type WatchKind = (typeof WATCH_KINDS)[number]

/** How its reader hears of it: `feed` is asked for, the others are sent. */
export const WATCH_CHANNELS = ['feed', 'webhook', 'mail', 'ntfy'] as const
export type WatchChannel = (typeof WATCH_CHANNELS)[number]

/** Every day from one minute of the day up to another (past midnight where it is earlier), by the clocks of an IANA time zone. The two differ. */
export type QuietHours = { fromMinute: number; toMinute: number; zone: string }

/** `asked`: its mail address is not confirmed yet. `failed`: nothing is sent any more until its reader says so. */
export type WatchState = 'asked' | 'active' | 'failed'

/** What somebody watches, and where it is told. */
export type Watch = {
  id: number
  /** Part of its private address; whoever has it may read and stop the watch. */
  token: string
  /** The account that made it, `owner` for the owner; null for a reader without one, who has the feed alone. */
  account: string | null
  kind: WatchKind
  /** A tag's slug, a story's key, the words of a search, or a source's id. */
  target: string
  /** What the target was called when the watch was made. */
  name: string
  /** Also each new independent article, not bursts alone. */
  everyArticle: boolean
  channel: WatchChannel
  /** Address of a webhook, mail address, or topic of ntfy; empty for a feed. */
  address: string
  /** webhook: what messages are signed with; mail: what its confirmation is known by; null for the others. */
  secret: string | null
  quiet: QuietHours | null
  state: WatchState
  /** Why the last delivery failed; null when it did not. */
  reason: string | null
  /** Failed tries in a row. */
  failures: number
  /** Articles up to this one were there before. */
  afterArticleId: number
  /** False until it was looked at once: what rises at that moment is not news. */
  isBegun: boolean
  /** When its feed or page was last asked for, by the week. */
  readMs: EpochMs
  madeMs: EpochMs
}

export type WatchEventKind = 'burst' | 'article'

/** One thing that a watch tells. */
export type WatchEvent = {
  /** Unique within its watch: what was told once is not told again. */
  key: string
  kind: WatchEventKind
  title: string
  /** One or two sentences. */
  text: string
  /** Its page on this site, from the slash on. */
  path: string
  atMs: EpochMs
}

/** `news` carries events; `confirm` asks whether a mail address is its reader's; `test` says that the way works. */
export type WatchMessageKind = 'news' | 'confirm' | 'test'

/** One message on its way. */
export type WatchMessage = {
  id: number
  watchId: number
  /** The same in every try: a receiver that has it already may leave it. */
  key: string
  kind: WatchMessageKind
  state: 'queued' | 'sent' | 'failed'
  tries: number
  dueMs: EpochMs
  reason: string | null
  madeMs: EpochMs
  sentMs: EpochMs | null
}
