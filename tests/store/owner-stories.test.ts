import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { createLine } from '../../src/ingest/line.ts'
import { mergeStories, retitleStory, splitStory, takeBackStoryChoice } from '../../src/ingest/shape-stories.ts'
import type { Store } from '../../src/store/store.ts'
import { storyByKey } from '../../src/store/stories.ts'
import { storyChoices } from '../../src/store/story-choices.ts'
import { createArrivals, pageOf } from '../articles.ts'
import { onBothEngines } from '../engines.ts'

const NOW_MS = Date.UTC(2026, 4, 20, 12)
const arrive = await createArrivals()

const SUBJECTS = {
  ferry:
    'Premier Ilse Varga left the harbour of Tarn by ferry after six days of talks about the straits, the port authority of Tarn said. The ferry Petrel carried the premier past the old mole to the sound of a harbour band, and nothing about the straits was signed.',
  lake: 'Lake Mirrin fell below the mark of 1911, and three towns ration water from Friday on. The lake feeds the mills of Upper Mirrin, whose water board has asked farmers to leave their pumps idle until rain comes to the valley.',
}
type Subject = keyof typeof SUBJECTS
const ENDS = [
  'The mayor was told.',
  'A crowd came.',
  'It rained later.',
  'No one was hurt.',
  'Trains were late.',
  'A vote is due.',
]

/** A text of its own about a subject, seen `at` minutes after the first. */
function told(subject: Subject, at: number) {
  const sentences = SUBJECTS[subject].split('. ').map((sentence) => sentence.replace(/\.$/, ''))
  const turned = [...sentences.slice(at % 2), ...sentences.slice(0, at % 2)].join('. ')
  const text = `${ENDS[at % ENDS.length]} ${turned}. Report ${at} from ${['Tarn', 'Mirrin'][at % 2]}.`
  const page = pageOf({
    url: `https://paper${at}.example/${subject}`,
    siteName: `Paper ${at}`,
    title: subject === 'ferry' ? `Varga leaves Tarn by ferry, report ${at}` : `Lake Mirrin falls, report ${at}`,
    text,
  })
  return arrive(page, NOW_MS + at * 60_000)
}

/** In which story every article stands, and which addresses lead where. */
async function placesIn(store: Store) {
  const articles = await store.read
    .selectFrom('article')
    .innerJoin('story', 'story.id', 'story_id')
    .select(['article.url', 'story.key'])
    .orderBy('article.id')
    .execute()
  const members = await store.read
    .selectFrom('story_member')
    .select(['article_id', 'story_id'])
    .orderBy('article_id')
    .execute()
  const stories = await store.read
    .selectFrom('story')
    .leftJoin('story as into', 'into.id', 'story.merged_into')
    .select([
      'story.key',
      'story.title',
      'story.article_count',
      'story.independent_count',
      'story.owner_count',
      'into.key as into',
    ])
    .where('story.article_count', '>', 0)
    .orderBy('story.key')
    .execute()
  return { articles, members, stories }
}

async function storyOfUrl(store: Store, part: string): Promise<string> {
  const { articles } = await placesIn(store)
  return articles.find(({ url }) => url?.includes(part))!.key
}

async function keysOf(store: Store, parts: readonly string[]): Promise<string[]> {
  const rows = await store.read.selectFrom('article').select(['key', 'url']).execute()
  return rows.flatMap(({ key, url }) => (parts.some((part) => url?.includes(part)) ? [key] : []))
}

