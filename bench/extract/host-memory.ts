/**
 * What the memory of a host is worth: each page of a host is read with the blocks that at least LEAST of the host's other pages had,
 * against the same page read without.
 *   host-memory.ts PAGES.jsonl GOLD.json [--least 2] [--part PART]
 */
import fs from 'node:fs'
import { keptBlocks } from '../../src/extract/body.ts'
import { bodyHints } from '../../src/extract/body-hints.ts'
import { rememberedBlocks, withoutRepeated } from '../../src/extract/host-memory.ts'
import { prepareHtmlPage } from '../../src/extract/html-page.ts'
import { pageF1 } from './body-measures.ts'
import { isHeldOut } from './split.ts'

type Gold = { articleBody?: string; type?: string; with?: string[]; without?: string[] }

const [pagesFile, goldFile] = process.argv.slice(2)
const option = (name: string): number | null => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? null : Number(process.argv[at + 1])
}
const least = option('least') ?? 2
const part = option('part')
const gold = JSON.parse(fs.readFileSync(goldFile!, 'utf8')) as Record<string, Gold>
const read = readPages().map(({ id, host, html, url }) => {
  const { claims, page, parts, headline } = prepareHtmlPage(html, url)
  const { kept } = keptBlocks(page, { parts, hints: bodyHints(claims, headline.title) })
  return { id, host, page, kept, hashes: rememberedBlocks(page, kept) }
})
const counts = new Map<string, number>()
for (const { host, hashes } of read)
  for (const hash of hashes) counts.set(`${host} ${hash}`, (counts.get(`${host} ${hash}`) ?? 0) + 1)
let pages = 0
let changed = 0
const sums = { before: 0, after: 0 }
for (const { id, host, page, kept, hashes } of read) {
  const own = new Set(hashes)
  const others = [...counts].flatMap(([key, count]) => {
    const [keyHost, hash] = [key.slice(0, key.lastIndexOf(' ')), Number(key.slice(key.lastIndexOf(' ') + 1))]
    return keyHost === host && count - (own.has(hash) ? 1 : 0) >= least ? [hash] : []
  })
  const left = withoutRepeated(page, kept, new Set(others))
  const textOf = (chosen: readonly boolean[]): string =>
    page.texts.flatMap(({ text }, index) => (chosen[index] ? [text] : [])).join('\n')
  const body = gold[id]?.articleBody
  if (!body) continue
  const [before, after] = [pageF1(body, textOf(kept)), pageF1(body, textOf(left))]
  pages++
  sums.before += before
  sums.after += after
  const gone = page.texts.filter((_, index) => kept[index] && !left[index])
  if (gone.length === 0) continue
  changed++
  process.stdout.write(`${id} ${host} ${before.toFixed(4)} -> ${after.toFixed(4)}\n`)
  for (const { text } of gone) process.stdout.write(`    ${text.slice(0, 120).replaceAll('\n', ' ')}\n`)
}
process.stdout.write(
  `${pages} pages of hosts with others, ${changed} changed, F1 ${(sums.before / pages).toFixed(4)} -> ${(sums.after / pages).toFixed(4)}\n`,
)

/** Pages of hosts with more than `least` pages. */
function readPages(): { id: string; url: string; host: string; html: string }[] {
  const all = fs
    .readFileSync(pagesFile!, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { id: string; url: string | null; html: string })
    .flatMap(({ id, url, html }) => {
      const host = url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./u, '') : ''
      return host === '' || url === null || (part !== null && !isHeldOut(url, part)) ? [] : [{ id, url, host, html }]
    })
  const sizes = Map.groupBy(all, ({ host }) => host)
  return all.filter(({ host }) => sizes.get(host)!.length > least)
}
