import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { DAY_MS } from '../../src/model/time.ts'
import { articleByKey } from '../../src/store/articles.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { createApp } from '../../src/web/app.ts'
import type { Site } from '../../src/web/site.ts'
import { fillSiteWorld, NOW, siteOver } from './site-world.ts'

const READER = { 'x-forwarded-for': '198.51.100.7', 'user-agent': 'Reader/1' }
let store: Store
let site: ReturnType<typeof siteOver>
let app: ReturnType<typeof createApp>

before(async () => {
  store = await openStore({ path: ':memory:' })
  await fillSiteWorld(store)
})
beforeEach(() => {
  site = siteOver(store)
  site.trustProxy = true
  app = createApp(site)
})
after(() => store.close())

const page = async (path: string, over = app) => (await over.request(path, { headers: READER })).text()
/** Posts the form of an article as its page has it. */
async function press(button: { label: string } | 'back', headers: Record<string, string> = {}): Promise<number> {
  const token = /name="token" value="([^"]+)"/.exec(await page('/article/first'))![1]!
  const body = new URLSearchParams(button === 'back' ? { token } : { token, ...button })
  const answer = await app.request('/article/first/react', { method: 'POST', body, headers: { ...READER, ...headers } })
  return answer.status
}
const shown = async () =>
  [...(await page('/article/first')).matchAll(/value="[^"]*">(veryGood!|doubtful) <b>\((\d+)\)/g)].map(
    ([, label, count]) => `${label} ${count}`,
  )
const views = async () => (await articleByKey(store, 'second'))!.views
/** Views are counted beside the answers. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 50))

describe('a reaction', () => {
  it('is changed by another, and taken back by a button that stands where there is one', async () => {
    assert.doesNotMatch(await page('/article/first'), /Take mine back/)
    assert.equal(await press({ label: 'veryGood!' }), 303)
    assert.deepEqual(await shown(), ['veryGood! 1', 'doubtful 0'])
    await press({ label: 'doubtful' })
    assert.deepEqual(await shown(), ['veryGood! 0', 'doubtful 1'])
    assert.match(await page('/article/first'), /Take mine back/)
    await press('back', { 'user-agent': 'Another/1' })
    assert.deepEqual(await shown(), ['veryGood! 0', 'doubtful 1'], 'nobody takes back what is another’s')
    await press('back')
    assert.deepEqual(await shown(), ['veryGood! 0', 'doubtful 0'])
  })

  it('is hashed by a key that is gone the next day, with all that it proved', async () => {
    await press({ label: 'veryGood!' })
    const [key] = await store.read.selectFrom('vote_key').selectAll().execute()
    site.setNow(NOW + DAY_MS)
    await press({ label: 'veryGood!' })
    await settled()
    assert.deepEqual(await shown(), ['veryGood! 2', 'doubtful 0'], 'a new day, a new voice')
    const keys = await store.read.selectFrom('vote_key').selectAll().execute()
    assert.equal(keys.length, 1)
    assert.notEqual(keys[0]!.key, key!.key)
    const days = await store.read.selectFrom('vote_seen').select('day').distinct().execute()
    assert.deepEqual(
      days.map(({ day }) => day),
      [keys[0]!.day],
    )
    await press('back')
  })

  it('can be switched off: no form, no answer to one, and the page’s own claims stay', async () => {
    const off = createApp({ ...site, reactions: [] } as Site)
    assert.doesNotMatch(await page('/article/first', off), /<form class="react/)
    assert.match(await page('/article/tampered', off), /veryGood! <b>\(79\)/)
    assert.doesNotMatch(await page('/ranking', off), /\d reaction/)
    const answer = await off.request('/article/first/react', {
      method: 'POST',
      body: new URLSearchParams({ token: 'x' }),
    })
    assert.equal(answer.status, 404)
  })
})

describe('a view', () => {
  it('is a person’s: no robot’s, no look at the head, no page fetched before it is asked for', async () => {
    const seen = await views()
    for (const headers of [
      { ...READER, 'user-agent': 'Examplebot/2.0 (+https://example.org/bot)' },
      { ...READER, 'user-agent': '' },
      { ...READER, 'sec-purpose': 'prefetch;prerender' },
    ])
      await app.request('/article/second', { headers })
    await app.request('/article/second', { method: 'HEAD', headers: READER })
    await settled()
    assert.equal(await views(), seen)
    await page('/article/second')
    await settled()
    assert.equal(await views(), seen + 1)
  })

  it('is counted for a few browsers of one line, however many names they give', async () => {
    const seen = await views()
    for (let n = 0; n < 30; n++)
      await app.request('/article/second', { headers: { 'x-forwarded-for': '203.0.113.4', 'user-agent': `Name ${n}` } })
    await settled()
    assert.equal(await views(), seen + 8)
  })

  it('stands on the article, and in lists within seconds', async () => {
    site.setNow(NOW)
    const listed = async () =>
      Number(/(\d+) view/.exec((await page('/ranking')).split('href="/story/varga"')[1]!)?.[1] ?? 0)
    const then = await listed()
    await app.request('/article/second', { headers: { ...READER, 'user-agent': 'Newcomer' } })
    await settled()
    site.setNow(NOW + 1_500)
    assert.equal(await listed(), then + 1)
  })

  it('can be switched off: nothing is counted, nothing shown', async () => {
    const off = createApp({ ...site, countViews: false } as Site)
    const seen = await views()
    const body = await page('/article/second', off)
    await settled()
    assert.equal(await views(), seen)
    assert.doesNotMatch(body, /\d views?\b/)
    assert.doesNotMatch(await page('/ranking', off), /\d views?\b/)
  })
})
