import type { IobDocument } from '../tag-iob.ts'
import { type Found, foundOf } from './ratios.ts'

/** What a tagger gives for a document; kinds besides person, place and organisation are not looked at. */
export type TagAnswer = { tags?: readonly { kind: string; spans?: readonly (readonly [number, number])[] }[] }

const TYPES: Readonly<Record<string, string>> = {
  person: 'PER',
  place: 'LOC',
  organisation: 'ORG',
  organization: 'ORG',
}
const NOT_SCORED = 'OTHER'
/** What may stand before and after a name without being of it. */
const BEFORE = /^[^\p{L}\p{N}]+/u
const AFTER = /(?:['’]s|[^\p{L}\p{N}])+$/u

/**
 * Names by exact span and kind, over all documents together: people, places, organisations, and `all` of them.
 * Spans are compared without the punctuation and possessive 's around them, on both sides: tokens are cut differently everywhere.
 * **Source:** the measure of CoNLL-2003 (Tjong Kim Sang and De Meulder 2003).
 */
export function scoreTags(
  documents: readonly IobDocument[],
  answers: ReadonlyMap<string, TagAnswer>,
): { all: Found; people: Found; places: Found; organisations: Found } {
  const right: Record<string, number> = {}
  const said: Record<string, number> = {}
  const gold: Record<string, number> = {}
  const count = (counts: Record<string, number>, type: string): void => {
    counts[type] = (counts[type] ?? 0) + 1
  }
  for (const { id, text, names } of documents) {
    const types = new Map(names.map((name) => [spanKey(text, name.start, name.end), name.type]))
    for (const type of types.values()) if (type !== NOT_SCORED) count(gold, type)
    const found = new Map<string, string>()
    for (const { kind, spans = [] } of answers.get(id)?.tags ?? []) {
      const type = TYPES[kind]
      if (type) for (const [start, end] of spans) found.set(spanKey(text, start, end), type)
    }
    for (const [key, type] of found) {
      count(said, type)
      if (types.get(key) === type) count(right, type)
    }
  }
  const foundAs = (...types: readonly string[]): Found => {
    const sum = (counts: Record<string, number>): number => types.reduce((all, type) => all + (counts[type] ?? 0), 0)
    return foundOf(sum(right), sum(said), sum(gold))
  }
  return {
    all: foundAs('PER', 'LOC', 'ORG'),
    people: foundAs('PER'),
    places: foundAs('LOC'),
    organisations: foundAs('ORG'),
  }
}

function spanKey(text: string, start: number, end: number): string {
  const found = text.slice(start, end)
  const from = BEFORE.exec(found)?.[0].length ?? 0
  const bare = found.slice(from).replace(AFTER, '')
  return `${start + from},${start + from + bare.length}`
}
