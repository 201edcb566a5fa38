import assert from 'node:assert/strict'
import type { Arrival } from '../src/ingest/line.ts'
import type { DateClaim } from '../src/model/article.ts'
import type { NewRule, RuleActions } from '../src/model/rule.ts'
import { writeAlone } from '../src/store/insert-article.ts'
import { addRule, changeRule, dropRule } from '../src/store/rules.ts'
import type { Store } from '../src/store/store.ts'
import { createArrivals, pageOf } from './articles.ts'

export const NOW_MS = Date.UTC(2026, 4, 20, 12, 30)
const arrive = await createArrivals()

export const HOSTS = ['courier.example', 'wire.example', 'lamps.example'] as const
export const TITLES = ['Ferry sails at dawn', 'Lamps that sell', 'Lake falls below its mark'] as const
/** Long enough that two of one text are copies. */
const TEXTS = [
  'The ferry left the harbour of Tarn at dawn with forty crates of lamps aboard. Its captain said that the crossing to Port Selva would take nine hours. Two tugs went with it as far as the outer mole, where the swell was high and the wind came from the north.',
  'Ten lamps of this season sell better than all of the last. A maker in Karelin ships them in boxes of twelve, and shops along the quay have asked for more. Prices begin at nine crowns and end at forty, which is less than a year ago.',
  'The lake of Mirrin has fallen below the mark of 1911, the keeper of its gauge said on Monday. Three towns ration water from Friday on. Farmers along the shore were told to leave their pumps off at night, and boats may no longer land at the old pier.',
] as const

/** An article of a test: its host, headline and text by their places in the lists, when it was first seen (minutes ago), and the date that it claims (days ago). */
export type Told = { host: number; title: number; text: number; at: number; ago: number; claimed?: number }

export function arrivalOf({ host, title, text, at, ago, claimed }: Told, feedId: number | null = null): Arrival {
  const url = `https://${HOSTS[host]}/${at}`
  const given = { url, title: TITLES[title]!, text: TEXTS[text]!, siteName: HOSTS[host]! } // places in their lists
  const page = pageOf(claimed === undefined ? given : { ...given, ...claimOf(claimed) })
  return { ...arrive(page, NOW_MS - ago * 60_000), feedId }
}

function claimOf(daysAgo: number) {
  const atMs = NOW_MS - daysAgo * 86_400_000
  const iso = new Date(atMs).toISOString()
  const claim: DateClaim = { role: 'published', found: iso, from: 'json-ld', iso, atMs, precision: 'second' }
  return { dates: [claim], published: iso, publishedFrom: 'json-ld' }
}

/** What a rule does that does nothing. */
export const NOTHING: RuleActions = { hide: false, section: null, mark: null, addTags: [], takeTags: [] }
export const PR = { slug: 'advertorial', name: 'Advertorial' }
export const TARN = { slug: 'tarn', name: 'Tarn' }
/** A rule that hides. */
export const hiding = (query: string, given: Partial<NewRule> = {}): NewRule => ({
  name: `hides ${query}`,
  isOn: true,
  match: 'all',
  query,
  actions: { ...NOTHING, hide: true },
  isLast: false,
  ...given,
})

export const make = (store: Store, rule: NewRule) => writeAlone(store, (write) => addRule(write, rule, NOW_MS))
export const change = (store: Store, id: number, rule: NewRule) =>
  writeAlone(store, (write) => changeRule(write, id, rule, NOW_MS))
export const drop = (store: Store, id: number) => writeAlone(store, (write) => dropRule(write, id, NOW_MS))

export type Seen = Awaited<ReturnType<typeof shownIn>>

/** What a store shows of its articles and keeps beside them, by names that do not hang on the order in which rows came. */
export async function shownIn(store: Store) {
  const rows = await store.read.selectFrom('article').selectAll().orderBy('key').execute()
  const marksOf = async (table: 'article_tag' | 'given_tag') =>
    Map.groupBy(
      await store.read
        .selectFrom(table)
        .innerJoin('tag', 'tag.id', 'tag_id')
        .select(['article_id', 'slug', 'salience', 'mentions', `${table}.kind`, 'confidence', 'implied_by'])
        .orderBy('slug')
        .execute(),
      (mark) => mark.article_id,
    )
  const [tags, given] = [await marksOf('article_tag'), await marksOf('given_tag')]
  const plain = <Mark extends { article_id: number }>(marks: readonly Mark[] = []) =>
    marks.map(({ article_id: _, ...mark }) => mark)
  return rows.map((row) => ({
    key: row.key,
    host: row.host,
    title: row.title,
    isCopy: row.copy_of !== null,
    section: row.section,
    hidden: row.hidden === 1,
    marks: row.marks === null ? [] : (JSON.parse(row.marks) as string[]),
    tags: plain(tags.get(row.id)),
    given: plain(given.get(row.id)),
  }))
}

/** Stories that are shown. Which of two headlines of about equal worth leads, and with it the section, hangs on what came when: stories keep the one they have. */
export async function storiesIn(store: Store) {
  return store.read
    .selectFrom('story')
    .select(['key', 'article_count', 'independent_count', 'owner_count', 'copy_count'])
    .select(['rank_key', 'rank_hour', 'rank_week', 'first_seen_ms', 'last_seen_ms', 'views'])
    .where('article_count', '>', 0)
    .orderBy('key')
    .execute()
}

export async function tagsIn(store: Store) {
  const tags = await store.read.selectFrom('tag').select(['slug', 'name', 'article_count']).orderBy('slug').execute()
  return tags.filter((tag) => tag.article_count > 0)
}

/** Counts of tags and stories are those of the articles that are there, and shown. */
export async function assertCounts(store: Store): Promise<void> {
  const counted = await store.read
    .selectFrom('tag')
    .select((eb) => [
      'slug',
      'article_count',
      eb
        .selectFrom('article_tag')
        .select((e) => e.fn.countAll<number>().as('n'))
        .whereRef('tag_id', '=', 'tag.id')
        .as('n'),
    ])
    .execute()
  for (const tag of counted) assert.equal(tag.article_count, Number(tag.n), tag.slug)
  const stories = await store.read
    .selectFrom('story')
    .select((eb) => [
      'key',
      'article_count',
      eb
        .selectFrom('article')
        .select((e) => e.fn.countAll<number>().as('n'))
        .whereRef('story_id', '=', 'story.id')
        .where('hidden', '=', 0)
        .as('n'),
    ])
    .execute()
  for (const story of stories) assert.equal(story.article_count, Number(story.n), story.key)
}
