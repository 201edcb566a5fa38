/**
 * How well and how fast are texts understood, beside other programs?
 *
 *     npm run bench -- understanding --data FOLDER [--only language,tags,section,copies,stories] [--json]
 *
 * FOLDER holds folders `language`, `tags`, `copies` and `stories` with texts and what is true of them (also as `.zst`); what their files hold is
 * said in bench/understanding/compare-*.ts. Ours runs through the filters as shipped, each program in a thread of its own, one after the other;
 * speed is that thread's CPU without loading. The other programs are installed into bench/peers/node_modules at the first run.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { installPeers } from './peers/install.ts'
import { table } from './reading/tables.ts'
import { compareCopies } from './understanding/compare-copies.ts'
import { compareLanguage } from './understanding/compare-language.ts'
import { compareSection } from './understanding/compare-section.ts'
import { compareStories } from './understanding/compare-stories.ts'
import { compareTags } from './understanding/compare-tags.ts'
import type { Comparison } from './understanding/comparison.ts'

/** Each question by its name, with the folder of the data that it needs. */
const QUESTIONS: Readonly<Record<string, { needs: string; compare: (data: string) => Promise<Comparison> }>> = {
  language: { needs: 'language', compare: (data) => compareLanguage(join(data, 'language')) },
  tags: { needs: 'tags', compare: (data) => compareTags(join(data, 'tags')) },
  section: { needs: 'stories', compare: compareSection },
  copies: { needs: 'copies', compare: (data) => compareCopies(join(data, 'copies')) },
  stories: { needs: 'stories', compare: (data) => compareStories(join(data, 'stories')) },
}

const { values: options } = parseArgs({
  options: { data: { type: 'string' }, only: { type: 'string' }, json: { type: 'boolean', default: false } },
})
const only = options.only?.split(',') ?? Object.keys(QUESTIONS)
const unknown = only.find((name) => !QUESTIONS[name])
if (unknown !== undefined) refuse(`--only ${unknown}: it can be ${Object.keys(QUESTIONS).join(', ')}`)
const data = options.data ?? refuse('--data FOLDER is needed; npm test holds a small version on invented texts')

await installPeers()
const comparisons: Comparison[] = []
for (const name of only) {
  const { needs, compare } = QUESTIONS[name]!
  if (existsSync(join(data, needs))) comparisons.push(await compare(data))
  else process.stderr.write(`bench: no ${needs} in ${data}\n`)
}
process.stdout.write(
  options.json
    ? `${JSON.stringify({ at: new Date().toISOString(), node: process.version, comparisons }, null, 2)}\n`
    : comparisons.map(tableOf).join('\n'),
)

function refuse(why: string): never {
  process.stderr.write(`bench: understanding: ${why}\n`)
  process.exit(2)
}

function tableOf({ title, unit, note, rows }: Comparison): string {
  const shares = [...new Set(rows.flatMap(({ figures }) => Object.keys(figures)))]
  const counted = [...new Set(rows.flatMap(({ counts }) => Object.keys(counts)))]
  const cells = rows.map(({ data, program, figures, counts, perSecond, bar }) => [
    data,
    program,
    ...shares.map((name) => figures[name]?.toFixed(4).replace(/^0/u, '') ?? null),
    ...counted.map((name) => counts[name]?.toLocaleString('en') ?? null),
    perSecond === null ? null : Math.round(perSecond).toLocaleString('en'),
    bar,
  ])
  return `## ${title}\n${table(['data', 'program', ...shares, ...counted, unit, 'bar'], cells)}${note ? `\n${note}\n` : ''}`
}
