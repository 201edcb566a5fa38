import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { AppError } from '../../model/errors.ts'
import { MAX_NOTE, type NoteWish } from '../../model/note.ts'
import { NoteWishFields, notesOf } from '../lists/notes.ts'
import { checkForm } from '../owner.ts'
import type { Site } from '../site.ts'
import { requireEditor, viewerOf } from '../viewer.ts'
import { articlePath, notePath } from '../views/links.ts'

/** Bytes of a form: a letter takes up to nine of them as a form sends it. */
const MAX_FORM_BYTES = 9 * MAX_NOTE + 40_000

const Form = z.object({
  token: z.string(),
  do: z.enum(['save', 'publish', 'withdraw']),
  title: z.string(),
  markdown: z.string(),
  section: z.string().default(''),
  tags: z.string().default(''),
})

/** What the pages of notes post. */
export function noteFormRoutes(site: Site): Hono {
  const app = new Hono()
  const limit = bodyLimit({
    maxSize: MAX_FORM_BYTES,
    onError: () => {
      throw new AppError('too_large', `a note has at most ${MAX_NOTE} characters`)
    },
  })
  app.post('/owner/notes', limit, (c) => take(c, site, null))
  app.post('/owner/notes/:id{\\d{1,15}}', limit, (c) => take(c, site, Number(c.req.param('id'))))
  return app
}

async function take(c: Context, site: Site, id: number | null): Promise<Response> {
  const form = Form.parse(await c.req.parseBody())
  requireEditor(c)
  checkForm(c, site, `note:${id ?? 'new'}`, form.token)
  const notes = notesOf(site)
  if (form.do === 'withdraw' && id !== null) {
    await notes.withdraw(id)
    site.touch()
    return c.redirect(notePath(id), 303)
  }
  const wish = wishOf(form)
  const note = id === null ? await notes.write(wish, viewerOf(c).account) : await notes.change(id, wish)
  if (form.do !== 'publish') return c.redirect(notePath(note.id), 303)
  const { articleKey } = await notes.publish(note.id)
  site.touch()
  return c.redirect(articleKey === null ? notePath(note.id) : articlePath(articleKey), 303)
}

function wishOf({ title, markdown, section, tags }: z.output<typeof Form>): NoteWish {
  return NoteWishFields.parse({
    title,
    markdown: markdown.replaceAll('\r\n', '\n'),
    section: section === '' ? null : section,
    tags: tags
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  })
}
