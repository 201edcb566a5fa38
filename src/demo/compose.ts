import { DAY_MS, type EpochMs } from '../model/time.ts'
import {
  BACKGROUND_LEADS,
  BACKGROUND_TITLES,
  CLOSING,
  COLOUR,
  CRITIC_AGAIN,
  CRITIC_FRAMES,
  OFFICIAL_AGAIN,
  OFFICIAL_FRAMES,
  OPINION,
  OPINION_TITLES,
  REACTION_LEADS,
  REACTION_TITLES,
  RECAP,
  RUMOUR,
  RUMOUR_TITLES,
  WITNESS_FRAMES,
} from './common-phrases.ts'
import { capital, expand, type Facts, sentence } from './grammar.ts'
import type { Phase } from './kinds/story-kind.ts'
import { personName, streetName } from './names.ts'
import { type Random, seededRandom, shuffled } from './random.ts'
import type { Story } from './story.ts'

/** From which side a text tells its story. */
export type Angle = 'news' | 'reaction' | 'background' | 'opinion' | 'rumour'

/** What one text is to be; the same brief always gives the same text. */
export type Brief = {
  story: Story
  angle: Angle
  phase: Phase
  atMs: EpochMs
  seed: number
  /** The agency that writes it, so that it is told things by name; null for a paper. */
  agency: string | null
}

/** A text before it stands on anybody's page. */
export type Composed = { title: string; paragraphs: string[]; author: string }

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** English weekday of a moment, in UTC. */
export const weekdayOf = (atMs: EpochMs): string => WEEKDAYS[new Date(atMs).getUTCDay()]!

/** Writes the text of a brief: a title and 5 to 14 paragraphs. */
export function compose(brief: Brief): Composed {
  const random = seededRandom(brief.seed)
  const facts = textFacts(brief, random)
  const write = new Writer(brief, facts, random)
  const title = capital(expand(random.pick(titlesOf(brief)), facts, random))
  const author = personName(random).full
  return { title, paragraphs: paragraphsOf(brief, write, random), author }
}

/** What differs from text to text: days, a street, somebody met on it, the hour, who was told. */
export function textFacts(brief: Pick<Brief, 'story' | 'atMs' | 'agency'>, random: Random): Facts {
  const { story, atMs } = brief
  const witness = personName(random)
  const age = Math.floor(atMs / DAY_MS) - Math.floor(story.startMs / DAY_MS)
  return {
    ...story.facts,
    today: weekdayOf(atMs),
    yesterday: weekdayOf(atMs - DAY_MS),
    tomorrow: weekdayOf(atMs + DAY_MS),
    tomorrowWord: `on ${weekdayOf(atMs + DAY_MS)}`,
    whenStart: age <= 5 ? `on ${weekdayOf(story.startMs)}` : 'last week',
    hour: `${random.int(5, 23)}:${random.pick(['00', '10', '15', '20', '30', '40', '45'])}`,
    w: witness.full,
    wL: witness.last,
    wRole: random.pick(story.kind.wRoles),
    w2street: streetName(random),
    w2name: personName(random).full,
    ref: personName(random).full,
    told: brief.agency === null ? random.pick(['told reporters', 'said', 'told this paper']) : `told ${brief.agency}`,
  }
}

/** How somebody is quoted who has been introduced already. */
const AGAIN: ReadonlyMap<readonly string[], readonly string[]> = new Map([
  [OFFICIAL_FRAMES, OFFICIAL_AGAIN],
  [CRITIC_FRAMES, CRITIC_AGAIN],
])

/** Draws from pools without taking one template twice in a text. */
class Writer {
  private readonly facts: Facts
  private readonly random: Random
  private readonly met = new Set<readonly string[]>()
  private readonly left = new Map<readonly string[], string[]>()
  readonly brief: Brief

  constructor(brief: Brief, facts: Facts, random: Random) {
    this.brief = brief
    this.facts = facts
    this.random = random
  }

  /** One unused template of the pool as a sentence; empty when the pool is dry. */
  from(pool: readonly string[]): string {
    const template = this.draw(pool)
    return template === undefined ? '' : sentence(template, this.facts, this.random)
  }

  /** A quotation in a frame; empty when there is nothing left to say. */
  quote(frames: readonly string[], pool: readonly string[]): string {
    const template = this.draw(pool)
    if (template === undefined) return ''
    const said = capital(expand(template, this.facts, this.random))
    const again = this.met.has(frames) ? AGAIN.get(frames) : undefined
    this.met.add(frames)
    const text = expand(this.random.pick(again ?? frames), { ...this.facts, q: said }, this.random)
    return capital(endMarks(text))
  }

