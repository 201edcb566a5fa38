/** Every form in which a foreign picture is given out: its width in pixels at most, and its format. Nothing else can be asked for. */
export const PICTURE_FORMS = ['320.webp', '640.webp', '1280.webp', '640.jpg'] as const
export type PictureForm = (typeof PICTURE_FORMS)[number]

/**
 * Why a picture is not shown. `svg`: a document that can hold scripts and addresses; `counter`: three pixels or fewer across, there to
 * count readers; `busy`: too many wait, ask again.
 */
export type PictureRefusal =
  | 'unreachable'
  | 'too-large'
  | 'too-many-pixels'
  | 'svg'
  | 'not-a-picture'
  | 'counter'
  | 'damaged'
  | 'timeout'
  | 'crashed'
  | 'busy'

/** Pixels across and down, as a reader sees it: turned as its file says. */
export type PictureSize = { width: number; height: number }

/** A picture made anew: nothing of the foreign file is in it but what it shows. A form is absent where a smaller one holds all of it. */
export type MadePicture = PictureSize & { forms: readonly { form: PictureForm; bytes: Uint8Array }[] }

export type PictureAnswer = { ok: true; value: MadePicture } | { ok: false; reason: PictureRefusal; detail: string }

/** A form of a picture as it is sent. */
export type SentPicture =
  | { ok: true; bytes: Uint8Array<ArrayBuffer>; type: string }
  | { ok: false; reason: PictureRefusal }
