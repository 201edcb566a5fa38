import { sql } from 'kysely'
import type { TagKind } from '../model/tag.ts'
import type { Write } from './insert-article.ts'

/** A tag of one article, as the tagger gave it or as it is shown; what it was not asked for is null. */
export type TagMark = {
  slug: string
  mentions: number
  salience: number
  kind: TagKind | null
  confidence: number | null
  impliedBy: string | null
}

/** Share of a tag's mentions (0 to 1) that are written by a name, given by its slug. */
export type NameShare = (slug: string, nameSlug: string) => number

/** What an owner decided about tags, ready to be applied; a value of one epoch. */
export type TagChoices = {
  epoch: number
  /** Slugs that do not stand for themselves: the slug that stands for them, null for one that is never shown. */
  ends: ReadonlyMap<string, string | null>
  /** Slugs of names that were taken out of a tag, by the tag's slug. */
  apart: ReadonlyMap<string, readonly string[]>
  /** Tags that rules name, by slug. */
  named: ReadonlyMap<string, { name: string; kind: TagKind }>
}

/** Where nothing was decided. */
export const NO_TAG_CHOICES: TagChoices = { epoch: 0, ends: new Map(), apart: new Map(), named: new Map() }

/** The tag that stands for a slug: itself where no rule says otherwise; null where it is never shown. */
export function endOf(choices: TagChoices, slug: string): string | null {
  const end = choices.ends.get(slug)
  return end === undefined ? slug : end
}

/** Slugs of the names that are taken out of a tag, be it for itself or for the tag that stands for it. */
export function namesApart(choices: TagChoices, slug: string): readonly string[] {
  const end = endOf(choices, slug)
  const own = choices.apart.get(slug) ?? []
  return end === null || end === slug ? own : [...own, ...(choices.apart.get(end) ?? [])]
}

/** Whether any rule changes what is shown of these tags. */
export function isTouched(choices: TagChoices, slugs: readonly string[]): boolean {
  return slugs.some((slug) => choices.ends.has(slug) || namesApart(choices, slug).length > 0)
}

/**
 * The tags that an article shows in place of those that it was given, each once, in the order in which they first come:
 * names taken out first, then whatever stands for each. Mentions add up, salience too (at most 1).
 */
export function shownTags(given: readonly TagMark[], choices: TagChoices, share: NameShare): TagMark[] {
  const shown = new Map<string, TagMark>()
  for (const mark of given.flatMap((one) => partsOf(one, choices, share))) {
    const slug = endOf(choices, mark.slug)
    if (slug === null) continue
    const renamed = slug === mark.slug ? mark : { ...mark, slug, kind: null } // the kind of the tag that stands for it
    const there = shown.get(slug)
    shown.set(slug, there ? joinedMark(there, renamed) : renamed)
  }
  return [...shown.values()]
}

/** Two tags of an article that are one: mentions and salience (at most 1) add up, the surer reading stands. */
export function joinedMark(one: TagMark, other: TagMark): TagMark {
  const mentions = one.mentions + other.mentions
  return {
    slug: one.slug,
    mentions,
    salience: Math.min(1, one.salience + other.salience),
    kind: one.kind === other.kind ? one.kind : null,
    confidence: one.confidence === null ? other.confidence : Math.max(one.confidence, other.confidence ?? 0),
    impliedBy: mentions > 0 ? null : (one.impliedBy ?? other.impliedBy),
  }
}

/** A tag, less the mentions under names that are taken out of it, which become tags of their own. */
function partsOf(mark: TagMark, choices: TagChoices, share: NameShare): TagMark[] {
  const parts: TagMark[] = []
  let left = 1
  for (const slug of namesApart(choices, mark.slug)) {
    const part = slug === mark.slug ? 0 : Math.min(left, share(mark.slug, slug))
    if (part <= 0) continue
    left -= part
    const mentions = Math.max(1, Math.round(mark.mentions * part))
    parts.push({ ...mark, slug, kind: null, mentions, salience: mark.salience * part })
  }
  if (parts.length === 0) return [mark]
  const mentions = Math.max(0, mark.mentions - parts.reduce((sum, part) => sum + part.mentions, 0))
  return left <= LEAST_LEFT ? parts : [{ ...mark, mentions, salience: mark.salience * left }, ...parts]
}

/** Shares are sums of fractions: what is left below this is nothing. */
const LEAST_LEFT = 1e-9

const EPOCH = 'tags-epoch'

/** Rises whenever a rule over tags was made or taken back. */
export async function tagEpoch(write: Write): Promise<number> {
  const row = await write.trx.selectFrom('setting').select('value').where('key', '=', EPOCH).executeTakeFirst()
  return Number(row?.value ?? 0)
}

/** Raises the epoch: whoever keeps the choices reads them anew. */
export async function raiseTagEpoch(write: Write): Promise<void> {
  const value = String((await tagEpoch(write)) + 1)
  await write.trx
    .insertInto('setting')
    .values({ key: EPOCH, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

/** The choices as they stand; `known` is given back while nothing has changed, for the price of one look. */
export async function tagChoices(write: Write, known: TagChoices = NO_TAG_CHOICES): Promise<TagChoices> {
  const epoch = await tagEpoch(write)
  return epoch === known.epoch ? known : readTagChoices(write, epoch)
}

/** The choices read from the rules. Two queries. */
export async function readTagChoices(write: Write, epoch: number): Promise<TagChoices> {
  const { trx } = write
  const rules = await trx.selectFrom('tag_rule').select(['kind', 'slug', 'target']).orderBy('id').execute()
  const { rows } = await sql<{ slug: string; name: string; kind: TagKind }>`
    select slug, name, kind from tag where slug in (select slug from tag_rule) or slug in (select target from tag_rule)`.execute(
    trx,
  )
  const next = new Map<string, string | null>()
  const apart = new Map<string, string[]>()
  for (const { kind, slug, target } of rules) {
    if (kind === 'merge') next.set(slug, target)
    if (kind === 'block') next.set(slug, null)
    if (kind === 'apart') apart.set(slug, [...(apart.get(slug) ?? []), target])
  }
  const ends = new Map([...next.keys()].map((slug) => [slug, followed(next, slug)]))
  return { epoch, ends, apart, named: new Map(rows.map(({ slug, name, kind }) => [slug, { name, kind }])) }
}

/** A ring cannot be made by the rules' own checks; were there one, its walk ends where it began. */
function followed(next: ReadonlyMap<string, string | null>, start: string): string | null {
  let end = start
  for (let steps = 0; steps <= next.size; steps++) {
    const step = next.get(end)
    if (step === undefined) return end
    if (step === null) return null
    end = step
  }
  return start
}
