import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Hono } from 'hono'
import { AppError } from '../model/errors.ts'
import { negotiated, readerLanguage, type SpokenLanguages, spokenLanguages } from './reader-language.ts'
import type { Site } from './site.ts'

const OFFERED = ['en', 'de', 'pt', 'uk', 'zh-Hans']

describe('negotiated', () => {
  const asked: [header: string, language: string | null][] = [
    ['de', 'de'],
    ['DE-at', 'de'],
    ['fr-CA, de;q=0.5, en;q=0.8', 'en'],
    ['da, nb;q=0.9', null],
    ['de;q=0, en;q=0.1', 'en'],
    ['pt-BR,pt;q=0.9,en;q=0.8', 'pt'],
    ['zh-CN,zh;q=0.9', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-TW,zh-HK;q=0.8', null],
    ['de-x-private', 'de'],
    ['uk', 'uk'],
    ['*', null],
    ['', null],
    [';;,,q=1,de;q=nonsense,en', 'en'],
  ]
  for (const [header, language] of asked)
    it(`gives ${language ?? 'nothing'} for “${header}”`, () => assert.equal(negotiated(header, OFFERED), language))

  it('gives what is offered, or nothing, for whatever is sent', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 600, unit: 'grapheme' }), (header) => {
        const language = negotiated(header, OFFERED)
        assert.ok(language === null || OFFERED.includes(language))
      }),
    )
  })

  it('finds each offered language under its own name, whatever stands behind it with less weight', () => {
    fc.assert(
      fc.property(fc.constantFrom(...OFFERED), fc.subarray(OFFERED), (wanted, others) =>
        assert.equal(negotiated([wanted, ...others.map((tag) => `${tag};q=0.5`)].join(', '), OFFERED), wanted),
      ),
    )
  })
})

describe('spokenLanguages', () => {
  it('offers all where nobody says which, and the fallback always', () => {
    assert.ok(spokenLanguages([], 'en').offered.includes('en'))
    assert.deepEqual(spokenLanguages(['en'], 'en'), { offered: ['en'], fallback: 'en' })
  })

  it('refuses a language that has no sentences, and names those that have', () => {
    assert.throws(
      () => spokenLanguages(['tlh'], 'en'),
      (error) => error instanceof AppError && error.code === 'invalid' && /“tlh”.*: en\b/.test(error.message),
    )
  })
})

describe('readerLanguage', () => {
  const answer = async (languages: SpokenLanguages, headers: Record<string, string>) => {
    const site = { languages } as Site // the one part of it that is asked
    return (await new Hono().get('/', (c) => c.text(readerLanguage(c, site))).request('/', { headers })).text()
  }
  const offered = { offered: ['de', 'fr'], fallback: 'de' }

  it('is one that the site offers, whatever browser or cookie ask for', async () => {
    assert.equal(await answer(offered, {}), 'de')
    assert.equal(await answer(offered, { 'accept-language': 'pl, fr;q=0.2' }), 'fr')
    assert.equal(await answer(offered, { 'accept-language': 'fr', cookie: 'trendpulse_language=pl' }), 'fr')
    assert.equal(await answer(offered, { 'accept-language': 'pl', cookie: 'trendpulse_language=fr' }), 'fr')
  })
})
