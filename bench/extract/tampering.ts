/**
 * How well words that others pushed into a page are taken out, on clean texts tampered with here (tampered-pages.ts).
 *   tampering.ts TEXTS [--part 1] [--prior N] [--show]
 * TEXTS are golds (`{id: {url, title, articleBody}}`), JSON lines (`{id, title, text}`, every --every-th) or an IOB file. Of golds, hosts of
 * --part (0, the held-out one, by default) are taken. A repair is right where it takes out just the word that was pushed in.
 */
import fs from 'node:fs'
import { type BrandCut, pageCuts } from '../../src/extract/brand-repairs.ts'
import { readIob } from '../tag-iob.ts'
import { isHeldOut } from './split.ts'
import { type CleanPage, pagesOf } from './tampered-pages.ts'

const file = process.argv[2]!
const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`)
  return at === -1 ? otherwise : Number(process.argv[at + 1])
}
const shown = process.argv.includes('--show')
const totals = new Map<
  string,
  { pages: number; places: number; right: number; wrong: number; changed: number; uses: number }
>()

for (const page of cleanPages()) {
  if (page.text.length < 500) continue
  for (const made of pagesOf(page, !process.argv.includes('--part'))) {
    const cuts = pageCuts({ title: made.title, text: made.text, brand: made.brand, prior: option('prior', 0) })
    const total = totals.get(made.kind) ?? { pages: 0, places: 0, right: 0, wrong: 0, changed: 0, uses: 0 }
    totals.set(made.kind, total)
    const wrongBefore = total.wrong
    for (const field of ['title', 'text'] as const) {
      // Where the title is what is measured, the text is left to its own rows.
      if (made.kind.startsWith('title') && field === 'text') continue
      total.places += made.truth[field].length
      total.uses += made[field].split(made.brand).length - 1
      for (const cut of cuts[field]) {
        const truth = made.truth[field].some(([start, end]) => cut.start <= start && cut.end >= end)
        if (truth) total.right++
        else total.wrong++
        if (shown && !truth) show(made.kind, made[field], cut)
      }
    }
    if (process.argv.includes('--misses'))
      for (const field of ['title', 'text'] as const)
        for (const [start, end] of made.truth[field])
          if (!cuts[field].some((cut) => cut.start <= start && cut.end >= end))
            show(`missed ${made.kind}`, made[field], { start, end })
    total.pages++
    if (total.wrong > wrongBefore) total.changed++
  }
}
for (const [kind, { pages, places, right, wrong, changed, uses }] of totals) {
  const of = (count: number, all: number): string => (all === 0 ? '-' : (count / all).toFixed(4))
  const rights = uses - places
  process.stdout.write(
    kind.startsWith('right')
      ? `${kind}: ${pages} pages, ${rights} right uses, ${wrong} wrong repairs (${((1000 * wrong) / rights).toFixed(2)} of 1,000) in ${changed} pages\n`
      : `${kind}: ${pages} pages, ${places} places, precision ${of(right, right + wrong)}, recall ${of(right, places)}\n`,
  )
}

function* cleanPages(): Generator<CleanPage> {
  if (file.endsWith('.jsonl')) {
    const every = option('every', 1)
    for (const [index, line] of fs.readFileSync(file, 'utf8').split('\n').entries())
      if (line && index % every === 0) {
        const { id, title, text } = JSON.parse(line) as CleanPage
        // Copies in such a stream are tampered with already; their ids begin with c.
        if (!/^c[\da-z]{6,}$/u.test(id)) yield { id, title: title ?? '', text: text.replace(/ {2,}/gu, ' ') }
      }
  } else if (file.endsWith('.tsv')) {
    for (const { id, text } of readIob(file)) yield { id, title: '', text }
  } else {
    const gold = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<
      string,
      { url: string | null; title: string | null; articleBody?: string }
    >
    for (const [id, { url, title, articleBody }] of Object.entries(gold))
      if (articleBody && isHeldOut(url ?? id, option('part', 0)))
        yield { id, title: (title ?? '').replace(/\s+/gu, ' ').trim(), text: articleBody.replace(/ {2,}/gu, ' ') }
  }
}

function show(kind: string, text: string, { start, end }: Pick<BrandCut, 'start' | 'end'>): void {
  process.stdout.write(
    `${kind}: ${text.slice(Math.max(0, start - 50), start)}[${text.slice(start, end)}]${text.slice(end, end + 40)}\n`
      .replaceAll('\n', ' ')
      .concat('\n'),
  )
}
