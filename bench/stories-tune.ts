/**
 * Tunes the story clusterer by random steps on half of the stories, and reports the other half.
 *   node bench/stories-tune.ts ECB.jsonl ECB.gold.jsonl HEADLINES.jsonl HEADLINES.gold.jsonl [--steps 200] [--seed 1] [--only a,b]
 * ECB is split by topic (siblings stay together), headlines by story. Nothing held out is looked at before the end.
 */
import { parseArgs } from 'node:util'
import { STORY_TUNING, type StoryTuning } from '../src/story/tuning.ts'
import { hash32 } from '../src/text/hash.ts'
import { type Labelled, meanScore, readLabelled, seededRandom } from './stories-score.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    steps: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    start: { type: 'string' },
  },
})
const [ecbRows, ecbGold, headRows, headGold] = positionals
if (!ecbRows || !ecbGold || !headRows || !headGold) throw new Error('usage: stories-tune.ts ECB GOLD HEADLINES GOLD')
const ecb = readLabelled(ecbRows, ecbGold, (story) => Number(story.split('_')[0]) % 2 === 0)
const head = readLabelled(headRows, headGold, (story) => hash32(story) % 2 === 0)
const isTuned = ({ held }: Labelled): boolean => !held
const isHeld = ({ held }: Labelled): boolean => held
const random = seededRandom(Number(values.seed))
const keys = (values.only?.split(',') ?? Object.keys(STORY_TUNING)) as (keyof StoryTuning)[] // named by the caller

const objective = (tuning: StoryTuning): number =>
  meanScore(ecb, tuning, [1, 2], isTuned).f1 + meanScore(head, tuning, [1], isTuned).f1
let best: StoryTuning = { ...STORY_TUNING, ...(values.start ? JSON.parse(values.start) : {}) }
let bestScore = objective(best)
report('start')
for (let step = 0; step < Number(values.steps); step++) {
  const tried = stepFrom(best)
  const score = objective(tried)
  if (score <= bestScore) continue
  best = tried
  bestScore = score
  process.stdout.write(`${step} ${(score / 2).toFixed(4)} ${JSON.stringify(best)}\n`)
}
report('end')

function stepFrom(tuning: StoryTuning): StoryTuning {
  const next = { ...tuning }
  const changes = 1 + Math.floor(random() * 3)
  for (let change = 0; change < changes; change++) {
    const key = keys[Math.floor(random() * keys.length)]!
    next[key] = Number((next[key] * Math.exp((random() + random() - 1) * 0.6)).toPrecision(4))
  }
  return next
}

function report(name: string): void {
  const line = (part: (text: Labelled) => boolean): string =>
    [meanScore(ecb, best, [0, 1, 2, 3], part), meanScore(head, best, [1, 2], part)]
      .map(({ precision, recall, f1 }) => `${f1.toFixed(4)} (${precision.toFixed(3)}/${recall.toFixed(3)})`)
      .join(' headlines ')
  process.stdout.write(`${name} tuned: ecb ${line(isTuned)} all: ecb ${line(() => true)}`)
  if (name === 'end') process.stdout.write(` held: ecb ${line(isHeld)}\n${JSON.stringify(best)}`)
  process.stdout.write('\n')
}
