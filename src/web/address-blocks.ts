import { isIP } from 'node:net'

/** An address as votes are limited by: whose it likely is, and two blocks that one party may hold. All empty for what is no address. */
export type AddressBlocks = {
  /** One line: an IPv4 address, or the /64 that a house or telephone is given. */
  line: string
  /** IPv4 /24, IPv6 /48: what a site or a small host is given. */
  near: string
  /** IPv4 /16, IPv6 /32: what a provider is given. */
  wide: string
}

const NONE: AddressBlocks = { line: '', near: '', wide: '' }

/** The blocks of an address. An IPv4 address written as IPv6 (`::ffff:192.0.2.1`) is IPv4; a zone (`%eth0`) is left out. */
export function addressBlocks(address: string): AddressBlocks {
  const plain = address.split('%')[0] ?? ''
  const version = isIP(plain)
  if (version === 4) return blocksOfIPv4(plain.split('.'))
  if (version !== 6) return NONE
  const groups = groupsOf(plain)
  const [high = 0, low = 0] = groups.slice(6)
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff)
    return blocksOfIPv4([high >> 8, high & 255, low >> 8, low & 255].map(String))
  const block = (count: number) =>
    `${groups
      .slice(0, count)
      .map((group) => group.toString(16))
      .join(':')}::`
  return { line: block(4), near: block(3), wide: block(2) }
}

function blocksOfIPv4(parts: readonly string[]): AddressBlocks {
  const block = (count: number) => parts.slice(0, count).join('.')
  return { line: block(4), near: block(3), wide: block(2) }
}

/** The eight groups of an IPv6 address. `URL` writes it in its shortest form, dotted ends as groups. */
function groupsOf(address: string): number[] {
  const short = new URL(`http://[${address}]/`).hostname.slice(1, -1)
  const [left = '', right = ''] = short.split('::')
  const numbers = (text: string) => (text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16)))
  const [head, tail] = [numbers(left), numbers(right)]
  return [...head, ...new Array<number>(8 - head.length - tail.length).fill(0), ...tail]
}
