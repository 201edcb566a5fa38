import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readFacts } from './block-features.ts'
import { readBlocks } from './page-blocks.ts'
import { readTree } from './page-tree.ts'
import { withoutSecondCopy } from './repeated-text.ts'

const LINES = [
  'The harbour council met on Tuesday evening in the old hall.',
  'It voted to keep the ferry running through the winter.',
  'Three members spoke against the plan before the vote.',
]

function keptTexts(...parts: readonly (readonly string[])[]): string[] {
  const html = parts.map((lines) => `<div>${lines.map((line) => `<p>${line}</p>`).join('')}</div>`)
  const read = readFacts(readBlocks(readTree(html.join(''))))
  const kept = withoutSecondCopy(
    read,
    read.map(() => true),
  )
  return read.filter((_, index) => kept[index]).map(({ block }) => block.text)
}

test('a page that holds its text twice gives it once', () => {
  assert.deepEqual(keptTexts(LINES, LINES), LINES)
})

test('a text that repeats itself in one place keeps its refrain', () => {
  assert.deepEqual(keptTexts([...LINES, ...LINES]), [...LINES, ...LINES])
})

test('a line said twice in a longer text stays', () => {
  const text = [
    ...LINES,
    'Stir the pot for five minutes.',
    'Rest it well under a cloth.',
    'Stir the pot for five minutes.',
  ]
  assert.deepEqual(keptTexts(text), text)
})

test('short lines may recur as often as they like', () => {
  const parts = Array.from({ length: 5 }, () => ['Pros', 'Light and quick'])
  assert.deepEqual(keptTexts(...parts), parts.flat())
})
