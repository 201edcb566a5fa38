import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { DAY_MS } from '../model/time.ts'
import { hash32 } from '../text/hash.ts'
import { words } from '../text/words.ts'
import { type DemoItem, demoArticles } from './world.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const END_MS = Date.UTC(2026, 10, 24, 17)
const world = (articles: number, seed: number, days?: number): DemoItem[] => [
  ...demoArticles({ articles, seed, endMs: END_MS, ...(days === undefined ? {} : { days }) }),
]
const digest = (items: readonly DemoItem[]): string => createHash('sha256').update(JSON.stringify(items)).digest('hex')

describe('demoArticles', () => {
  it('gives exactly as many articles as asked, in order of time, before the end, with unique addresses', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.nat(), fc.integer({ min: 1, max: 40 }), (count, seed, days) => {
        const items = world(count, seed, days)
        assert.equal(items.length, count)
        assert.equal(new Set(items.map(({ article }) => article.url)).size, count)
        for (const [index, item] of items.entries()) {
          assert.ok(item.firstSeenMs < END_MS && item.firstSeenMs >= END_MS - days * DAY_MS)
          assert.ok(index === 0 || items[index - 1]!.firstSeenMs <= item.firstSeenMs)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('gives the same bytes for the same seed and others for another', () => {
    assert.equal(digest(world(300, 5)), digest(world(300, 5)))
    assert.notEqual(digest(world(300, 5)), digest(world(300, 6)))
  })

  it('names an original that came before each copy, of the same story', () => {
    const items = world(2_000, 11)
    const seen = new Map(items.map((item) => [item.article.url, item]))
    let copies = 0
    for (const { truth, firstSeenMs } of items) {
      assert.equal(truth.kind === null, truth.copyOf === null)
      assert.equal(truth.redatedDays === null, truth.copyOf === null)
      if (truth.copyOf === null) continue
      copies += 1
      const original = seen.get(truth.copyOf)
      assert.ok(original !== undefined && original.firstSeenMs < firstSeenMs)
      assert.equal(original.truth.story, truth.story)
      assert.equal(original.truth.copyOf, null)
    }
    assert.ok(copies > 300 && copies < 1_400, `${copies} copies`)
  })

  it('fills text as its blocks read, with repairs that stand where they say', () => {
    for (const { article, truth } of world(1_500, 3)) {
      for (const { at, mended, found, brand } of article.repairs) {
        assert.equal(article.text.slice(at, at + mended.length), mended)
        assert.equal(found, brand + mended)
      }
      assert.deepEqual(
        truth.injected,
        article.repairs.map(({ found }) => found),
      )
      const paragraphs = article.blocks.flatMap((block) =>
        block.kind === 'paragraph' ? [block.inlines.map(({ text }) => text).join('')] : [],
      )
      for (const paragraph of paragraphs) assert.ok(article.text.includes(paragraph))
      assert.match(article.text, /\S/)
      assert.doesNotMatch(article.text, /[[\]{}|]|undefined| {2}| [.,]|\.\./)
      assert.doesNotMatch(article.title ?? '', /[[\]{}]|undefined| {2}/)
    }
  })

  it('agrees with the calendar: an own text never calls its day by another weekday', () => {
    const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
    let spoken = 0
    for (const { article, truth } of world(800, 21)) {
      if (truth.copyOf !== null || article.language !== 'en') continue
      const own = names[new Date(article.dates[0]!.atMs).getUTCDay()]!
      if (/^(?:.*?)\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/.test(article.text)) {
        spoken += 1
        const days = names.filter((name) => article.text.includes(`on ${name}`))
        if (article.text.split('\n\n')[0]!.includes(' on ')) assert.ok(days.length === 0 || article.text.includes(own))
      }
    }
    assert.ok(spoken > 200)
  })

  it('keeps unrelated texts apart: hardly any run of seven words stands in two stories', () => {
    const items = world(600, 9).filter(({ article, truth }) => truth.copyOf === null && article.language === 'en')
    const sets = items.map(({ article }) => shingles(article.text, 7))
    let worst = 0
    for (let one = 0; one < items.length; one++) {
      for (let other = one + 1; other < items.length; other++) {
        if (items[one]!.truth.story === items[other]!.truth.story) continue
        worst = Math.max(worst, containment(sets[one]!, sets[other]!))
      }
    }
    assert.ok(worst < 0.3, `containment ${worst}`)
  })

  it('holds a rising burst at the end, floods by one feed, and every section and language', () => {
    const items = world(600, 2)
    const late = items.filter(({ firstSeenMs }) => firstSeenMs > END_MS - DAY_MS / 24)
    assert.ok(late.filter(({ truth }) => truth.burst === 'burst-rising').length >= 5)
    assert.equal(new Set(items.map(({ section }) => section)).size, 7)
    assert.ok(new Set(items.map(({ article }) => article.language)).size >= 4)
    assert.ok(items.some(({ host }) => host === 'dealflood.example'))
    assert.ok(items.some(({ article }) => article.doubts.length > 0))
  })

  it('streams: what is kept does not grow with what has been given', () => {
    const keptMb: number[] = []
    let count = 0
    for (const _ of demoArticles({ articles: 15_000, seed: 1, endMs: END_MS, days: 60 })) {
      count += 1
      if (count % 5_000 !== 0) continue
      collectGarbage()
      keptMb.push(process.memoryUsage().heapUsed / 1e6)
    }
    assert.ok(keptMb[2]! - keptMb[0]! < 2, `kept ${keptMb.join(' -> ')} MB`)
  })
})

function shingles(text: string, size: number): Set<number> {
  const list = words(text).map((word) => word.text.toLowerCase())
  const set = new Set<number>()
  for (let at = 0; at + size <= list.length; at++) set.add(hash32(list.slice(at, at + size).join(' ')))
  return set
}

function containment(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  let shared = 0
  for (const shingle of small) if (large.has(shingle)) shared += 1
  return small.size === 0 ? 0 : shared / small.size
}
