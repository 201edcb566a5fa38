import type { Generated } from 'kysely'
import type { EpochMs } from '../model/time.ts'
import type { Flag } from './schema-values.ts'

/** `place`, `shown`, `is_copy` and `arrived_ms` are kept in step with the article or story by triggers of migration 0022. */
export type ReaderItemTable = {
  id: Generated<number>
  kind: 'article' | 'story'
  ref_id: number
  /** The feed that it stands in: a source's id, or one of PLACES. */
  place: number | null
  shown: Generated<Flag>
  is_copy: Generated<Flag>
  /** When an article came in; a story's last news. */
  arrived_ms: Generated<EpochMs>
}

export type ReaderListTable = {
  id: Generated<number>
  user_name: string
  kind: 'section' | 'tag' | 'search' | 'story'
  /** The section, the tag's slug, the search as typed, or the story's key. */
  value: string
  title: string
  folder: string | null
  position: number
  /** Articles up to this one were looked at for it. */
  filled_id: number
}

export type ReaderChoiceTable = {
  user_name: string
  texts: 'all' | 'originals' | 'none'
  stories: Flag
  reopen_after: number
  read_through: number
  through_ms: EpochMs
  looked_ms: EpochMs
}

export type WatchTable = {
  id: Generated<number>
  token: string
  account: string | null
  kind: 'tag' | 'story' | 'search' | 'source'
  target: string
  name: string
  every_article: Flag
  channel: 'feed' | 'webhook' | 'mail' | 'ntfy'
  address: string
  secret: string | null
  /** Minutes of the day; null where nothing is quiet. */
  quiet_from: number | null
  quiet_to: number | null
  quiet_zone: string | null
  state: 'asked' | 'active' | 'failed'
  reason: string | null
  failures: number
  after_article_id: number
  begun: Flag
  read_ms: EpochMs
  made_ms: EpochMs
}

export type WatchEventTable = {
  id: Generated<number>
  watch_id: number
  key: string
  kind: 'burst' | 'article'
  title: string
  text: string
  path: string
  at_ms: EpochMs
  open: Flag
  message_id: number | null
}

export type WatchMessageTable = {
  id: Generated<number>
  watch_id: number
  key: string
  kind: 'news' | 'confirm' | 'test'
  state: 'queued' | 'sent' | 'failed'
  tries: number
  /** When it is sent, or taken for lost while it is being sent. */
  due_ms: EpochMs
  reason: string | null
  made_ms: EpochMs
  sent_ms: EpochMs | null
}

export type AccountTable = {
  id: Generated<number>
  name: string
  role: 'owner' | 'editor' | 'reader'
  /** argon2id with its parameters; null where only tokens are used. */
  password_hash: string | null
  created_ms: EpochMs
}
