import { AsyncLocalStorage } from 'node:async_hooks'
import { html, raw } from 'hono/html'
import { LANGUAGE_TAGS, type MessageTable, messageTable, SOURCE_LANGUAGE } from './languages.ts'
import type { Html } from './layout.ts'
import { languageOf } from './links.ts'

/** How one language of the interface is spoken: its sentences, and how it counts, joins and writes numbers and dates. */
export type Speech = {
  /** BCP 47. */
  tag: string
  dir: 'ltr' | 'rtl'
  messages: MessageTable
  plurals: Intl.PluralRules
  /** A number with so many digits behind its point. */
  number: (value: number, digits: number) => string
  /** A date in UTC; the same options give the same formatter. */
  date: (atMs: number, options: Intl.DateTimeFormatOptions) => string
  list: (items: readonly string[]) => string
  /** A language's name; null where it has none. */
  languageName: (tag: string) => string | null
}

const spoken = new AsyncLocalStorage<Speech>()
const known = new Map<string, Speech>()

/** Does something in a language: everything that is said while it runs, and in what it awaits, is said in it. English for one that is not spoken here. */
export function inLanguage<Value>(tag: string, work: () => Value): Value {
  return spoken.run(speechOf(tag), work)
}

/** The language of the page that is being made; English outside of pages. */
export function speech(): Speech {
  return spoken.getStore() ?? speechOf(SOURCE_LANGUAGE)
}

/** True where the page that is being made is in English, as programs are told. */
export function isSourceLanguage(): boolean {
  return speech().tag === SOURCE_LANGUAGE
}

/** `lang` and `dir` of the page, for words of ours inside of a foreign text. Both come from names of our own files: nothing in them needs escaping. */
export function pageLanguage(): Html {
  const { tag, dir } = speech()
  return html`${raw(` lang="${tag}" dir="${dir}"`)}`
}

/** A language's name in itself: `Deutsch`, `العربية`. */
export function ownName(tag: string): string {
  const name = speechOf(tag).languageName(tag) ?? tag
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
}

function speechOf(tag: string): Speech {
  const spokenTag = LANGUAGE_TAGS.includes(tag) ? tag : SOURCE_LANGUAGE
  const made = known.get(spokenTag)
  if (made) return made
  const speech = createSpeech(spokenTag, messageTable(spokenTag))
  known.set(spokenTag, speech)
  return speech
}

function createSpeech(tag: string, messages: MessageTable): Speech {
  // Digits as in the charts and times beside them: news sites in Arabic write these too.
  const locale = `${tag}-u-nu-latn`
  // Days before months, and no comma before the last of a list, as programs are told.
  const proseLocale = tag === SOURCE_LANGUAGE ? 'en-GB' : locale
  const numbers = new Map<number, Intl.NumberFormat>()
  const dates = new Map<string, Intl.DateTimeFormat>()
  const names = new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' })
  const lists = new Intl.ListFormat(proseLocale)
  return {
    tag,
    dir: languageOf(tag).dir === 'rtl' ? 'rtl' : 'ltr',
    messages,
    plurals: new Intl.PluralRules(tag),
    number: (value, digits) => {
      const format =
        numbers.get(digits) ??
        new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
      numbers.set(digits, format)
      return format.format(value)
    },
    date: (atMs, options) => {
      const key = JSON.stringify(options)
      const format = dates.get(key) ?? new Intl.DateTimeFormat(proseLocale, { ...options, timeZone: 'UTC' })
      dates.set(key, format)
      return format.format(atMs)
    },
    list: (items) => lists.format(items),
    languageName: (wanted) => {
      try {
        return wanted === 'und' ? null : (names.of(wanted) ?? null)
      } catch {
        return null // no tag at all
      }
    },
  }
}
