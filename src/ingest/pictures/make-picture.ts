import sharp, { type OutputInfo, type Sharp } from 'sharp'
import type { MadePicture, PictureAnswer, PictureForm, PictureRefusal } from '../../model/picture.ts'
import { pictureFormat } from './picture-format.ts'

/** Pixels of a picture that is decoded: cameras of newsrooms give 24 to 36 million. Four bytes each are 160 MB. */
const MAX_PIXELS = 40_000_000
/** A side of three pixels or fewer shows nothing: it counts who opens the page, or is a ruled line. */
const COUNTER_PIXELS = 3
/** Pixels across and down of the largest form; what is taller is made narrower. */
const LARGEST = { width: 1_280, height: 2_560 }
/** Widths of the smaller forms. */
const SMALLER = [640, 320] as const
/** WebP's scale from 0 to 100: at 75 a press photograph 1,280 pixels wide takes 60 to 150 kB and shows no blocks. */
const QUALITY = 75

/** What may be read at all: every other reader of the library (SVG, PDF, TIFF, plain files) is locked before a byte is seen. */
const READERS = [
  'VipsForeignLoadJpeg',
  'VipsForeignLoadPng',
  'VipsForeignLoadWebp',
  'VipsForeignLoadNsgif',
  'VipsForeignLoadHeif',
]

sharp.cache(false)
sharp.concurrency(1)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: READERS })

/** Pixels in rows, three or four bytes each. */
type Pixels = { data: Buffer; width: number; height: number; channels: 3 | 4 }

/**
 * A foreign file as pictures of our own: the first frame, turned as it says, in sRGB, without anything that is not a pixel (place,
 * camera, names, colour profiles). Runs native code over foreign bytes: only in the process that is made for it.
 */
export async function makePicture(bytes: Uint8Array): Promise<PictureAnswer> {
  const format = pictureFormat(bytes)
  if (format === 'svg') return refused('svg', 'an SVG document')
  if (format === null) return refused('not-a-picture', 'no JPEG, PNG, WebP, GIF or AVIF')
  try {
    const read = () => sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 })
    const { width, height } = await read().metadata()
    if (Math.min(width, height) <= COUNTER_PIXELS) return refused('counter', `${width} by ${height} pixels`)
    const { data, info } = await read()
      .autoOrient()
      .resize({ ...LARGEST, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    const isGrey = info.channels < 3
    const pixels = isGrey ? await inColour(data, info) : { ...info, data, channels: info.channels as 3 | 4 } // sRGB has three, with alpha four
    return { ok: true, value: await formsOf(pixels) }
  } catch (cause) {
    return failure(cause)
  }
}

/** The same from pixels that are ours. */
export async function formsOf(pixels: Pixels): Promise<MadePicture> {
  const { width, height } = pixels
  const names = SMALLER.filter((across) => across < width).map((across): [PictureForm, number] => [
    `${across}.webp`,
    across,
  ])
  const largest: PictureForm = width > 640 ? '1280.webp' : width > 320 ? '640.webp' : '320.webp'
  const forms: { form: PictureForm; bytes: Uint8Array }[] = [{ form: largest, bytes: await webp(pixels, width) }]
  for (const [form, across] of names) forms.push({ form, bytes: await webp(pixels, across) })
  const jpeg = sized(pixels, Math.min(width, 640)).flatten({ background: '#fff' }).jpeg({ quality: QUALITY })
  forms.push({ form: '640.jpg', bytes: await jpeg.toBuffer() })
  return { width, height, forms }
}

function webp(pixels: Pixels, across: number): Promise<Buffer> {
  return sized(pixels, across).webp({ quality: QUALITY }).toBuffer()
}

function sized({ data, width, height, channels }: Pixels, across: number): Sharp {
  const picture = sharp(data, { raw: { width, height, channels } })
  return across < width ? picture.resize({ width: across }) : picture
}

async function inColour(data: Buffer, { width, height, channels }: OutputInfo): Promise<Pixels> {
  const raw = { width, height, channels }
  const made = await sharp(data, { raw }).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  return { data: made.data, width, height, channels: made.info.channels as 3 | 4 }
}

/** What the library says, by its words. */
function failure(cause: unknown): PictureAnswer {
  const detail = (cause instanceof Error ? cause.message : String(cause)).slice(0, 200)
  if (/pixel limit|too large|out of memory|dimensions/i.test(detail)) return refused('too-many-pixels', detail)
  return refused('damaged', detail)
}

function refused(reason: PictureRefusal, detail: string): PictureAnswer {
  return { ok: false, reason, detail }
}
