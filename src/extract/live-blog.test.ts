import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ExtractedArticle } from '../model/article.ts'
import { extractHtml } from './extract-page.ts'

const read = (html: string, url: string): ExtractedArticle => {
  const result = extractHtml(html, { url, nowMs: Date.UTC(2026, 0, 1) })
  if (!result.ok) throw new Error(result.reason)
  return result.value
}
const told = (what: string): string =>
  `${what} rose over the quay at noon, and every boat of the harbour rose with it for an hour or more, as the wardens say.`
const WHAT = ['The tide', 'The foam', 'The salt', 'The rope', 'The lamp', 'The net', 'The sail']

const entries = WHAT.map(
  (what, index) =>
    `<div class="entry"><div class="entry-time">1${index}:30</div><div class="entry-text"><p>${told(what)}</p><p>${told(`${what} again`)}</p></div></div>`,
).join('')

test('entries of a live blog stand below their times, in the order of the page', () => {
  const page = read(
    `<title>Live: high tide</title><article><h1>Live: high tide takes the quay</h1>${entries}</article>`,
    'https://harbour.example/live/tide',
  )
  assert.equal(page.kind, 'live-blog')
  const seen = page.blocks.map((block) => (block.kind === 'heading' ? block.inlines[0]!.text : block.kind))
  assert.deepEqual(
    seen,
    WHAT.flatMap((_, index) => [`1${index}:30`, 'paragraph', 'paragraph']),
  )
})

test('the same entries without a word of being live are no live blog', () => {
  const page = read(
    `<title>Tide</title><article><h1>High tide takes the quay</h1>${entries}</article>`,
    'https://harbour.example/tide',
  )
  assert.notEqual(page.kind, 'live-blog')
})

test('entries that JSON-LD alone holds are read from there, without markup', () => {
  const update = (what: string, index: number) => ({
    '@type': 'BlogPosting', headline: what, datePublished: `2026-01-01T1${index}:30:00Z`, articleBody: `<b>${told(what)}</b>\n<script>x</script>`,
  }) // biome-ignore format: one entry a row
  const data = { '@type': 'LiveBlogPosting', liveBlogUpdate: [...WHAT.map(update), null, 7, { articleBody: [] }] }
  const page = read(
    `<script type="application/ld+json">${JSON.stringify(data).replaceAll('</', '<\\/')}</script><h1>High tide</h1><p>${told('All')}</p>`,
    'https://harbour.example/tide',
  )
  assert.equal(page.kind, 'live-blog')
  assert.equal(page.text, WHAT.map((what, index) => `1${index}:30 ${what}\n\n${told(what)}`).join('\n\n'))
})
