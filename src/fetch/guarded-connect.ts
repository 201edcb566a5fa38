import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import { judgeAddress, mayConnect } from './address-guard.ts'

/** Looks a name up; all addresses that it has. Handed in by tests. */
export type Lookup = (hostname: string) => Promise<readonly LookupAddress[]>

/** The connection was refused because no address of the name is public. */
export class RefusedAddressError extends Error {
  override name = 'RefusedAddressError'
  readonly host: string
  constructor(host: string) {
    super(`${host} leads to no public address`)
    this.host = host
  }
}

/** The name could not be looked up. */
export class LookupFailedError extends Error {
  override name = 'LookupFailedError'
}

/** The system's own resolver, hosts file included, in its order. */
export const systemLookup: Lookup = (hostname) => lookup(hostname, { all: true, order: 'verbatim' })

export type GuardedConnectOptions = { allowPrivate: readonly string[]; connectMs: number; lookup: Lookup }

/**
 * An undici connector that looks the name up itself, judges every address, and connects to the judged addresses only:
 * a name that answers differently the next time (rebinding) changes nothing. undici calls no lookup for literals,
 * so these are judged here as well.
 */
export function guardedConnect(options: GuardedConnectOptions): buildConnector.connector {
  return (target, callback) => {
    const host = target.hostname.replace(/^\[|\]$/g, '')
    const port = Number(target.port) || (target.protocol === 'https:' ? 443 : 80)
    judgedAddresses(host, port, options).then(
      (addresses) => {
        const connect = buildConnector({
          allowH2: false,
          timeout: options.connectMs,
          autoSelectFamily: addresses.length > 1,
          lookup: answering(addresses),
        })
        connect(target, (error, socket) => {
          if (error !== null) return callback(error, null)
          // The last word has the socket itself.
          const remote = socket.remoteAddress ?? ''
          if (
            !addresses.some(({ address }) => address === remote) &&
            !mayConnect(remote, host, port, options.allowPrivate)
          ) {
            socket.destroy()
            return callback(new RefusedAddressError(host), null)
          }
          callback(null, socket)
        })
      },
      (error: Error) => callback(error, null),
    )
  }
}

async function judgedAddresses(host: string, port: number, options: GuardedConnectOptions): Promise<LookupAddress[]> {
  const family = isIP(host)
  const found = family === 0 ? await lookedUp(host, options) : [{ address: host, family }]
  const allowed = found.filter(({ address }) => mayConnect(address, host, port, options.allowPrivate))
  if (allowed.length === 0) throw new RefusedAddressError(host)
  // Public addresses first: a listed private one is for names that have no other.
  return allowed.sort(
    (one, other) => Number(judgeAddress(other.address) === 'allow') - Number(judgeAddress(one.address) === 'allow'),
  )
}

async function lookedUp(host: string, options: GuardedConnectOptions): Promise<readonly LookupAddress[]> {
  try {
    const found = await within(options.connectMs, options.lookup(host))
    if (found.length === 0) throw new Error('no address')
    return found
  } catch (cause) {
    throw new LookupFailedError(`${host} cannot be found`, { cause })
  }
}

/** The promise's value, or a rejection when it takes too long; a resolver can hang. */
function within<Value>(waitMs: number, promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer in ${waitMs} ms`)), waitMs)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

const answering =
  (addresses: readonly LookupAddress[]): LookupFunction =>
  (_hostname, options, callback) => {
    if (options.all === true) callback(null, [...addresses])
    else callback(null, addresses[0]!.address, addresses[0]!.family)
  }
