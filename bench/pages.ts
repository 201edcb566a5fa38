/**
 * What a page costs: `sh scripts/node.sh bench/pages.ts FOLDER [ARTICLES]` fills a store of invented words in FOLDER (once) and
 * asks every kind of page, made anew and kept. Prints milliseconds to the whole answer, and its bytes compressed.
 */
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { SECTIONS } from '../src/model/tag.ts'
import { HOUR_MS } from '../src/model/time.ts'
import { newestArticles } from '../src/store/articles.ts'
import { writePulseTick } from '../src/store/bursts.ts'
import { storeCounts } from '../src/store/counts.ts'
import { insertArticle, writeAlone } from '../src/store/insert-article.ts'
import { openStore, type Store } from '../src/store/store.ts'
import { newestStories } from '../src/store/stories.ts'
import { insertStory, refreshStory } from '../src/store/story-rows.ts'
import { tagPage } from '../src/store/tag-pages.ts'
import { createApp } from '../src/web/app.ts'
import { newArticle } from '../tests/articles.ts'
import { siteOver } from '../tests/flow/site-world.ts'

const { positionals } = parseArgs({ allowPositionals: true })
const [folder = '/tmp/bench-pages', asked = '100000'] = positionals
const NOW = Date.UTC(2026, 5, 10, 14, 20)
/** Articles of one story, and words of one text: as a common day has them. */
const STORY_ARTICLES = 8
const TEXT_WORDS = 180
const WORDS = 30_000
const TAGS = 4_000
const BATCH = 500

const store = await openStore({ path: join(folder, 'trendpulse.db') })
const stored = (await storeCounts(store)).articles
if (stored < Number(asked)) await fill(store, stored, Number(asked))
await measure(store)
await store.close()

async function fill(store: Store, from: number, articles: number): Promise<void> {
  const random = seeded(7)
  const pick = (n: number) => Math.floor(n * random() ** 3) // few are common, most are rare
  const text = (words: number) => Array.from({ length: words }, () => `w${pick(WORDS)}`).join(' ')
  const spanMs = 30 * 24 * HOUR_MS
  for (let done = Math.ceil(from / BATCH) * BATCH; done < articles; done += BATCH) {
    await writeAlone(store, async (write) => {
      for (let at = done; at < Math.min(articles, done + BATCH); at += STORY_ARTICLES) {
        const endMs = NOW - spanMs + (spanMs * at) / articles
        const section = SECTIONS[Math.floor(random() * SECTIONS.length)]!
        const key = `bench${at}`
        const title = text(9)
        const id = await insertStory(write, { key, title, section, language: 'en', atMs: endMs, demo: false })
        let lead = 0
        for (let nth = 0; nth < STORY_ARTICLES; nth++) {
          const publishedMs = endMs - nth * HOUR_MS
          const isCopy = nth > 4
          lead = await insertArticle(
            write,
            newArticle({
              key: `${key}-${nth}`,
              title: text(9),
              text: text(TEXT_WORDS),
              storyId: id,
              section,
              owner: `owner${pick(400)}.example`,
              publishedMs,
              firstSeenMs: publishedMs,
              tagNames: [...new Set(Array.from({ length: 5 }, () => `Tag ${pick(TAGS)}`))],
              ...(isCopy
                ? {
                    copy: {
                      copyOf: lead,
                      kind: 'near',
                      containment: 0.9,
                      family: lead,
                      redatedDays: null,
                      injectedCount: 0,
                    },
                  }
                : {}),
            }),
          )
        }
        const rankKey = endMs / (8 * HOUR_MS)
        await refreshStory(write, {
          id,
          title,
          leadArticleId: lead,
          section,
          language: 'en',
          firstSeenMs: endMs - 8 * HOUR_MS,
          lastSeenMs: endMs,
          rankKey,
        })
      }
    })
  }
  const rising = await newestStories(store, 40)
  const tickMs = Math.floor(NOW / HOUR_MS) * HOUR_MS
  await writePulseTick(store, {
    tickMs,
    hours: rising.flatMap((story) =>
      Array.from({ length: 24 }, (_, ago) => ({
        key: `story:${story.key}`,
        hourMs: tickMs - ago * HOUR_MS,
        seen: 24 - ago,
        expected: 2,
        score: 3,
      })),
    ),
    bursts: rising.map((story) => ({
      key: `story:${story.key}`,
      score: 9,
      seen: 14,
      expected: 2,
      windowHours: 3,
      falseRate: 0.1,
    })),
    leads: new Map(rising.map((story) => [`story:${story.key}`, []])),
    storyBursts: new Map(rising.map((story) => [story.id, 9])),
    state: new Uint8Array([1]),
    stateTickMs: tickMs,
    shown: { shownMs: tickMs, isNow: true },
  })
}

