import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hubLinks, subscriptionForm } from './websub.ts'

const TOPIC = 'https://paper.example/feed.xml'

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

  it('finds hub and self in Link headers, whatever else stands there', () => {
    const base = 'https://paper.example/feed.xml'
    const cases: readonly [header: string | undefined, hub: string | null, self: string | null][] = [
      [undefined, null, null],
      ['<https://hub.example/>; rel="hub", </feed.xml>; rel=self', 'https://hub.example/', TOPIC],
      ['<https://a.example/?x=1,2>; title="a, b"; rel="next hub"', 'https://a.example/?x=1,2', null],
      ['<https://one.example/>;rel=hub,<https://two.example/>;rel=hub', 'https://one.example/', null],
      ['<javascript:alert(1)>; rel=hub, <//b.example/h>; REL = "HUB"', 'https://b.example/h', null],
      ['<https://a.example/', null, null],
    ]
    for (const [header, hub, self] of cases) assert.deepEqual(hubLinks(header, base), { hub, self }, header)
    assert.equal(hubLinks('<'.repeat(100_000), base).hub, null)
    assert.equal(hubLinks(`<x>; ${'; '.repeat(50_000)}`, base).hub, null)
  })
})
