/**
 * What Related over one publisher's site costs: a filter in the index of all sites, and an index of its own. A site is every tenth or hundredth
 * article of a corpus of `{title, text, published}` lines. CPU time of one process.
 */
import { readFileSync } from 'node:fs'
import { createRelatedIndex, type RelatedDoc, type RelatedIndex, type RelatedOptions } from '../src/rank/related.ts'

const MOST_DOCS = 20_000
const OWN_DOCS = 5_000
const QUERIES = 200
const WANTED = { limit: 10, leastShare: 0.1, everyRole: true }

const path = process.argv[2]
if (path === undefined) {
  console.error('usage: npm run bench -- own-lists CORPUS.jsonl')
  process.exit(2)
}
const docs = readFileSync(path, 'utf8').split('\n').filter(Boolean).slice(0, MOST_DOCS).map(docOf)
const all = filled(docs)
for (const one of [1, 10, 100]) {
  const isOwn = (id: number) => id % one === 0
  const own = docs.filter(({ id }) => isOwn(id)).slice(-OWN_DOCS)
  const ids = own.slice(0, QUERIES).map(({ id }) => id)
  const startMs = cpuMs()
  const ownIndex = filled(own)
  const filledMs = cpuMs() - startMs
  asked(all, ids.slice(0, 20), { ...WANTED, among: isOwn }) // compiled by now
  const filter = asked(all, ids, { ...WANTED, among: isOwn })
  const apart = asked(ownIndex, ids, WANTED)
  console.log(
    `one of ${one} articles: filter ${filter.ms.toFixed(2)} ms, ${filter.entries.toFixed(1)} entries; own index of ${own.length}, filled in ${filledMs.toFixed(0)} ms: ${apart.ms.toFixed(2)} ms, ${apart.entries.toFixed(1)} entries`,
  )
}

function docOf(line: string, index: number): RelatedDoc {
  const { title, text, published } = JSON.parse(line) as { title?: string; text?: string; published?: string } // a corpus of ours
  const unknown = { tags: [], storyId: null, family: null, owner: null, language: null }
  return {
    id: index + 1,
    title: title ?? null,
    text: text ?? '',
    publishedMs: Date.parse(published ?? '') || null,
    ...unknown,
  }
}

function filled(some: readonly RelatedDoc[]): RelatedIndex {
  const index = createRelatedIndex({ maxDocs: MOST_DOCS })
  for (const doc of some) index.add(doc)
  return index
}

/** Milliseconds of CPU a query, and entries a query. */
function asked(index: RelatedIndex, ids: readonly number[], options: RelatedOptions): { ms: number; entries: number } {
  const startMs = cpuMs()
  const entries = ids.reduce((sum, id) => sum + index.related(id, options).length, 0)
  return { ms: (cpuMs() - startMs) / ids.length, entries: entries / ids.length }
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
