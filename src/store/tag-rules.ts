import { AppError } from '../model/errors.ts'
import type { TagKind } from '../model/tag.ts'
import type { EpochMs } from '../model/time.ts'
import type { Write } from './insert-article.ts'
import type { Store } from './store.ts'
import { endOf, raiseTagEpoch, readTagChoices, type TagChoices, tagEpoch } from './tag-choices.ts'

/** A rule to be made: what becomes of the tag `slug`. */
export type NewTagRule =
  | { kind: 'merge'; slug: string; target: string }
  | { kind: 'rename'; slug: string; name: string }
  | { kind: 'block'; slug: string }
  /** `target` is the slug of the name taken out, `tagKind` what its own tag is where it is new. */
  | { kind: 'apart'; slug: string; name: string; target: string; tagKind: TagKind }

/** A rule as it stands. */
export type TagRule = {
  id: number
  kind: NewTagRule['kind']
  slug: string
  target: string
  name: string | null
  madeMs: EpochMs
}

/** Rules over tags at most: more is a thesaurus, and every batch would walk it. */
const MAX_RULES = 20_000

/**
 * Makes a rule: from now on new articles follow it and old addresses lead on; the articles that stand wait as work.
 * A rule of the same kind for the same tag is replaced (names taken out of it apart). Gives the rule's id.
 * @throws AppError not_found for a tag that is not there, conflict where rules would bite each other
 */
export async function makeTagRule(write: Write, rule: NewTagRule, nowMs: EpochMs): Promise<number> {
  const { trx } = write
  const before = await readTagChoices(write, 0)
  await checkRule(write, rule, before)
  const replaced = await dropSame(write, rule)
  if (rule.kind === 'apart') await addTag(write, rule)
  const former = rule.kind === 'rename' ? (replaced ?? (await nameOf(write, rule.slug))) : null
  if (rule.kind === 'rename')
    await trx.updateTable('tag').set({ name: rule.name }).where('slug', '=', rule.slug).execute()
  const row = await trx
    .insertInto('tag_rule')
    .values({
      kind: rule.kind,
      slug: rule.slug,
      target: 'target' in rule ? rule.target : '',
      name: 'name' in rule ? rule.name : null,
      former,
      made_ms: nowMs,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await spread(write, before, rule)
  return row.id
}

/** Takes a rule back: what it moved waits to be moved back. Gives the rule; null where there is none. */
export async function dropTagRule(write: Write, id: number): Promise<TagRule | null> {
  const { trx } = write
  const row = await trx.selectFrom('tag_rule').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const before = await readTagChoices(write, 0)
  await trx.deleteFrom('tag_rule').where('id', '=', id).execute()
  if (row.kind === 'rename' && row.former !== null)
    await trx.updateTable('tag').set({ name: row.former }).where('slug', '=', row.slug).execute()
  await spread(write, before, row)
  return { id: row.id, kind: row.kind, slug: row.slug, target: row.target, name: row.name, madeMs: row.made_ms }
}

/** All rules, newest first. */
export async function tagRules(store: Store): Promise<TagRule[]> {
  const rows = await store.read.selectFrom('tag_rule').selectAll().orderBy('id', 'desc').limit(MAX_RULES).execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    slug: row.slug,
    target: row.target,
    name: row.name,
    madeMs: row.made_ms,
  }))
}

/** Drops the rule that a new one replaces; gives the name that it had replaced, where it had one. */
async function dropSame(write: Write, rule: NewTagRule): Promise<string | null> {
  let same = write.trx.deleteFrom('tag_rule').where('kind', '=', rule.kind).where('slug', '=', rule.slug)
  if (rule.kind === 'apart') same = same.where('target', '=', rule.target)
  const row = await same.returning('former').executeTakeFirst()
  return row?.former ?? null
}

