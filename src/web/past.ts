import { z } from 'zod'
import { AppError } from '../model/errors.ts'
import type { EpochMs } from '../model/time.ts'
import { pastKeptSince } from '../store/kept-past.ts'
import type { Site } from './site.ts'
import type { PageParts } from './views/layout.ts'

/** `at` in an address: a moment in RFC 3339; without an offset it is UTC, as a form sends it. */
export const AtParam = z.iso
  .datetime({ offset: true, local: true, error: 'must be a moment in RFC 3339, such as 2026-06-10T14:20:00Z' })
  .transform((text) => Date.parse(/(?:Z|[+-]\d\d:\d\d)$/i.test(text) ? text : `${text}Z`))
  .optional()
  .describe('RFC 3339: what was shown at this moment; now where it is left out')

/** A moment as it stands in an address after what else is asked there (`?a=b` or nothing); the address itself for none. */
export function withMoment(address: string, atMs: EpochMs | undefined): string {
  if (atMs === undefined) return address
  return `${address}${address.includes('?') ? '&' : '?'}at=${new Date(atMs).toISOString()}`
}

/**
 * The site as it was at a moment: its lists give what they gave then. The site itself for none. One query for a moment.
 * @throws AppError invalid for a moment to come, not_found for one that is not kept any more
 */
export async function siteAt(site: Site, atMs: EpochMs | undefined): Promise<Site> {
  if (atMs === undefined) return site
  if (site.edition) throw new AppError('invalid', 'at: the past is told by the whole site alone')
  if (!(atMs <= site.now())) throw new AppError('invalid', `at: ${new Date(atMs).toISOString()} is yet to come`)
  const sinceMs = await pastKeptSince(site.store)
  if (sinceMs !== null && atMs < sinceMs)
    throw new AppError('not_found', `at: what was shown before ${new Date(sinceMs).toISOString()} is not kept any more`)
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
