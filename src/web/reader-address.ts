import type { Context } from 'hono'
import type { Site } from './site.ts'

type NodeEnv = { incoming?: { socket?: { remoteAddress?: string } } } | undefined

/** The peer's address; behind one's own proxy the last one that it forwarded. Empty where there is no socket. */
export function readerAddress(c: Context, site: Pick<Site, 'trustProxy'>): string {
  const forwarded = site.trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return forwarded ?? (c.env as NodeEnv)?.incoming?.socket?.remoteAddress ?? '' // as @hono/node-server hands it
}
