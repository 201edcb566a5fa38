import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readJsonlArticle } from './jsonl-articles.ts'

function read(value: unknown) {
  const result = readJsonlArticle(JSON.stringify(value))
  assert.ok(result.ok, 'the line is an article')
  return result.value
}

test('our own export reads back', () => {
  const article = read({
    id: 3,
    url: 'http://a.example/1',
    title: 'Ferry',
    text: 'It ran.',
    published: '2026-11-03',
    language: 'nl',
    section: 'society',
    source: { url: 'http://a.example/', title: 'Quill' },
    tags: [{ name: 'Quillmouth' }, 'sea'],
  })
  assert.deepEqual(
    [article.id, article.url, article.text, article.published, article.site, article.tags],
    ['3', 'http://a.example/1', 'It ran.', '2026-11-03', 'Quill', ['Quillmouth', 'sea']],
  )
})

test('the names of other data sets are known, and markup in a body is told from text', () => {
  const article = read({
    headline: 'H',
    maintext: 'Words',
    date_publish: '2026-11-03 08:00:00',
    authors: 'Ode Varn; Ilse Brant',
    source_domain: 'a.example',
  })
  assert.deepEqual(
    [article.title, article.text, article.published, article.authors, article.site],
    ['H', 'Words', '2026-11-03T08:00:00Z', ['Ode Varn', 'Ilse Brant'], 'a.example'],
  )
  assert.deepEqual([read({ content: '<p>One</p>' }).html, read({ content: '<p>One</p>' }).text], ['<p>One</p>', null])
  assert.equal(read({ text: 'a < b and c > d' }).text, 'a < b and c > d')
  assert.equal(read({ text: 'x', timestamp: 1_793_692_800 }).published, '2026-11-03T08:00:00Z')
})

test('a line that is no article says why', () => {
  for (const line of ['', '{', '[1]', 'null', '3'])
    assert.equal((readJsonlArticle(line) as { reason: string }).reason, 'not-json', line)
  assert.deepEqual(readJsonlArticle('{"title":"x","text":" "}'), {
    ok: false,
    reason: 'no-text',
    detail: 'fields: title, text',
  })
})
