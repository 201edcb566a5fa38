import { inventedHeadlines, pageSets, type SectionCase, type SectionSet, storySets } from '../section/section-sets.ts'
import { barFor, type Comparison, type ComparisonRow, programsFor } from './comparison.ts'
import { share } from './ratios.ts'
import { runProgram } from './run-program.ts'

const COMMONEST = 'commonest section of the other half'

/** Sections of stories and pages of a folder of data, and of the invented headlines that were written after the words; more is in bench/section.ts. */
export async function compareSection(data: string): Promise<Comparison> {
  const invented = inventedHeadlines('last')
  const together = {
    name: `invented headlines, ${invented.length} languages`,
    cases: invented.flatMap(({ cases }) => cases),
  }
  const rows: ComparisonRow[] = []
  for (const set of [...storySets(data), ...pageSets(data), together].filter(({ cases }) => cases.length > 0))
    rows.push(...(await rowsOfSet(set)))
  return {
    title: 'Sections',
    unit: 'texts/s, cold',
    note: 'Words were chosen with the stories in view; halves by story, line or host. What pages declare is poor gold. Learning from what sources declare: npm run bench -- section.',
    rows,
  }
}

async function rowsOfSet({ name, cases }: SectionSet): Promise<ComparisonRow[]> {
  const asked = cases.map(({ title, text, language }, id) => ({ id, title, text, ...(language ? { language } : {}) }))
  const rows: ComparisonRow[] = []
  for (const program of programsFor('section')) {
    const { answers, roundsMs } = await runProgram({ filter: 'section', program, rounds: 1 }, asked)
    const told = asked.map(({ id }) => (answers.get(String(id)) as { section: string }).section) // what the filter prints
    const perSecond = (cases.length / roundsMs[0]!) * 1_000
    rows.push({
      data: `${name}, ${cases.length}`,
      program,
      figures: sharesOf(cases, told),
      counts: {},
      perSecond,
      bar: barFor(program, '.85'),
    })
  }
  const commonest = [1, 0].map((other) => commonestSection(cases.filter(({ half }) => half === other)))
  const told = cases.map(({ half }) => commonest[half]!)
  return [
    ...rows,
    {
      data: `${name}, ${cases.length}`,
      program: COMMONEST,
      figures: sharesOf(cases, told),
      counts: {},
      perSecond: null,
      bar: null,
    },
  ]
}

function sharesOf(cases: readonly SectionCase[], told: readonly string[]): Record<string, number | null> {
  const right = cases.map(({ sections, half }, at) => ({ half, isRight: sections.includes(told[at]!) }))
  const shareOf = (some: typeof right) => share(some.filter(({ isRight }) => isRight).length, some.length)
  return {
    right: shareOf(right),
    'first half': shareOf(right.filter(({ half }) => half === 0)),
    'second half': shareOf(right.filter(({ half }) => half === 1)),
  }
}

/** Of equally common ones the first named; `other` for no cases. */
function commonestSection(cases: readonly SectionCase[]): string {
  const counts = new Map<string, number>()
  for (const section of cases.flatMap(({ sections }) => sections)) counts.set(section, (counts.get(section) ?? 0) + 1)
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 'other'
}