onBothEngines((engine, open) => {
  const withStore = async (work: (store: Store) => Promise<void>) => {
    const store = await open()
    try {
      await work(store)
    } finally {
      await store.close()
    }
  }

  describe(`${engine}: an owner's choices about stories`, () => {
    it('move articles out, and hold against second looks, what comes and a restart', () =>
      withStore(async (store) => {
        const line = createLine(store)
        await line.store([0, 1, 2, 3].map((at) => told('ferry', at)))
        const story = await storyOfUrl(store, 'paper0')
        assert.equal((await placesIn(store)).stories.length, 1, 'the texts are one story before')
        const parts = ['paper2.', 'paper3.']
        const fresh = await splitStory(store, { key: story, articleKeys: await keysOf(store, parts) }, NOW_MS)
        const placed = async () => {
          const { articles } = await placesIn(store)
          return articles.slice(0, 4).map(({ key }) => (key === story ? 'old' : key === fresh ? 'new' : 'else'))
        }
        assert.deepEqual(await placed(), ['old', 'old', 'new', 'new'])
        for (const at of [4, 5, 6]) await line.store([told('ferry', at)])
        assert.deepEqual(await placed(), ['old', 'old', 'new', 'new'])
        for (const at of [7, 8, 9]) await createLine(store).store([told('ferry', at)])
        assert.deepEqual(await placed(), ['old', 'old', 'new', 'new'])
        const { stories } = await placesIn(store)
        assert.equal(
          stories.reduce((sum, one) => sum + one.article_count, 0),
          10,
        )
      }))

    it('would be undone by the next look if nothing held them', () =>
      withStore(async (store) => {
        const line = createLine(store)
        await line.store([0, 1, 2, 3].map((at) => told('ferry', at)))
        const story = await storyOfUrl(store, 'paper0')
        await splitStory(store, { key: story, articleKeys: await keysOf(store, ['paper3.']) }, NOW_MS)
        await store.write.deleteFrom('story_pin').execute()
        for (const at of [4, 5, 6]) await createLine(store).store([told('ferry', at)])
        assert.equal(await storyOfUrl(store, 'paper3.'), story)
      }))

    it('fold two stories into one that stays one, and lead the old address on', () =>
      withStore(async (store) => {
        const line = createLine(store)
        await line.store([told('ferry', 0), told('ferry', 1), told('lake', 2), told('lake', 3)])
        const [ferry, lake] = [await storyOfUrl(store, 'paper0'), await storyOfUrl(store, 'paper2')]
        assert.notEqual(ferry, lake)
        await mergeStories(store, lake, ferry, NOW_MS)
        assert.deepEqual(await storyByKey(store, lake), { movedTo: ferry })
        for (const at of [4, 5, 6, 7]) await line.store([told(at % 2 === 0 ? 'lake' : 'ferry', at)])
        await createLine(store).store([told('lake', 8)])
        const { articles } = await placesIn(store)
        assert.deepEqual(new Set(articles.slice(0, 4).map(({ key }) => key)), new Set([ferry]))
      }))

    it('take copies along with what they repeat', () =>
      withStore(async (store) => {
        const original = told('lake', 0)
        const copy = arrive(
          { ...original.prepared.page, url: 'https://echo.example/lake', siteName: 'Echo' },
          NOW_MS + 90_000,
        )
        await createLine(store).store([original, copy, told('lake', 1)])
        const story = await storyOfUrl(store, 'paper1')
        assert.equal(await storyOfUrl(store, 'echo'), story)
        const fresh = await splitStory(store, { key: story, articleKeys: await keysOf(store, ['paper0']) }, NOW_MS)
        assert.equal(await storyOfUrl(store, 'echo'), fresh)
      }))

    it('keep a headline of the owner’s whatever comes, until it is taken back', () =>
      withStore(async (store) => {
        const line = createLine(store)
        await line.store([told('lake', 0)])
        const story = await storyOfUrl(store, 'paper0')
        const titleOf = async () => (await placesIn(store)).stories[0]?.title
        const first = await titleOf()
        await retitleStory(store, story, 'The lake, by hand', NOW_MS)
        await retitleStory(store, story, 'The lake, by hand again', NOW_MS)
        await line.store([told('lake', 1), told('lake', 2)])
        assert.equal(await titleOf(), 'The lake, by hand again')
        const [choice, ...others] = await storyChoices(store)
        assert.equal(others.length, 0)
        await takeBackStoryChoice(store, choice!.id)
        assert.match(String(await titleOf()), /^Lake Mirrin falls, report \d$/)
        assert.match(String(first), /^Lake Mirrin falls/)
      }))

    it('refuse what moves nothing, everything or nowhere', () =>
      withStore(async (store) => {
        await createLine(store).store([told('lake', 0), told('lake', 1)])
        const story = await storyOfUrl(store, 'paper0')
        const refused = (done: Promise<unknown>, code: string) =>
          assert.rejects(done, (error: { code?: string }) => error.code === code)
        await refused(splitStory(store, { key: story, articleKeys: [] }, NOW_MS), 'invalid')
        const all = await keysOf(store, ['paper'])
        await refused(splitStory(store, { key: story, articleKeys: all }, NOW_MS), 'invalid')
        await refused(splitStory(store, { key: 'nowhere', articleKeys: all }, NOW_MS), 'not_found')
        await refused(mergeStories(store, story, story, NOW_MS), 'invalid')
        await refused(takeBackStoryChoice(store, 9), 'not_found')
        await splitStory(store, { key: story, articleKeys: all.slice(0, 1) }, NOW_MS)
        const [first] = await storyChoices(store)
        await mergeStories(store, await storyOfUrl(store, 'paper0'), await storyOfUrl(store, 'paper1'), NOW_MS)
        await refused(takeBackStoryChoice(store, first!.id), 'conflict')
      }))

    it('leave every article where it stood when they are taken back, the last one first', async () => {
      const acts = fc.array(fc.record({ merge: fc.boolean(), one: fc.nat(7), other: fc.nat(7) }), {
        minLength: 1,
        maxLength: 4,
      })
      await fc.assert(
        fc.asyncProperty(acts, (made) =>
          withStore(async (store) => {
            const subjects = [0, 1, 2, 3, 4, 5, 6, 7].map((at) => told(at % 2 === 0 ? 'ferry' : 'lake', at))
            await createLine(store).store(subjects)
            const first = await placesIn(store)
            for (const { merge, one, other } of made) {
              const { articles } = await placesIn(store)
              const [here, there] = [articles[one]!, articles[other]!]
              const [articleKey] = await keysOf(store, [here.url!.slice(0, 18)])
              const done = merge
                ? mergeStories(store, here.key, there.key, NOW_MS)
                : splitStory(store, { key: here.key, articleKeys: [articleKey!] }, NOW_MS)
              await done.catch((error: { code?: string }) => assert.equal(error.code, 'invalid'))
            }
            for (const choice of await storyChoices(store)) await takeBackStoryChoice(store, choice.id)
            assert.deepEqual(await placesIn(store), first)
          }),
        ),
        { numRuns: engine === 'sqlite' ? 12 : 3 },
      )
    })
  })
})
