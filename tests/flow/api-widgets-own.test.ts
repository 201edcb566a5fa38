import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createClient } from '../../src/web/api/client/create-client.ts'
import { throwAwayFolder } from '../engines.ts'
import { loopback } from '../loopback.ts'
import { runVerb } from '../run-verb.ts'
import { startServe, until } from '../served.ts'

const ARTICLES = 60
/** What the paper writes about, and words of each. */
const SUBJECTS = {
  ferry: 'deck harbour captain tide cargo anchor passage crew rudder',
  bakery: 'flour oven loaf yeast crust apprentice counter recipe dough',
  lighthouse: 'lamp lens keeper storm cliff beam fog signal tower',
  orchard: 'apple blossom harvest ladder pruning cider frost graft basket',
  tramway: 'track wire conductor depot timetable junction brake fare siding',
  observatory: 'comet telescope dome eclipse mirror orbit catalogue astronomer nebula',
  brewery: 'malt hops barrel cellar kettle brewer foam tasting copper',
  aqueduct: 'arch spring mason channel valley stone repair sluice basin',
  choir: 'soprano rehearsal concert hymn organ conductor applause tenor score',
  museum: 'exhibit curator painting gallery loan archive restorer frame donor',
} as const
const NAMES = Object.keys(SUBJECTS) as (keyof typeof SUBJECTS)[]
const SYLLABLES = [
  'bal',
  'dor',
  'fen',
  'gul',
  'hem',
  'jor',
  'kas',
  'lum',
  'mir',
  'nev',
  'pol',
  'rut',
  'sel',
  'tav',
  'vin',
  'zor',
]

const subjectOf = (number: number) => NAMES[number % NAMES.length]!
/** A word of no language, another one for each article and place. */
const oddWord = (number: number, place: number) =>
  [number * 7 + place * 3, number * 3 + place * 11, number + place]
    .map((at) => SYLLABLES[at % SYLLABLES.length])
    .join('')
const headline = (number: number) =>
  `${oddWord(number, 1)} and the ${subjectOf(number)} of ${oddWord(number, 2)}: part ${number}`
const story = (number: number) => {
  const words = SUBJECTS[subjectOf(number)].split(' ')
  const sentence = (at: number) =>
    `The ${words[(at + number) % words.length]} near ${oddWord(number, at)} surprised ${oddWord(number, at + 40)} because its ${words[(at * 2 + 1) % words.length]} ${oddWord(number, at + 80)} every ${oddWord(number, at + 120)}.`
  return Array.from(
    { length: 5 },
    (_, at) => `<p>${[0, 1, 2].map((next) => sentence(at * 3 + next)).join(' ')}</p>`,
  ).join('\n')
}

/** A paper without a feed: its robots.txt names its sitemap, which names its articles. */
const paper = await loopback((request, response) => {
  const path = request.url ?? ''
  const number = Number(/^\/a\/(\d+)\.html$/.exec(path)?.[1] ?? Number.NaN)
  const html = (body: string) =>
    response.setHeader('content-type', 'text/html; charset=utf-8').end(`<!doctype html><html lang="en">${body}</html>`)
  if (path === '/robots.txt') return response.end(`User-agent: *\nAllow: /\nSitemap: ${paper.url('/sitemap.xml')}\n`)
  if (path === '/sitemap.xml') return response.setHeader('content-type', 'application/xml').end(sitemap())
  if (path === '/') return html('<title>The Lantern</title><body><h1>The Lantern</h1><p>Welcome.</p></body>')
  if (Number.isNaN(number)) return response.writeHead(404).end('no such page')
  html(
    `<title>${headline(number)} | The Lantern</title><body><nav><a href="/">Home</a></nav><article><h1>${headline(number)}</h1><time datetime="${publishedOf(number)}">then</time>${story(number)}</article></body>`,
  )
})

const publishedOf = (number: number) => new Date(startedMs - number * 3_600_000).toISOString()
const startedMs = Date.now() - 7_200_000

function sitemap(): string {
  const urls = Array.from(
    { length: ARTICLES },
    (_, at) => `<url><loc>${paper.url(`/a/${at + 1}.html`)}</loc><lastmod>${publishedOf(at + 1)}</lastmod></url>`,
  )
  return `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>`
}

