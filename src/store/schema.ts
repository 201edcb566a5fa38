import type { Generated } from 'kysely'
import type { EpochMs } from '../model/time.ts'
import type {
  AccountTable,
  ReaderChoiceTable,
  ReaderItemTable,
  ReaderListTable,
  WatchEventTable,
  WatchMessageTable,
  WatchTable,
} from './schema-people.ts'
import type { FeedTable, HubSubscriptionTable, HubTopicTable, WebsubTable } from './schema-sources.ts'
import type { Flag, JsonText } from './schema-values.ts'

/** Every table, one type a noun. Column names are the field's names in snake case; `*_ms` is epoch milliseconds. */
export interface Database {
  setting: { key: string; value: string }
  feed: FeedTable
  /** The last polls of each feed, a bounded number. */
  feed_poll: { feed_id: number; polled_ms: EpochMs; outcome: string; entries: number; new_items: number }
  websub: WebsubTable
  hub_topic: HubTopicTable
  hub_subscription: HubSubscriptionTable
  article: ArticleTable
  /** How often its publisher says that an article was read in an hour. */
  article_read: { article_id: number; hour_ms: EpochMs; count: number }
  /** Everything read from the page, compressed; apart from `article` so that lists stay small. */
  article_body: { article_id: number; data: Uint8Array }
  /** What an original gives to its story's page, compressed. */
  article_facts: { article_id: number; data: Uint8Array }
  /** Former texts of an article whose page changed, oldest first; MAX_VERSIONS of them. */
  article_version: { article_id: number; version: number; seen_ms: EpochMs; data: Uint8Array }
  /** Keys that an article would have by other addresses under which it was asked for (its page for telephones). */
  article_alias: { key: string; article_id: number }
  /** Short blocks of a host's pages, and how many of them had each. */
  host_block: { host: string; hash: number; pages: number; last_seen_ms: EpochMs }
  /** What sources taught of sections, until it is folded into its vocabulary. */
  section_lesson: { id: Generated<number>; vocabulary: string; section: string; hashes: Uint8Array }
  /** Words that tell sections, by language, with all lessons up to `folded_id`; `@` holds sources' own names. */
  section_vocabulary: { vocabulary: string; folded_id: number; data: Uint8Array }
  /** Lists that browsers rank, from which something was chosen: sums a day by reason and place. Names no reader and no story. */
  list_click: { day: number; list: string; reason: string; place: number; shown: number; clicked: number }
  /** Stories that at least ten visits of readers who agreed hold both. */
  read_together: { first_key: string; second_key: string; visits: number; day: number }
  tag: TagTable
  tag_alias: { slug: string; tag_id: number }
  article_tag: TagReading & { published_ms: EpochMs }
  /** What an owner decided about tags. */
  tag_rule: TagRuleTable
  /** All tags of an article as the tagger gave them, where the owner's rules or its story show others in `article_tag`. */
  given_tag: TagReading
  /** What an owner decided about articles by condition. */
  rule: RuleTable
  /** Articles that a rule hit, with when each was first seen. */
  rule_hit: { article_id: number; rule_id: number; seen_ms: EpochMs }
  /** Tags that rules put on an article (1) or take away (0), as the rules name them. */
  rule_tag: { article_id: number; tag_id: number; is_put: Flag }
  ruling: RulingTable
  /** Tags whose articles are still to be moved by a rule, those up to `after_id` done. */
  tag_work: { tag_id: number; after_id: number }
  story: StoryTable
  /** What a story's articles agree on about a name that some of them read otherwise. */
  story_name: StoryNameTable
  /** What the clusterer knew of an article when it joined its story: replayed at a start. */
  story_member: { article_id: number; story_id: number; features: Uint8Array }
  /** What an owner decided about stories. */
  story_choice: StoryChoiceTable
  /** Articles that a choice holds: of one side together, of two sides of a split apart. */
  story_pin: { choice_id: number; article_id: number; side: number }
  /** Sampled shingles of texts and who holds them, packed (`posting-block.ts`): the index of copies. */
  fingerprint_block: { first_hash: number; data: Uint8Array }
  pulse_hour: PulseHourTable
  pulse_state: { id: number; tick_ms: EpochMs; data: Uint8Array }
  burst: BurstTable
  story_past: StoryPastTable
  article_past: ArticlePastTable
  /** What the pulse showed from a moment on: `burstsAsOf` reads it. */
  pulse_shown: { shown_ms: EpochMs; data: Uint8Array }
  /** Readers' reactions: all that count, and of them those that weigh in the ranking (a few of an address block). */
  reaction: { article_id: number; label: string; count: number; weighed: number; favourable: Flag }
  /** A device's vote of one day, by a keyed hash that rotates: proves a repeat, names nobody. `label` is null for a view. */
  vote_seen: { token: string; day: number; label: string | null; weighed: Flag }
  /** Votes of one day from an address or a block of them, by the same hash. */
  vote_block: { token: string; day: number; count: number }
  /** The key of today's hashes, one row: written over each day, and in no backup. */
  vote_key: { id: number; day: number; key: string }
  job: JobTable
  /** What a job was given beside its payload, or has found out. */
  job_data: { job_id: number; data: JsonText; made_ms: EpochMs }
  /** What readers watch. */
  note: NoteTable
  watch: WatchTable
  /** When a key last rose for a watch: a burst that goes on is told once. */
  watch_burst: { watch_id: number; key: string; last_tick_ms: EpochMs }
  /** What a watch tells, a bounded number; `open` until a message carries it. */
  watch_event: WatchEventTable
  watch_message: WatchMessageTable
  /** Editions that have tables of their own, `edition_NUMBER_TABLE`; articles below `fill_below` are still to be looked at for them. */
  edition: { number: number; key: string; made_as: string; fill_below: number }
  /** Stories whose counts in editions are to be made anew. */
  edition_due: { story_id: number }
  account: AccountTable
  /** API tokens, hashed; shown once when they are made. `scopes` are words of SCOPES, parted by blanks. */
  token: {
    hash: string
    account_id: number
    name: string
    created_ms: EpochMs
    scopes: Generated<string>
    used_day: number | null
  }
  /** Browsers that are signed in, by the hash of their secret; in no backup. */
  session: {
    hash: string
    account_id: number
    agent: string
    made_ms: EpochMs
    seen_ms: EpochMs
    expires_ms: EpochMs
  }
  /** Links that work once: with a role they invite, with an account they let it in; in no backup. */
  account_link: {
    hash: string
    account_id: number | null
    role: AccountTable['role'] | null
    made_ms: EpochMs
    expires_ms: EpochMs
  }
  /** Who an account is at a sign-in service. */
  account_identity: { issuer: string; subject: string; account_id: number }
  /** What a reader has chosen, kept for other browsers of the account. */
  account_choice: { account_id: number; data: JsonText; changed_ms: EpochMs }
  /** Numbers under which reader apps know articles and stories: rising in order of arrival. */
  reader_item: ReaderItemTable
  /** Lists that readers keep as feeds in their apps. */
  reader_list: ReaderListTable
  /** Items that stand in a list of a reader's own, not where they stand for others. */
  reader_listed: { user_name: string; item_id: number; list_id: number }
  /** How readers want stories shown in their apps, and up to which item everything is read. */
  reader_choice: ReaderChoiceTable
  /** What a reader has read and starred; an item without a row is unread. */
  reader_mark: { user_name: string; item_id: number; read: Flag; starred: Flag; changed_ms: EpochMs }
  /** What a reader did elsewhere with articles that are not here yet. */
  pending_mark: { user_name: string; article_key: string; read: Flag; starred: Flag; made_ms: EpochMs }
}

