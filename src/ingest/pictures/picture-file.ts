import type { MadePicture, PictureForm, PictureRefusal, PictureSize } from '../../model/picture.ts'
import { PICTURE_FORMS } from '../../model/picture.ts'

/** What a file of the cache holds, told by its first line: the forms of a picture one after the other, or why there is none. */
export type PictureHead =
  | (PictureSize & { forms: readonly { form: PictureForm; start: number; length: number }[] })
  | { refused: PictureRefusal; untilMs: number }

/** Bytes in which the first line ends. */
export const HEAD_BYTES = 512

/** A picture as one file: whole or not there. */
export function pictureFile({ width, height, forms }: MadePicture): Buffer {
  let start = HEAD_BYTES
  const places = forms.map(({ form, bytes }) => {
    start += bytes.length
    return { form, start: start - bytes.length, length: bytes.length }
  })
  return Buffer.concat([headLine({ width, height, forms: places }), ...forms.map(({ bytes }) => bytes)])
}

/** A refusal as a file: it is remembered over a restart. */
export function refusalFile(refused: PictureRefusal, untilMs: number): Buffer {
  return headLine({ refused, untilMs })
}

/** The first line of a file; null for what is none of ours (cut short, another version). */
export function readHead(bytes: Uint8Array): PictureHead | null {
  try {
    const head: unknown = JSON.parse(Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('utf8').trimEnd())
    return isHead(head) ? head : null
  } catch {
    return null
  }
}

/** Where a form lies: itself, or the largest one where the picture is smaller than asked. */
export function placeOf(head: Exclude<PictureHead, { refused: unknown }>, form: PictureForm) {
  return head.forms.find((one) => one.form === form) ?? head.forms[0]!
}

function headLine(head: PictureHead): Buffer {
  return Buffer.from(JSON.stringify(head).padEnd(HEAD_BYTES))
}

function isHead(value: unknown): value is PictureHead {
  if (typeof value !== 'object' || value === null) return false
  if ('refused' in value)
    return typeof value.refused === 'string' && 'untilMs' in value && typeof value.untilMs === 'number'
  if (!('width' in value && 'height' in value && 'forms' in value)) return false
  if (typeof value.width !== 'number' || typeof value.height !== 'number') return false
  return Array.isArray(value.forms) && value.forms.length > 0 && value.forms.every(isPlace)
}

function isPlace(value: unknown): boolean {
  const { form, start, length } = value as Record<string, unknown> // a field that is missing is undefined
  return PICTURE_FORMS.includes(form as PictureForm) && Number.isSafeInteger(start) && Number.isSafeInteger(length)
}
