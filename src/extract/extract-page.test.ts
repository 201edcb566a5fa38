import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ExtractedArticle } from '../model/article.ts'
import { extractHtml, extractPlainText } from './extract-page.ts'

const context = { url: 'https://harbour-wire.example/news/a.html', nowMs: Date.UTC(2026, 0, 1) }

/** What a page of the copying kind holds; absent parts are left out of the page. */
type CopiedPage = {
  brand: string
  title: string
  site: string | null
  desk: string | null
  stamp: string | null
  tags: string[]
  count: number | null
  related: string[]
  ranking: string[]
}

const SENTENCES = [
  'The ferry left the quay in the early morning with forty people on board',
  'Nobody in the town had seen such a tide since the winter of the great storm',
  'The harbor council said that the breakwater would be repaired before the spring',
  'Fishermen on both sides of the Sound have asked for a common rule for many years',
  'The minister did not say how much the work on the lighthouse would cost in the end',
]

function paragraphs(page: CopiedPage): string[] {
  const clean = SENTENCES.map(
    (sentence, index) => `${sentence}, and ${SENTENCES[(index + 2) % SENTENCES.length]!.toLowerCase()}.`,
  )
  return [clean[0]!.replace('left the', `left ${page.brand}the`), ...clean.slice(1)]
}

function textPage(page: CopiedPage): string {
  return [
    `Current:Home > Ventures${page.brand}|${page.title}${page.site ? ` -${page.site}` : ''}`,
    `${page.brand}|${page.title}`,
    page.desk ? `${page.desk} View` : null,
    page.stamp ? `Date:${page.stamp}` : null,
    ...paragraphs(page),
    ...(page.tags.length > 0 ? ['- In:', ...page.tags.map((tag) => `- ${tag}`)] : []),
    page.count === null ? null : `veryGood! (${page.count})`,
    ...(page.related.length > 0 ? ['Related', ...page.related.map((title) => `- ${title}`)] : []),
    ...(page.ranking.length > 0 ? ['Ranking', ...page.ranking] : []),
  ]
    .filter((line) => line !== null)
    .join('\n')
}

function htmlPage(page: CopiedPage): string {
  const list = (heading: string, titles: string[]): string =>
    titles.length === 0
      ? ''
      : `<div><h3>${heading}</h3><ul>${titles.map((title, index) => `<li><a href="/n/${index}">${title}</a></li>`).join('')}</ul></div>`
  return `<html><head><title>${page.brand}|${page.title}${page.site ? ` -${page.site}` : ''}</title></head><body>
    <div class="position">Current:<a href="/">Home</a> &gt; <a href="/v">Ventures</a><span>${page.brand}|${page.title}${page.site ? ` -${page.site}` : ''}</span></div>
    <h1>${page.brand}|${page.title}</h1>${page.desk ? `<div><span>${page.desk}</span> <span>View</span></div>` : ''}${page.stamp ? `<div>Date:${page.stamp}</div>` : ''}
    <div class="content">${paragraphs(page)
      .map((text) => `<p>${text}</p>`)
      .join('')}</div>
    ${page.tags.length > 0 ? `<ul><li>In:</li>${page.tags.map((tag) => `<li><a href="/t">${tag}</a></li>`).join('')}</ul>` : ''}
    ${page.count === null ? '' : `<div>veryGood! (${page.count})</div>`}${list('Related', page.related)}${list('Ranking', page.ranking)}</body></html>`
}

const word = fc.constantFrom(
  'ferry',
  'harbor',
  'council',
  'winter',
  'lantern',
  'choir',
  'quay',
  'storm',
  'market',
  'island',
)
const headline = fc.array(word, { minLength: 3, maxLength: 9 }).map((words) => `New ${words.join(' ')}`)
const copied: fc.Arbitrary<CopiedPage> = fc.record({
  brand: fc.constantFrom('BlueHarbor', 'EverScope', 'QuantRidge', 'NovaLine', 'SilverPoint'),
  title: headline,
  site: fc.option(fc.constantFrom('NorthCrest Wealth Academy', 'Clear Guild', 'TrueTide Finance Way')),
  desk: fc.option(fc.constantFrom('EchoBay Think Tank', 'LumaForge Desk')),
  stamp: fc.option(fc.constantFrom('2025-04-11 06:41:09', '2024-12-31 23:59:59', '2025-02-01 00:00:00')),
  tags: fc
    .array(fc.constantFrom('Ilse Varga', 'Karelin', 'Ostrava Bay'), { maxLength: 3 })
    .map((tags) => [...new Set(tags)]),
  count: fc.option(fc.integer({ min: 0, max: 99_999 })),
  related: fc.array(headline, { maxLength: 12 }),
  ranking: fc.array(headline, { maxLength: 9 }),
})

