import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ExtractedArticle } from '../model/article.ts'
import { extractHtml } from './extract-page.ts'
import { goesOn, joinedPages } from './joined-pages.ts'

const read = (title: string, paragraphs: readonly string[]): ExtractedArticle => {
  const html = `<title>${title}</title><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article>`
  const result = extractHtml(html, { url: 'https://harbour.example/tide', nowMs: 0 })
  if (!result.ok) throw new Error(result.reason)
  return result.value
}
const told = (what: string): string =>
  `${what} rose over the quay at noon, and every boat of the harbour rose with it for an hour or more, as the wardens say.`

test('pages are joined in order and no block is said twice', () => {
  const first = read('High tide takes the quay', ['Tide', 'Foam', 'Salt'].map(told))
  const second = read('High tide takes the quay (2/2)', ['Foam', 'Rope', 'Lamp'].map(told))
  const whole = joinedPages([first, second])
  assert.equal(whole.text, ['Tide', 'Foam', 'Salt', 'Rope', 'Lamp'].map(told).join('\n\n'))
  assert.equal(whole.title, first.title)
})

test('repairs of later pages are told at their place in the whole text', () => {
  const page = read('High tide takes the quay', ['Tide', 'Foam', 'Salt'].map(told))
  const repair = { kind: 'injected-word', field: 'text', found: 'Xon', at: 5, mended: 'on', brand: 'X' } as const
  const second = { ...read('High tide takes the quay', ['Rope', 'Lamp', 'Net'].map(told)), repairs: [repair] }
  const whole = joinedPages([page, second])
  const [moved] = whole.repairs
  assert.equal(whole.text.slice(moved!.at), second.text.slice(5))
})

test('a page goes on with an article of the same headline alone', () => {
  const first = read('High tide takes the quay', ['Tide', 'Foam', 'Salt'].map(told))
  const titles: [string, boolean][] = [
    ['High tide takes the quay', true],
    ['High tide takes the quay - Page 2', true],
    ['High tide takes the quay – Seite 2 von 3', true],
    ['High tide takes the quay (2/3)', true],
    ['High tide takes the town', false],
    ['High tide takes the quay 2', false],
  ]
  for (const [title, goes] of titles) assert.equal(goesOn(first, { ...first, title, text: 'other' }), goes, title)
  assert.equal(goesOn(first, first), false)
})
