import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { ArticleCard } from '../../model/card.ts'
import { parseQuery } from '../../text/search-query.ts'
import { bestFirst } from './best-hits.ts'

const card = (key: string, title: string, summary: string, copyOf: number | null = null) =>
  ({ key, title, summary, copyOf }) as ArticleCard // what the order looks at
const order = (cards: readonly ArticleCard[], query: string) =>
  bestFirst(cards, parseQuery(query).terms).map(({ key }) => key)

it('a word in the headline goes before one in the summary, and that before one further down', () => {
  const cards = [
    card('far', 'A calm day', 'Nothing of note.'),
    card('summary', 'A calm day', 'The ferries stayed in the harbour.'),
    card('headline', 'Harbour closed', 'Ferries stayed away.'),
  ]
  assert.deepEqual(order(cards, 'harbour'), ['headline', 'summary', 'far'])
})

it('more words of the query go before one word often', () => {
  const cards = [
    card('often', 'Calm', 'Harbour, harbour, harbour and harbour again.'),
    card('both', 'Calm', 'The storm left the harbour.'),
  ]
  assert.deepEqual(order(cards, 'harbour storm'), ['both', 'often'])
})

it('forms and beginnings of a word count, its excluded words do not, ties stay newest first, copies stand behind', () => {
  assert.deepEqual(order([card('a', 'Погода', ''), card('b', 'В новой школе', '')], 'новая'), ['b', 'a'])
  assert.deepEqual(order([card('a', 'Calm', ''), card('b', 'Harbourmaster', '')], 'harb*'), ['b', 'a'])
  assert.deepEqual(order([card('a', 'Calm', ''), card('b', 'Storm', '')], 'calm -storm'), ['a', 'b'])
  assert.deepEqual(order([card('a', 'Storm', '', 9), card('b', 'Storm', ''), card('c', 'Storm', '')], 'storm'), [
    'b',
    'c',
    'a',
  ])
})
