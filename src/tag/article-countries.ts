import type { Tag } from '../model/tag.ts'
import { COUNTRIES } from './countries.ts'

/** UTF-16 units of the text in which a country named once is where the article is: about a first paragraph. */
const LEAD_UNITS = 400
/** Named so often, a country is a place of the article wherever it stands. */
const MIN_COUNT = 2

const names = new Set(
  COUNTRIES.trim()
    .split('\n')
    .map((line) => line.split('=')[0]!),
)

/**
 * The countries that an article is set in, most salient first, from its tags: named in the title, in the lead or twice,
 * or implied by what it names. One that is named once in passing is none, unless it is the only one.
 */
export function articleCountries(tags: readonly Tag[]): Tag[] {
  const countries = tags.filter((tag) => tag.kind === 'place' && names.has(tag.name))
  return countries.length < 2 ? countries : countries.filter(isSetHere)
}

function isSetHere({ count, spans }: Tag): boolean {
  const isImplied = count === 0
  const isInTitle = count > spans.length
  return isImplied || isInTitle || count >= MIN_COUNT || spans[0]![0] < LEAD_UNITS
}
