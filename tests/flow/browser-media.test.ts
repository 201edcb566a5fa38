import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
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

const colour = (page: Page, selector: string, property: string) =>
  ask<string>(page, `getComputedStyle(document.querySelector('${selector}')).${property}`)

describe('on paper', () => {
  it('is the text with its origin and addresses, and nothing that one could press', async () => {
    const { page, close } = await openPage(browser, site.url, { colorScheme: 'dark' })
    await page.goto('/article/tampered')
    await page.emulateMedia({ media: 'print' })
    for (const selector of ['h1', '.body', '.origin', '.tags'])
      assert.equal(await page.locator(selector).first().isVisible(), true, selector)
    for (const selector of ['.mast nav', '[role=search]', 'aside', '.react', 'button', '.crumb'])
      for (const one of await page.locator(selector).all()) assert.equal(await one.isVisible(), false, selector)
    const address = await ask<string>(
      page,
      `getComputedStyle(document.querySelector('[data-original]'), '::after').content`,
    )
    assert.match(address, /https?:\/\//)
    assert.equal(await colour(page, 'html', 'backgroundColor'), 'rgb(255, 255, 255)', 'dark readers print on white')
    await close()
  })
})

describe('the system’s wishes', () => {
  it('are met in contrast and in colours', async () => {
    const { page, close } = await openPage(browser, site.url)
    await page.goto('/')
    const soft = await colour(page, '.row .meta', 'color')
    await page.emulateMedia({ contrast: 'more' })
    assert.notEqual(await colour(page, '.row .meta', 'color'), soft)
    await page.emulateMedia({ contrast: 'no-preference', forcedColors: 'active' })
    const [line, text] = [await colour(page, 'svg .s', 'stroke'), await colour(page, 'body', 'color')]
    assert.notEqual(line, await colour(page, 'html', 'backgroundColor'))
    assert.notEqual(text, await colour(page, 'html', 'backgroundColor'))
    await close()
  })

  it('ask for no motion, and none is there to take away', async () => {
    const { page, close } = await openPage(browser, site.url)
    await page.goto('/')
    const moving = await ask<number>(
      page,
      `[...document.querySelectorAll('*')].filter((one) => { const style = getComputedStyle(one); return style.animationName !== 'none' || style.transitionDuration !== '0s' || style.scrollBehavior === 'smooth' }).length`,
    )
    assert.equal(moving, 0)
    await close()
  })
})
