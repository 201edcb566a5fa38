import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { LANGUAGE_TAGS } from '../../src/web/views/languages.ts'
import { AXE, launchBrowser } from './browser.ts'
import { PAGES, startSite } from './site-world.ts'

/** Lines of sections and lists in the masthead of a narrow screen: more would push the news out of sight. */
const MAX_MAST_PX = 260

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

const open = async (locale: string, width = 1280) => {
  const context = await browser.newContext({
    baseURL: site.url,
    locale,
    viewport: { width, height: 800 },
    bypassCSP: true,
  })
  return { page: await context.newPage(), close: () => context.close() }
}

describe('pages in other languages', () => {
  for (const locale of ['ar', 'de']) {
    it(`have no accessibility fault in ${locale}`, async () => {
      const { page, close } = await open(locale)
      for (const path of PAGES) {
        await page.goto(path)
        assert.equal(await page.locator('html').getAttribute('lang'), locale)
        await page.evaluate(AXE)
        const { violations } = (await page.evaluate('axe.run()')) as {
          violations: { id: string; nodes: { html: string }[] }[]
        }
        assert.deepEqual(
          violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html.slice(0, 160)}`),
          [],
        )
      }
      await close()
    })
  }

  it('fit 320 px in every language: nothing scrolls sideways, and the masthead leaves room for the news', async () => {
    for (const tag of LANGUAGE_TAGS) {
      const { page, close } = await open(tag, 320)
      for (const path of ['/', '/article/tampered', '/pulse']) {
        await page.goto(path)
        const [scroll, inner, mast] = (await page.evaluate(
          `[document.documentElement.scrollWidth, innerWidth, document.querySelector('.mast').offsetHeight]`,
        )) as [number, number, number]
        assert.ok(scroll <= inner, `${path} in ${tag} is ${scroll} px wide`)
        assert.ok(mast <= MAX_MAST_PX, `the masthead of ${path} in ${tag} is ${mast} px high`)
      }
      await close()
    }
  })

  it('draw time from left to right where the text runs from right to left', async () => {
    const { page, close } = await open('ar')
    await page.goto('/story/varga')
    assert.equal(await page.evaluate('getComputedStyle(document.body).direction'), 'rtl')
    assert.equal(await page.evaluate(`getComputedStyle(document.querySelector('.chart svg')).direction`), 'ltr')
    assert.equal(await page.evaluate(`getComputedStyle(document.querySelector('h1')).letterSpacing`), 'normal')
    await close()
  })

  it('are chosen in the foot of a page without a script, and the choice stays', async () => {
    const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false, locale: 'en-US' })
    const page = await context.newPage()
    await page.goto('/pulse')
    await page.locator('select[name=language]').selectOption({ label: 'Français' })
    await page.getByRole('button', { name: 'Set', exact: true }).click()
    assert.match(page.url(), /\/pulse$/)
    await page.getByRole('heading', { name: 'Ce qui monte' }).waitFor()
    await page.goto('/')
    await page.getByRole('link', { name: 'Classement' }).first().waitFor()
    await context.close()
  })
})
