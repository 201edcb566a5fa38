import { z } from 'zod'
import { AppError } from '../../model/errors.ts'
import type { SiteScope } from '../../store/own-articles.ts'
import { RANKING_QUERY } from '../lists/ranking-asked.ts'
import { AtParam } from '../past.ts'
import { hostOf } from '../views/links.ts'

export const WIDGETS = ['related', 'ranking', 'recommendation', 'pulse', 'provenance'] as const
export type WidgetName = (typeof WIDGETS)[number]

export const WIDGET_THEMES = ['auto', 'light', 'dark'] as const
export const WIDGET_FACES = ['sans', 'serif'] as const
/** Pixels that letters and corners may have: what can still be read, and what still is a list. */
export const SIZE_RANGE = { least: 12, most: 24, usual: 15 } as const
export const MOST_RADIUS = 24
export const LIMIT_RANGE = { least: 1, most: 20, usual: 8 } as const

const COLOUR = /^#?[0-9a-f]{6}$/i
const colour = z
  .string()
  .regex(COLOUR, 'must be six hexadecimal digits')
  .transform((text) => `#${text.replace('#', '').toLowerCase()}`)

/** How a frame looks; colours as `#rrggbb`. */
export const WIDGET_LOOK = {
  theme: z.enum(WIDGET_THEMES).default('auto'),
  accent: colour.optional(),
  ground: z.union([z.literal('transparent'), colour]).optional(),
  face: z.enum(WIDGET_FACES).default('sans'),
  size: z.coerce.number().int().min(SIZE_RANGE.least).max(SIZE_RANGE.most).default(SIZE_RANGE.usual),
  radius: z.coerce.number().int().min(0).max(MOST_RADIUS).default(0),
  lines: z.enum(['yes', 'no']).default('yes'),
}

/** What a widget may be asked: the article by its key or by its own address, over what, how many entries, in which language, and how it looks. */
export const WidgetQuery = z.object({
  article: z.string().max(200).optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .optional(),
  ...RANKING_QUERY,
  at: AtParam,
  /** A publisher's own site alone: its host, or the number of a source. */
  site: z.string().min(1).max(253).optional(),
  limit: z.coerce.number().int().min(LIMIT_RANGE.least).max(LIMIT_RANGE.most).default(LIMIT_RANGE.usual),
  /** Language of our own words; the site's where it is not said, or not spoken here. */
  lang: z.string().max(35).optional(),
  ...WIDGET_LOOK,
})
export type WidgetAsked = z.output<typeof WidgetQuery>
export type WidgetLook = Pick<WidgetAsked, keyof typeof WIDGET_LOOK>

/** The one site that a list is over; null for all. @throws AppError invalid for what is neither a host nor a number */
export function scopeOf(site: string | undefined): SiteScope | null {
  if (site === undefined) return null
  if (/^\d{1,15}$/.test(site)) return { feedId: Number(site) }
  const host = /^[^\s/@:?#]+$/.test(site) ? hostOf(`https://${site}`) : null
  if (host === null) throw new AppError('invalid', `site: “${site}” is neither a host nor the number of a source`)
  return { host }
}
