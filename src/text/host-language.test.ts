import assert from 'node:assert/strict'
import { it } from 'node:test'
import { hostLanguage } from './host-language.ts'

it('hostLanguage tells a country of one language by the end of a host', () => {
  assert.equal(hostLanguage('www.harbour-courier.no'), 'no')
  assert.equal(hostLanguage('Havnen.Example.DK.'), 'da')
  assert.equal(hostLanguage('diario.example.com.ar'), 'es')
})

it('hostLanguage says nothing of several languages, of ends for everybody, of numbers and of no host', () => {
  for (const host of ['news.example.ch', 'courier.example', 'post.me', '127.0.0.1', '[::1]', '', null])
    assert.equal(hostLanguage(host), null)
})
