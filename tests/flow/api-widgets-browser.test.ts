import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { after, before, it } from 'node:test'
import { type Browser, chromium } from 'playwright-core'
import { widgetRoutes } from '../../src/web/widgets/routes.ts'
import { addStories } from './api-edition.ts'
import { startDoors, type TestServer } from './api-server.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const LISTS = ['ranking', 'pulse', 'related', 'recommendation'] as const

let browser: Browser
let site: TestServer
let stranger: Server
let address: string

before(async () => {
  site = await startDoors((one) => [widgetRoutes(one)])
  await addStories(site.site.store, 20)
  stranger = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    // As strict as a publisher may be: our script and our answers, nothing inline.
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src ${site.url}; connect-src ${site.url}; frame-src ${site.url}`,
    )
    response.end(strangersPage(site.url))
  })
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/` // it listens on a port, not a pipe
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  })
})
after(async () => {
  await browser?.close()
  await new Promise((resolve) => stranger.close(resolve))
  await site?.close()
})

function strangersPage(home: string): string {
  const asked = (list: string) => (list === 'related' ? 'a1' : 'a4')
  const frames = LISTS.map(
    (list) => `<iframe src="${home}/widget/${list}?article=${asked(list)}" title="${list}"></iframe>`,
  )
  const elements = LISTS.map((list) => `<trend-pulse list="${list}" article="${asked(list)}"></trend-pulse>`)
  return `<!doctype html><html lang="en"><title>A stranger's page</title><main><h1>News of the village</h1>${frames.join('')}${elements.join('')}</main><script src="${home}/widget/embed.js"></script></html>`
}

it('stands in a strict stranger’s page, framed and as an element, one request each, without an axe violation', async () => {
  const context = await browser.newContext({ bypassCSP: false })
  const page = await context.newPage()
  const faults: string[] = []
  const asked: string[] = []
  page.on(
    'console',
    (message) => message.type() === 'error' && !message.text().includes('favicon') && faults.push(message.text()),
  )
  page.on('request', (request) => request.url().startsWith(site.url) && asked.push(new URL(request.url()).pathname))
  await page.goto(address, { waitUntil: 'networkidle' })
  for (const list of LISTS) {
    const link = page.locator(`trend-pulse[list=${list}] a`).first()
    await link.waitFor()
    assert.match((await link.getAttribute('href')) ?? '', /^http:\/\/127\.0\.0\.1:\d+\/(story|article)\//)
    assert.ok(await page.frameLocator(`iframe[title=${list}]`).locator('li a').first().isVisible(), list)
  }
  assert.deepEqual(
    asked.sort(),
    ['/widget/embed.js', ...LISTS.flatMap((list) => [`/widget/${list}`, `/widget/${list}.json`])].sort(),
  )
  assert.deepEqual(faults, [])
  assert.deepEqual(await context.cookies(), [])
  await context.close()

  // axe is put in past the policy, which otherwise stands as above.
  const checked = await browser.newContext({ bypassCSP: true })
  const again = await checked.newPage()
  await again.goto(address, { waitUntil: 'networkidle' })
  for (const frame of again.frames()) {
    await frame.evaluate(AXE)
    const { violations } = (await frame.evaluate('axe.run({ iframes: false })')) as { violations: { id: string }[] }
    assert.deepEqual(
      violations.map((violation) => violation.id),
      [],
      frame.url(),
    )
  }
  await checked.close()
})
