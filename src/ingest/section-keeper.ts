import type { Write } from '../store/insert-article.ts'
import {
  addLessons,
  foldLessons,
  type LessonRow,
  lastFolded,
  lessonsAfter,
  storedVocabularies,
} from '../store/section-memory.ts'
import { decideSection, type SectionDecision } from '../tag/section.ts'
import type { FiledUnder } from '../tag/section-claims.ts'
import { CLAIM_VOCABULARY, claimHash, createSectionMemory, termHashes } from '../tag/section-memory.ts'
import type { SectionReading } from '../tag/section-reading.ts'

/** An article's words, what its source files it under, and whose it is. */
export type SectionedArticle = { reading: SectionReading; filed: readonly FiledUnder[]; host: string | null }

/** What the writer knows of sections; it is in step with the store from `catchUp` to the end of the batch. */
export type SectionKeeper = {
  /** Takes in what other processes learnt. Two short queries. */
  catchUp: (write: Write) => Promise<void>
  decide: (article: SectionedArticle) => SectionDecision
  /** Learns from an article that was just decided: of its words where its source names one section, else of the source's names where its words are sure. */
  learn: (article: SectionedArticle, decision: SectionDecision) => void
  /** Stores what was learnt since; folds lessons into vocabularies now and then. */
  keep: (write: Write) => Promise<void>
  /** To be called when a transaction was rolled back. */
  reset: () => void
}

/** Lessons that stand unfolded at most: reading them at the start takes some milliseconds. */
const FOLD_AT = 512
/** Words alone teach what a source's name means from this confidence on: nine in ten are right there. */
const SURE = 0.8
/** Names of one article that are learnt. */
const MAX_NAMES = 6

/** Knows nothing until `catchUp`. */
export function createSectionKeeper(): SectionKeeper {
  let memory = createSectionMemory()
  let foldedId = -1 // not read yet
  let seenId = 0
  let unfolded = 0
  let fresh: LessonRow[] = []
  const learn = (lesson: LessonRow) => {
    memory.learn(lesson)
    unfolded++
  }
  return {
    catchUp: async (write) => {
      const last = await lastFolded(write)
      if (last !== foldedId) {
        memory = createSectionMemory(await storedVocabularies(write))
        foldedId = last
        seenId = last
        unfolded = 0
      }
      for (const { id, ...lesson } of await lessonsAfter(write, seenId)) {
        learn(lesson)
        seenId = id
      }
    },
    decide: ({ reading, filed, host }) => decideSection(reading, filed, { memory, host }),
    learn: (article, decision) => {
      for (const lesson of lessonsOf(article, decision)) {
        learn(lesson)
        fresh.push(lesson)
      }
    },
    keep: async (write) => {
      if (fresh.length > 0) seenId = await addLessons(write, fresh)
      fresh = []
      if (unfolded < FOLD_AT) return
      memory.trim()
      await foldLessons(write, memory.encode(), seenId)
      foldedId = seenId
      unfolded = 0
    },
    reset: () => {
      foldedId = -1
      fresh = []
    },
  }
}

function lessonsOf({ reading, filed, host }: SectionedArticle, { byWords, section }: SectionDecision): LessonRow[] {
  if (section === 'not_news') return []
  const lessons: LessonRow[] = []
  const named = [...new Set(filed.flatMap((one) => one.section ?? []))]
  const declared = named.length === 1 ? named[0]! : null
  if (declared !== null && reading.terms.length > 0)
    lessons.push({ vocabulary: reading.language, section: declared, hashes: termHashes(reading.terms) })
  const sure = byWords.section !== 'not_news' && byWords.confidence >= SURE ? byWords.section : null
  const meant = declared ?? sure
  const unknown = filed.filter((one) => one.section === null).slice(0, MAX_NAMES)
  if (host !== null && meant !== null && unknown.length > 0) {
    const hashes = new Set(unknown.map(({ name }) => claimHash(host, name)))
    lessons.push({ vocabulary: CLAIM_VOCABULARY, section: meant, hashes: Uint32Array.from(hashes) })
  }
  return lessons
}
