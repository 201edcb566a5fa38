import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { blockHash, rememberedBlocks, withoutRepeated } from './host-memory.ts'
import { readBlocks } from './page-blocks.ts'
import { readTree } from './page-tree.ts'

const pageOf = (html: string) => {
  const page = readBlocks(readTree(html))
  return { page, all: page.texts.map(() => true) }
}
const long = (word: string): string =>
  `${word} rose over the quay at noon, and every boat of the harbour rose with it for an hour or more, as the wardens say.`

test('a block has one hash whatever its case, spaces and punctuation, and another for other words', () => {
  assert.equal(blockHash('Read by SAILORS,  every morning!'), blockHash('read by sailors every morning'))
  assert.notEqual(blockHash('Read by sailors'), blockHash('Read by tailors'))
})

test('a page is remembered by short blocks at either end, never by headings, labels or long paragraphs', () => {
  const html = `<h2>About this harbour</h2><p>Date</p><p>${'word '.repeat(200)}</p>${Array.from({ length: 30 }, (_, at) => `<p>${long(`Tide ${at}`)}</p>`).join('')}`
  const { page, all } = pageOf(html)
  const hashes = [...rememberedBlocks(page, all)]
  assert.equal(hashes.length, 6)
  assert.ok(hashes.includes(blockHash(long('Tide 0'))) && hashes.includes(blockHash(long('Tide 29'))))
  assert.ok(!hashes.includes(blockHash(long('Tide 15'))))
  assert.deepEqual(
    [
      ...rememberedBlocks(
        page,
        all.map(() => false),
      ),
    ],
    [],
  )
})

test('what the host repeats goes; headings, quotations and credits stay, and all where too much would go', () => {
  const credit = 'The Associated Press contributed to this report from the quay.'
  const slogan = 'Read by twelve thousand sailors every morning.'
  const quote = 'We have never seen the like of it in all these years.'
  const text = [long('Tide'), long('Water'), long('Foam')]
  const { page, all } = pageOf(
    `<p>${text[0]}</p><h2>What comes next today and tomorrow</h2><blockquote><p>${quote}</p></blockquote><p>${text[1]}</p><p>${text[2]}</p><p>${credit}</p><p>${slogan}</p>`,
  )
  const repeated = new Set([credit, slogan, quote, 'What comes next today and tomorrow'].map(blockHash))
  const left = withoutRepeated(page, all, repeated)
  assert.deepEqual(
    page.texts.filter((_, index) => !left[index]).map((block) => block.text),
    [slogan],
  )
  assert.deepEqual(withoutRepeated(page, all, new Set(text.map(blockHash))), all)
})

test('nothing comes back that was not kept, and at most two fifths go', () => {
  const words = fc.array(fc.constantFrom(...['Tide', 'Foam', 'Rope', 'Lamp', 'Net'].map(long), 'Short'), {
    minLength: 1,
  })
  fc.assert(
    fc.property(
      words,
      fc.array(fc.boolean()),
      fc.array(fc.constantFrom('Tide', 'Foam', 'Rope')),
      (texts, kept, gone) => {
        const { page } = pageOf(texts.map((text) => `<p>${text}</p>`).join(''))
        const before = page.texts.map((_, index) => kept[index] ?? true)
        const after = withoutRepeated(page, before, new Set(gone.map((word) => blockHash(long(word)))))
        const units = (chosen: readonly boolean[]): number =>
          page.texts.reduce((sum, { text }, index) => sum + (chosen[index] ? text.length : 0), 0)
        assert.ok(after.every((isKept, index) => before[index] || !isKept))
        assert.ok(units(after) >= units(before) * 0.6 - 1e-9)
      },
    ),
    { numRuns: 100 },
  )
})
