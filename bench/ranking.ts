/**
 * How far do three attacks move a story, in our ranking and in those that sites are built on, and how steady is each? Invented editions;
 * the same attacks go through the real line and site in tests/flow/ranking-attacks.test.ts.
 *
 * `ranking [EDITIONS]`, 40 where nothing is said.
 */
import { ATTACKS, inventEdition } from './ranking/edition.ts'
import { keptHourly, risesUnder, turnedByAge } from './ranking/measures.ts'
import { RANKERS } from './ranking/rankers.ts'

/** Seeds that no constant of the ranking was chosen on begin here. */
const FIRST_SEED = 901

const count = Number(process.argv[2] ?? 40)
const editions = Array.from({ length: count }, (_, n) => inventEdition(FIRST_SEED + n))
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

const rows = Object.entries(RANKERS).map(([name, ranker]) => {
  const attacks = Object.values(ATTACKS).map((attack) => {
    const rises = editions.map((edition) => risesUnder(attack, ranker, edition))
    const beyond = (100 * mean(rises.map((one) => one.share))).toFixed(2)
    return `${Math.max(...rises.map((one) => one.worst))} (${mean(rises.map((one) => one.mean)).toFixed(1)}; ${beyond} %)`
  })
  const turned = mean(editions.map((edition) => turnedByAge(ranker, edition)))
  const kept = mean(editions.map((edition) => keptHourly(ranker, edition)))
  return [name, ...attacks, `${(100 * turned).toFixed(1)} %`, kept.toFixed(2)]
})
console.log(
  `${count} invented editions of 80 stories, each story attacked alone: most places up (mean; share that rises by more than one)\n`,
)
const head = ['', ...Object.keys(ATTACKS), 'turned by age alone in 8 h', 'of the first ten, there an hour later']
for (const row of [head, head.map(() => '---'), ...rows]) console.log(`| ${row.join(' | ')} |`)
