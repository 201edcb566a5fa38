import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { widgetRoutes } from '../../src/web/widgets/routes.ts'
import { addStories } from './api-edition.ts'
import { startDoors, type TestServer } from './api-server.ts'
import { AXE, ask, launchBrowser, until } from './browser.ts'

const LISTS = ['ranking', 'pulse', 'related', 'recommendation', 'provenance'] as const
/** What a page weighs that fits into the first answer of a connection. */
const FIRST_FLIGHT_BYTES = 14_000

let browser: Browser
let site: TestServer
let stranger: Server
let address: string

before(async () => {
  site = await startDoors((one) => [widgetRoutes(one)])
  await addStories(site.site.store, 20)
  stranger = createServer((request, response) => {
    if (request.url !== '/') return response.writeHead(204).end() // a browser's icon
    response.setHeader('content-type', 'text/html; charset=utf-8')
    // As strict as a publisher may be: our script and our answers, nothing inline.
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src ${site.url}; connect-src ${site.url}; frame-src ${site.url}; img-src 'self'; require-trusted-types-for 'script'`,
    )
    response.end(strangersPage(site.url))
  })
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/` // it listens on a port, not a pipe
  browser = await launchBrowser()
})
after(async () => {
  await browser?.close()
  await new Promise((resolve) => stranger.close(resolve))
  await site?.close()
})

/** Every list in both forms, between texts of the page's own. */
function strangersPage(home: string): string {
  const asked = (list: string) => ({ related: 'a1', provenance: 'a3' })[list] ?? 'a4'
  const frames = LISTS.map(
    (list) =>
      `<iframe src="${home}/widget/${list}?article=${asked(list)}" title="${list}" width="300" height="400"></iframe>`,
  )
  const elements = LISTS.map(
    (list) =>
      `<trend-pulse list="${list}" article="${asked(list)}" limit="3" min-height="450"></trend-pulse><p>After ${list}.</p>`,
  )
  return `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>A stranger's page</title><script src="${home}/widget/embed.js"></script><main><h1>News of the village</h1>${frames.join('')}${elements.join('')}</main></html>`
}

async function openStranger(options: Parameters<Browser['newContext']>[0] = {}) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const faults: string[] = []
  const asked: string[] = []
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('request', (request) => request.url().startsWith(site.url) && asked.push(new URL(request.url()).pathname))
  await page.goto(address, { waitUntil: 'networkidle' })
  return { page, context, faults, asked }
}

async function axeFaults(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const frame of page.frames()) {
    await frame.evaluate(AXE)
    type Fault = { id: string; nodes: { html: string }[] }
    const { violations } = (await frame.evaluate('axe.run({ iframes: false })')) as { violations: Fault[] }
    found.push(...violations.map(({ id, nodes }) => `${frame.url()} ${id} ${nodes[0]?.html}`))
  }
  return found
}

describe('all lists in a stranger’s strict page, framed and as elements', () => {
  it('are shown by one request each, without a fault, a cookie or anything kept', async () => {
    const { page, context, faults, asked } = await openStranger()
    for (const list of LISTS) {
      const link = page.locator(`trend-pulse[list=${list}] a`).first()
      await link.waitFor()
      const own =
        list === 'provenance' ? /^https:\/\/north\.example\// : /^http:\/\/127\.0\.0\.1:\d+\/(story|article)\//
      assert.match((await link.getAttribute('href')) ?? '', own)
      assert.ok(await page.frameLocator(`iframe[title=${list}]`).locator('li a').first().isVisible(), list)
    }
    assert.deepEqual(
      asked.sort(),
      ['/widget/embed.js', ...LISTS.flatMap((list) => [`/widget/${list}`, `/widget/${list}.json`])].sort(),
    )
    assert.deepEqual(faults, [])
    assert.deepEqual(await context.cookies(), [])
    assert.equal(await ask<number>(page, 'localStorage.length + sessionStorage.length'), 0)
    await context.close()
  })

  it('weigh less than a connection’s first answer, each', async () => {
    for (const path of ['embed.js', ...LISTS.map((list) => `${list}?article=a3&limit=20`)]) {
      const response = await fetch(`${site.url}/widget/${path}`, { headers: { 'accept-encoding': 'identity' } })
      const { length } = await response.text()
      assert.ok(length < FIRST_FLIGHT_BYTES, `${path}: ${length}`)
    }
  })

  it('have no accessibility fault that axe-core finds, in light and dark, at 320 px too', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      // axe is put in past the policy, which otherwise stands as above.
      const viewport = { width: colorScheme === 'dark' ? 320 : 1_200, height: 900 }
      const { page, context } = await openStranger({ bypassCSP: true, colorScheme, viewport })
      await page.locator('trend-pulse[list=provenance] a').first().waitFor()
      assert.deepEqual(await axeFaults(page), [], colorScheme)
      assert.ok(await ask<boolean>(page, 'document.documentElement.scrollWidth <= innerWidth'))
      await context.close()
    }
  })

  it('move nothing on the page when they come: each holds its room free', async () => {
    const { page, context } = await openStranger()
    await page.locator('trend-pulse[list=provenance] a').first().waitFor()
    const shift = await ask<number>(
      page,
      `new Promise((done) => { let sum = 0
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value }).observe({ type: 'layout-shift', buffered: true })
      setTimeout(() => done(sum), 100) })`,
    )
    assert.equal(shift, 0)
    await context.close()
  })

  it('are whole in frames where scripts are off', async () => {
    const { page, context, asked } = await openStranger({ javaScriptEnabled: false })
    for (const list of LISTS)
      assert.ok((await page.frameLocator(`iframe[title=${list}]`).locator('li a').count()) > 0, list)
    assert.equal(asked.length, LISTS.length)
    await context.close()
  })

  it('take the page’s own letters and colours where it says so, and the language of the element', async () => {
    const { page, context } = await openStranger({ bypassCSP: true })
    await page.addStyleTag({
      content:
        'trend-pulse{--trend-pulse-accent:rgb(1, 2, 3);--trend-pulse-line:0}trend-pulse::part(reason){font-style:italic}',
    })
    await page.evaluate(`document.querySelector('trend-pulse').setAttribute('lang', 'ar')`)
    const root = `document.querySelector('trend-pulse').shadowRoot`
    await until(page, `${root}?.querySelector('[dir=rtl]') != null`)
    const shown = await ask<string[]>(
      page,
      `[getComputedStyle(${root}.querySelector('a')).color, getComputedStyle(${root}.querySelector('p')).fontStyle, getComputedStyle(${root}.querySelector('li')).borderTopWidth]`,
    )
    assert.deepEqual(shown, ['rgb(1, 2, 3)', 'italic', '0px'])
    await context.close()
  })
})
