/**
 * How fast are feeds read, does memory stay constant, and does hostile input stay linear?
 *
 * sh scripts/node.sh --expose-gc bench/feeds.ts [FEEDS.jsonl]
 */
import { readFileSync } from 'node:fs'
import { FeedStream } from '../src/reader/parse-feed.ts'
import { readDocument } from '../src/reader/read-document.ts'

const encoder = new TextEncoder()
const report: Record<string, unknown> = {}

const [path] = process.argv.slice(2)
if (path) report.suiteMegabytesPerSecond = suiteSpeed(path)
for (const kind of ['rss', 'atom'] as const) {
  const bytes = encoder.encode(wholeFeed(kind, 5_000))
  report[`${kind}MegabytesPerSecond`] = speed(bytes)
  report[`${kind}Megabytes`] = megabytes(bytes.length)
}
report.memory = { ...streamed(2_000), ...streamed(20_000), ...streamed(200_000) }
report.hostileMs = hostile()
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)

function suiteSpeed(file: string): number {
  const rows = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  const all = rows.map((line) => Buffer.from((JSON.parse(line) as { bodyBase64: string }).bodyBase64, 'base64')) // our own data file
  const total = all.reduce((sum, bytes) => sum + bytes.length, 0)
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 20; round++) {
    const start = performance.now()
    for (const bytes of all) readDocument(bytes, { url: 'http://feeds.example/', contentType: null })
    best = Math.min(best, performance.now() - start)
  }
  return megabytes((total / best) * 1_000)
}

function speed(bytes: Uint8Array): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 5; round++) {
    const start = performance.now()
    readDocument(bytes, { url: 'http://feeds.example/', contentType: null })
    best = Math.min(best, performance.now() - start)
  }
  return megabytes((bytes.length / best) * 1_000)
}

/** Heap in use after a long feed has passed in pieces, in megabytes, by number of entries. */
function streamed(entries: number): Record<string, number> {
  let seen = 0
  let peak = 0
  const stream = new FeedStream({ url: 'http://feeds.example/' }, () => {
    if (++seen % 2_000 !== 0) return
    globalThis.gc?.()
    peak = Math.max(peak, process.memoryUsage().heapUsed)
  })
  stream.write('<rss version="2.0"><channel><title>Harbour notes</title>')
  for (let index = 0; index < entries; index++) stream.write(rssItem(index))
  stream.write('</channel></rss>')
  stream.end()
  if (seen !== entries) throw new Error(`${seen} of ${entries} entries came out`)
  return { [`${entries} entries`]: megabytes(peak) }
}

function hostile(): Record<string, number> {
  const count = 100_000
  const documents: Record<string, string> = {
    'nested tags': `<rss><channel><item><description>${'<b>'.repeat(count)}`,
    'nested items': `<rss><channel>${'<item>'.repeat(count)}`,
    'nested unknown tags': `<rss><channel>${'<x>'.repeat(count)}${'</y>'.repeat(count)}`,
    'misnested ends': `<rss><channel><item>${'<a><b></a></b>'.repeat(count)}`,
    'references, 10 MB': `<rss><channel><item><description>${'&#38;'.repeat(2_000_000)}</description></item></channel></rss>`,
    'bare ampersands, 10 MB': `<rss><channel><item><description>${'&'.repeat(10_000_000)}</description></item></channel></rss>`,
    'bare less-thans, 10 MB': `<rss><channel><item><description>${'<'.repeat(10_000_000)}`,
    'tags without end, 10 MB': `<rss><channel><item><description>${'<a '.repeat(3_333_333)}`,
    'quotes without end, 10 MB': `<rss><channel><item>${'<a b="'.repeat(1_600_000)}`,
    'quotes around ends, 10 MB': `<rss><channel><item>${`'<a ">"'`.repeat(1_400_000)}`,
    'declarations, 10 MB': `<rss><channel><item>${'<!x'.repeat(3_333_333)}`,
    'cdata starts, 10 MB': `<rss><channel><item><title>${'<![CDATA['.repeat(1_100_000)}`,
    'attributes, 10 MB': `<rss ${'a="b" '.repeat(1_700_000)}><channel/></rss>`,
    'escaped tags, 10 MB': `<rss><channel><item><title>${'&lt;a href='.repeat(900_000)}</title></item></channel></rss>`,
    'entity bomb': `<!DOCTYPE rss [${'<!ENTITY a "&a;&a;&a;&a;">'.repeat(1_000)}]><rss><channel><title>${'&a;'.repeat(count)}</title></channel></rss>`,
    categories: `<rss><channel><item>${'<category>x</category>'.repeat(count)}</item></channel></rss>`,
  }
  const times: Record<string, number> = {}
  for (const [name, text] of Object.entries(documents)) {
    const bytes = encoder.encode(text)
    const start = performance.now()
    readDocument(bytes, { url: 'http://feeds.example/', contentType: null })
    times[name] = Math.round(performance.now() - start)
  }
  return times
}

function wholeFeed(kind: 'rss' | 'atom', entries: number): string {
  const items = Array.from({ length: entries }, (_, index) =>
    kind === 'rss' ? rssItem(index) : atomEntry(index),
  ).join('')
  return kind === 'rss'
    ? `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour notes</title>${items}</channel></rss>`
    : `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour notes</title>${items}</feed>`
}

function rssItem(index: number): string {
  const words = `The ferry of Quillmouth ran ${index} times &amp; the harbour master, Ode Varn, said so. `.repeat(12)
  return `<item><title>Ferry ${index} leaves &amp; returns</title><link>http://news.example/ferry/${index}?a=1&amp;b=2</link><guid isPermaLink="false">ferry-${index}</guid><pubDate>Tue, 03 Nov 2026 08:00:00 GMT</pubDate><dc:creator>Ode Varn</dc:creator><category>Harbour</category><description>${words}</description><content:encoded><![CDATA[<p>${words}</p><p><a href="/more/${index}">More</a></p>]]></content:encoded></item>\n`
}

function atomEntry(index: number): string {
  const words = `The ferry of Quillmouth ran ${index} times &amp; the harbour master, Ode Varn, said so. `.repeat(12)
  return `<entry><title>Ferry ${index}</title><link href="http://news.example/ferry/${index}"/><id>tag:news.example,2026:${index}</id><updated>2026-11-03T08:00:00Z</updated><author><name>Ode Varn</name></author><summary>${words}</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p class="lead">${words}</p><p><a href="/more/${index}">More</a></p></div></content></entry>\n`
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 100_000) / 10
}
