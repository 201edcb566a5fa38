import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import type { Block } from '../../src/model/block.ts'
import { writeAtom } from '../../src/web/feeds/atom.ts'
import { writeJsonFeed } from '../../src/web/feeds/json-feed.ts'
import type { OutEntry, OutFeed } from '../../src/web/feeds/out-feed.ts'
import { writeRss } from '../../src/web/feeds/rss.ts'
import { atomFaults, jsonFeedFaults, rssFaults } from './feeds-check.ts'

const SELF = 'https://paper.example/list.rss'
const NOW_MS = Date.UTC(2026, 2, 7)

const oddText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000\u0008',
    ']]>',
    '<![CDATA[x]]>',
    'AT&T &amp; <b>co',
    '&lt;script&gt;alert(1)',
    'It\u0092s windows-1252',
    '\ud83d half a face',
    '🜁𝕬 far away',
    '\u202eright to left\u202c ‏שלום',
    'line\u2028and\u0085line',
    'x'.repeat(50_000),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 40 }),
)
const oddAddress = fc.constantFrom(
  'https://origin.example/a|b?q={x}^[y]#`z`',
  'https://origin.example/ü/"quoted"/<b>?a=1&b=2',
  'http://[2001:db8::1]:8080/a[1]',
  'https://origin.example/%zz\ud800',
)
/** Moments that a text may claim; those that are sound but improbable are the text's own. */
const oddMoment = fc.constantFrom(-9e15, -62_200_000_000_000, 253_402_300_800_000, 8.6e15, Number.NaN, NOW_MS)
const oddBlock = fc
  .tuple(oddText, oddAddress)
  .chain(([text, href]) =>
    fc.constantFrom<Block>(
      { kind: 'paragraph', inlines: [{ text, href, strong: true }] },
      { kind: 'code', text },
      { kind: 'image', url: href, alt: text, caption: text },
      { kind: 'embed', url: href, title: text },
      { kind: 'quote', paragraphs: [[{ text }]] },
      { kind: 'table', rows: [{ header: true, cells: [[{ text }]] }] },
    ),
  )
const oddEntry = fc.record<OutEntry>({
  id: fc.nat().map((id) => `https://paper.example/story/${id}`),
  url: fc.nat().map((id) => `https://paper.example/story/${id}`),
  title: oddText,
  summary: oddText,
  reason: fc.option(oddText),
  blocks: fc.option(fc.array(oddBlock, { maxLength: 3 })),
  originUrl: fc.option(oddAddress),
  publishedMs: oddMoment,
  updatedMs: oddMoment,
  authors: fc.array(oddText, { maxLength: 2 }),
  categories: fc.array(oddText, { maxLength: 2 }),
  language: fc.constantFrom(null, 'ar', 'zh-Hans', 'en'),
})
const oddFeed = fc.record<OutFeed>({
  id: fc.constant('https://paper.example/list'),
  title: oddText.map((text) => `Quay ${text}`),
  description: oddText,
  pageUrl: fc.constant('https://paper.example/list'),
  selfUrl: fc.constant(SELF),
  hubUrl: fc.constantFrom(null, 'https://paper.example/hub'),
  language: fc.constantFrom('en', 'pt-BR'),
  updatedMs: oddMoment,
  entries: fc.uniqueArray(oddEntry, { selector: ({ id }) => id, maxLength: 3 }),
})

/** Warnings that are the text's own: a headline that really has markup in it, and a letter that was lost before it came here. */
const OWN = /^(?:ContainsHTML|ContainsUndeclaredHTML|BadCharacters|ImplausibleDate)/

it('whatever a stranger’s text holds, no format says anything that a validator would refuse', () => {
  fc.assert(
    fc.property(oddFeed, (feed) => {
      const found = [
        ...rssFaults(writeRss(feed), SELF, NOW_MS),
        ...atomFaults(writeAtom(feed), SELF, NOW_MS),
        ...jsonFeedFaults(writeJsonFeed(feed), SELF, NOW_MS),
      ]
      assert.deepEqual(
        found.filter((fault) => !OWN.test(fault)),
        [],
      )
    }),
    { numRuns: 300 },
  )
})
