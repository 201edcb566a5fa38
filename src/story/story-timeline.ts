import type { FactSentence, KnownDay, SourcedSentence, TimelineEntry, ToldText } from '../model/telling.ts'
import { resolveDay } from '../text/resolve-day.ts'
import { sentenceTerms, termOverlap } from './sentence-terms.ts'

/** Entries of each list on a page. */
const MOST_ENTRIES = 12
/** Sentences of one day that are compared with one another: bounds the work of one page. */
const MAX_OF_A_DAY = 60
/** From this share of shared words on, two sentences tell one event of their day. */
const SAME_EVENT = 0.45
/** Entries of one day: what happened, not all that was written. */
const MOST_OF_A_DAY = 2

type Telling = { day: KnownDay; sentence: SourcedSentence; owner: string; terms: Map<string, number>; isAhead: boolean }
type Event = { day: KnownDay; tellings: Telling[]; owners: Set<string>; isAhead: boolean }

/**
 * What was and what was announced, by the days that a story's texts speak of, each resolved against its own text's day of writing.
 * Sentences about one day that share most of their words are one event, told by the sentence that most of the others share words with.
 * Where there are more than a page shows, those that several owners tell come first, exact days before months and years; shown in order of time.
 */
export function storyTimeline(texts: readonly ToldText[]): { past: TimelineEntry[]; announced: TimelineEntry[] } {
  const events = [
    ...Map.groupBy(texts.flatMap(tellingsOf), ({ day, isAhead }) => `${isAhead} ${day.precision} ${day.iso}`),
  ]
    .map(([, tellings]) => tellings.slice(0, MAX_OF_A_DAY))
    .flatMap((tellings) => eventsOf(tellings).toSorted(byWorth).slice(0, MOST_OF_A_DAY))
  return {
    past: shown(events.filter((event) => !event.isAhead)),
    announced: shown(events.filter((event) => event.isAhead)),
  }
}

function tellingsOf({ id, owner, language, writtenMs, facts }: ToldText): Telling[] {
  const seen = new Set<string>()
  const dated = new Set(
    facts.days
      .filter(({ said }) => resolveDay(said, writtenMs)?.precision === 'day')
      .map(({ sentence }) => sentence.text),
  )
  return facts.days.flatMap(({ said, sentence }) => {
    const day = resolveDay(said, writtenMs)
    // "This week" and "this year" hold the day of writing: they name no day.
    if (!day || (day.precision !== 'day' && day.startMs <= writtenMs && writtenMs < day.endMs)) return []
    // "Passed 8.7 metres on Tuesday, a mark not seen since 1968" tells of Tuesday.
    if (day.precision !== 'day' && dated.has(sentence.text)) return []
    const key = `${day.iso} ${sentence.text}`
    if (seen.has(key)) return []
    seen.add(key)
    return [
      {
        day,
        owner,
        isAhead: day.startMs > writtenMs,
        terms: sentenceTerms(sentence.text, language),
        sentence: sourced(sentence, id),
      },
    ]
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
      known.owners.add(telling.owner)
    } else {
      events.push({ day: telling.day, isAhead: telling.isAhead, tellings: [telling], owners: new Set([telling.owner]) })
    }
  }
  return events
}

const EXACTNESS = { day: 3, week: 2, month: 1, year: 0 } as const

function byWorth(a: Event, b: Event): number {
  return (
    b.owners.size - a.owners.size ||
    EXACTNESS[b.day.precision] - EXACTNESS[a.day.precision] ||
    b.day.startMs - a.day.startMs
  )
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
