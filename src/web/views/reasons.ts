import type { Reason, SaidReason } from '../../model/list.ts'
import { DAY_MS, HOUR_MS } from '../../model/time.ts'
import { languageName, listed, type MessageKey, say, sectionName } from './messages.ts'
import { speech } from './speech.ts'

/** Why an entry stands in a list, in the language of the page; as it was told to programs where it says no more. */
export function reasonText({ said, text }: Reason): string {
  return said === undefined ? text : saidText(said)
}

function saidText(said: SaidReason): string {
  switch (said.is) {
    case 'same-story':
      return say('reasonSame')
    case 'same-time':
      return say('reasonSameTime')
    case 'same-later':
      return say('reasonSameLater', { span: spanText(said.spanMs) })
    case 'same-earlier':
      return say('reasonSameEarlier', { span: spanText(said.spanMs) })
    case 'same-in-language':
      return say('reasonSameLanguage', { language: languageName(said.language) })
    case 'same-other-side':
      return say('reasonSameSide', { names: listed(said.names) })
    case 'also-about':
      return say('reasonAlso', { names: listed(said.names) })
    case 'background':
      return say('reasonBackground', { names: listed(said.names), month: monthText(said.atMs) })
    case 'follow-up':
      return say('reasonFollowUp', { names: listed(said.names), span: spanText(said.spanMs) })
    case 'side-in-language':
      return say('reasonSideLanguage', { names: listed(said.names), language: languageName(said.language) })
    case 'side-more-of':
      return say('reasonSideMore', { first: said.first, second: said.second })
    case 'similar-words':
      return said.names ? say('reasonWordsOf', { words: said.names.join(', ') }) : say('reasonWords')
    case 'rising':
      return say('listsRising')
    case 'own-reads':
      return say('reasonOwnReads', { n: said.reads })
    case 'own-new':
      return say('reasonOwnNew')
    case 'own-uncounted':
      return say('reasonOwnUncounted')
    case 'section-first':
      return say('reasonFirst', { section: sectionName(said.section) })
    case 'section-new':
      return say('reasonNew', { section: sectionName(said.section) })
    case 'section-newest':
      return say('reasonNewest', { section: sectionName(said.section) })
    case 'ranked':
      return rankedText(said)
  }
}

/** `rising, told by 5 owners, 2 in the last hour; 3 copies count nothing`: phrases that each stand for themselves, put in a row. */
function rankedText({ rising, owners, lastHour, copies, liked }: Extract<SaidReason, { is: 'ranked' }>): string {
  const phrases = [
    ...(rising ? [say('rankedRising')] : []),
    say('rankedTold', { n: owners }),
    ...(lastHour > 0 ? [say('explainLastHour', { n: lastHour })] : []),
    ...(liked ? [say('rankedLiked', { by: liked.by, n: liked.of })] : []),
  ]
  const told = phrases.reduce((first, second) => say('joinPhrases', { first, second }))
  return copies === 0 ? told : say('joinClauses', { first: told, second: say('rankedCopies', { n: copies }) })
}

/** The longest span that is told in hours, days and months. */
const MAX_HOURS = 36
const MAX_DAYS = 60
const MAX_MONTHS_DAYS = 700
const MONTH_DAYS = 30.4
const YEAR_DAYS = 365.25

/** A length of time, no finer than it matters: `3 hours`, `2 days`, `5 months`. */
function spanText(ms: number): string {
  const told = (key: MessageKey, n: number) => say(key, { n: Math.round(n) })
  if (ms / HOUR_MS < MAX_HOURS) return told('hours', ms / HOUR_MS)
  const days = ms / DAY_MS
  if (days < MAX_DAYS) return told('days', days)
  return days < MAX_MONTHS_DAYS ? told('months', days / MONTH_DAYS) : told('years', days / YEAR_DAYS)
}

function monthText(atMs: number): string {
  return speech().date(atMs, { month: 'long', year: 'numeric' })
}
