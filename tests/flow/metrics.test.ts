import assert from 'node:assert/strict'
import { it } from 'node:test'
import { addFeed, recordPoll } from '../../src/store/feeds.ts'
import { openStore } from '../../src/store/store.ts'
import { makeWatch } from '../../src/store/watches.ts'
import type { Engine } from '../../src/verbs/engine.ts'
import { metricsText } from '../../src/verbs/metrics.ts'

it('metrics tell why fetches failed and how the sources do, in the words of docs/errors.md', async () => {
  const store = await openStore({ path: ':memory:' })
  const poll = { failures: 1, intervalMs: 1, nextPollMs: 1, polledMs: 1, newItems: 0 }
  for (const problem of ['tls', 'tls', 'gone', null]) {
    const url = `https://${Math.random()}.example/`
    const { id } = await addFeed(store, { url, kind: 'feed', title: 'A "name"\nof a stranger', siteUrl: null }, 0)
    const state = problem === null ? 'ok' : problem === 'gone' ? 'paused' : 'failing'
    await recordPoll(store, id, { ...poll, state, problem, reason: problem })
  }
  const watch = { account: 'ada', everyArticle: true, address: 'a topic', secret: null, quiet: null } as const
  const named = { kind: 'tag', target: 'a stranger', name: 'A stranger', token: 'private' } as const
  await makeWatch(store, { ...watch, ...named, channel: 'ntfy' }, null, 0)
  const parts = { store, pool: { pending: () => 0 }, fetch: { failures: () => new Map([['tls', 4]]) } }
  const text = await metricsText(parts as unknown as Engine, new Map([['ntfy-given-up', 3]])) // nothing else of it is asked
  for (const line of [
    'trendpulse_fetch_failures_total{reason="tls"} 4',
    'trendpulse_feeds{state="ok"} 1',
    'trendpulse_feeds{state="failing"} 2',
    'trendpulse_feeds{state="paused"} 1',
    'trendpulse_feed_problems{reason="gone"} 1',
    'trendpulse_watches{way="ntfy-active"} 1',
    'trendpulse_deliveries_total{outcome="ntfy-given-up"} 3',
    'trendpulse_feed_problems{reason="tls"} 2',
  ])
    assert.ok(text.includes(`\n${line}\n`), line)
  assert.doesNotMatch(text, /stranger|example|private|ada/)
  for (const line of text.trimEnd().split('\n')) assert.match(line, /^(#|[a-z_]+(\{[a-z]+="[a-z0-9-]+"\})? [\d.e+-]+$)/)
  await store.close()
})
