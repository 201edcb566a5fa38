import { sql } from 'kysely'
import { deleteAllFingerprints } from './fingerprints.ts'
import { writeAlone } from './insert-article.ts'
import type { Store } from './store.ts'
import { raiseStoryEpoch } from './story-rows.ts'

/** Takes the demo edition away whole: its articles, stories, tags, sources and pulse. What is one's own stays. Gives how many articles went. */
export async function removeDemo(store: Store): Promise<number> {
  return writeAlone(store, async (write) => {
    const { trx } = write
    await sql`delete from search where rowid in (select id from article where demo = 1)`.execute(trx)
    await sql`update tag set article_count = article_count - (
      select count(*) from article_tag join article on article.id = article_tag.article_id where article_tag.tag_id = tag.id and article.demo = 1)`.execute(
      trx,
    )
    const gone = await trx.deleteFrom('article').where('demo', '=', 1).returning('id').execute()
    await deleteAllFingerprints(write, new Set(gone.map(({ id }) => id)))
    await trx
      .deleteFrom('tag')
      .where('article_count', '<=', 0)
      .where('id', 'not in', trx.selectFrom('given_tag').select('tag_id')) // what the owner's rules keep out of sight stays known
      .where('id', 'not in', trx.selectFrom('rule_tag').select('tag_id'))
      .where('slug', 'not in', trx.selectFrom('tag_rule').select('slug'))
      .where('slug', 'not in', trx.selectFrom('tag_rule').select('target'))
      .execute()
    await trx
      .deleteFrom('story')
      .where('demo', '=', 1)
      .where('id', 'not in', trx.selectFrom('article').select('story_id').where('story_id', 'is not', null) as never)
      .execute()
    const feeds = await trx.deleteFrom('feed').where('kind', '=', 'demo').returning('id').execute()
    const sources = feeds.map(({ id }) => String(id))
    if (sources.length > 0)
      await trx.deleteFrom('watch').where('kind', '=', 'source').where('target', 'in', sources).execute()
    // The pulse learnt from an invented world: it starts again from what is left.
    for (const table of ['pulse_hour', 'burst', 'pulse_shown', 'pulse_state'] as const)
      await trx.deleteFrom(table).execute()
    await trx.deleteFrom('setting').where('key', '=', 'demo').execute()
    await raiseStoryEpoch(write)
    return gone.length
  })
}
