import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { HOUR_MS } from '../../src/model/time.ts'
import { writePulseTick } from '../../src/store/bursts.ts'
import { AXE, launchBrowser } from './browser.ts'
import { NOW, startSite } from './site-world.ts'

const WIDTHS = [320, 768, 1440]
const AT = new Date(NOW - 10 * 60_000).toISOString()
const PAGES = [
  '/pulse',
  '/pulse?kind=place',
  '/pulse?kind=story&section=society&language=en&window=3',
  '/story/varga/history',
  '/story/mina/history?days=14',
  '/tag/karelin/history?days=365',
  '/section/society/history?days=3',
  '/explain/pulse/story/varga',
  `/?at=${AT}`,
  `/pulse?at=${AT}`,
  `/ranking?at=${AT}&window=week`,
  `/story/varga?at=${AT}`,
]

let browser: Browser
let site: Awaited<ReturnType<typeof startSite>>

/** Makes stories and names rise, in this order. */
async function rise(keys: readonly string[]) {
  await writePulseTick(site.store, {
    tickMs: Math.floor(NOW / HOUR_MS) * HOUR_MS,
    hours: [],
    bursts: keys.map((key, at) => ({ key, score: 9 - at, seen: 9, expected: 1, windowHours: 12, falseRate: 0.02 })),
    leads: new Map(keys.map((key) => [key, []])),
    storyBursts: new Map(),
    state: new Uint8Array([1]),
    stateTickMs: 0,
    shown: { shownMs: NOW, isNow: true },
  })
  site.site.touch()
}

before(async () => {
  site = await startSite()
  browser = await launchBrowser()
})
after(async () => {
  await browser?.close()
  await site?.close()
})

async function faultsOf(page: Page, path: string, width: number): Promise<string[]> {
  await page.goto(path)
  const wide = (await page.evaluate('document.documentElement.scrollWidth')) as number
  await page.evaluate(AXE)
  const axe = (await page.evaluate('axe.run()')) as { violations: { id: string; nodes: { html: string }[] }[] }
  return [
    ...(wide > width ? [`is ${wide} px wide`] : []),
    ...axe.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
  ].map((fault) => `${width} ${path} ${fault}`)
}

describe('the pulse in a browser', () => {
  it('fits every width, in light and dark, with no fault that axe-core finds', async () => {
    const faults: string[] = []
    for (const width of WIDTHS)
      for (const colorScheme of width === 768 ? (['light'] as const) : (['light', 'dark'] as const)) {
        const viewport = { width, height: 900 }
        const context = await browser.newContext({ baseURL: site.url, viewport, colorScheme, bypassCSP: true })
        const page = await context.newPage()
        for (const path of PAGES) faults.push(...(await faultsOf(page, path, width)))
        await context.close()
      }
    assert.deepEqual(faults, [])
  })

  it('filters, explains and looks back without JavaScript', async () => {
    const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto('/pulse')
    assert.equal(await page.locator('.live').isVisible(), false, 'what needs the script is not offered without it')
    await page.getByRole('link', { name: 'Stories', exact: true }).click()
    await page.getByRole('link', { name: '3 hours', exact: true }).click()
    assert.match(page.url(), /\/pulse\?kind=story&window=3$/)
    await page.getByRole('link', { name: 'Ferry crews count the cost of a visit' }).waitFor()
    await page.getByRole('link', { name: 'score 9.2' }).click()
    await page.getByRole('heading', { name: /^Why Premier sails home .* counts as rising$/ }).waitFor()
    await page.getByRole('link', { name: 'Its past as a chart' }).click()
    await page.getByRole('link', { name: '30 days' }).click()
    assert.match(page.url(), /\/story\/varga\/history\?days=30$/)
    await page.goto('/pulse?kind=story')
    await page.getByLabel('This page as it stood on (UTC)').fill('2026-06-10T09:00')
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await page.getByText('As it stood on 10 Jun 2026 09:00 UTC.').waitFor()
    await page.getByRole('link', { name: 'Back to now' }).click()
    assert.match(page.url(), /\/pulse\?kind=story$/)
    await context.close()
  })

  it('refreshes the list in its place for those who switch it on, keeps their place, and says so', async () => {
    const context = await browser.newContext({ baseURL: site.url })
    const page = await context.newPage()
    await page.goto('/pulse')
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.waitForTimeout(300)
    assert.equal(asked.includes('/pulse/live'), false, 'nobody asked to be told')
    const listening = page.waitForRequest('**/pulse/live')
    await page.getByLabel('Refresh this list by itself').check()
    await listening
    await page.waitForTimeout(1_500) // the state at the beginning is heard
    const place = page.locator('#pulse h2 a').first()
    await place.focus()
    await page.evaluate('window.before = document.querySelector("h1")')
    await rise(['tag:karelin', 'story:varga'])
    await page
      .locator('#pulse h2 a')
      .first()
      .filter({ hasText: /^Karelin$/ })
      .waitFor({ timeout: 15_000 })
    assert.equal(
      await page.evaluate('window.before === document.querySelector("h1")'),
      true,
      'the page was not loaded anew',
    )
    assert.equal(await page.evaluate('document.activeElement.getAttribute("href")'), '/story/varga')
    assert.match((await page.locator('.live output').textContent()) ?? '', /^Refreshed at \d\d:\d\d UTC$/)
    await page.reload()
    assert.equal(await page.getByLabel('Refresh this list by itself').isChecked(), true, 'the choice is kept')
    await context.close()
  })
})
