import type { Context } from 'hono'
import { AppError } from '../../model/errors.ts'

/** A host and port as the Host header may name them: a name, an IPv4 or a bracketed IPv6 address. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i

/**
 * What absolute addresses begin with, without a slash at the end: the configured address, else the one that was asked.
 * @throws AppError invalid when nothing is configured and the request names no host that could be one
 */
export function originOf(c: Context, baseUrl: string | null): string {
  if (baseUrl !== null && baseUrl !== '') return baseUrl.replace(/\/+$/, '')
  const host = c.req.header('host') ?? new URL(c.req.url).host
  if (!HOST.test(host)) throw new AppError('invalid', `the Host header "${host.slice(0, 100)}" names no host`)
  return `${new URL(c.req.url).protocol}//${host}`
}