async function measure(store: Store): Promise<void> {
  const site = siteOver(store)
  site.setNow(NOW)
  const app = createApp(site)
  const articles = await newestArticles(store, { limit: 400 })
  const stories = await newestStories(store, 200)
  const tags = await tagPage(store, { limit: 200 })
  const common = tags.toSorted((a, b) => b.articleCount - a.articleCount)
  const past = `at=${new Date(NOW - 10 * 24 * HOUR_MS).toISOString()}`
  const then = stories.at(-1)!.key
  const paths: Record<string, (nth: number) => string> = {
    home: () => '/',
    section: (nth) => `/section/${SECTIONS[nth % SECTIONS.length]}`,
    story: (nth) => `/story/${stories[nth % stories.length]!.key}`,
    article: (nth) => `/article/${articles[nth % articles.length]!.key}`,
    tag: (nth) => `/tag/${tags[nth % tags.length]!.slug}`,
    'commonest tag': () => `/tag/${common[0]!.slug}`,
    pulse: () => '/pulse',
    ranking: () => '/ranking',
    'ranking, week': () => '/ranking?window=week',
    history: (nth) => `/tag/${tags[nth % tags.length]!.slug}/history?days=90`,
    'home, ten days ago': () => `/?${past}`,
    'ranking, ten days ago': () => `/ranking?${past}`,
    'pulse, this hour': () => `/pulse?at=${new Date(NOW).toISOString()}`,
    'story, this hour': () => `/story/${then}?at=${new Date(NOW).toISOString()}`,
    search: (nth) => `/search?q=w${nth * 13}`,
    'search, commonest word': () => '/search?q=w0',
    explain: (nth) => `/explain/story/${stories[nth % stories.length]!.key}`,
  }
  console.log(
    `${(await storeCounts(store)).articles} articles; milliseconds made anew: middle, p99; of CPU: middle; kept: middle; kB in brotli`,
  )
  for (const [name, path] of Object.entries(paths)) {
    const anew: number[] = []
    const cpu: number[] = []
    let bytes = 0
    for (let nth = 0; nth < 150; nth++) {
      site.touch()
      const startMs = performance.now()
      const startCpu = process.cpuUsage()
      const answer = await app.request(path(nth), { headers: { 'accept-encoding': 'br' } })
      bytes = Math.max(bytes, (await answer.arrayBuffer()).byteLength)
      if (answer.status !== 200) throw new Error(`${path(nth)} answers ${answer.status}`)
      const used = process.cpuUsage(startCpu)
      if (nth >= 20) {
        anew.push(performance.now() - startMs)
        cpu.push((used.user + used.system) / 1_000)
      }
    }
    const kept: number[] = []
    for (let nth = 0; nth < 2_000; nth++) {
      const startMs = performance.now()
      await app.request(path(0), { headers: { 'accept-encoding': 'br' } })
      kept.push(performance.now() - startMs)
    }
    console.log(
      `${name.padEnd(24)} ${quantile(anew, 0.5)} ${quantile(anew, 0.99)}  ${quantile(cpu, 0.5)}  ${quantile(kept, 0.5, 3)}  ${(bytes / 1000).toFixed(1)}`,
    )
  }
}

function quantile(values: readonly number[], share: number, digits = 1): string {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(digits).padStart(7)
}

/** A generator of numbers in [0, 1) that a seed makes. **Source:** Mulberry32, public domain. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
