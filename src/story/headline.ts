import type { EpochMs } from '../model/time.ts'
import { DAY_MS } from '../model/time.ts'
import { sentenceTerms, type Terms, termOverlap } from './sentence-terms.ts'

/** A text of a story as its headline needs it. */
export type Headlined = {
  articleId: number
  owner: string
  title: string
  language: string
  publishedMs: EpochMs
  isCopy: boolean
  doubtful: boolean
  wordCount: number
}

/** A headline of at most this age against the newest may name a story: a story that goes on is named by what it has become. */
const LEAD_AGE_MS = 2 * DAY_MS
/** Newest headlines that are compared with one another: bounds the work of one batch. */
const MAX_COMPARED = 40
/** A new headline takes the place of the stored one only where it is better by this factor: readers know a story by its name. Chosen by look. */
const CHANGE_FACTOR = 1.25
/** A text told at length. */
const WHOLE_WORDS = 120
/** Headlines shorter than this say too little, longer ones too much, in words. */
const FEWEST_WORDS = 4
const MOST_WORDS = 20

/**
 * The text whose headline names a story: of the independent ones, the recent one that says most of what the other owners' headlines say. Each owner is one voice,
 * however often it tells. Doubted texts and questions step back, capitals and baits give
 * way to any calm headline that says the same. `current` is the text whose headline stands:
 * it stays until another is clearly better or it has become old. Undefined for no texts.
 */
export function chooseHeadline<Text extends Headlined>(
  texts: readonly Text[],
  current: number | null,
): Text | undefined {
  const standing = bestClass(texts)
  const language = commonest(standing.map((text) => text.language))
  const compared = standing
    .toSorted((a, b) => b.publishedMs - a.publishedMs || b.articleId - a.articleId)
    .slice(0, MAX_COMPARED)
    .map((text) => ({ text, terms: sentenceTerms(text.title, text.language) }))
  const central = compared.map((one) => ({ text: one.text, central: centrality(one, compared) }))
  const scored = calmOnes(central).map(({ text, central }) => ({ text, score: central * manner(text, language) }))
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (found, one) =>
      found && (found.score > one.score || (found.score === one.score && isEarlier(found.text, one.text)))
        ? found
        : one,
    undefined,
  )
  const kept = scored.find(({ text }) => text.articleId === current)
  return best && kept && best.score < kept.score * CHANGE_FACTOR ? kept.text : best?.text
}

/** Originals before copies, believed before doubted, recent before old: the first class that holds a text. */
function bestClass<Text extends Headlined>(texts: readonly Text[]): Text[] {
  const originals = preferred(texts, (text) => !text.isCopy)
  const believed = preferred(originals, (text) => !text.doubtful)
  const newest = believed.reduce((latest, text) => Math.max(latest, text.publishedMs), Number.NEGATIVE_INFINITY)
  return preferred(believed, (text) => newest - text.publishedMs <= LEAD_AGE_MS)
}

/** A calm headline that says less than this share of what the most central one says tells of something else, and makes no room for itself. */
const CALM_SHARE = 0.5

/** Headlines that neither shout nor bait, where one of them says about what the others say; else all: a name by which readers know a story is no shout. */
function calmOnes<Text extends Headlined>(all: readonly { text: Text; central: number }[]) {
  const most = all.reduce((highest, { central }) => Math.max(highest, central), 0)
  return preferred(
    all,
    ({ text, central }) => central >= CALM_SHARE * most && !isShouted(text.title) && !BAIT.test(text.title),
  )
}

function preferred<Text>(texts: readonly Text[], holds: (text: Text) => boolean): Text[] {
  const chosen = texts.filter(holds)
  return chosen.length > 0 ? chosen : [...texts]
}

type Compared<Text> = { text: Text; terms: Terms }

/** How much of what the other owners' headlines say this one says, 0 to 1; .5 where nobody else tells it. */
function centrality(one: Compared<Headlined>, others: readonly Compared<Headlined>[]): number {
  const nearest = new Map<string, number>()
  for (const other of others) {
    const { owner } = other.text
    if (owner !== one.text.owner)
      nearest.set(owner, Math.max(nearest.get(owner) ?? 0, similarity(one.terms, other.terms)))
  }
  if (nearest.size === 0) return 0.5
  const sum = [...nearest.values()].reduce((all, near) => all + near, 0)
  return 0.1 + (0.9 * sum) / nearest.size
}

/** Dice's share of two weighted sets of words: saying more than the other is no merit. */
function similarity(one: Terms, other: Terms): number {
  const both = one.total + other.total
  return both === 0 ? 0 : (2 * termOverlap(one, other) * Math.min(one.total, other.total)) / both
}

const BAIT =
  /^(?:\d+ (?:things|reasons|ways|times|facts)|here['’]?s |this is |why |how |what |watch|video|live|opinion|you won|you['’]?ll )|won['’]t believe|will (?:shock|surprise) you|need to know|\[(?:watch|video)\]|^(?:warum|wieso|darum|so |pourquoi|por qué|perché|waarom|почему) /iu

/** How well a headline is made, 0 to 1. */
function manner(text: Headlined, language: string): number {
  const { title } = text
  const wordCount = title.split(/\s+/u).length
  let worth = 1
  if (isShouted(title)) worth *= 0.4
  if (/[?？؟]/u.test(title)) worth *= 0.5
  if (/!|…$|\.\.\.$/u.test(title)) worth *= 0.7
  if (BAIT.test(title)) worth *= 0.5
  if (/\s\|\s/u.test(title)) worth *= 0.8
  if (/\s/u.test(title) ? wordCount < FEWEST_WORDS : title.length < 2 * FEWEST_WORDS) worth *= 0.6
  if (wordCount > MOST_WORDS) worth *= 0.7
  if (text.language !== language) worth *= 0.2
  return text.wordCount >= WHOLE_WORDS ? worth : worth * 0.85
}

/** Most of its letters are capitals. */
function isShouted(title: string): boolean {
  const capitals = title.match(/\p{Lu}/gu)?.length ?? 0
  const small = title.match(/\p{Ll}/gu)?.length ?? 0
  return capitals > 8 && capitals > 2 * small
}

function commonest(values: readonly string[]): string {
  const groups = [...Map.groupBy(values, (value) => value)]
  return groups.reduce((best, group) => (group[1].length > best[1].length ? group : best), ['und', [] as string[]])[0]
}

function isEarlier(one: Headlined, other: Headlined): boolean {
  return (
    one.publishedMs - other.publishedMs < 0 ||
    (one.publishedMs === other.publishedMs && one.articleId < other.articleId)
  )
}
