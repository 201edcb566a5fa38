import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/** A file of the site itself: its address holds its content's hash, so that browsers keep it for ever. */
export type StaticFile = {
  path: string
  type: string
  plain: Uint8Array<ArrayBuffer>
  br: Uint8Array<ArrayBuffer>
  gzip: Uint8Array<ArrayBuffer>
}

/** Everything that a page loads beside itself. Read once at the start. */
export const ASSETS = {
  style: load('style.css', 'text/css; charset=utf-8'),
  icon: load('icon.svg', 'image/svg+xml'),
} as const

function load(name: string, type: string): StaticFile {
  const plain = new Uint8Array(readFileSync(new URL(`./static/${name}`, import.meta.url)))
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 10)
  const cut = name.lastIndexOf('.')
  return {
    path: `/static/${name.slice(0, cut)}-${hash}${name.slice(cut)}`,
    type,
    plain,
    br: new Uint8Array(brotliCompressSync(plain)),
    gzip: new Uint8Array(gzipSync(plain)),
  }
}
