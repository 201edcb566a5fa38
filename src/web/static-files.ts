import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { noteReading, rankForReader } from '../rank/candidate-pack.ts'
import { lookClasses } from './look.ts'

/** A file of the site itself: its address holds its content's hash, so that browsers keep it for ever. */
export type StaticFile = {
  path: string
  type: string
  plain: Uint8Array<ArrayBuffer>
  br: Uint8Array<ArrayBuffer>
  gzip: Uint8Array<ArrayBuffer>
}

/** Parts of the one script, each after what it uses. */
const PARTS = [
  'kept',
  'look',
  'choices',
  'marks',
  'account',
  'profile',
  'told',
  'offline',
  'pulse',
  'suggest',
  'keys',
  'copy',
  'start',
]

/** Parts of the style sheet, in the order in which they stand on a page: later ones may say more of what earlier ones began. */
const SHEETS = [
  'base',
  'masthead',
  'rows',
  'charts',
  'article',
  'story',
  'shape',
  'found',
  'paper',
  'script',
  'owner',
  'watching',
  'widgets',
  'settings',
  'rules',
  'accounts',
]

/** Everything that a page loads beside itself. Read once at the start. */
export const ASSETS = {
  style: packFile('style.css', 'text/css; charset=utf-8', encoded(styleSheet())),
  icon: load('icon.svg', 'image/svg+xml'),
  icon192: load('icon-192.png', 'image/png'),
  icon512: load('icon-512.png', 'image/png'),
  /** Its sign stands inside the circle that every system's mask leaves. */
  maskable: load('icon-maskable.png', 'image/png'),
  /** The one script: what ranks and notes for the reader is the tested code of `rank`, sent as it is. */
  reader: packFile('reader.js', 'text/javascript; charset=utf-8', readerScript()),
} as const

/** The service worker. Its address is fixed, so browsers ask for it again: it names the files above by their hashes. */
export const SERVICE_WORKER: StaticFile = {
  ...packFile('sw.js', 'text/javascript; charset=utf-8', workerScript()),
  path: '/sw.js',
}

/** The parts without their comments, and the classes of looks. */
function styleSheet(): string {
  const parts = SHEETS.map((name) => read(`style/${name}.css`).replaceAll(/\/\*[^*]*\*\/\n?/g, ''))
  return parts.join('') + lookClasses()
}

/** The parts as one function: they are modules that name what they use, and share one scope here, so that a page asks for one file. */
function readerScript(): Uint8Array<ArrayBuffer> {
  const own = PARTS.map((name) => joined(read(`reader/${name}.js`)))
  return encoded(`(() => {\n'use strict'\n${[rankForReader, noteReading, ...own].join('\n')}})()\n`)
}

/** A module's text without its imports, exports and lines that are comments alone. */
function joined(source: string): string {
  return source
    .replaceAll(/^import [^']*'[^']*'\n/gm, '')
    .replaceAll(/^[ \t]*(?:\/\/[^\n]*|\/\*\*[^*]*\*\/)\n/gm, '')
    .replaceAll(/^export /gm, '')
}

/** The service worker, and a name that changes with the files of the site: browsers then take the new one. */
function workerScript(): Uint8Array<ArrayBuffer> {
  const files = [ASSETS.style, ASSETS.reader, ASSETS.icon, ASSETS.icon192].map((file) => file.path)
  const version = createHash('sha256').update(files.join(' ')).digest('base64url').slice(0, 10)
  return encoded(`const VERSION = '${version}'\n${joined(read('sw.js'))}`)
}

function read(name: string): string {
  return readFileSync(new URL(`./static/${name}`, import.meta.url), 'utf8')
}

function encoded(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

function load(name: string, type: string): StaticFile {
  return packFile(name, type, new Uint8Array(readFileSync(new URL(`./static/${name}`, import.meta.url))))
}

/** A file with its address, packed once. */
export function packFile(name: string, type: string, plain: Uint8Array<ArrayBuffer>): StaticFile {
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
