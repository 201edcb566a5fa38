import type { RuledTag } from '../model/rule.ts'
import type { TagKind } from '../model/tag.ts'
import type { EpochMs } from '../model/time.ts'
import type { Write } from './insert-article.ts'
import type { Flag } from './schema-values.ts'
import type { Store } from './store.ts'

/** What a stored article is to its rules: what conditions ask of its row, and what rules and hand made of it so far. */
export type RuledRow = {
  id: number
  feed: { id: number; title: string | null; folder: string | null } | null
  owner: string
  host: string | null
  url: string | null
  title: string
  /** As it was filed, whatever rules made of it. */
  givenSection: string
  language: string
  byline: readonly string[]
  wordCount: number
  firstSeenMs: EpochMs
  claimedPublished: string | null
  isCopy: boolean
  redatedDays: number | null
  injectedCount: number
  isDoubtful: boolean
  storyId: number | null
  shown: Outcome
  /** Whether why it is as it is is kept beside it. */
  isKept: boolean
}

/** Title and folder of some sources, by id. One query. */
export async function ruledFeeds(write: Write, ids: readonly number[]): Promise<Map<number, RuledRow['feed']>> {
  if (ids.length === 0) return new Map()
  const rows = await write.trx.selectFrom('feed').select(['id', 'title', 'folder']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** What an article shows by its rules and the owner's hand. */
export type Outcome = {
  section: string
  hidden: boolean
  marks: readonly string[]
  hits: readonly number[]
  hides: boolean
  byHand: boolean | null
}

/** Articles as the rules ask them, by id; unknown ids are left out. Two queries. */
export async function ruledRows(write: Write, ids: readonly number[]): Promise<Map<number, RuledRow>> {
  if (ids.length === 0) return new Map()
  const rows = await write.trx
    .selectFrom('article as a')
    .leftJoin('feed as f', 'f.id', 'a.feed_id')
    .leftJoin('ruling as r', 'r.article_id', 'a.id')
    .select(['a.id', 'a.feed_id', 'a.owner', 'a.host', 'a.url', 'a.title', 'a.section', 'a.language', 'a.byline'])
    .select(['a.word_count', 'a.first_seen_ms', 'a.claimed_published', 'a.copy_of', 'a.redated_days', 'a.doubtful'])
    .select(['a.injected_count', 'a.story_id', 'a.hidden', 'a.marks', 'f.title as feed_title', 'f.folder'])
    .select(['r.article_id as ruled', 'r.hides', 'r.given_section', 'r.by_hand'])
    .where('a.id', 'in', ids)
    .execute()
  const hits = await hitsOf(write, ids)
  const ruled = rows.map(
    (row): RuledRow => ({
      id: row.id,
      feed: row.feed_id === null ? null : { id: row.feed_id, title: row.feed_title, folder: row.folder },
      owner: row.owner,
      host: row.host,
      url: row.url,
      title: row.title,
      givenSection: row.given_section ?? row.section,
      language: row.language,
      byline: JSON.parse(row.byline) as string[], // written by insertArticle alone
      wordCount: row.word_count,
      firstSeenMs: row.first_seen_ms,
      claimedPublished: row.claimed_published,
      isCopy: row.copy_of !== null,
      redatedDays: row.redated_days,
      injectedCount: row.injected_count,
      isDoubtful: row.doubtful === 1,
      storyId: row.story_id,
      isKept: row.ruled !== null,
      shown: {
        section: row.section,
        hidden: row.hidden === 1,
        marks: row.marks === null ? [] : (JSON.parse(row.marks) as string[]), // written by writeOutcomes alone
        hits: hits.get(row.id) ?? [],
        hides: row.hides === 1,
        byHand: row.ruled === null ? (row.hidden === 1 ? true : null) : flagged(row.by_hand),
      },
    }),
  )
  return new Map(ruled.map((row) => [row.id, row]))
}

const flagged = (flag: Flag | null): boolean | null => (flag === null ? null : flag === 1)

async function hitsOf(write: Write, ids: readonly number[]): Promise<Map<number, number[]>> {
  const rows = await write.trx
    .selectFrom('rule_hit')
    .innerJoin('rule', 'rule.id', 'rule_id')
    .select(['article_id', 'rule_id'])
    .where('article_id', 'in', ids)
    .orderBy('rule.place')
    .orderBy('rule_id')
    .execute()
  const hits = new Map<number, number[]>()
  for (const { article_id, rule_id } of rows) hits.set(article_id, [...(hits.get(article_id) ?? []), rule_id])
  return hits
}

/** An article's outcome to be kept; `givenSection` is where it was filed. */
export type KeptOutcome = { id: number; firstSeenMs: EpochMs; givenSection: string; outcome: Outcome }

/** Writes what rules and hand make of stored articles, in place of what was kept. */
export async function writeOutcomes(write: Write, articles: readonly KeptOutcome[]): Promise<void> {
  for (const { id, outcome } of articles) {
    const { section, hidden, marks } = outcome
    await write.trx
      .updateTable('article')
      .set({ section, hidden: hidden ? 1 : 0, marks: marks.length === 0 ? null : JSON.stringify(marks) })
      .where('id', '=', id)
      .execute()
  }
  await forgetOutcomes(
    write,
    articles.map(({ id }) => id),
  )
  await keepOutcomes(write, articles)
}

/** Keeps why articles are as their rows say already; nothing is kept of one on which nothing bears. */
export async function keepOutcomes(write: Write, articles: readonly KeptOutcome[]): Promise<void> {
  const { trx } = write
  const hits = articles.flatMap(({ id, firstSeenMs, outcome }) =>
    outcome.hits.map((rule) => ({ article_id: id, rule_id: rule, seen_ms: firstSeenMs })),
  )
  for (const some of inParts(hits)) await trx.insertInto('rule_hit').values(some).execute()
  const rulings = articles.flatMap(({ id, givenSection, outcome }) => {
    const { hides, byHand, section } = outcome
    const given = section === givenSection ? null : givenSection
    const flag = (is: boolean): Flag => (is ? 1 : 0)
    return isToBeKept(outcome)
      ? [{ article_id: id, hides: flag(hides), given_section: given, by_hand: byHand === null ? null : flag(byHand) }]
      : []
  })
  for (const some of inParts(rulings)) await trx.insertInto('ruling').values(some).execute()
}

/** Whether anything bears on an article that its row does not tell: one that is hidden and of which nothing is kept was hidden by hand. */
export function isToBeKept({ hits, byHand }: Outcome): boolean {
  return hits.length > 0 || byHand === false
}

async function forgetOutcomes(write: Write, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await write.trx.deleteFrom('rule_hit').where('article_id', 'in', ids).execute()
  await write.trx.deleteFrom('ruling').where('article_id', 'in', ids).execute()
}

/** Keeps which tags rules put on articles or take away, in place of what was kept; a tag that is not there yet is made. */
export async function keepRuledTags(
  write: Write,
  articles: readonly { id: number; tags: readonly RuledTag[] }[],
): Promise<void> {
  if (articles.length === 0) return
  const { trx } = write
  await trx
    .deleteFrom('rule_tag')
    .where(
      'article_id',
      'in',
      articles.map(({ id }) => id),
    )
    .execute()
  const named = new Map(articles.flatMap(({ tags }) => tags.map(({ slug, name }) => [slug, name] as const)))
  if (named.size === 0) return
  const ids = await tagIds(write, named)
  const rows = articles.flatMap(({ id, tags }) =>
    tags.map(({ slug, isPut }) => ({
      article_id: id,
      tag_id: ids.get(slug)!, // made just now where it was not there
      is_put: (isPut ? 1 : 0) as Flag,
    })),
  )
  for (const some of inParts(rows)) await trx.insertInto('rule_tag').values(some).execute()
}

async function tagIds(write: Write, named: ReadonlyMap<string, string>): Promise<Map<string, number>> {
  await makeTags(
    write,
    [...named].map(([slug, name]) => ({ slug, name, kind: 'topic' })),
  )
  const rows = await write.trx
    .selectFrom('tag')
    .select(['id', 'slug'])
    .where('slug', 'in', [...named.keys()])
    .execute()
  return new Map(rows.map((row) => [row.slug, row.id]))
}

/** Makes those of some tags that are not there yet, with no article. */
export async function makeTags(
  write: Write,
  tags: readonly { slug: string; name: string; kind: TagKind }[],
): Promise<void> {
  const bySlug = new Map(tags.map(({ slug, name, kind }) => [slug, { slug, name, kind }]))
  const rows = [...bySlug.values()].map((tag) => ({ ...tag, article_count: 0, last_seen_ms: 0 }))
  for (const some of inParts(rows))
    await write.trx
      .insertInto('tag')
      .values(some)
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .execute()
}

/** Which tags rules put on some articles or take away, by article id. One query. */
export async function ruledTags(write: Write, ids: readonly number[]): Promise<Map<number, RuledTag[]>> {
  if (ids.length === 0) return new Map()
  const rows = await write.trx
    .selectFrom('rule_tag')
    .innerJoin('tag', 'tag.id', 'tag_id')
    .select(['article_id', 'slug', 'name', 'is_put'])
    .where('article_id', 'in', ids)
    .orderBy('article_id')
    .orderBy('tag_id')
    .execute()
  const tags = new Map<number, RuledTag[]>()
  for (const { article_id, slug, name, is_put } of rows)
    tags.set(article_id, [...(tags.get(article_id) ?? []), { slug, name, isPut: is_put === 1 }])
  return tags
}

/** A rule that touched an article. */
type RuleTouch = { id: number; name: string }

/** Which rules hit an article, in the order in which they are asked, whether they hide it, and what the owner's hand said. */
export type ArticleRules = { rules: readonly RuleTouch[]; hides: boolean; byHand: boolean | null }

/** Why an article is shown as it is. Two queries. */
export async function rulesOfArticle(store: Store, articleId: number): Promise<ArticleRules> {
  const [rules, ruling] = await Promise.all([
    store.read
      .selectFrom('rule_hit')
      .innerJoin('rule', 'rule.id', 'rule_id')
      .select(['rule.id', 'rule.name'])
      .where('article_id', '=', articleId)
      .orderBy('rule.place')
      .orderBy('rule.id')
      .execute(),
    store.read.selectFrom('ruling').selectAll().where('article_id', '=', articleId).executeTakeFirst(),
  ])
  return {
    rules,
    hides: ruling?.hides === 1,
    byHand: flagged(ruling?.by_hand ?? null),
  }
}

/** Rows a statement may carry: below SQLite's bound of 32,766 parameters at five a row. */
const ROWS_A_STATEMENT = 2_000

function inParts<Row>(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = []
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT)
    parts.push(rows.slice(start, start + ROWS_A_STATEMENT))
  return parts
}
