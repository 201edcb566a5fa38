import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { throwAwayFolder } from '../engines.ts'
import { loopback } from '../loopback.ts'
import { type Ran, runVerb } from '../run-verb.ts'

type Exported = {
  id: string
  url: string | null
  title: string
  text: string
  published: string | null
  copyOf: string | null
  story: string
  tags: string[]
}

const page = readFileSync('examples/copied-page.html', 'utf8')
const feed = readFileSync('examples/feed.rss', 'utf8')
  .replace('original.html', 'copied-page.html')
  .replace(/<(guid|description|pubDate)\b.*<\/\1>/g, '')
const server = await loopback((request, response) => {
  const path = request.url ?? ''
  if (path === '/copied-page.html') response.setHeader('content-type', 'text/html; charset=utf-8').end(page)
  else if (path === '/feed.rss')
    response
      .setHeader('content-type', 'application/rss+xml')
      .end(feed.replace(/<link>https:[^<]*<\/link>/, `<link>${server.url('/')}</link>`))
  else if (path === '/')
    response
      .setHeader('content-type', 'text/html')
      .end('<title>Site</title><link rel="alternate" type="application/rss+xml" href="/feed.rss"><p>Welcome.')
  else if (path === '/hangs') response.write('<rss>')
  else response.writeHead(404).end('no such page')
})

const add = (data: string, ...inputs: string[]): Promise<Ran> =>
  runVerb(['add', '--data', data, ...inputs], { env: { TRENDPULSE_ALLOW_PRIVATE: server.host } })

async function exported(data: string): Promise<Exported[]> {
  const { out } = await runVerb(['export', '--data', data])
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Exported)
}

describe('add', () => {
  it('gives the same article of a text, a page, a feed entry that links to the page, and a JSON line', async () => {
    const bodies: [string, string, string | null][] = []
    for (const input of [
      'examples/copied-page.txt',
      'examples/copied-page.html',
      server.url('/feed.rss'),
      server.url('/'),
      'LINES',
    ]) {
      const data = throwAwayFolder()
      const lines = join(data, 'lines.jsonl')
      writeFileSync(lines, `${JSON.stringify({ text: readFileSync('examples/copied-page.txt', 'utf8') })}\n`)
      const ran = await add(data, input === 'LINES' ? lines : input)
      assert.equal(ran.code, 0, `${input}: ${ran.err}`)
      const [article, ...more] = await exported(data)
      assert.equal(more.length, 0)
      bodies.push([article!.title, article!.text, article!.published])
    }
    for (const body of bodies) assert.deepEqual(body, bodies[0])
    assert.equal(bodies[0]![1].split('\n\n').length, 19)
  })

  it('finds the earlier clean copy that the store holds, and stores nothing twice', async () => {
    const data = throwAwayFolder()
    await add(data, 'examples/original.html', 'examples/copied-page.txt')
    const again = await add(data, 'examples/original.html', 'examples/copied-page.txt')
    assert.match(again.out, /0 new, 1 known/)
    const articles = await exported(data)
    assert.equal(articles.length, 2)
    const [original, copy] = articles
    assert.equal(copy?.copyOf, original?.id)
    assert.equal(copy?.story, original?.story)
    const report = await runVerb(['inspect', '--data', data, 'examples/copied-page.html'])
    assert.match(report.out, /re-dated by \d+ days/)
  })

  it('names each bad input in one line, stores nothing of it, and goes on with the rest', async () => {
    const data = throwAwayFolder()
    const inside = join(data, 'inputs')
    mkdirSync(inside)
    const file = (name: string, content: string | Uint8Array) => {
      writeFileSync(join(inside, name), content)
      return join(inside, name)
    }
    const bad = [
      file('empty.html', ''),
      file(
        'picture.html',
        Uint8Array.from({ length: 4_000 }, (_, index) => (index * 7_919) % 256),
      ),
      file('line.txt', 'x'.repeat(50 * 1024 * 1024)),
      file('broken.xml', '<rss><channel><item><title>never'),
      file('no-text.html', '<!doctype html><title>Nothing</title><nav><a href="/">Home</a></nav>'),
      join(inside, 'missing.html'),
      server.url('/gone'),
      'http://10.0.0.1/feed',
      'http://169.254.169.254/latest/meta-data',
      'http://localhost:1/feed',
      'ftp://files.example/feed',
    ]
    const ran = await add(data, ...bad, 'examples/original.html')
    assert.equal(ran.code, 1)
    const complaints = ran.err.trim().split('\n')
    const silent = bad.filter((input) => !complaints.some((line) => line.includes(input)))
    assert.deepEqual(
      silent.filter((input) => !input.endsWith('broken.xml')),
      [],
      ran.err,
    )
    assert.equal(
      complaints.every((line) => line.startsWith('trendpulse: ')),
      true,
      ran.err,
    )
    const articles = await exported(data)
    assert.deepEqual(
      articles.map((article) => article.title),
      ['Ilse Varga sails home from Karelin after five-day harbor talks'],
    )
  })

  it('says that a feed hangs, in the time that it is given', async () => {
    const startMs = performance.now()
    const ran = await add(throwAwayFolder(), server.url('/hangs'))
    assert.equal(ran.code, 1)
    assert.match(ran.err, /hangs/)
    assert.ok(performance.now() - startMs < 60_000)
  })
})

