import { sql } from 'kysely'
import { SECTIONS } from '../src/model/tag.ts'
import { DAY_MS, HOUR_MS } from '../src/model/time.ts'
import { packPage } from '../src/store/articles.ts'
import { writePulseTick } from '../src/store/bursts.ts'
import { putSearchRow, writeAlone } from '../src/store/insert-article.ts'
import type { Engine, Store } from '../src/store/store.ts'
import { newestStories } from '../src/store/stories.ts'
import { pageOf } from '../tests/articles.ts'

/** When a filled store's newest article came. */
export const FILLED_NOW_MS = Date.UTC(2026, 5, 10, 12)

/** Words of filled texts, the commonest first; the first is in every article, the others by Zipf's law. */
export const VOCABULARY: readonly string[] = Array.from({ length: 60_000 }, (_, rank) => inventedWord(rank))

/** Articles whose words go in with one transaction. */
const BATCH = 2_000
const WORDS_A_TEXT = 120
/** Sources, each a feed and an owner. */
const SOURCES = 2_000
/** Stories take one article and seven in turn: every eighth article stands alone. */
const TURN = 8
/** Tag 1 is on every eighth article, 2 to 999 on a thousandth each, those from 1,000 on on this many. */
const RARE_ARTICLES = 20
/** Stories that rise, with so many hours of counts behind them. */
const RISING = 40
const COUNTED_HOURS = 14 * 24
/** Where keys of the ranking count from, and half-lives of its lists. */
const LANDMARK_MS = Date.UTC(2020, 0, 1)
const HALF_LIVES_MS = { rank_key: 8 * HOUR_MS, rank_hour: HOUR_MS, rank_week: 48 * HOUR_MS }

/**
 * Fills an empty store with invented articles over `days`, the same each time: stories, copies, sources, tags (common, middling, rare), a
 * rare language, texts, search, bursts. Rows go in by SQL, not by the line: a million take minutes.
 */
export async function fillStore(store: Store, { articles, days }: { articles: number; days: number }): Promise<void> {
  await fillArticles(store, articles, days)
  await fillStories(store)
  await fillTags(store, articles)
  const random = seeded(6)
  for (let first = 1; first <= articles; first += BATCH)
    await fillWords(store, { first, last: Math.min(articles, first + BATCH - 1) }, random)
  await sql.raw(store.engine === 'sqlite' ? 'analyze' : 'vacuum analyze').execute(store.write)
  await fillPulse(store)
}

/** Distinct words of two to five syllables. */
function inventedWord(rank: number): string {
  let word = ''
  for (let rest = rank + 400; rest > 0; rest = Math.floor(rest / 60)) {
    word += 'bdfgklmnprst'[rest % 12]! + 'aeiou'[Math.floor(rest / 12) % 5]!
  }
  return word
}

/** A select of the numbers 1 to `count` as `i`. */
function numbersTo(engine: Engine, count: number): string {
  return engine === 'sqlite'
    ? `(with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count}) select i from n)`
    : `(select i from generate_series(1::bigint, ${count}::bigint) as g(i))`
}

async function fillArticles({ engine, write }: Store, articles: number, days: number): Promise<void> {
  const firstMs = FILLED_NOW_MS - days * DAY_MS
  const stepMs = Math.floor((days * DAY_MS) / articles)
  const sections = SECTIONS.map((section, nth) => `when ${nth} then '${section}'`).join(' ')
  const story = `(2 * ((i - 1) / ${TURN}) + case when i % ${TURN} = 1 then 1 else 2 end)`
  const summary = 'A summary of some length. '.repeat(8)
  await sql
    .raw(`insert into feed (url, kind, title, state, failures, interval_ms, next_poll_ms, items, added_ms)
      select 'https://owner' || i || '.example/feed', 'feed', 'Source ' || i, 'ok', 0, ${HOUR_MS}, 0, ${Math.ceil(articles / SOURCES)}, ${firstMs}
      from ${numbersTo(engine, SOURCES)} as m`)
    .execute(write)
  // The fourth and seventh of each turn are copies of the second and third.
  await sql
    .raw(`insert into article (key, feed_id, url, host, owner, source_title, title, byline, section, language, published_ms, doubtful,
        first_seen_ms, word_count, summary, story_id, copy_of, copy_kind, containment, family, injected_count, views, content_hash, version, hidden, demo)
      select 'a' || i, 1 + i % ${SOURCES}, 'https://owner' || (i % ${SOURCES}) || '.example/' || i, 'owner' || (i % ${SOURCES}) || '.example',
        'owner' || (i % ${SOURCES}), 'Source ' || (1 + i % ${SOURCES}), 'Article ' || i || ' tells of an invented thing', '[]',
        case story % 7 ${sections} end, case when story % 100 = 17 then 'fi' when story % 5 = 0 then 'de' else 'en' end, ms, 0, ms, ${WORDS_A_TEXT}, '${summary}', story,
        origin, case when origin is null then null else 'near' end, case when origin is null then 0 else 0.9 end, coalesce(origin, i), 0, 0, 'h' || i, 1, 0, 0
      from (select i, ${story} as story, ${firstMs} + i * ${stepMs} as ms, case i % ${TURN} when 4 then i - 2 when 7 then i - 4 end as origin
        from ${numbersTo(engine, articles)} as m) as given order by i`)
    .execute(write)
}

