import { crc32, deflateSync } from 'node:zlib'
import { hash32 } from '../../text/hash.ts'
import { ICON_LETTERS } from './icon-letters.ts'
import type { ReaderFeed } from './reader-feeds.ts'

/** What a feed's icon shows: a letter (its code point) on a colour (degrees, 0 to 359). */
export type Icon = { letter: number; hue: number }

/** Side of an icon in pixels; a letter's points are so many pixels wide. */
const SIDE = 32
const POINT = 3
const [LETTER_WIDTH, LETTER_HEIGHT] = [5, 7]
/** Saturation and lightness on which white letters can be read whatever the hue. */
const [SATURATION, LIGHTNESS] = [0.5, 0.36]

/** The icon of a feed: its title's first letter, on a colour of its address. No host is asked for one of its own. */
export function iconOf({ title, feedUrl }: Pick<ReaderFeed, 'title' | 'feedUrl'>): Icon {
  const words = title
    .normalize('NFKD')
    .toUpperCase()
    .replace(/^THE\s+/, '')
  const letter = /[\p{L}\p{N}]/u.exec(words)?.[0] ?? '?'
  return { letter: letter.codePointAt(0) ?? 63, hue: (hash32(feedUrl) >>> 0) % 360 }
}

/** Path under which an icon is given out: it says all that is shown, so that it tells nobody which sources there are. */
export function iconPath(feed: Pick<ReaderFeed, 'title' | 'feedUrl'>): string {
  const { letter, hue } = iconOf(feed)
  return `/feed-icon/${letter.toString(16)}-${hue}.png`
}

/** An icon as PNG, some 120 bytes: two colours, one bit a pixel. A letter that is not drawn here (most scripts) leaves a disc. **Source:** PNG, third edition, sections 5 and 11 */
export function iconPicture({ letter, hue }: Icon): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(SIDE, 0)
  header.writeUInt32BE(SIDE, 4)
  header.set([1, 3, 0, 0, 0], 8) // one bit a pixel, by palette
  const palette = Buffer.from([...colourOf(hue), 255, 255, 255])
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rowsOf(isLit(letter)))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function isLit(letter: number): (x: number, y: number) => boolean {
  const rows = ICON_LETTERS[String.fromCodePoint(Math.min(letter, 0x10_ffff))]
  const middle = SIDE / 2
  if (!rows) return (x, y) => (x + 0.5 - middle) ** 2 + (y + 0.5 - middle) ** 2 < (SIDE / 4) ** 2
  const [left, top] = [Math.floor((SIDE - LETTER_WIDTH * POINT) / 2), Math.floor((SIDE - LETTER_HEIGHT * POINT) / 2)]
  return (x, y) => {
    const [column, row] = [Math.floor((x - left) / POINT), Math.floor((y - top) / POINT)]
    if (column < 0 || column >= LETTER_WIDTH) return false
    return (((rows[row] ?? 0) >> (LETTER_WIDTH - 1 - column)) & 1) === 1
  }
}

/** Each row: a byte that says how it is filtered (not), then its pixels. */
function rowsOf(lit: (x: number, y: number) => boolean): Buffer {
  const width = 1 + SIDE / 8
  const bytes = Buffer.alloc(width * SIDE)
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) if (lit(x, y)) bytes[y * width + 1 + (x >> 3)]! |= 0x80 >> (x & 7)
  return bytes
}

function colourOf(hue: number): number[] {
  const chroma = SATURATION * Math.min(LIGHTNESS, 1 - LIGHTNESS)
  return [0, 8, 4].map((n) => {
    const k = (n + hue / 30) % 12
    return Math.round(255 * (LIGHTNESS - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1))))
  })
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
