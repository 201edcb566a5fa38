import { isTitleCase, type NamePlace, namePlace } from '../../src/extract/name-places.ts'
import type { IobDocument } from '../tag-iob.ts'
import { ownWords } from './own-words.ts'

/** A place with what it is: 1 a gap of clean text, as brands are pushed into; 0 one where a writer put a name. */
export type PlaceSample = { place: NamePlace; label: 0 | 1; weight: number }

/** Capitalised words that stand where adjectives and dates stand, not names of a brand's kind. */
const NO_NAME =
  /^(?:I|I'm|I’m|I'll|I've|Mr|Mrs|Ms|Dr|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|May|June|July|August|September|October|November|December|\p{L}+(?:ish|ese)|\p{L}{3,}(?:ian|ean|ican)s?)$/u
const NAME_RUN =
  /\p{Lu}[\p{L}\p{N}]*(?:[-’'.&]\p{Lu}?[\p{L}\p{N}]+)*(?: \p{Lu}[\p{L}\p{N}]*(?:[-’'.&]\p{Lu}[\p{L}\p{N}]+)*)*/gu

/** Names of plain text, found by their capitals; none of texts that write common nouns so (German), or all words (headings). */
export function plainDocument(id: string, text: string): IobDocument | null {
  const longWords = text.match(/(?<=\p{Ll} )\p{L}\p{Ll}{3,}/gu) ?? []
  const capitals = longWords.filter((word) => /^\p{Lu}/u.test(word)).length
  if (longWords.length < 40 || capitals / longWords.length > 0.28) return null
  const names: IobDocument['names'] = []
  const small = new Set(text.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}-]+/gu) ?? [])
  const begun: IobDocument['names'] = []
  for (const { 0: run, index } of text.matchAll(NAME_RUN)) {
    const before = text.slice(Math.max(0, index - 3), index)
    // What the text writes in small letters elsewhere is no name, but a word of a heading or of emphasis.
    if (run.split(' ').every((word) => small.has(word.toLowerCase()))) continue
    if (isTitleCase(lineAt(text, index)) || NO_NAME.test(run.split(' ')[0]!)) continue
    const startsSentence = index === 0 || /(?:[.!?:"“‘\n•–—]|["”’)])\s*$/u.test(before)
    ;(startsSentence ? begun : names).push({ start: index, end: index + run.length, type: 'NAME' })
  }
  // A sentence's first word is a name where the text has it as one in the midst of a sentence.
  const inner = new Set(names.map(({ start, end }) => text.slice(start, end)))
  names.push(...begun.filter(({ start, end }) => inner.has(text.slice(start, end))))
  return { id, text, names }
}

/** Places of one text: its names, each a place of a name; parts of names that stand alone elsewhere; and gaps drawn with `random`. */
export function placeSamples(document: IobDocument, gapsPerName: number, random: () => number): PlaceSample[] {
  const { text, names } = document
  const samples: PlaceSample[] = []
  const small = new Set(text.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}-]+/gu) ?? [])
  const alone = new Set(
    names
      .map(({ start, end }) => text.slice(start, end))
      .filter((name) => !name.includes(' ') && !small.has(name.toLowerCase())),
  )
  const add = (start: number, end: number, label: 0 | 1, weight: number): void => {
    samples.push({ place: namePlace(text, start, end, text), label, weight })
  }
  for (const { start, end, type } of names) {
    const name = text.slice(start, end)
    if (NO_NAME.test(name)) continue
    add(start, end, 0, type === 'ORG' ? 2 : 1)
    const [first, last] = [name.split(' ')[0]!, name.split(' ').at(-1)!]
    if (first === name) continue
    if (alone.has(first) && !NO_NAME.test(first)) add(start, start + first.length, 0, 1)
    if (alone.has(last)) add(end - last.length, end, 0, 0.7)
  }
  const gaps = [...text.matchAll(/\S+/gu)].map(({ index }) => index).slice(1)
  const wanted = Math.round(names.length * gapsPerName) + 2
  for (let drawn = 0; drawn < wanted && gaps.length > 0; drawn++) {
    let at = gaps[Math.floor(random() * gaps.length)]!
    if (isTitleCase(lineAt(text, at))) continue
    // One in eight behind a word and before the point or comma that follows it.
    if (random() < 0.125) at += /^[\p{L}\p{N}’'-]+(?=[.,;:!?])/u.exec(text.slice(at, at + 40))?.[0].length ?? 0
    else if (/(?:[.!?]["”’)]?|\n)\s*$/u.test(text.slice(Math.max(0, at - 4), at)) && random() < 0.5) continue
    const place = namePlace(text, at, at, text)
    samples.push({ place: { ...place, spaces: place.spaces === '_.' ? '_._' : '_.' }, label: 1, weight: 1 })
  }
  return samples
}

function lineAt(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf('\n', at) + 1, at - 200)
  return text.slice(start, at + 200).split('\n', 1)[0]!
}

/** The places of phrases in which outlets speak of themselves. */
export function ownWordSamples(): PlaceSample[] {
  return ownWords().flatMap((phrase) => {
    const start = phrase.indexOf('NAME')
    return [`The day was long. ${phrase}`, phrase].map((text): PlaceSample => {
      const at = start + text.length - phrase.length
      return { place: namePlace(text, at, at + 4, ''), label: 0, weight: 1.5 }
    })
  })
}
