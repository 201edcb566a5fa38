import { sql } from 'kysely'
import { AppError } from '../model/errors.ts'
import type { NewRule, Rule, RuleActions } from '../model/rule.ts'
import type { EpochMs } from '../model/time.ts'
import type { Write } from './insert-article.ts'
import type { JobKind } from './jobs.ts'
import type { RuleTable } from './schema.ts'
import { setting } from './settings.ts'
import type { Store } from './store.ts'

/** How far the rules as they are now have been applied to what is stored: ids below `before` are to be done, newest first. */
export type RuleWork = {
  before: number
  /** Articles to be done, and of how many. */
  left: number
  all: number
  /** Whether anything that the pulse counts has changed since the work began. */
  hasMoved: boolean
}

/** Rules at most: every article asks each of them. */
export const MAX_RULES = 500

const EPOCH = 'rules-epoch'
const WORK = 'rules-work'
/** Rises whenever rules have changed what the pulse counts. */
const MOVED = 'rules-moved'

/** All rules in the order in which they are asked. */
export async function storedRules(db: Pick<Store, 'read'> | Write): Promise<Rule[]> {
  const from = 'trx' in db ? db.trx : db.read
  const rows = await from.selectFrom('rule').selectAll().orderBy('place').orderBy('id').execute()
  return rows.map(ruleOf)
}

/** One rule; null where there is none. */
export async function ruleById(store: Store, id: number): Promise<Rule | null> {
  const row = await store.read.selectFrom('rule').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? ruleOf(row) : null
}

/** Adds a rule behind all others; what is stored waits to be gone through. Gives its id. @throws AppError conflict for one too many */
export async function addRule(write: Write, rule: NewRule, nowMs: EpochMs): Promise<number> {
  const { trx } = write
  const { count, last } = await trx
    .selectFrom('rule')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('place').as('last')])
    .executeTakeFirstOrThrow()
  if (Number(count) >= MAX_RULES) throw new AppError('conflict', `there are ${MAX_RULES} rules: remove some first`)
  const { id } = await trx
    .insertInto('rule')
    .values({ ...columnsOf(rule, nowMs), place: Number(last ?? 0) + 1 })
    .returning('id')
    .executeTakeFirstOrThrow()
  await beginRuleWork(write, nowMs)
  return id
}

/** Writes a rule anew; its place stays. False where there is none. */
export async function changeRule(write: Write, id: number, rule: NewRule, nowMs: EpochMs): Promise<boolean> {
  const { trx } = write
  const done = await trx.updateTable('rule').set(columnsOf(rule, nowMs)).where('id', '=', id).executeTakeFirst()
  if (done.numUpdatedRows === 0n) return false
  await beginRuleWork(write, nowMs)
  return true
}

/** Takes a rule away. False where there is none. */
export async function dropRule(write: Write, id: number, nowMs: EpochMs): Promise<boolean> {
  const done = await write.trx.deleteFrom('rule').where('id', '=', id).executeTakeFirst()
  if (done.numDeletedRows === 0n) return false
  await beginRuleWork(write, nowMs)
  return true
}

/** Changes places with the rule that is asked before it, or after it; false where there is none. */
export async function moveRule(
  write: Write,
  { id, to }: { id: number; to: 'earlier' | 'later' },
  nowMs: EpochMs,
): Promise<boolean> {
  const { trx } = write
  const rules = await trx.selectFrom('rule').select(['id', 'place']).orderBy('place').orderBy('id').execute()
  const at = rules.findIndex((rule) => rule.id === id)
  const own = rules[at]
  const other = at === -1 ? undefined : rules[to === 'earlier' ? at - 1 : at + 1]
  if (!own || !other) return false
  await trx.updateTable('rule').set({ place: other.place }).where('id', '=', own.id).execute()
  await trx.updateTable('rule').set({ place: own.place }).where('id', '=', other.id).execute()
  await beginRuleWork(write, nowMs)
  return true
}

/** How many articles first seen since a moment each rule hit, by id. Index: rule_hit_rule. */
export async function ruleHits(store: Store, sinceMs: EpochMs): Promise<Map<number, number>> {
  const rows = await store.read
    .selectFrom('rule_hit')
    .select((eb) => ['rule_id', eb.fn.countAll<number>().as('count')])
    .where('seen_ms', '>=', sinceMs)
    .groupBy('rule_id')
    .execute()
  return new Map(rows.map((row) => [row.rule_id, Number(row.count)]))
}

