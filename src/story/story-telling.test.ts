import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ArticleFacts, ToldText } from '../model/telling.ts'
import { DAY_MS } from '../model/time.ts'
import { articleFacts } from './article-facts.ts'
import { chooseHeadline, type Headlined } from './headline.ts'
import { tellStory } from './story-telling.ts'

const WRITTEN_MS = Date.UTC(2026, 5, 10, 12)

function told(id: number, text: string, owner = `paper${id}.example`): ToldText {
  const blocks = text.split('\n\n').map((part) => ({ kind: 'paragraph' as const, inlines: [{ text: part }] }))
  const at = text.indexOf('Ilse Varga')
  const things =
    at < 0 ? [] : [{ name: 'Ilse Varga', kind: 'person' as const, slug: 'ilse-varga', spans: [[at, at + 10]] as const }]
  const facts: ArticleFacts = articleFacts({ text, blocks }, things, 'en')
  return { id, owner, language: 'en', writtenMs: WRITTEN_MS, facts }
}

const FLOOD = 'The harbour of Tarn flooded on Sunday when the old dyke gave way.'

describe('what a story tells', () => {
  it('has one entry for a day that several owners tell, and parts what was announced', () => {
    const { past, announced } = tellStory(
      [
        told(1, `${FLOOD}\n\nThe council will meet on Friday to speak of a new dyke.`),
        told(2, 'On Sunday the old dyke gave way and the harbour of Tarn flooded.'),
      ],
      'en',
    )
    assert.deepEqual(
      past.map(({ day, owners }) => [day.iso, owners]),
      [['2026-06-07', 2]],
    )
    assert.deepEqual(
      announced.map(({ day, sentence }) => [day.iso, sentence.block]),
      [['2026-06-12', 1]],
    )
  })

  it('counts a quote once, whoever prints it', () => {
    const quote = '“Nobody must go back for a car or a cat,” Ilse Varga said.'
    const { voices } = tellStory([told(1, `${FLOOD}\n\n${quote}`), told(2, `${quote} She left.`)], 'en')
    assert.deepEqual(
      voices.map(({ speaker, slug, quotes }) => [speaker, slug, quotes.map(({ texts }) => texts)]),
      [['Ilse Varga', 'ilse-varga', [2]]],
    )
  })

  it('covers a story by whole sentences, never one twice', () => {
    const { cover } = tellStory(
      [
        told(1, FLOOD),
        told(2, `${FLOOD}\n\nSeven ferries lie stranded on the quay beside the market hall.`),
        told(3, 'Seven ferries were stranded on the quay by the market hall.'),
      ],
      'en',
    )
    assert.equal(cover.length, 2)
    assert.ok(cover.some(({ text }) => text === FLOOD))
  })

  it('leaves out what a text of another event says, once three owners tell the story', () => {
    const flood = [
      told(1, `${FLOOD}\n\nThe council of Tarn will meet on Friday to speak of a new dyke for the harbour.`),
      told(2, 'On Sunday the old dyke gave way and the harbour of Tarn flooded within an hour.'),
      told(3, 'Boats drifted through the flooded harbour of Tarn after the old dyke gave way on Sunday.'),
    ]
    const whale = 'A whale swam into the bay of Mirrin last Tuesday and left for the open sea at noon.'
    const quote = '“We have never seen such an animal here,” Ilse Varga said.'
    const stray = told(4, `${whale}\n\n${quote}`)
    const { past, voices, cover } = tellStory([stray, ...flood], 'en')
    assert.deepEqual(
      past.map(({ day }) => day.iso),
      ['2026-06-07'],
    )
    assert.deepEqual(voices, [])
    assert.ok(cover.length > 0 && cover.every(({ articleId }) => articleId !== 4))
    // Of two owners nobody can say which is astray.
    assert.equal(tellStory([stray, flood[0]!], 'en').past.length, 2)
    // One owner is one voice, however often it tells.
    const loud = [5, 6, 7].map((id) => told(id, `${whale}\n\nPeople stood on the pier for hours.`, 'whales.example'))
    assert.deepEqual(
      tellStory([...loud, ...flood], 'en').past.map(({ day }) => day.iso),
      ['2026-06-07'],
    )
  })

  it('shows first, of more days than a page holds, those of sentences that say what the others say', () => {
    const flood = 'On 3 May the old dyke of Tarn gave way and the harbour was flooded to the quay.'
    const later = 'The harbour of Tarn was flooded when the old dyke gave way, said the council of Tarn.'
    const sides = (from: number) =>
      Array.from({ length: 6 }, (_, at) => `On ${from + at} May a poet of Mirrin read another long ballad.`).join(' ')
    const { past } = tellStory(
      [told(1, `${later} ${sides(4)}`), told(2, `${later} ${sides(10)}`), told(3, `${later} ${flood} ${sides(16)}`)],
      'en',
    )
    assert.equal(past.length, 12)
    assert.equal(past[0]?.day.iso, '2026-05-03')
  })

  it('weighs an equal part of each text of a long story', () => {
    const texts = Array.from({ length: 120 }, (_, at) =>
      told(at, `${FLOOD} Ferry number ${at} lies stranded on the quay.`),
    )
    assert.deepEqual(
      tellStory(texts, 'en').past.map(({ day, owners }) => [day.iso, owners]),
      [['2026-06-07', 60]], // sentences of one day that are compared
    )
  })

  it('is nothing for no texts', () => {
    assert.deepEqual(tellStory([], 'en'), { cover: [], past: [], announced: [], voices: [] })
  })
})

