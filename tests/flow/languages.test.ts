import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createApp } from '../../src/web/app.ts'
import { PAGES, startSite } from './site-world.ts'

let site: Awaited<ReturnType<typeof startSite>>

before(async () => {
  site = await startSite()
})
after(() => site?.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${site.url}${path}`, { headers, redirect: 'manual' })
const langOf = (page: string) => /<html lang="([^"]+)" dir="([^"]+)"/.exec(page)?.slice(1).join(' ')
const tokenOf = (page: string) =>
  /action="\/language"><input type="hidden" name="token" value="([^"]+)"/.exec(page)?.[1]

it('a choice of language has few bytes: more are not read', async () => {
  const form = new URLSearchParams({
    token: 'x',
    language: 'de',
    back: '/'.padEnd(1_900, 'y'),
    more: 'z'.repeat(60_000),
  })
  assert.equal((await createApp(site.site).request('/language', { method: 'POST', body: form })).status, 413)
})

describe('the language of a page', () => {
  it('is what the browser asks for first of what is offered, and is told to caches', async () => {
    const german = await get('/', { 'accept-language': 'gsw, de-CH;q=0.9, en;q=0.8' })
    const page = await german.text()
    assert.equal(langOf(page), 'de ltr')
    assert.match(page, />Rangliste</)
    assert.equal(german.headers.get('content-language'), 'de')
    assert.match(german.headers.get('vary') ?? '', /accept-language/)
    assert.equal(langOf(await (await get('/', { 'accept-language': 'ar' })).text()), 'ar rtl')
    assert.equal(langOf(await (await get('/', { 'accept-language': 'tlh' })).text()), 'en ltr')
    assert.equal(langOf(await (await get('/')).text()), 'en ltr')
  })

  it('is never that of another reader: kept pages, their tags and pages that are being made at once stand apart', async () => {
    const tags = ['en', 'de', 'fr', 'ja', 'ar', 'en', 'de', 'fr', 'ja', 'ar']
    for (const path of PAGES.filter((one) => !one.startsWith('/watch'))) {
      const answers = await Promise.all(tags.map((tag) => get(path, { 'accept-language': tag })))
      const pages = await Promise.all(answers.map((answer) => answer.text()))
      assert.deepEqual(
        pages.map((page) => langOf(page)?.split(' ')[0]),
        tags,
        path,
      )
      assert.equal(new Set(answers.slice(0, 5).map((answer) => answer.headers.get('etag'))).size, 5, path)
    }
    const first = await get('/ranking', { 'accept-language': 'fr' })
    const etag = first.headers.get('etag')!
    assert.equal((await get('/ranking', { 'accept-language': 'fr', 'if-none-match': etag })).status, 304)
    assert.equal((await get('/ranking', { 'accept-language': 'nl', 'if-none-match': etag })).status, 200)
  })

  it('follows the choice of its reader over what the browser asks, and lets it go again', async () => {
    const page = await (await get('/ranking')).text()
    const choose = (language: string, back = '/ranking') =>
      fetch(`${site.url}/language`, {
        method: 'POST',
        body: new URLSearchParams({ token: tokenOf(page)!, language, back }),
        redirect: 'manual',
      })
    const chosen = await choose('pl')
    assert.equal(chosen.status, 303)
    assert.equal(chosen.headers.get('location'), '/ranking')
    const cookie = chosen.headers.get('set-cookie')!.split(';')[0]!
    const polish = await (await get('/ranking', { cookie, 'accept-language': 'de' })).text()
    assert.equal(langOf(polish), 'pl ltr')
    assert.match(polish, /<option value="pl" lang="pl" selected>Polski<\/option>/)
    assert.match((await choose('')).headers.get('set-cookie')!, /trendpulse_language=;.*Max-Age=0/)
    const stray = await get('/', { cookie: 'trendpulse_language=tlh', 'accept-language': 'de' })
    assert.equal(langOf(await stray.text()), 'de ltr')
  })

  it('cannot be chosen for somebody by another page, nor lead anybody away', async () => {
    const page = await (await get('/ranking')).text()
    const post = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
      fetch(`${site.url}/language`, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' })
    const token = tokenOf(page)!
    assert.equal((await post({ token: 'made-up', language: 'de' })).status, 403)
    assert.equal((await post({ token, language: 'de' }, { 'sec-fetch-site': 'cross-site' })).status, 403)
    assert.equal((await post({ token, language: 'tlh' })).status, 400)
    for (const back of ['//evil.example/', 'https://evil.example/', '/\\evil.example', 'javascript:1'])
      assert.equal((await post({ token, language: 'de', back })).headers.get('location'), '/', back)
  })

  it('reaches what failed: a sentence of the language, and beneath it what programs are told, marked as English', async () => {
    const page = await (await get('/nothing/here', { 'accept-language': 'de' })).text()
    assert.match(page, /<p class="lede">Unter dieser Adresse ist nichts\.<\/p>/)
    assert.match(page, /<span lang="en" dir="ltr">There is nothing at “\/nothing\/here”\.<\/span>/)
  })

  it('marks its own words where they stand inside of a text in another language', async () => {
    const page = await (await get('/article/tampered/compare', { 'accept-language': 'ar' })).text()
    assert.match(
      page,
      /<div class="compare" lang="en" dir="ltr"[^>]*>\s*<div[^>]*><span role="columnheader" lang="ar" dir="rtl">/,
    )
    const claim = await (await get('/article/tampered', { 'accept-language': 'ar' })).text()
    assert.match(claim, /<time dir="ltr" datetime="2026-04-10T04:23:55Z" class="claim">2026-04-10 04:23:55<\/time>/)
  })

  it('does not reach what programs read', async () => {
    const answer = await get('/api/v1/ranking', { 'accept-language': 'de' })
    const { items } = (await answer.json()) as { items: { reason: { text: string } }[] }
    assert.match(items[0]!.reason.text, /told by/)
    const feed = await (await get('/index.json', { 'accept-language': 'de' })).text()
    assert.equal(feed, await (await get('/index.json')).text())
  })
})
