import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createFetchClient } from '../../src/fetch/client.ts'
import { createWatching } from '../../src/ingest/tend-watches.ts'
import { DAY_MS } from '../../src/model/time.ts'
import type { QuietHours } from '../../src/model/watch.ts'
import type { Store } from '../../src/store/store.ts'
import { enqueueTest, packMessage, watchesToTell } from '../../src/store/watch-messages.ts'
import { onBothEngines } from '../engines.ts'

const NOON_MS = Date.UTC(2026, 5, 10, 12)
const ALL_DAY: QuietHours = { fromMinute: 0, toMinute: 1_439, zone: 'UTC' }
/** More than are asked for at once. */
const QUIET_WATCHES = 501

/** Makes watches of one reader each; gives their ids. */
async function watchesOf(store: Store, quiet: readonly (QuietHours | null)[]): Promise<number[]> {
  const what = {
    kind: 'tag',
    target: 'tarn',
    name: 'Tarn',
    every_article: 0,
    channel: 'ntfy',
    address: 'tarn',
  } as const
  const stands = { state: 'active', failures: 0, after_article_id: 0, begun: 1, read_ms: 0, made_ms: 0 } as const
  const rows = await store.write
    .insertInto('watch')
    .values(
      quiet.map((hours, at) => ({
        ...what,
        ...stands,
        token: `t${at}`,
        account: `reader${at}`,
        quiet_from: hours?.fromMinute ?? null,
        quiet_to: hours?.toMinute ?? null,
        quiet_zone: hours?.zone ?? null,
      })),
    )
    .returning('id')
    .execute()
  return rows.map((row) => row.id).sort((a, b) => a - b)
}

async function tell(store: Store, watchIds: readonly number[], key: string): Promise<void> {
  const said = { key, kind: 'article', title: key, text: key, path: '/', at_ms: NOON_MS, open: 1 } as const
  await store.write
    .insertInto('watch_event')
    .values(watchIds.map((watch_id) => ({ watch_id, ...said })))
    .execute()
}

onBothEngines((engine, open) => {
  describe(`messages of watches on ${engine}`, () => {
    it('five hundred watches in their quiet hours hold back no other', async () => {
      const store = await open()
      const ids = await watchesOf(store, [...new Array<QuietHours>(QUIET_WATCHES).fill(ALL_DAY), null])
      await tell(store, ids, 'ferry')
      const fetch = createFetchClient({ userAgent: 'TrendPulse tests', allowPrivate: [], now: () => NOON_MS })
      const watching = createWatching({
        store,
        fetch,
        mail: null,
        ntfy: null,
        base: 'https://tarn.example',
        siteName: 'Tarn News',
        now: () => NOON_MS,
        random: () => 0,
        stopping: null,
        log: () => {},
      })
      await watching.tend()
      const made = await store.read.selectFrom('watch_message').select('watch_id').execute()
      assert.deepEqual(
        made.map((row) => row.watch_id),
        [ids.at(-1)],
      )
      await fetch.close()
      await store.close()
    })

    it('tests asked for again and again leave a bounded number of messages', async () => {
      const store = await open()
      const [id] = (await watchesOf(store, [null])) as [number] // one in, one out
      await tell(store, [id], 'ferry')
      await packMessage(store, (await watchesToTell(store))[0]!, 'news', NOON_MS)
      const queued = () => store.read.selectFrom('watch_message').select('key').orderBy('id').execute()
      for (let at = 0; at < 3; at++) await enqueueTest(store, id, `waits${at}`, NOON_MS)
      assert.deepEqual(
        (await queued()).map(({ key }) => key),
        ['news', 'waits0'],
      )
      for (let at = 0; at < 30; at++) {
        await store.write.updateTable('watch_message').set({ state: 'sent' }).where('kind', '=', 'test').execute()
        await enqueueTest(store, id, `test${at}`, NOON_MS + at)
      }
      const kept = (await queued()).map(({ key }) => key)
      assert.deepEqual([kept.length, kept[0], kept[1], kept.at(-1)], [21, 'news', 'test10', 'test29'])
      await store.close()
    })

    it('messages of a clock that was ahead hold nothing back', async () => {
      const store = await open()
      const [id] = (await watchesOf(store, [null])) as [number] // one in, one out
      for (let at = 0; at < 7; at++) {
        await tell(store, [id], `early${at}`)
        const [watch] = await watchesToTell(store)
        if (watch) await packMessage(store, watch, `early${at}`, NOON_MS + 3_650 * DAY_MS)
        await store.write.updateTable('watch_message').set({ state: 'sent' }).execute()
      }
      const [watch] = await watchesToTell(store)
      assert.notEqual(watch && (await packMessage(store, watch, 'now', NOON_MS)), null)
      await store.close()
    })
  })
})
