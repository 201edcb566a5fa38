import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { insertArticle, writeAlone } from '../../src/store/insert-article.ts'
import { searchArticles, searchPage } from '../../src/store/search.ts'
import type { Store } from '../../src/store/store.ts'
import {
  asksSomething,
  MAX_QUERY,
  parseQuery,
  type SearchFilter,
  type SearchTerm,
} from '../../src/text/search-query.ts'
import { searchWords } from '../../src/text/search-words.ts'
import { suggestions } from '../../src/web/suggestions.ts'
import { newArticle } from '../articles.ts'
import { onBothEngines } from '../engines.ts'

const DAY_MS = 86_400_000
const FIRST_DAY_MS = Date.UTC(2026, 4, 1)

type Told = { text: string; language?: string; section?: string; owner?: string; tagNames?: readonly string[] }

/** Stores articles, one a day from 1 May 2026 on; gives their ids in order. */
async function fill(store: Store, told: readonly Told[]): Promise<number[]> {
  const ids: number[] = []
  await writeAlone(store, async (write) => {
    for (const [place, article] of told.entries()) {
      const given = { key: `a${place}`, publishedMs: FIRST_DAY_MS + place * DAY_MS, title: 'Notice', ...article }
      ids.push(await insertArticle(write, newArticle(given)))
    }
  })
  return ids
}

/** What a query finds, as places in what was stored, newest first. */
async function find(store: Store, ids: readonly number[], query: string): Promise<number[]> {
  return (await searchArticles(store, parseQuery(query), { limit: 1_000 })).map((id) => ids.indexOf(id))
}

/** The slow oracle: looks into every article, one after the other. */
function found(told: readonly Told[], query: string): number[] {
  const { terms, filters } = parseQuery(query)
  return told
    .map((_, place) => place)
    .filter((place) => terms.every((term) => holds(told[place]!, term) !== term.unwanted))
    .filter((place) => filters.every((filter) => fits(told[place]!, place, filter) !== filter.unwanted))
    .toReversed()
}

function holds({ text, tagNames = [] }: Told, { phrases }: SearchTerm): boolean {
  const columns = ['Notice', text, tagNames.join(' ')].map((column) => ` ${searchWords(column)} `)
  return phrases.some(({ words, prefix }) =>
    columns.some((column) => column.includes(` ${words.join(' ')}${prefix ? '' : ' '}`)),
  )
}

function fits(article: Told, place: number, filter: SearchFilter): boolean {
  const ms = FIRST_DAY_MS + place * DAY_MS
  if (filter.kind === 'before') return ms < filter.ms
  if (filter.kind === 'after') return ms >= filter.ms
  const { kind, value } = filter as Extract<SearchFilter, { value: string }>
  if (kind === 'tag') return (article.tagNames ?? []).some((name) => name.toLowerCase() === value)
  if (kind === 'source') return article.owner === value
  return (kind === 'section' ? article.section : article.language) === value
}

const word = fc.constantFrom(
  'ferry',
  'harbour',
  'harbours',
  'storm',
  'Tarn',
  'новая',
  'новой',
  '東京',
  '서울에서',
  'حكومة',
)
const told: fc.Arbitrary<Told> = fc.record({
  text: fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
  language: fc.constantFrom('en', 'de', 'ru'),
  section: fc.constantFrom('society', 'sports'),
  owner: fc.constantFrom('quay.example', 'courier.example'),
  tagNames: fc.subarray(['tarn', 'karelin']),
})
const part = fc.oneof(
  word,
  fc.constantFrom('harb*', '"ferry harbour"', '"storm Tarn"', 'новый', '서울', 'الحكومة'),
  fc.constantFrom(
    'lang:de',
    'section:sports',
    'source:quay.example',
    'tag:tarn',
    'before:2026-05-04',
    'after:2026-05-03',
  ),
)
const query = fc
  .array(fc.tuple(fc.constantFrom('', '', '-'), part), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.map(([minus, one]) => minus + one).join(' '))
  .filter((text) => asksSomething(parseQuery(text)))

