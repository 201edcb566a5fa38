import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Block, Inline } from '../model/block.ts'
import { blocksText } from './blocks-text.ts'
import { type BrandCut, withoutCuts } from './brand-repairs.ts'
import { cutBlocks } from './cut-blocks.ts'

const inlines: fc.Arbitrary<Inline[]> = fc.array(fc.record({ text: fc.string({ minLength: 1, maxLength: 12 }) }), {
  minLength: 1,
  maxLength: 3,
})
const block: fc.Arbitrary<Block> = fc.oneof(
  inlines.map((own): Block => ({ kind: 'paragraph', inlines: own })),
  fc.array(inlines, { minLength: 1, maxLength: 3 }).map((items): Block => ({ kind: 'list', ordered: false, items })),
  fc.array(inlines, { minLength: 1, maxLength: 3 }).map((paragraphs): Block => ({ kind: 'quote', paragraphs })),
  fc
    .array(inlines, { minLength: 1, maxLength: 3 })
    .map((cells): Block => ({ kind: 'table', rows: [{ header: false, cells }] })),
  fc.constant<Block>({ kind: 'image', url: 'https://harbour-wire.example/a.jpg', alt: '', caption: '' }),
)

test('cutting one letter from blocks cuts it from their text', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), fc.nat(), (blocks, seed) => {
      const text = blocksText(blocks)
      const places = [...text].length === text.length ? [...text.matchAll(/[A-Za-z]/gu)].map(({ index }) => index) : []
      const start = places[seed % Math.max(1, places.length)]
      if (start === undefined) return
      const cut: BrandCut = { start, end: start + 1, found: '', mended: '', mendedAt: 0 }
      const cutText = blocksText(cutBlocks(blocks, [cut]))
      // A block that the cut empties leaves with its joint.
      assert.equal(cutText.replace(/\n+/gu, ''), withoutCuts(text, [cut]).replace(/\n+/gu, ''))
    }),
  )
})
