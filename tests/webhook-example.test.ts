import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { it } from 'node:test'
import fc from 'fast-check'
import { signatureOf } from '../src/ingest/deliver/webhook.ts'

type IsGenuine = (secret: string, headers: Record<string, string>, body: string, nowMs: number) => boolean

const example = /```js\n([\s\S]*?)```/.exec(readFileSync('docs/guide/watching.md', 'utf8'))![1]!
const { isGenuine } = (await import(
  `data:text/javascript,${encodeURIComponent(`${example}\nexport { isGenuine }`)}`
)) as { isGenuine: IsGenuine } // the guide's own function

const secret = `whsec_${Buffer.from('a secret of thirty-two long bytes').toString('base64')}`
const SECONDS = 1_781_000_000
const NOW_MS = SECONDS * 1_000 + 4_000
const headersOf = (body: string) => ({
  'webhook-id': 'msg_1',
  'webhook-timestamp': String(SECONDS),
  'webhook-signature': signatureOf(secret, 'msg_1', SECONDS, body),
})

it('the check of a message in the guide takes what this site signs, whatever it says', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (body) => isGenuine(secret, headersOf(body), body, NOW_MS)))
})

it('the check of a message in the guide refuses what was changed, is old, or was never signed', () => {
  const body = '{"type":"watch.news"}'
  const headers = headersOf(body)
  const other = `whsec_${Buffer.from('another secret of as many bytes!!').toString('base64')}`
  const { 'webhook-signature': signature, ...unsigned } = headers
  assert.equal(isGenuine(secret, { ...headers, 'webhook-signature': `v1,AAAA ${signature}` }, body, NOW_MS), true)
  assert.equal(isGenuine(secret, headers, `${body} `, NOW_MS), false)
  assert.equal(isGenuine(other, headers, body, NOW_MS), false)
  assert.equal(isGenuine(secret, { ...headers, 'webhook-id': 'msg_2' }, body, NOW_MS), false)
  assert.equal(isGenuine(secret, { ...headers, 'webhook-signature': `v2${signature.slice(2)}` }, body, NOW_MS), false)
  assert.equal(isGenuine(secret, headers, body, NOW_MS + 600_000), false)
  assert.equal(isGenuine(secret, unsigned, body, NOW_MS), false)
  assert.equal(isGenuine(secret, {}, body, NOW_MS), false)
})
