import { isCaseOf, spellingWords } from './spelling-key.ts'
import type { Ballot, StoryText } from './story-votes.ts'

/** Words that a company's name ends in and that people leave out. */
const LEFT_OUT =
  /^(?:group|holdings?|industries|motors?|airlines?|airways|technologies|systems|pharma|pharmaceuticals|media|energy|foods?|lines|bank|partners|international|steel|mobile|robotics|logistics|rail)$/u
/** Names of a story that are compared; a story that names more is told by its commonest ones. */
const MAX_NAMES = 400

type Name = { ballot: Ballot; words: readonly string[]; isLatin: boolean }

/**
 * Names of a story that stand for one thing, by the slug that is replaced -> the one that stands: spellings and cases of one name, initials,
 * middle names left out, a person's one name, initials of an organisation, a company without "Group". Only where exactly one thing fits,
 * where two owners name it between them, and where no text names both (it would know them apart). No slug that is replaced stands for another.
 */
export function findNamesakes(ballots: readonly Ballot[], texts: readonly StoryText[]): Map<string, string> {
  const names = ballots
    .filter((ballot) => ['person', 'place', 'organisation'].includes(ballot.kind))
    .sort((a, b) => b.owners.size - a.owners.size || b.weight - a.weight || (a.slug < b.slug ? -1 : 1))
    .slice(0, MAX_NAMES)
    .map((ballot) => ({ ballot, words: spellingWords(ballot.name), isLatin: /\p{Script=Latin}/u.test(ballot.name) }))
  const together = namedTogether(texts)
  const stands = new Map<string, string>()
  const found = groupSpellings(names, (one, other) => !together(one, other))
  for (const group of found) for (const { ballot } of group.slice(1)) stands.set(ballot.slug, group[0]!.ballot.slug)
  for (const [short] of found) {
    const fitting = found.filter(([head]) => isShortFor(short!, head!))
    const [whole] = fitting
    if (fitting.length !== 1 || whole!.some((name) => together(short!, name))) continue
    if (new Set([...short!.ballot.owners, ...whole![0]!.ballot.owners]).size < 2) continue
    stands.set(short!.ballot.slug, whole![0]!.ballot.slug)
  }
  return new Map([...stands].map(([slug]) => [slug, lastOf(stands, slug)]))
}

/** Whole names in groups of one thing, the one that stands first: of Latin letters, without initials, then of most owners (the order given). */
function groupSpellings(names: readonly Name[], areApart: (one: Name, other: Name) => boolean): Name[][] {
  const groups: Name[][] = []
  const rank = ({ isLatin, words }: Name) => (isLatin ? (words[0]?.length === 1 ? 1 : 0) : 2)
  for (const name of names.toSorted((a, b) => rank(a) - rank(b))) {
    const fitting = groups.filter(([head]) => isSpellingOf(head!, name) || isFullerName(head!, name, areApart))
    const group = fitting.length === 1 ? fitting[0] : undefined
    const owners = new Set([...(group?.[0]?.ballot.owners ?? []), ...name.ballot.owners])
    if (group && owners.size > 1) group.push(name)
    else groups.push([name])
  }
  return groups
}

/** One name in another alphabet, habit of spelling or case. A person's single name has no first name that could tell kin apart. */
function isSpellingOf(head: Name, name: Name): boolean {
  if (head.ballot.kind !== name.ballot.kind || head.words.length !== name.words.length) return false
  if (head.words.join(' ') === name.words.join(' ')) return true
  if (head.isLatin && name.isLatin) return false
  return head.words.every((word, index) => isCaseOf(word, name.words[index]!))
}

/** "J. R. Vole", "Jorn R. Vole" and "Jorn Vole": first and last name agree, or the first is an initial. */
function isFullerName(head: Name, name: Name, areApart: (one: Name, other: Name) => boolean): boolean {
  const [one, other] = [head.words, name.words]
  if (head.ballot.kind !== 'person' || name.ballot.kind !== 'person' || one.length < 2 || other.length < 2) return false
  if (one.at(-1) !== other.at(-1) || !areApart(head, name)) return false
  const [first, second] = [one[0]!, other[0]!]
  return first === second || (Math.min(first.length, second.length) === 1 && first[0] === second[0])
}

/** Whether one name is how people shorten the other. */
function isShortFor(short: Name, whole: Name): boolean {
  if (short === whole || whole.words.length < 2 || short.ballot.kind !== whole.ballot.kind) return false
  if (short.ballot.kind === 'person')
    return short.words.length === 1 && [whole.words[0]!, whole.words.at(-1)!].some((word) => isPart(short, word, whole))
  if (short.ballot.kind !== 'organisation') return false
  return isAcronymOf(short.ballot.name, whole.ballot.name) || isWithoutEnd(short, whole)
}

function isPart(short: Name, word: string, whole: Name): boolean {
  return short.words[0] === word || (!(short.isLatin && whole.isLatin) && isCaseOf(short.words[0]!, word))
}

function isAcronymOf(short: string, whole: string): boolean {
  if (!/^(?:\p{Lu}\.?){2,8}$/u.test(short)) return false
  const capitals = whole.split(/[\s-]+/u).flatMap((word) => word.match(/^\p{Lu}/u) ?? [])
  return capitals.join('') === short.replaceAll('.', '')
}

function isWithoutEnd(short: Name, whole: Name): boolean {
  const ends = whole.words.length - short.words.length
  if (ends !== 1 || !short.words.every((word, index) => word === whole.words[index])) return false
  return LEFT_OUT.test(latinEnd(whole))
}

function latinEnd({ ballot }: Name): string {
  return ballot.slug.split('-').at(-1) ?? ''
}

/** Whether any text names both: such a text has read its own names and knows them apart. */
function namedTogether(texts: readonly StoryText[]): (one: Name, other: Name) => boolean {
  const slugs = texts.map((text) => new Set(text.names.map((name) => name.slug)))
  return (one, other) => slugs.some((own) => own.has(one.ballot.slug) && own.has(other.ballot.slug))
}

function lastOf(stands: ReadonlyMap<string, string>, slug: string): string {
  let last = slug
  for (let steps = 0; steps <= stands.size; steps++) {
    const next = stands.get(last)
    if (next === undefined) return last
    last = next
  }
  return last
}
