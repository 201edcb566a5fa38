import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { articleByKey } from '../../src/store/articles.ts'
import { insertArticle, writeAlone } from '../../src/store/insert-article.ts'
import { countView, forgetVotes, react, reactionsOf, takeBack, type Vote, voteKey } from '../../src/store/reactions.ts'
import type { Store } from '../../src/store/store.ts'
import { storyByKey } from '../../src/store/stories.ts'
import { insertStory, mergeStory, moveToStory, refreshStory } from '../../src/store/story-rows.ts'
import { newArticle } from '../articles.ts'
import { onBothEngines } from '../engines.ts'

const GOOD = { label: 'veryGood!', favourable: true }
const BAD = { label: 'doubtful', favourable: false }
/** Linear, so that a key shows what weighed. */
const worth = (positive: number, total: number) => positive / 8 + total / 1_024

async function storyOf(store: Store, key: string) {
  const found = await storyByKey(store, key)
  assert.ok(found && 'story' in found)
  return found.story
}

/** Two stories of one article each. */
async function fill(store: Store): Promise<{ articles: number[]; stories: number[] }> {
  return writeAlone(store, async (write) => {
    const made = { articles: [] as number[], stories: [] as number[] }
    for (const key of ['a', 'b']) {
      const about = { title: key, section: 'society', language: 'en' }
      const storyId = await insertStory(write, { key, ...about, atMs: 1_000, demo: false })
      const leadArticleId = await insertArticle(write, newArticle({ key, storyId }))
      const seen = { firstSeenMs: 1_000, lastSeenMs: 1_000, rankKey: 100 }
      await refreshStory(write, { id: storyId, ...about, leadArticleId, ...seen })
      made.articles.push(leadArticleId)
      made.stories.push(storyId)
    }
    return made
  })
}

/** A vote of one device, by the line and block it comes from. */
function voteOf(articleId: number, device: string, bounds: { line?: number; block?: number } = {}): Vote {
  const [line = 'l', block = 'b'] = device.split('/')
  return {
    articleId,
    token: `${articleId} ${device}`,
    day: 7,
    limits: [{ token: `${articleId} line ${line}`, most: bounds.line ?? 100 }],
    weights: [{ token: `block ${block}`, most: bounds.block ?? 100 }],
  }
}

