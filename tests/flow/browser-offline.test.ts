import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { ask, launchBrowser, openPage, until } from './browser.ts'
import { OWNER_KEY, startSite } from './site-world.ts'

let browser: Browser
let site: Awaited<ReturnType<typeof startSite>>

before(async () => {
  site = await startSite()
  browser = await launchBrowser()
})
after(async () => {
  await browser?.close()
  await site?.close()
})

/** A page whose service worker is there and has kept the front page. */
async function installed() {
  const opened = await openPage(browser, site.url)
  await opened.page.goto('/')
  await ask(opened.page, 'navigator.serviceWorker.ready.then(() => true)')
  await isKept(opened.page, '/')
  return opened
}
const keptPaths = (page: Page) =>
  ask<string[]>(
    page,
    `caches.open('trendpulse-pages').then((cache) => cache.keys()).then((all) => all.map((one) => new URL(one.url).pathname).sort())`,
  )
const isKept = (page: Page, path: string) =>
  until(
    page,
    `caches.open('trendpulse-pages').then((cache) => cache.match('${path}', { ignoreVary: true })).then(Boolean)`,
  )

describe('without a network', () => {
  it('shows the last edition and what was opened, and says of when it is', async () => {
    const { page, close } = await installed()
    await page.goto('/story/varga')
    await isKept(page, '/story/varga')
    await page.context().setOffline(true)
    await page.goto('/')
    await page.getByText(/No connection\. This page is as it was on/).waitFor()
    assert.match((await page.locator('#offline time').getAttribute('datetime')) ?? '', /^\d{4}-\d\d-\d\dT/)
    assert.notEqual(await ask(page, 'getComputedStyle(document.documentElement).backgroundColor'), 'rgba(0, 0, 0, 0)')
    await page.getByRole('link', { name: 'Premier sails home' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Premier sails home' }).waitFor()
    await page.goto('/section/economy')
    await page.getByRole('heading', { level: 1, name: 'No connection' }).waitFor()
    await page.getByRole('link', { name: /Premier sails home.*TrendPulse/ }).waitFor()
    await page.context().setOffline(false)
    await page.goto('/')
    assert.equal(await page.locator('#offline').isVisible(), false)
    await close()
  })

  it('keeps no page that is somebody’s own, nor what was posted or asked of the API', async () => {
    const { page, close } = await installed()
    await page.goto('/settings')
    await page.goto(`/owner?key=${OWNER_KEY}`)
    await page.goto('/story/varga')
    await page.goto('/sources')
    await page.goto('/openapi.json')
    await page.waitForTimeout(200)
    assert.deepEqual(await keptPaths(page), ['/', '/offline'])
    await close()
  })

  it('keeps sixty pages at most, the front page always', async () => {
    const { page, close } = await installed()
    await ask(
      page,
      `(async () => { const cache = await caches.open('trendpulse-pages')
      for (let nth = 0; nth < 80; nth++) await cache.put('/story/old' + nth, new Response('x', { headers: { 'x-kept-ms': String(nth), 'x-kept-bytes': '1' } })) })()`,
    )
    await page.goto('/story/lake')
    await until(page, `caches.open('trendpulse-pages').then((cache) => cache.keys()).then((all) => all.length === 60)`)
    const kept = await keptPaths(page)
    for (const path of ['/', '/offline', '/story/lake', '/story/old79']) assert.ok(kept.includes(path), path)
    assert.ok(!kept.includes('/story/old3'))
    await close()
  })

  it('is switched off on /settings: nothing stays', async () => {
    const { page, close } = await installed()
    await page.goto('/settings')
    await page.getByText(/Pages kept: \d+, \d+ kB/).waitFor()
    await page.getByLabel('Keep the front page').uncheck()
    await page.getByText('Pages kept: 0, 0 kB').waitFor()
    assert.equal(await ask(page, 'navigator.serviceWorker.getRegistrations().then((all) => all.length)'), 0)
    await page.goto('/')
    await page.waitForTimeout(1_200) // it would be registered a second after the page is there
    assert.equal(await ask(page, 'navigator.serviceWorker.getRegistrations().then((all) => all.length)'), 0)
    await close()
  })
})
