import { type RawBuilder, sql } from 'kysely'
import { NOTES_OWNER } from '../model/note.ts'
import { type EpochMs, HOUR_MS } from '../model/time.ts'
import type { NamedBurst } from './page-bursts.ts'
import type { Store } from './store.ts'

/** An independent text of a burst's window: who wrote it, when it was first seen here, what it is about. */
export type BurstArticle = {
  key: string
  title: string
  source: string
  owner: string
  firstSeenMs: EpochMs
  section: string
  language: string
}

/** What a burst's articles are looked up by. */
export type BurstWindow = Pick<NamedBurst, 'key' | 'kind' | 'slug' | 'tickMs' | 'windowHours'>

/** Articles published longer than this before they were first seen are archive: the pulse does not count them, so they cause nothing. */
const MAX_LATE_MS = 6 * HOUR_MS

/**
 * The independent texts that made some bursts, by burst key, earliest first: those first seen within the burst's window, and not after
 * `untilMs`. With `isPast`, stories and copies are taken as they were then. Of more than `limit` the latest are given. One query, each part an index range: article_story, article_tag_newest, article_section.
 */
export async function burstArticles(
  store: Store,
  bursts: readonly BurstWindow[],
  moment: { untilMs: EpochMs; isPast: boolean },
  limit: number,
): Promise<Map<string, BurstArticle[]>> {
  const found = new Map<string, BurstArticle[]>(bursts.map((burst) => [burst.key, []]))
  if (bursts.length === 0) return found
  const parts = bursts.map((burst) => partOf(burst, moment, limit))
  const { rows } = await sql<
    BurstArticle & { burstKey: string; id: number }
  >`${sql.join(parts, sql` union all `)}`.execute(store.read)
  for (const { burstKey, id: _, ...article } of rows.sort((a, b) => a.firstSeenMs - b.firstSeenMs || a.id - b.id))
    found.get(burstKey)?.push(article)
  return found
}

/** Raw, as a page asks for up to a hundred of them at once. */
function partOf(
  burst: BurstWindow,
  { untilMs, isPast }: { untilMs: EpochMs; isPast: boolean },
  limit: number,
): RawBuilder<unknown> {
  const endMs = burst.tickMs + HOUR_MS
  const fromMs = endMs - burst.windowHours * HOUR_MS
  const { about, publishedMs } = SOURCES[burst.kind](burst.slug, isPast ? untilMs : null)
  const copyOf = isPast ? pastOf(sql`copy_of`, untilMs) : sql`a.copy_of`
  return sql`select * from (
    select cast(${burst.key} as text) as "burstKey", a.id, a.key, a.title, coalesce(a.source_title, a.owner) as source, a.owner,
      a.first_seen_ms as "firstSeenMs", a.section, a.language
    from ${about} and a.hidden = 0 and a.owner <> ${NOTES_OWNER} and ${copyOf} is null
      and ${publishedMs} > ${fromMs - MAX_LATE_MS} and ${publishedMs} < ${endMs}
      and a.first_seen_ms >= ${fromMs} and a.first_seen_ms < ${Math.min(endMs, untilMs + 1)}
      and (a.doubtful = 1 or a.published_ms > a.first_seen_ms - ${sql.lit(MAX_LATE_MS)})
    order by ${publishedMs} desc, a.id desc limit ${limit}) as part`
}

type Source = { about: RawBuilder<unknown>; publishedMs: RawBuilder<unknown> }

/** Where each kind's articles stand, and the time that its index is ordered by. */
const SOURCES: Readonly<Record<NamedBurst['kind'], (slug: string, pastMs: EpochMs | null) => Source>> = {
  story: (slug, pastMs) => ({
    about: pastMs === null ? sql`article a where a.story_id = ${idOf(slug)}` : heldBy(slug, pastMs),
    publishedMs: sql`a.published_ms`,
  }),
  tag: (slug) => ({
    about: sql`article_tag t join article a on a.id = t.article_id where t.tag_id = (select id from tag where slug = ${slug})`,
    publishedMs: sql`t.published_ms`,
  }),
  section: (slug) => ({ about: sql`article a where a.section = ${slug}`, publishedMs: sql`a.published_ms` }),
}

const idOf = (storyKey: string) => sql`(select id from story where key = ${storyKey})`

/** A column of an article as it was at a moment. Its past has a row where anything of it has changed since. */
function pastOf(column: RawBuilder<unknown>, atMs: EpochMs): RawBuilder<unknown> {
  const first = sql`from article_past past where past.article_id = a.id and past.until_ms > ${atMs} order by past.until_ms limit 1`
  return sql`case when exists (select 1 ${first}) then (select past.${column} ${first}) else a.${column} end`
}

/** Articles that a story held at a moment: some may have been moved away since. */
function heldBy(storyKey: string, atMs: EpochMs): RawBuilder<unknown> {
  return sql`article a where a.id in (
      select id from article where story_id = ${idOf(storyKey)}
      union select article_id from article_past where story_id = ${idOf(storyKey)} and until_ms > ${atMs})
    and ${pastOf(sql`story_id`, atMs)} = ${idOf(storyKey)}`
}
