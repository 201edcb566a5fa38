import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Parser } from 'htmlparser2'
import { demoFeed } from './feed-document.ts'
import { demoHtmlPage } from './html-page.ts'
import { type DemoItem, demoArticles } from './world.ts'

const items = [...demoArticles({ articles: 400, seed: 8, endMs: Date.UTC(2026, 10, 24, 17) })]

/** Text and open tags of markup, as a parser sees them. */
function read(markup: string, xmlMode: boolean): { text: string; tags: Map<string, number> } {
  const tags = new Map<string, number>()
  let text = ''
  let hidden = 0
  const parser = new Parser(
    {
      onopentag: (name) => {
        tags.set(name, (tags.get(name) ?? 0) + 1)
        if (name === 'script') hidden += 1
      },
      ontext: (data) => {
        if (hidden === 0) text += data
      },
      onclosetag: (name) => {
        if (name === 'script') hidden -= 1
      },
    },
    { xmlMode },
  )
  parser.end(markup)
  return { text, tags }
}

describe('demoHtmlPage', () => {
  it('shows every word of the text, with a farm’s brand back where it had been put', () => {
    let injected = 0
    for (const item of items) {
      const { text, tags } = read(demoHtmlPage(item), false)
      assert.equal(tags.get('article'), 1)
      for (const found of item.truth.injected) {
        injected += 1
        assert.ok(text.includes(found), found)
      }
      if (item.truth.injected.length > 0) continue
      for (const line of item.article.text.split(/\n\n|\n|\t/)) assert.ok(text.includes(line), line)
    }
    assert.ok(injected > 10)
  })

  it('puts the brand back so that mending gives the text again', () => {
    for (const item of items.filter(({ truth }) => truth.injected.length > 0)) {
      const { text } = read(demoHtmlPage(item), false)
      const brand = item.article.channel!
      for (const line of item.article.text.split(/\n\n|\n|\t/))
        assert.ok(text.replaceAll(brand, '').includes(line), line)
    }
  })
})

describe('demoFeed', () => {
  const some: DemoItem[] = items.filter(({ host }) => host === items[0]!.host)

  it('holds each item once in every format, newest first', () => {
    for (const [format, tag] of [
      ['rss', 'item'],
      ['atom', 'entry'],
    ] as const) {
      const { tags, text } = read(demoFeed(some, format), true)
      assert.equal(tags.get(tag), some.length)
      for (const { article } of some) assert.ok(text.includes(article.title!))
    }
    const json = JSON.parse(demoFeed(some, 'json'))
    assert.equal(json.items.length, some.length)
    const times = json.items.map((item: { date_published: string }) => item.date_published)
    assert.deepEqual(times, [...times].sort().reverse())
  })

  it('gives an empty feed for no items', () => {
    assert.equal(JSON.parse(demoFeed([], 'json')).items.length, 0)
    assert.equal(read(demoFeed([], 'rss'), true).tags.get('item'), undefined)
  })
})
