import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { tell } from '../errors.ts'
import { sign } from '../owner.ts'
import type { Site } from '../site.ts'
import { type GreaderCall, greaderCall } from './greader-call.ts'
import { editTag, markAllRead } from './greader-marks.ts'
import { searchItemIds, streamAtom, streamContents, streamItemIds, streamItems } from './greader-streams.ts'
import {
  disableTag,
  editSubscription,
  exportSubscriptions,
  importSubscriptions,
  listSubscriptions,
  listTags,
  preferences,
  quickAdd,
  renameTag,
  unreadCounts,
  userInfo,
} from './greader-subscriptions.ts'
import { type Reader, readerByTicket, readerTicket } from './reader-auth.ts'
import { bodyText, formAndQuery } from './request-body.ts'
import { iconPicture } from './source-icon.ts'

type Handler = (call: GreaderCall) => Response | Promise<Response>

/** Calls of a signed-in reader, below `/reader`. `*` stands for the name of a stream. Apps send most of them by either method. */
const CALLS: Readonly<Record<string, Handler>> = {
  '/api/0/token': ({ c, site, reader }) => c.text(sessionToken(site, reader)),
  '/api/0/user-info': userInfo,
  '/api/0/subscription/list': listSubscriptions,
  '/api/0/subscription/edit': editSubscription,
  '/api/0/subscription/quickadd': quickAdd,
  '/api/0/subscription/export': exportSubscriptions,
  '/api/0/subscription/import': importSubscriptions,
  '/subscriptions/export': exportSubscriptions,
  '/subscriptions/import': importSubscriptions,
  '/api/0/tag/list': listTags,
  '/api/0/rename-tag': renameTag,
  '/api/0/disable-tag': disableTag,
  '/api/0/unread-count': unreadCounts,
  '/api/0/preference/list': preferences,
  '/api/0/preference/stream/list': preferences,
  '/api/0/search/items/ids': searchItemIds,
  '/api/0/stream/items/ids': streamItemIds,
  '/api/0/stream/items/contents': streamItems,
  '/api/0/stream/contents': streamContents,
  '/api/0/stream/contents/*': streamContents,
  '/atom/*': streamAtom,
  '/api/0/edit-tag': editTag,
  '/api/0/mark-all-as-read': markAllRead,
}

/** A picture's address says all that it shows. */
const KEPT = 'public, max-age=31536000, immutable'

/** Where apps look for the contract: where FreshRSS has it, and at the root. */
const BASES = ['/api/greader.php', ''] as const

/** The Google Reader API, as FeedMe, Reeder, NetNewsWire, newsboat and others speak it. */
export function greaderRoutes(site: Site): Hono {
  const app = new Hono()
  app.onError((error, c) => {
    const { code, status, message } = tell(error)
    if (code === 'internal') site.log('greader-failed', { path: c.req.path, error: String(error) })
    return c.text(`${message}\n`, status as ContentfulStatusCode) // from the table of statuses
  })
  for (const base of BASES) {
    for (const end of ['', '/'])
      app.on(['GET', 'POST'], `${base}/accounts/ClientLogin${end}`, (c) => clientLogin(site, c))
    for (const [path, handle] of Object.entries(CALLS))
      for (const end of path.endsWith('*') ? [''] : ['', '/'])
        app.on(['GET', 'POST'], `${base}/reader${path}${end}`, (c) => signedCall(site, c, handle))
  }
  // What apps ask first to see whether the address is right.
  app.get('/api/greader.php', (c) => c.text('OK'))
  app.get('/feed-icon/:name{[0-9a-f]{1,8}-\\d{1,3}\\.png}', (c) => {
    const [letter, hue] = c.req.param('name').replace('.png', '').split('-')
    const picture = iconPicture({ letter: Number.parseInt(letter ?? '', 16), hue: Number(hue) })
    return c.body(Uint8Array.from(picture), 200, { 'content-type': 'image/png', 'cache-control': KEPT })
  })
  return app
}

async function clientLogin(site: Site, c: Context): Promise<Response> {
  const words = await formAndQuery(c)
  const given = { name: words.get('Email') ?? '', password: words.get('Passwd') ?? '' }
  const ticket = await readerTicket(c, site, given)
  if (ticket === null) return c.text('Error=BadAuthentication\n', 401)
  c.header('cache-control', 'no-store')
  if (words.get('output') === 'json') return c.json({ SID: ticket, LSID: 'null', Auth: ticket })
  return c.text(`SID=${ticket}\nLSID=null\nAuth=${ticket}\n`)
}

async function signedCall(site: Site, c: Context, handle: Handler): Promise<Response> {
  const ticket = await ticketSent(c)
  const reader = ticket === null ? null : await readerByTicket(site, ticket)
  if (!reader) return c.text('Unauthorized\n', 401, { 'google-bad-token': 'true', 'www-authenticate': 'GoogleLogin' })
  c.header('cache-control', 'no-store')
  return handle(await greaderCall(site, c, reader))
}

/** The ticket of the header; Liferea asks for whole items without it, and sends the ticket as `T` of its form: as secret, and never by itself. */
async function ticketSent(c: Context): Promise<string | null> {
  const header = c.req.header('authorization')
  if (header !== undefined) return /^GoogleLogin\s+auth=(\S{1,500})$/i.exec(header)?.[1] ?? null
  if (c.req.method !== 'POST' || (c.req.header('content-type') ?? '').startsWith('multipart/')) return null
  return new URLSearchParams(await bodyText(c)).get('T')
}

/**
 * What apps send back as `T` with every change. It is not asked for: the Authorization header, which no foreign page can make a
 * browser send, is what proves the sender; several apps send nothing, or `x`. As long as the original's, which some apps check.
 */
function sessionToken(site: Site, reader: Reader): string {
  const TOKEN_LENGTH = 57
  return sign(site, `reader-session:${reader.name}`).padEnd(TOKEN_LENGTH, 'Z')
}
