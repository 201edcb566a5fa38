import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { AXE, ask, launchBrowser, openPage } from './browser.ts'
import { HOSTILE } from './site-hostile.ts'
import { OWNER_KEY, PAGES, startSite } from './site-world.ts'

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

const open = (options: Parameters<Browser['newContext']>[0] = {}) => openPage(browser, site.url, options)

describe('a reader', () => {
  it('walks from the front page to a story, its origin and back, without JavaScript', async () => {
    const { page, close } = await open({ javaScriptEnabled: false })
    await page.goto('/')
    await page.getByRole('heading', { name: 'Premier sails home after six days in Karelin' }).getByRole('link').click()
    assert.match(page.url(), /\/story\/varga$/)
    await page.getByText('1 copy of this text').click()
    await page.getByRole('link', { name: 'Premier sails home after six days', exact: true }).click()
    assert.match(page.url(), /\/article\/tampered$/)
    assert.equal(await page.locator('del').isVisible(), false)
    await page.getByText('Show the words as found').click()
    assert.equal(await page.locator('del').first().textContent(), 'GoldenPathon')
    await page.getByRole('button', { name: 'veryGood! (79)' }).click()
    assert.match(page.url(), /\/article\/tampered#reactions$/)
    await page.getByRole('button', { name: 'veryGood! (80)' }).waitFor()
    await page.getByRole('link', { name: 'Compare sentence by sentence' }).click()
    await page.getByText('put in').first().waitFor()
    await page.getByRole('search').getByRole('combobox').fill('ferry crews')
    await page.getByRole('search').getByRole('combobox').press('Enter')
    await page.getByRole('link', { name: 'Ferry crews count the cost' }).click()
    await page.getByRole('link', { name: 'TrendPulse' }).first().click()
    assert.equal(new URL(page.url()).pathname, '/')
    assert.deepEqual(await page.context().cookies(), [])
    await close()
  })

  it('moves by keyboard alone: the first stop skips to the text', async () => {
    const { page, close } = await open()
    await page.goto('/article/first')
    await page.keyboard.press('Tab')
    assert.equal(await ask(page, 'document.activeElement.textContent'), 'Skip to the text')
    await page.keyboard.press('Enter')
    assert.match(page.url(), /#main$/)
    await close()
  })

  it('becomes the owner by key and adds a source', async () => {
    const { page, close } = await open()
    await page.goto('/sources')
    await page.getByRole('link', { name: 'How to get in' }).click()
    await page.getByLabel('Key', { exact: true }).fill('wrong')
    await page.getByRole('button', { name: 'Enter' }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('Key', { exact: true }).fill(OWNER_KEY)
    await page.getByRole('button', { name: 'Enter' }).click()
    await page.getByRole('link', { name: 'Sources', exact: true }).first().click()
    await page.getByLabel('Address of a feed').fill('https://tarn.example/feed')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByText('https://tarn.example/feed').waitFor()
    await close()
  })
})

describe('every page', () => {
  it('fits 320, 768 and 1440 px without scrolling sideways, in four requests at most, and moves nothing after it is shown', async () => {
    for (const width of [320, 768, 1440]) {
      const { page, close } = await open({ viewport: { width, height: 800 } })
      let requests: string[] = []
      const kept = new Set<string>() // static files are immutable: a browser asks for them once
      page.on('request', (request) => {
        if (kept.has(request.url())) return
        if (request.url().includes('/static/')) kept.add(request.url())
        requests.push(request.url())
      })
      for (const path of [...PAGES, '/story/bad1', '/article/bad0', '/section/economy']) {
        requests = []
        await page.goto(path, { waitUntil: 'load' })
        const [scroll, inner] = await ask<[number, number]>(page, '[document.documentElement.scrollWidth, innerWidth]')
        assert.ok(scroll <= inner, `${path} is ${scroll} px wide at ${width}`)
        const thin = await ask<string[]>(
          page,
          `[...document.querySelectorAll('h1,h2,h3,p,li')].filter((one) => one.textContent.length > 40 && one.offsetWidth > 1 && one.offsetWidth < 90).map((one) => one.textContent)`,
        )
        assert.deepEqual(thin, [], `${path} squeezes text at ${width}`)
        assert.ok(requests.length <= 4, `${path} asks for ${requests.join(' ')}`)
        const shift = await ask<number>(
          page,
          `new Promise((done) => { let sum = 0
          new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value }).observe({ type: 'layout-shift', buffered: true })
          setTimeout(() => done(sum), 30) })`,
        )
        assert.equal(shift, 0, `${path} moves`)
      }
      await close()
    }
  })

  it('has no accessibility fault that axe-core finds, light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, close } = await open({ colorScheme, bypassCSP: true })
      for (const path of PAGES) {
        await page.goto(path)
        await page.evaluate(AXE)
        type Fault = { id: string; nodes: { html: string; failureSummary: string }[] }
        const { violations } = await ask<{ violations: Fault[] }>(page, 'axe.run()')
        const told = violations.map(
          (fault) =>
            `${path} ${colorScheme} ${fault.id}: ${fault.nodes
              .map((node) => `${node.html.slice(0, 120)} ${node.failureSummary}`)
              .slice(0, 3)
              .join(' | ')}`,
        )
        assert.deepEqual(told, [])
      }
      await close()
    }
  })

  it('runs no script of hostile text, and breaks its own policy nowhere', async () => {
    const { page, close } = await open()
    const refused: string[] = []
    page.on('console', (message) => refused.push(message.text()))
    page.on('dialog', (dialog) => void dialog.dismiss())
    await page.addInitScript(
      `addEventListener('securitypolicyviolation', (e) => console.log('refused', e.violatedDirective, e.sourceFile))`,
    )
    const paths = [
      '/',
      '/section/economy',
      '/sources',
      '/ranking',
      '/search?q=harbour',
      ...HOSTILE.flatMap((payload, at) => [
        `/article/bad${at}`,
        `/story/bad${at}`,
        `/search?q=${encodeURIComponent(payload)}`,
      ]),
    ]
    for (const path of paths) {
      await page.goto(path)
      const links = await page
        .locator('a')
        .evaluateAll((all) => all.map((one) => (one as unknown as { protocol: string }).protocol)) // every a has one
      assert.deepEqual(
        links.filter((protocol) => protocol !== 'http:' && protocol !== 'https:'),
        [],
        path,
      )
      assert.equal(await ask(page, 'window.ran === undefined'), true, path)
      assert.equal(await ask(page, 'document.querySelectorAll("main img, main iframe, main script").length'), 0, path)
    }
    assert.deepEqual(
      refused.filter((line) => !line.includes('404')),
      [],
    )
    await close()
  })
})
