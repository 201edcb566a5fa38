import type { NamedThing } from './attributed-quotes.ts'
import type { Quotation } from './quotation-marks.ts'
import { SPEECH_WORDS, type SpeechWords } from './speech-words.ts'

/** Who said it; `at` is where the naming stands in the paragraph, `side` on which side of the quotation. */
export type Speaker = { name: string; slug: string | null; verb: string; at: number; side: 'before' | 'after' }

/** The paragraph in which a speaker is looked for; `start` is its place in the text. */
export type SpokenPlace = {
  paragraph: string
  start: number
  things: readonly NamedThing[]
  language: string
  quotes: readonly Quotation[]
}

type Word = { text: string; lower: string; start: number; end: number }
type Name = { name: string; slug: string | null; start: number; end: number }
type Rules = Record<'verbs' | 'toSomebody' | 'by' | 'pronouns' | 'between' | 'belongs', ReadonlySet<string>>
type Clause = { words: readonly Word[]; names: readonly Name[]; rules: Rules; place: SpokenPlace }

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[.’'-](?=\p{L})[\p{L}\p{M}\p{N}]+)*/gu
/** Words of a clause that are looked at. */
const MAX_WORDS = 40
/** Words between a verb and the quotation that it opens: "said the harbour was …" is not taken, for who calls it so is not sure. */
const MAX_LED_IN = 4
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
  const order = side === 'after' ? words.map((_, at) => at) : words.map((_, at) => words.length - 1 - at)
  for (const at of order) {
    const word = words[at]!
    const isVerb = rules.verbs.has(word.lower) || rules.toSomebody.has(word.lower)
    const isBy = rules.by.has(word.lower) && isByWord(clause, at)
    if (!isVerb && !isBy) continue
    if (side === 'before' && !isLedIn(clause, at, to)) return null
    const name = isBy ? nameAfter(clause, at) : (nameBefore(clause, at) ?? nameOfInversion(clause, at, side))
    return name ? { name: name.name, slug: name.slug, verb: word.lower, at: name.start, side } : null
  }
  return side === 'before' ? nameWithColon(clause, to) : null
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
        by: set(given.by),
        pronouns: set(given.pronouns),
        between: set(given.between),
        belongs: set(given.belongs),
      }
    : null
  rulesIn.set(key, rules)
  return rules
}

/** The clause's first words after a quotation, its last ones before it. */
function wordsOf(paragraph: string, from: number, to: number, side: Speaker['side']): Word[] {
  const words: Word[] = []
  for (const match of paragraph.slice(from, to).matchAll(WORD)) {
    const start = from + match.index
    for (const piece of pieces(match[0], start)) words.push(piece)
    if (side === 'after' && words.length >= MAX_WORDS) break
  }
  return side === 'after' ? words : words.slice(-MAX_WORDS)
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

/** Mentions of persons and organisations within a part of the paragraph; a longer one over a shorter. */
function namesOf(place: SpokenPlace, from: number, to: number): Name[] {
  const names: Name[] = []
  for (const { name, kind, slug, spans } of place.things) {
    if (kind !== 'person' && kind !== 'organisation') continue
    for (const [spanStart, spanEnd] of spans) {
      const start = spanStart - place.start
      const end = spanEnd - place.start
      if (start >= from && end <= to) names.push({ name, slug, start, end })
    }
  }
  return names.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** "According to" is two words: "to" alone tells nothing. */
function isByWord({ words, place }: Clause, at: number): boolean {
  return !place.language.startsWith('en') || words[at - 1]?.lower === 'according'
}

/** Whether a verb leads into the quotation that follows it: few plain words stand between. */
function isLedIn({ words, names, rules }: Clause, at: number, to: number): boolean {
  const between = words.slice(at + 1)
  const opened = between.length === 0 || between.every((word) => word.end <= to)
  const nameInside = names.some((name) => name.start > words[at]!.end)
  const isPlain = between.every((word) => !rules.verbs.has(word.lower) && !NOT_OWN.has(word.lower))
  const isLong = between.length > (nameInside ? MAX_OFFICE + 2 : MAX_LED_IN)
  return opened && isPlain && !isLong
}

/** Words behind which others' words follow: "critics who call it", "what he called". */
const NOT_OWN = new Set(
  'who which whom called calls dubbed described critics opponents die der das qui dont quien quienes che które kteří которые що'.split(
    ' ',
  ),
)

/** The name that a verb belongs to, standing before it: "Varga said", "Varga has said", "Varga, the premier, said". */
function nameBefore(clause: Clause, verb: number): Name | null {
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
function nameOfInversion(clause: Clause, verb: number, side: Speaker['side']): Name | null {
  const isFirst = clause.words.slice(0, verb).every((word) => clause.rules.between.has(word.lower))
  return side === 'before' || isFirst ? nameAfter(clause, verb) : null
}

/** The name behind a verb: "said Ilse Varga", "said Deputy Minister Ilse Varga", "said the premier, Ilse Varga". */
function nameAfter(clause: Clause, verb: number): Name | null {
  const { words, names, rules, place } = clause
  if (rules.toSomebody.has(words[verb]!.lower)) return null
  const next = words[verb + 1]
  if (next && rules.pronouns.has(next.lower)) return onlyPerson(clause, next.start)
  const isBy = rules.by.has(words[verb]!.lower)
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
function isFreeBefore({ words, rules, place }: Clause, name: Name): boolean {
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

/** "Said Varga's spokesman", "said Varga and Brandt", "said Varga spokesman Jon Brandt" name somebody else, or two. */
function isFreeAfter({ words, names, place }: Clause, name: Name): boolean {
  if (isPossessive(place.paragraph, name.end)) return false
  const following = words.filter((word) => word.start >= name.end).slice(0, 4)
  if (PAIRS.has(following[0]?.lower ?? '') && following[1] && /^\p{Lu}/u.test(following[1].text)) return false
  const other = names.find((one) => one.start > name.end && one.start - name.end < 40)
  if (!other) return true
  return /[,.;:–—(]/u.test(place.paragraph.slice(name.end, other.start))
}

const PAIRS = new Set('and und et y e en och og i a и і ve &'.split(' '))

function isPossessive(paragraph: string, end: number): boolean {
  return /^[’'](?:s\b)?/u.test(paragraph.slice(end, end + 3))
}

/** The one person whom the paragraph names before a pronoun, outside quotations; null for none or several. */
function onlyPerson({ place }: Clause, before: number): Name | null {
  const persons = { ...place, things: place.things.filter((thing) => thing.kind === 'person') }
  const named = namesOf(persons, 0, before).filter(
    (name) => !place.quotes.some((quote) => name.start >= quote.start && name.end <= quote.end),
  )
  const [first] = named
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
