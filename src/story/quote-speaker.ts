import type { NamedThing } from './attributed-quotes.ts'
import type { Quotation } from './quotation-marks.ts'
import { SPEECH_WORDS, type SpeechWords } from './speech-words.ts'
import { namesOf, type SpokenName } from './spoken-names.ts'

/** Who said it; `at` is where the naming stands in the paragraph, `side` on which side of the quotation, or within it. */
export type Speaker = {
  name: string
  slug: string | null
  verb: string
  at: number
  side: 'before' | 'after' | 'inside'
}

/** The paragraph in which a speaker is looked for; `start` is its place in the text. */
export type SpokenPlace = {
  paragraph: string
  start: number
  things: readonly NamedThing[]
  language: string
  quotes: readonly Quotation[]
  /** Who spoke last in the paragraph before, where it names nobody else. */
  carried: { name: string; slug: string | null; verb: string } | null
}

type Word = { text: string; lower: string; start: number; end: number }
type Rules = Record<'verbs' | 'toSomebody' | 'pronouns' | 'between' | 'belongs', ReadonlySet<string>> & {
  /** Last words that make the name behind them the speaker, with what must stand before each; '' for nothing. */
  by: ReadonlyMap<string, string>
}
type Clause = { words: readonly Word[]; names: readonly SpokenName[]; rules: Rules; place: SpokenPlace }

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[.’'-](?=\p{L})[\p{L}\p{M}\p{N}]+)*/gu
/** Words of a clause that are looked at. */
const MAX_WORDS = 40
/** Words between a verb and the quotation that it opens: "said the harbour was …" is not taken, for who calls it so is not sure. */
const MAX_LED_IN = 4
/** The same where a colon opens the quotation: "said on Tuesday before the press of Tarn: …". */
const MAX_TOLD = 10
/** Words of office between a verb and a name: "said Deputy Harbour Minister Ilse Varga". */
const MAX_OFFICE = 6
/** UTF-16 units of what may stand between commas behind a name: "Varga, the premier of Karelin, said". */
const MAX_APPOSITION = 100

/** The speaker named in a part `[from, to)` of a paragraph that stands before or after a quotation; null where that is not beyond doubt. */
export function speakerIn(place: SpokenPlace, from: number, to: number, side: Speaker['side']): Speaker | null {
  const rules = rulesOf(place.language)
  if (!rules || to - from < 3) return null
  const words = wordsOf(place.paragraph, from, to, side)
  const clause: Clause = { words, names: namesOf(place, from, to), rules, place }
  const order = side !== 'before' ? words.map((_, at) => at) : words.map((_, at) => words.length - 1 - at)
  for (const at of order) {
    const word = words[at]!
    const isVerb = rules.verbs.has(word.lower) || rules.toSomebody.has(word.lower)
    const isBy = isByWord(clause, at)
    if (!isVerb && !isBy) continue
    if (side === 'before' && !isLedIn(clause, at, to)) return null
    const subject = isBy || side === 'inside' ? null : nameBefore(clause, at)
    // "…”, sold well, Brandt said": what stands between is another clause.
    if (subject && side === 'after' && !isBeside(place.paragraph.slice(from, subject.start))) return null
    const name = subject ?? (isBy ? nameAfter(clause, at) : nameOfInversion(clause, at, side))
    return name ? { name: name.name, slug: name.slug, verb: word.lower, at: name.start, side } : null
  }
  return side === 'before' ? nameWithColon(clause, to) : null
}

function isBeside(between: string): boolean {
  return !/[,;:.]/u.test(between.replace(/^[\s,.–—-]+/u, ''))
}

const rulesIn = new Map<string, Rules | null>()

function rulesOf(language: string): Rules | null {
  const primary = language.toLowerCase().split('-')[0] ?? ''
  const key = primary === 'nb' || primary === 'nn' ? 'no' : primary
  const known = rulesIn.get(key)
  if (known !== undefined) return known
  const given: SpeechWords | undefined = Object.hasOwn(SPEECH_WORDS, key) ? SPEECH_WORDS[key] : undefined
  const set = (words = '') => new Set(words.split(' ').filter(Boolean))
  const rules = given
    ? {
        verbs: set(given.verbs),
        toSomebody: set(given.toSomebody),
        by: new Map(given.by.split(' ').filter(Boolean).map(byWord)),
        pronouns: set(given.pronouns),
        between: set(given.between),
        belongs: set(given.belongs),
      }
    : null
  rulesIn.set(key, rules)
  return rules
}

/** `according_to` is "to" behind "according"; `^pour` stands at the beginning. */
function byWord(entry: string): [last: string, before: string] {
  if (entry.startsWith('^')) return [entry.slice(1), '^']
  const cut = entry.lastIndexOf('_')
  return [entry.slice(cut + 1), cut === -1 ? '' : entry.slice(0, cut)]
}

/** The clause's first words after a quotation, its last ones before it. */
function wordsOf(paragraph: string, from: number, to: number, side: Speaker['side']): Word[] {
  const words: Word[] = []
  for (const match of paragraph.slice(from, to).matchAll(WORD)) {
    const start = from + match.index
    for (const piece of pieces(match[0], start)) words.push(piece)
    if (side !== 'before' && words.length >= MAX_WORDS) break
  }
  return side === 'before' ? words.slice(-MAX_WORDS) : words
}

/** French inversions and elisions are two words: "a-t-elle", "s'est"; a possessive stays, since it belongs to its name. */
function pieces(text: string, start: number): Word[] {
  const found: Word[] = []
  for (const match of text.matchAll(/[^-’']+(?:[’']s\b|-(?=\p{Lu})[^-’']+)*/gu)) {
    const at = start + match.index
    found.push({ text: match[0], lower: match[0].toLowerCase(), start: at, end: at + match[0].length })
  }
  return found
}

/** "According to" is two words: "to" alone tells nothing. */
function isByWord({ words, rules, place }: Clause, at: number): boolean {
  const wanted = rules.by.get(words[at]!.lower)
  if (wanted === undefined) return false
  if (wanted === '^') return at === 0 && /^\p{Lu}/u.test(place.paragraph[words[0]!.start]!)
  return wanted === '' || words[at - 1]?.lower === wanted
}

/** Whether a verb leads into the quotation that follows it: few plain words stand between. */
function isLedIn({ words, names, rules, place }: Clause, at: number, to: number): boolean {
  const between = words.slice(at + 1)
  const opened = between.length === 0 || between.every((word) => word.end <= to)
  const nameInside = names.some((name) => name.start > words[at]!.end)
  const isOpened = place.paragraph.slice(0, to).trimEnd().endsWith(':')
  const isPlain = between.every(
    ({ lower }, nth) => !rules.verbs.has(lower) && (isOpened || !NOT_OWN.has(lower) || (nth === 0 && THAT.has(lower))),
  )
  const isLong = between.length > (isOpened ? MAX_TOLD : nameInside ? MAX_OFFICE + 2 : MAX_LED_IN)
  return opened && isPlain && !isLong
}

/** Words behind which others' words follow: "critics who call it", "what he called". */
const NOT_OWN = new Set(
  'who which whom called calls dubbed described critics opponents die der das qui dont quien quienes che które kteří которые що'.split(
    ' ',
  ),
)

/** Those of them that are "that" right behind a verb. */
const THAT = new Set(['che', 'що'])

/** The name that a verb belongs to, standing before it: "Varga said", "Varga has said", "Varga, the premier, said". */
function nameBefore(clause: Clause, verb: number): SpokenName | null {
  const { words, names, rules, place } = clause
  let at = verb - 1
  while (at >= 0 && at >= verb - 3 && rules.between.has(words[at]!.lower)) at--
  const word = words[at]
  if (!word) return null
  if (rules.pronouns.has(word.lower)) return onlyPerson(clause, word.start)
  const gap = place.paragraph.slice(word.end, words[at + 1]!.start)
  const end = /^\s*,\s*$/u.test(gap) ? appositionStart(clause, word.end) : word.end
  if (end === null || (end === word.end && /[,;:]/u.test(gap))) return null
  const name = names.find((one) => one.end === end)
  return name && isFreeBefore(clause, name) && !isPossessive(place.paragraph, name.end) ? name : null
}

/** End of what stands before a comma that opens the words behind a name: "Varga| , the premier of Karelin, said". */
function appositionStart({ place, words }: Clause, end: number): number | null {
  const from = Math.max(words[0]!.start, end - MAX_APPOSITION)
  const comma = place.paragraph.lastIndexOf(',', end - 1)
  return comma > from ? comma : null
}

/** Behind a quotation a verb that has words before it has its subject there: "he wrote the AP" tells who was written to. */
function nameOfInversion(clause: Clause, verb: number, side: Speaker['side']): SpokenName | null {
  const isFirst = clause.words.slice(0, verb).every((word) => clause.rules.between.has(word.lower))
  // In English nothing stands before such a verb: "it said the port …" is no inversion. "Am Montag sagte Varga: „" is.
  const isFree = side === 'before' && !clause.place.language.startsWith('en')
  return isFree || isFirst ? nameAfter(clause, verb) : null
}

/** The name behind a verb: "said Ilse Varga", "said Deputy Minister Ilse Varga", "said the premier, Ilse Varga". */
function nameAfter(clause: Clause, verb: number): SpokenName | null {
  const { words, names, rules, place } = clause
  if (rules.toSomebody.has(words[verb]!.lower)) return null
  const next = words[verb + 1]
  if (next && rules.pronouns.has(next.lower)) return onlyPerson(clause, next.start)
  const isBy = isByWord(clause, verb)
  for (let at = verb + 1; at < words.length && at <= verb + 1 + MAX_OFFICE; at++) {
    const word = words[at]!
    const gap = place.paragraph.slice(words[at - 1]!.end, word.start)
    const name = names.find((one) => one.start === word.start)
    if (/[.;:!?"“”«»„(]/u.test(gap) || (/[,–—]/u.test(gap) && !name)) return null
    if (name) return isFreeAfter(clause, name) ? name : null
    if (rules.belongs.has(word.lower) && !(isBy && at === verb + 1)) return null
    if (rules.verbs.has(word.lower)) return null
  }
  return null
}

/** Words before a name within its own phrase: none may make it somebody else's. */
function isFreeBefore({ words, rules, place }: Clause, name: SpokenName): boolean {
  let right = name.start
  for (const word of words.toReversed()) {
    if (word.end > name.start) continue
    const gap = place.paragraph.slice(word.end, right)
    if (/[,;:.!?–—()"“”«»„]/u.test(gap)) return true
    if (rules.belongs.has(word.lower) || /[’']s?$/u.test(word.text)) return false
    if (rules.verbs.has(word.lower)) return false
    right = word.start
  }
  return true
}

/** "Said Varga's spokesman", "said Varga and Brandt", "said Varga spokesman Jon Brandt" name somebody else, or two; "wrote Varga to Brandt" does not. */
function isFreeAfter({ words, names, rules, place }: Clause, name: SpokenName): boolean {
  if (isPossessive(place.paragraph, name.end)) return false
  const following = words.filter((word) => word.start >= name.end).slice(0, 4)
  if (isAnd(following[0]?.lower ?? '', place.language) && following[1] && /^\p{Lu}/u.test(following[1].text))
    return false
  const other = names.find((one) => one.start > name.end && one.start - name.end < 40)
  if (!other || /[,.;:–—(]/u.test(place.paragraph.slice(name.end, other.start))) return true
  return rules.belongs.has(following[0]?.lower ?? '')
}

const AND = new Set('and und et y e en och og i и і ve &'.split(' '))

/** "A" is "and" in Czech and Slovak, "to" in Romance languages. */
function isAnd(word: string, language: string): boolean {
  return AND.has(word) || (word === 'a' && /^(?:cs|sk)\b/u.test(language))
}

/** Also "Vargas Sprecher", where the name goes on behind its span. */
function isPossessive(paragraph: string, end: number): boolean {
  if (/^\p{L}/u.test(paragraph.slice(end, end + 2))) return true
  return /^[’'](?:s\b)?/u.test(paragraph.slice(end, end + 3))
}

/** The one person whom the paragraph names before a pronoun, outside quotations, else who spoke before; null for several. */
function onlyPerson({ place }: Clause, before: number): SpokenName | null {
  const persons = { ...place, things: place.things.filter((thing) => thing.kind === 'person') }
  const named = namesOf(persons, 0, before).filter(
    (name) => !place.quotes.some((quote) => name.start >= quote.start && name.end <= quote.end),
  )
  const [first] = named
  if (!first && place.carried) return { name: place.carried.name, slug: place.carried.slug, start: before, end: before }
  return first && named.every((name) => name.name === first.name) ? { ...first, start: before } : null
}

/** "Varga: “…”": a name at the beginning of its sentence, and a colon. */
function nameWithColon({ words, names, place }: Clause, to: number): Speaker | null {
  const last = words.at(-1)
  if (!last || !/^\s*:\s*$/u.test(place.paragraph.slice(last.end, to))) return null
  const name = names.find((one) => one.end === last.end)
  if (!name || words[0]!.start !== name.start) return null
  return { name: name.name, slug: name.slug, verb: ':', at: name.start, side: 'before' }
}
