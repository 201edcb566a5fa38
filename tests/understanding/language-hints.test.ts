import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { createPreparer, type PrepareAnswer, type PrepareTask } from '../../src/ingest/prepare.ts'
import { type Reading, readEntry } from '../../src/ingest/read-entry.ts'
import type { Entry } from '../../src/model/entry.ts'
import { loadLanguageDetector } from '../../src/text/language.ts'
import { pageOf } from '../articles.ts'

const NOW_MS = Date.UTC(2026, 10, 29)
/** Danish and Norwegian write this alike. */
const TITLE = 'Folk i byen er klar til fest'
const TEXT = 'De kommer fra hele landet.'

let prepare: (task: PrepareTask) => PrepareAnswer
before(async () => {
  prepare = createPreparer(await loadLanguageDetector())
})

function languageOf(answer: PrepareAnswer): string | null {
  return answer.kind === 'article' && answer.result.ok ? answer.result.value.language : null
}

function entryOf(url: string | null): Entry {
  return {
    id: 'a',
    url,
    title: TITLE,
    titleText: TITLE,
    summary: `<p>${TEXT}</p>`,
    content: null,
    authors: [],
    published: null,
    updated: null,
    categories: [],
    enclosures: [],
    comments: null,
    language: null,
  } as unknown as Entry // what else an entry may hold is not asked for here
}

function htmlOf(language: string | null): Uint8Array {
  const attribute = language ? ` lang="${language}"` : ''
  const body = `<article><h1>${TITLE}</h1><p>${TEXT}</p></article>`
  return new TextEncoder().encode(`<!doctype html><html${attribute}><title>${TITLE}</title><body>${body}</body></html>`)
}

describe('claims of page, feed and host settle which of two alike languages an article is in', () => {
  const extracted = (language: string | null, url: string | null) =>
    languageOf(prepare({ kind: 'extracted', page: pageOf({ title: TITLE, text: TEXT, language, url }) }))
  const page = (claimed: string | null, language: string | null, host = 'courier.example') =>
    languageOf(prepare({ kind: 'page', bytes: htmlOf(claimed), url: `https://${host}/a`, contentType: 'text/html', nowMs: NOW_MS, language })) // biome-ignore format: one call
  const entry = (language: string | null) =>
    languageOf(
      prepare({ kind: 'entry', entry: entryOf(null), feedTitle: null, feedUrl: null, language, nowMs: NOW_MS }),
    )

  it('the page', () => assert.deepEqual([extracted('da', null), extracted('nb', null)], ['da', 'no']))
  it('the feed, for its own text', () => assert.deepEqual([entry('da'), entry('nn-NO')], ['da', 'no']))
  it('the feed, for a page', () => assert.deepEqual([page(null, 'da'), page(null, 'no')], ['da', 'no']))
  it('the host', () => {
    assert.deepEqual(['https://avis.example.dk/a', 'https://avis.example.no/a'].map((url) => extracted(null, url)), ['da', 'no']) // biome-ignore format: one row
  })
  it('the page before the feed, and the feed before the host', () => {
    assert.equal(page('da', 'no'), 'da')
    assert.equal(page(null, 'no', 'avis.example.dk'), 'no')
  })

  it('and the line tells what the feed says to whoever reads the page', async () => {
    const tasks: PrepareTask[] = []
    const reading = {
      fetch: {
        get: async (url: string) => ({ ok: true, value: { bytes: htmlOf(null), url, contentType: 'text/html' } }),
      },
      pool: {
        run: async (task: PrepareTask) => {
          tasks.push(task)
          return prepare(task)
        },
      },
      now: () => NOW_MS,
    } as unknown as Reading // no more of network and threads is asked for here
    const origin = { feedId: 1, feedUrl: 'https://courier.example/feed', feedTitle: 'Courier', language: 'no' }
    const outcome = await readEntry(reading, entryOf('https://courier.example/a'), origin)
    assert.ok(outcome.ok)
    assert.equal(outcome.arrival.prepared.language, 'no')
    assert.deepEqual(tasks.map((task) => ('language' in task ? task.language : null)), ['no', 'no']) // biome-ignore format: one row
  })
})
