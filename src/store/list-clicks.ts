import { sql } from 'kysely'
import type { Store } from './store.ts'

/** A list from which something was chosen: the reasons it gave from the top down, and which place (from 0) was chosen. No entry, no reader. */
export type ListChoice = { list: string; reasons: readonly string[]; chosen: number }

/** Sums over days and lists. `place` from 1. */
export type ListClickCount = { reason: string; place: number; shown: number; clicked: number }

/** Counts one choice into its day (days since 1970). One statement. */
export async function countListChoice(store: Store, day: number, { list, reasons, chosen }: ListChoice): Promise<void> {
  const rows = reasons.map((reason, at) => sql`(${day}, ${list}, ${reason}, ${at + 1}, ${1}, ${at === chosen ? 1 : 0})`)
  await sql`insert into list_click (day, list, reason, place, shown, clicked) values ${sql.join(rows)}
    on conflict (day, list, reason, place) do update set
      shown = list_click.shown + excluded.shown, clicked = list_click.clicked + excluded.clicked`.execute(store.write)
}

/** What lists showed and readers chose from a day on, by reason and place. One query: a few dozen rows a day. Key: day. */
export async function listClicksSince(store: Store, day: number): Promise<ListClickCount[]> {
  const rows = await store.read
    .selectFrom('list_click')
    .select(({ fn }) => ['reason', 'place', fn.sum('shown').as('shown'), fn.sum('clicked').as('clicked')])
    .where('day', '>=', day)
    .groupBy(['reason', 'place'])
    .orderBy('reason')
    .orderBy('place')
    .execute()
  return rows.map((row) => ({ ...row, shown: Number(row.shown), clicked: Number(row.clicked) }))
}

/** Forgets what was counted before a day; everything where `null`. */
export async function forgetListClicks(store: Store, beforeDay: number | null): Promise<void> {
  const all = store.write.deleteFrom('list_click')
  await (beforeDay === null ? all : all.where('day', '<', beforeDay)).execute()
}
