import { ownSectionName } from '../editions/sections.ts'
import { ENGLISH } from './english.ts'
import type { MessageForms } from './languages.ts'
import { type Speech, speech } from './speech.ts'

type Messages = typeof ENGLISH
export type MessageKey = keyof Messages

/** A string of the interface in plain text, in the language of the page that is being made, its values filled in; whole numbers as that language writes them. */
export function say(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  const spoken = speech()
  return messageText(spoken, key, values.n).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? ''
    return typeof value === 'number' ? spoken.number(Math.round(value), 0) : value
  })
}

/** The sentence of a key in the form that a number asks for; English where the language has none. */
function messageText({ messages, plurals }: Speech, key: MessageKey, n: string | number | undefined): string {
  const forms: MessageForms = messages[key] ?? ENGLISH[key]
  if (typeof forms === 'string') return forms
  return forms[plurals.select(Math.round(Number(n)))] ?? forms.other ?? forms.many ?? ''
}

/** A number with digits behind its point as readers write it: `3.4`, `3,4`. */
export function decimal(value: number, digits: number): string {
  return speech().number(value, digits)
}

/** A number with so many digits that say something: `0.0027`. */
export function significant(value: number, digits: number): string {
  const magnitude = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)))
  return decimal(value, Math.max(0, digits - 1 - magnitude))
}

/** Names in a row as the language joins them: `A, B and C`. */
export function listed(names: readonly string[]): string {
  return speech().list(names)
}

/** What a language is called in the language of the page; its tag where it has no name. */
export function languageName(tag: string): string {
  return speech().languageName(tag) ?? tag
}

/** What a section is called, by the site's owner or else in the page's language; its slug where it has no name. */
export function sectionName(slug: string): string {
  const own = ownSectionName(slug, speech().tag)
  if (own !== null) return own
  const key = `section${slug}`
  return isKey(key) ? say(key) : slug
}

function isKey(key: string): key is MessageKey {
  return Object.hasOwn(ENGLISH, key)
}