async function checkRule(write: Write, rule: NewTagRule, choices: TagChoices): Promise<void> {
  const { count } = await write.trx
    .selectFrom('tag_rule')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (Number(count) >= MAX_RULES)
    throw new AppError('conflict', `there are ${MAX_RULES} rules over tags: take some back`)
  await nameOf(write, rule.slug)
  const end = choices.ends.get(rule.slug)
  if (end === null && rule.kind !== 'block')
    throw new AppError('conflict', `the tag “${rule.slug}” is blocked: unblock it first`)
  if (typeof end === 'string' && rule.kind !== 'merge')
    throw new AppError('conflict', `“${end}” stands for the tag “${rule.slug}”: take that back first`)
  if (rule.kind === 'apart' && rule.target === rule.slug)
    throw new AppError('invalid', `“${rule.name}” is the tag’s own name: it cannot be taken out of it`)
  if (rule.kind === 'merge') await checkMerge(write, rule, choices)
}

async function checkMerge(
  write: Write,
  { slug, target }: { slug: string; target: string },
  choices: TagChoices,
): Promise<void> {
  await nameOf(write, target)
  const end = endOf(choices, target)
  if (end === null) throw new AppError('conflict', `the tag “${target}” is blocked: unblock it first`)
  if (target !== end) throw new AppError('conflict', `“${end}” stands for the tag “${target}”: merge into that one`)
  if (end === slug) throw new AppError('conflict', `the tag “${slug}” cannot be merged into itself`)
}

/** A tag's name. @throws AppError not_found */
async function nameOf(write: Write, slug: string): Promise<string> {
  const row = await write.trx.selectFrom('tag').select('name').where('slug', '=', slug).executeTakeFirst()
  if (!row) throw new AppError('not_found', `no tag has the slug “${slug}”`)
  return row.name
}

/** The own tag of a name that is taken out of another, where there is none yet. */
async function addTag(write: Write, { target, name, tagKind }: NewTagRule & { kind: 'apart' }): Promise<void> {
  const row = { slug: target, name, kind: tagKind, article_count: 0, last_seen_ms: 0 }
  await write.trx
    .insertInto('tag')
    .values(row)
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .execute()
}

/** Marks the tags by the rules as they are now, and notes whose articles are to be moved. */
async function spread(write: Write, before: TagChoices, rule: { kind: string; slug: string }): Promise<void> {
  const { trx } = write
  await raiseTagEpoch(write)
  const after = await readTagChoices(write, await tagEpoch(write))
  const slugs = new Set([...before.ends.keys(), ...after.ends.keys()])
  const moved = [...slugs].filter((slug) => endOf(before, slug) !== endOf(after, slug))
  const behind = rule.kind === 'apart' ? [...slugs].filter((slug) => endOf(after, slug) === rule.slug) : []
  const ids = await idsOf(write, [...moved, ...behind, rule.slug, ...moved.flatMap((slug) => endOf(after, slug) ?? [])])
  for (const slug of moved) {
    const end = endOf(after, slug)
    const merged = end === null || end === slug ? null : (ids.get(end) ?? null)
    await trx
      .updateTable('tag')
      .set({ merged_into: merged, blocked: end === null ? 1 : 0 })
      .where('slug', '=', slug)
      .execute()
  }
  for (const slug of new Set([...moved, ...behind, rule.slug])) {
    const id = ids.get(slug)
    if (id === undefined) continue
    await trx
      .insertInto('tag_work')
      .values({ tag_id: id, after_id: 0 })
      .onConflict((conflict) => conflict.column('tag_id').doUpdateSet({ after_id: 0 }))
      .execute()
  }
}

async function idsOf(write: Write, slugs: readonly string[]): Promise<Map<string, number>> {
  const rows = await write.trx
    .selectFrom('tag')
    .select(['slug', 'id'])
    .where('slug', 'in', [...new Set(slugs)])
    .execute()
  return new Map(rows.map((row) => [row.slug, row.id]))
}
