import assert from 'node:assert/strict'
import { it } from 'node:test'
import { spellingsOf } from './page-address.ts'

it('knows a page by what it is, whoever sent its reader there and by which scheme', () => {
  const found = spellingsOf('https://port.example/news/7?id=3&utm_source=letter&fbclid=x#comments')
  assert.ok(found.includes('https://port.example/news/7?id=3'))
  assert.ok(found.includes('http://port.example/news/7?id=3'))
  assert.equal(found[0], 'https://port.example/news/7?id=3&utm_source=letter&fbclid=x#comments')
  assert.ok(found.length <= 6)
})

it('says a plain address once a scheme, and nothing for what is none', () => {
  assert.deepEqual(spellingsOf('http://port.example/a'), ['http://port.example/a', 'https://port.example/a'])
  assert.deepEqual(spellingsOf('no address'), [])
})
