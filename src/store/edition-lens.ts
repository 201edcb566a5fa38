import { editionTable } from './edition-tables.ts'
import type { Store } from './store.ts'

/**
 * The store as an edition sees it: every query of its reader, whichever and whoever writes it, finds the edition's articles, stories, tags,
 * sources and bursts under the whole store's names. So no list can forget to leave something out; search alone joins what the index of all
 * words finds. It writes where the whole store writes.
 * @throws AppError internal for a store that has one connection alone
 */
export async function lookThrough(store: Store, number: number): Promise<Store> {
  const own = (table: Parameters<typeof editionTable>[1]) => `$schema.${editionTable(number, table)}`
  const rose = (kind: string, table: 'story' | 'tag', condition: string) =>
    `(b.key like '${kind}:%' and exists (select 1 from ${own(table)} x where ${condition} = substr(b.key, ${kind.length + 2}) and x.last_seen_ms >= b.tick_ms - ${BURST_REACH_MS}))`
  const views = {
    article: `select * from ${own('article')}`,
    story: `select * from ${own('story')}`,
    tag: `select * from ${own('tag')}`,
    article_tag: `select * from ${own('article_tag')}`,
    feed: `select f.* from $schema.feed f where exists (select 1 from ${own('article')} a where a.feed_id = f.id)`,
    burst: `select b.* from $schema.burst b where b.key like 'section:%' or ${rose('story', 'story', 'x.key')} or ${rose('tag', 'tag', 'x.slug')}`,
    story_past: 'select p.* from $schema.story_past p where 1 = 0', // counts of the whole store: an edition keeps no past
    article_past: 'select p.* from $schema.article_past p where 1 = 0',
  }
  return { ...(await store.through(views)), isPart: true }
}

/** An edition's own articles may be so much older than the hour that a burst began in. */
const BURST_REACH_MS = 24 * 3_600_000