function holds(page: CopiedPage, article: ExtractedArticle): void {
  assert.equal(article.title, page.title)
  assert.equal(article.channel, page.brand)
  if (page.site) assert.equal(article.siteName, page.site)
  assert.deepEqual(article.byline, page.desk ? [page.desk] : [])
  assert.deepEqual(article.section, ['Home', 'Ventures'])
  assert.equal(article.published, page.stamp ? page.stamp.replace(' ', 'T') : null)
  assert.deepEqual(article.tags, page.tags)
  assert.deepEqual(article.reactions, page.count === null ? [] : [{ label: 'veryGood!', count: page.count }])
  assert.deepEqual(
    article.lists.related.map(({ title }) => title),
    page.related,
  )
  assert.deepEqual(
    article.lists.ranking.map(({ title }) => title),
    page.ranking,
  )
  const clean = paragraphs(page).join('\n\n').replace(page.brand, '')
  assert.equal(article.text, clean)
  const at = clean.indexOf('the quay')
  assert.deepEqual(article.repairs, [
    { kind: 'injected-word', field: 'text', found: `${page.brand}the`, at, mended: 'the', brand: page.brand },
  ])
}

test('a copied page of any brand, with any part missing, is read whole from its text', () => {
  fc.assert(
    fc.property(copied, (page) => {
      const result = extractPlainText(textPage(page), context)
      assert.ok(result.ok)
      holds(page, result.value)
    }),
    { numRuns: 150 },
  )
})

test('and from its HTML', () => {
  fc.assert(
    fc.property(copied, (page) => {
      const result = extractHtml(htmlPage(page), context)
      assert.ok(result.ok)
      holds(page, result.value)
    }),
    { numRuns: 60 },
  )
})

test('what is empty or no text fails with its reason', () => {
  assert.equal(failure(extractPlainText(' \n ', context)), 'empty')
  assert.equal(failure(extractHtml('', context)), 'empty')
  assert.equal(failure(extractHtml('\u0000\u0001\u0002\u0003\u0004\u0005', context)), 'not-text')
  assert.equal(failure(extractHtml('<p></p><script>var a = 1</script>', context)), 'no-text')
})

test('a page without text still says its title and its date', () => {
  const page =
    '<title>Harbour shut</title><meta property="article:published_time" content="2025-11-04"><h1>Harbour shut</h1>'
  const result = extractHtml(page, context)
  assert.ok(!result.ok && result.said)
  assert.equal(result.said.title, 'Harbour shut')
  assert.equal(result.said.published, '2025-11-04')
})

function failure(result: ReturnType<typeof extractHtml>): string | null {
  return result.ok ? null : result.reason
}

test('no address but http, https and mailto survives, wherever it stood', () => {
  const prose = `<p>${'The ferry left the quay, and nobody saw it go. '.repeat(6)}</p>`
  for (const address of [
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,<b>x',
    'vbscript:x',
    'file:///etc/passwd',
    '&#106;avascript:alert(1)',
  ]) {
    const html = `<meta property="og:image" content="${address}"><article>${prose}<p>The <a href="${address}">council</a> met in the old customs house on the quay.</p><img src="${address}">${prose}<iframe src="${address}"></iframe>${prose}</article><h3>Related</h3><ul><li><a href="${address}">A headline of words</a></li></ul>`
    const result = extractHtml(html, context)
    assert.ok(result.ok)
    assert.doesNotMatch(JSON.stringify(result.value), /"(?:href|url|image)":"(?!https?:|mailto:)/u, address)
  }
})

test('no input makes it throw', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<table><tr><td>',
      '</div>',
      '<a href="',
      '">',
      '<script>',
      '<!--',
      '&#x110000;',
      '&',
      '<h1>',
      '<li>',
      '<time datetime="',
      '<script type="application/ld+json">{"@type":"Article","author":[null,{}],"headline":[]}</script>',
      '|',
      'Current:Home > ',
      'Date:2025-04-11',
      '\u0000',
      '\ud800',
    ),
    fc.string(),
  )
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
      (text) => {
        extractHtml(text, context)
        extractPlainText(text, context)
      },
    ),
    { numRuns: 300 },
  )
})

