import { z } from 'zod'
import { AppError } from '../../model/errors.ts'
import type { FeedCursor } from '../../store/feed-lists.ts'

const Place = z.tuple([z.union([z.string().max(3_000), z.number()]), z.int()])

/** The place of a source in an order, as a caller carries it. Callers treat it as opaque. */
export function writePlace({ key, id }: FeedCursor): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url')
}

/** @throws AppError invalid for a cursor that was not given by this API */
export function readPlace(text: string): FeedCursor {
  try {
    const [key, id] = Place.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return { key, id }
  } catch (cause) {
    throw new AppError('invalid', `cursor "${text.slice(0, 60)}" is not one that this API gave`, { cause })
  }
}
