import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageByline } from './byline.ts'
import { prepareHtmlPage } from './html-page.ts'

const TEXT = `<p>${'The harbour lay still while the boats came home with the tide. '.repeat(6)}</p>`

const bylineOf = (head: string, body: string, url = 'https://quay-herald.example/tide'): string[] => {
  const html = `<head>${head}</head><body><h1>Tide takes the quay</h1>${body}</body>`
  const { claims, parts, page, headline } = prepareHtmlPage(html, url)
  const kept = page.texts.map(({ text }) => text.startsWith('The harbour lay'))
  return pageByline(claims, parts, page, kept, headline.siteName)
}
const author = (name: string, type = 'Person'): string =>
  `<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"${type}","name":"${name}"}}</script>`
const site = (name: string): string => `<meta property="og:site_name" content="${name}">`

test('a person named on the page beats the publisher declared as author', () => {
  const head = site('Quay Herald') + author('Quay Herald')
  assert.deepEqual(bylineOf(head, `<p class="byline">By Anna Sand</p>${TEXT}`), ['Anna Sand'])
  assert.deepEqual(bylineOf(head, TEXT), ['Quay Herald'])
})

test('what is no name does not beat the publisher', () => {
  const head = site('Quay Herald') + author('Quay Herald')
  assert.deepEqual(bylineOf(head, `<p class="author-more">Tide Boats</p>${TEXT}`), ['Quay Herald'])
})

test('a person’s own site bears the person’s name, and a site’s name alone is no writer', () => {
  const own = 'https://annasand.example/tide'
  assert.deepEqual(bylineOf(site('Anna Sand') + author('Anna Sand'), TEXT, own), ['Anna Sand'])
  assert.deepEqual(bylineOf(site('Anna Sand'), TEXT, own), [])
  assert.deepEqual(bylineOf(site('Harbour Boats'), TEXT, 'https://harbourboats.example/tide'), [])
})

test('a place that names more writers completes the list', () => {
  const more = '<p class="byline">By Anna Sand and Bo Holm</p>'
  assert.deepEqual(bylineOf(author('Anna Sand'), more + TEXT), ['Anna Sand', 'Bo Holm'])
  assert.deepEqual(bylineOf(author('Anna Sand'), `<p class="byline">By Bo Holm and Cy Lund</p>${TEXT}`), ['Anna Sand'])
})

test('a login gives way to the name that the page shows', () => {
  const shown = '<p class="author">by Anna Sand</p>'
  assert.deepEqual(bylineOf(author('annasand'), shown + TEXT), ['Anna Sand'])
  assert.deepEqual(bylineOf(author('annasand'), TEXT), ['annasand'])
})

test('labels apart from their names and inside longer lines are read', () => {
  const lines: [string, string[]][] = [
    ['<p>Written by</p><p>Anna Sand</p>', ['Anna Sand']],
    ['<p class="byline">Anna Sand | posted 3 hours ago</p>', ['Anna Sand']],
    ['<p class="autor">Datum: Autor: Anna Sand Quelle: Quay</p>', ['Anna Sand']],
    ['<p class="author">Anna Sand im Gespräch mit Bo Holm</p>', ['Anna Sand', 'Bo Holm']],
    ['<p class="byline">By Anna de la Costa</p>', ['Anna de la Costa']],
    [
      '<p class="byline">By Anna Sand, Bo Holm and Cy Lund - Harbour Watch team</p>',
      ['Anna Sand', 'Bo Holm', 'Cy Lund'],
    ],
  ]
  for (const [line, names] of lines) assert.deepEqual(bylineOf('', line + TEXT), names, line)
})

test('degrees stay with their names, roles and reviewers go', () => {
  const names = (byline: string): string[] => bylineOf(`<meta name="author" content="${byline}">`, TEXT)
  assert.deepEqual(names('Anna Sand, DVM'), ['Anna Sand, DVM'])
  assert.deepEqual(names('Anna Sand, DVM. Reviewed by Bo Holm'), ['Anna Sand, DVM'])
  assert.deepEqual(names('Anna Sand, Hardware'), ['Anna Sand'])
  assert.deepEqual(names('Anna Sand, AFP'), ['Anna Sand', 'AFP'])
})

test('a paper’s authors are its own, not those of the papers that it cites', () => {
  const head = `<meta name="citation_author" content="Sand, Anna"><meta name="citation_author" content="Holm, Bo">${author('Cy Lund')}`
  assert.deepEqual(bylineOf(head, TEXT), ['Anna Sand', 'Bo Holm'])
})
