/**
 * Does any damage make the reader throw or linger? Every feed of a JSON lines file (`{id, url, headers, bodyBase64}`) is cut at many places
 * and has bytes flipped, from a seed; each damaged document is read.
 *
 * sh scripts/node.sh bench/feeds-fuzz.ts FEEDS.jsonl [cuts a file, 40] [flips a file, 40]
 */
import { readFileSync } from 'node:fs'
import { discoverFeeds } from '../src/reader/discover-feeds.ts'
import { readListing } from '../src/reader/html-listing.ts'
import { readOpml } from '../src/reader/opml.ts'
import { readDocument } from '../src/reader/read-document.ts'
import { readSitemap } from '../src/reader/sitemap.ts'

type Row = { id: string; url?: string; headers?: Record<string, string>; bodyBase64: string }

const [path = '', cuts = '40', flips = '40'] = process.argv.slice(2)
let state = 1
let read = 0
let thrown = 0
let slowestMs = 0

for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
  const row = JSON.parse(line) as Row // our own data file
  const whole = Buffer.from(row.bodyBase64, 'base64')
  for (let count = 0; count < Number(cuts); count++) readOne(row, whole.subarray(0, below(whole.length)))
  for (let count = 0; count < Number(flips); count++) readOne(row, flipped(whole))
}
process.stdout.write(`${JSON.stringify({ read, thrown, slowestMs: Math.round(slowestMs) })}\n`)
process.exitCode = thrown > 0 ? 1 : 0

function readOne(row: Row, bytes: Uint8Array): void {
  const start = performance.now()
  try {
    const url = row.url ?? 'http://feeds.example/'
    readDocument(bytes, { url, contentType: row.headers?.['Content-type'] ?? null })
    const text = new TextDecoder().decode(bytes)
    discoverFeeds(text, url)
    readListing(text, url)
    readOpml(text)
    readSitemap(text, url)
  } catch (error) {
    thrown++
    process.stderr.write(`${row.id}: ${String(error)}\n`)
  }
  read++
  slowestMs = Math.max(slowestMs, performance.now() - start)
}

function flipped(whole: Buffer): Buffer {
  const bytes = Buffer.from(whole)
  for (let count = below(8); count >= 0; count--) bytes[below(bytes.length)] = below(256)
  return bytes
}

/** A number from 0 to `limit` - 1, from a seeded generator, so that a failing run repeats. Source: Lehmer generator, Park and Miller (1988). */
function below(limit: number): number {
  state = (state * 48_271) % 2_147_483_647
  return limit === 0 ? 0 : state % limit
}
