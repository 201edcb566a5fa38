import type { DateDoubt, ExtractedArticle } from '../model/article.ts'
import type { CopyKind } from '../model/copy.ts'
import type { EpochMs } from '../model/time.ts'
import { type StoredRow, storedRows } from '../store/copy-candidates.ts'
import { fingerprintPostings } from '../store/fingerprints.ts'
import { type CopyLink, moveFamily, relinkCopy, type Write } from '../store/insert-article.ts'
import { type CopyDoc, type CopyJudgement, judgeCopy } from '../story/find-copies.ts'
import { rankCandidates, sharedCounts } from '../story/rank-candidates.ts'
import { expectedSample, levelOfSample } from '../text/shingles.ts'
import { createTextMemory, type KnownText, knownText, type TextMemory } from './text-memory.ts'

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
  /** The story of its original: a copy never makes a story of its own. Null for an original. */
  storyId: number | null
  /** An earlier copy shows that the claimed date is wrong. */
  contradictsDate: boolean
  doubt: DateDoubt | null
  /** To be called with the article's id: points later copies of it, stored before it, to it. */
  afterInsert: (id: number) => Promise<void>
}

type StoredText = { row: StoredRow; known: KnownText }

/** Candidates whose texts are compared word by word. */
const MAX_CANDIDATES = 12
/** Articles whose hosts are looked at first, so that those that only share a site's furniture give way. */
const MAX_RANKED = 48
/** Sampled shingles that must be shared before texts are compared: one of 54 is a quotation or chance. */
const MIN_SHARED = 3
/** Share of a text that must have stood elsewhere before its date is doubted for it: a page that quotes an old text is young. */
const MOST_OF_IT = 0.5
/** A copy that claims to be this much younger than its original carries a changed date, not a late one. */
const REDATED_DAYS = 3
/** A candidate was found by its fingerprints already; the judgement compares words. */
const NO_SHINGLES = new Uint32Array()
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
  const texts = await storedTexts(write, await withOriginals(write, candidates), memory)
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
  if (!verdict || verdict.copyOf === null) return original(write, verdict?.supersedes ?? [], memory)
  const of = texts.get(verdict.copyOf)
  const isMost = verdict.containment >= MOST_OF_IT
  const redated = isMost && verdict.redatedDays !== null && verdict.redatedDays >= REDATED_DAYS && of !== undefined
  return {
    copy: linkOf(verdict),
    storyId: of?.row.story_id ?? null,
    contradictsDate: redated,
    doubt: redated ? earlierCopyDoubt(of, verdict.redatedDays ?? 0) : null,
    afterInsert: async () => {},
  }
}

/** The originals of the candidates' families join the candidates, so that a copy of a copy names the first one. */
async function withOriginals(write: Write, rows: readonly StoredRow[]): Promise<StoredRow[]> {
  const there = new Set(rows.map((row) => row.id))
  const missing = new Set(rows.flatMap(({ family }) => (family === null || there.has(family) ? [] : [family])))
  return [...rows, ...(await storedRows(write, [...missing]))]
}

async function storedTexts(
  write: Write,
  rows: readonly StoredRow[],
  memory: TextMemory,
): Promise<Map<number, StoredText>> {
  const known = await memory.of(write, rows)
  return new Map(
    rows.flatMap((row) => {
      const text = known.get(row.id)
      return text ? [[row.id, { row, known: text }] as const] : []
    }),
  )
}

function original(write: Write, supersedes: readonly number[], memory: TextMemory): LinkedCopy {
  const copy: CopyLink = { copyOf: null, kind: null, containment: 0, family: null, redatedDays: null, injectedCount: 0 }
  const afterInsert = async (id: number) => {
    for (const former of supersedes) await pointTo(write, former, id, memory)
  }
  return { copy, storyId: null, contradictsDate: false, doubt: null, afterInsert }
}

/** An original of before becomes a copy of the article that arrived late but was there first; its family moves along. */
async function pointTo(write: Write, former: number, first: number, memory: TextMemory): Promise<void> {
  const texts = await storedTexts(write, await storedRows(write, [former, first]), memory)
  const copyText = texts.get(former)
  const firstText = texts.get(first)
  if (!copyText || !firstText) return
  const verdict = judgeCopy({ ...docOf(copyText), family: former }, [docOf(firstText)])
  await moveFamily(write, former, first)
  const kind: CopyKind = verdict.kind ?? 'near'
  await relinkCopy(write, former, { ...linkOf(verdict), copyOf: first, kind, family: first })
}

function linkOf(verdict: CopyJudgement): CopyLink {
  return {
    copyOf: verdict.copyOf,
    kind: verdict.kind,
    containment: verdict.containment,
    family: verdict.family,
    redatedDays: verdict.redatedDays,
    injectedCount: verdict.injected.length,
  }
}

function earlierCopyDoubt(of: StoredText, days: number): DateDoubt {
  const where = of.known.siteName ?? of.row.host ?? 'another source'
  return { reason: 'earlier-copy', detail: `The same text stood at ${where} ${days} days earlier.` }
}

function newcomerDoc({ page, host, firstSeenMs, shingles, title }: Newcomer): CopyDoc {
  return { ...knownText(page), id: NEWCOMER, title, host, firstSeenMs, shingles }
}

function docOf({ row, known }: StoredText): CopyDoc {
  const doc = { ...known, id: row.id, host: row.host, firstSeenMs: row.first_seen_ms, shingles: NO_SHINGLES }
  return row.family === null ? doc : { ...doc, family: row.family }
}
