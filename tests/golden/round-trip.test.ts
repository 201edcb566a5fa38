import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { articleFromEntry } from '../../src/extract/feed-content.ts'
import type { Block, Inline } from '../../src/model/block.ts'
import type { Entry } from '../../src/model/entry.ts'
import { readDocument } from '../../src/reader/read-document.ts'
import { writeAtom } from '../../src/web/feeds/atom.ts'
import { blocksHtml } from '../../src/web/feeds/block-html.ts'
import { writeJsonFeed } from '../../src/web/feeds/json-feed.ts'
import type { OutEntry, OutFeed } from '../../src/web/feeds/out-feed.ts'
import { writeRss } from '../../src/web/feeds/rss.ts'

const NOW_MS = Date.UTC(2026, 10, 24)
const LETTERS = 'abcdefgxyzABZ0189&<>"\'éßñøłжяあ漢한ا-.,;:!?()%#+=/\u{1f6a2}'
const word = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 9 })
const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((some) => some.join(' '))
/** A line that no rule takes for the small print of feeds. */
const line = words.map((some) => `Quay ${some}`)
const address = fc
  .tuple(fc.constantFrom('https://a.example/', 'http://b.example:8080/x/'), fc.stringMatching(/^[a-z0-9]{1,9}$/))
  .map(([base, path]) => `${base}${path}?q=1&r=2`)

const marks = fc.constantFrom<Omit<Inline, 'text'>>(
  {},
  { strong: true },
  { em: true },
  { code: true },
  { strong: true, em: true },
)
const inline = fc
  .tuple(line, marks, fc.option(address, { freq: 4 }))
  .map(([text, mark, href]): Inline => ({ text, ...mark, ...(href ? { href } : {}) }))
/** Runs that differ from their neighbours: alike ones become one run. */
const inlines = fc.tuple(inline, fc.option(inline)).map(([one, other]): Inline[] => {
  const alike = other && JSON.stringify({ ...one, text: '' }) === JSON.stringify({ ...other, text: '' })
  return other && !alike ? [one, { text: ' ' }, other] : [one]
})

const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: inlines.map((runs): Block => ({ kind: 'paragraph', inlines: runs })) },
  fc.tuple(fc.constantFrom(2 as const, 3 as const, 4 as const), line).map(([level, text]): Block => ({ kind: 'heading', level, inlines: [{ text }] })),
  fc.tuple(fc.boolean(), fc.array(inlines, { minLength: 1, maxLength: 5 })).map(([ordered, items]): Block => ({ kind: 'list', ordered, items })),
  fc.array(inlines, { minLength: 1, maxLength: 3 }).map((paragraphs): Block => ({ kind: 'quote', paragraphs })),
  fc.array(line, { minLength: 1, maxLength: 4 }).map((lines): Block => ({ kind: 'code', text: lines.join('\n') })),
  fc.array(fc.tuple(line, line), { minLength: 2, maxLength: 4 }).map((rows): Block => ({ kind: 'table', rows: rows.map((cells, at) => ({ header: at === 0, cells: cells.map((text) => [{ text }]) })) })),
) // biome-ignore format: a kind a line
const blocks = fc.array(block, { minLength: 1, maxLength: 8 })

/** Blocks with the space between runs given to neither: where it stands is the printer's business. */
function told(some: readonly Block[]): unknown {
  return JSON.parse(JSON.stringify(some), (key, value) =>
    key === 'inlines' || (Array.isArray(value) && value.every((one) => one && typeof one.text === 'string'))
      ? joined(value as Inline[])
      : value,
  )
}

function joined(runs: readonly Inline[]): Inline[] {
  const kept: Inline[] = []
  for (const run of runs) {
    const text = run.text.trim()
    if (text !== '') kept.push({ ...run, text })
  }
  return kept
}

test('blocks that we print are read back as they were', () => {
  fc.assert(
    fc.property(blocks, (some) => {
      const entry = { ...NO_ENTRY, content: blocksHtml(some), url: 'https://a.example/' }
      const read = articleFromEntry({ ...entry, summary: null }, { feedTitle: null, feedUrl: null, nowMs: NOW_MS })
      assert.ok(read.ok)
      assert.deepEqual(told(read.value.blocks), told(some))
    }),
    { numRuns: 300 },
  )
})

const NO_ENTRY: Entry = {
  id: null, url: null, title: null, titleText: null, summary: null, content: null, authors: [], published: null, updated: null, categories: [], enclosures: [], comments: null, language: null,
} // biome-ignore format: empty parts in one line

const moment = fc
  .integer({ min: Date.UTC(1996, 0), max: Date.UTC(2040, 0) })
  .map((ms) => Math.floor(ms / 1_000) * 1_000)
const name = fc.stringMatching(/^[A-Z][a-zé]{1,8} [A-Z][a-zß]{1,8}$/)
const outEntry = fc.record<OutEntry>({
  id: fc.uuid().map((id) => `tag:paper.example,2026:${id}`),
  url: address,
  title: words,
  summary: words,
  reason: fc.constant(null),
  blocks: fc.option(blocks),
  originUrl: fc.constant(null),
  publishedMs: moment,
  updatedMs: moment,
  authors: fc.uniqueArray(name, { maxLength: 3 }),
  categories: fc.uniqueArray(words, { maxLength: 4 }),
  language: fc.constantFrom(null, 'de', 'pt-BR'),
})
const outFeed = fc.record<OutFeed>({
  id: fc.constant('https://paper.example/list'),
  title: line,
  description: line,
  pageUrl: fc.constant('https://paper.example/list'),
  selfUrl: fc.constant('https://paper.example/list.rss'),
  hubUrl: fc.constantFrom(null, 'https://paper.example/hub'),
  language: fc.constant('en'),
  updatedMs: moment,
  entries: fc.array(outEntry, { maxLength: 4 }),
})

const WRITERS = { rss: writeRss, atom: writeAtom, json: writeJsonFeed }

for (const [format, write] of Object.entries(WRITERS)) {
  test(`a feed that we write as ${format} is read back as it was`, () => {
    fc.assert(
      fc.property(outFeed, (feed) => {
        const {
          feed: head,
          entries,
          issues,
        } = readDocument(new TextEncoder().encode(write(feed)), {
          url: feed.selfUrl,
          contentType: null,
        })
        assert.deepEqual(issues, [])
        assert.deepEqual(
          [head.title, head.link, head.description, head.language],
          [feed.title, feed.pageUrl, feed.description, 'en'],
        )
        assert.equal(entries.length, feed.entries.length)
        for (const [at, out] of feed.entries.entries()) {
          const entry = entries[at]!
          assert.deepEqual([entry.id, entry.url, entry.titleText], [out.id, out.url, out.title])
          assert.equal(Date.parse(entry.published!), out.publishedMs)
          if (format !== 'rss') assert.equal(Date.parse(entry.updated!), out.updatedMs)
          assert.deepEqual(
            entry.authors.map((author) => author.name),
            out.authors,
          )
          assert.deepEqual(
            entry.categories.map((category) => category.term),
            out.categories,
          )
          assert.equal(entry.language, out.language)
          assertTexts(format, entry, out)
        }
      }),
      { numRuns: 150 },
    )
  })
}

function assertTexts(format: string, entry: Entry, out: OutEntry): void {
  if (out.blocks === null) return
  if (format !== 'json') assert.equal(entry.content, blocksHtml(out.blocks))
  const read = articleFromEntry({ ...entry, summary: null }, { feedTitle: null, feedUrl: null, nowMs: NOW_MS })
  assert.ok(read.ok)
  assert.deepEqual(told(read.value.blocks), told(out.blocks))
}
