import { ENGLISH } from './english.ts'

type Messages = typeof ENGLISH
export type MessageKey = keyof Messages

const PLURALS = new Intl.PluralRules('en')

/** A string of the interface in plain text, its values filled in. Numbers are written with thin separators from 10,000 on. */
export function say(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  const entry: string | { one: string; other: string } = ENGLISH[key]
  const text = typeof entry === 'string' ? entry : PLURALS.select(Number(values.n)) === 'one' ? entry.one : entry.other
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? ''
    return typeof value === 'number' ? figure(value) : value
  })
}

const FIGURES = new Intl.NumberFormat('en')

/** A whole number as readers read it: `10,214`. */
function figure(value: number): string {
  return FIGURES.format(Math.round(value))
}

const SECTION_NAMES: Readonly<Record<string, string>> = {
  society: 'Society',
  economy: 'Economy',
  technology: 'Technology',
  sports: 'Sports',
  entertainment: 'Culture',
  science: 'Science',
  other: 'Other',
  not_news: 'Not news',
}

/** What a section is called; its slug where it has no name. */
export function sectionName(slug: string): string {
  return SECTION_NAMES[slug] ?? slug
}
