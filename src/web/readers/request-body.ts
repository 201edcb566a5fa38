import type { Context } from 'hono'
import { AppError } from '../../model/errors.ts'

/** Bytes of a reader app's request: some mark 20,000 articles read at once, by number. */
export const MAX_READER_BODY_BYTES = 1_000_000

/** A request's body as text. @throws AppError too_large */
export async function bodyText(c: Context): Promise<string> {
  const text = await c.req.text()
  if (text.length > MAX_READER_BODY_BYTES)
    throw new AppError('too_large', `the body has ${text.length} characters, at most ${MAX_READER_BODY_BYTES} are read`)
  return text
}

/** A body as JSON whatever its label says: newsboat calls its JSON a form. @throws AppError invalid */
export async function bodyJson(c: Context): Promise<unknown> {
  const text = await bodyText(c)
  try {
    return text.trim() === '' ? {} : JSON.parse(text)
  } catch {
    throw new AppError('invalid', 'the body is not JSON')
  }
}

/** Query and form together: reader apps put the same words in either. A multipart form is read too. */
export async function formAndQuery(c: Context): Promise<URLSearchParams> {
  const all = new URLSearchParams(new URL(c.req.url).search)
  if (c.req.method !== 'POST') return all
  const isMultipart = (c.req.header('content-type') ?? '').startsWith('multipart/form-data')
  if (!isMultipart) {
    for (const [name, value] of new URLSearchParams(await bodyText(c))) all.append(name, value)
    return all
  }
  const form = await c.req.formData()
  for (const [name, value] of form) if (typeof value === 'string') all.append(name, value)
  return all
}

/** A document that an app sends: the body itself, or the first file or long field of a form. */
export async function uploadedText(c: Context): Promise<string> {
  const isForm = (c.req.header('content-type') ?? '').startsWith('multipart/form-data')
  if (!isForm) return bodyText(c)
  for (const [, value] of await c.req.formData()) return typeof value === 'string' ? value : value.text()
  return ''
}
