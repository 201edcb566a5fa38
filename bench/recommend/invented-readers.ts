import { type Random, seededRandom } from '../../src/demo/random.ts'
import { demoArticles } from '../../src/demo/world.ts'
import { DAY_MS, type EpochMs, HOUR_MS } from '../../src/model/time.ts'
import type { VisitEvent } from '../../src/rank/recommend.ts'

/** A story of the invented world, as lists see it. `voicesMs`: when each of its texts that are no copies came, in order of time. */
export type InventedStory = {
  key: string
  title: string
  section: string
  tags: readonly string[]
  owner: string
  voicesMs: readonly EpochMs[]
}

/** One visit of an invented reader, the reader's earlier ones before it in the list. */
export type InventedVisit = { reader: number; session: string; atMs: EpochMs; items: readonly string[] }

export type InventedReaders = { stories: readonly InventedStory[]; visits: readonly InventedVisit[]; endMs: EpochMs }

export type InventedOptions = { seed: number; articles: number; readers: number; visits: number; endMs: EpochMs }

/** What draws a reader: e to this, for a name that the reader follows, a story of the section, one by the last story's side, and each doubling of voices. */
const DRAWN = { name: 2.2, section: 0.8, beside: 1.6, voices: 0.7 } as const
/** A story draws half as much after this long; none is read after two days. */
const HALF_LIFE_MS = 8 * HOUR_MS
const READ_MS = 2 * DAY_MS
/** Days of the world's end in which visits are made. */
const VISIT_DAYS = 4
/** Names that a reader follows, drawn from those of stories. */
const FOLLOWED = 4
const MOST_READ = 8

/**
 * Readers of the invented news world: each follows some names and one section, reads what is new and much told, and goes on to stories
 * by the side of what was read. Invented: figures on them say what breaks, not how real readers would be served.
 */
export function inventedReaders({ seed, articles, readers, visits, endMs }: InventedOptions): InventedReaders {
  const random = seededRandom(seed)
  const stories = inventedStories(seed, articles, endMs)
  const named = stories.filter(({ tags }) => tags.length > 0)
  const people = Array.from({ length: readers }, () => ({
    section: random.pick(stories).section,
    names: new Set(Array.from({ length: FOLLOWED }, () => random.pick(random.pick(named).tags))),
  }))
  const moments = Array.from({ length: visits }, () => endMs - random.next() * VISIT_DAYS * DAY_MS).sort(
    (a, b) => a - b,
  )
  const read = people.map(() => new Set<string>())
  const made = moments.map((atMs, nth): InventedVisit => {
    const reader = random.int(0, readers - 1)
    const open = openAt(stories, atMs)
    const items: string[] = []
    let last: InventedStory | null = null
    const length = random.int(2, MOST_READ)
    while (items.length < length) {
      const choices = open.filter(({ key }) => !read[reader]!.has(key))
      const chosen = draw(choices, (story) => drawOf(story, people[reader]!, last, atMs), random)
      if (!chosen) break
      items.push(chosen.key)
      read[reader]!.add(chosen.key)
      last = chosen
    }
    return { reader, session: `${reader}-${nth}`, atMs, items }
  })
  return { stories, visits: made.filter(({ items }) => items.length > 1), endMs }
}

/** Stories that are told at a moment and not yet old: what a site would offer. */
export function openAt(stories: readonly InventedStory[], atMs: EpochMs): InventedStory[] {
  return stories.filter(({ voicesMs }) => voicesMs[0]! <= atMs && atMs - voicesMs[0]! < READ_MS) // a story has a voice
}

/** How many had told a story at a moment. */
export function voicesAt({ voicesMs }: InventedStory, atMs: EpochMs): number {
  return voicesMs.filter((voiceMs) => voiceMs <= atMs).length
}

/** All readings of some visits, a minute apart, in order of time. */
export function readingsOf(visits: readonly InventedVisit[]): VisitEvent[] {
  return visits
    .flatMap(({ session, items, atMs }) => items.map((item, at) => ({ session, item, atMs: atMs + at * 60_000 })))
    .sort((a, b) => a.atMs - b.atMs)
}

function inventedStories(seed: number, articles: number, endMs: EpochMs): InventedStory[] {
  const found = new Map<string, Omit<InventedStory, 'tags'> & { tags: Set<string> }>()
  for (const { article, truth, section, host, firstSeenMs } of demoArticles({ seed, articles, endMs, days: 7 })) {
    if (truth.copyOf !== null) continue
    const known = found.get(truth.story)
    const story = known ?? {
      key: truth.story,
      title: article.title ?? '',
      section,
      tags: new Set<string>(),
      owner: host,
      voicesMs: [],
    }
    for (const tag of article.tags) story.tags.add(tag)
    const owner = story.owner === host ? host : `story:${truth.story}`
    found.set(truth.story, { ...story, owner, voicesMs: [...story.voicesMs, firstSeenMs] })
  }
  return [...found.values()].map((story) => ({ ...story, tags: [...story.tags] }))
}

type Person = { section: string; names: ReadonlySet<string> }

function drawOf(story: InventedStory, person: Person, last: InventedStory | null, atMs: EpochMs): number {
  const names = story.tags.filter((tag) => person.names.has(tag)).length
  const beside = last === null ? 0 : story.tags.filter((tag) => last.tags.includes(tag)).length / 3
  const interest =
    DRAWN.name * Math.min(2, names) +
    (story.section === person.section ? DRAWN.section : 0) +
    DRAWN.beside * Math.min(1, beside) +
    DRAWN.voices * Math.log2(1 + voicesAt(story, atMs))
  return Math.exp(interest) * 0.5 ** ((atMs - story.voicesMs[0]!) / HALF_LIFE_MS)
}

function draw<One>(ones: readonly One[], weightOf: (one: One) => number, random: Random): One | null {
  const weights = ones.map(weightOf)
  let left = random.next() * weights.reduce((sum, weight) => sum + weight, 0)
  return ones.find((_, at) => (left -= weights[at]!) < 0) ?? null
}
