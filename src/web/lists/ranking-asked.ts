import { z } from 'zod'
import { SECTIONS, type Section } from '../../model/tag.ts'
import type { RankingWindow } from '../../rank/ranking.ts'

/** Lists of the ranking: what has news of the last hour, day or week. */
export const RANKING_WINDOWS = ['hour', 'day', 'week'] as const satisfies readonly RankingWindow[]

/** What is asked of the ranking; null for no limit. */
export type RankingAsked = {
  window: RankingWindow
  section: Section | null
  /** Slug of a tag. */
  tag: string | null
  /** BCP 47: the language of the story's headline. */
  language: string | null
}

/** The ranking's part of an address, the same on the page, in its feeds, in the API and in the widget. */
export const RANKING_QUERY = {
  window: z.enum(RANKING_WINDOWS).optional().describe('How far back news may lie; day where it is not said'),
  section: z.enum(SECTIONS).optional(),
  tag: z.string().min(1).max(200).optional().describe('Slug of a tag: only stories that it stands on'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i, 'is no tag of a language')
    .max(35)
    .optional()
    .describe('BCP 47: the language of the story'),
}

type RankingQuery = { window?: RankingWindow | undefined; section?: Section | undefined } & {
  tag?: string | undefined
  language?: string | undefined
}

/** What an address asks of the ranking. */
export function rankingAsked({ window, section, tag, language }: RankingQuery): RankingAsked {
  return { window: window ?? 'day', section: section ?? null, tag: tag ?? null, language: language ?? null }
}

/** The address of the ranking that asks so: what is usual is left out. Begins with `?`, or is empty. */
export function rankingSearch(asked: RankingAsked): string {
  const query = new URLSearchParams()
  if (asked.window !== 'day') query.set('window', asked.window)
  for (const name of ['section', 'tag', 'language'] as const) {
    const value = asked[name]
    if (value !== null) query.set(name, value)
  }
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}
