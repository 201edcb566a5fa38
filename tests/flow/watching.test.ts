import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { after, describe, it } from 'node:test'
import { demoArticles } from '../../src/demo/world.ts'
import { createFetchClient } from '../../src/fetch/client.ts'
import { createMailer } from '../../src/ingest/deliver/mail.ts'
import { MAX_TRIES } from '../../src/ingest/deliver/send-due.ts'
import { createLine } from '../../src/ingest/line.ts'
import { createPulse } from '../../src/ingest/pulse-tick.ts'
import { createWatching, type Watching } from '../../src/ingest/tend-watches.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../src/model/time.ts'
import type { QuietHours } from '../../src/model/watch.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { lastEvents, lastMessages } from '../../src/store/watch-messages.ts'
import { confirmWatch, makeWatch, type NewWatch, watchesOf } from '../../src/store/watches.ts'
import { createArrivals } from '../articles.ts'
import { onBothEngines } from '../engines.ts'
import { loopback } from '../loopback.ts'
import { smtpServer } from '../smtp-server.ts'

const SECRET = `whsec_${Buffer.from('a secret of thirty-two long bytes').toString('base64')}`
const arrive = await createArrivals()

type Received = { headers: IncomingMessage['headers']; body: string; url: string }

/** An HTTP receiver that answers with the statuses given, one after another, and with 204 after them. */
async function receiver(statuses: readonly (number | readonly [number, Record<string, string>])[] = []) {
  const received: Received[] = []
  const left = [...statuses]
  const server = await loopback(async (request: IncomingMessage, response: ServerResponse) => {
    received.push({ headers: request.headers, body: await text(request), url: request.url ?? '' })
    const next = left.shift() ?? 204
    if (typeof next === 'number') response.writeHead(next).end()
    else response.writeHead(...next).end()
  })
  return { ...server, received }
}

