import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { areApartByLanguages, cutByLanguages } from './cut-languages.ts'
import { storyFeatures } from './story-features.ts'
import type { LiveText } from './story-fit.ts'
import { docVector } from './story-vector.ts'
import { termFrequencies } from './term-frequencies.ts'
import { STORY_TUNING } from './tuning.ts'

/** Two events at one works, each told in two languages. */
const FIRE_EN =
  'Fire in the Kardan works at Velimorsk killed Osip Brenko; Pavel Ozhegin counted 38 engines and 120 guests.'
const FIRE_RU = 'На заводе «Кардан» в Велиморске погиб Осип Бренко; Павел Ожегин насчитал 38 машин и 120 гостей.'
const STRIKE_EN =
  'Workers of the Kardan works at Velimorsk strike for 640 roubles, Gleb Sorokhin and Anton Belyutin said on day 17.'
const STRIKE_RU =
  'Рабочие завода «Кардан» в Велиморске бастуют за 640 рублей, сказали Глеб Сорохин и Антон Белютин на 17 день.'

const frequencies = termFrequencies(STORY_TUNING.priorTexts)
function liveText(text: string, language: string): LiveText {
  const features = storyFeatures({ title: null, text, language, tags: [], publishedMs: 0, host: null })
  const { signs, signKinds } = features
  const vector = docVector(features, frequencies, STORY_TUNING)
  return { vector, signs: { signs, signKinds }, language: features.language, storyId: 1, publishedMs: 0, seenMs: 0 }
}
const fire = [liveText(FIRE_EN, 'en'), liveText(FIRE_RU, 'ru')]
const strike = [liveText(STRIKE_EN, 'en'), liveText(STRIKE_RU, 'ru')]
const never = () => false

describe('cutByLanguages', () => {
  it('parts siblings that are told in two languages each', () => {
    const cut = cutByLanguages([fire[0]!, strike[0]!, fire[1]!, strike[1]!], never)
    assert.deepEqual(cut, [1, 3])
  })

  it('cuts nothing of one event, of one language, or of a sibling told once', () => {
    assert.deepEqual(cutByLanguages(fire, never), [])
    assert.deepEqual(cutByLanguages([fire[0]!, strike[0]!], never), [])
    assert.deepEqual(cutByLanguages([...fire, strike[0]!], never), [])
    assert.deepEqual(cutByLanguages([], never), [])
  })

  it('cuts nothing by names that many stories have', () => {
    assert.deepEqual(
      cutByLanguages([...fire, ...strike], () => true),
      [],
    )
  })
})

describe('areApartByLanguages', () => {
  it('tells siblings apart, and not the halves of one event', () => {
    assert.equal(areApartByLanguages(fire, strike, never), true)
    assert.equal(areApartByLanguages(fire, [...fire], never), false)
    assert.equal(areApartByLanguages(fire, [strike[0]!], never), false)
  })
})
