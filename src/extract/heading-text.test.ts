import assert from 'node:assert/strict'
import { test } from 'node:test'
import { headingText, isSiteHeading, originalUrl } from './heading-text.ts'
import { eachElement, type PageElement, readTree } from './page-tree.ts'

const headings = (html: string): PageElement[] => {
  const found: PageElement[] = []
  eachElement(readTree(html), (element) => {
    if (element.tag === 'h1') found.push(element)
  })
  return found
}
const textIn = (html: string): string => headings(html).map(headingText).join('; ')

test('a headline is read without what stands beside it in its element', () => {
  const pages = [
    '<h1><span class="dachzeile">After the storm</span> <span class="headline">Tide takes the quay</span></h1>',
    '<h1><span class="roofline">Harbour </span>Tide takes the quay</h1>',
    '<h1><small>Week in pictures</small><br>Tide takes the quay</h1>',
    '<h1><div class="entry-section"><a href="/port/">Port | </a></div><span>Tide takes the quay</span></h1>',
    '<h1>Tide takes the quay <time>2 March 2025</time></h1>',
    '<h1><span class="entry-title-primary">Tide takes the quay</span> <span class="entry-subtitle">None hurt</span></h1>',
    '<h1>Tide takes the quay<span class="element-invisible"> | Quay Herald</span></h1>',
  ]
  for (const page of pages) assert.equal(textIn(page), 'Tide takes the quay', page)
})

test('words inside a headline stay where they are, and soft hyphens go', () => {
  assert.equal(textIn('<h1>Har\u00adbour <em>and</em> <span class="highlight">quay</span></h1>'), 'Harbour and quay')
  assert.equal(textIn('<h1><ruby>港<rt>みなと</rt></ruby>の朝</h1>'), '港の朝')
})

test('a heading of nothing but a kicker is read whole', () => {
  assert.equal(textIn('<h1><span class="kicker">Tide takes the quay</span></h1>'), 'Tide takes the quay')
})

test('a heading that leads to the front page is the site’s, on the front page itself it is not', () => {
  const url = 'https://quay-herald.example/2025/tide'
  const isSite = (html: string, at = url): boolean => isSiteHeading(headings(html)[0]!, at)
  assert.equal(isSite('<h1><a href="https://quay-herald.example/">Quay Herald</a></h1>'), true)
  assert.equal(isSite('<h1 class="site-title">Quay Herald</h1>'), true)
  assert.equal(isSite(`<h1><a href="${url}">Tide takes the quay</a></h1>`), false)
  assert.equal(isSite('<h1>From <a href="/">Quay Herald</a></h1>'), false)
  assert.equal(isSite('<h1><a href="/">Quay Herald</a></h1>', 'https://quay-herald.example/'), false)
})

test('the address of an archive’s copy is the page’s own', () => {
  const archived = 'https://web.archive.org/web/20120611024252/http://quay-herald.example/tide'
  assert.equal(originalUrl(archived), 'http://quay-herald.example/tide')
  assert.equal(originalUrl('https://web.archive.org/web/2012/quay-herald.example/a'), 'http://quay-herald.example/a')
  assert.equal(originalUrl(null), null)
})
