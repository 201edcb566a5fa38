import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fitSoftly } from '../../bench/extract/soft-regression.ts'
import type { ExtractedArticle } from '../model/article.ts'
import { extractHtml } from './extract-page.ts'
import { linearChances } from './linear-scores.ts'

const read = (html: string, url: string): ExtractedArticle => {
  const result = extractHtml(html, { url, nowMs: Date.UTC(2026, 0, 1) })
  if (!result.ok) throw new Error(result.reason)
  return result.value
}
const told = (what: string): string =>
  `<p>${what} rose over the quay at noon, and every boat of the harbour rose with it for an hour or more, as the wardens say.</p>`
const PROSE = ['The tide', 'The foam', 'The salt', 'The rope', 'The lamp'].map(told).join('')
const repeat = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join('')

test('kinds of pages are told by how they are made', () => {
  const article = read(
    `<meta property="og:type" content="article"><h1>Tide</h1><article>${PROSE}</article>`,
    'https://wire.example/news/high-tide-takes-the-quay',
  )
  assert.equal(article.kind, 'article')
  const thread = repeat(
    8,
    (at) =>
      `<div class="message post"><div class="message-user">Sailor ${at}</div><div>Jan ${at + 1}, 2026</div><div class="message-body">${told(`Tide ${at}`)}</div><span>Like</span> <span>Quote</span> <span>Reply</span></div>`,
  )
  assert.equal(
    read(`<h1>Which rope for a storm?</h1>${thread}`, 'https://forum.example/threads/which-rope.123/').kind,
    'forum',
  )
  const shop = `<h1>Storm lamp</h1><div class="product-price price">€ 24.00</div><button class="add-to-cart">Add to cart</button><div class="product-description">${PROSE}</div>`
  const claim =
    '<meta property="og:type" content="product"><script type="application/ld+json">{"@type":"Product","offers":{"price":"24"}}</script>'
  assert.equal(read(claim + shop, 'https://lamps.example/products/storm-lamp').kind, 'product')
  const cards = repeat(
    40,
    (at) =>
      `<div class="product-card card"><a href="/p/${at}"><h3>Lamp number ${at}</h3></a><span class="price">€ ${at}.50</span></div>`,
  )
  assert.equal(
    read(`<h1>All lamps</h1><p>Sort by</p>${cards}`, 'https://lamps.example/collections/lamps').kind,
    'listing',
  )
})

test('chances sum to one and rise with the score, whatever the row', () => {
  const row = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(row, row, row, (first, second, at) => {
      const chances = linearChances({ bias: [0, 0], weights: [first, second] }, at)
      const score = (weights: readonly number[]): number =>
        weights.reduce((sum, own, index) => sum + own * at[index]!, 0)
      assert.ok(Math.abs(chances[0]! + chances[1]! - 1) < 1e-9)
      assert.equal(chances[0]! > chances[1]!, Math.exp(score(second) - score(first)) < 1)
    }),
  )
})

test('the fit finds what decides, and gives shares back as chances', () => {
  const rows = Array.from({ length: 200 }, (_, index) => [index % 2, (index * 7) % 5, 1])
  const shares = rows.map(([own]) => (own === 1 ? [0.2, 0.8] : [0.9, 0.1]))
  const model = fitSoftly({ rows, shares, weights: rows.map(() => 1) }, 0.01)
  assert.ok(Math.abs(linearChances(model, [1, 2, 1])[1]! - 0.8) < 0.03)
  assert.ok(Math.abs(linearChances(model, [0, 2, 1])[1]! - 0.1) < 0.03)
})
