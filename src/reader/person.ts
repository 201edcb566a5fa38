import type { Person } from '../model/entry.ts'

/** Longest text searched for a person, in UTF-16 units; names are shorter. */
const MAX_PERSON_UNITS = 1_000
const EMAIL = /[a-zA-Z0-9_.+-]{1,64}@(?:[a-zA-Z0-9-]{1,63}\.){1,10}[a-zA-Z]{2,24}(?:\?subject=\S{1,200})?/u

/**
 * A person as feeds write one in a line: `Name`, `mail`, `Name (mail)`, `mail (Name)`, `Name <mail>`. Null for an empty line.
 *
 * **Source:** RSS 2.0 (author, managingEditor are RFC 822 mailboxes); the splitting rules are feedparser's.
 */
export function readPerson(line: string): Person | null {
  const text = line.slice(0, MAX_PERSON_UNITS).replace(/\s+/gu, ' ').trim()
  if (text === '') return null
  const email = EMAIL.exec(text)?.[0] ?? null
  if (email === null) return { name: text, email: null, uri: null }
  let name = text
    .replace(email, '')
    .replace(/mailto:/iu, '')
    .replace(/\(\s*\)|<\s*>|&lt;\s*&gt;/gu, '')
    .trim()
  name = name.replace(/^\(/u, '').replace(/\)$/u, '').trim()
  return { name: name === '' ? null : name, email, uri: null }
}

/** True where two mentions are of one person: nothing that both say differs, and one says no more than the other. */
export function isSamePerson(one: Person, other: Person): boolean {
  const agrees = (key: keyof Person): boolean => one[key] === null || other[key] === null || one[key] === other[key]
  const shares = (['name', 'email', 'uri'] as const).some((key) => one[key] !== null && one[key] === other[key])
  return shares && agrees('name') && agrees('email') && agrees('uri')
}