async function fillStories({ write }: Store): Promise<void> {
  const names = Object.keys(HALF_LIVES_MS).join(', ')
  const keys = Object.values(HALF_LIVES_MS)
    .map((halfLifeMs) => `(max(published_ms) - ${LANDMARK_MS}.0) / ${halfLifeMs} + ln(count(distinct owner)) / ln(2.0)`)
    .join(', ')
  await sql
    .raw(`insert into story (id, key, title, lead_article_id, section, language, first_seen_ms, last_seen_ms, article_count,
        independent_count, owner_count, copy_count, ${names}, burst, reaction_positive, reaction_total, demo)
      select story_id, 's' || story_id, 'Story ' || story_id || ' of an invented thing', min(id), min(section), min(language), min(published_ms),
        max(published_ms), count(*), count(*) - count(copy_of), count(distinct owner), count(copy_of), ${keys}, 0, 0, 0, 0
      from article group by story_id order by story_id`)
    .execute(write)
}

async function fillTags({ engine, write }: Store, articles: number): Promise<void> {
  const rare = Math.ceil(articles / RARE_ARTICLES)
  await sql
    .raw(`insert into tag (id, slug, name, kind, article_count, last_seen_ms)
      select i, 't' || i, 'Tag ' || i, 'place', 0, 0 from ${numbersTo(engine, 1_000 + rare)} as m order by i`)
    .execute(write)
  await sql
    .raw(`insert into article_tag (article_id, tag_id, salience, mentions, published_ms)
      select id, tag, salience, 1, published_ms from (
        select id, case when id % 8 = 0 then 1 else 2 + id % 998 end as tag, 0.9 as salience, published_ms from article
        union all select id, 1001 + id % ${rare}, 0.3, published_ms from article) as links order by id, tag`)
    .execute(write)
  await sql
    .raw(`update tag set article_count = c.articles, last_seen_ms = c.last_ms from (
      select tag_id, count(*) as articles, max(published_ms) as last_ms from article_tag group by tag_id) as c where c.tag_id = tag.id`)
    .execute(write)
}

async function fillWords(store: Store, { first, last }: { first: number; last: number }, random: () => number) {
  await writeAlone(store, async (write) => {
    const bodies: { article_id: number; data: Uint8Array }[] = []
    for (let id = first; id <= last; id++) {
      const drawn = Array.from(
        { length: WORDS_A_TEXT },
        () => VOCABULARY[Math.floor(VOCABULARY.length ** random()) - 1]!,
      )
      const body = `${VOCABULARY[0]} ${drawn.join(' ')}`
      await putSearchRow(write, id, { title: `article ${id}`, body, tags: '' })
      bodies.push({ article_id: id, data: packPage(pageOf({ text: body })) })
    }
    for (let at = 0; at < bodies.length; at += BODIES_AT_ONCE)
      await write.trx
        .insertInto('article_body')
        .values(bodies.slice(at, at + BODIES_AT_ONCE))
        .execute()
  })
}

/** Bodies in one statement. */
const BODIES_AT_ONCE = 500

/** Bursts of the newest stories, two weeks of counts behind each, and the looks that a past page reads. */
async function fillPulse(store: Store): Promise<void> {
  const rising = (await newestStories(store, 4 * RISING)).filter((story) => story.articleCount > 1).slice(0, RISING)
  const tickMs = Math.floor(FILLED_NOW_MS / HOUR_MS) * HOUR_MS
  const keyOf = (story: { key: string }) => `story:${story.key}`
  const hours = rising.flatMap((story) =>
    Array.from({ length: COUNTED_HOURS }, (_, ago) => {
      const seen = Math.max(0, 24 - ago)
      return { key: keyOf(story), hourMs: tickMs - ago * HOUR_MS, seen, expected: 2, score: seen > 0 ? 3 : 0 }
    }),
  )
  await writePulseTick(store, {
    tickMs,
    hours,
    bursts: rising.map((story) => ({
      key: keyOf(story),
      score: 9,
      seen: 14,
      expected: 2,
      windowHours: 3,
      falseRate: 0.1,
    })),
    leads: new Map(rising.map((story) => [keyOf(story), []])),
    storyBursts: new Map(rising.map((story) => [story.id, 9])),
    state: new Uint8Array([1]),
    stateTickMs: tickMs,
    shown: { shownMs: tickMs, isNow: true },
  })
}

/** A linear congruential generator (Numerical Recipes): good enough to draw words. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
