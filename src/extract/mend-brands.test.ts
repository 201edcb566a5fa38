import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block } from '../model/block.ts'
import { blocksText } from './blocks-text.ts'
import { mendBrands } from './mend-brands.ts'

const block = (text: string): Block => ({ kind: 'paragraph', inlines: [{ text }] })
const page = { title: null, channel: null, siteName: null, url: null }

test('the name in the address is a brand, however the text writes it', () => {
  for (const spelled of ['BlueHarbor', 'BLUEHARBOR', 'blueharbor'])
    assert.equal(
      blocksText(
        mendBrands({
          ...page,
          url: 'https://www.blueharbor.co.uk/a',
          blocks: [block(`She is ${spelled}on her way to the boat.`)],
        }).blocks,
      ),
      'She is on her way to the boat.',
    )
})

test('a site named by plain words keeps them in its sentences', () => {
  const text =
    'If you run a mile in nine minutes, you will run the race in four hours, and those who run it twice rest.'
  const { blocks, repairs } = mendBrands({
    ...page,
    siteName: 'run',
    url: 'https://run.example/a',
    blocks: [block(text)],
  })
  assert.equal(blocksText(blocks), text)
  assert.deepEqual(repairs, [])
})

test('title and text speak for each other, and each repair tells its own field', () => {
  const { title, blocks, repairs } = mendBrands({
    ...page,
    channel: 'BlueHarbor',
    title: 'Ferry of BlueHarbor the town was sold',
    blocks: [
      block(
        'It was one of BlueHarbor the most costly ferries. He is BlueHarboron his way, and it has BlueHarbor been sold.',
      ),
    ],
  })
  assert.equal(title, 'Ferry of the town was sold')
  assert.equal(blocksText(blocks), 'It was one of the most costly ferries. He is on his way, and it has been sold.')
  assert.deepEqual(
    repairs.map(({ field, mended }) => [field, mended]),
    [
      ['title', ''],
      ['text', ''],
      ['text', 'on'],
      ['text', ''],
    ],
  )
})

test('outlets that speak of themselves keep their sentences', () => {
  const text =
    'The minister told BlueHarbor on Monday that talks would go on. BlueHarbor has asked the firm for a reply. Follow BlueHarbor for more, and read the BlueHarbor newsletter. According to BlueHarbor, the count is higher.'
  const { blocks } = mendBrands({ ...page, channel: 'BlueHarbor', blocks: [block(text)] })
  assert.equal(blocksText(blocks), text)
})
