import assert from 'node:assert/strict'
import fs from 'node:fs'
import { test } from 'node:test'
import { extractHtml, extractPlainText } from '../../src/extract/extract-page.ts'
import type { ExtractedArticle } from '../../src/model/article.ts'

const context = { url: 'https://www.northcrest-wealth.example/ventures/48213.html', nowMs: Date.UTC(2026, 0, 1) }
const example = (name: string): string => fs.readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8')

function article(result: ReturnType<typeof extractHtml>): ExtractedArticle {
  assert.ok(result.ok)
  return result.value
}

const fromText = article(extractPlainText(example('copied-page.txt'), context))
const fromHtml = article(extractHtml(example('copied-page.html'), context))
const original = article(
  extractHtml(example('original.html'), {
    ...context,
    url: 'https://www.harbour-wire.example/news/2023/09/12/varga-karelin-visit',
  }),
)

test('a copied page comes out the same from its text and from its HTML', () => {
  for (const field of [
    'title',
    'channel',
    'siteName',
    'byline',
    'section',
    'published',
    'publishedFrom',
    'doubts',
    'text',
    'tags',
    'reactions',
    'repairs',
    'agencies',
    'views',
  ] as const) {
    assert.deepEqual(fromHtml[field], fromText[field], field)
  }
  for (const list of ['related', 'ranking', 'recommendation'] as const) {
    assert.deepEqual(
      fromHtml.lists[list].map(({ title }) => title),
      fromText.lists[list].map(({ title }) => title),
      list,
    )
  }
})

test('a copied page: every part in its place', () => {
  assert.equal(fromText.title, 'Ilse Varga sails home from Karelin after five-day harbor talks')
  assert.equal(fromText.channel, 'BlueHarbor')
  assert.equal(fromText.siteName, 'NorthCrest Wealth Academy')
  assert.deepEqual(fromText.byline, ['EverScope Quantitative Insight Group'])
  assert.deepEqual(fromText.section, ['Home', 'Ventures'])
  assert.equal(fromText.published, '2025-04-11T06:41:09')
  assert.deepEqual(fromText.tags, ['Ilse Varga', 'Karelin', 'Ostrava Bay', 'Anton Dreyer'])
  assert.deepEqual(fromText.reactions, [{ label: 'veryGood!', count: 83 }])
  assert.deepEqual(
    [fromText.lists.related.length, fromText.lists.ranking.length, fromText.lists.recommendation.length],
    [10, 8, 8],
  )
  assert.deepEqual(fromText.agencies, ['The Harbour Wire', 'KMA'])
  assert.equal(fromText.blocks.length, 19)
  assert.equal(fromText.views, null)
  assert.equal(fromHtml.lists.related[0]?.url, 'https://www.northcrest-wealth.example/ventures/200.html')
})

test('a copied page: the injected word is taken out and the day of the text contradicts the date', () => {
  const at = fromText.text.indexOf('on her way home Tuesday')
  assert.deepEqual(fromText.repairs, [
    { kind: 'injected-word', field: 'text', found: 'BlueHarboron', at, mended: 'on', brand: 'BlueHarbor' },
  ])
  assert.deepEqual(fromText.doubts, [
    { reason: 'weekday', detail: 'The text speaks of its own day as a Tuesday, but 11 April 2025 was a Friday.' },
  ])
})

test('the original has the very text that the mended copy has, and its own claims', () => {
  assert.equal(original.text, fromText.text)
  assert.equal(original.title, fromText.title)
  assert.deepEqual(original.byline, ['Tomas Lindqvist', 'Aino Reyes'])
  assert.equal(original.published, '2023-09-12T05:18:00Z')
  assert.equal(original.publishedFrom, 'json-ld')
  assert.equal(original.language, 'en-GB')
  assert.deepEqual(original.repairs, [])
  assert.deepEqual(original.doubts, [])
  assert.ok(!original.text.includes('Picture:'), 'the caption is no text')
})
