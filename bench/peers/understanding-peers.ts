import { createRequire } from 'node:module'
import type { FilterRun } from '../../src/verbs/filter.ts'
import { minHashCopies } from './minhash.ts'
import { sectionKeywords } from './section-keywords.ts'
import { simHashCopies } from './simhash.ts'
import { plainStories } from './tf-idf-stories.ts'

/** Starts a program on rows as our own filter of that name takes them; each loads its package when it is asked for. */
export type PeerStart = () => FilterRun | Promise<FilterRun>

// The packages stand in this folder's node_modules and bring no types that could be checked without them: each shape below is its documentation's.
const installed = createRequire(import.meta.url)

/** Programs to compare with, by filter and by name. */
export const UNDERSTANDING_PEERS: Readonly<Record<string, Readonly<Record<string, PeerStart>>>> = {
  language: { 'fastText alone': fastText, eld: () => eld('extrasmall'), 'eld, large': () => eld('large') },
  tag: { compromise },
  section: { keywords: sectionKeywords },
  copies: { SimHash: simHashCopies, MinHash: minHashCopies },
  // Thresholds are those that were best on full texts, and best on headlines: chosen on the very sets, to the peer's favour.
  stories: { 'TF-IDF at .22': () => plainStories(0.22), 'TF-IDF at .06': () => plainStories(0.06) },
}

type TextRow = { id: unknown; text: string }

async function eld(size: 'extrasmall' | 'large'): Promise<FilterRun> {
  const name: string = `eld/${size}` // not a literal in import(): the package is installed by the bench alone
  const loaded: { eld: { detect: (text: string) => { language: string } } } = await import(name)
  return {
    row: (row) => {
      const { id, text } = row as TextRow // the bench's own rows
      return { id, language: loaded.eld.detect(text).language || 'und' }
    },
  }
}

/** The model that we ship as one of three opinions, taken at its word. */
async function fastText(): Promise<FilterRun> {
  type Vector = { size: () => number; get: (index: number) => [number, string]; delete: () => void }
  type Model = { predict: (text: string, most: number, least: number) => Vector }
  const { getLIDModel } = await import('fasttext.wasm.js')
  const model = (await (await getLIDModel()).load()) as Model
  return {
    row: (row) => {
      const { id, text } = row as TextRow // the bench's own rows
      const vector = model.predict(text.replaceAll('\n', ' '), 1, 0)
      const language = vector.size() > 0 ? vector.get(0)[1].replace('__label__', '') : 'und'
      vector.delete()
      return { id, language }
    },
  }
}

/** People, places and organisations of compromise, with where they stand. */
async function compromise(): Promise<FilterRun> {
  type Found = { text: string; offset: { start: number; length: number } }
  type View = { json: (options: { offset: true }) => Found[] }
  type Doc = { people: () => View; places: () => View; organizations: () => View }
  const nlp: (text: string) => Doc = installed('compromise')
  return {
    row: (row) => {
      const { id, text } = row as TextRow // the bench's own rows
      const doc = nlp(text)
      const tagsOf = (kind: string, view: View) =>
        view.json({ offset: true }).map(({ text: name, offset: { start, length } }) => ({
          name,
          kind,
          spans: [[start, start + length]],
        }))
      return {
        id,
        tags: [
          ...tagsOf('person', doc.people()),
          ...tagsOf('place', doc.places()),
          ...tagsOf('organisation', doc.organizations()),
        ],
      }
    },
  }
}
