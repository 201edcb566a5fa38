import type { ExtractedArticle } from '../model/article.ts'
import { AppError } from '../model/errors.ts'
import { NOTES_OWNER, type Note, type NoteWish } from '../model/note.ts'
import type { EpochMs } from '../model/time.ts'
import { articleByKey, setArticleHidden } from '../store/articles.ts'
import { addFeed } from '../store/feeds.ts'
import { writeAlone } from '../store/insert-article.ts'
import {
  changeNote,
  fileNote,
  insertNote,
  noteArticle,
  noteById,
  type SavedNote,
  setNoteState,
} from '../store/notes.ts'
import type { Store } from '../store/store.ts'
import type { Line } from './line.ts'
import type { PreparedArticle } from './prepare.ts'
import { refreshStories } from './refresh-stories.ts'
import type { WorkerPool } from './worker-pool.ts'

export type NoteParts = {
  store: Store
  line: Line
  pool: WorkerPool
  now: () => EpochMs
  /** Name of the site, which notes are signed by where an account has none. */
  siteName: string
  /** What relative addresses in notes are of; null where the site does not know its own. */
  base: string | null
}

/** What owners and editors do with notes, for the doors to call. Text is read in the worker threads, under their deadline. */
export function createNotes(parts: NoteParts) {
  const { store, now } = parts
  const known = async (id: number): Promise<Note> => {
    const note = await noteById(store, id)
    if (!note) throw new AppError('not_found', `there is no note ${id}`)
    return note
  }
  return {
    /** Keeps a new note as a draft. @throws AppError invalid for a text that cannot be read */
    write: async (wish: NoteWish, account: string | null): Promise<Note> => {
      const author = account === null || account === 'owner' ? parts.siteName : account
      return known(await insertNote(store, { ...(await savedOf(parts, wish)), author }, now()))
    },
    /** Keeps a note's new words; readers see them once they are published. @throws AppError not_found, invalid */
    change: async (id: number, wish: NoteWish): Promise<Note> => {
      await known(id)
      await changeNote(store, id, await savedOf(parts, wish), now())
      return known(id)
    },
    /** Shows a note as it is now: for the first time, changed (its former text becomes a version), or again. @throws AppError not_found, invalid */
    publish: async (id: number): Promise<Note> => {
      await publish(parts, await known(id))
      return known(id)
    },
    /** Hides a note's article. @throws AppError not_found */
    withdraw: async (id: number): Promise<Note> => {
      const note = await known(id)
      if (note.articleKey !== null) await show(parts, note, note.articleKey, false)
      if (note.state === 'published') await setNoteState(store, id, { state: 'withdrawn' })
      return known(id)
    },
  }
}

async function savedOf(parts: NoteParts, wish: NoteWish): Promise<SavedNote> {
  const { page } = await read(parts, { ...wish, author: '', atMs: parts.now() })
  return { ...wish, blocks: page.blocks }
}

async function publish(parts: NoteParts, note: Note): Promise<void> {
  const { store, line, now } = parts
  const nowMs = now()
  const feed = { url: NOTES_OWNER, kind: 'note' as const, title: parts.siteName, siteUrl: null }
  const { id: feedId } = await addFeed(store, feed, nowMs)
  const prepared = await read(parts, { ...note, atMs: note.publishedMs === null ? nowMs : await firstMs(parts, note) })
  const arrival = {
    prepared,
    url: null,
    feedId,
    feedUrl: NOTES_OWNER,
    guid: String(note.id),
    sourceTitle: parts.siteName,
  }
  const [stored] = await line.store([{ ...arrival, firstSeenMs: nowMs, demo: false, note: { section: note.section } }])
  const { key } = stored! // one arrival, one answer
  await setNoteState(store, note.id, { state: 'published', published: { articleKey: key, atMs: nowMs } })
  await show(parts, note, key, true)
}

/** Shows or hides a note's article, files it as its writer wishes, and recounts its story. */
async function show({ store }: NoteParts, note: Note, key: string, isShown: boolean): Promise<void> {
  await setArticleHidden(store, key, !isShown)
  await writeAlone(store, async (write) => {
    const article = await noteArticle(write, key)
    if (!article) return
    if (note.section !== null && note.section !== article.section) await fileNote(write, article.id, note.section)
    if (article.storyId !== null) await refreshStories(write, [article.storyId])
  })
}

/** When a note was published first: a change does not make it new. */
async function firstMs({ store }: NoteParts, note: Note): Promise<EpochMs> {
  const article = note.articleKey === null ? null : await articleByKey(store, note.articleKey)
  return article?.publishedMs ?? note.madeMs
}

type Written = Pick<NoteWish, 'title' | 'markdown' | 'tags'> & { author: string; atMs: EpochMs }

/**
 * A note as an article that is ready to be stored. It has no fingerprints and no facts: nothing is a copy of a note, a note is none of
 * what it quotes, and no story is told in its words.
 */
async function read({ pool, base, siteName }: NoteParts, note: Written): Promise<PreparedArticle> {
  const answer = await pool.run({ kind: 'note', markdown: note.markdown, base, page: pageOf(note, siteName) })
  if (answer.kind === 'article' && answer.result.ok)
    return { ...answer.result.value, shingles: new Uint32Array(0), facts: null }
  throw new AppError('invalid', 'this text cannot be read: is something nested too deeply, or repeated without end?')
}

function pageOf({ title, tags, author, atMs }: Written, siteName: string): ExtractedArticle {
  const iso = `${new Date(atMs).toISOString().slice(0, 19)}Z`
  return {
    ...{
      url: null,
      kind: 'article',
      title,
      channel: null,
      siteName,
      byline: author === '' ? [] : [author],
      section: [],
    },
    dates: [{ role: 'published', found: iso, from: 'note', iso, atMs, precision: 'second' }],
    ...{ published: iso, modified: null, publishedFrom: 'note', doubts: [], language: null },
    ...{
      text: '',
      blocks: [],
      image: null,
      tags,
      reactions: [],
      repairs: [],
      views: null,
      agencies: [],
      confidence: 1,
    },
    lists: { related: [], ranking: [], recommendation: [] },
  }
}
