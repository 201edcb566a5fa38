import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { brandCuts, withoutCuts, withRepairs } from './brand-repairs.ts'

const mended = (text: string, brand: string): string => withoutCuts(text, brandCuts(text, brand))

test('a brand glued before or behind a word is taken out', () => {
  assert.equal(mended('He is BlueHarboron his way', 'BlueHarbor'), 'He is on his way')
  assert.equal(mended('asked BlueHarborVarga for "BlueHarbor"', 'BlueHarbor'), 'asked Varga for "BlueHarbor"')
  assert.equal(mended('said BlueHarbor"No" twice', 'BlueHarbor'), 'said "No" twice')
  assert.equal(mended('the oldBlueHarbor quay', 'BlueHarbor'), 'the old quay')
})

test('a brand alone where no name can stand is taken out with its space, where the page has more of the kind', () => {
  assert.equal(
    mended(
      'The mayor has BlueHarbor been told of it. It was one of BlueHarbor the most costly plans, and she is BlueHarbor going to fight it.',
      'BlueHarbor',
    ),
    'The mayor has been told of it. It was one of the most costly plans, and she is going to fight it.',
  )
})

test('before the point of a sentence the space before the brand goes', () => {
  const text = 'It is BlueHarboron time. He has BlueHarbor been there. They will BlueHarbor be told of it BlueHarbor.'
  assert.equal(mended(text, 'BlueHarbor'), 'It is on time. He has been there. They will be told of it.')
})

test('a text about the brand stays as it is', () => {
  const texts = [
    "BlueHarbor's owner said that BlueHarbor would close.",
    'Users of BlueHarbor on phones pay for BlueHarbors of every kind.',
    'Write to desk@BlueHarbor.com or read BlueHarbor.news today.',
    'The makers of BlueHarbor are proud of BlueHarbor and its BlueHarborers.',
    'BlueHarbor',
  ]
  for (const text of texts) assert.equal(mended(text, 'BlueHarbor'), text)
})

test('a plain word for a brand never cuts longer words', () => {
  assert.equal(mended('On Sunday the Sun shone over Sundown Bay', 'Sun'), 'On Sunday the Sun shone over Sundown Bay')
  assert.equal(mended('the Marketplace opened', 'Market'), 'the Marketplace opened')
})

test('repairs count into the mended text, also after a second brand was taken out', () => {
  const text = 'It is BlueHarboron time, is EverScopein line and was BlueHarborat sea.'
  const first = brandCuts(text, 'BlueHarbor')
  const between = withoutCuts(text, first)
  const second = brandCuts(between, 'EverScope')
  const final = withoutCuts(between, second)
  const repairs = withRepairs(withRepairs([], first, 'text', 'BlueHarbor'), second, 'text', 'EverScope')
  assert.equal(final, 'It is on time, is in line and was at sea.')
  for (const { at, mended: word } of repairs) assert.equal(final.slice(at, at + word.length), word)
  assert.deepEqual(
    repairs.map(({ found }) => found),
    ['BlueHarboron', 'EverScopein', 'BlueHarborat'],
  )
})

test('a coined brand glued anywhere into lower-case words comes out again, at the right places', () => {
  const words = fc.array(fc.constantFrom<string>('ferry', 'harbor', 'quay', 'winter', 'the', 'of', 'sails', 'north'), {
    minLength: 3,
    maxLength: 40,
  })
  fc.assert(
    fc.property(words, fc.nat(), (clean, seed) => {
      const at = 1 + (seed % (clean.length - 1))
      const text = clean.with(at, `QuantRidge${clean[at]}`).join(' ')
      const cuts = brandCuts(text, 'QuantRidge')
      assert.equal(withoutCuts(text, cuts), clean.join(' '))
      const [repair] = withRepairs([], cuts, 'text', 'QuantRidge')
      assert.equal(repair?.at, clean.slice(0, at).join(' ').length + 1)
    }),
  )
})
