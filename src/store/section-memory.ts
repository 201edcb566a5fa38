import type { Section } from '../model/tag.ts'
import type { Write } from './insert-article.ts'

/** A lesson as it is kept until it is folded into its vocabulary: `hashes` of words, each once. */
export type LessonRow = { vocabulary: string; section: Section; hashes: Uint32Array }

/** A vocabulary with all lessons up to `foldedId` in it. */
export type VocabularyRow = { vocabulary: string; data: Uint8Array }

/** Id of the last lesson that was folded, 0 where none was. One query, a row a language. */
export async function lastFolded(write: Write): Promise<number> {
  const row = await write.trx
    .selectFrom('section_vocabulary')
    .select((eb) => eb.fn.max('folded_id').as('last'))
    .executeTakeFirst()
  return Number(row?.last ?? 0)
}

/** Every vocabulary, by name. */
export async function storedVocabularies(write: Write): Promise<VocabularyRow[]> {
  return write.trx.selectFrom('section_vocabulary').select(['vocabulary', 'data']).orderBy('vocabulary').execute()
}

/** Lessons after one, in the order they came. Key: id. */
export async function lessonsAfter(write: Write, id: number): Promise<(LessonRow & { id: number })[]> {
  const rows = await write.trx.selectFrom('section_lesson').selectAll().where('id', '>', id).orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    vocabulary: row.vocabulary,
    section: row.section as Section, // written from SECTIONS alone
    hashes: hashesOf(row.hashes),
  }))
}

/** Adds lessons in order; gives the id of the last. */
export async function addLessons(write: Write, lessons: readonly LessonRow[]): Promise<number> {
  const rows = await write.trx
    .insertInto('section_lesson')
    .values(lessons.map(({ vocabulary, section, hashes }) => ({ vocabulary, section, hashes: bytesOf(hashes) })))
    .returning('id')
    .execute()
  return Math.max(...rows.map((row) => row.id))
}

/** Puts vocabularies in place of the former ones and forgets the lessons up to `foldedId`, which are in them now. */
export async function foldLessons(
  write: Write,
  vocabularies: readonly VocabularyRow[],
  foldedId: number,
): Promise<void> {
  await write.trx.deleteFrom('section_vocabulary').execute()
  await write.trx
    .insertInto('section_vocabulary')
    .values(vocabularies.map((row) => ({ ...row, folded_id: foldedId })))
    .execute()
  await write.trx.deleteFrom('section_lesson').where('id', '<=', foldedId).execute()
}

function bytesOf(hashes: Uint32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * hashes.length))
  for (const [index, hash] of hashes.entries()) view.setUint32(4 * index, hash, true)
  return new Uint8Array(view.buffer)
}

function hashesOf(data: Uint8Array): Uint32Array {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  return Uint32Array.from({ length: data.byteLength >> 2 }, (_, index) => view.getUint32(4 * index, true))
}