onBothEngines((engine, open) => {
  describe(`${engine}: a search`, () => {
    it('finds what looking into every article finds, in the same order', async () => {
      const all: Told[] = [
        { text: 'harbour', tagNames: ['tarn', 'karelin'], language: 'en', section: 'society', owner: 'quay.example' },
        ...fc.sample(told, { numRuns: 40, seed: 6 }),
      ]
      const store = await open()
      try {
        const ids = await fill(store, all)
        await fc.assert(
          fc.asyncProperty(query, async (text) => {
            assert.deepEqual(await find(store, ids, text), found(all, text))
          }),
          { numRuns: 150, seed: 6 },
        )
        assert.ok(found(all, 'harb* tag:tarn -lang:de').length > 1, 'the world of the test has such articles')
      } finally {
        await store.close()
      }
    })

    it('gives each find of a common word beside rarer filters once, in order, over all pages', async () => {
      const all: Told[] = Array.from({ length: 1_200 }, (_, place) => ({
        text: place % 3 === 0 ? 'harbour storm' : 'harbour ferry',
        tagNames: place % 4 === 0 ? ['tarn'] : [],
        section: 'society',
        language: 'en',
        owner: place % 7 === 0 ? 'courier.example' : 'quay.example',
      }))
      const store = await open()
      try {
        const ids = await fill(store, all)
        for (const text of [
          'harbour tag:tarn',
          'storm tag:tarn',
          'harbour tag:tarn source:courier.example',
          'harbour tag:tarn -storm',
          'harbour after:2027-01-01 before:2027-12-01',
          'harbour after:2027-01-01 tag:tarn',
          'harbour before:1999',
          'harbour source:courier.example section:sports',
        ]) {
          const places: number[] = []
          for (let beforeId: number | null = Number.MAX_SAFE_INTEGER; beforeId !== null; ) {
            const page = await searchPage(store, parseQuery(text), { limit: 20, beforeId })
            places.push(...page.ids.map((id) => ids.indexOf(id)))
            beforeId = page.nextBeforeId
          }
          assert.deepEqual(places, found(all, text), text)
        }
      } finally {
        await store.close()
      }
    })

    it('takes any text for a query', async () => {
      const store = await open()
      try {
        await fill(store, [{ text: 'The ferry AND the harbour OR NOT NEAR title' }])
        const syntax = fc.constantFrom(
          '"',
          "'",
          '*',
          '(',
          ')',
          ':',
          '^',
          '+',
          '-',
          '{',
          '}',
          '\\',
          '&',
          '|',
          '!',
          '<->',
          ' ',
        )
        const bits = fc.array(
          fc.oneof(syntax, fc.constantFrom('AND', 'NOT', 'NEAR', 'title', 'tag:', 'x'), fc.string({ unit: 'binary' })),
        )
        await fc.assert(
          fc.asyncProperty(bits, async (given) => {
            await searchPage(store, parseQuery(given.join('').slice(0, MAX_QUERY)), { limit: 5 })
          }),
          { numRuns: 300 },
        )
        assert.equal((await searchArticles(store, parseQuery('ferry AND harbour'), { limit: 5 })).length, 1)
      } finally {
        await store.close()
      }
    })

    it('gives pages that join to the whole', async () => {
      const store = await open()
      try {
        const ids = await fill(
          store,
          Array.from({ length: 25 }, (_, n) => ({ text: n % 3 === 0 ? 'storm' : 'calm' })),
        )
        for (const text of ['storm', 'storm lang:en', 'lang:en -calm']) {
          const pages: number[] = []
          let beforeId: number | null = Number.MAX_SAFE_INTEGER
          while (beforeId !== null) {
            const page = await searchPage(store, parseQuery(text), { limit: 4, beforeId })
            pages.push(...page.ids)
            beforeId = page.nextBeforeId
          }
          assert.deepEqual(pages, ids.filter((_, n) => n % 3 === 0).toReversed(), text)
        }
      } finally {
        await store.close()
      }
    })

    it('suggests tags by how their names begin, those with the most articles first', async () => {
      const store = await open()
      try {
        const tags = [['Port Selva', 'Tarn'], ['Portal'], ['Portal'], ['Élan']]
        await fill(
          store,
          tags.map((tagNames) => ({ text: 'calm', tagNames })),
        )
        assert.deepEqual(await suggestions({ store }, 'POR'), ['Portal', 'Port Selva'])
        assert.deepEqual(await suggestions({ store }, 'port s'), ['Port Selva'])
        assert.deepEqual(await suggestions({ store }, 'ferry tag:"port s'), ['ferry tag:"Port Selva"'])
        for (const text of ['', 'p', 'nowhere', '%', '"', 'tag:'])
          assert.deepEqual(await suggestions({ store }, text), [], text)
      } finally {
        await store.close()
      }
    })

    it('says which tag or story it does not know', async () => {
      const store = await open()
      try {
        await fill(store, [{ text: 'storm', tagNames: ['Port Selva'] }])
        const page = await searchPage(store, parseQuery('storm tag:nowhere'), { limit: 4 })
        assert.deepEqual(page.ids, [])
        assert.match(page.problem ?? '', /^tag: does not know “nowhere”; it takes the name of a tag/)
        assert.match((await searchPage(store, parseQuery('story:zz'), { limit: 4 })).problem ?? '', /^story: /)
        for (const name of ['tag:"Port Selva"', 'tag:port-selva', 'tag:"PORT  selva"'])
          assert.equal((await searchArticles(store, parseQuery(name), { limit: 4 })).length, 1, name)
      } finally {
        await store.close()
      }
    })
  })
})
