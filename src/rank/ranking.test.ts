import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { HOUR_MS } from '../model/time.ts'
import {
  HALF_LIFE_MS,
  HALF_LIVES_MS,
  independentOwners,
  type RankedStory,
  rankingKey,
  rankingKeys,
  reactionWorth,
  type StoryVote,
  wilsonLowerBound,
} from './ranking.ts'

const NOW_MS = Date.UTC(2026, 10, 24)
const QUIET = { burst: 0, reactions: { positive: 0, total: 0 } }

function voteOf(owner: string, hoursAgo: number, rest: Partial<StoryVote> = {}): StoryVote {
  return { owner, atMs: NOW_MS - hoursAgo * HOUR_MS, dailyItems: 9, isCopy: false, ...rest }
}

/** Forty stories of three to eleven owners over two days, as on a busy front page. */
function frontPage(): RankedStory[] {
  return Array.from({ length: 40 }, (_, story) => ({
    ...QUIET,
    votes: Array.from({ length: 3 + ((story * 7) % 9) }, (_, n) =>
      voteOf(`owner-${(story * 5 + n) % 60}`, story * 1.2 + n * 0.7),
    ),
  }))
}

function placeOf(stories: readonly RankedStory[], story: number): number {
  const keys = stories.map((one) => rankingKey(one).key)
  return keys.filter((key) => key > keys[story]!).length
}

/** The most places that any story rises when it alone is changed. */
function worstRise(change: (story: RankedStory) => RankedStory): number {
  const stories = frontPage()
  const rises = stories.map((story, at) => placeOf(stories, at) - placeOf(stories.with(at, change(story)), at))
  return Math.max(...rises)
}

describe('rankingKey', () => {
  const votes = fc.array(
    fc.record({
      owner: fc.constantFrom('a', 'b', 'c', 'd'),
      atMs: fc.integer({ min: NOW_MS - 3e8, max: NOW_MS }),
      dailyItems: fc.integer({ min: 1, max: 400 }),
      isCopy: fc.boolean(),
    }),
    { maxLength: 30 },
  )

  it('orders stories at any later moment as the decayed sum itself does', () => {
    fc.assert(
      fc.property(votes, votes, fc.integer({ min: 0, max: 5e8 }), (a, b, laterMs) => {
        const decayed = (all: readonly StoryVote[]) => {
          let sum = 0
          for (const owner of new Set(all.map((vote) => vote.owner))) {
            const own = all.filter((vote) => vote.owner === owner && !vote.isCopy)
            if (own.length === 0) continue
            const newest = Math.max(...own.map((vote) => vote.atMs))
            const daily = Math.max(...own.map((vote) => vote.dailyItems))
            const daily24 = own.filter((vote) => newest - vote.atMs < 24 * HOUR_MS).length
            sum +=
              (0.5 ** ((NOW_MS + laterMs - newest) / HALF_LIFE_MS) * Math.min(1, 8 / daily24) ** 3) / Math.sqrt(daily)
          }
          return sum
        }
        const [sumA, sumB] = [decayed(a), decayed(b)]
        if (Math.abs(sumA - sumB) <= 1e-9 * (sumA + sumB)) return
        assert.equal(rankingKey({ ...QUIET, votes: a }).key > rankingKey({ ...QUIET, votes: b }).key, sumA > sumB)
      }),
    )
  })

  it('ranks the same day after day: an hour counts a half-life apart', () => {
    const day = (hoursAgo: number) => rankingKey({ ...QUIET, votes: [voteOf('a', hoursAgo)] }).key
    assert.ok(Math.abs(day(0) - day(8) - 1) < 1e-9)
    assert.ok(
      Math.abs(
        rankingKey({ ...QUIET, votes: [voteOf('a', 0)] }, HOUR_MS).key -
          rankingKey({ ...QUIET, votes: [voteOf('a', 1)] }, HOUR_MS).key -
          1,
      ) < 1e-9,
    )
  })

  it('shows its terms, which add up to the key', () => {
    const { key, terms } = rankingKey({
      votes: [voteOf('a', 1), voteOf('b', 2)],
      burst: 15,
      reactions: { positive: 79, total: 90 },
    })
    assert.ok(Math.abs(terms.reduce((sum, term) => sum + term.value, 0) - key) < 1e-9)
    assert.equal(terms[0]!.inputs.owners, 2)
  })

  it('keeps the voice of a newsroom that follows a story for a week, and not of one that floods it in a day', () => {
    const texts = (hoursApart: number) => Array.from({ length: 30 }, (_, n) => voteOf('a', n * hoursApart))
    const once = rankingKey({ ...QUIET, votes: [voteOf('a', 0)] }).key
    assert.equal(rankingKey({ ...QUIET, votes: texts(5) }).key, once)
    assert.ok(rankingKey({ ...QUIET, votes: texts(0.1) }).key < once - 5)
  })

  it('gives nothing to copies alone', () => {
    assert.deepEqual(rankingKey({ ...QUIET, votes: [voteOf('a', 0, { isCopy: true })] }), { key: 0, terms: [] })
  })

  it('lets no attack move a story by more than one place', () => {
    const flood = (story: RankedStory) => ({
      ...story,
      votes: [...story.votes, ...Array.from({ length: 100 }, (_, n) => voteOf('flood', n / 100, { dailyItems: 300 }))],
    })
    const copies = (story: RankedStory) => ({
      ...story,
      votes: [...story.votes, ...Array.from({ length: 40 }, (_, n) => voteOf(`copier-${n}`, 0, { isCopy: true }))],
    })
    // Five hundred of one block weigh as two: tests/flow/ranking-attacks.test.ts holds the doors to that.
    const reactions = (story: RankedStory) => ({ ...story, reactions: { positive: 2, total: 2 } })
    assert.ok(worstRise(flood) <= 1, `flood ${worstRise(flood)}`)
    assert.equal(worstRise(copies), 0)
    assert.ok(worstRise(reactions) <= 1, `reactions ${worstRise(reactions)}`)
  })
})

