import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { writeAtom } from './atom.ts'
import { blocksHtml } from './block-html.ts'
import { writeJsonFeed } from './json-feed.ts'
import type { OutEntry, OutFeed } from './out-feed.ts'
import { writeRss } from './rss.ts'

const entry: OutEntry = {
  id: 'https://paper.example/article/a1',
  url: 'https://paper.example/article/a1',
  title: 'Bridge at <Lower> Alma & Sons "opens"',
  summary: 'The bridge opened.',
  reason: '3 independent sources',
  blocks: [{ kind: 'paragraph', inlines: [{ text: 'The bridge ' }, { text: 'opened', strong: true }] }],
  originUrl: 'https://origin.example/bridge?a=1&b=2',
  publishedMs: Date.UTC(2026, 2, 5, 8, 9, 10),
  updatedMs: Date.UTC(2026, 2, 6),
  authors: ['Ada Quill'],
  categories: ['Alma'],
  language: 'de',
}
const feed: OutFeed = {
  id: 'https://paper.example/',
  title: 'The Example Paper',
  description: '',
  pageUrl: 'https://paper.example/',
  selfUrl: 'https://paper.example/index.rss',
  hubUrl: null,
  language: 'en',
  updatedMs: Date.UTC(2026, 2, 6),
  entries: [entry],
}

/** Elements in order, with their text: what an XML reader makes of a document. */
function elementsOf(xml: string): { name: string; attributes: Record<string, string>; text: string }[] {
  const found: { name: string; attributes: Record<string, string>; text: string }[] = []
  const open: typeof found = []
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const element = { name, attributes, text: '' }
        found.push(element)
        open.push(element)
      },
      ontext: (text) => {
        const last = open.at(-1)
        if (last) last.text += text
      },
      onclosetag: () => void open.pop(),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
  return found
}
const textOf = (xml: string, name: string) =>
  elementsOf(xml)
    .filter((element) => element.name === name)
    .map((element) => element.text)

describe('RSS', () => {
  it('gives a permalink guid, an RFC 822 date, a name in dc:creator and a self link', () => {
    const xml = writeRss(feed)
    const guid = elementsOf(xml).find((element) => element.name === 'guid')
    assert.deepEqual([guid?.text, guid?.attributes.isPermaLink], [entry.url, 'true'])
    assert.deepEqual(textOf(xml, 'pubDate'), ['Thu, 05 Mar 2026 08:09:10 GMT'])
    assert.deepEqual(textOf(xml, 'dc:creator'), ['Ada Quill'])
    assert.equal(elementsOf(xml).find((element) => element.name === 'atom:link')?.attributes.href, feed.selfUrl)
  })
  it('marks a guid that is no address as such', () => {
    const xml = writeRss({ ...feed, entries: [{ ...entry, id: 'tag:paper.example,2026:burst-1' }] })
    assert.match(xml, /isPermaLink="false"/)
  })
  it('has a description even where the list has none', () => {
    assert.equal(textOf(writeRss(feed), 'description')[0], feed.title)
  })
  it('carries the summary as description and the whole text as content', () => {
    assert.deepEqual(textOf(writeRss(feed), 'description').slice(1), ['The bridge opened.'])
    assert.match(textOf(writeRss(feed), 'content:encoded')[0]!, /<strong>opened<\/strong>/)
    assert.deepEqual(textOf(writeRss({ ...feed, entries: [{ ...entry, blocks: null }] }), 'content:encoded'), [])
  })
})

describe('Atom', () => {
  it('has id, updated, a self and an alternate link, and an author for the feed', () => {
    const elements = elementsOf(writeAtom(feed))
    const rels = elements.filter((element) => element.name === 'link').map((element) => element.attributes.rel)
    assert.deepEqual(rels, ['self', 'alternate', 'alternate', 'via'])
    assert.deepEqual(textOf(writeAtom(feed), 'updated'), ['2026-03-06T00:00:00Z', '2026-03-06T00:00:00Z'])
    assert.deepEqual(textOf(writeAtom(feed), 'name'), ['The Example Paper', 'Ada Quill'])
  })
  it('names the language of an entry that is not the feed’s', () => {
    assert.match(writeAtom(feed), /<entry xml:lang="de">/)
  })
})

it('every format gives back any title and summary exactly as XML can hold it', () => {
  const xmlSafe = (text: string) =>
    text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u0080-\u009f\ufffe\uffff]|\p{Surrogate}/gu, '')
  const texts = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => xmlSafe(text).trim() !== '' && !/\r/.test(text))
  fc.assert(
    fc.property(texts, texts, (title, summary) => {
      const one = { ...feed, entries: [{ ...entry, title, summary }] }
      assert.equal(textOf(writeRss(one), 'title')[1], xmlSafe(title).trim())
      assert.equal(textOf(writeAtom(one), 'title')[1], xmlSafe(title).trim())
      assert.equal(textOf(writeAtom(one), 'summary')[0], xmlSafe(summary))
      assert.equal(JSON.parse(writeJsonFeed(one)).items[0].title, title.toWellFormed())
    }),
  )
})

it('never lets a text or link of a stranger become markup', () => {
  const nasty = fc.oneof(
    fc.constantFrom('toString', '<script>x</script>', '" onload="x', "javascript:x('1')", ']]>', '&lt;b&gt;'),
    fc.string(),
  )
  fc.assert(
    fc.property(nasty, nasty, (text, href) => {
      const html = blocksHtml([
        { kind: 'paragraph', inlines: [{ text, href }] },
        { kind: 'image', url: href, alt: text, caption: '' },
        { kind: 'embed', url: href, title: text },
        { kind: 'code', text },
      ])
      const names = new Set<string>()
      const parser = new Parser({
        onopentag: (name, attributes) => {
          names.add(name)
          for (const [key, value] of Object.entries(attributes)) {
            assert.equal(key, 'href')
            assert.match(value, /^(https?:\/\/|mailto:)/i)
          }
        },
      })
      parser.end(html)
      for (const name of names) assert.ok(['p', 'a', 'pre', 'code'].includes(name), name)
    }),
  )
})