export type ArticleTable = {
  id: Generated<number>
  key: string
  feed_id: number | null
  url: string | null
  host: string | null
  /** Whom its votes count for: the registrable host of the page or feed. */
  owner: string
  source_title: string | null
  title: string
  byline: JsonText
  section: string
  /** A SectionReason; null where none was kept. */
  section_reason: JsonText | null
  language: string
  /** The time that lists order by: the claim where it can be believed, else when it was first seen. */
  published_ms: EpochMs
  claimed_published: string | null
  doubtful: Flag
  first_seen_ms: EpochMs
  word_count: number
  summary: string
  image: string | null
  story_id: number | null
  copy_of: number | null
  copy_kind: string | null
  containment: number
  family: number | null
  redated_days: number | null
  injected_count: number
  /** The agency that the text credits first. */
  credit: string | null
  views: number
  content_hash: string
  version: number
  hidden: Flag
  demo: Flag
  /** Labels by the owner's rules, as a JSON list; null for none. */
  marks: Generated<JsonText | null>
}

export type TagTable = {
  id: Generated<number>
  slug: string
  name: string
  kind: string
  article_count: number
  last_seen_ms: EpochMs
  /** The tag that stands for this one by a rule of the owner. */
  merged_into: number | null
  /** By a rule of the owner it is never shown. */
  blocked: Generated<Flag>
}

export type TagRuleTable = {
  id: Generated<number>
  kind: 'merge' | 'rename' | 'block' | 'apart'
  /** The tag that the rule is about. */
  slug: string
  /** merge: the tag that stands for it; apart: the name's own tag; empty for the others. */
  target: string
  /** rename: the name shown; apart: the name taken out. */
  name: string | null
  /** rename: the name before. */
  former: string | null
  made_ms: EpochMs
}

