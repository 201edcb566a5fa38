import type { FactSentence, KnownDay, SourcedSentence, TimelineEntry, ToldText } from '../model/telling.ts'
import { resolveDay } from '../text/resolve-day.ts'
import { type TermMemory, type Terms, termOverlap } from './sentence-terms.ts'
import type { StoryCentre } from './story-centre.ts'

/** Entries of each list on a page. */
const MOST_ENTRIES = 12
/** Sentences of one day that are compared with one another: bounds the work of one page. */
const MAX_OF_A_DAY = 60
/** From this share of shared words on, two sentences tell one event of their day. */
const SAME_EVENT = 0.45
/** Entries of one day: what happened, not all that was written. */
const MOST_OF_A_DAY = 2

type Telling = {
  day: KnownDay
  sentence: SourcedSentence
  owner: string
  terms: Terms
  isAhead: boolean
  /** How near the sentence and its text are to what the story's other texts say. */
  near: number
}
/** Sentences that tell one event of a day; `owners` with the nearest sentence of each. */
type Event = { day: KnownDay; tellings: Telling[]; owners: Map<string, number>; isAhead: boolean }

/**
 * What was and what was announced, by the days that a story's texts speak of, each resolved against its own text's day of writing.
 * Sentences about one day that share most of their words are one event, told by the sentence that most of the others share words with.
 * Where there are more than a page shows, those come first that most owners tell and that say what the story's other texts say, exact days
 * before months and years; shown in order of time.
 */
export function storyTimeline(
  texts: readonly ToldText[],
  centre: StoryCentre,
  termsOf: TermMemory,
): { past: TimelineEntry[]; announced: TimelineEntry[] } {
  const tellings = texts.flatMap((text) => tellingsOf(text, centre, termsOf))
  const events = [...Map.groupBy(tellings, ({ day, isAhead }) => `${isAhead} ${day.precision} ${day.iso}`)]
    .map(([, ofDay]) => ofDay.slice(0, MAX_OF_A_DAY))
    .flatMap((ofDay) => eventsOf(ofDay).toSorted(byWorth).slice(0, MOST_OF_A_DAY))
  return {
    past: shown(events.filter((event) => !event.isAhead)),
    announced: shown(events.filter((event) => event.isAhead)),
  }
}

function tellingsOf(told: ToldText, centre: StoryCentre, termsOf: TermMemory): Telling[] {
  const { id, owner, language, writtenMs, facts } = told
  const textNear = Math.min(1, centre.nearness(told))
  const seen = new Set<string>()
  const days = facts.days.map(({ said, sentence }) => ({ day: resolveDay(said, writtenMs), sentence }))
  const dated = new Set(days.filter(({ day }) => day?.precision === 'day').map(({ sentence }) => sentence.text))
  return days.flatMap(({ day, sentence }) => {
    // "This week" and "this year" hold the day of writing: they name no day.
    if (!day || (day.precision !== 'day' && day.startMs <= writtenMs && writtenMs < day.endMs)) return []
    // "Passed 8.7 metres on Tuesday, a mark not seen since 1968" tells of Tuesday.
    if (day.precision !== 'day' && dated.has(sentence.text)) return []
    const key = `${day.iso} ${sentence.text}`
    if (seen.has(key)) return []
    seen.add(key)
    const terms = termsOf(sentence.text, language)
    const near = textNear * centre.share(terms, told)
    return [{ day, owner, isAhead: day.startMs > writtenMs, terms, near, sentence: sourced(sentence, id) }]
  })
}

function sourced({ text, block }: FactSentence, articleId: number): SourcedSentence {
  return { text, block, articleId }
}

/** Sentences of one day, each with those that tell the same. */
function eventsOf(tellings: readonly Telling[]): Event[] {
  const events: Event[] = []
  for (const telling of tellings) {
    const known = events.find((event) =>
      event.tellings.some((one) => termOverlap(one.terms, telling.terms) >= SAME_EVENT),
    )
    if (known) {
      known.tellings.push(telling)
      known.owners.set(telling.owner, Math.max(known.owners.get(telling.owner) ?? 0, telling.near))
    } else {
      const { day, isAhead, owner, near } = telling
      events.push({ day, isAhead, tellings: [telling], owners: new Map([[owner, near]]) })
    }
  }
  return events
}

const EXACTNESS = { day: 3, week: 2, month: 1, year: 0 } as const

function byWorth(a: Event, b: Event): number {
  return (
    worthOf(b) - worthOf(a) || EXACTNESS[b.day.precision] - EXACTNESS[a.day.precision] || b.day.startMs - a.day.startMs
  )
}

/** Owners, each by how near what it says is: one that says what nobody else does counts half at the least. */
function worthOf({ owners }: Event): number {
  let worth = 0
  for (const near of owners.values()) worth += 0.5 + near / 2
  return worth
}

function shown(events: readonly Event[]): TimelineEntry[] {
  return events
    .toSorted(byWorth)
    .slice(0, MOST_ENTRIES)
    .toSorted((a, b) => a.day.startMs - b.day.startMs || b.day.endMs - a.day.endMs || byWorth(a, b))
    .map((event) => ({ day: event.day, sentence: mostShared(event.tellings).sentence, owners: event.owners.size }))
}

/** The sentence that shares most with the others; the first of several alike. */
function mostShared(tellings: readonly Telling[]): Telling {
  const worth = (telling: Telling) => tellings.reduce((sum, other) => sum + termOverlap(telling.terms, other.terms), 0)
  let best = tellings[0]! // an event has a telling
  let bestWorth = worth(best)
  for (const telling of tellings.slice(1)) {
    const own = worth(telling)
    if (own <= bestWorth) continue
    best = telling
    bestWorth = own
  }
  return best
}
