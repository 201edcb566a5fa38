import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { describe, it } from 'node:test'
import { isSignedBy, judgeIntent, subscriptionForm } from './websub.ts'

const TOPIC = 'https://paper.example/feed.xml'
const query = (fields: Record<string, string>): URLSearchParams => new URLSearchParams(fields)

describe('WebSub', () => {
  it('asks the hub with all that it needs, and bounds the lease', () => {
    const { body, contentType } = subscriptionForm('subscribe', {
      topic: TOPIC,
      callback: 'https://us.example/hub/k?x=1',
      secret: 's',
      leaseSeconds: 1e9,
    })
    const form = new URLSearchParams(body)
    assert.equal(contentType, 'application/x-www-form-urlencoded')
    assert.deepEqual(
      [form.get('hub.mode'), form.get('hub.topic'), form.get('hub.callback'), form.get('hub.lease_seconds')],
      ['subscribe', TOPIC, 'https://us.example/hub/k?x=1', '864000'],
    )
    assert.throws(
      () => subscriptionForm('subscribe', { topic: TOPIC, callback: 'x', secret: 'é'.repeat(100), leaseSeconds: 60 }),
      RangeError,
    )
  })

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

  it('believes content that the secret signed, by any method of the standard, and nothing else', () => {
    const body = Buffer.from('<rss/>')
    for (const method of ['sha1', 'sha256', 'sha384', 'sha512']) {
      const signature = `${method}=${createHmac(method, 'secret').update(body).digest('hex')}`
      assert.ok(isSignedBy(body, signature, 'secret'))
      assert.ok(!isSignedBy(body, signature, 'other'))
      assert.ok(!isSignedBy(Buffer.from('<rss />'), signature, 'secret'))
      assert.ok(!isSignedBy(body, signature.slice(0, -2), 'secret'))
    }
    for (const wrong of [null, '', 'md5=00', 'sha256=', 'sha256=zz', 'sha256'])
      assert.ok(!isSignedBy(body, wrong, 'secret'))
  })
})
