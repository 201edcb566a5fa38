import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { ask, launchBrowser, openPage } from './browser.ts'
import { startSite } from './site-world.ts'

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

it('makes what is to be copied, and shows it, without a script', async () => {
  const { page, close } = await openPage(browser, site.url, { javaScriptEnabled: false })
  await page.goto('/widgets')
  await page.getByLabel('Entries at most').fill('3')
  await page.getByRole('combobox', { name: 'Section' }).selectOption('economy')
  await page.getByRole('combobox', { name: 'Colours' }).selectOption('dark')
  await page.getByLabel('Colour of links').fill('#00aa55')
  await page.getByRole('button', { name: 'Make it' }).click()
  const frame = await page.getByLabel('As a frame').inputValue()
  const shown = /src="([^"]+)"/.exec(frame)![1]!.replaceAll('&amp;', '&')
  assert.equal(shown, `${site.url}/widget/ranking?section=economy&limit=3&theme=dark&accent=00aa55`)
  assert.match(frame, /sandbox="allow-top-navigation-by-user-activation"/)
  const element = await page.getByLabel('As an element').inputValue()
  assert.match(
    element,
    /<trend-pulse list="ranking" section="economy" limit="3" style="display:block;min-height:\d+px;--trend-pulse-accent:#00aa55"><\/trend-pulse>/,
  )
  const preview = page.frameLocator('iframe[title="How it looks"]')
  assert.equal(await preview.locator('h1').textContent(), 'Ranking')
  assert.equal(await page.getByRole('button', { name: 'Copy' }).count(), 0)
  await close()
})

it('shows lists of a page for the newest one, and leaves a place for the address that is meant', async () => {
  const { page, close } = await openPage(browser, site.url)
  await page.goto('/widgets?list=provenance')
  assert.match(
    await page.getByLabel('As a frame').inputValue(),
    /provenance\?url=https%3A%2F%2Fyour\.example%2Fthis-page/,
  )
  assert.match(await page.getByLabel('As an element').inputValue(), /<trend-pulse list="provenance" style=/)
  const preview = page.frameLocator('iframe[title="How it looks"]')
  assert.ok(((await preview.locator('.lead').textContent()) ?? '').length > 10)
  await page.getByRole('button', { name: 'Copy' }).first().click()
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  await close()
})

it('lets nobody write markup into a snippet, and refuses what no list can be', async () => {
  const { page, close } = await openPage(browser, site.url)
  const hostile = encodeURIComponent('"><script>alert(1)</script>')
  await page.goto(`/widgets?tag=${hostile}`)
  const made =
    (await page.getByLabel('As an element').inputValue()) + (await page.getByLabel('As a frame').inputValue())
  const found = await ask<number>(
    page,
    `new DOMParser().parseFromString(${JSON.stringify(made)}, 'text/html').querySelectorAll('script:not([src])').length`,
  )
  assert.equal(found, 0)
  for (const query of ['site=a%2Fb', 'limit=900', 'accent=red', 'list=cats'])
    assert.equal((await page.goto(`/widgets?${query}`))?.status(), 400, query)
  await close()
})
