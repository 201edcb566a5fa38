import type { DateDoubt, ExtractedArticle } from '../model/article.ts'
import type { EpochMs } from '../model/time.ts'
import { type StoredRow, storedRows } from '../store/copy-candidates.ts'
import { fingerprintPostings } from '../store/fingerprints.ts'
import type { CopyLink, Write } from '../store/insert-article.ts'
import { type CopyDoc, type CopyJudgement, judgeCopy } from '../story/find-copies.ts'
import { rankCandidates, sharedCounts } from '../story/rank-candidates.ts'
import { expectedSample, levelOfSample } from '../text/shingles.ts'
import { doubtOf, linkOf } from './copy-link.ts'
import { rerootFamily } from './reroot-family.ts'
import { docOf, type StoredText, textsOfRows } from './stored-texts.ts'
import { createTextMemory, knownText, type TextMemory } from './text-memory.ts'

/** What the judgement of copies needs of an article that is not stored yet. */
export type Newcomer = {
  title: string
  host: string | null
  firstSeenMs: EpochMs
  page: ExtractedArticle
  shingles: Uint32Array
}

/** A newcomer's place among the copies. */
export type LinkedCopy = {
  copy: CopyLink
  /** The story of its original, or of the copies that it is the original of: one text makes one story. Null where it has neither. */
  storyId: number | null
  /** An earlier copy shows that the claimed date is wrong. */
  contradictsDate: boolean
  doubt: DateDoubt | null
  /** To be called with the article's id: points later copies of it, stored before it, to it. Gives the stories that they stand in. */
  afterInsert: (id: number) => Promise<readonly number[]>
}

/** Candidates whose texts are compared word by word. */
const MAX_CANDIDATES = 12
/** Articles whose hosts are looked at first, so that those that only share a site's furniture give way. */
const MAX_RANKED = 48
/** Sampled shingles that must be shared before texts are compared: one of 54 is a quotation or chance. */
const MIN_SHARED = 3
/** An id that no stored article has: the newcomer's own while it is judged. */
const NEWCOMER = 0

/** Judges a text against the store: the verdict, null where nothing is shared, and the texts that it was compared with. */
export async function judgeNewcomer(
  write: Write,
  article: Newcomer,
  memory: TextMemory = createTextMemory(),
): Promise<{ verdict: CopyJudgement | null; texts: Map<number, StoredText> }> {
  const candidates = await candidateRows(write, article)
  if (candidates.length === 0) return { verdict: null, texts: new Map() }
  const texts = await textsOfRows(write, await withOriginals(write, candidates), memory)
  return { verdict: judgeCopy(newcomerDoc(article), [...texts.values()].map(docOf)), texts }
}

/** The stored articles that are worth a comparison. */
async function candidateRows(write: Write, { shingles, host }: Newcomer): Promise<StoredRow[]> {
  const postings = await fingerprintPostings(write, shingles)
  const near = [...sharedCounts(postings)]
    .filter(([, shared]) => shared >= MIN_SHARED)
    .sort(([a, sharedA], [b, sharedB]) => sharedB - sharedA || a - b)
    .slice(0, MAX_RANKED)
  const rows = new Map(
    (
      await storedRows(
        write,
        near.map(([id]) => id),
      )
    ).map((row) => [row.id, row]),
  )
  const asked = { postings, sampled: shingles.length, level: levelOfSample(shingles), host }
  const ranked = rankCandidates(
    asked,
    {
      hostOf: (id) => rows.get(id)?.host ?? null,
      sampleOf: (id) => expectedSample(rows.get(id)?.word_count ?? 0),
    },
    { least: MIN_SHARED, limit: MAX_CANDIDATES },
  )
  return ranked.flatMap(({ doc }) => rows.get(doc) ?? [])
}

/** Finds of what a newly arrived article is a copy, by fingerprints first and by its words then. */
export async function linkCopy(write: Write, article: Newcomer, memory: TextMemory): Promise<LinkedCopy> {
  const { verdict, texts } = await judgeNewcomer(write, article, memory)
  const of = verdict?.copyOf == null ? undefined : texts.get(verdict.copyOf)
  if (!verdict || !of) {
    const supersedes = verdict?.supersedes ?? []
    return original(write, { supersedes, storyId: texts.get(supersedes[0] ?? NEWCOMER)?.row.story_id ?? null }, memory)
  }
  const doubt = doubtOf(verdict, of)
  return {
    copy: linkOf(verdict),
    storyId: of.row.story_id,
    contradictsDate: doubt !== null,
    doubt,
    afterInsert: async () => [],
  }
}

/** The originals of the candidates' families join the candidates, so that a copy of a copy names the first one. */
async function withOriginals(write: Write, rows: readonly StoredRow[]): Promise<StoredRow[]> {
  const there = new Set(rows.map((row) => row.id))
  const missing = new Set(rows.flatMap(({ family }) => (family === null || there.has(family) ? [] : [family])))
  return [...rows, ...(await storedRows(write, [...missing]))]
}

function original(
  write: Write,
  { supersedes, storyId }: { supersedes: readonly number[]; storyId: number | null },
  memory: TextMemory,
): LinkedCopy {
  const copy: CopyLink = { copyOf: null, kind: null, containment: 0, family: null, redatedDays: null, injectedCount: 0 }
  const afterInsert = async (id: number) => {
    const stories = new Set<number>()
    for (const former of supersedes)
      for (const story of await rerootFamily(write, former, id, memory)) stories.add(story)
    return [...stories]
  }
  return { copy, storyId, contradictsDate: false, doubt: null, afterInsert }
}

function newcomerDoc({ page, host, firstSeenMs, shingles, title }: Newcomer): CopyDoc {
  return { ...knownText(page), id: NEWCOMER, title, host, firstSeenMs, shingles }
}
