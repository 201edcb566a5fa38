import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createLine } from '../../src/ingest/line.ts'
import { createSectionKeeper, type SectionKeeper } from '../../src/ingest/section-keeper.ts'
import { articleByKey } from '../../src/store/articles.ts'
import { writeAlone } from '../../src/store/insert-article.ts'
import type { Store } from '../../src/store/store.ts'
import { filedUnder } from '../../src/tag/section-claims.ts'
import { readSection } from '../../src/tag/section-reading.ts'
import { createArrivals, pageOf } from '../articles.ts'
import { onBothEngines } from '../engines.ts'

const HOST = 'harbour.example'
/** Invented words that no list holds: what they mean is to be learnt. */
const SUBJECTS = [
  { crumb: 'Sport', words: 'blatterhook vossling quarpel trindle' },
  { crumb: 'Economy', words: 'fennelrate obligon skerrit dauber' },
  { crumb: 'Science', words: 'gloomspar vithium orrery plasmel' },
] as const

function article(index: number, crumbs?: readonly string[]) {
  const { crumb, words } = SUBJECTS[index % SUBJECTS.length]!
  const reading = readSection({ title: words, text: `${words} seen ${index}`, language: 'en' })
  return { reading, filed: filedUnder({ crumbs: crumbs ?? [crumb], categories: [], url: null }), host: HOST }
}

async function teach(store: Store, keeper: SectionKeeper, from: number, to: number): Promise<void> {
  await writeAlone(store, async (write) => {
    await keeper.catchUp(write)
    for (let index = from; index < to; index++) keeper.learn(article(index), keeper.decide(article(index)))
    await keeper.keep(write)
  })
}

async function asked(store: Store, keeper: SectionKeeper) {
  return writeAlone(store, async (write) => {
    await keeper.catchUp(write)
    return SUBJECTS.map((_, index) => keeper.decide(article(index, [])))
  })
}

const arrive = await createArrivals()

/** A page about one of the subjects in sentences that are no copies of each other. */
function pageAbout(index: number, section: readonly string[]) {
  const words = SUBJECTS[index % SUBJECTS.length]!.words.split(' ')
  const text = words.map((word, place) => `Number ${index * 7 + place} ${word} was written down ${index}.`).join(' ')
  return pageOf({ url: `https://${HOST}/page-${index}`, title: `${words.join(' ')} ${index}`, text, section })
}

onBothEngines((engine, open) => {
  it(`${engine}: words whose section the store's sources declared tell it where nothing is declared, and say so`, async () => {
    const store = await open()
    try {
      const keeper = createSectionKeeper()
      assert.ok((await asked(store, keeper)).every(({ reason }) => !reason.learnt && reason.words.length === 0))
      await teach(store, keeper, 0, 90)
      const decisions = await asked(store, keeper)
      assert.deepEqual(
        decisions.map(({ section }) => section),
        ['sports', 'economy', 'science'],
      )
      assert.ok(decisions.every(({ reason }) => reason.learnt))
      assert.ok(decisions[0]!.reason.words.includes('blatterhook'))
    } finally {
      await store.close()
    }
  })

  it(`${engine}: a restart and another process's lessons change nothing, before and after folding`, async () => {
    const store = await open()
    try {
      const [first, second] = [createSectionKeeper(), createSectionKeeper()]
      for (let from = 0; from < 1_200; from += 50) {
        await teach(store, from % 100 === 0 ? first : second, from, from + 50)
        const restarted = await asked(store, createSectionKeeper())
        assert.deepEqual(await asked(store, first), restarted)
        assert.deepEqual(await asked(store, second), restarted)
      }
      const lessons = await store.read.selectFrom('section_lesson').select('id').execute()
      assert.ok(lessons.length < 512, `${lessons.length} lessons stand unfolded`)
    } finally {
      await store.close()
    }
  })

  it(`${engine}: what was rolled back is not known`, async () => {
    const store = await open()
    try {
      const keeper = createSectionKeeper()
      await assert.rejects(
        writeAlone(store, async (write) => {
          await keeper.catchUp(write)
          for (let index = 0; index < 90; index++) keeper.learn(article(index), keeper.decide(article(index)))
          await keeper.keep(write)
          throw new Error('the disk is full')
        }),
      )
      keeper.reset()
      assert.deepEqual(await asked(store, keeper), await asked(store, createSectionKeeper()))
      assert.equal((await asked(store, keeper))[0]!.reason.learnt, false)
    } finally {
      await store.close()
    }
  })

  it(`${engine}: an article's section and its reason are stored as the writer decided them`, async () => {
    const store = await open()
    try {
      const line = createLine(store)
      const named = Array.from({ length: 90 }, (_, index) => pageAbout(index, [SUBJECTS[index % 3]!.crumb]))
      await line.store(named.map((page) => arrive(page, 1_000)))
      const [first] = await line.store([arrive(named[0]!, 2_000)])
      const [last] = await line.store([arrive(pageAbout(300, []), 3_000)])
      const declared = await articleByKey(store, first!.key)
      assert.deepEqual(declared!.sectionReason!.filed, ['Sport'])
      const learnt = await articleByKey(store, last!.key)
      assert.equal(learnt!.section, 'sports')
      assert.deepEqual([learnt!.sectionReason!.filed, learnt!.sectionReason!.learnt], [[], true])
    } finally {
      await store.close()
    }
  })
})
