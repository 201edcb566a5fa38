import { ASSETS, packFile, type StaticFile } from '../static-files.ts'
import type { Accent } from './accent.ts'

/** A picture is that of a site: small enough to come with the first page. */
const MAX_LOGO_BYTES = 100_000

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/**
 * A site's logo from the bytes of a file: PNG or SVG of at most 100 kB. It is sent as it is, under an address of its content; pages show it as a
 * picture, so that nothing in an SVG runs. `ok: false` says what it is not.
 */
export function logoFile(
  bytes: Uint8Array<ArrayBuffer>,
): { ok: true; value: StaticFile } | { ok: false; reason: string } {
  if (bytes.length > MAX_LOGO_BYTES)
    return { ok: false, reason: `has ${bytes.length} bytes, and a logo may have ${MAX_LOGO_BYTES}` }
  if (PNG.every((byte, at) => bytes[at] === byte)) return { ok: true, value: packFile('logo.png', 'image/png', bytes) }
  const start = new TextDecoder().decode(bytes.subarray(0, 2_000))
  if (/^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s>]/i.test(start))
    return { ok: true, value: packFile('logo.svg', 'image/svg+xml', bytes) }
  return { ok: false, reason: 'is neither an SVG nor a PNG picture' }
}

/** The style sheet with another accent: one file as ever, so that a page asks for no more. */
export function accentedStyle({ light, dark }: Accent): StaticFile {
  const own = new TextEncoder().encode(`:root{--accent:light-dark(${light},${dark})}\n`)
  return packFile('style.css', ASSETS.style.type, new Uint8Array([...ASSETS.style.plain, ...own]))
}
