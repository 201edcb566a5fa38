import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { throwAwayFolder } from '../engines.ts'
import { loopback } from '../loopback.ts'
import { runVerb } from '../run-verb.ts'

type Exported = { id: string; url: string | null; title: string; text: string }

const prose = (topic: string, count = 4): string =>
  Array.from(
    { length: count },
    (_, index) =>
      `<p>The ${topic} of Karelin harbour was told in its ${index + 1}. part by the wardens, who had counted every boat and every rope before the tide turned at last.</p>`,
  ).join('')

/** A plain page; `end` stands below the text as part of it. */
const page = (title: string, body: string, { head = '', end = '' } = {}): string =>
  `<!doctype html><html lang="en"><head><title>${title} | Harbour Wire</title><meta property="og:site_name" content="Harbour Wire">
  <meta property="og:type" content="article">${head}</head><body><article><h1>${title}</h1><div class="article-body">${body}${end}</div></article></body></html>`

const SLOGAN = '<p>Harbour Wire is read by twelve thousand sailors every morning before they leave.</p>'
const pages: Record<string, string> = {
  '/tide': page('High tide takes the quay', prose('first tide'), {
    end: '<p class="pages"><a href="/tide">1</a> <a href="/tide/2">2</a></p>',
  }),
  '/tide/2': page('High tide takes the quay - page 2 of 3', prose('first tide', 1) + prose('second flood'), {
    head: '<link rel="next" href="/tide/3">',
  }),
  '/tide/3': page('High tide takes the quay (3/3)', prose('third wave'), { head: '<link rel="next" href="/tide/2">' }),
  '/robbed': page('Salt is dear', prose('salt'), { head: '<link rel="next" href="/robbed/2">' }),
  '/robbed/2': page('Pepper is cheap', prose('pepper')),
  '/amp/fish': page('Fish return', prose('fish'), {
    head: '<link rel="canonical" href="/fish"><script async src="https://cdn.ampproject.org/v0.js"></script>',
  }),
  '/fish': page('Fish return', prose('fish'), { head: '<link rel="amphtml" href="/amp/fish">' }),
  '/amp/thief': page('Thieves at sea', prose('thieves'), {
    head: '<link rel="canonical" href="https://other.example/thief"><script async src="https://cdn.ampproject.org/v0.js"></script>',
  }),
  '/one': page('One lamp is lit', prose('lamp'), { end: SLOGAN }),
  '/two': page('Two ropes are cut', prose('rope'), { end: SLOGAN }),
  '/three': page('Three nets are mended', prose('net'), { end: SLOGAN }),
}
const server = await loopback((request, response) => {
  const found = pages[request.url ?? '']
  if (found) response.setHeader('content-type', 'text/html; charset=utf-8').end(found)
  else if (request.url === '/feed.rss')
    response
      .setHeader('content-type', 'application/rss+xml')
      .end(
        `<rss version="2.0"><channel><title>W</title><item><title>Fish return</title><link>${server.url('/amp/fish')}</link></item></channel></rss>`,
      )
  else response.writeHead(404).end()
})

async function added(data: string, ...inputs: string[]): Promise<Exported[]> {
  const env = { TRENDPULSE_ALLOW_PRIVATE: server.host }
  const ran = await runVerb(['add', '--data', data, ...inputs.map((path) => server.url(path))], { env })
  assert.equal(ran.code, 0, ran.err)
  const { out } = await runVerb(['export', '--data', data])
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Exported)
}

describe('several pages of one text', () => {
  it('are joined in order, once, without what the later ones repeat', async () => {
    const [article, ...more] = await added(throwAwayFolder(), '/tide')
    assert.equal(more.length, 0)
    assert.equal(article!.url, server.url('/tide'))
    const told = [...article!.text.matchAll(/The ([\w ]+) of Karelin harbour was told in its (\d)/g)].map((match) => [
      match[1],
      match[2],
    ])
    const expected = ['first tide', 'second flood', 'third wave'].flatMap((topic) =>
      ['1', '2', '3', '4'].map((part) => [topic, part]),
    )
    assert.deepEqual(told, expected)
    assert.deepEqual(
      server.asked.filter((path) => path.startsWith('/tide')),
      ['/tide', '/tide', '/tide/2', '/tide/3'],
    ) // `add` looks what it is first
  })

  it('stay apart where the next page has another headline', async () => {
    const [article] = await added(throwAwayFolder(), '/robbed')
    assert.doesNotMatch(article!.text, /pepper/)
    assert.ok(server.asked.includes('/robbed/2'))
  })
})

describe('a page for telephones', () => {
  it('is one article with the page that it names, whichever came first, and is not fetched again by its feed', async () => {
    const data = throwAwayFolder()
    const [article, ...more] = await added(data, '/amp/fish', '/fish')
    assert.equal(more.length, 0)
    assert.equal(article!.url, server.url('/fish'))
    const before = server.asked.filter((path) => path === '/amp/fish').length
    assert.equal((await added(data, '/feed.rss')).length, 1)
    assert.equal(server.asked.filter((path) => path === '/amp/fish').length, before)
  })

  it('cannot take the place of a page of another owner', async () => {
    const [article] = await added(throwAwayFolder(), '/amp/thief')
    assert.equal(article!.url, server.url('/amp/thief'))
  })
})

describe('the memory of a host', () => {
  it('leaves out what two other pages of the host had, and nothing before', async () => {
    const articles = await added(throwAwayFolder(), '/one', '/two', '/three')
    const holds = articles.map(({ title, text }) => [title, /twelve thousand sailors/.test(text)])
    assert.deepEqual(holds, [
      ['One lamp is lit', true],
      ['Two ropes are cut', true],
      ['Three nets are mended', false],
    ])
    assert.match(articles[2]!.text, /The net of Karelin harbour was told in its 4/)
  })
})
