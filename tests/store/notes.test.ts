import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createLine } from '../../src/ingest/line.ts'
import { createPulse } from '../../src/ingest/pulse-tick.ts'
import type { ArticleCard } from '../../src/model/card.ts'
import { AppError } from '../../src/model/errors.ts'
import { NOTES_OWNER } from '../../src/model/note.ts'
import { HOUR_MS } from '../../src/model/time.ts'
import { allArticles, articleByKey } from '../../src/store/articles.ts'
import { dumpStore, restoreStore } from '../../src/store/dump.ts'
import { listFeeds } from '../../src/store/feeds.ts'
import { listNotes } from '../../src/store/notes.ts'
import { countedArticles } from '../../src/store/pulse-events.ts'
import { searchArticles } from '../../src/store/search.ts'
import type { Store } from '../../src/store/store.ts'
import { storyCards } from '../../src/store/stories.ts'
import { parseQuery } from '../../src/text/search-query.ts'
import { createArrivals, pageOf } from '../articles.ts'
import { onBothEngines } from '../engines.ts'
import { notesOver } from '../notes.ts'

const NOW_MS = Date.UTC(2026, 4, 20, 12)
const TEXT = [
  'Premier Ilse Varga left the harbour of Tarn on Sunday after six days of talks about the straits, the port authority said.',
  'Her ship sailed to the sound of a harbour band at the end of a farewell on the old mole, some 200 kilometres from the border.',
  'Nothing was signed that was not said aloud, Varga told Harbour Wire before she went aboard the ferry Petrel for the crossing.',
].join('\n\n')
const WISH = {
  title: 'Varga leaves Tarn: what we saw from the mole',
  markdown: `${TEXT}\n\nWe were there.`,
  section: null,
  tags: [],
}

const arrive = await createArrivals()

async function every(store: Store): Promise<ArticleCard[]> {
  const found: ArticleCard[] = []
  for await (const one of allArticles(store)) found.push(one)
  return found
}

async function* streamOf(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines
}

