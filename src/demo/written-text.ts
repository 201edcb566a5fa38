import { OPINION } from './common-phrases.ts'
import { compose, textFacts } from './compose.ts'
import { FOREIGN_TEXTS } from './foreign-texts.ts'
import { capital, expand, type Facts, sentence } from './grammar.ts'
import { brandName, personName } from './names.ts'
import type { Plan } from './plan.ts'
import { type Random, seededRandom, shuffled } from './random.ts'
import { FLOOD_SENTENCES, FLOOD_THINGS, FLOOD_TITLES } from './side-texts.ts'

/** A text as its outlet prints it. `agencies` are those it credits. */
export type WrittenText = { title: string; paragraphs: readonly string[]; author: string; agencies: readonly string[] }

/** The moment that an outlet claims: a little before a reader can have seen it. */
export const publishedMs = (plan: Plan): number => plan.atMs - (plan.seed % 600) * 1000 - 30_000

/** Writes the text of a plan; of a copy, from its original's. Always the same for one plan. */
export function writtenText(plan: Plan): WrittenText {
  if (plan.copy !== null) return copiedText(plan, writtenText(plan.copy.of))
  const known = written.get(plan)
  if (known !== undefined) return known
  const text = writtenAnew(plan)
  written.set(plan, text)
  return text
}

// Copies come soon after their original; texts go when nobody plans to copy them any more.
const written = new WeakMap<Plan, WrittenText>()

function writtenAnew(plan: Plan): WrittenText {
  const random = seededRandom(plan.seed)
  switch (plan.shape.kind) {
    case 'text': {
      const agency = plan.outlet.kind === 'agency' ? plan.outlet.name : null
      const { angle, phase } = plan.shape
      const brief = { story: plan.story, angle, phase, atMs: publishedMs(plan), seed: plan.seed, agency }
      return { ...compose(brief), agencies: agency === null ? [] : [agency] }
    }
    case 'foreign':
      return foreignText(plan, random)
    case 'flood':
      return sideText(plan, FLOOD_TITLES, shuffled(FLOOD_SENTENCES, random).slice(0, 6), random)
    case 'routine':
      return sideText(plan, plan.shape.routine.titles, plan.shape.routine.sentences, random)
  }
}

function foreignText(plan: Plan, random: Random): WrittenText {
  const texts = FOREIGN_TEXTS[plan.story.kind.name]!
  const { titles, sentences } = texts[plan.outlet.language]!
  const { facts } = plan.story
  const paragraphs = sentences.map((template) => capital(expand(template, facts, random)))
  const title = capital(expand(random.pick(titles), facts, random))
  return { title, paragraphs, author: personName(random).full, agencies: [] }
}

function sideText(plan: Plan, titles: readonly string[], sentences: readonly string[], random: Random): WrittenText {
  const brand = brandName(random)
  const facts: Facts = {
    ...textFacts({ story: plan.story, atMs: publishedMs(plan), agency: null }, random),
    thing: `${random.pick(FLOOD_THINGS)} by ${brand}`,
    brand,
    other: `${brandName(random)} ${random.int(2, 900)}`,
    code: brandName(random).toUpperCase(),
  }
  const paragraphs = sentences.map((template) => sentence(template, facts, random))
  return {
    title: capital(expand(random.pick(titles), facts, random)),
    paragraphs,
    author: personName(random).full,
    agencies: [],
  }
}

function copiedText(plan: Plan, original: WrittenText): WrittenText {
  const copy = plan.copy!
  const random = seededRandom(plan.seed)
  const wire = original.agencies[0] ?? null
  const author = copy.farm ? plan.outlet.name : (wire ?? original.author)
  const base = { title: original.title, author, agencies: original.agencies }
  const { paragraphs } = original
  if (copy.farm || copy.kind === 'identical') return { ...base, paragraphs }
  if (copy.kind === 'near') return { ...base, paragraphs: retouched(paragraphs, plan, wire, random) }
  if (copy.kind === 'excerpt') {
    const kept = paragraphs.slice(0, Math.max(2, Math.min(3, paragraphs.length - 2)))
    return { ...base, paragraphs: [...kept, `The full report is at ${copy.of.outlet.name}.`] }
  }
  const facts = textFacts({ story: plan.story, atMs: publishedMs(plan), agency: null }, random)
  const own = shuffled(OPINION, random).map((template) => sentence(template, facts, random))
  const opening = [own[0]!, `${copy.of.outlet.name} had it first, and I give it here in full:`]
  return {
    title: `Worth reading: ${original.title}`,
    author: personName(random).full,
    agencies: original.agencies,
    paragraphs: [...opening, ...paragraphs, own[1]!],
  }
}

/** What a desk does to a wire text: a dateline, a shorter end, a credit. */
function retouched(paragraphs: readonly string[], plan: Plan, wire: string | null, random: Random): string[] {
  const kept = paragraphs.slice(0, paragraphs.length - (paragraphs.length > 5 && random.chance(0.6) ? 1 : 0))
  const dateline = wire === null ? '' : `${plan.story.facts.place!.toUpperCase()} (${wire}) - `
  const body = kept.map((paragraph, index) => (index === 0 ? dateline + paragraph : paragraph))
  if (random.chance(0.5))
    body.push(wire === null ? `First published by ${plan.copy!.of.outlet.name}.` : `Reporting by ${wire}.`)
  return body
}