  private draw(pool: readonly string[]): string | undefined {
    let left = this.left.get(pool)
    if (left === undefined) {
      left = shuffled(pool, this.random)
      this.left.set(pool, left)
    }
    return left.pop()
  }
}

/** Puts a quotation's marks right: no comma after a question mark, one full stop at the end. */
function endMarks(text: string): string {
  const mended = text.replace(/([?!]),"/g, '$1"')
  return /[.?!]"?$/.test(mended) ? mended : mended.endsWith('"') ? `${mended.slice(0, -1)}."` : `${mended}.`
}

function titlesOf(brief: Brief): readonly string[] {
  if (brief.angle === 'news') return brief.story.kind.title[brief.phase]
  return { reaction: REACTION_TITLES, background: BACKGROUND_TITLES, opinion: OPINION_TITLES, rumour: RUMOUR_TITLES }[
    brief.angle
  ]
}

function paragraphsOf(brief: Brief, write: Writer, random: Random): string[] {
  const plan = { news, reaction, background, opinion, rumour }[brief.angle]
  return plan(write, random).filter((paragraph) => paragraph !== '')
}

const joined = (...sentences: readonly string[]): string => sentences.filter((text) => text !== '').join(' ')

function news(write: Writer, random: Random): string[] {
  const { kind } = write.brief.story
  const { phase } = write.brief
  const detail = kind.detail[phase]
  const middle = [
    () => write.quote(OFFICIAL_FRAMES, kind.official),
    () => joined(write.from(detail), random.chance(0.5) ? write.from(detail) : ''),
    () => write.quote(WITNESS_FRAMES, kind.witness),
    () => write.from(detail),
    () => joined(write.from(kind.background), random.chance(0.4) ? write.from(kind.background) : ''),
    () => write.from(COLOUR),
  ]
  const paragraphs = [joined(write.from(kind.lead[phase]), random.chance(0.35) ? write.from(detail) : '')]
  if (phase !== 'arrive') paragraphs.push(write.from(RECAP))
  for (const part of shuffled(middle, random).slice(0, random.int(4, 6))) paragraphs.push(part())
  if (random.chance(0.5)) paragraphs.push(write.quote(CRITIC_FRAMES, kind.critic))
  if (random.chance(0.4)) paragraphs.push(write.from(kind.background))
  if (random.chance(0.3)) paragraphs.push(write.quote(OFFICIAL_FRAMES, kind.official))
  if (random.chance(0.45)) paragraphs.push(write.from(CLOSING))
  return paragraphs
}

function reaction(write: Writer, random: Random): string[] {
  const { kind } = write.brief.story
  return [
    write.from(REACTION_LEADS),
    write.quote(CRITIC_FRAMES, kind.critic),
    write.from(kind.detail[write.brief.phase]),
    write.quote(CRITIC_FRAMES, kind.critic),
    write.quote(WITNESS_FRAMES, kind.witness),
    write.from(RECAP),
    random.chance(0.5) ? write.quote(OFFICIAL_FRAMES, kind.official) : write.from(COLOUR),
    write.from(kind.background),
  ]
}

function background(write: Writer, random: Random): string[] {
  const { kind } = write.brief.story
  const parts = [0, 1, 2, 3].map(() => () => write.from(kind.background))
  return [
    write.from(BACKGROUND_LEADS),
    ...parts.map((part) => part()),
    random.chance(0.5) ? write.from(RECAP) : '',
    write.quote(CRITIC_FRAMES, kind.critic),
    write.from(kind.detail[write.brief.phase]),
    random.chance(0.5) ? write.from(CLOSING) : '',
  ]
}

function opinion(write: Writer, random: Random): string[] {
  const { kind } = write.brief.story
  const own = Array.from({ length: random.int(3, 5) }, () => () => write.from(OPINION))
  const borrowed = [
    () => write.from(kind.background),
    () => write.quote(CRITIC_FRAMES, kind.critic),
    () => joined(write.from(kind.detail[write.brief.phase]), write.from(OPINION)),
    () => write.from(kind.background),
  ]
  const [first, ...others] = own
  return [first!, ...shuffled([...others, ...borrowed], random)].map((part) => part())
}

function rumour(write: Writer, random: Random): string[] {
  const { kind } = write.brief.story
  const own = [0, 1, 2].map(() => () => write.from(RUMOUR))
  const borrowed = [() => write.from(kind.detail.arrive), () => write.quote(WITNESS_FRAMES, kind.witness)]
  return [write.from(RUMOUR), ...shuffled([...own, ...borrowed], random).map((part) => part())]
}