/** The newest articles that a rule hit, as ids. Index: rule_hit_rule. */
export async function articlesHit(store: Store, ruleId: number, limit: number): Promise<number[]> {
  const rows = await store.read
    .selectFrom('rule_hit')
    .select('article_id')
    .where('rule_id', '=', ruleId)
    .orderBy('seen_ms', 'desc')
    .orderBy('article_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => row.article_id)
}

/** Rises whenever a rule was made, changed, moved or taken away: whoever keeps rules then reads them anew. */
export async function rulesEpoch(write: Write): Promise<number> {
  const row = await write.trx.selectFrom('setting').select('value').where('key', '=', EPOCH).executeTakeFirst()
  return Number(row?.value ?? 0)
}

/** What is left of the work on what is stored; null where the rules have been applied to everything. */
export async function ruleWork(db: Store | Write): Promise<RuleWork | null> {
  const value = 'trx' in db ? await settingOf(db, WORK) : await setting(db, WORK)
  return value === null ? null : (JSON.parse(value) as RuleWork) // written by noteWork alone
}

/** Notes how far the work has come; null ends it, and lets the pulse know where what it counts has changed. */
export async function noteRuleWork(write: Write, work: RuleWork | null, hasMoved: boolean): Promise<void> {
  if (work !== null) return setValue(write, WORK, JSON.stringify(work))
  await write.trx.deleteFrom('setting').where('key', '=', WORK).execute()
  if (hasMoved) await setValue(write, MOVED, String(Number((await settingOf(write, MOVED)) ?? 0) + 1))
}

/** The next articles that wait for the rules, newest first. */
export async function nextRuleWork(write: Write, before: number, limit: number): Promise<number[]> {
  const rows = await write.trx
    .selectFrom('article')
    .select('id')
    .where('id', '<', before)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

/**
 * Raises the epoch, and has everything stored gone through again from the newest on, by a job that is there once the rule is: what comes
 * follows the rules by itself.
 */
async function beginRuleWork(write: Write, nowMs: EpochMs): Promise<void> {
  await setValue(write, EPOCH, String((await rulesEpoch(write)) + 1))
  const former = await ruleWork(write)
  const { newest, all } = await write.trx
    .selectFrom('article')
    .select((eb) => [eb.fn.max('id').as('newest'), eb.fn.countAll<number>().as('all')])
    .executeTakeFirstOrThrow()
  const work = { before: Number(newest ?? 0) + 1, left: Number(all), all: Number(all) }
  await noteRuleWork(write, { ...work, hasMoved: former?.hasMoved ?? false }, false)
  await queueRuleJob(write, nowMs)
}

async function queueRuleJob({ trx }: Write, nowMs: EpochMs): Promise<void> {
  const kind: JobKind = 'apply-rules'
  const waiting = await trx
    .selectFrom('job')
    .select('id')
    .where('kind', '=', kind)
    .where('state', '=', 'queued')
    .executeTakeFirst()
  if (waiting) return
  const times = { run_after_ms: nowMs, created_ms: nowMs }
  await trx
    .insertInto('job')
    .values({ kind, payload: '{}', state: 'queued', tries: 0, reason: null, ...times })
    .execute()
}

function columnsOf(rule: NewRule, nowMs: EpochMs): Omit<RuleTable, 'id' | 'place'> {
  return {
    name: rule.name,
    is_on: rule.isOn ? 1 : 0,
    any_of: rule.match === 'any' ? 1 : 0,
    query: rule.query,
    actions: JSON.stringify(rule.actions),
    is_last: rule.isLast ? 1 : 0,
    changed_ms: nowMs,
  }
}

function ruleOf(row: Omit<RuleTable, 'id'> & { id: number }): Rule {
  return {
    id: row.id,
    name: row.name,
    isOn: row.is_on === 1,
    match: row.any_of === 1 ? 'any' : 'all',
    query: row.query,
    actions: JSON.parse(row.actions) as RuleActions, // written by columnsOf alone
    isLast: row.is_last === 1,
    place: row.place,
    changedMs: row.changed_ms,
  }
}

async function settingOf(write: Write, key: string): Promise<string | null> {
  const row = await write.trx.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst()
  return row?.value ?? null
}

async function setValue(write: Write, key: string, value: string): Promise<void> {
  await sql`insert into setting (key, value) values (${key}, ${value})
    on conflict (key) do update set value = excluded.value`.execute(write.trx)
}
