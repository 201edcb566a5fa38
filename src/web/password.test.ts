import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hashPassword, MAX_PASSWORD, verifyPassword } from './password.ts'

describe('a kept password', () => {
  it('is known again, and no other is; two hashes of one differ', async () => {
    const [one, other] = await Promise.all([hashPassword('long enough'), hashPassword('long enough')])
    assert.notEqual(one, other)
    assert.match(one, /^argon2id\$[\w-]{22}\$[\w-]{43}$/)
    assert.deepEqual(
      [await verifyPassword('long enough', one), await verifyPassword('Long enough', one)],
      [true, false],
    )
  })

  it('is nobody’s where there is none, or what is kept is no hash', async () => {
    assert.equal(await verifyPassword('', null), false)
    for (const kept of ['', 'x', 'argon2id$x', 'md5$AAAA$AAAA', 'argon2id$$'])
      assert.equal(await verifyPassword('x', kept), false, kept)
    assert.equal(await verifyPassword('x', `argon2id$${'A'.repeat(22)}$AAAA`), false, 'of another length')
    assert.equal(await verifyPassword('x'.repeat(MAX_PASSWORD + 1), null), false)
  })

  it('costs as much to look for where there is none', async () => {
    const kept = await hashPassword('long enough')
    const costOf = async (stored: string | null) => {
      const before = process.cpuUsage()
      await verifyPassword('something else', stored)
      const { user, system } = process.cpuUsage(before)
      return user + system
    }
    const [known, unknown] = [await costOf(kept), await costOf(null)]
    assert.ok(unknown > known / 3, `${unknown} µs against ${known} µs`)
  })
})

it('of many passwords at once some wait and the rest are told to come again; then it goes on as before', async () => {
  const tries = await Promise.allSettled(Array.from({ length: 30 }, () => hashPassword('long enough')))
  const refused = tries.filter((one) => one.status === 'rejected')
  assert.equal(refused.length, 8, 'two run, twenty wait')
  assert.ok(refused.every((one) => one.reason.code === 'too_often'))
  assert.ok(await verifyPassword('long enough', await hashPassword('long enough')))
})