type Item = { title: string; url: string; reason: string }

const data = throwAwayFolder()
const env = { TRENDPULSE_ALLOW_PRIVATE: paper.host }
const added = await runVerb(['add', '--data', data, paper.url('/')], { env })
assert.match(added.out, /sitemap/, added.err)
await runVerb(['user', 'add', 'press', '--role', 'editor', '--password-stdin', '--data', data], {
  input: 'a long password of nobody',
})
const token = (await runVerb(['user', 'token', 'press', '--data', data])).out.trim()
const served = await startServe(data, env)

describe('a publisher without a feed', () => {
  const list = async (name: string, query = ''): Promise<Item[]> => {
    const page = encodeURIComponent(paper.url('/a/7.html'))
    const answer = await fetch(`${served.url}/widget/${name}.json?site=127.0.0.1&url=${page}${query}`)
    assert.equal(answer.status, 200, name)
    return ((await answer.json()) as { items: Item[] }).items
  }
  const client = createClient({ baseUrl: served.url, token })

  it('has the three lists of a page over its own sitemap, whole, with reasons, and no link that leads away', async () => {
    for (const name of ['related', 'ranking', 'recommendation']) {
      const items = await list(name)
      assert.equal(items.length, 8, name)
      for (const { url, reason, title } of items) {
        assert.ok(url.startsWith(paper.url('/a/')), url)
        assert.notEqual(reason, '')
        if (name !== 'ranking') assert.notEqual(title, headline(7), name)
      }
    }
  })

  it('finds what belongs to a page among its own', async () => {
    const found = async () => (await list('related')).filter(({ reason }) => reason !== 'among the newest here')
    await until(async () => (await found()).some(({ title }) => title.includes(subjectOf(7))), 10_000)
  })

  it('says that nobody counts what is read, until it hands in counts: then what is read leads, and says how often', async () => {
    const before = await list('ranking')
    assert.ok(before.every(({ reason }) => reason === 'new here; nobody counts what is read'))
    const hour = new Date().toISOString()
    const reads = [40, 41, 42].map((number) => ({
      url: paper.url(`/a/${number}.html`),
      hour,
      count: number === 41 ? 90_000 : 3,
    }))
    const handed = { reads: [...reads, { url: paper.url('/a/none.html'), hour, count: 1 }] }
    for (let twice = 0; twice < 2; twice++)
      assert.deepEqual(await client.handInReads({ body: handed }), { kept: 3, unknown: [paper.url('/a/none.html')] })
    const after = await list('ranking', '&window=week')
    assert.equal(after[0]?.reason, 'reads lately, as its publisher counts: 90,000')
    assert.equal(after[0]?.title, headline(41))
  })

  it('hands in articles by the API: once each by their address, changed ones anew, and is told what is none', async () => {
    const url = 'http://127.0.0.1/handed/1'
    const article = {
      url,
      title: 'Bells of Sarrow ring for the new bridge',
      text: `${'Nine bells rang over the river. '.repeat(20)}\n\nThe bridge is open.`,
    }
    const sent = async (...articles: (typeof article & { html?: string })[]) =>
      (await client.handInArticles({ body: { articles } })).articles.map(({ outcome }) => outcome)
    assert.deepEqual(await sent(article, { ...article, url: `${url}0`, text: ' ' }), ['new', 'failed'])
    assert.deepEqual(await sent(article), ['known'])
    const html = '<p>Ten bells rang over the river, and the mayor crossed it.</p>'.repeat(5)
    assert.deepEqual(await sent({ ...article, html }), ['updated'])
    const found = await list('ranking', '&limit=20')
    assert.ok(found.some((item) => item.url === url))
    const bare = { url, title: 'Without a text' }
    await assert.rejects(client.handInArticles({ body: { articles: [bare] } }), { status: 400 })
    const stranger = createClient({ baseUrl: served.url, token: 'tp_wrong' })
    await assert.rejects(stranger.handInArticles({ body: { articles: [article] } }), { code: /forbidden|unauthorized/ })
    await served.stop()
  })
})