/** Throws where a webhook's signature is not what the specification says. */
function checkSignature({ headers, body }: Received): void {
  const [id, timestamp] = [String(headers['webhook-id']), String(headers['webhook-timestamp'])]
  const key = Buffer.from(SECRET.slice('whsec_'.length), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  assert.equal(headers['webhook-signature'], `v1,${expected}`)
}

type Ways = { allow?: readonly string[]; smtp?: string; ntfy?: string; startMs?: number }

/** Watching over a store, with the real client and a clock that the test moves. */
function watchingOver(store: Store, { allow = [], smtp, ntfy, startMs = Date.UTC(2026, 5, 10, 12) }: Ways) {
  const clock = { ms: startMs }
  const logged: Record<string, unknown>[] = []
  const fetch = createFetchClient({ userAgent: 'TrendPulse tests', allowPrivate: allow, now: () => clock.ms })
  after(() => fetch.close())
  const create = (): Watching =>
    createWatching({
      store,
      fetch,
      mail: smtp === undefined ? null : createMailer({ smtpUrl: smtp, from: 'Tarn News <news@tarn.example>' }),
      ntfy: ntfy === undefined ? null : { url: ntfy, token: 'tk_quill' },
      base: 'https://tarn.example',
      siteName: 'Tarn News',
      now: () => clock.ms,
      random: () => 0,
      stopping: null,
      log: (_event, fields) => logged.push(fields),
    })
  return { ...create(), create, clock, logged }
}

let tokens = 0
function watchOf(given: Partial<NewWatch>): NewWatch {
  const rest = { account: 'ada', everyArticle: true, address: '', secret: null, quiet: null, name: 'Tarn' } as const
  return { ...rest, token: `token${++tokens}`, kind: 'source', target: '1', channel: 'feed', ...given }
}

const hookTo = (address: string, given: Partial<NewWatch> = {}) =>
  watchOf({ channel: 'webhook', address, secret: SECRET, ...given })

/** Something that a watch tells, put where looking for it would have put it. */
async function tell(store: Store, watchId: number, title: string, atMs: number): Promise<void> {
  await store.write
    .insertInto('watch_event')
    .values({
      watch_id: watchId,
      key: title,
      kind: 'article',
      title,
      text: `${title} at length.`,
      path: '/article/x',
      at_ms: atMs,
      open: 1,
    })
    .execute()
}

async function firstTagBurst(items: Items): Promise<{ slug: string; tickMs: number }> {
  const store = await openStore({ path: ':memory:' })
  await createLine(store).store(items.map((item) => arrive(item.article, item.firstSeenMs)))
  await createPulse(store).catchUp(items.at(-1)!.firstSeenMs)
  const bursts = store.read.selectFrom('burst').selectAll().where('key', 'like', 'tag:%')
  const burst = await bursts.orderBy('tick_ms').orderBy('score', 'desc').orderBy('id').executeTakeFirstOrThrow()
  await store.close()
  return { slug: burst.key.slice('tag:'.length), tickMs: burst.tick_ms }
}

type Items = ReturnType<typeof demoArticles> extends Iterable<infer Item> ? Item[] : never
const WORLD_END = Date.UTC(2026, 4, 20, 12, 30)
const world = [...demoArticles({ articles: 400, seed: 2, endMs: WORLD_END })].slice(0, 60)
const burst = await firstTagBurst(world)

onBothEngines((engine, open) => {
  it(`${engine}: a burst of the invented world reaches its readers by feed, webhook, mail and ntfy, once`, async () => {
    const store = await open()
    const [hook, ntfy, smtp] = [await receiver([500, 503]), await receiver(), await smtpServer()]
    const watching = watchingOver(store, {
      allow: [hook.host, ntfy.host],
      smtp: smtp.url,
      ntfy: ntfy.url('/'),
      startMs: burst.tickMs - MINUTE_MS,
    })
    const [line, pulse] = [createLine(store), createPulse(store)]
    const storeUntil = async (fromMs: number, toMs: number) => {
      const items = world.filter((item) => item.firstSeenMs >= fromMs && item.firstSeenMs < toMs)
      await line.store(items.map((item) => arrive(item.article, item.firstSeenMs)))
    }
    await storeUntil(0, burst.tickMs)
    await pulse.catchUp(watching.clock.ms)
    const tag = { kind: 'tag', target: burst.slug, name: 'What rises', everyArticle: false } as const
    const now = watching.clock.ms
    const feed = await makeWatch(store, watchOf(tag), null, now)
    await makeWatch(store, hookTo(hook.url('/hook'), tag), null, now)
    await makeWatch(store, watchOf({ ...tag, channel: 'ntfy', address: 'tarn-alerts' }), null, now)
    const confirm = { key: 'msg_confirm', kind: 'confirm' } as const
    const mail = await makeWatch(
      store,
      watchOf({ ...tag, channel: 'mail', address: 'ada@mail.example', secret: 'code' }),
      confirm,
      now,
    )
    await watching.tend()
    assert.match(smtp.mails[0]?.body ?? '', new RegExp(`https://tarn\\.example/watch/${mail.token}\\?confirm=code`))
    assert.equal(await confirmWatch(store, mail.id, 'code'), true)
    watching.clock.ms += 20 * SECOND_MS
    await watching.tend()

    await storeUntil(burst.tickMs, burst.tickMs + HOUR_MS)
    watching.clock.ms = burst.tickMs + HOUR_MS - MINUTE_MS
    await pulse.catchUp(watching.clock.ms)
    await watching.tend()
    for (const pauseMs of [MINUTE_MS, 5 * MINUTE_MS, HOUR_MS]) {
      watching.clock.ms += pauseMs
      await pulse.catchUp(watching.clock.ms)
      await watching.tend()
    }

    const [told, ...more] = await lastEvents(store, feed.id, 9)
    assert.deepEqual([told?.kind, told?.path, more.length], ['burst', `/tag/${burst.slug}`, 0])
    assert.match(told?.text ?? '', /^\d+ independent articles in .* usual/)
    assert.equal(hook.received.length, 3, 'two failures, then it is taken')
    for (const one of hook.received) checkSignature(one)
    assert.equal(new Set(hook.received.map((one) => one.headers['webhook-id'])).size, 1)
    assert.equal(new Set(hook.received.map((one) => one.body)).size, 1)
    const sent = JSON.parse(hook.received[0]!.body) as {
      type: string
      data: { events: { title: string; url: string }[] }
    }
    assert.equal(sent.type, 'watch.news')
    assert.deepEqual(
      sent.data.events.map((event) => event.url),
      [`https://tarn.example/tag/${burst.slug}`],
    )
    assert.equal(ntfy.received.length, 1)
    const push = JSON.parse(ntfy.received[0]!.body) as Record<string, string>
    assert.deepEqual(
      [push.topic, push.title, push.click],
      ['tarn-alerts', `Rising: ${told?.title}`, sent.data.events[0]?.url],
    )
    assert.equal(ntfy.received[0]?.headers.authorization, 'Bearer tk_quill')
    const [, news, ...others] = smtp.mails
    assert.deepEqual([news?.to, news?.from, others.length], [['ada@mail.example'], 'news@tarn.example', 0])
    assert.equal(news?.headers.get('subject'), `Rising: ${told?.title}`)
    assert.ok(news?.body.includes(told?.text ?? '-'))
    assert.equal(news?.headers.get('auto-submitted'), 'auto-generated')
    assert.equal(news?.headers.get('list-unsubscribe'), `<https://tarn.example/watch/${mail.token}/stop>`)
    assert.deepEqual([...watching.outcomes()].sort(), [
      ['mail-sent', 2],
      ['ntfy-sent', 1],
      ['webhook-retried', 2],
      ['webhook-sent', 1],
    ])
    await store.close()
  })
})

describe('a message on its way', () => {
  const opened = async () => openStore({ path: ':memory:' })

  it('is given up after eight tries in some forty hours, and its watch says so', async () => {
    const store = await opened()
    const hook = await receiver(Array.from({ length: MAX_TRIES }, () => 500))
    const watching = watchingOver(store, { allow: [hook.host] })
    const { id } = await makeWatch(store, hookTo(hook.url('/')), null, watching.clock.ms)
    await tell(store, id, 'Ferry stops', watching.clock.ms)
    const startMs = watching.clock.ms
    for (let minutes = 0; minutes < 3 * 24 * 60 && hook.received.length < MAX_TRIES; minutes += 10) {
      await watching.tend()
      watching.clock.ms += 10 * MINUTE_MS
    }
    assert.equal(hook.received.length, MAX_TRIES)
    const hours = (watching.clock.ms - startMs) / HOUR_MS
    assert.ok(hours > 40 && hours < 45, `${hours} hours`)
    const [watch] = await watchesOf(store, 'ada')
    assert.deepEqual([watch?.state, watch?.failures], ['failed', MAX_TRIES])
    assert.match(watch?.reason ?? '', /500/)
    watching.clock.ms += DAY_MS
    await tell(store, id, 'Ferry sails', watching.clock.ms)
    await watching.tend()
    assert.equal(hook.received.length, MAX_TRIES, 'nothing more is sent')
    assert.equal(watching.outcomes().get('webhook-given-up'), 1)
    await store.close()
  })

  it('waits as long as its receiver asks for', async () => {
    const store = await opened()
    const hook = await receiver([[429, { 'retry-after': '1800' }]])
    const watching = watchingOver(store, { allow: [hook.host] })
    const { id } = await makeWatch(store, hookTo(hook.url('/')), null, watching.clock.ms)
    await tell(store, id, 'Ferry stops', watching.clock.ms)
    await watching.tend()
    watching.clock.ms += 29 * MINUTE_MS
    await watching.tend()
    assert.equal(hook.received.length, 1)
    watching.clock.ms += 2 * MINUTE_MS
    await watching.tend()
    assert.equal(hook.received.length, 2)
    await store.close()
  })

  it('goes to no private address, nor to one that says 410, and is given up at once', async () => {
    const store = await opened()
    const [canary, gone] = [await receiver(), await receiver([410])]
    const watching = watchingOver(store, { allow: [gone.host] })
    for (const address of [
      canary.url('/'),
      gone.url('/'),
      'http://169.254.169.254/latest',
      'http://[::ffff:10.0.0.1]/',
    ])
      await tell(
        store,
        (await makeWatch(store, hookTo(address), null, watching.clock.ms)).id,
        'Ferry stops',
        watching.clock.ms,
      )
    await watching.tend()
    assert.equal(canary.received.length, 0)
    const states = (await watchesOf(store, 'ada')).map((watch) => [watch.state, watch.failures])
    assert.deepEqual(
      states,
      Array.from({ length: 4 }, () => ['failed', 1]),
    )
    await store.close()
  })

  it('does not follow a receiver that leads elsewhere', async () => {
    const store = await opened()
    const canary = await receiver()
    const hook = await receiver([[307, { location: canary.url('/') }]])
    const watching = watchingOver(store, { allow: [hook.host, canary.host] })
    const { id } = await makeWatch(store, hookTo(hook.url('/')), null, watching.clock.ms)
    await tell(store, id, 'Ferry stops', watching.clock.ms)
    await watching.tend()
    assert.deepEqual([hook.received.length, canary.received.length], [1, 0])
    assert.equal((await watchesOf(store, 'ada'))[0]?.failures, 1)
    await store.close()
  })

  it('is given up where its mailbox does not exist, and tried again where it is full', async () => {
    const store = await opened()
    const smtp = await smtpServer((to) =>
      to.startsWith('nobody') ? '550 5.1.1 no such user' : to.startsWith('full') ? '452 4.2.2 full' : null,
    )
    const watching = watchingOver(store, { smtp: smtp.url })
    for (const name of ['nobody', 'full']) {
      const mail = watchOf({ channel: 'mail', address: `${name}@mail.example`, secret: 'code' })
      const { id } = await makeWatch(store, mail, null, watching.clock.ms)
      await confirmWatch(store, id, 'code')
      await tell(store, id, 'Ferry stops', watching.clock.ms)
    }
    await watching.tend()
    const states = (await watchesOf(store, 'ada')).map((watch) => [watch.address, watch.state])
    assert.deepEqual(states, [
      ['full@mail.example', 'active'],
      ['nobody@mail.example', 'failed'],
    ])
    await store.close()
  })

  it('holds no second header and no markup where a headline brings line ends and tags', async () => {
    const store = await opened()
    const [smtp, ntfy] = [await smtpServer(), await receiver()]
    const watching = watchingOver(store, { smtp: smtp.url, ntfy: ntfy.url('/'), allow: [ntfy.host] })
    const title = 'Ferry\r\nBcc: everybody@mail.example\u2028<script>alert(1)</script>\u0000'
    for (const [channel, address] of [
      ['mail', 'ada@mail.example'],
      ['ntfy', 'topic'],
    ] as const) {
      const { id } = await makeWatch(store, watchOf({ channel, address, secret: 'code' }), null, watching.clock.ms)
      await confirmWatch(store, id, 'code')
      await tell(store, id, title, watching.clock.ms)
    }
    await watching.tend()
    assert.equal(smtp.mails[0]?.headers.get('bcc'), undefined)
    assert.deepEqual(smtp.mails[0]?.to, ['ada@mail.example'])
    assert.match(smtp.mails[0]?.headers.get('content-type') ?? '', /^text\/plain/)
    assert.doesNotMatch((JSON.parse(ntfy.received[0]!.body) as { title: string }).title, /[\r\n\u2028\u0000]/)
    await store.close()
  })

  it('is sent again by the same key where a stop came between sending and noting', async () => {
    const store = await opened()
    const [hook, smtp, ntfy] = [await receiver(), await smtpServer(), await receiver()]
    const watching = watchingOver(store, { allow: [hook.host, ntfy.host], smtp: smtp.url, ntfy: ntfy.url('/') })
    const ways = [
      hookTo(hook.url('/')),
      watchOf({ channel: 'mail', address: 'ada@mail.example', secret: 'code' }),
      watchOf({ channel: 'ntfy', address: 'topic' }),
    ]
    for (const way of ways) {
      const { id } = await makeWatch(store, way, null, watching.clock.ms)
      await confirmWatch(store, id, 'code')
      await tell(store, id, 'Ferry stops', watching.clock.ms)
    }
    await watching.tend()
    // As a stop before noting would have left them: taken, and not known to be sent.
    await store.write
      .updateTable('watch_message')
      .set({ state: 'queued', sent_ms: null, due_ms: watching.clock.ms + MINUTE_MS })
      .execute()
    watching.clock.ms += SECOND_MS
    await watching.create().tend()
    const keys = [
      hook.received.map((one) => one.headers['webhook-id']),
      smtp.mails.map((mail) => mail.headers.get('message-id')),
      ntfy.received.map((one) => (JSON.parse(one.body) as { sequence_id: string }).sequence_id),
    ]
    for (const [first, second, ...more] of keys) assert.deepEqual([first, more], [second, []])
    assert.match(String(keys[2]![0]), /^[-_A-Za-z0-9]{1,64}$/, 'as ntfy has it')
    assert.deepEqual(
      [...(await lastMessages(store, [1, 2, 3], 9)).values()].flat().map((message) => message.state),
      ['sent', 'sent', 'sent'],
    )
    await store.close()
  })
})

describe('quiet hours', () => {
  const night = (zone: string): QuietHours => ({ fromMinute: 22 * 60, toMinute: 7 * 60, zone })

  /** When each message arrives where something happens every half hour from one moment to another. */
  async function arrivals(zone: string, fromMs: number, hours: number) {
    const store = await openStore({ path: ':memory:' })
    const hook = await receiver()
    const watching = watchingOver(store, { allow: [hook.host], startMs: fromMs })
    const { id } = await makeWatch(store, hookTo(hook.url('/'), { quiet: night(zone) }), null, fromMs)
    const arrived: { atMs: number; events: number }[] = []
    for (; watching.clock.ms <= fromMs + hours * HOUR_MS; watching.clock.ms += 30 * MINUTE_MS) {
      const before = hook.received.length
      await tell(store, id, `At ${watching.clock.ms}`, watching.clock.ms)
      await watching.tend()
      for (const one of hook.received.slice(before)) {
        const { events } = (JSON.parse(one.body) as { data: { events: unknown[] } }).data
        arrived.push({ atMs: watching.clock.ms, events: events.length })
      }
    }
    await store.close()
    return arrived
  }

  it('hold back across midnight, and what came goes in one message after them', async () => {
    const fromMs = Date.UTC(2026, 5, 10, 21)
    assert.deepEqual(await arrivals('UTC', fromMs, 10.5), [
      { atMs: fromMs, events: 1 },
      { atMs: fromMs + HOUR_MS / 2, events: 1 },
      { atMs: fromMs + 10 * HOUR_MS, events: 19 },
      { atMs: fromMs + 10.5 * HOUR_MS, events: 1 },
    ])
  })

  it('end by the clocks of their zone in the nights in which these are put forward and back', async () => {
    const [spring, autumn] = [Date.UTC(2026, 2, 28, 20, 30), Date.UTC(2026, 9, 24, 19, 30)]
    assert.deepEqual((await arrivals('Europe/Berlin', spring, 9)).at(1), { atMs: Date.UTC(2026, 2, 29, 5), events: 17 })
    assert.deepEqual((await arrivals('Europe/Berlin', autumn, 11)).at(1), {
      atMs: Date.UTC(2026, 9, 25, 6),
      events: 21,
    })
  })

  it('hold back what is tried again, but no test and no confirmation', async () => {
    const store = await openStore({ path: ':memory:' })
    const hook = await receiver([500])
    const watching = watchingOver(store, { allow: [hook.host], startMs: Date.UTC(2026, 5, 10, 21, 59, 30) })
    const { id } = await makeWatch(store, hookTo(hook.url('/'), { quiet: night('UTC') }), null, watching.clock.ms)
    await tell(store, id, 'Ferry stops', watching.clock.ms)
    await watching.tend()
    watching.clock.ms += 2 * MINUTE_MS
    await watching.tend()
    assert.equal(hook.received.length, 1)
    const test = {
      watch_id: id,
      key: 'msg_test',
      kind: 'test',
      state: 'queued',
      tries: 0,
      due_ms: 0,
      made_ms: 0,
    } as const
    await store.write.insertInto('watch_message').values(test).execute()
    await watching.tend()
    assert.deepEqual(
      hook.received.map((one) => (JSON.parse(one.body) as { type: string }).type),
      ['watch.news', 'watch.test'],
    )
    watching.clock.ms = Date.UTC(2026, 5, 11, 7, 5)
    await watching.tend()
    assert.equal(hook.received.at(-1)?.headers['webhook-id'], hook.received[0]?.headers['webhook-id'])
    assert.equal(
      (await lastMessages(store, [id], 9)).get(id)?.find((message) => message.kind === 'news')?.tries,
      2,
      'waiting is no try',
    )
    await store.close()
  })
})
