import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bagF1 } from '../../../bench/reading/page-measures.ts'
import { extractHtml } from '../../../src/extract/extract-page.ts'
import { type DirtyPage, dirtyPages } from './templates.ts'
import { TEXTS } from './texts.ts'

const NOW_MS = Date.UTC(2026, 10, 24)
/** Least mean share of words that come out right, by template: a little under what is reached, so that a loss shows and noise does not. */
const FLOORS: Readonly<Record<string, number>> = {
  blog: 0.95, cards: 0.98, lineBreaks: 0.92, agency: 0.98, compiled: 0.95, debate: 0.84,
} // biome-ignore format: a table reads better in rows
/** No page may fall under this, whatever the others make up for. */
const LEAST_OF_A_PAGE = 0.79

const read = (page: DirtyPage) => {
  const result = extractHtml(page.html, { url: page.url, nowMs: NOW_MS })
  assert.ok(result.ok, page.id)
  return result.value
}

const templates = Map.groupBy(dirtyPages(TEXTS), ({ template }) => template)

test('every language stands in every template', () => {
  assert.equal(new Set(TEXTS.map(({ language }) => language)).size, 6)
  assert.deepEqual([...templates.keys()].sort(), Object.keys(FLOORS).sort())
})

for (const [template, pages] of templates) {
  test(`${template}: the text comes out of its boxes, teasers and comments`, () => {
    const shares = pages.map((page) => ({ id: page.id, share: bagF1(page.text, read(page).text) }))
    const told = shares.map(({ id, share }) => `${id} ${share.toFixed(3)}`).join(', ')
    const mean = shares.reduce((sum, { share }) => sum + share, 0) / shares.length
    assert.ok(mean >= FLOORS[template]!, told)
    assert.ok(
      shares.every(({ share }) => share >= LEAST_OF_A_PAGE),
      told,
    )
  })

  test(`${template}: no paragraph is lost`, () => {
    for (const page of pages) {
      const found = read(page).text.replace(/\s+/gu, ' ')
      const lost = page.source.paragraphs.filter((paragraph) => !found.includes(paragraph))
      assert.deepEqual(lost, [], page.id)
    }
  })

  test(`${template}: title, author and day are the page's`, () => {
    for (const page of pages) {
      const { title, byline, published } = read(page)
      assert.equal(title, page.source.title, page.id)
      assert.deepEqual(byline, [page.source.author], page.id)
      assert.equal(published?.slice(0, 10), page.source.published, page.id)
    }
  })
}
