import { hash32 } from '../text/hash.ts'
import packed from './weights-name-places.json' with { type: 'json' }

/** A place in a text where a name stands or might stand: the tokens beside it, nearest first, and whether spaces part it from them. */
export type NamePlace = {
  left: readonly string[]
  right: readonly string[]
  spaces: string
  /** Which of the sequences across the place stand elsewhere in the page without the name: `pair`, `before`, `after`. */
  joined: readonly string[]
}

/** Size of the hashed table of weights, a power of two. */
export const PLACE_WEIGHTS = 1 << 21
/** Units of text looked at on each side: three words, seldom more than ten letters each. */
const REACH = 64
/** Tokens kept on each side: two for their words, one to tell whether a sentence begins. */
const TOKENS = 3
/** Stands for the edge of a paragraph. */
const EDGE = '\n'
const TOKEN =
  /\p{N}[\p{N}.,]*(?=[\p{N}])\p{N}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’-][\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{N}]/gu

let weights: Int8Array | null = null
let classes: ReadonlyMap<string, string> | null = null

/**
 * How much likelier it is that a name at this place was pushed between words that stood side by side than that its writer put it there:
 * a log-odds at even odds beforehand. Learnt from clean text of some ten languages (bench/extract/train-places.ts); about 0 where nothing is known.
 */
export function pushedInOdds(place: NamePlace): number {
  weights ??= unpacked(packed.steps, packed.weights)
  let sum = 0
  for (const at of placeFeatures(place)) sum += weights[at]!
  return sum * packed.scale
}

/** The place of the stretch `[start, end)`; `end` may equal `start`, for a gap. `elsewhere` is the whole page's text, in which sequences without the name are looked for. */
export function namePlace(text: string, start: number, end: number, elsewhere: string): NamePlace {
  const leftText = text.slice(Math.max(0, start - REACH), start)
  const rightText = text.slice(end, end + REACH)
  const lefts = [...paragraphEnd(leftText).matchAll(TOKEN)]
  const rights = [...paragraphStart(rightText).matchAll(TOKEN)]
  const left = lefts
    .slice(-TOKENS)
    .map(([token]) => token)
    .reverse()
  const right = rights.slice(0, TOKENS).map(([token]) => token)
  const spaces = `${/\s$/u.test(leftText) ? '_' : ''}.${/^\s/u.test(rightText) ? '_' : ''}`
  return { left, right, spaces, joined: joinedElsewhere(left, right, elsewhere, start === end ? 2 : 1) }
}

/** Places in the hashed table that a place's tokens, endings and shapes stand for. */
export function placeFeatures(
  { left, right, spaces, joined }: NamePlace,
  classOf: (word: string) => string = knownClass,
): number[] {
  const [l1, l2] = [folded(left[0], left[1]), folded(left[1], left[2])]
  const [r1, r2] = [folded(right[0], left[0]), folded(right[1], right[0])]
  const [e1, e2] = [ending(l1), ending(l2)]
  const [f1, f2] = [ending(r1), ending(r2)]
  const [c1, c2] = [classOf(l1), classOf(l2)]
  const [k1, k2] = [classOf(r1), classOf(r2)]
  const shapes = [l2, l1, r1, r2].map(shape)
  const features = [
    '', `s${spaces}`, `a${l1}`, `b${r1}`, `c${l1} ${r1}`, `d${l2} ${l1}`, `e${r1} ${r2}`, `f${l2} ${l1} ${r1}`, `g${l1} ${r1} ${r2}`,
    `h${e1}`, `i${f1}`, `j${e1} ${f1}`, `k${l1} ${f1}`, `l${e1} ${r1}`, `m${shapes.join(' ')}`, `n${shapes[1]} ${shapes[2]}`,
    `o${l2}`, `p${r2}`, `q${e2} ${l1}`, `r${r1} ${f2}`, `t${e2} ${e1} ${f1}`, `u${e1} ${f1} ${f2}`,
    `x${shapes[0]} ${l1} ${shapes[2]}`, `y${shapes[1]} ${r1} ${shapes[3]}`,
    `A${c1} ${k1}`, `B${c1} ${r1}`, `C${l1} ${k1}`, `D${c2} ${c1} ${k1}`, `E${c1} ${k1} ${k2}`, `F${c2} ${c1}`, `G${k1} ${k2}`, `H${c2} ${c1} ${k1} ${k2}`,
    `I${c1}`, `J${k1}`, `K${c2}`, `L${k2}`,
  ] // biome-ignore format: features in the order of what they look at
  for (const kind of joined) features.push(`z${kind}`, `z${kind} ${length(l1)} ${length(r1)}`)
  if (joined.length === 0) features.push(`z- ${shapes[1]} ${shapes[2]}`)
  return features.map((feature) => hash32(feature) & (PLACE_WEIGHTS - 1))
}

