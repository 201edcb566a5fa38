import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readListing } from './html-listing.ts'

const PAGE = 'http://news.example/harbour/'
const headline = (index: number): string => `The ferry of Quillmouth ran ${index} times today`
const card = (index: number): string =>
  `<div class="card c${index}"><a class="pic" href="/2026/ferry-${index}"><img src="i.png"></a><time datetime="2026-11-0${index}T08:00:00Z">then</time><h3><a href="/2026/ferry-${index}">${headline(index)}</a></h3><a href="/topic/sea">Sea</a></div>`
const cards = [1, 2, 3, 4].map(card).join('')
const menu = `<nav><ul>${[1, 2, 3, 4, 5].map((index) => `<li><a href="/section-${index}">All the news of section number ${index}</a></li>`).join('')}</ul></nav>`

test('the links that repeat and read like headlines are the entries, with the date in their card', () => {
  const entries = readListing(
    `<html><body>${menu}<main>${cards}</main><footer><a href="/about">About this paper and its people</a></footer></body></html>`,
    PAGE,
  )
  assert.deepEqual(
    entries.map(({ url, title, published }) => [url, title, published]),
    [1, 2, 3, 4].map((index) => [
      `http://news.example/2026/ferry-${index}`,
      headline(index),
      `2026-11-0${index}T08:00:00Z`,
    ]),
  )
})

test('headlines of languages without spaces count by their letters', () => {
  const entries = readListing(
    [1, 2, 3].map((index) => `<li><a href="/n/${index}">羽根港の渡し船が再開しました${index}</a></li>`).join(''),
    PAGE,
  )
  assert.equal(entries.length, 3)
})

test('links to other sites, to the page itself and in menus are none', () => {
  assert.deepEqual(readListing(menu, PAGE), [])
  const away = [1, 2, 3]
    .map(
      (index) =>
        `<li><a href="http://other.example/${index}">${headline(index)}</a></li><li><a href="#${index}">${headline(index)}</a></li>`,
    )
    .join('')
  assert.deepEqual(readListing(away, PAGE), [])
})

test('an article with a few links in it is no listing, and neither is an empty page', () => {
  assert.deepEqual(
    readListing(
      `<article><p>Words with <a href="/a">one link in a sentence</a> and more words.</p><p><a href="/b">Read on</a></p></article>`,
      PAGE,
    ),
    [],
  )
  assert.deepEqual(readListing('', PAGE), [])
})

test('a page of a hundred thousand open tags takes no time', () => {
  const start = performance.now()
  readListing(`${'<div><a href="/x">'.repeat(50_000)}${'</span>'.repeat(50_000)}`, PAGE)
  assert.ok(performance.now() - start < 2_000)
})
