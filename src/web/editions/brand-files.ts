import { ASSETS, packFile, type StaticFile } from '../static-files.ts'
import type { Accent } from './accent.ts'

/** The owner's own picture. `ratio` is its width over its height: pages leave it its room before it is there. */
export type Logo = StaticFile & { ratio: number }

/** A picture is that of a site: small enough to come with the first page. */
const MAX_LOGO_BYTES = 100_000
/** From this ratio on it is taken for a word: it stands in place of the name, not beside it. */
const WORD_RATIO = 2
/** Flatter than a line of text or higher than a column is no logo. */
const MAX_RATIO = 12

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Where a PNG's first chunk, which always is IHDR, has its width and its height. **Source:** PNG 1.2, §3 and §4.1.1 */
const PNG_WIDTH_AT = 16
const PNG_HEIGHT_AT = 20

/**
 * A site's logo from the bytes of a file: PNG or SVG of at most 100 kB. It is sent as it is, under an address of its content; pages show it as a
 * picture, so that nothing in an SVG runs. `ok: false` says what it is not.
 */
export function logoFile(bytes: Uint8Array<ArrayBuffer>): { ok: true; value: Logo } | { ok: false; reason: string } {
  if (bytes.length > MAX_LOGO_BYTES)
    return { ok: false, reason: `has ${bytes.length} bytes, and a logo may have ${MAX_LOGO_BYTES}` }
  const isPng = bytes.length > PNG_HEIGHT_AT + 4 && PNG.every((byte, at) => bytes[at] === byte)
  const ratio = isPng ? pngRatio(bytes) : svgRatio(new TextDecoder().decode(bytes.subarray(0, 4_000)))
  if (ratio === null) return { ok: false, reason: 'is neither an SVG nor a PNG picture' }
  if (!(ratio <= MAX_RATIO && ratio >= 1 / MAX_RATIO))
    return { ok: false, reason: `is more than ${MAX_RATIO} times as long on one side as on the other` }
  const file = isPng ? packFile('logo.png', 'image/png', bytes) : packFile('logo.svg', 'image/svg+xml', bytes)
  return { ok: true, value: { ...file, ratio } }
}

/** True of a logo that is a word of its own. */
export function isWordMark({ ratio }: Logo): boolean {
  return ratio >= WORD_RATIO
}

function pngRatio(bytes: Uint8Array<ArrayBuffer>): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return view.getUint32(PNG_WIDTH_AT) / view.getUint32(PNG_HEIGHT_AT)
}

/** By the view box, else by width and height; 1 for an SVG that gives neither, null for what is none. */
function svgRatio(start: string): number | null {
  const root = /^\uFEFF?\s*(?:<[?!][^>]*>\s*)*<svg(\s[^>]*)?>/i.exec(start)
  if (!root) return null
  const attributes = root[1] ?? ''
  const box = /\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(attributes)
  const [width, height] = box
    ? [box[1], box[2]]
    : ['width', 'height'].map(
        (name) => new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`).exec(attributes)?.[1],
      )
  return width === undefined || height === undefined ? 1 : Number(width) / Number(height)
}

/** The style sheet with another accent: one file as ever, so that a page asks for no more. */
export function accentedStyle({ light, dark }: Accent): StaticFile {
  const own = new TextEncoder().encode(`:root{--accent:light-dark(${light},${dark})}\n`)
  return packFile('style.css', ASSETS.style.type, new Uint8Array([...ASSETS.style.plain, ...own]))
}
