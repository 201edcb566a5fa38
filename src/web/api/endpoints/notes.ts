import { z } from 'zod'
import type { Note } from '../../../model/note.ts'
import { SECTIONS } from '../../../model/tag.ts'
import { listNotes } from '../../../store/notes.ts'
import { NoteWishFields, notesOf } from '../../lists/notes.ts'
import { endpoint, IdParam, Nothing } from '../endpoint.ts'
import { pageUrl, time } from '../shapes.ts'

const SHOWN = 200

const NoteAnswer = z
  .object({
    id: z.int(),
    title: z.string(),
    markdown: z.string(),
    section: z.enum(SECTIONS).nullable().describe('null: found by its words'),
    tags: z.array(z.string()),
    author: z.string(),
    state: z.enum(['draft', 'published', 'withdrawn']),
    article: z.string().nullable().describe('Key of its article; null before it was published'),
    url: z.url().nullable(),
    made: z.iso.datetime(),
    changed: z.iso.datetime(),
    published: z.iso.datetime().nullable().describe('When what readers see was last published'),
  })
  .meta({ id: 'Note' })

const Wish = NoteWishFields.extend({
  publish: z.boolean().default(true).describe('false keeps it as a draft, or leaves what readers see as it is'),
})

function noteAnswer(note: Note, origin: string): z.input<typeof NoteAnswer> {
  const { id, title, markdown, section, tags, author, state, articleKey } = note
  return {
    ...{ id, title, markdown, section, tags: [...tags], author, state, article: articleKey },
    url: articleKey === null ? null : pageUrl(origin, 'article', articleKey),
    made: time(note.madeMs),
    changed: time(note.changedMs),
    published: note.publishedMs === null ? null : time(note.publishedMs),
  }
}

export const notesEndpoint = endpoint({
  method: 'get',
  path: '/notes',
  operationId: 'listNotes',
  summary: 'Notes that were written here, last changed first',
  needs: 'editor',
  status: 200,
  params: Nothing,
  query: Nothing,
  body: Nothing,
  answer: z.object({ notes: z.array(NoteAnswer) }),
  handle: async (site, { origin }) => ({
    notes: (await listNotes(site.store, SHOWN)).map((note) => noteAnswer(note, origin)),
  }),
})

export const writeNoteEndpoint = endpoint({
  method: 'post',
  path: '/notes',
  operationId: 'writeNote',
  summary:
    'Writes a note in Markdown and publishes it: it becomes an article like any other, but no voice of its story',
  needs: 'editor',
  status: 201,
  params: Nothing,
  query: Nothing,
  body: Wish,
  answer: NoteAnswer,
  handle: async (site, { body: { publish, ...wish }, origin, account }) => {
    const note = await notesOf(site).write(wish, account)
    return noteAnswer(publish ? await published(site, note.id) : note, origin)
  },
})

export const changeNoteEndpoint = endpoint({
  method: 'put',
  path: '/notes/{id}',
  operationId: 'changeNote',
  summary: 'Changes a note and publishes it anew; its former text is kept as a version',
  needs: 'editor',
  status: 200,
  params: IdParam,
  query: Nothing,
  body: Wish,
  answer: NoteAnswer,
  handle: async (site, { params: { id }, body: { publish, ...wish }, origin }) => {
    const note = await notesOf(site).change(id, wish)
    return noteAnswer(publish ? await published(site, id) : note, origin)
  },
})

export const withdrawNoteEndpoint = endpoint({
  method: 'delete',
  path: '/notes/{id}',
  operationId: 'withdrawNote',
  summary: 'Withdraws a note: its article is hidden, and shown again when it is published again',
  needs: 'editor',
  status: 200,
  params: IdParam,
  query: Nothing,
  body: Nothing,
  answer: NoteAnswer,
  handle: async (site, { params: { id }, origin }) => {
    const note = await notesOf(site).withdraw(id)
    site.touch()
    return noteAnswer(note, origin)
  },
})

async function published(site: Parameters<typeof notesOf>[0], id: number): Promise<Note> {
  const note = await notesOf(site).publish(id)
  site.touch()
  return note
}
