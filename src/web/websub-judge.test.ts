import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { describe, it } from 'node:test'
import { isSignedBy, judgeIntent } from './websub-judge.ts'

const TOPIC = 'https://paper.example/feed.xml'
const query = (fields: Record<string, string>): URLSearchParams => new URLSearchParams(fields)
async function* body(...pieces: string[]) {
  for (const piece of pieces) yield Buffer.from(piece)
}

describe('what a hub sends', () => {
  it('answers a challenge for what was asked alone', () => {
    const asked = { mode: 'subscribe' as const, topic: TOPIC }
    const good = { 'hub.mode': 'subscribe', 'hub.topic': TOPIC, 'hub.challenge': 'abc', 'hub.lease_seconds': '600' }
    assert.deepEqual(judgeIntent(query(good), asked), { ok: true, challenge: 'abc', leaseSeconds: 600 })
    assert.deepEqual(judgeIntent(query({ ...good, 'hub.topic': 'https://other.example/' }), asked), {
      ok: false,
      reason: 'not-asked-for',
    })
    assert.deepEqual(judgeIntent(query({ ...good, 'hub.mode': 'unsubscribe' }), asked), {
      ok: false,
      reason: 'not-asked-for',
    })
    assert.deepEqual(judgeIntent(query({ ...good, 'hub.mode': 'denied' }), asked), { ok: false, reason: 'denied' })
    assert.deepEqual(judgeIntent(query({ ...good, 'hub.challenge': '' }), asked), { ok: false, reason: 'malformed' })
  })

  it('believes content that the secret signed, by any method of the standard, and nothing else', async () => {
    const bytes = Buffer.from('<rss/>')
    for (const method of ['sha1', 'sha256', 'sha384', 'sha512']) {
      const signature = `${method}=${createHmac(method, 'secret').update(bytes).digest('hex')}`
      assert.ok(await isSignedBy(body('<r', 'ss/>'), signature, 'secret'))
      assert.ok(!(await isSignedBy(body('<rss/>'), signature, 'other')))
      assert.ok(!(await isSignedBy(body('<rss />'), signature, 'secret')))
      assert.ok(!(await isSignedBy(body('<rss/>'), signature.slice(0, -2), 'secret')))
    }
    for (const wrong of [null, '', 'md5=00', 'sha256=', 'sha256=zz', 'sha256'])
      assert.ok(!(await isSignedBy(body('<rss/>'), wrong, 'secret')))
  })

  it('is refused once it is larger than a feed may be, without being kept', async () => {
    async function* endless() {
      for (;;) yield new Uint8Array(1024 * 1024)
    }
    await assert.rejects(isSignedBy(endless(), 'sha256=00', 'secret'), { code: 'too_large' })
  })
})
