import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { noteReading, rankForReader } from '../rank/candidate-pack.ts'

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
  icon192: load('icon-192.png', 'image/png'),
  icon512: load('icon-512.png', 'image/png'),
  /** The one script: what ranks and notes for the reader is the tested code of `rank`, sent as it is. */
  reader: pack('reader.js', 'text/javascript; charset=utf-8', readerScript()),
} as const

function readerScript(): Uint8Array<ArrayBuffer> {
  const own = readFileSync(new URL('./static/reader.js', import.meta.url), 'utf8')
  const parts = ["'use strict'", rankForReader.toString(), noteReading.toString(), own]
  return new TextEncoder().encode(`(() => {\n${parts.join('\n')}\n})()\n`)
}

function load(name: string, type: string): StaticFile {
  return pack(name, type, new Uint8Array(readFileSync(new URL(`./static/${name}`, import.meta.url))))
}

function pack(name: string, type: string, plain: Uint8Array<ArrayBuffer>): StaticFile {
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
