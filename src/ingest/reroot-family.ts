import type { DateDoubt } from '../model/article.ts'
import { doubtDate, familyMembers, storedPages } from '../store/copy-candidates.ts'
import { moveFamily, relinkCopy, type Write } from '../store/insert-article.ts'
import { judgeCopy } from '../story/find-copies.ts'
import { doubtOf, linkOf } from './copy-link.ts'
import { docOf, type StoredText, textsOfIds } from './stored-texts.ts'
import type { TextMemory } from './text-memory.ts'

/** Members of a family that are compared with its new original; those behind them keep what was found against the former one. */
const MAX_COMPARED = 200

/**
 * Points a former original and all of its copies to an article that arrived late but was there first. Each is compared with it anew: what
 * was put in, how far it was re-dated, and whether its date can still be believed are told against the new original. Gives the stories
 * whose articles changed.
 */
export async function rerootFamily(write: Write, former: number, first: number, memory: TextMemory): Promise<number[]> {
  const members = await familyMembers(write, former, MAX_COMPARED)
  const texts = await textsOfIds(write, [first, former, ...members], memory)
  const firstText = texts.get(first)
  if (!firstText) return []
  await moveFamily(write, former, first)
  texts.delete(first)
  for (const text of texts.values()) await relink(write, text, firstText)
  return [...texts.values()].flatMap(({ row }) => row.story_id ?? [])
}

async function relink(write: Write, text: StoredText, first: StoredText): Promise<void> {
  const { id, copy_of: copyOf } = text.row
  const verdict = judgeCopy(docOf(text), [docOf(first)])
  const found = verdict.copyOf !== null
  // A copy of a copy may have too little of the first text itself: it stays in the family by what was found before.
  if (!found && copyOf !== null) return
  const link = linkOf(verdict)
  await relinkCopy(write, id, { ...link, copyOf: first.row.id, kind: link.kind ?? 'near', family: first.row.id })
  const doubt = found ? doubtOf(verdict, first) : null
  if (doubt) await addDoubt(write, id, doubt)
}

async function addDoubt(write: Write, id: number, doubt: DateDoubt): Promise<void> {
  const page = (await storedPages(write, [id])).get(id)
  if (!page) return
  const others = page.doubts.filter(({ reason }) => reason !== doubt.reason)
  await doubtDate(write, id, { ...page, doubts: [...others, doubt] })
}