describe('a story’s headline', () => {
  const text = (articleId: number, title: string, given: Partial<Headlined> = {}): Headlined => ({
    articleId,
    owner: `paper${articleId}.example`,
    title,
    language: 'en',
    publishedMs: WRITTEN_MS,
    isCopy: false,
    doubtful: false,
    wordCount: 300,
    ...given,
  })
  const calm = [
    text(1, 'Old dyke breaks and floods harbour of Tarn'),
    text(2, 'Harbour of Tarn floods after old dyke breaks'),
  ]

  it('is the one that the others say too: no copy, no shout, no question, no bait', () => {
    for (const odd of [
      text(3, 'OLD DYKE BREAKS AND FLOODS HARBOUR OF TARN'),
      text(3, 'Did the old dyke break and flood the harbour of Tarn?'),
      text(3, 'Why the old dyke breaks and floods harbour of Tarn'),
      text(3, 'Ferry crews count their days'),
      text(3, 'Old dyke breaks and floods harbour of Tarn', { isCopy: true }),
      text(3, 'Old dyke breaks and floods harbour of Tarn', { doubtful: true }),
    ])
      assert.notEqual(chooseHeadline([odd, ...calm], null)?.articleId, 3, odd.title)
  })

  it('is a calm one though all others shout, but not one that tells of something else', () => {
    const shouts = [3, 4, 5].map((id) => text(id, 'YOU WON’T BELIEVE HOW THE HARBOUR OF TARN FLOODS'))
    assert.equal(chooseHeadline([...shouts, calm[1]!], 3)?.articleId, 2)
    assert.equal(chooseHeadline([...shouts, text(6, 'Ferry crews count their days')], 3)?.articleId, 3)
  })

  it('is not the loudest owner’s', () => {
    const loud = [3, 4, 5, 6].map((id) => text(id, 'Chaos reigns at sea tonight', { owner: 'loud.example' }))
    assert.ok([1, 2].includes(chooseHeadline([...loud, ...calm], null)?.articleId ?? 0))
  })

  it('stays until another is clearly better, or it has become old', () => {
    for (const { articleId } of calm) assert.equal(chooseHeadline(calm, articleId)?.articleId, articleId)
    const old = text(9, 'Old dyke breaks and floods harbour of Tarn', { publishedMs: WRITTEN_MS - 3 * DAY_MS })
    assert.notEqual(chooseHeadline([old, ...calm], 9)?.articleId, 9)
    assert.equal(chooseHeadline([], null), undefined)
  })
})
