import { COUNTRIES } from './countries.ts'
import { FAMOUS_PEOPLE, ORGANISATIONS } from './organisations.ts'

/** UTF-16 units of a slug: longer ones are no names, and addresses have limits. */
const MAX_SLUG_UNITS = 80

/** The one name that many names stand for, by the folded other name. */
const CANONICAL = readAliases()

/**
 * The part of a tag's address that names it: `Kim Jong Un` -> `kim-jong-un`, `Côte d'Ivoire` -> `cote-d-ivoire`.
 * Stable; letters of other scripts are kept; empty only where the name has no letter and no digit.
 */
export function tagSlug(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b|$|[^\p{L}])/gu, '') // initials: U.S. is us, not u-s
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .slice(0, MAX_SLUG_UNITS)
    .replace(/^-+|-+$/gu, '')
}

/** The name that a known other name stands for: `U.S.` -> `United States`; the name itself where none is known. */
export function canonicalName(name: string): string {
  return CANONICAL.get(name) ?? name
}

function readAliases(): Map<string, string> {
  const canonical = new Map<string, string>()
  for (const line of COUNTRIES.trim().split('\n')) {
    const [name = '', aliases = ''] = line.split('=')
    for (const alias of aliases.split(',')) if (alias) canonical.set(alias, name)
  }
  for (const line of ORGANISATIONS.trim().split('\n')) {
    const [name = '', aliases = ''] = line.split('=')
    for (const alias of aliases.split(',')) if (alias) canonical.set(alias, name)
  }
  for (const person of FAMOUS_PEOPLE.trim().split(';')) {
    const [name = '', shorts] = person.split('=')
    for (const short of shorts === undefined ? [name.split(' ').at(-1) ?? ''] : shorts.split(',')) {
      if (short) canonical.set(short, name.trim())
    }
  }
  return canonical
}
