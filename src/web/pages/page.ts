import type { Context } from 'hono'
import { AppError } from '../../model/errors.ts'
import type { Role } from '../../store/accounts.ts'
import type { VotedOn } from '../device-votes.ts'
import type { Site } from '../site.ts'
import type { Viewer } from '../viewer.ts'
import type { PageParts } from '../views/layout.ts'

/** What a route makes of a request: a page (`voted`: what its readers are counted for), or the address where it is now. */
export type PageAnswer = { parts: PageParts; voted?: VotedOn; status?: number } | { movedTo: string }

/** One page's route: what it shows, for whom it may be kept. Pages of a viewer with an account are made anew each time. */
export type PageRoute = {
  path: string
  /** Query parameters that change the page; others are no part of its address. */
  asks: readonly string[]
  /** Milliseconds that a finished page is kept while nothing stored has changed. */
  keepMs: number
  /** Shown to one reader alone: no cache keeps it, not even the browser's. */
  isPrivate?: true
  /** The least role that may see it; others are told so before it is made. Absent: everybody. */
  needs?: Role
  make: (site: Site, c: Context, viewer: Viewer) => Promise<PageAnswer>
}

/** Lists that tell of "now" are made anew after a minute. */
export const KEEP_LIST_MS = 60_000
/** Pages that tell only of what is stored: another process (a verb) may store beside this one, unheard. */
export const KEEP_CONTENT_MS = 120_000

/** @throws AppError not_found, naming what was looked for */
export function notFound(what: string, name: string): never {
  throw new AppError('not_found', `there is no ${what} “${name.slice(0, 100)}” here`)
}

/** Sends a page that no cache keeps: what a form answers with where a redirect could not carry it. */
export type ShowPage = (c: Context, page: { parts: PageParts; status: number }) => Promise<Response>
