import { z } from 'zod'
import type { EpochMs } from '../../model/time.ts'
import { createCopyIndex } from '../../story/copy-index.ts'
import { type CopyDoc, judgeCopy } from '../../story/find-copies.ts'
import { sampledShingles } from '../../text/shingles.ts'
import type { Filter } from '../filter.ts'
import { momentOf, momentSchema } from './moment.ts'

/** Texts kept to compare with, in UTF-16 units; the oldest go when there are more. 500 million units are about 100,000 articles. */
const MAX_KEPT_UNITS = 500_000_000
/** Stored texts that one text is compared with; a family's original is added to these. */
const CANDIDATES = 12

const rowSchema = z.object({
  id: z.union([z.string(), z.number()]),
  title: z.string().nullish(),
  text: z.string(),
  published: momentSchema.nullish(),
  host: z.string().nullish(),
})

/** Near-copies in a stream: each row is judged against the rows before it. */
export const copiesFilter: Filter = {
  name: 'copies',
  summary: 'finds which texts of a stream are copies of earlier ones, and what was put into them',
  example: './trendpulse copies examples/articles.jsonl',
  start: () => {
    const archive = createArchive()
    return {
      row(input) {
        const row = rowSchema.parse(input)
        const doc = archive.arrive(row)
        const { supersedes: _, ...verdict } = archive.judge(doc)
        const nameOf = (id: number | null) => (id === null ? null : archive.publicId(id))
        return {
          id: row.id,
          copyOf: nameOf(verdict.copyOf),
          kind: verdict.kind,
          containment: rounded(verdict.containment),
          family: nameOf(verdict.family),
          matches: verdict.matches.map(({ id, containment }) => ({
            id: nameOf(id),
            containment: rounded(containment),
          })),
          injected: verdict.injected.map(({ found, at }) => ({ found, at: [at, at + found.length] })),
          redatedDays: verdict.redatedDays,
        }
      },
    }
  },
}

function createArchive() {
  const index = createCopyIndex()
  const docs = new Map<number, CopyDoc>()
  const publicIds: (string | number)[] = []
  let keptUnits = 0
  let clockMs = Number.NEGATIVE_INFINITY
  const forgetOldest = (): void => {
    for (const [id, { text }] of docs) {
      if (keptUnits <= MAX_KEPT_UNITS) return
      keptUnits -= text.length
      docs.delete(id)
    }
  }
  return {
    publicId: (id: number) => publicIds[id]!,
    /** The stream has no clock: a row arrives at the latest time that any row so far claims. */
    arrive(row: z.infer<typeof rowSchema>): CopyDoc {
      const claimedMs = momentOf(row.published)
      if (claimedMs !== null) clockMs = Math.max(clockMs, claimedMs)
      const firstSeenMs: EpochMs = Number.isFinite(clockMs) ? clockMs : 0
      const id = publicIds.push(row.id) - 1
      const shingles = sampledShingles(row.text)
      return {
        id,
        title: row.title ?? null,
        text: row.text,
        shingles,
        claimedMs,
        firstSeenMs,
        host: row.host ?? null,
        agencies: [],
        repairs: 0,
      }
    },
    judge(doc: CopyDoc) {
      const found = index.candidates(doc.shingles, CANDIDATES, doc.host).flatMap(({ docId }) => docs.get(docId) ?? [])
      const originals = found.flatMap(({ family }) => (family === undefined ? [] : (docs.get(family) ?? [])))
      const verdict = judgeCopy(doc, [...new Set([...found, ...originals])])
      docs.set(doc.id, { ...doc, family: verdict.family })
      for (const id of verdict.supersedes) docs.set(id, { ...docs.get(id)!, family: doc.id })
      index.add(doc.id, doc.shingles, doc.host)
      keptUnits += doc.text.length
      forgetOldest()
      return verdict
    },
  }
}

function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000
}