describe('wilsonLowerBound', () => {
  it('agrees with the published example and never leaves 0 to 1', () => {
    assert.ok(Math.abs(wilsonLowerBound(9, 10) - 0.5958) < 0.001) // 95 % interval of 9 in 10 is .596 to .982
    fc.assert(
      fc.property(fc.double(), fc.double(), (positive, total) => {
        const bound = wilsonLowerBound(positive, total)
        assert.ok(bound >= 0 && bound <= 1, `${bound}`)
      }),
    )
  })
})

describe('rankingKeys', () => {
  it('lets a new text of one owner pass an older story of eight in the list of the hour, and not in that of the week', () => {
    const many = { ...QUIET, votes: Array.from({ length: 8 }, (_, n) => voteOf(`owner-${n}`, 5)) }
    const [old, fresh] = [rankingKeys(many), rankingKeys({ ...QUIET, votes: [voteOf('a', 0)] })]
    assert.deepEqual([fresh.hour > old.hour, fresh.day > old.day, fresh.week > old.week], [true, false, false])
  })

  it('agrees with the key of each half-life', () => {
    const story = { ...QUIET, votes: [voteOf('a', 1), voteOf('b', 30)] }
    for (const window of ['hour', 'day', 'week'] as const)
      assert.equal(rankingKeys(story)[window], rankingKey(story, HALF_LIVES_MS[window]).key)
  })
})

describe('reactionWorth', () => {
  it('adds at most .025 doublings, nothing for what one block can give, and what it adds to a key', () => {
    assert.ok(reactionWorth(1e6, 1e6) <= 0.025)
    assert.equal(reactionWorth(2, 2), 0)
    assert.ok(reactionWorth(3, 3) > 0)
    const votes = [voteOf('a', 1)]
    const rated = rankingKey({ votes, burst: 0, reactions: { positive: 79, total: 90 } })
    assert.ok(Math.abs(rated.key - rankingKey({ ...QUIET, votes }).key - reactionWorth(79, 90)) < 1e-9)
  })
})

describe('independentOwners', () => {
  it('counts owners with texts of their own, and those of the last hour', () => {
    const votes = [voteOf('a', 0.5), voteOf('b', 3), voteOf('c', 4), voteOf('c', 5), voteOf('d', 1, { isCopy: true })]
    assert.deepEqual(independentOwners(votes, NOW_MS), { owners: 3, lastHour: 1 })
  })
})
