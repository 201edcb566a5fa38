import { z } from 'zod'
import { AppError } from '../../model/errors.ts'
import { MAX_NOTE, MAX_NOTE_TAGS, MAX_NOTE_TITLE } from '../../model/note.ts'
import { SECTIONS } from '../../model/tag.ts'
import type { Notes, Site } from '../site.ts'

/** What a note is made of, from a form or a program. */
export const NoteWishFields = z.object({
  title: z.string().trim().min(1).max(MAX_NOTE_TITLE),
  markdown: z.string().trim().min(1).max(MAX_NOTE),
  section: z.enum(SECTIONS).nullable().default(null),
  tags: z.array(z.string().trim().min(1).max(100)).max(MAX_NOTE_TAGS).default([]),
})

/** @throws AppError not_found where nobody writes notes */
export function notesOf(site: Site): Notes {
  if (!site.notes) throw new AppError('not_found', 'notes cannot be written here')
  return site.notes
}
