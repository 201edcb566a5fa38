import assert from 'node:assert/strict'
import { it } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { openSqlite } from '../../src/store/engine/sqlite.ts'
import { first } from '../../src/store/migrations/0001-first.ts'
import { rankWindows } from '../../src/store/migrations/0012-rank-windows.ts'

const LAST_SEEN_MS = Date.UTC(2026, 5, 10)

it('gives stories of before keys for each list, their views, and their reactions as weighed', async () => {
  const { write } = openSqlite(':memory:', () => {})
  const db = write as unknown as Kysely<unknown> // as a migration gets it
  await first(db, 'sqlite')
  const story = (
    key: string,
    owners: number,
  ) => sql`insert into story (key, title, section, language, first_seen_ms, last_seen_ms, article_count,
    independent_count, owner_count, copy_count, rank_key, burst, reaction_positive, reaction_total, demo)
    values (${key}, ${key}, 'other', 'en', 0, ${LAST_SEEN_MS}, 1, 1, ${owners}, 0, 7000, 0, 2, 3, 0)`
  await story('told', 4).execute(db)
  await story('copied', 0).execute(db)
  for (const views of [5, 7])
    await sql`insert into article (key, owner, title, byline, section, language, published_ms, doubtful, first_seen_ms, word_count, summary,
      story_id, containment, injected_count, views, content_hash, version, hidden, demo)
      values (${`a${views}`}, 'o', 't', '[]', 'other', 'en', 0, 0, 0, 1, '', 1, 0, 0, ${views}, 'h', 1, 0, 0)`.execute(
      db,
    )
  await sql`insert into reaction (article_id, label, count) values (1, 'veryGood!', 2), (1, 'doubtful', 1)`.execute(db)

  await rankWindows(db, 'sqlite')

  const rows = await write.selectFrom('story').selectAll().orderBy('id').execute()
  const half = (LAST_SEEN_MS - Date.UTC(2020, 0, 1)) / 3_600_000
  assert.ok(Math.abs(rows[0]!.rank_hour - half - 2) < 1e-6)
  assert.ok(Math.abs(rows[0]!.rank_week - half / 48 - 2) < 1e-6)
  assert.deepEqual([rows[0]!.rank_key, rows[0]!.views], [7000, 12])
  assert.deepEqual([rows[0]!.weighed_positive, rows[0]!.weighed_total], [2, 3])
  assert.deepEqual([rows[1]!.rank_hour, rows[1]!.rank_week, rows[1]!.views], [0, 0, 0])
  const reactions = await write.selectFrom('reaction').selectAll().orderBy('label', 'desc').execute()
  assert.deepEqual(
    reactions.map((row) => [row.weighed, row.favourable]),
    [
      [2, 1],
      [1, 0],
    ],
  )
  await write.destroy()
})
