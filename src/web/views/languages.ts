import { readdirSync, readFileSync } from 'node:fs'
import { ENGLISH } from './english.ts'

/** A sentence of one language: one text, or a form for each way in which the language counts (CLDR's names). */
export type MessageForms = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>
/** The sentences of one language by key; a key that is missing is said in English. */
export type MessageTable = Readonly<Record<string, MessageForms>>

/** The language that every key has a sentence in, and every program's answer is written in. */
export const SOURCE_LANGUAGE = 'en'

const FOLDER = new URL('../languages/', import.meta.url)

/** BCP 47 tags of every language that the interface speaks, English first: one file each. */
export const LANGUAGE_TAGS: readonly string[] = [
  SOURCE_LANGUAGE,
  ...readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort(),
]

/** The sentences of one of LANGUAGE_TAGS, without remarks for translators, whose keys begin with `@`. Read anew at each call: who speaks it keeps it. */
export function messageTable(tag: string): MessageTable {
  if (tag === SOURCE_LANGUAGE) return ENGLISH
  // Written by us and held to this shape by a test: every value is a text or an object of texts.
  const file = JSON.parse(readFileSync(new URL(`${tag}.json`, FOLDER), 'utf8')) as Record<string, MessageForms>
  return Object.fromEntries(Object.entries(file).filter(([key]) => !key.startsWith('@')))
}
