import assert from 'node:assert/strict'
import { it } from 'node:test'
import { dumpStore, restoreStore } from '../../src/store/dump.ts'
import { insertArticle, writeAlone } from '../../src/store/insert-article.ts'
import { insertStory, refreshStory } from '../../src/store/story-rows.ts'
import { newArticle } from '../articles.ts'
import { onBothEngines } from '../engines.ts'

const HOUR_MS = 3_600_000
const LANDMARK_MS = Date.UTC(2020, 0, 1)
const SEEN_MS = Date.UTC(2026, 5, 10)
/** Columns that rows of a backup had not yet. */
const LATER: Record<string, readonly string[]> = {
  story: ['rank_hour', 'rank_week', 'weighed_positive', 'weighed_total', 'views'],
  reaction: ['weighed', 'favourable'],
}

/** A line of a backup as it was before stories had keys for the hour and the week. */
function asBefore(line: string): string {
  const value: unknown = JSON.parse(line)
  if (!Array.isArray(value)) return line
  const [table, row] = value as [string, Record<string, unknown>]
  for (const column of LATER[table] ?? []) delete row[column]
  return JSON.stringify([table, row])
}

/** They had stood with keys of 0, under every other, until their next article came; their reactions weighed nothing. */
onBothEngines((engine, open) => {
  it(`${engine}: a backup of before gives stories their places in the hour's and the week's list, and weighs reactions`, async () => {
    const store = await open()
    await writeAlone(store, async (write) => {
      const about = { title: 'Ferry stops', section: 'society', language: 'en' }
      const id = await insertStory(write, { key: 'ferry', ...about, atMs: SEEN_MS, demo: false })
      const leadArticleId = await insertArticle(write, newArticle({ key: 'a', storyId: id, firstSeenMs: SEEN_MS }))
      const later = newArticle({ key: 'b', storyId: id, firstSeenMs: SEEN_MS + HOUR_MS })
      await insertArticle(write, later)
      await refreshStory(write, { id, ...about, leadArticleId, firstSeenMs: 1, lastSeenMs: SEEN_MS, rankKey: 9 })
      await write.trx.updateTable('story').set({ reaction_positive: 2, reaction_total: 3 }).execute()
      const reaction = { article_id: leadArticleId, label: 'veryGood!', count: 2, weighed: 0, favourable: 0 } as const
      await write.trx.insertInto('reaction').values(reaction).execute()
    })
    const lines: string[] = []
    await dumpStore(store, async (line) => {
      if (!line.startsWith('["story_past"')) lines.push(asBefore(line))
    })
    lines[lines.length - 1] = JSON.stringify({ rows: lines.length - 2 })

    await restoreStore(
      store,
      (async function* () {
        yield* lines
      })(),
    )

    const story = await store.read.selectFrom('story').selectAll().executeTakeFirstOrThrow()
    assert.ok(Math.abs(story.rank_hour - (SEEN_MS - LANDMARK_MS) / HOUR_MS) < 1e-6)
    assert.ok(Math.abs(story.rank_week - (SEEN_MS - LANDMARK_MS) / (48 * HOUR_MS)) < 1e-6)
    assert.deepEqual([story.weighed_positive, story.weighed_total], [2, 3])
    const reaction = await store.read.selectFrom('reaction').selectAll().executeTakeFirstOrThrow()
    assert.deepEqual([reaction.weighed, reaction.favourable], [2, 1])
    assert.deepEqual(await store.read.selectFrom('story_past').selectAll().execute(), [])
    await store.close()
  })
})
