import { AppError } from '../../model/errors.ts'

/** Where a list goes on, as a caller carries it: a value and an id, `V.I`. Callers treat it as opaque. */
export function writeCursor(cursor: { value: number; id: number }): string {
  return Buffer.from(`${cursor.value}:${cursor.id}`).toString('base64url')
}

/** @throws AppError invalid for a cursor that was not given by this API */
export function readCursor(text: string | undefined): { value: number; id: number } | undefined {
  if (text === undefined || text === '') return undefined
  const [value, id] = Buffer.from(text, 'base64url').toString().split(':').map(Number)
  if (value === undefined || id === undefined || !Number.isFinite(value) || !Number.isSafeInteger(id))
    throw new AppError('invalid', `cursor "${text}" is not one that this API gave`)
  return { value, id }
}
