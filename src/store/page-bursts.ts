import { sql } from 'kysely'
import type { EpochMs } from '../model/time.ts'
import { burstOf } from './bursts.ts'
import type { ShownBurst } from './pulse-shown.ts'
import type { Store } from './store.ts'

/** A burst with the name of what rose. `slug` is what follows the kind in its key. */
export type NamedBurst = ShownBurst & {
  kind: 'story' | 'tag' | 'section'
  slug: string
  /** A story's headline, a tag's name, or a section's slug. */
  name: string
  /** Of a story: its section. Of a tag: its kind. */
  about: string | null
}

/**
 * What rose in the last tick at or before a moment, strongest first (then lower id), each with its name; one query.
 * With `leadsOnly`, what rises with another is left to its leader. Index: burst_time.
 */
export async function namedBursts(
  store: Store,
  asOfMs: EpochMs,
  filter: { sinceMs: EpochMs; leadsOnly: boolean; limit: number },
): Promise<NamedBurst[]> {
  const last = store.read
    .selectFrom('burst')
    .select((eb) => eb.fn.max('tick_ms').as('tick'))
    .where('tick_ms', '<=', asOfMs)
    .where('tick_ms', '>=', filter.sinceMs)
  let query = store.read
    .selectFrom('burst')
    // The key is cut, not the slug lengthened: so both joins read a unique index.
    .leftJoin('tag', (join) => join.on(sql<boolean>`burst.key like 'tag:%' and tag.slug = substr(burst.key, 5)`))
    .leftJoin('story', (join) => join.on(sql<boolean>`burst.key like 'story:%' and story.key = substr(burst.key, 7)`))
    .selectAll('burst')
    .select(['tag.name as tag_name', 'tag.kind as tag_kind', 'story.title as story_title', 'story.section as section'])
    .where('tick_ms', 'in', last as never)
    // A tag that the owner blocked or merged rose under a name that is no longer shown.
    .where((eb) => eb.or([eb('tag.id', 'is', null), eb('tag.blocked', '=', 0).and('tag.merged_into', 'is', null)]))
  if (filter.leadsOnly) query = query.where('rises_with', 'is not', null)
  const rows = await query.orderBy('score', 'desc').orderBy('burst.id').limit(filter.limit).execute()
  return rows.map((row) => {
    const cut = row.key.indexOf(':')
    const slug = row.key.slice(cut + 1)
    const { id: _, ...burst } = burstOf(row)
    return {
      ...burst,
      kind: row.key.slice(0, cut) as NamedBurst['kind'], // keys are written as KIND:ID by the pulse alone
      slug,
      name: row.story_title ?? row.tag_name ?? slug,
      about: row.section ?? row.tag_kind,
    }
  })
}
