import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ExtractedArticle } from '../model/article.ts'
import { extractHtml } from './extract-page.ts'

const PROSE = [
  'The ferry left the quay in the early morning, with forty people on board and a cargo of salt.',
  'Nobody in the town had seen such a tide since the winter of the great storm, the harbor master said.',
  'The council will decide in the spring whether the breakwater is to be repaired, and who pays for it.',
]
  .map((text) => `<p>${text}</p>`)
  .join('')

function read(html: string, url = 'https://www.tidenblatt.example/nachrichten/flut.html'): ExtractedArticle {
  const result = extractHtml(html, { url, nowMs: Date.UTC(2026, 0, 1) })
  assert.ok(result.ok)
  return result.value
}

test("the title is the page's own heading, without the name of the site", () => {
  const cases: [string, string | null][] = [
    ['<title>High tide takes the quay | Tidenblatt</title><h1>Tidenblatt</h1>', 'High tide takes the quay'],
    ['<title>Tidenblatt - High tide takes the quay</title>', 'High tide takes the quay'],
    [
      '<title>Tide 2025: seven pictures (new)</title><h1>The tide of 2025 in seven pictures</h1>',
      'The tide of 2025 in seven pictures',
    ],
    ['<meta property="og:title" content="High tide takes the quay"><h1>Menu</h1>', 'High tide takes the quay'],
  ]
  for (const [head, title] of cases) assert.equal(read(`${head}<article>${PROSE}</article>`).title, title, head)
})

test('the byline is found in JSON-LD, metas, marked places and lines, without roles and without the site', () => {
  const cases: [string, string[]][] = [
    [
      '<script type="application/ld+json">{"@type":"NewsArticle","author":[{"@type":"Person","name":"Aino Reyes"},{"@type":"Person","name":"Tomas Lindqvist"}]}</script>',
      ['Aino Reyes', 'Tomas Lindqvist'],
    ],
    ['<meta name="author" content="Aino Reyes, Tomas Lindqvist">', ['Aino Reyes', 'Tomas Lindqvist']],
    ['<p class="byline">By <a rel="author" href="/a">Aino Reyes</a></p>', ['Aino Reyes']],
    ['<div class="post-author">Aino Reyes Writer</div>', ['Aino Reyes']],
    ['<p>Von Aino Reyes und Tomas Lindqvist</p>', ['Aino Reyes', 'Tomas Lindqvist']],
    ['<p>11.12.2019 - Aino Reyes</p>', ['Aino Reyes']],
    ['<div id="comments"><span class="comment-author">Some Reader</span></div>', []],
  ]
  for (const [head, byline] of cases)
    assert.deepEqual(read(`<h1>High tide takes the quay</h1>${head}<article>${PROSE}</article>`).byline, byline, head)
})

test('dates are kept as claims in the order of trust, and the implausible come last', () => {
  const page =
    read(`<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2035-01-01","dateModified":"2025-04-12"}</script>
    <meta property="article:published_time" content="2025-04-11T08:00:00+02:00"><article><h1>Tide</h1><time datetime="2025-04-11">today</time>${PROSE}</article>`)
  assert.equal(page.published, '2025-04-11T08:00:00+02:00')
  assert.equal(page.publishedFrom, 'meta:article:published_time')
  assert.equal(page.modified, '2025-04-12')
  assert.deepEqual(
    page.dates.filter(({ role }) => role === 'published').map(({ from }) => from),
    ['meta:article:published_time', 'time', 'json-ld'],
  )
  assert.equal(
    read(`<article>${PROSE}</article>`, 'https://tidenblatt.example/2024/02/29/flut').published,
    '2024-02-29',
  )
  assert.equal(
    read(`<h1>Flut</h1><p>Veröffentlicht am 3. März 2024</p><article>${PROSE}</article>`).published,
    '2024-03-03',
  )
})

test('the kind of page follows its own types', () => {
  const typed = (type: string): string =>
    `<script type="application/ld+json">{"@type":"${type}"}</script><article>${PROSE}</article>`
  assert.equal(read(typed('LiveBlogPosting')).kind, 'live-blog')
  assert.equal(read(typed('DiscussionForumPosting')).kind, 'forum')
  assert.equal(read(typed('Product')).kind, 'product')
  assert.equal(read(typed('NewsArticle')).kind, 'article')
})

test('lists, tables, quotes and pictures become blocks of their own', () => {
  const { blocks, text } =
    read(`<article><h1>Tide</h1>${PROSE}<h2>What to bring</h2><ul><li>A lamp and a rope for the boat</li><li>Bread for two days on the island</li></ul>
    <blockquote><p>We have never seen the like of this tide, and we hope not to see it again.</p></blockquote>
    <figure><img src="/quay.jpg" alt="The quay"><figcaption>The quay at noon. Picture: A. Reyes</figcaption></figure>${PROSE}</article>`)
  assert.deepEqual(
    blocks.map(({ kind }) => kind).filter((kind) => kind !== 'paragraph'),
    ['heading', 'list', 'quote', 'image'],
  )
  assert.ok(!text.includes('Picture:'))
  assert.ok(text.includes('A lamp and a rope for the boat\nBread for two days'))
})
