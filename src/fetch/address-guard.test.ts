import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { judgeAddress, judgeUrl } from './address-guard.ts'

const SPECIAL = [
  '0.0.0.0',
  '0.255.255.255',
  '10.1.2.3',
  '100.64.0.1',
  '100.127.255.255',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.8',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.7',
  '203.0.113.9',
  '224.0.0.1',
  '239.255.255.250',
  '240.0.0.1',
  '255.255.255.255',
]
const PUBLIC = [
  '1.1.1.1',
  '100.63.255.255',
  '100.128.0.0',
  '128.0.0.1',
  '172.15.255.255',
  '172.32.0.0',
  '192.169.0.1',
  '198.20.0.0',
  '223.255.255.255',
]

describe('judgeAddress', () => {
  it('refuses special IPv4 in itself and inside every IPv6 that can carry it', () => {
    for (const address of SPECIAL) {
      const hex = address.split('.').map((part) => Number(part).toString(16).padStart(2, '0'))
      const pair = `${hex[0]}${hex[1]}:${hex[2]}${hex[3]}`
      const shapes = [
        address,
        `::ffff:${address}`,
        `::ffff:${pair}`,
        `::${address}`,
        `::${pair}`,
        `64:ff9b::${address}`,
        `2002:${pair}::1`,
        `2001:0:${pair}::`,
        `0:0:0:0:0:ffff:${pair}`,
      ]
      for (const shape of shapes) assert.equal(judgeAddress(shape), 'refuse', shape)
    }
  })

  it('allows public addresses on both sides of every special block', () => {
    for (const address of PUBLIC) {
      assert.equal(judgeAddress(address), 'allow', address)
      assert.equal(judgeAddress(`::ffff:${address}`), 'allow', `::ffff:${address}`)
    }
    for (const address of ['2001:4860::1', '2a00:1::1', '2400:cb00::1', '2600::'])
      assert.equal(judgeAddress(address), 'allow', address)
  })

  it('refuses IPv6 outside global unicast, zones, and what is no address', () => {
    for (const address of [
      '::',
      '::1',
      'fe80::1',
      'fe80::1%eth0',
      'fd00::1',
      'fc00::',
      'ff02::1',
      '4000::1',
      '100::1',
      '2001:db8::1',
      '3fff::1',
      '5f00::1',
      '',
      'localhost',
      '1.2.3',
      '2600::1%lo',
      '127.1',
    ])
      assert.equal(judgeAddress(address), 'refuse', address)
  })

  it('agrees with a slow table of prefixes on any IPv4', () => {
    const blocks = [
      '0.0.0.0/8',
      '10.0.0.0/8',
      '100.64.0.0/10',
      '127.0.0.0/8',
      '169.254.0.0/16',
      '172.16.0.0/12',
      '192.0.0.0/24',
      '192.0.2.0/24',
      '192.88.99.0/24',
      '192.168.0.0/16',
      '198.18.0.0/15',
      '198.51.100.0/24',
      '203.0.113.0/24',
      '224.0.0.0/3',
    ]
    const number = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
    const inside = (address: string): boolean =>
      blocks.some((block) => {
        const [net, bits] = block.split('/') as [string, string]
        const size = 2 ** (32 - Number(bits))
        return Math.floor(number(address) / size) === Math.floor(number(net) / size)
      })
    fc.assert(
      fc.property(fc.ipV4(), (address) => judgeAddress(address) === (inside(address) ? 'refuse' : 'allow')),
      { numRuns: 2_000 },
    )
  })
})

describe('judgeUrl', () => {
  const reason = (url: string, allow: readonly string[] = []): string => {
    const judged = judgeUrl(url, allow)
    return judged.ok ? 'ok' : judged.reason
  }

  it('reads addresses as the URL standard does before it judges', () => {
    for (const url of [
      'http://2130706433/',
      'http://0x7f.1/',
      'http://0177.0.0.1/',
      'http://127.1/',
      'http://127.0.0.1./',
      'http://[::ffff:7f00:1]/',
      'http://１２７.0.0.1/',
    ])
      assert.equal(reason(url), 'refused-address', url)
    assert.equal(reason('http://public.example/feed.xml'), 'ok')
  })

  it('refuses other schemes, user info, ports of other services and names of private networks', () => {
    assert.equal(reason('file:///etc/passwd'), 'refused-scheme')
    assert.equal(reason('feed:http://public.example/'), 'refused-scheme')
    assert.equal(reason('http://me:secret@public.example/'), 'refused-user-info')
    assert.equal(reason('http://public.example:6379/'), 'refused-port')
    assert.equal(reason('no address'), 'invalid-url')
    for (const host of [
      'localhost',
      'LOCALHOST.',
      'a.localhost',
      'router',
      'nas.local',
      'metadata.google.internal',
      'x.home.arpa',
    ])
      assert.equal(reason(`http://${host}/`), 'refused-address', host)
  })

  it('lets the owner list a host at one port, and no other port of it', () => {
    const allow = ['127.0.0.1:8900', 'nas.local:80', '[::1]:8080']
    assert.equal(reason('http://127.0.0.1:8900/x', allow), 'ok')
    assert.equal(reason('http://127.0.0.1:8901/x', allow), 'refused-address')
    assert.equal(reason('http://127.0.0.2:8900/x', allow), 'refused-address')
    assert.equal(reason('http://nas.local/', allow), 'ok')
    assert.equal(reason('https://nas.local/', allow), 'refused-address')
    assert.equal(reason('http://[::1]:8080/', allow), 'ok')
  })
})