onBothEngines((engine, open) => {
  const withStore = async (work: (store: Store, ids: Awaited<ReturnType<typeof fill>>) => Promise<void>) => {
    const store = await open()
    try {
      await work(store, await fill(store))
    } finally {
      await store.close()
    }
  }

  describe(`${engine}: reactions and views`, () => {
    it('count once a token, for the article and its story', () =>
      withStore(async (store, { articles: [id] }) => {
        const vote = voteOf(id!, 'one')
        assert.equal(await react(store, vote, GOOD, worth), 'counted')
        assert.equal(await react(store, vote, GOOD, worth), 'repeated')
        assert.deepEqual((await reactionsOf(store, [id!])).get(id!), [{ label: 'veryGood!', count: 1 }])
        assert.equal(await countView(store, { ...vote, token: 'v', weights: [] }), 'counted')
        assert.equal(await countView(store, { ...vote, token: 'v', weights: [] }), 'repeated')
        assert.equal((await articleByKey(store, 'a'))?.views, 1)
        const { views, reactionTotal, reactionPositive } = await storyOf(store, 'a')
        assert.deepEqual([views, reactionTotal, reactionPositive], [1, 1, 1])
      }))

    it('move every ranking key by what the weighed ones are worth', () =>
      withStore(async (store, { articles: [id] }) => {
        for (const device of ['1', '2', '3', '4'])
          await react(store, voteOf(id!, `${device}/b`, { block: 2 }), GOOD, worth)
        await react(store, voteOf(id!, '5/c', { block: 2 }), BAD, worth)
        const story = await storyOf(store, 'a')
        const key = 100 + worth(2, 3)
        assert.deepEqual(story.rankKeys, { hour: key, day: key, week: key })
        assert.deepEqual([story.reactionPositive, story.reactionTotal], [4, 5], 'all are shown')
        assert.deepEqual([story.weighedPositive, story.weighedTotal], [2, 3], 'two of a block weigh')
      }))

    it('are refused beyond a limit, and then leave nothing behind', () =>
      withStore(async (store, { articles: [id] }) => {
        const outcomes = []
        for (const device of ['x/1', 'x/2', 'x/3'])
          outcomes.push(await react(store, voteOf(id!, device, { line: 2 }), GOOD, worth))
        assert.deepEqual(outcomes, ['counted', 'counted', 'full'])
        assert.equal((await store.read.selectFrom('vote_seen').selectAll().execute()).length, 2)
        assert.equal((await storyOf(store, 'a')).reactionTotal, 2)
      }))

    it('give place to a later one of the same device, and can be taken back', () =>
      withStore(async (store, { articles: [id] }) => {
        const vote = voteOf(id!, 'one', { line: 1 })
        await react(store, vote, GOOD, worth)
        assert.equal(await react(store, vote, BAD, worth), 'changed')
        assert.deepEqual((await reactionsOf(store, [id!])).get(id!), [{ label: 'doubtful', count: 1 }])
        assert.equal((await storyOf(store, 'a')).rankKey, 100 + worth(0, 1))
        assert.equal(await takeBack(store, vote, worth), true)
        assert.equal(await takeBack(store, vote, worth), false)
        const story = await storyOf(store, 'a')
        assert.deepEqual([story.rankKey, story.reactionTotal, story.weighedTotal], [100, 0, 0])
        assert.equal((await reactionsOf(store, [id!])).get(id!), undefined)
      }))

    it('count exactly when they come at one moment', () =>
      withStore(async (store, { articles: [id] }) => {
        const devices = Array.from({ length: 30 }, (_, n) => `line${n % 6}/b${n % 2}/${n}`)
        const votes = devices.map((device) => voteOf(id!, device, { line: 3, block: 4 }))
        const twice = await Promise.all([...votes, ...votes].map((vote) => react(store, vote, GOOD, worth)))
        assert.equal(twice.filter((outcome) => outcome === 'counted').length, 18)
        const story = await storyOf(store, 'a')
        assert.deepEqual([story.reactionTotal, story.weighedTotal], [18, 8])
        assert.equal(story.rankKey, 100 + worth(8, 8))
      }))

    it('go with their article to another story', () =>
      withStore(async (store, { articles: [id], stories: [from, into] }) => {
        await react(store, voteOf(id!, 'one'), GOOD, worth)
        await react(store, voteOf(id!, 'two'), BAD, worth)
        const sums = async (key: string) => {
          const { reactionTotal, reactionPositive, weighedTotal, weighedPositive } = await storyOf(store, key)
          return [reactionTotal, reactionPositive, weighedTotal, weighedPositive]
        }
        await writeAlone(store, (write) => moveToStory(write, id!, into!))
        assert.deepEqual(await sums('b'), [2, 1, 2, 1])
        const fresh = await writeAlone(store, (write) =>
          insertStory(write, { key: 'c', title: 'c', section: 'other', language: 'en', atMs: 1, demo: false }),
        )
        await writeAlone(store, (write) => mergeStory(write, into!, fresh))
        assert.deepEqual(await sums('c'), [2, 1, 2, 1])
        const gone = await store.read.selectFrom('story').selectAll().where('id', 'in', [from!, into!]).execute()
        assert.deepEqual(
          gone.map((row) => row.reaction_total),
          [0, 0],
        )
      }))

    it('never rank what only copies tell', () =>
      withStore(async (store, { articles: [id], stories: [storyId] }) => {
        await store.write.updateTable('story').set({ rank_key: 0 }).where('id', '=', storyId!).execute()
        await react(store, voteOf(id!, 'one'), GOOD, worth)
        assert.equal((await storyOf(store, 'a')).rankKey, 0)
      }))

    it('are forgotten with the key of their day', () =>
      withStore(async (store, { articles: [id] }) => {
        const first = await voteKey(store, 7, () => 'seven')
        assert.deepEqual(await voteKey(store, 7, () => 'other'), first, 'one key a day')
        assert.equal((await voteKey(store, 8, () => 'eight')).key, 'eight')
        assert.equal((await voteKey(store, 7, () => 'late')).key, 'eight', 'a clock that is behind goes by the new key')
        assert.equal((await store.read.selectFrom('vote_key').selectAll().execute()).length, 1)
        await voteKey(store, 20, () => 'ahead')
        assert.equal((await voteKey(store, 9, () => 'nine')).key, 'nine', 'a clock that was far ahead is not followed')
        await react(store, voteOf(id!, 'one'), GOOD, worth)
        await forgetVotes(store, 8)
        for (const table of ['vote_seen', 'vote_block'] as const)
          assert.deepEqual(await store.read.selectFrom(table).selectAll().execute(), [], table)
      }))
  })
})

/** What a device gave last, by plain bookkeeping: the oracle. */
type Act = { device: number; label: 'veryGood!' | 'doubtful' | null }

onBothEngines((engine, open) => {
  if (engine !== 'sqlite') return
  it('agree with plain bookkeeping whatever readers do', async () => {
    const act = fc.record({
      device: fc.integer({ min: 0, max: 5 }),
      label: fc.constantFrom('veryGood!', 'doubtful', null),
    }) as fc.Arbitrary<Act>
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
        const store = await open()
        const { articles } = await fill(store)
        const given = new Map<number, string>()
        for (const { device, label } of acts) {
          const vote = voteOf(articles[0]!, `${device}`)
          if (label === null) await takeBack(store, vote, worth)
          else await react(store, vote, { label, favourable: label === 'veryGood!' }, worth)
          if (label === null) given.delete(device)
          else given.set(device, label)
        }
        const good = [...given.values()].filter((label) => label === 'veryGood!').length
        const story = await storyOf(store, 'a')
        assert.deepEqual([story.reactionPositive, story.reactionTotal], [good, given.size])
        assert.ok(Math.abs(story.rankKey - 100 - worth(good, given.size)) < 1e-9)
        const blocks = await store.read.selectFrom('vote_block').selectAll().execute()
        assert.equal(blocks.find((row) => row.token === 'block b')?.count ?? 0, given.size)
        await store.close()
      }),
      { numRuns: 30 },
    )
  })
})