onBothEngines((engine, open) => {
  const withNotes = async (
    work: (
      notes: ReturnType<typeof notesOver>,
      parts: { store: Store; line: ReturnType<typeof createLine>; later: (ms: number) => void },
    ) => Promise<void>,
  ) => {
    const store = await open()
    let nowMs = NOW_MS
    const line = createLine(store)
    const notes = notesOver({ store, line, now: () => nowMs })
    try {
      await work(notes, { store, line, later: (ms) => (nowMs += ms) })
    } finally {
      await store.close()
    }
  }
  const article = async (store: Store, key: string | null) => (await articleByKey(store, key ?? ''))! // published just before

  describe(`notes (${engine})`, () => {
    it('are drafts until they are published, then articles of this site’s own', () =>
      withNotes(async (notes, { store }) => {
        const draft = await notes.write(
          { ...WISH, markdown: '# A head\n\nThe *ferry* left [Tarn](https://tarn.example/).' },
          'ada',
        )
        assert.deepEqual([draft.state, draft.author, draft.articleKey, draft.blocks.length], ['draft', 'ada', null, 2])
        assert.deepEqual(await every(store), [])
        const note = await notes.publish(draft.id)
        const shown = await article(store, note.articleKey)
        assert.deepEqual(
          [
            note.state,
            shown.owner,
            shown.url,
            shown.byline,
            shown.sourceTitle,
            shown.language,
            shown.publishedMs,
            shown.hidden,
          ],
          ['published', NOTES_OWNER, null, ['ada'], 'The Quay', 'en', NOW_MS, false],
        )
        assert.equal(shown.page.text, 'A head\n\nThe ferry left Tarn.')
        assert.deepEqual(
          (await listFeeds(store)).map(({ kind, title }) => [kind, title]),
          [['note', 'The Quay']],
        )
        const found = await searchArticles(store, parseQuery('ferry'), { limit: 5 })
        assert.deepEqual(found, [shown.id])
      }))

    it('stand in the section that their writer names, also when it is changed', () =>
      withNotes(async (notes, { store }) => {
        const { id } = await notes.write({ ...WISH, section: 'science' }, null)
        const { articleKey } = await notes.publish(id)
        assert.equal((await article(store, articleKey)).section, 'science')
        await notes.change(id, { ...WISH, section: 'sports' })
        assert.equal((await article(store, articleKey)).section, 'science', 'not published yet')
        await notes.publish(id)
        assert.equal((await article(store, articleKey)).section, 'sports')
      }))

    it('join a story without being one of its voices, its copy, or what it is told by', () =>
      withNotes(async (notes, { store, line }) => {
        const pages = ['wire', 'herald', 'courier'].map((host, at) =>
          pageOf({
            url: `https://${host}.example/varga`,
            siteName: host,
            title: `Varga sails home from Tarn, ${['talks over', 'farewell at the mole', 'nothing signed'][at]}`,
            text: TEXT.split('\n\n')
              .toSpliced(at, 1)
              .map((one, place) => `${one} The ${host} was told so ${place + 2} times.`)
              .join('\n\n'),
          }),
        )
        await line.store(pages.map((page) => arrive(page, NOW_MS - HOUR_MS)))
        const before = (await every(store))[0]!
        const [story] = await storyCards(store, [before.storyId!])
        const { articleKey } = await notes.publish((await notes.write(WISH, null)).id)
        const shown = await article(store, articleKey)
        const [after] = await storyCards(store, [shown.storyId!])
        assert.equal(after!.key, story!.key)
        assert.deepEqual([shown.copyOf, shown.family === null || shown.family === shown.id], [null, true])
        const counted = ({ independentCount, ownerCount, copyCount, rankKey, title }: typeof story & object) => [
          independentCount,
          ownerCount,
          copyCount,
          rankKey,
          title,
        ]
        assert.deepEqual(counted(after!), counted(story!))
        assert.equal(after!.articleCount, story!.articleCount + 1)
        const voices = await countedArticles(store, NOW_MS - 2 * HOUR_MS, NOW_MS + HOUR_MS)
        assert.ok(voices.length > 0 && voices.every(({ owner }) => owner !== NOTES_OWNER))
      }))

    it('make nothing rise, however many there are', () =>
      withNotes(async (notes, { store, later }) => {
        for (let count = 0; count < 12; count++) {
          await notes.publish(
            (
              await notes.write(
                { ...WISH, title: `${WISH.title} ${count}`, markdown: `${WISH.markdown} ${count}` },
                null,
              )
            ).id,
          )
          later(60_000)
        }
        await createPulse(store).catchUp(NOW_MS + 3 * HOUR_MS)
        const stories = await storyCards(store, [...new Set((await every(store)).map(({ storyId }) => storyId!))])
        assert.deepEqual(
          stories.map(({ burst, rankKey, independentCount }) => [burst, rankKey, independentCount]),
          stories.map(() => [0, 0, 0]),
        )
      }))

    it('keep their address, time and former words when they are changed', () =>
      withNotes(async (notes, { store, later }) => {
        const { id } = await notes.write(WISH, null)
        const first = await notes.publish(id)
        later(HOUR_MS)
        await notes.change(id, { ...WISH, markdown: 'Quite another text about the lighthouse of Karelin.' })
        const second = await notes.publish(id)
        const shown = await article(store, second.articleKey)
        assert.equal(second.articleKey, first.articleKey)
        assert.deepEqual(
          [shown.version, shown.publishedMs, shown.page.text],
          [2, NOW_MS, 'Quite another text about the lighthouse of Karelin.'],
        )
        await notes.publish(id)
        assert.equal((await article(store, second.articleKey)).version, 2, 'what did not change is no version')
        const find = async (words: string) => (await searchArticles(store, parseQuery(words), { limit: 5 })).length
        assert.deepEqual([await find('lighthouse'), await find('straits')], [1, 0])
      }))

    it('can be withdrawn and shown again', () =>
      withNotes(async (notes, { store }) => {
        const { id } = await notes.write(WISH, null)
        const { articleKey } = await notes.publish(id)
        assert.equal((await notes.withdraw(id)).state, 'withdrawn')
        assert.equal((await article(store, articleKey)).hidden, true)
        assert.equal((await notes.publish(id)).articleKey, articleKey)
        assert.equal((await article(store, articleKey)).hidden, false)
        const draft = await notes.write(WISH, null)
        assert.equal((await notes.withdraw(draft.id)).state, 'draft', 'what was never shown stays a draft')
      }))

    it('outlive a backup', () =>
      withNotes(async (notes, { store }) => {
        await notes.publish((await notes.write({ ...WISH, tags: ['Tarn'], section: 'society' }, 'ada')).id)
        const lines: string[] = []
        await dumpStore(store, async (line) => void lines.push(line))
        const other = await open()
        await restoreStore(other, streamOf(lines))
        assert.deepEqual(await listNotes(other, 10), await listNotes(store, 10))
        await other.close()
      }))

    it('that are not there or cannot be read are refused by name', () =>
      withNotes(async (notes) => {
        const code = (cause: unknown) => (cause instanceof AppError ? cause.code : null)
        for (const act of [() => notes.publish(7), () => notes.withdraw(7), () => notes.change(7, WISH)])
          await assert.rejects(act, (cause) => code(cause) === 'not_found')
        await assert.rejects(
          () => notes.write({ ...WISH, markdown: '>'.repeat(39_000) }, null),
          (cause) => code(cause) === 'invalid',
        )
      }))
  })
})
