import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import fc from 'fast-check'
import { createPreparer, type PrepareAnswer, type PrepareTask } from '../../src/ingest/prepare.ts'
import { loadLanguageDetector } from '../../src/text/language.ts'
import { DIRTY_FEEDS } from './dirty/feeds.ts'
import { dirtyPages } from './dirty/templates.ts'
import { TEXTS } from './dirty/texts.ts'

const NOW_MS = Date.UTC(2026, 10, 24)
/** One document may take this long on a machine that has other work: a hundred times what it takes. */
const DEADLINE_MS = 2_000

let prepare: (task: PrepareTask) => PrepareAnswer
before(async () => {
  prepare = createPreparer(await loadLanguageDetector())
})

const encoder = new TextEncoder()
const SAMPLES = [
  ...DIRTY_FEEDS.map(({ body }) => (typeof body === 'string' ? encoder.encode(body) : body)),
  ...dirtyPages(TEXTS.slice(0, 2)).map(({ html }) => encoder.encode(html)),
]
/** What parsers trip over: marks of markup, of archives, of wide letters, and ends of things that never began. */
const SHARDS = ['<', '>', '&', '"', '</', '<!--', '-->', '<![CDATA[', ']]>', '<?xml ', '&#', '&#x110000;', '\0', '\ufeff', 'WARC/1.0\r\n', '{"items":[', '<rss>', '<item>', '<feed>', '<html>', '<table><tr>', '\u2028', '\ud83d\udea2', '='] // biome-ignore format: one table

const noise = fc.uint8Array({ maxLength: 400 })
const soup = fc
  .array(fc.oneof(fc.constantFrom(...SHARDS), fc.string({ maxLength: 8 })), { maxLength: 120 })
  .map((parts) => encoder.encode(parts.join('')))
/** A real document with bytes changed, cut out or put in. */
const damaged = fc
  .tuple(fc.constantFrom(...SAMPLES), fc.array(fc.tuple(fc.nat(), fc.nat(400), noise), { minLength: 1, maxLength: 6 }))
  .map(([sample, wounds]) =>
    wounds.reduce<Uint8Array>((bytes, [at, length, put]) => {
      const start = at % (bytes.length + 1)
      return Buffer.concat([bytes.subarray(0, start), put, bytes.subarray(start + length)])
    }, sample),
  )
const contentType = fc.constantFrom(null, 'text/html', 'application/rss+xml; charset=utf-16', 'text/plain; charset=x-none', 'application/json', 'text/xml; charset=shift_jis') // biome-ignore format: one table
const url = fc.constantFrom(null, 'https://quay.example/a', 'https://quay.example/a.jsonl')

for (const kind of ['document', 'page'] as const) {
  test(`any bytes give a value when read as a ${kind}`, () => {
    fc.assert(
      fc.property(fc.oneof(noise, soup, damaged), contentType, url, (bytes, contentType, url) => {
        const startMs = performance.now()
        const answer = prepare({ kind, bytes, url, contentType, nowMs: NOW_MS })
        assert.ok(performance.now() - startMs < DEADLINE_MS)
        assert.equal(answer.kind, kind === 'page' ? 'article' : 'document')
        // JSON writes half of a pair of surrogates as an escape: such text could not be stored.
        assert.doesNotMatch(JSON.stringify(answer), /[^\\]\\ud[89a-f]/u)
      }),
      { numRuns: 150 },
    )
  })
}

test('every entry of any document can be prepared as an article', () => {
  fc.assert(
    fc.property(fc.oneof(soup, damaged), (bytes) => {
      const answer = prepare({
        kind: 'document',
        bytes,
        url: 'https://quay.example/a',
        contentType: null,
        nowMs: NOW_MS,
      })
      if (answer.kind !== 'document') throw new assert.AssertionError({ message: 'no document' })
      for (const entry of answer.value.document.entries.slice(0, 5)) {
        const own = prepare({ kind: 'entry', entry, feedTitle: null, feedUrl: null, language: null, nowMs: NOW_MS })
        assert.equal(own.kind, 'article')
      }
    }),
    { numRuns: 150 },
  )
})