test('100,000 nested elements, stray end tags and list items stay cheap', () => {
  const bombs = [
    `${'<div>'.repeat(100_000)}x${'</div>'.repeat(100_000)}`,
    `<b>${'</i></p>'.repeat(100_000)}`,
    '<a href=x><b>y'.repeat(50_000),
    `<p ${'a=b '.repeat(100_000)}>x`,
  ]
  for (const bomb of bombs) {
    const startedMs = performance.now()
    extractHtml(bomb, context)
    assert.ok(performance.now() - startedMs < 3_000, bomb.slice(0, 12))
  }
})

test('desks, short names and names escaped twice are read where no whole name stands', () => {
  const body = `<article><h1>Tides turn at the quay</h1>BYLINE<p>${'The ferry of the morning is late again, and nobody at the quay knows why. '.repeat(6)}</p></article>`
  for (const [byline, names] of [
    ['<p class="byline">von <span class="author">Redaktion</span></p>', ['Redaktion']],
    ['<a rel="author" href="/author/quaywatch">quaywatch</a>', ['quaywatch']],
    ['<p class="author">Erstellt von Aino Reyes</p>', ['Aino Reyes']],
    ['<p class="author">Aino Reyes Last Updated</p>', ['Aino Reyes']],
    ['<p><a href="/author/aino-reyes/">Aino Reyes</a></p>', ['Aino Reyes']],
    [
      '<script type="application/ld+json">{"@type":"NewsArticle","author":"Aino Lind&oacute;n"}</script>',
      ['Aino Lindón'],
    ],
  ] as const) {
    const result = extractHtml(body.replace('BYLINE', byline), { url: null, nowMs: Date.UTC(2026, 0, 1) })
    assert.deepEqual(result.ok ? result.value.byline : null, names)
  }
})

test('captions and stamps are no text, a table of data among paragraphs is whole', () => {
  const prose = `<p>${'The ferry of the morning is late again, and nobody at the quay knows why. '.repeat(4).trim()}</p>`
  const page = `<article><h1>Tides turn at the quay</h1><p>By Aino Reyes</p><p>Published 3 May 2024, 10:15</p>${prose}
<figure><img src="/quay.jpg"><figcaption>The quay at dawn, before the first ferry of the day leaves for the island.</figcaption></figure>${prose}
<table><tr><th>Year</th><th>Ferries</th></tr><tr><td>2023</td><td>12</td></tr><tr><td>2024</td><td>9</td></tr></table></article>`
  const result = extractHtml(page, { url: 'https://harbour-wire.example/a', nowMs: Date.UTC(2026, 0, 1) })
  assert.ok(result.ok)
  const paragraph = prose.slice(3, -4)
  assert.equal(result.value.text, `${paragraph}\n\n${paragraph}\n\nYear\tFerries\n2023\t12\n2024\t9`)
  assert.deepEqual([result.value.byline, result.value.published], [['Aino Reyes'], '2024-05-03T10:15'])
})

test('a picture that its page gives a pixel or two is no part of the article; a real one is', () => {
  const prose = `<p>${SENTENCES.slice(0, 3).join('. ')}.</p>`
  const html = `<article>${prose}<img src="/count.gif" width="1" height="1">${prose.replaceAll('the', 'this')}<img src="/boat.jpg" width="900" height="600">${prose.replaceAll('the', 'that')}</article>`
  const result = extractHtml(html, context)
  assert.ok(result.ok)
  assert.deepEqual(
    result.value.blocks.flatMap((block) => (block.kind === 'image' ? [block.url] : [])),
    ['https://harbour-wire.example/boat.jpg'],
  )
})
