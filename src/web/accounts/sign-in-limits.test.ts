import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Attempt, createSignInLimits } from './sign-in-limits.ts'

function limitsAt(startMs = 0) {
  let now = startMs
  const limits = createSignInLimits(() => now)
  return {
    ...limits,
    pass: (ms: number) => (now += ms),
    fail: (attempt: Attempt, times = 1) => {
      for (let time = 0; time < times; time++) limits.begin(attempt)
    },
  }
}

const from = (address: string | null, name = 'ada'): Attempt => ({ name, address })

describe('failed sign-ins of a name', () => {
  it('are free five times, then wait 1, 2, 4 … seconds, and fifteen minutes at most', () => {
    const limits = limitsAt()
    limits.fail(from(null), 4)
    assert.equal(limits.waitMs(from(null)), 0)
    for (const wait of [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]) {
      limits.fail(from(null))
      assert.equal(limits.waitMs(from(null)), wait * 1_000)
    }
  })

  it('are forgotten two hours after the last, and by a right password', () => {
    const limits = limitsAt()
    limits.fail(from(null), 20)
    limits.pass(2 * 60 * 60_000)
    assert.equal(limits.waitMs(from(null)), 0)
    limits.fail(from(null), 20)
    limits.succeed(from(null))
    limits.fail(from(null))
    assert.equal(limits.waitMs(from(null)), 0)
  })

  it('say nothing of other names, and are counted under another word where one is given', () => {
    const limits = limitsAt()
    limits.fail(from(null), 9)
    assert.equal(limits.waitMs(from(null, 'otto')), 0)
    assert.equal(limits.waitMs({ ...from(null), countedAs: 'session 1' }), 0)
  })
})

describe('failed sign-ins of an address', () => {
  it('are counted over all names: an IPv4 address and an IPv6 /64 after ten, the block around it after fifty', () => {
    const tries: [address: string, beside: string, far: string][] = [
      ['198.51.100.7', '198.51.100.8', '198.51.101.7'],
      ['2001:db8:1:2::7', '2001:db8:1:3::7', '2001:db8:2:2::7'],
    ]
    for (const [address, beside, far] of tries) {
      const limits = limitsAt()
      for (let n = 0; n < 10; n++) limits.fail(from(address, `name ${n}`))
      assert.equal(limits.waitMs(from(address, 'new')), 1_000, address)
      assert.equal(limits.waitMs(from(beside, 'new')), 0, beside)
      for (let n = 10; n < 50; n++) limits.fail(from(address, `name ${n}`))
      assert.equal(limits.waitMs(from(beside, 'new')), 1_000, beside)
      assert.equal(limits.waitMs(from(far, 'new')), 0, far)
    }
  })

  it('within one IPv6 /64 are one line', () => {
    const limits = limitsAt()
    for (let n = 0; n < 10; n++) limits.fail(from(`2001:db8:1:2::${n}`, `name ${n}`))
    assert.equal(limits.waitMs(from('2001:db8:1:2:ffff::1', 'new')), 1_000)
  })

  it('do not go by one right password: that clears its name, and takes back its own try alone', () => {
    const limits = limitsAt()
    for (let n = 0; n < 12; n++) limits.fail(from('198.51.100.7', `name ${n}`))
    limits.begin(from('198.51.100.7', 'own'))
    limits.succeed(from('198.51.100.7', 'own'))
    assert.ok(limits.waitMs(from('198.51.100.7', 'new')) > 0)
  })

  it('are not counted for this machine: behind a proxy that is not trusted it would be everybody', () => {
    const limits = limitsAt()
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '']) {
      for (let n = 0; n < 60; n++) limits.fail(from(address, `${address} ${n}`))
      assert.equal(limits.waitMs(from(address, 'new')), 0, address)
    }
  })
})

it('a flood of names takes no more than its room, and the one that fails now is always counted', () => {
  const limits = limitsAt()
  for (let n = 0; n < 30_000; n++) limits.begin(from(null, `name ${n}`))
  assert.equal(limits.waitMs(from(null, 'name 0')), 0)
  limits.fail(from(null, 'name 29999'), 4)
  assert.equal(limits.waitMs(from(null, 'name 29999')), 1_000)
})

it('gives what a count over all tries gives', () => {
  const act = fc.record({
    name: fc.constantFrom('ada', 'otto'),
    address: fc.constantFrom('198.51.100.7', '198.51.100.8', '203.0.113.1'),
    right: fc.boolean(),
    afterMs: fc.constantFrom(0, 500, 60_000, 3_000_000, 7_200_000),
  })
  const oracleWait = (
    past: { key: string; atMs: number; by: number; clears: boolean }[],
    key: string,
    free: number,
    now: number,
  ) => {
    let [failures, lastMs] = [0, Number.NEGATIVE_INFINITY]
    for (const one of past) {
      if (one.key !== key) continue
      if (one.atMs - lastMs >= 7_200_000) failures = 0
      failures = one.clears ? 0 : Math.max(0, failures + one.by)
      if (one.by === 1 || failures === 0) lastMs = failures === 0 ? Number.NEGATIVE_INFINITY : one.atMs
    }
    if (now - lastMs >= 7_200_000 || failures < free) return 0
    return Math.max(0, lastMs + Math.min(900_000, 1_000 * 2 ** (failures - free)) - now)
  }
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      const limits = limitsAt()
      const past: { key: string; atMs: number; by: number; clears: boolean }[] = []
      let now = 0
      for (const { name, address, right, afterMs } of acts) {
        now += afterMs
        limits.pass(afterMs)
        const keys = [
          { key: `name ${name}`, free: 5, isName: true },
          { key: `line ${address}`, free: 10, isName: false },
          { key: `near ${address.slice(0, address.lastIndexOf('.'))}`, free: 50, isName: false },
        ]
        const expected = Math.max(...keys.map(({ key, free }) => oracleWait(past, key, free, now)))
        assert.equal(limits.waitMs({ name, address }), expected)
        limits.begin({ name, address })
        for (const { key } of keys) past.push({ key, atMs: now, by: 1, clears: false })
        if (!right) continue
        limits.succeed({ name, address })
        for (const { key, isName } of keys) past.push({ key, atMs: now, by: -1, clears: isName })
      }
    }),
  )
})
