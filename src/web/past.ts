import { z } from 'zod'
import { AppError } from '../model/errors.ts'
import type { Site } from './site.ts'
import type { PageParts } from './views/layout.ts'

/** `at` in an address: a moment in RFC 3339; without an offset it is UTC, as a form sends it. */
export const AtParam = z.iso
  .datetime({ offset: true, local: true, error: 'must be a moment in RFC 3339, such as 2026-06-10T14:20:00Z' })
  .transform((text) => Date.parse(/(?:Z|[+-]\d\d:\d\d)$/i.test(text) ? text : `${text}Z`))
  .optional()
  .describe('RFC 3339: what was shown at this moment; now where it is left out')

/** The site as it was at a moment: its lists give what they gave then. The site itself for none. @throws AppError invalid for a moment to come */
export function siteAt(site: Site, atMs: number | undefined): Site {
  if (atMs === undefined) return site
  if (site.edition) throw new AppError('invalid', 'at: the past is told by the whole site alone')
  if (!(atMs <= site.now())) throw new AppError('invalid', `at: ${new Date(atMs).toISOString()} is yet to come`)
  return { ...site, now: () => atMs, asOf: atMs }
}

/** What a page says of the moment that it shows, for its reader to go to another. `asked`: what else stands in its address. */
export function momentParts(
  site: Site,
  path: string,
  asked: URLSearchParams = new URLSearchParams(),
): Pick<PageParts, 'noIndex' | 'moment'> {
  if (site.edition) return {}
  const moment = { path, asked: [...asked], atMs: site.asOf ?? null }
  return site.asOf === undefined ? { moment } : { noIndex: true, moment }
}
