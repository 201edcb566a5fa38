import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { serve } from '@hono/node-server'
import { demoArticles } from '../../src/demo/world.ts'
import { type Arrival, createLine, type Line } from '../../src/ingest/line.ts'
import type { StoryCard } from '../../src/model/card.ts'
import { HOUR_MS } from '../../src/model/time.ts'
import { articleByKey, articleCards } from '../../src/store/articles.ts'
import type { Store } from '../../src/store/store.ts'
import { storyByKey } from '../../src/store/stories.ts'
import { createApp } from '../../src/web/app.ts'
import { createArrivals, pageOf } from '../articles.ts'
import { onBothEngines } from '../engines.ts'
import { NOW, siteOver } from './site-world.ts'

/** Two days of an invented edition, prepared once for both engines. */
const DEMO = { articles: 360, seed: 5, endMs: NOW }
const RECENT_MS = 60 * HOUR_MS
const BATCH = 50
const arrive = await createArrivals()
const EDITION = [...demoArticles(DEMO)]
  .filter((item) => item.firstSeenMs > NOW - RECENT_MS)
  .map((item) => arrive(item.article, item.firstSeenMs))

onBothEngines((engine, open) => {
  describe(`${engine}: the ranking under attack, through the line and the site`, () => {
    let store: Store
    let line: Line
    let site: ReturnType<typeof siteOver>
    let url = ''
    let close: () => Promise<void> = async () => {}
    let minutes = 0

    before(async () => {
      store = await open()
      line = createLine(store)
      await bring(EDITION)
      site = siteOver(store)
      site.trustProxy = true
      const server = serve({ fetch: createApp(site).fetch, hostname: '127.0.0.1', port: 0 })
      await new Promise((resolve) => server.once('listening', resolve))
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // it listens on a port, not a pipe
      close = async () => {
        if ('closeAllConnections' in server) server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
    })
    after(async () => {
      await close()
      await store.close()
    })

    const bring = async (arrivals: readonly Arrival[]) => {
      for (let at = 0; at < arrivals.length; at += BATCH) await line.store(arrivals.slice(at, at + BATCH))
    }
    const text = async (path: string, headers: Record<string, string> = {}) =>
      (await fetch(url + path, { headers })).text()
    /** Keys of stories in their order, as the page shows them a minute later. */
    const ranking = async (window = 'day') => {
      site.setNow(NOW + ++minutes * 60_000)
      site.touch()
      const page = await text(`/ranking?window=${window}`)
      const list = page.split('<ol class="list numbered">')[1] ?? ''
      return [...list.matchAll(/<h2><a href="\/story\/([^"]+)"/g)].map(([, key]) => key!)
    }
    const cardOf = async (key: string): Promise<StoryCard> => {
      const found = await storyByKey(store, key)
      assert.ok(found && 'story' in found)
      return found.story
    }
    const leadOf = async (key: string) => {
      const [card] = await articleCards(store, [(await cardOf(key)).leadArticleId!])
      return (await articleByKey(store, card!.key))!
    }
    /** A story in the midst of the list, where places are closest. */
    const target = async (window?: string) => (await ranking(window)).at(8)!
    const send = async (key: string, from: string, agent: string, token: string, label = 'veryGood!') => {
      const headers = {
        'x-forwarded-for': from,
        'user-agent': agent,
        'content-type': 'application/x-www-form-urlencoded',
      }
      const body = new URLSearchParams({ token, label }).toString()
      const path = `${url}/article/${key}/react`
      const answer = await fetch(path, { method: 'POST', headers, body, redirect: 'manual' })
      await answer.text()
      return answer.status
    }
    const tokenOf = async (key: string) =>
      /name="token" value="([^"]+)"/.exec(await text(`/article/${key}`, { 'user-agent': 'Lynx' }))![1]!
    /** Posts without end, fifty at once, with one form's token and no cookie. */
    const flood = async (
      key: string,
      count: number,
      { from, agent }: { from: (n: number) => string; agent: (n: number) => string },
    ) => {
      const token = await tokenOf(key)
      const answers: number[] = []
      for (let at = 0; at < count; at += 50) {
        const wave = Array.from({ length: Math.min(50, count - at) }, (_, n) =>
          send(key, from(at + n), agent(at + n), token),
        )
        answers.push(...(await Promise.all(wave)))
      }
      return answers
    }
    /** The most places that a story of the list moved among those that were there before. */
    const worstMove = (then: readonly string[], now: readonly string[]) => {
      const kept = now.filter((key) => then.includes(key))
      const old = then.filter((key) => kept.includes(key))
      return Math.max(...old.map((key, at) => Math.abs(kept.indexOf(key) - at)))
    }

    it('moves no story by more than a place for a feed that posts a hundred items about one', async () => {
      const key = await target()
      const { title, page } = await leadOf(key)
      const then = await ranking()
      const words = [...new Set(page.text.match(/\p{L}{5,}/gu) ?? [])]
      const items = Array.from({ length: 100 }, (_, n) => {
        const said = (count: number, start: number) =>
          Array.from({ length: count }, (_, at) => words[(start + at * 7 + n * 3) % words.length]).join(' ')
        const body = Array.from({ length: 6 }, (_, at) => `Item ${n} of the day holds ${said(14, at * 11)}.`).join(
          '\n\n',
        )
        const at = `https://flood.example/${n}`
        return arrive(
          pageOf({ url: at, title: `${title}: ${said(2, n)}`, text: body, siteName: 'Flood' }),
          NOW + n * 500,
        )
      })
      const before = await cardOf(key)
      await bring(items)
      assert.ok((await cardOf(key)).articleCount >= before.articleCount + 50, 'the flood reached its story')
      const now = await ranking()
      assert.ok(worstMove(then, now) <= 1, `moved ${worstMove(then, now)} places`)
      const owners = await Promise.all(now.map(async (shown) => (await leadOf(shown)).owner))
      for (let at = 0; at + 10 <= owners.length; at++)
        assert.ok(owners.slice(at, at + 10).filter((owner) => owner === 'flood.example').length <= 2)
    })

    it('moves no story at all for forty copies on forty hosts', async () => {
      const key = await target()
      const { page } = await leadOf(key)
      const then = await ranking()
      const copies = Array.from({ length: 40 }, (_, n) =>
        arrive(pageOf({ ...page, url: `https://copier${n}.example/a`, siteName: `Copier ${n}` }), NOW + 60_000 + n),
      )
      const before = await cardOf(key)
      await bring(copies)
      const story = await cardOf(key)
      assert.deepEqual([story.copyCount, story.ownerCount], [before.copyCount + 40, before.ownerCount])
      assert.equal(worstMove(then, await ranking()), 0)
    })

    for (const attack of [
      {
        name: 'one block of 256 addresses under changing names',
        count: 500,
        from: (n: number) => `198.51.100.${n % 250}`,
        agent: (n: number) => `Browser ${n}`,
        shown: 20,
      },
      {
        name: 'one address under changing names',
        count: 100,
        from: () => '203.0.113.9',
        agent: (n: number) => `Other ${n}`,
        shown: 4,
      },
      { name: 'one session', count: 500, from: () => '192.0.2.77', agent: () => 'One browser', shown: 1 },
      {
        name: 'one IPv6 line that rotates within its /64',
        count: 100,
        from: (n: number) => `2001:db8:77:1::${n.toString(16)}`,
        agent: () => 'One browser',
        shown: 1,
      },
      {
        name: 'one IPv6 site that rotates within its /48',
        count: 200,
        from: (n: number) => `2001:db8:99:${n.toString(16)}::1`,
        agent: (n: number) => `Browser ${n % 7}`,
        shown: 20,
      },
    ])
      it(`moves no story by more than a place for ${attack.count} reactions of ${attack.name}`, async () => {
        const key = await target()
        const lead = await leadOf(key)
        const then = await ranking()
        const before = await cardOf(key)
        await flood(lead.key, attack.count, attack)
        const story = await cardOf(key)
        assert.equal(story.reactionTotal - before.reactionTotal, attack.shown)
        assert.ok(story.weighedTotal - before.weighedTotal <= 2)
        const now = await ranking()
        assert.ok(worstMove(then, now) <= 1, `moved ${worstMove(then, now)} places`)
      })

    it('holds in the list of the week too, where they come from a whole provider', async () => {
      const key = await target('week')
      const then = await ranking('week')
      const lead = await leadOf(key)
      const from = (n: number) => `100.64.${n % 200}.${n % 250}`
      await flood(lead.key, 200, { from, agent: (n) => `Browser ${n}` })
      assert.ok((await cardOf(key)).weighedTotal <= 10)
      assert.ok(worstMove(then, await ranking('week')) <= 1)
    })

    it('tells a connection that sends without end to wait', async () => {
      const { key } = await leadOf(await target())
      const answers = await flood(key, 80, { from: () => '192.0.2.200', agent: (n) => `Again ${n}` })
      assert.equal(answers.filter((status) => status === 303).length, 60)
      assert.equal(answers.filter((status) => status === 429).length, 20)
    })

    it('shows a reaction on article, story and ranking within three seconds, though the pages are kept', async () => {
      const key = (await ranking()).at(0)!
      const lead = await leadOf(key)
      const token = await tokenOf(lead.key)
      const shownOn = async () => {
        const pages = await Promise.all([`/article/${lead.key}`, `/story/${key}`, '/ranking'].map((path) => text(path)))
        const mark = new RegExp(`data-counts="s${(await cardOf(key)).id}">(?: · (\\d+) reaction)?`)
        return [
          Number(/veryGood! <b>\((\d+)\)/.exec(pages[0]!)![1]),
          Number(mark.exec(pages[1]!)![1] ?? 0),
          Number(mark.exec(pages[2]!)![1] ?? 0),
        ]
      }
      const before = await shownOn()
      assert.equal(await send(lead.key, '8.8.4.4', 'Reader', token), 303)
      site.setNow(site.now() + 2_000)
      assert.deepEqual(
        await shownOn(),
        before.map((count) => count + 1),
      )
    })
  })
})
