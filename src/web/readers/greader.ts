import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { tell } from '../errors.ts'
import { sign } from '../owner.ts'
import type { Site } from '../site.ts'
import { type GreaderCall, greaderCall } from './greader-call.ts'
import { editTag, markAllRead } from './greader-marks.ts'
import { streamAtom, streamContents, streamItemIds, streamItems } from './greader-streams.ts'
import {
  disableTag,
  editSubscription,
  exportSubscriptions,
  listSubscriptions,
  listTags,
  quickAdd,
  renameTag,
  unreadCounts,
  userInfo,
} from './greader-subscriptions.ts'
import { type Reader, readerByTicket, readerTicket } from './reader-auth.ts'
import { formAndQuery } from './request-body.ts'

type Handler = (call: GreaderCall) => Response | Promise<Response>

/** Calls of a signed-in reader, below `/reader`. `*` stands for the name of a stream. Apps send most of them by either method. */
const CALLS: Readonly<Record<string, Handler>> = {
  '/api/0/token': ({ c, site, reader }) => c.text(sessionToken(site, reader)),
  '/api/0/user-info': userInfo,
  '/api/0/subscription/list': listSubscriptions,
  '/api/0/subscription/edit': editSubscription,
  '/api/0/subscription/quickadd': quickAdd,
  '/api/0/subscription/export': exportSubscriptions,
  '/subscriptions/export': exportSubscriptions,
  '/api/0/tag/list': listTags,
  '/api/0/rename-tag': renameTag,
  '/api/0/disable-tag': disableTag,
  '/api/0/unread-count': unreadCounts,
  '/api/0/stream/items/ids': streamItemIds,
  '/api/0/stream/items/contents': streamItems,
  '/api/0/stream/contents': streamContents,
  '/api/0/stream/contents/*': streamContents,
  '/atom/*': streamAtom,
  '/api/0/edit-tag': editTag,
  '/api/0/mark-all-as-read': markAllRead,
}

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
  const ticket = /^GoogleLogin\s+auth=(\S{1,500})$/i.exec(c.req.header('authorization') ?? '')?.[1]
  const reader = ticket === undefined ? null : await readerByTicket(site, ticket)
  if (!reader) return c.text('Unauthorized\n', 401, { 'google-bad-token': 'true', 'www-authenticate': 'GoogleLogin' })
  c.header('cache-control', 'no-store')
  return handle(await greaderCall(site, c, reader))
}

/**
 * What apps send back as `T` with every change. It is not asked for: the Authorization header, which no foreign page can make a
 * browser send, is what proves the sender; several apps send nothing, or `x`. As long as the original's, which some apps check.
 */
function sessionToken(site: Site, reader: Reader): string {
  const TOKEN_LENGTH = 57
  return sign(site, `reader-session:${reader.name}`).padEnd(TOKEN_LENGTH, 'Z')
}
