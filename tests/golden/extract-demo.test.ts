import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demoHtmlPage } from '../../src/demo/html-page.ts'
import { type DemoItem, demoArticles } from '../../src/demo/world.ts'
import { extractHtml } from '../../src/extract/extract-page.ts'
import type { ExtractedArticle } from '../../src/model/article.ts'

const END_MS = Date.UTC(2026, 10, 24)
/** Least share of texts that come back letter for letter. */
const MIN_EXACT = 0.95
/** Pages compared of one template; the world has fewer in its rarer languages. */
const MOST_OF_A_TEMPLATE = 120

type Read = { item: DemoItem; read: ExtractedArticle }

function readPage(item: DemoItem): Read {
  const result = extractHtml(demoHtmlPage(item), { url: item.article.url, nowMs: END_MS })
  assert.ok(result.ok, `${item.article.url} is read`)
  return { item, read: result.value }
}

/** Pages by the way in which their outlet prints them: a paper or a copying farm, in its language. */
function pagesByTemplate(): Map<string, Read[]> {
  const templates = new Map<string, Read[]>()
  for (const item of demoArticles({ articles: 700, seed: 20261124, endMs: END_MS })) {
    const name = `${item.article.channel === null ? 'paper' : 'farm'} ${item.article.language}`
    const pages = templates.get(name) ?? []
    if (pages.length < MOST_OF_A_TEMPLATE) pages.push(readPage(item))
    templates.set(name, pages)
  }
  return templates
}

const templates = pagesByTemplate()

test('the demo world prints its pages in every template', () => {
  assert.ok((templates.get('paper en')?.length ?? 0) >= 60)
  assert.ok((templates.get('farm en')?.length ?? 0) >= 20)
  assert.ok(templates.size >= 5, [...templates.keys()].join(', '))
})

for (const [name, pages] of templates) {
  test(`${name}: the text of a page comes back letter for letter`, () => {
    const wrong = pages.filter(({ item, read }) => read.text !== item.article.text)
    const share = 1 - wrong.length / pages.length
    assert.ok(share >= MIN_EXACT, `${share.toFixed(3)} of ${pages.length}; first ${wrong[0]?.item.article.url}`)
  })

  test(`${name}: title, byline, dates and names of a page come back as they were`, () => {
    for (const { item, read } of pages) {
      for (const field of ['title', 'byline', 'published', 'siteName', 'channel', 'section', 'tags'] as const)
        assert.deepEqual(read[field], item.article[field], `${field} of ${item.article.url}`)
    }
  })
}
