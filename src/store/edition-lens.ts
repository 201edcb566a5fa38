import { editionTable } from './edition-tables.ts'
import type { Store } from './store.ts'

/**
 * The store as an edition sees it: every query of its reader, whichever and whoever writes it, finds the edition's articles, stories, tags,
 * sources and bursts under the whole store's names. So no list can forget to leave something out. It writes where the whole store writes.
 * @throws AppError internal for a store that has one connection alone
 */
export function lookThrough(store: Store, number: number): Promise<Store> {
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
    // A match must reach the index itself: SQLite's is asked by a column of the table's name, PostgreSQL's by the document.
    search:
      store.engine === 'sqlite'
        ? `select s.rowid as rowid, s.search as search from $schema.search s where s.rowid in (select id from ${own('article')})`
        : `select s.* from $schema.search s where exists (select 1 from ${own('article')} a where a.id = s.rowid)`,
    story_past: 'select p.* from $schema.story_past p where 1 = 0', // counts of the whole store: an edition keeps no past
    article_past: 'select p.* from $schema.article_past p where 1 = 0',
  }
  return store.through(views)
}

/** An edition's own articles may be so much older than the hour that a burst began in. */
const BURST_REACH_MS = 24 * 3_600_000