describe('verbs', () => {
  it('answer --help with an example, and wrong use with exit 2 and one line', async () => {
    const overview = await runVerb(['--help'])
    const names = [...overview.out.matchAll(/^ {2}([a-z]+) {2,}/gm)].map(([, name]) => name!)
    assert.equal(names.length, 25)
    for (const name of names) {
      const help = await runVerb([name, '--help'])
      assert.equal(help.code, 0, name)
      assert.match(help.out, /Example:\n {2}\S/, name)
    }
    for (const wrong of [
      ['nonsense'],
      ['add'],
      ['add', '--nonsense'],
      ['demo', '--articles', 'many'],
      ['export', '--format', 'pdf'],
      ['user', 'add'],
    ]) {
      const ran = await runVerb([...wrong, ...(wrong[0] === 'nonsense' ? [] : ['--data', throwAwayFolder()])])
      assert.equal(ran.code, 2, wrong.join(' '))
      assert.equal(ran.err.trim().split('\n').length, 1, ran.err)
    }
  })

  it('say that the store is out of reach with exit 3', async () => {
    const ran = await runVerb(['status'], { env: { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' } })
    assert.equal(ran.code, 3)
    assert.match(ran.err, /127\.0\.0\.1:1/)
  })

  it('make accounts and tokens that are told once', async () => {
    const data = throwAwayFolder()
    const made = await runVerb(['user', 'add', 'ada', '--role', 'editor', '--password-stdin', '--data', data], {
      input: 'correct horse battery',
    })
    assert.equal(made.code, 0, made.err)
    assert.equal((await runVerb(['user', 'add', 'ada', '--data', data])).code, 1)
    assert.match((await runVerb(['user', 'token', 'ada', '--data', data])).out, /^tp_[\w-]{32}\n$/)
    assert.equal((await runVerb(['user', 'token', 'eve', '--data', data])).code, 1)
  })

  it('back up into one file and put it back', async () => {
    const data = throwAwayFolder()
    const file = join(data, 'backup.zst')
    await add(data, 'examples/original.html')
    assert.equal((await runVerb(['backup', file, '--data', data])).code, 0)
    const other = throwAwayFolder()
    const restored = await runVerb(['restore', file, '--data', other])
    assert.equal(restored.code, 0, restored.err)
    assert.deepEqual(await exported(other), await exported(data))
    writeFileSync(file, readFileSync(file).subarray(0, 500))
    const torn = await runVerb(['restore', file, '--data', other])
    assert.equal(torn.code, 2)
    assert.equal((await exported(other)).length, 1)
  })
})
