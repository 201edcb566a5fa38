import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type IobDocument, readIob } from '../tag-iob.ts'
import { barFor, type Comparison, type ComparisonRow, programsFor } from './comparison.ts'
import { OURS, runProgram } from './run-program.ts'
import { scoreTags, type TagAnswer } from './tag-measures.ts'

/** Files that are measured. All others taught the tagger that ships, WikiGold too (without it: `bench/tag-train.ts` and `bench/tag-check.ts`). */
const MEASURED = /^uner-.*-test\.tsv$/u
const NORWEGIANS = /^n(?:ob|no)$/u

/** Names of people, places and organisations in labelled text: files `*.tsv`, `token TAB tag`. */
export async function compareTags(folder: string): Promise<Comparison> {
  const rows: ComparisonRow[] = []
  for (const file of readdirSync(folder).filter((name) => MEASURED.test(name))) {
    const documents = withOwnIds(readIob(join(folder, file)))
    const language = languageOf(file)
    const asked = documents.map(({ id, text }) => ({ id, text, language }))
    const tokens = documents.reduce((sum, { text }) => sum + text.split(/\s+/u).length, 0)
    for (const program of language === 'en' ? programsFor('tag') : [OURS]) {
      const { answers, roundsMs } = await runProgram({ filter: 'tag', program, rounds: 1 }, asked)
      const { all, people, places, organisations } = scoreTags(documents, answers as ReadonlyMap<string, TagAnswer>) // what the filter prints
      rows.push({
        data: file.replace('.tsv', ''),
        program,
        figures: {
          F1: all.f1,
          P: all.precision,
          R: all.recall,
          people: people.f1,
          places: places.f1,
          organisations: organisations.f1,
        },
        counts: { names: all.gold },
        perSecond: (tokens / roundsMs[0]!) * 1_000,
        bar: barFor(program, language === 'en' ? '100,000/s' : ''),
      })
    }
  }
  return {
    title: 'Names',
    unit: 'words/s, cold',
    note: 'None of these files taught the tagger. Exact span and kind. The bars (.70 on newswire, .75 on a parallel corpus) are for sets that are not in the data.',
    rows,
  }
}

/** Ids are once a file only where the file says so. */
function withOwnIds(documents: readonly IobDocument[]): IobDocument[] {
  return documents.map((document, index) => ({ ...document, id: String(index) }))
}

function languageOf(file: string): string {
  const code = /^uner-([a-z]+)-/u.exec(file)?.[1] ?? 'en'
  return NORWEGIANS.test(code) ? 'no' : code
}
