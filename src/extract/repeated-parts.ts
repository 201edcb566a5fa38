import type { ElementNames } from './element-names.ts'
import type { PageBlocks } from './page-blocks.ts'
import type { PageElement } from './page-tree.ts'

/** What is known of all elements that one page sets alike. */
type Family = {
  elements: number
  units: number
  ownUnits: number
  links: number
  times: number
  headings: number
}

/** Ancestors of a block that are looked at: posts and cards open at most so far above their words. */
const MAX_STEPS = 10
/** Fewest elements of a family, and fewest UTF-16 units that each has on average: less is a menu. */
const LEAST_PARTS = 3
const LEAST_UNITS = 60
/** Families kept of one page: pages with more name each element by itself. */
const MAX_FAMILIES = 3_000

const DATED = /\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d{2}\b|\bago\b/iu

/**
 * How much of a page stands in parts that are set alike (same parent-independent tag and class): posts of a thread, cards of a list.
 * `parts`, `partsShare`, `partsOwn` for the family that holds most text, `postParts…` for the one whose parts have a time each.
 */
export function repeatedParts(page: PageBlocks, kept: readonly boolean[]): Readonly<Record<string, number>> {
  const families = familiesOf(page, kept)
  const all = page.texts.reduce((sum, { text }) => sum + text.length, 1)
  const own = page.texts.reduce((sum, { text }, index) => sum + (kept[index] ? text.length : 0), 1)
  let largest: Family | null = null
  let posts: Family | null = null
  let cards: Family | null = null
  for (const family of families) {
    const count = family.elements
    if (count < LEAST_PARTS || family.units < count * LEAST_UNITS) continue
    if (!largest || family.units > largest.units) largest = family
    if (family.times >= count * 0.7 && (!posts || family.units > posts.units)) posts = family
    if (family.headings >= count * 0.7 && family.links >= count * 0.7 && (!cards || family.units > cards.units))
      cards = family
  }
  return { ...told('parts', largest, all, own), ...told('posts', posts, all, own), ...told('cards', cards, all, own) }
}

function told(name: string, family: Family | null, all: number, own: number): Record<string, number> {
  const count = family?.elements ?? 0
  return {
    [name]: Math.log1p(count),
    [`${name}Share`]: (family?.units ?? 0) / all,
    [`${name}Own`]: (family?.ownUnits ?? 0) / own,
    [`${name}Length`]: count === 0 ? 0 : Math.log1p(family!.units / count / 100),
  }
}

function familiesOf(page: PageBlocks, kept: readonly boolean[]): Iterable<Family> {
  const families = new Map<string, Family>()
  const familyOf = new Map<PageElement, Family | null>()
  for (let index = 0; index < page.texts.length; index++) {
    const { text, element, links } = page.texts[index]!
    const isTime = text.length < 80 && DATED.test(text)
    const isHeading = isLowerHeading(element.tag)
    let at: PageElement | null = element
    for (let steps = 0; at && steps < MAX_STEPS; at = at.parent, steps++) {
      let family = familyOf.get(at)
      if (family === undefined) familyOf.set(at, (family = join(families, at.names)))
      if (family === null) continue
      family.units += text.length
      if (kept[index]) family.ownUnits += text.length
      if (isTime) family.times++
      if (isHeading) family.headings++
      if (links > 0) family.links++
    }
  }
  return families.values()
}

function isLowerHeading(tag: string): boolean {
  return tag.length === 2 && tag >= 'h2' && tag <= 'h6'
}

/** Counts an element into its family; null where it has none. */
function join(families: Map<string, Family>, names: ElementNames): Family | null {
  const name = (names.family ??= familyName(names))
  if (name === '') return null
  let family = families.get(name)
  if (!family) {
    if (families.size >= MAX_FAMILIES) return null
    family = { elements: 0, units: 0, ownUnits: 0, links: 0, times: 0, headings: 0 }
    families.set(name, family)
  }
  family.elements++
  return family
}

/** Tag and class without numbers; empty for what holds no parts (inline and text elements, elements without a class but articles and list items). */
function familyName({ tag, classes }: ElementNames): string {
  if (tag === 'p' || /^h\d$/u.test(tag) || tag === 'body' || tag === 'html') return ''
  if (classes === '' && tag !== 'article' && tag !== 'li') return ''
  return `${tag}.${classes.slice(0, 80).replace(/\d+/gu, '')}`
}
