/**
 * Learns which two words belong together so closely that a name between them was put there by others.
 *   word-pairs.ts GOLD.json OUT.json
 * Reads the gold texts of hosts that are not held out; keeps a pair when it is likelier as written than a name between its words.
 */
import fs from 'node:fs'
import { isHeldOut } from './split.ts'

/** Least count of a pair, and least log ratio, to be kept. Tuned on generated tampering (tampering.ts). */
const MIN_COUNT = 4
const MIN_RATIO = 1.3
/** Most often, as a share, that a name may stand beside either word in clean text. */
const MAX_NAMED = 0.08

const [goldFile, out] = process.argv.slice(2)
const gold = JSON.parse(fs.readFileSync(goldFile!, 'utf8')) as Record<
  string,
  { url: string | null; articleBody?: string }
>

const pairs = new Map<string, number>()
const firsts = new Map<string, number>()
const seconds = new Map<string, number>()
const beforeName = new Map<string, number>()
const afterName = new Map<string, number>()
let names = 0

for (const [id, { url, articleBody }] of Object.entries(gold)) {
  if (!articleBody || isHeldOut(url ?? id)) continue
  for (const sentence of articleBody.split(/[.!?;:()"“”\n]+/u))
    countSentence(sentence.match(/[\p{L}\p{M}'’-]+|,/gu) ?? [])
}
const kept: Record<string, string[]> = {}
for (const [pair, count] of pairs) {
  const [before, after] = pair.split(' ') as [string, string]
  const total = firsts.get(before)!
  const asWritten = count / total
  // A name may well follow "that", and "would" may well follow a name: such pairs say nothing.
  const takesName =
    (beforeName.get(before) ?? 0) / total > MAX_NAMED || (afterName.get(after) ?? 0) / seconds.get(after)! > MAX_NAMED
  const aroundName = (((beforeName.get(before) ?? 0) + 0.5) / total) * (((afterName.get(after) ?? 0) + 0.5) / names)
  if (count >= MIN_COUNT && !takesName && Math.log(asWritten / aroundName) >= MIN_RATIO)
    (kept[before] ??= []).push(after)
}
fs.writeFileSync(
  out!,
  `${JSON.stringify(Object.fromEntries(Object.entries(kept).map(([before, afters]) => [before, afters.sort().join(' ')])))}\n`,
)
process.stdout.write(`${Object.values(kept).flat().length} pairs\n`)

function countSentence(words: readonly string[]): void {
  for (let at = 1; at < words.length; at++) {
    const before = words[at - 1]!
    const word = words[at]!
    add(seconds, word)
    if (!/^\p{Ll}/u.test(before)) {
      // A capital in the middle of a sentence is taken for a name.
      if (at > 1 && /^\p{Lu}/u.test(before)) {
        names++
        if (/^\p{Ll}/u.test(word)) add(afterName, word)
      }
      continue
    }
    add(firsts, before)
    if (/^\p{Lu}/u.test(word)) add(beforeName, before)
    else if (/^\p{Ll}/u.test(word)) add(pairs, `${before} ${word}`)
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
