/**
 * Languages whose month and weekday names are known, most read first:
 * where two languages give one word different months (Czech and Croatian "listopad"), the earlier one wins
 * unless the page says its language.
 */
const LANGUAGES =
  'en de fr es it pt nl sv da nb fi pl cs sk hu ro ru uk bg el tr sl hr sr lt lv et ca gl eu is ga id ms vi th hi bn fa ar he ka hy az sq mk be cy af sw'.split(
    ' ',
  )

type Table = ReadonlyMap<string, number>
type Kind = 'month' | 'weekday'

const tables = new Map<string, Table>()

/** Month 1 to 12 that a word names, whole, declined or shortened ("Sept", "апреля", "avr"), in any known language or in `language` first; else null. */
export function monthOf(word: string, language: string | null = null): number | null {
  return lookUp('month', word, language)
}

/** Weekday 0 (Sunday) to 6 that a whole word names in any known language, or in `language` first; else null. */
export function weekdayNamed(word: string, language: string | null = null): number | null {
  return lookUp('weekday', word, language)
}

function lookUp(kind: Kind, word: string, language: string | null): number | null {
  const key = fold(word)
  const own = language ? tableOf(kind, language.slice(0, 2).toLowerCase()).get(key) : undefined
  return own ?? tableOf(kind, '*').get(key) ?? null
}

function tableOf(kind: Kind, language: string): Table {
  const name = `${kind}:${language}`
  const known = tables.get(name)
  if (known) return known
  const made =
    language === '*' ? merged(kind) : LANGUAGES.includes(language) ? namesIn(kind, language) : new Map<string, number>()
  tables.set(name, made)
  return made
}

function merged(kind: Kind): Table {
  const all = new Map<string, number>()
  for (const language of LANGUAGES) {
    for (const [word, value] of tableOf(kind, language)) if (!all.has(word)) all.set(word, value)
  }
  return all
}

/** Names come from the Unicode locale data inside Node, both alone and beside a day (declined). Source: CLDR through ECMA-402. */
function namesIn(kind: Kind, language: string): Table {
  const names = new Map<string, number>()
  const formats = (kind === 'month' ? (['long', 'short'] as const) : (['long'] as const)).flatMap((width) => [
    new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { timeZone: 'UTC', [kind]: width }),
    new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { timeZone: 'UTC', [kind]: width, day: 'numeric' }),
  ])
  const count = kind === 'month' ? 12 : 7
  for (const format of formats) {
    for (let index = 0; index < count; index++) {
      // 4 January 1970 was a Sunday, so that weekday numbers start there.
      const moment = kind === 'month' ? Date.UTC(1970, index, 10) : Date.UTC(1970, 0, 4 + index)
      const part = format.formatToParts(moment).find(({ type }) => type === kind)?.value ?? ''
      const word = fold(part)
      if (word.length > 2 && !names.has(word) && !/\d/u.test(word))
        names.set(word, kind === 'month' ? index + 1 : index)
    }
  }
  if (kind === 'month' && language === 'en') names.set('sept', 9)
  if (kind === 'month' && language === 'de') names.set('janner', 1).set('jaenner', 1).set('feber', 2).set('maerz', 3)
  return names
}

function fold(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}.]/gu, '')
}
