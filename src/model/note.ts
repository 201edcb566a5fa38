import type { Block } from './block.ts'
import type { Section } from './tag.ts'
import type { EpochMs } from './time.ts'

/**
 * Whose the site's own notes are, as `owner` of their articles: no host and no name can be it. A note joins a story but says nothing of how
 * many tell it: what counts voices leaves this owner out.
 */
export const NOTES_OWNER = 'note:own'

/** Longest text of a note, in UTF-16 units: a short post. */
export const MAX_NOTE = 40_000
export const MAX_NOTE_TITLE = 200
export const MAX_NOTE_TAGS = 12

/** `draft`: never shown; `withdrawn`: hidden, and may be shown again. */
export type NoteState = 'draft' | 'published' | 'withdrawn'

/** What somebody writes. `section` is null where it is found by the text itself, as for any article. */
export type NoteWish = { title: string; markdown: string; section: Section | null; tags: readonly string[] }

export type Note = NoteWish & {
  id: number
  /** Who wrote it, as readers see it. */
  author: string
  state: NoteState
  /** As it is read now, published or not. */
  blocks: readonly Block[]
  /** Key of its article; null before it was published. */
  articleKey: string | null
  madeMs: EpochMs
  changedMs: EpochMs
  /** When what readers see was last published; null before. */
  publishedMs: EpochMs | null
}
