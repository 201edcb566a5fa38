import assert from 'node:assert/strict'
import { test } from 'node:test'
import { feedFilter } from './feed.ts'

async function row(input: Record<string, unknown>): Promise<Record<string, unknown>> {
  const run = await feedFilter.start({})
  return run.row(input) as Record<string, unknown> // what the filter promises for every good row
}

const RSS =
  '<?xml version="1.0" encoding="iso-8859-1"?><rss><channel><title>Café</title><link>/a</link></channel></rss>'

test('a body given as text is read as it stands, whatever encoding it declares', async () => {
  const answer = await row({ id: 7, body: RSS })
  assert.deepEqual([answer.id, answer.format, (answer.feed as { title: string }).title], [7, 'rss', 'Café'])
})

test('a body given as bytes is decoded, and headers count without regard to case', async () => {
  const bodyBase64 = Buffer.from(RSS, 'latin1').toString('base64')
  const answer = await row({
    id: 'x',
    url: 'http://a.example/f',
    headers: { 'content-LOCATION': 'http://b.example/', 'Content-Language': 'fr' },
    bodyBase64,
  })
  const { title, link, language } = answer.feed as Record<string, unknown>
  assert.deepEqual([title, link, language], ['Café', 'http://b.example/a', 'fr'])
})

test('ill-formed input is an answer with issues; a row without a body is refused', async () => {
  assert.deepEqual((await row({ id: 1, body: '' })).format, 'unknown')
  assert.ok(((await row({ id: 1, body: '<rss><channel><title>x' })).issues as unknown[]).length > 0)
  await assert.rejects(row({ id: 1 }))
})
