import type { Repair } from '../model/article.ts'

/** A page's text with the words that others put into it, as the page had it: that is what is compared with an earlier text. */
export function asFound(text: string, repairs: readonly Pick<Repair, 'field' | 'at' | 'mended' | 'found'>[]): string {
  let found = text
  // From the end on, so that places of those before stay true.
  for (const repair of repairs.filter((one) => one.field === 'text').toSorted((a, b) => b.at - a.at))
    found = found.slice(0, repair.at) + repair.found + found.slice(repair.at + repair.mended.length)
  return found
}
