/**
 * Languages whose month names are known, most read first:
 * where two languages give one word different months (Czech and Croatian "listopad"), the earlier one wins
 * unless the page says its language.
 */
const LANGUAGES =
  'en de fr es it pt nl sv da nb fi pl cs sk hu ro ru uk bg el tr sl hr sr lt lv et ca gl eu is ga id ms vi th hi bn fa ar he ka hy az sq mk be cy af sw'.split(
    ' ',
  )

/** Months 1 to 12 by their folded names. */
type Months = ReadonlyMap<string, number>

const monthsIn = new Map<string, Months>()

/** Month 1 to 12 that a word names, whole, declined or shortened ("Sept", "апреля", "avr"), in any known language or in `language` first; else null. */
export function monthOf(word: string, language: string | null = null): number | null {
  const key = fold(word)
  const own = language ? months(language.slice(0, 2).toLowerCase()).get(key) : undefined
  return own ?? months('*').get(key) ?? null
}

function months(language: string): Months {
  const known = monthsIn.get(language)
  if (known) return known
  const made =
    language === '*' ? merged() : LANGUAGES.includes(language) ? readNames(language) : new Map<string, number>()
  monthsIn.set(language, made)
  return made
}

function merged(): Months {
  const all = new Map<string, number>()
  for (const language of LANGUAGES) {
    for (const [word, month] of months(language)) if (!all.has(word)) all.set(word, month)
  }
  return all
}

/** Names come from the Unicode locale data inside Node, both alone and beside a day (declined). Source: CLDR through ECMA-402. */
function readNames(language: string): Months {
  const names = new Map<string, number>()
  const formats = (['long', 'short'] as const).flatMap((month) => [
    new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { timeZone: 'UTC', month }),
    new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { timeZone: 'UTC', month, day: 'numeric' }),
  ])
  for (const format of formats) {
    for (let month = 1; month <= 12; month++) {
      const parts = format.formatToParts(Date.UTC(1970, month - 1, 10))
      const word = fold(parts.find(({ type }) => type === 'month')?.value ?? '')
      if (word.length > 2 && !names.has(word) && !/\d/u.test(word)) names.set(word, month)
    }
  }
  if (language === 'en') names.set('sept', 9)
  if (language === 'de') names.set('janner', 1).set('jaenner', 1).set('feber', 2).set('maerz', 3)
  return names
}

function fold(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}.]/gu, '')
}
