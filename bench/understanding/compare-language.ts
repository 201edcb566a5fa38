import { hash32 } from '../../src/text/hash.ts'
import { allRowsOf } from '../reading/samples.ts'
import { barFor, type Comparison, type ComparisonRow, programsFor } from './comparison.ts'
import { type LanguageGold, languageShare } from './language-measures.ts'
import { runProgram } from './run-program.ts'

type TextRow = { id: string; text: string }
type Answers = ReadonlyMap<string, { language?: string | null }>

const BARS: Readonly<Record<string, string>> = { cut: '.985, 30,000/s' }

/** The language of texts, by kind: `texts.jsonl` {id, text} with `gold.jsonl` {id, language, kind}. */
export async function compareLanguage(folder: string): Promise<Comparison> {
  const texts = await allRowsOf<TextRow>(folder, 'texts.jsonl')
  const golds = await allRowsOf<LanguageGold>(folder, 'gold.jsonl')
  const rows: ComparisonRow[] = []
  for (const [kind, some] of Map.groupBy(golds, (gold) => gold.kind)) {
    const ids = new Set(some.map(({ id }) => id))
    const asked = texts.filter(({ id }) => ids.has(id))
    for (const program of programsFor('language')) {
      const { answers, roundsMs } = await runProgram({ filter: 'language', program, rounds: 2 }, asked)
      const perSecond = roundsMs.map((spentMs) => (asked.length / spentMs) * 1_000)
      rows.push({
        data: kind,
        program,
        figures: sharesOf(some, answers as Answers), // what the filter prints
        counts: { 'warm/s': Math.round(perSecond[1]!) },
        perSecond: perSecond[0]!,
        bar: barFor(program, BARS[kind] ?? ''),
      })
    }
  }
  return {
    title: 'Language',
    unit: 'texts/s, cold',
    note: 'Our constants were chosen on one half and looked at on both; halves by a hash of the number in a text’s id.',
    rows,
  }
}

function sharesOf(golds: readonly LanguageGold[], answers: Answers): Record<string, number | null> {
  const half = (which: number): LanguageGold[] => golds.filter(({ id }) => halfOf(id) === which)
  return {
    right: languageShare(golds, answers),
    'half chosen on': languageShare(half(0), answers),
    'other half': languageShare(half(1), answers),
  }
}

/** 0 or 1 by the number at the end of an id: a sentence, its cut and its words are in one half. */
function halfOf(id: string): number {
  return hash32(/\d+$/u.exec(id)?.[0] ?? id) % 2
}
