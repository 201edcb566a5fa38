import { z } from 'zod'
import { AppError } from '../../model/errors.ts'
import { SECTIONS, type Section } from '../../model/tag.ts'

/** What a burst may be of; `tag` is any person, place, organisation, event, work or topic. */
export const PULSE_KINDS = [
  'story',
  'person',
  'place',
  'organisation',
  'event',
  'work',
  'topic',
  'section',
  'tag',
] as const
/** Lengths in hours of the windows that bursts are looked for in: sharp rises first. */
export const PULSE_WINDOWS = [1, 3, 6, 12, 24] as const

export type PulseKind = (typeof PULSE_KINDS)[number]
export type PulseWindow = (typeof PULSE_WINDOWS)[number]
/** A place in the list of what rises: after the burst of this score and key. */
export type PulseCursor = { score: number; key: string }

/** What is asked of the pulse; null for no limit. */
export type PulseAsked = {
  kind: PulseKind | null
  section: Section | null
  /** BCP 47: the language that most of a burst's texts are in. */
  language: string | null
  /** The window in which a burst stands out most. */
  window: PulseWindow | null
  /** How far back the last tick may lie. */
  hours: PulseWindow
  after: PulseCursor | null
}

/** The last tick is old news after so long: "now" is over. */
const DEFAULT_HOURS = 6

const HOURS = PULSE_WINDOWS.map(String)
const Hours = z
  .string()
  .refine((text) => HOURS.includes(text), `must be one of ${HOURS.join(', ')}`)
  .transform((text) => Number(text) as PulseWindow) // one of PULSE_WINDOWS by the check before

/** The pulse's part of an address, the same on the page, in its feeds and in the API. */
export const PULSE_QUERY = {
  kind: z.enum(PULSE_KINDS).optional(),
  section: z.enum(SECTIONS).optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i, 'is no tag of a language')
    .max(35)
    .optional()
    .describe('BCP 47: the language that most of the texts are in'),
  window: Hours.optional().describe('Hours of the window in which it stands out most'),
  hours: Hours.optional().describe('How far back the last tick may lie, in hours; 6 where it is not said'),
  after: z.string().max(300).optional().describe('Where the page before ended'),
}

const Query = z.object(PULSE_QUERY)

/** What an address asks of the pulse. @throws AppError invalid for a cursor that no page gave */
export function pulseAsked(query: z.output<typeof Query>): PulseAsked {
  const { kind = null, section = null, language = null, window = null, hours = DEFAULT_HOURS, after } = query
  return { kind, section, language, window, hours, after: after === undefined ? null : readCursor(after) }
}

/** The address of the pulse that asks so: what is usual is left out. Begins with `?`, or is empty. */
export function pulseSearch(asked: PulseAsked): string {
  const query = new URLSearchParams()
  for (const name of ['kind', 'section', 'language', 'window'] as const)
    if (asked[name] !== null) query.set(name, String(asked[name]))
  if (asked.hours !== DEFAULT_HOURS) query.set('hours', String(asked.hours))
  if (asked.after) query.set('after', writePulseCursor(asked.after))
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** A place in the list as an address carries it: `SCORE_KEY`. */
export function writePulseCursor({ score, key }: PulseCursor): string {
  return `${score}_${key}`
}

function readCursor(text: string): PulseCursor {
  const [, score, key] = /^(-?\d{1,9}(?:\.\d{1,20})?)_(.+)$/.exec(text) ?? []
  if (score === undefined || key === undefined)
    throw new AppError('invalid', `after: “${text}” is not a place in a list`)
  return { score: Number(score), key }
}
