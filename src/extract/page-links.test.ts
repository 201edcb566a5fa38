import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageLinks } from './page-links.ts'
import { readPageTree } from './page-tree.ts'

const SITE = 'https://harbour.example'
const links = (html: string, path: string) => pageLinks(readPageTree(html).elements, null, SITE + path, SITE + path)

test("the next page is the page's own address with the next number", () => {
  const cases: [string, string, string | null][] = [
    ['/tide', '<link rel="next" href="/tide?page=2">', '/tide?page=2'],
    ['/tide', '<a href="/tide/2">2</a>', '/tide/2'],
    ['/tide.html', '<a href="tide-2.html">Next page »</a>', '/tide-2.html'],
    ['/tide,2.html', '<a rel="next" href="/tide,3.html">x</a>', '/tide,3.html'],
    ['/tide/', '<a href="/tide/page/2/">nächste Seite</a>', '/tide/page/2/'],
    ['/tide?id=7', '<a href="/tide?id=7&page=2">weiter</a>', '/tide?id=7&page=2'],
    ['/tide', '<link rel="next" href="/flood">', null], // the next article
    ['/tide', '<a href="/tide/3">3</a>', null],
    ['/tide', '<a href="/tide/2">see also part two</a>', null],
    ['/tide', '<a href="https://other.example/tide/2">2</a>', null],
    ['/tide?id=7', '<a href="/tide?id=8&page=2">2</a>', null],
    ['/tide/2', '<a href="/tide/2">2</a><a href="/tide">1</a>', null],
    ['/tide', '<a href="javascript:go(2)">2</a>', null],
  ]
  for (const [path, html, next] of cases)
    assert.equal(links(html, path).next, next === null ? null : SITE + next, `${path} ${html}`)
})

test('a page for telephones is known by its script, and a page names the one it has', () => {
  assert.equal(links('<script async src="https://cdn.ampproject.org/v0.js"></script>', '/amp/tide').isAmp, true)
  const page = links('<link rel="amphtml" href="/amp/tide"><link rel="amphtml" href="/second">', '/tide')
  assert.deepEqual([page.isAmp, page.amp], [false, `${SITE}/amp/tide`])
  assert.equal(links('<link rel="amphtml" href="data:text/html,x">', '/tide').amp, null)
})
