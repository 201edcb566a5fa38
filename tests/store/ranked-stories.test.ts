import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { CompiledQuery } from 'kysely'
import { DAY_MS, HOUR_MS } from '../../src/model/time.ts'
import { HALF_LIVES_MS, lowestKey, type RankingWindow, rankingKeys } from '../../src/rank/ranking.ts'
import { insertArticle, type Write, writeAlone } from '../../src/store/insert-article.ts'
import { type RankingFilter, rankedInWindow, rankedQuery, storyLeads } from '../../src/store/ranked-stories.ts'
import type { Store } from '../../src/store/store.ts'
import { insertStory, refreshStory } from '../../src/store/story-rows.ts'
import { tagBySlug } from '../../src/store/tags.ts'
import { rankingList } from '../../src/web/lists/ranking.ts'
import { newArticle } from '../articles.ts'
import { onBothEngines } from '../engines.ts'
import { siteOver } from '../flow/site-world.ts'

const NOW = Date.UTC(2026, 5, 10, 12)
const SPANS_MS = { hour: HOUR_MS, day: DAY_MS, week: 7 * DAY_MS }
const WINDOWS = Object.keys(HALF_LIVES_MS) as RankingWindow[]

type Told = { key: string; hoursAgo: number; owners: string[]; section: string; language: string; tags: string[] }

/** Sixty stories over ten days; every third by one source alone, all of them told in the last hours too. */
const STORIES: Told[] = Array.from({ length: 60 }, (_, n) => ({
  key: `s${n}`,
  hoursAgo: n < 12 ? n / 20 : n * 4,
  owners:
    n % 3 === 0 ? ['one.example'] : Array.from({ length: 1 + (n % 5) }, (_, at) => `owner${(n + at) % 20}.example`),
  section: n % 2 === 0 ? 'science' : 'economy',
  language: n % 7 === 0 ? 'fi' : 'en',
  tags: n % 4 === 0 ? ['Tarn'] : [],
}))

async function tell(write: Write, { key, hoursAgo, owners, section, language, tags }: Told): Promise<void> {
  const atMs = NOW - hoursAgo * HOUR_MS
  const about = { title: `Story ${key}`, section, language }
  const storyId = await insertStory(write, { key, ...about, atMs, demo: false })
  let leadArticleId = 0
  for (const [at, owner] of owners.entries()) {
    const seen = { publishedMs: atMs, firstSeenMs: atMs }
    const id = await insertArticle(
      write,
      newArticle({ key: `${key}-${at}`, owner, storyId, ...about, ...seen, tagNames: tags }),
    )
    if (at === 0) leadArticleId = id
  }
  const votes = owners.map((owner) => ({ owner, atMs, dailyItems: 4, isCopy: false }))
  const keys = rankingKeys({ votes, burst: 0, reactions: { positive: 0, total: 0 } })
  const ranks = { rankKey: keys.day, rankHour: keys.hour, rankWeek: keys.week }
  await refreshStory(write, { id: storyId, ...about, leadArticleId, firstSeenMs: atMs, lastSeenMs: atMs, ...ranks })
}

onBothEngines((engine, open) => {
  describe(`${engine}: ranked stories`, () => {
    const withStore = async (work: (store: Store) => Promise<void>) => {
      const store = await open()
      try {
        await writeAlone(store, async (write) => {
          for (const story of STORIES) await tell(write, story)
        })
        await work(store)
      } finally {
        await store.close()
      }
    }
    const asked = (window: RankingWindow, rest: Partial<RankingFilter> = {}): RankingFilter => {
      const sinceMs = NOW - SPANS_MS[window]
      return { window, sinceMs, fromKey: lowestKey(window, sinceMs), limit: 100, ...rest }
    }

    it('are those of the window in the order of its key, by section, language and tag, as a plain look through all of them gives', () =>
      withStore(async (store) => {
        const tag = await tagBySlug(store, 'tarn')
        for (const window of WINDOWS)
          for (const section of [undefined, 'science'])
            for (const language of [undefined, 'fi'])
              for (const tagId of [undefined, tag!.id]) {
                const rest = {
                  ...(section === undefined ? {} : { section }),
                  ...(language === undefined ? {} : { language }),
                  ...(tagId === undefined ? {} : { tagId }),
                }
                const found = await rankedInWindow(store, asked(window, rest))
                const wanted = STORIES.filter(
                  (story) =>
                    story.hoursAgo * HOUR_MS <= SPANS_MS[window] &&
                    (section === undefined || story.section === section) &&
                    (language === undefined || story.language === language) &&
                    (tagId === undefined || story.tags.includes('Tarn')),
                )
                assert.deepEqual(found.map(({ key }) => key).sort(), wanted.map(({ key }) => key).sort())
                const keys = found.map(({ rankKeys }) => rankKeys[window])
                assert.deepEqual(
                  keys,
                  keys.toSorted((a, b) => b - a),
                )
              }
      }))

    it('come with the owner of their lead, its telling tags and the owners of late', () =>
      withStore(async (store) => {
        const stories = await rankedInWindow(store, asked('week'))
        const leads = await storyLeads(
          store,
          stories.map(({ id }) => id),
          NOW - HOUR_MS,
        )
        for (const story of stories) {
          const told = STORIES.find(({ key }) => key === story.key)!
          const lead = leads.get(story.id)!
          assert.equal(lead.owner, told.owners[0])
          assert.equal(lead.tagIds.length, told.tags.length)
          assert.equal(lead.ownersSince, told.hoursAgo <= 1 ? new Set(told.owners).size : 0)
        }
      }))

    it('are listed with at most two of any ten from one source, while others are left', () =>
      withStore(async (store) => {
        const site = siteOver(store)
        site.setNow(NOW)
        const { rows, languages } = await rankingList(site, {
          window: 'week',
          section: null,
          tag: null,
          language: null,
        })
        assert.deepEqual(languages, ['en', 'fi'])
        const owners = rows.map(({ story }) => STORIES.find(({ key }) => key === story.key)!.owners)
        for (let at = 0; at + 10 <= owners.length; at++) {
          const alone = owners.slice(at, at + 10).filter((all) => all.length === 1 && all[0] === 'one.example')
          assert.ok(alone.length <= 2, `rows from ${at}`)
        }
        assert.match(rows.find(({ story }) => story.key === 's4')!.reason.text, /^told by 5 owners$/)
        await assert.rejects(
          rankingList(site, { window: 'day', section: null, tag: 'nobody', language: null }),
          /no tag “nobody”/,
        )
      }))

    if (engine === 'sqlite')
      it('are found by walking the index of their list from the top', () =>
        withStore(async (store) => {
          const plans: [Partial<RankingFilter>, string][] = [
            [{}, ''],
            [{ section: 'science' }, '_section'],
            [{ language: 'fi' }, '_language'],
            [{ language: 'fi', section: 'science' }, '_language'],
          ]
          for (const window of WINDOWS)
            for (const [rest, name] of plans) {
              const query = rankedQuery(asked(window, rest), engine).compile(store.read)
              const { rows } = await store.read.executeQuery<{ detail: string }>(
                CompiledQuery.raw(`explain query plan ${query.sql}`, [...query.parameters]),
              )
              const index = `story_ranked${window === 'day' ? '' : `_${window}`}${name}`
              assert.match(
                rows.map((row) => row.detail).join('\n'),
                new RegExp(`^SEARCH story USING INDEX ${index} \\([^\\n]*>\\?\\)$`),
              )
            }
        }))
  })
})
