import { BlockList, isIP } from 'node:net'
import type { Result } from '../model/result.ts'

/**
 * IPv4 that is nobody's public server. **Source:** IANA IPv4 Special-Purpose Address Registry (RFC 6890 and later),
 * rows not globally reachable, with multicast (RFC 5771) and the deprecated 6to4 relays (RFC 7526).
 */
const SPECIAL_V4: readonly (readonly [net: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** Parts of 2000::/3 that are not. **Source:** IANA IPv6 Special-Purpose Address Registry; 6to4 and Teredo carry IPv4 inside. */
const SPECIAL_V6: readonly (readonly [net: string, bits: number])[] = [
  ['2001::', 23], // protocol assignments, Teredo, ORCHID, benchmarking
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

/** Ports that speak something else, as browsers refuse them. **Source:** WHATWG Fetch, "bad port" list. */
const BAD_PORTS: ReadonlySet<number> = new Set([
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
  111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
  540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
  6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080, 11211, 27017,
])

// Names that never lead to a public server: RFC 6761, 6762, 8375, and the private top level of ICANN (2024).
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|localdomain|home\.arpa)$/

const special = new BlockList()
for (const [net, bits] of SPECIAL_V4) special.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of SPECIAL_V6) special.addSubnet(net, bits, 'ipv6')
const globalUnicast = new BlockList()
globalUnicast.addSubnet('2000::', 3, 'ipv6')
const mapped = new BlockList()
mapped.addSubnet('::ffff:0:0', 96, 'ipv6')

/**
 * Whether one address may be connected to: public IPv4, and IPv6 in 2000::/3 outside the special blocks.
 * IPv4 inside IPv6 (`::ffff:a.b.c.d`) is judged as the IPv4 that it is. Anything that is no address is refused.
 */
export function judgeAddress(address: string): 'allow' | 'refuse' {
  const version = isIP(address)
  if (version === 4) return special.check(address, 'ipv4') ? 'refuse' : 'allow'
  // A zone ("%eth0") names a link of this machine.
  if (version !== 6 || address.includes('%')) return 'refuse'
  // BlockList looks a mapped address up among its IPv4 rules by itself.
  if (mapped.check(address, 'ipv6')) return special.check(address, 'ipv6') ? 'refuse' : 'allow'
  return globalUnicast.check(address, 'ipv6') && !special.check(address, 'ipv6') ? 'allow' : 'refuse'
}

export type RefusedUrl = 'invalid-url' | 'refused-scheme' | 'refused-user-info' | 'refused-port' | 'refused-address'

/** The address rule with the owner's list: `HOST:PORT` lets that host, or that very address, through at that port alone. */
export function mayConnect(address: string, host: string, port: number, allowPrivate: readonly string[]): boolean {
  return (
    judgeAddress(address) === 'allow' || isListed(address, port, allowPrivate) || isListed(host, port, allowPrivate)
  )
}

/** Whether the owner listed this host or address at this port. IPv6 is listed in brackets. */
export function isListed(host: string, port: number, allowPrivate: readonly string[]): boolean {
  const name = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
  return allowPrivate.includes(`${name}:${port}`)
}

/** The port that a URL leads to. */
export const portOf = (url: URL): number => Number(url.port) || (url.protocol === 'https:' ? 443 : 80)

/** The host without the brackets of IPv6 and without the root's dot. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')

/**
 * Whether a URL may be fetched, as far as it can be told before a name is looked up. A public-looking name passes here
 * and is judged again by its addresses at the moment of connecting.
 */
export function judgeUrl(text: string, allowPrivate: readonly string[]): Result<URL, RefusedUrl> {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null) return refuse('invalid-url', `"${shortened(text)}" is not a web address.`)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return refuse('refused-scheme', `Only http and https are fetched, not ${url.protocol.slice(0, 40)}`)
  if (url.username !== '' || url.password !== '')
    return refuse('refused-user-info', 'An address with a user name or password in it is not fetched.')
  const host = hostOf(url)
  const port = portOf(url)
  if (isListed(host, port, allowPrivate)) return { ok: true, value: url }
  if (BAD_PORTS.has(port)) return refuse('refused-port', `Port ${port} belongs to another service than the web.`)
  const refused = isIP(host) === 0 ? isPrivateName(host) : judgeAddress(host) === 'refuse'
  if (refused) {
    const detail = `${shortened(host)} is not a public address; list ${shortened(url.hostname)}:${port} in TRENDPULSE_ALLOW_PRIVATE if it should be fetched.`
    return refuse('refused-address', detail)
  }
  return { ok: true, value: url }
}

/** Single labels ("intranet") are looked up in the local domain: never public. */
const isPrivateName = (host: string): boolean => !host.includes('.') || PRIVATE_NAME.test(host)

const refuse = (reason: RefusedUrl, detail: string): Result<URL, RefusedUrl> => ({ ok: false, reason, detail })
const shortened = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}…` : text)