export type RuleTable = {
  id: Generated<number>
  name: string
  is_on: Flag
  any_of: Flag
  query: string
  actions: JsonText
  is_last: Flag
  place: number
  changed_ms: EpochMs
}

/** What rules and the owner's hand made of an article; a hidden article without one was hidden by hand. */
export type RulingTable = {
  article_id: number
  hides: Flag
  /** The section that it stood in before a rule moved it; null where none does. */
  given_section: string | null
  /** The owner's hand, which stands above the rules: hidden (1) or shown (0); null where it said nothing. */
  by_hand: Flag | null
}

export type TagReading = {
  article_id: number
  tag_id: number
  salience: number
  mentions: number
  /** What the article takes it for; null in rows from before kinds were kept, and where a rule put it together: the tag's own kind. */
  kind: string | null
  /** How sure the tagger was, 0 to 1; null where it was not asked. */
  confidence: number | null
  /** Of a country that the article does not name: the words that imply it. */
  implied_by: string | null
}

export type StoryNameTable = {
  story_id: number
  tag_id: number
  /** The tag that stands for it within this story; null for itself. */
  stands_id: number | null
  /** What it is within this story; null where the articles' own readings stand. */
  kind: string | null
  /** How sure they are together, 0 to 1. */
  confidence: number
  /** Owners of independent texts that read it so. */
  voices: number
}

export type StoryTable = {
  id: Generated<number>
  key: string
  title: string
  lead_article_id: number | null
  section: string
  language: string
  first_seen_ms: EpochMs
  last_seen_ms: EpochMs
  article_count: number
  independent_count: number
  owner_count: number
  copy_count: number
  /** Place in the ranking of the day, the hour and the week: higher stands first. */
  rank_key: number
  rank_hour: Generated<number>
  rank_week: Generated<number>
  /** Score of the pulse at its last tick; 0 when quiet. */
  burst: number
  reaction_positive: number
  reaction_total: number
  /** Of the reactions, those that weigh in the ranking. */
  weighed_positive: Generated<number>
  weighed_total: Generated<number>
  views: Generated<number>
  merged_into: number | null
  demo: Flag
  /** The headline that the owner gave it. */
  own_title: Generated<string | null>
}

/** A story as it stood until a moment (left out): kept by triggers of migration 0015. */
export type StoryPastTable = Pick<
  StoryTable,
  | 'title'
  | 'lead_article_id'
  | 'section'
  | 'language'
  | 'first_seen_ms'
  | 'last_seen_ms'
  | 'article_count'
  | 'independent_count'
  | 'owner_count'
  | 'copy_count'
  | 'rank_key'
  | 'rank_hour'
  | 'rank_week'
  | 'burst'
  | 'merged_into'
> & { story_id: number; until_ms: EpochMs }

/** What an article was until a moment (left out): kept by triggers of migration 0015. */
export type ArticlePastTable = Pick<ArticleTable, 'story_id' | 'title' | 'copy_of' | 'copy_kind' | 'family'> & {
  article_id: number
  until_ms: EpochMs
}

export type StoryChoiceTable = {
  id: Generated<number>
  kind: 'split' | 'merge' | 'title'
  /** split: the story that was parted; merge: the one that was folded; title: the one that was named. */
  story_id: number
  /** split: the new story; merge: the one that took the articles; null for a title. */
  other_id: number | null
  title: string | null
  /** merge: ids of stories that redirected to the folded one, as a JSON list. */
  redirects: JsonText | null
  made_ms: EpochMs
}

export type PulseHourTable = { key: string; hour_ms: EpochMs; seen: number; expected: number; score: number }

export type BurstTable = {
  id: Generated<number>
  key: string
  tick_ms: EpochMs
  score: number
  seen: number
  expected: number
  window_hours: number
  false_rate: number | null
  /** Keys that rise with it, as a JSON list; null for a burst that rises with another. */
  rises_with: JsonText | null
}

export type JobTable = {
  id: Generated<number>
  kind: string
  payload: JsonText
  state: 'queued' | 'running' | 'done' | 'failed'
  tries: number
  run_after_ms: EpochMs
  reason: string | null
  created_ms: EpochMs
}

export type NoteTable = {
  id: Generated<number>
  title: string
  markdown: string
  /** As packJson packs them. */
  blocks: Uint8Array
  section: string | null
  /** JSON. */
  tags: string
  author: string
  state: 'draft' | 'published' | 'withdrawn'
  article_key: string | null
  made_ms: EpochMs
  changed_ms: EpochMs
  published_ms: EpochMs | null
}
