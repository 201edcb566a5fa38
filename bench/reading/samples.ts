import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createZstdDecompress, zstdDecompressSync } from 'node:zlib'
import { lines } from '../../src/verbs/ndjson.ts'
import { isHeldOut } from '../extract/split.ts'
import type { FeedExpectation } from './feed-measures.ts'
import type { PageGold } from './page-measures.ts'
import type { ReadJob } from './run-reader.ts'

/** Pages with what people say of them, or feeds with what is expected of them. */
export type PageSet = { name: string; pages: readonly ReadJob[]; golds: ReadonlyMap<string, PageGold> }
export type FeedSet = { name: string; feeds: readonly ReadJob[]; expectations: readonly FeedExpectation[] }
export type Sets = { pages: readonly PageSet[]; feeds: readonly FeedSet[] }

/** Which pages are taken: those of one part of the hosts (bench/extract/split.ts), and every so many so that `most` are left. */
export type Choice = { part: number | null; most: number }

/**
 * Every set in a folder and the folders in it: `pages.jsonl` with `gold.json`, `feeds.jsonl` with `expectations.json`, each also as `.zst`.
 * @throws where a file is not what its name says
 */
export async function setsIn(folder: string, choice: Choice): Promise<Sets> {
  const folders = [
    folder,
    ...readdirSync(folder, { withFileTypes: true })
      .filter((inside) => inside.isDirectory())
      .map((inside) => join(folder, inside.name)),
  ]
  const pages: PageSet[] = []
  const feeds: FeedSet[] = []
  for (const one of folders) {
    const name = one.split('/').at(-1) ?? one
    const golds = jsonIn<Record<string, PageGold>>(one, 'gold.json')
    if (golds && pathOf(one, 'pages.jsonl')) pages.push(await pageSet(one, name, golds, choice))
    const expectations = jsonIn<FeedExpectation[]>(one, 'expectations.json')
    if (expectations && pathOf(one, 'feeds.jsonl')) feeds.push(await feedSet(one, name, expectations))
  }
  return { pages, feeds }
}

async function pageSet(
  folder: string,
  name: string,
  golds: Readonly<Record<string, PageGold>>,
  { part, most }: Choice,
): Promise<PageSet> {
  const ids = Object.keys(golds).filter((id) => part === null || isHeldOut(golds[id]!.url ?? id, part))
  const step = Math.max(1, ids.length / most)
  const chosen = new Set(ids.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step)))
  const pages: ReadJob[] = []
  for await (const row of rowsOf<{ id: string; url: string | null; html: string }>(folder, 'pages.jsonl'))
    if (chosen.has(row.id)) pages.push({ id: row.id, url: row.url, text: row.html })
  return { name, pages, golds: new Map([...chosen].map((id) => [id, golds[id]!])) }
}

type FeedRow = { id: string; url: string | null; headers?: Record<string, string>; bodyBase64: string }

async function feedSet(folder: string, name: string, expectations: readonly FeedExpectation[]): Promise<FeedSet> {
  const feeds: ReadJob[] = []
  for await (const { id, url, headers = {}, bodyBase64 } of rowsOf<FeedRow>(folder, 'feeds.jsonl'))
    feeds.push({
      id,
      url,
      bytes: Buffer.from(bodyBase64, 'base64'),
      headers: Object.fromEntries(Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value])),
    })
  return { name, feeds, expectations }
}

/** A folder's file of that name, plain or as `.zst`; null where it is neither. */
export function pathOf(folder: string, name: string): string | null {
  const plain = join(folder, name)
  if (existsSync(plain)) return plain
  return existsSync(`${plain}.zst`) ? `${plain}.zst` : null
}

function jsonIn<Shape>(folder: string, name: string): Shape | null {
  const path = pathOf(folder, name)
  if (path === null) return null
  const bytes = readFileSync(path)
  return JSON.parse((path.endsWith('.zst') ? zstdDecompressSync(bytes) : bytes).toString()) as Shape // the owner's own data
}

async function* rowsOf<Row>(folder: string, name: string): AsyncGenerator<Row> {
  const path = pathOf(folder, name)!
  const file = createReadStream(path)
  const input = path.endsWith('.zst') ? file.pipe(createZstdDecompress()) : file
  for await (const line of lines([input])) if ('bytes' in line) yield JSON.parse(line.bytes.toString()) as Row // the owner's own data
}

/** All rows of such a file. */
export async function allRowsOf<Row>(folder: string, name: string): Promise<Row[]> {
  const rows: Row[] = []
  for await (const row of rowsOf<Row>(folder, name)) rows.push(row)
  return rows
}