/** Whether most words of a line are written with capitals, as headings are: such capitals tell no name. Short words and first words do not count. */
export function isTitleCase(line: string): boolean {
  const long = line.match(/(?<=[\p{L}\p{N}][^\p{L}\p{N}]{1,3})\p{L}{4,}/gu) ?? []
  return long.filter((word) => /^\p{Lu}/u.test(word)).length > long.length * 0.6
}

/** The class of a word, or its ending where it has none. */
function knownClass(word: string): string {
  classes ??= classMap(packed.classes)
  return classes.get(word) ?? ending(word)
}

/** Share of a text's words in small letters that the model has a class for, over its first words: how well it knows the language. 0 for fewer than five words. */
export function knownShare(text: string): number {
  classes ??= classMap(packed.classes)
  const found = text.slice(0, 6_000).match(/(?<![\p{L}\p{N}])\p{Ll}[\p{Ll}\p{M}]*(?![\p{L}\p{N}])/gu) ?? []
  return found.length < 5 ? 0 : found.filter((word) => classes?.has(word)).length / found.length
}

/** Words by class, from classes as their words joined by spaces. */
export function classMap(joined: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    joined.flatMap((words, index) => words.split(' ').map((word): [string, string] => [word, `#${index}`])),
  )
}

function paragraphEnd(text: string): string {
  const at = text.lastIndexOf('\n')
  return at === -1 ? text : text.slice(at + 1)
}

function paragraphStart(text: string): string {
  const at = text.indexOf('\n')
  return at === -1 ? text : text.slice(0, at)
}

/** `least` is 2 where the sequence stands at the place itself too. */
function joinedElsewhere(
  left: readonly string[],
  right: readonly string[],
  elsewhere: string,
  least: number,
): string[] {
  const [l1, l2] = left
  const [r1, r2] = right
  if (!l1 || !r1 || !/^[\p{L}\p{N}]/u.test(l1) || !/^[\p{L}\p{N}]/u.test(r1)) return []
  const pair = `${l1} ${r1}`
  if (!stands(elsewhere, pair, least)) return []
  const found = ['pair']
  if (l2 && stands(elsewhere, `${l2} ${pair}`, least)) found.push('before')
  if (r2 && stands(elsewhere, `${pair} ${r2}`, least)) found.push('after')
  return found
}

function stands(text: string, sequence: string, least: number): boolean {
  const at = text.indexOf(sequence)
  return at !== -1 && (least === 1 || text.indexOf(sequence, at + 1) !== -1)
}

/** A token as the table knows it: digits by their number, small letters with a mark where there was a capital that does not begin a sentence. */
function folded(token: string | undefined, before: string | undefined): string {
  if (token === undefined) return EDGE
  if (/^\p{N}/u.test(token)) return token.replace(/\p{N}/gu, '0').slice(0, 5)
  const lower = token.toLowerCase().replaceAll('’', "'").slice(0, 20)
  const begins = before === undefined || /^[.!?:"“”•–—-]$/u.test(before)
  return begins || lower === token.replaceAll('’', "'").slice(0, 20) ? lower : `^${lower}`
}

/** The last three letters of a long word, a short word whole, only the mark of a capitalised one. */
export function ending(word: string): string {
  if (word.startsWith('^')) return word.length < 5 ? word : '^'
  return word.length > 4 ? `-${word.slice(-3)}` : word
}

function shape(word: string): string {
  if (word.startsWith('^')) return 'X'
  if (/^\p{L}/u.test(word)) return word.length < 4 ? 's' : 'w'
  return word.startsWith('0') ? '0' : word
}

function length(word: string): string {
  return word.startsWith('^') ? '^' : String(Math.min(4, word.length))
}

/** The table from its kept features: steps from one to the next (255 for a longer way), and a weight of 8 bits each. */
function unpacked(steps: string, values: string): Int8Array {
  const table = new Int8Array(PLACE_WEIGHTS)
  const [walk, found] = [atob(steps), atob(values)]
  let at = 0
  let value = 0
  for (let index = 0; index < walk.length && value < found.length; index++) {
    const step = walk.charCodeAt(index)
    at += step
    if (step < 255) table[at] = found.charCodeAt(value++)
  }
  return table
}
