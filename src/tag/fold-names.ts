import type { TagKind } from '../model/tag.ts'
import { nameOf } from './agree.ts'
import { withoutForm } from './companies.ts'
import type { Mention } from './mentions.ts'
import { canonicalName, tagSlug } from './tag-key.ts'
import type { Token } from './tokens.ts'

/** People of one name part that are told apart. */
const MAX_NAMESAKES = 16

/** Shorter names in capitals are initials. */
const MIN_SHOUT_UNITS = 5

/** A name that begins with a person's initial. */
const INITIAL = /^\p{Lu}\.? /u

/** One thing with all its mentions in the document, in order. */
export type Thing = { name: string; kind: TagKind; mentions: Mention[] }

/**
 * Folds mentions of one thing: "Kim" into "Kim Jong Un", "J. Brown" into "James Brown", "IMF" into what it stands for,
 * known other names into the usual one.
 */
export function foldNames(mentions: readonly Mention[], list: readonly Token[]): Thing[] {
  const things = new Map<string, Thing>()
  const people: Thing[] = []
  for (const mention of mentions)
    if (mention.kind === 'person' && mention.to - mention.from > 1)
      addTo(things, people, plainName(mention, list), mention)
  const byPart = peopleByPart(people)
  const initials = acronymsOf(mentions, list)
  for (const mention of mentions) {
    const name = plainName(mention, list)
    if (mention.kind === 'person') {
      if (mention.to - mention.from > 1) continue
      const person = personCalled(name, byPart, mention.from)
      if (person) person.mentions.push(mention)
      else addTo(things, people, canonicalName(name), mention)
    } else addTo(things, [], initials.get(name) ?? canonicalName(name), mention)
  }
  const folded = foldInitials([...things.values()])
  for (const thing of folded) thing.name = calmName(thing, list)
  for (const thing of folded) thing.mentions.sort((a, b) => a.from - b.from)
  return folded.sort((a, b) => a.mentions[0]!.from - b.mentions[0]!.from)
}

function addTo(things: Map<string, Thing>, people: Thing[], name: string, mention: Mention): void {
  const key = `${mention.kind} ${tagSlug(name)}`
  const thing = things.get(key)
  if (thing) {
    thing.mentions.push(mention)
    return
  }
  const added = { name, kind: mention.kind, mentions: [mention] }
  things.set(key, added)
  people.push(added)
}

/** The name without a leading article, under its usual name where it has one. */
function plainName(mention: Mention, list: readonly Token[]): string {
  const name = nameOf(mention, list)
  const canonical = canonicalName(name)
  if (canonical !== name) return canonical
  const bare = name.replace(/^(?:The|the) (?=\p{Lu})/u, '')
  return mention.kind === 'organisation' ? canonicalName(withoutForm(bare)) : bare
}

/** A name that a headline shouted, as the text writes it elsewhere, else with only first letters large. */
function calmName({ name, mentions }: Thing, list: readonly Token[]): string {
  if (name.length < MIN_SHOUT_UNITS || name.toUpperCase() !== name || !/\p{L}/u.test(name)) return name
  for (const mention of mentions) {
    const written = plainName(mention, list)
    if (written.toUpperCase() === name && written !== name) return written
  }
  return isShouted(mentions, list)
    ? canonicalName(name.replace(/(?<=\p{L})\p{L}+/gu, (rest) => rest.toLowerCase()))
    : name
}

/** Does every mention stand between other words of capitals? Then its capitals say nothing: not so with "NASA". */
function isShouted(mentions: readonly Mention[], list: readonly Token[]): boolean {
  return mentions.every(({ from, to }) => {
    const near = [list[from - 2], list[from - 1], list[to], list[to + 1]].filter(
      (token) => token && /\p{L}{3}/u.test(token.text),
    )
    return to - from > 1 || (near.length > 0 && near.every((token) => token!.text.toUpperCase() === token!.text))
  })
}

/** People named in full, by first and last name; a few for each, in the order of the text. */
function peopleByPart(people: readonly Thing[]): Map<string, Thing[]> {
  const byPart = new Map<string, Thing[]>()
  for (const person of people) {
    const parts = person.name.split(' ')
    if (parts.length < 2) continue
    for (const part of new Set([parts[0]!, parts.at(-1)!])) {
      const same = byPart.get(part) ?? []
      if (same.length < MAX_NAMESAKES) same.push(person)
      byPart.set(part, same)
    }
  }
  return byPart
}

/** The person whose first or last name this is: the one introduced last before it, else the first after it. */
function personCalled(name: string, people: ReadonlyMap<string, readonly Thing[]>, at: number): Thing | null {
  let best: Thing | null = null
  let bestAt = Number.NEGATIVE_INFINITY
  for (const person of people.get(name) ?? []) {
    const first = person.mentions[0]!.from
    const nearness = first <= at ? first : -first
    if (nearness > bestAt) {
      best = person
      bestAt = nearness
    }
  }
  return best
}

/** Short forms made of the capitals of an organisation's name in the document, by the short form. */
function acronymsOf(mentions: readonly Mention[], list: readonly Token[]): Map<string, string> {
  const short = new Map<string, string>()
  for (const mention of mentions) {
    if (mention.kind !== 'organisation' || mention.to - mention.from < 2) continue
    const name = plainName(mention, list)
    const capitals = name
      .split(/[\s-]+/u)
      .map((word) => word[0] ?? '')
      .filter((letter) => /\p{Lu}/u.test(letter))
    if (capitals.length < 2 || capitals.length > 8) continue
    const usual = canonicalName(name)
    for (const form of [capitals.join(''), `${capitals.join('.')}.`]) if (!short.has(form)) short.set(form, usual)
  }
  return short
}

/** "J. Brown" and "J. R. Brown" join the one full name that fits. */
function foldInitials(things: readonly Thing[]): Thing[] {
  const people = things.filter((thing) => thing.kind === 'person')
  const byPart = peopleByPart(people.filter((thing) => !INITIAL.test(thing.name)))
  const gone = new Set<Thing>()
  for (const thing of people) {
    if (!INITIAL.test(thing.name)) continue
    const surname = thing.name.split(' ').at(-1)!
    const fits = (byPart.get(surname) ?? []).filter(
      (other) => other.name[0] === thing.name[0] && other.name.endsWith(` ${surname}`),
    )
    if (fits.length !== 1) continue
    fits[0]!.mentions.push(...thing.mentions)
    gone.add(thing)
  }
  return things.filter((thing) => !gone.has(thing))
}
