import { readdirSync, readFileSync } from 'node:fs'
import { ENGLISH } from './english.ts'

/** A sentence of one language: one text, or a form for each way in which the language counts (CLDR's names). */
export type MessageForms = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>
/** The sentences of one language by key; a key that is missing is said in English. */
export type MessageTable = Readonly<Record<string, MessageForms>>

/** The language that every key has a sentence in, and every program's answer is written in. */
export const SOURCE_LANGUAGE = 'en'

const FOLDER = new URL('../languages/', import.meta.url)

/** Every language that the interface speaks, by its BCP 47 tag, English first: one file each. Read once at the start. */
export const LANGUAGES: ReadonlyMap<string, MessageTable> = new Map<string, MessageTable>([
  [SOURCE_LANGUAGE, ENGLISH],
  ...readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name): [string, MessageTable] => [name.slice(0, -'.json'.length), readTable(name)]),
])

/** A file without its remarks for translators, whose keys begin with `@`. */
function readTable(name: string): MessageTable {
  // Written by us and held to this shape by a test: every value is a text or an object of texts.
  const file = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Record<string, MessageForms>
  return Object.fromEntries(Object.entries(file).filter(([key]) => !key.startsWith('@')))
}
