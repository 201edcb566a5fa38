import type { Selectable } from 'kysely'
import type { Block } from '../model/block.ts'
import { NOTES_OWNER, type Note, type NoteState, type NoteWish } from '../model/note.ts'
import type { Section } from '../model/tag.ts'
import type { EpochMs } from '../model/time.ts'
import type { Write } from './insert-article.ts'
import { packJson, unpackJson } from './packed-json.ts'
import type { NoteTable } from './schema.ts'
import type { Store } from './store.ts'

/** A note as it is saved: what was wished, and how it is read. */
export type SavedNote = NoteWish & { blocks: readonly Block[] }

/** Keeps a new note as a draft; gives its id. */
export async function insertNote(store: Store, note: SavedNote & { author: string }, nowMs: EpochMs): Promise<number> {
  const row = await store.write
    .insertInto('note')
    .values({ ...columnsOf(note), author: note.author, state: 'draft', made_ms: nowMs, changed_ms: nowMs })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Keeps a note's new words; what readers see stays until it is published. False where there is none. */
export async function changeNote(store: Store, id: number, note: SavedNote, nowMs: EpochMs): Promise<boolean> {
  const done = await store.write
    .updateTable('note')
    .set({ ...columnsOf(note), changed_ms: nowMs })
    .where('id', '=', id)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Notes that as a draft or by an article became known as such; what `published` names is what readers see now. */
export async function setNoteState(
  store: Store,
  id: number,
  { state, published }: { state: NoteState; published?: { articleKey: string; atMs: EpochMs } },
): Promise<void> {
  const known = published ? { article_key: published.articleKey, published_ms: published.atMs } : {}
  await store.write
    .updateTable('note')
    .set({ state, ...known })
    .where('id', '=', id)
    .execute()
}

export async function noteById(store: Store, id: number): Promise<Note | null> {
  const row = await store.write.selectFrom('note').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? noteOf(row) : null
}

/** Every note, last changed first. */
export async function listNotes(store: Store, limit: number): Promise<Note[]> {
  const rows = await store.read
    .selectFrom('note')
    .selectAll()
    .orderBy('changed_ms', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(noteOf)
}

/** The article that a note became; null where it is gone. Index: article_key. */
export async function noteArticle(
  write: Write,
  key: string,
): Promise<{ id: number; storyId: number | null; section: string } | null> {
  const row = await write.trx
    .selectFrom('article')
    .select(['id', 'story_id', 'section'])
    .where('key', '=', key)
    .where('owner', '=', NOTES_OWNER)
    .executeTakeFirst()
  return row ? { id: row.id, storyId: row.story_id, section: row.section } : null
}

/** Files a note's article where its writer wants it. */
export async function fileNote(write: Write, articleId: number, section: Section): Promise<void> {
  await write.trx.updateTable('article').set({ section, section_reason: null }).where('id', '=', articleId).execute()
}

function columnsOf({ title, markdown, blocks, section, tags }: SavedNote) {
  return { title, markdown, blocks: packJson(blocks), section, tags: JSON.stringify(tags) }
}

function noteOf(row: Selectable<NoteTable>): Note {
  return {
    id: row.id,
    title: row.title,
    markdown: row.markdown,
    blocks: unpackJson(row.blocks) as Block[], // written by columnsOf alone
    section: row.section as Section | null, // the same
    tags: JSON.parse(row.tags) as string[], // the same
    author: row.author,
    state: row.state,
    articleKey: row.article_key,
    madeMs: row.made_ms,
    changedMs: row.changed_ms,
    publishedMs: row.published_ms,
  }
}
