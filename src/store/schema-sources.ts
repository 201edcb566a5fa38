import type { Generated } from 'kysely'
import type { EpochMs } from '../model/time.ts'

export type FeedTable = {
  id: Generated<number>
  url: string
  kind: 'feed' | 'listing' | 'page' | 'file' | 'demo' | 'note'
  title: string | null
  /** What its owner calls it, in place of `title`. */
  given_title: string | null
  site_url: string | null
  language: string | null
  /** Folder path, outermost first, parted by ` / `. */
  folder: string | null
  state: 'ok' | 'failing' | 'paused'
  reason: string | null
  /** The kind of its trouble, a word of a closed set; null where there is none. */
  problem: string | null
  etag: string | null
  last_modified: string | null
  content_hash: string | null
  failures: number
  interval_ms: number
  last_polled_ms: EpochMs | null
  next_poll_ms: EpochMs
  items: number
  added_ms: EpochMs
  /** Pause between polls that its owner wants, in place of the one learnt. */
  given_interval_ms: number | null
}

/** A feed's subscription at its hub; `feed_id` is null once the feed was removed and the hub is to be told. */
export type WebsubTable = {
  id: Generated<number>
  feed_id: number | null
  hub: string
  topic: string
  /** The part of our callback's address that nobody can guess. */
  token: string
  /** Shared with the hub, which signs with it what it sends. */
  secret: string
  state: 'offered' | 'asked' | 'active' | 'refused' | 'leaving'
  reason: string | null
  failures: number
  /** When we asked for what the hub has not yet asked back; null where nothing is open. */
  asked_ms: EpochMs | null
  lease_end_ms: EpochMs | null
  /** When something is to be done about it next. */
  act_ms: EpochMs
  pinged_ms: EpochMs | null
  /** When a poll found what the hub had not told. */
  missed_ms: EpochMs | null
}

/** A feed of this site that others listen to. */
export type HubTopicTable = {
  id: Generated<number>
  topic: string
  /** The site's address that the topic begins with. */
  base: string
  /** What the list held when it was last looked at; null before that. */
  digest: string | null
  version: number
  changed_ms: EpochMs
}

/** An address that is told of a feed of this site. */
export type HubSubscriptionTable = {
  id: Generated<number>
  topic_id: number
  callback: string
  /** The callback's host: no hub may be made to call one host without end. */
  host: string
  /** What is sent is signed with it. */
  secret: string | null
  /** Null until the callback has confirmed it. */
  lease_end_ms: EpochMs | null
  /** What is still to be confirmed, and since when; all null where nothing is. */
  wish: 'subscribe' | 'unsubscribe' | null
  wish_secret: string | null
  wish_lease_ms: number | null
  wish_ms: EpochMs | null
  sent_version: number
  failures: number
  reason: string | null
  /** When something is to be done about it; null where nothing is. */
  act_ms: EpochMs | null
}
