import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { scoreFeeds } from '../../bench/reading/feed-measures.ts'
import { bagF1, type PageGold, scorePages } from '../../bench/reading/page-measures.ts'

const word = fc.constantFrom('quay', 'boat', 'tide', 'Salt', 'rope')
const text = fc.array(word, { maxLength: 14 }).map((some) => some.join(' '))

/** The body measure as its paper tells it: runs of four words taken out of a list one by one. */
function slowShares(gold: string, answer: string): { precision: number; recall: number } {
  const runs = (words: string[]): string[] =>
    words.length === 0
      ? []
      : words.length < 4
        ? [words.join(' ')]
        : words.slice(3).map((_, at) => words.slice(at, at + 4).join(' '))
  const cut = (some: string): string[] => (some === '' ? [] : some.split(' '))
  const [wanted, given] = [runs(cut(gold)), runs(cut(answer))]
  const left = [...wanted]
  let shared = 0
  for (const run of given) {
    const at = left.indexOf(run)
    if (at === -1) continue
    left.splice(at, 1)
    shared++
  }
  return {
    precision: given.length === 0 ? 0 : shared / given.length,
    recall: wanted.length === 0 ? 0 : shared / wanted.length,
  }
}

const scoreOf = (
  gold: PageGold,
  answer: { text?: string; title?: string; author?: readonly string[]; date?: string },
) =>
  scorePages(new Map([['a', gold]]), new Map([['a', { text: null, title: null, author: null, date: null, ...answer }]]))

test('the body measure is the slow one', () => {
  fc.assert(
    fc.property(text.filter(Boolean), text, (gold, answer) => {
      const { bodyPrecision, bodyRecall, body } = scoreOf({ articleBody: gold }, { text: answer })
      const { precision, recall } = slowShares(gold, answer)
      assert.deepEqual([bodyPrecision, bodyRecall], [precision, recall])
      assert.equal(body, precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall))
    }),
  )
})

test('the bag of words counts each word as often as it stands on both sides, whatever its case', () => {
  assert.equal(bagF1('Quay quay boat', 'quay BOAT tide'), 2 / 3)
  assert.deepEqual([bagF1('', ''), bagF1('quay', ''), bagF1('', 'quay')], [1, 0, 0])
})

test('passages, titles, authors and days are judged as the data asks', () => {
  const gold: PageGold = {
    with: ['old quay', 'new pier'],
    without: ['Sign up', 'Most read'],
    title: 'The Quay!',
    author: 'By Maren Oddvale and Jorin H.',
    date: '2026-03-17',
  }
  const scores = scoreOf(gold, {
    text: 'The old\n quay. Sign up now',
    title: 'the quay',
    author: ['Jorin H', 'maren oddvale'],
    date: '2026-03-17T23:00:00Z',
  })
  assert.deepEqual([scores.snippets, scores.title, scores.author, scores.date, scores.body], [0.5, 1, 1, 1, null])
  const missed = scoreOf(gold, { title: 'The pier', author: ['Maren Oddvale'], date: '2026-03-18' })
  assert.deepEqual([missed.snippets, missed.title, missed.author, missed.date], [0, 0, 0, 0])
})

test('expectations of feeds: times as moments, white space aside, nothing met by a file without an answer', () => {
  const expect = (path: string, expected: unknown, group = 'rss') => ({ file: 'f', group, path, op: 'eq', expected })
  const answers = new Map([
    [
      'f',
      {
        feed: { title: 'A  feed' },
        entries: [
          { published: '2026-01-02T03:04:05+01:00', authors: [{ name: 'A', email: 'a@b.example', uri: null }] },
        ],
      },
    ],
  ])
  const met = (...some: ReturnType<typeof expect>[]) => scoreFeeds(some, answers)
  assert.deepEqual(met(expect('feed.title', 'A feed')).core, [1, 1])
  assert.deepEqual(met(expect('entries[0].published_parsed', [2026, 1, 2, 2, 4, 5, 4, 2, 0])).core, [1, 1])
  assert.deepEqual(met(expect('entries[0].author', 'A (a@b.example)'), expect('entries[0].author', 'B')).core, [1, 2])
  assert.deepEqual(met(expect('entries[1].title', 'x'), expect('feed.link', 'x', 'base')), {
    core: [0, 1],
    base: [0, 1],
    groups: { title: [0, 1], '~base': [0, 1] },
  })
  assert.deepEqual(scoreFeeds([expect('feed.title', 'A feed')], new Map()).core, [0, 1])
  assert.deepEqual(met(expect('feed.rights', 'x'), { ...expect('feed.title', 'x'), op: 'ne' }).core, [0, 0])
})
