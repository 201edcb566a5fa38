import assert from 'node:assert/strict'
import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it, type TestContext } from 'node:test'
import type { Browser, Locator, Page } from 'playwright-core'
import { AXE, ask, launchBrowser, openPage, until } from './browser.ts'
import { firstStart, newcomerWorld } from './newcomer-world.ts'

/** From the first command to a front page of one's own. */
const TWO_MINUTES_MS = 120_000
/** Steps of the Tab key before a thing counts as out of reach: the longest page has fewer stops. */
const MOST_TABS = 400
/** Where each step is kept to be looked at; every run writes the same names anew. */
const SHOTS = join(tmpdir(), 'trendpulse-newcomer')

/** How somebody uses the pages. */
type Hands = 'mouse' | 'keyboard' | 'no scripts'

const world = await newcomerWorld()
let browser: Browser
before(async () => {
  rmSync(SHOTS, { recursive: true, force: true })
  mkdirSync(SHOTS, { recursive: true })
  browser = await launchBrowser()
})
after(() => browser?.close())

describe('a newcomer walks from the first start through onboarding, a story, its origin, a search and a reaction, and back', () => {
  for (const hands of ['mouse', 'keyboard', 'no scripts'] as const) it(`by ${hands}`, (t) => walk(t, hands))
})

async function walk(t: TestContext, hands: Hands): Promise<void> {
  const site = await firstStart(world)
  const { page, close } = await openPage(browser, site.url, {
    javaScriptEnabled: hands !== 'no scripts',
    bypassCSP: true,
    viewport: { width: hands === 'keyboard' ? 1440 : 768, height: 900 },
  })
  const troubles = troublesOf(page)
  await page.goto(site.link)
  const walker = { page, hands, step: await stepsOf(page, hands) }
  await beginEdition(walker)
  await seeOwnPage(walker, site.startedMs)
  const tookMs = performance.now() - site.startedMs
  t.diagnostic(`from the first start to a front page of one's own, by ${hands}: ${(tookMs / 1000).toFixed(1)} s`)
  assert.ok(tookMs < TWO_MINUTES_MS, `it took ${Math.round(tookMs / 1000)} s`)
  await readStory(walker)
  await compareCopy(walker)
  await search(walker)
  await react(walker)
  assert.deepEqual(troubles, [])
  t.diagnostic(`each step is kept in ${SHOTS}`)
  await close()
}

/** What a browser complains of: errors on its console, requests that fail or are refused. */
function troublesOf(page: Page): string[] {
  const troubles: string[] = []
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    if (reason !== 'net::ERR_ABORTED') troubles.push(`${request.url()}: ${reason}`) // aborted: the reader went on before it came
  })
  page.on('response', (answer) => answer.status() >= 400 && troubles.push(`${answer.url()}: ${answer.status()}`))
  return troubles
}

/** Keeps a picture of each step and has axe-core look at it. */
async function stepsOf(page: Page, hands: Hands): Promise<(name: string) => Promise<void>> {
  let nth = 0
  const look = hands === 'no scripts' ? await auditorOf(page) : async () => page
  return async (name) => {
    nth++
    const file = `${hands.replace(' ', '-')}-${String(nth).padStart(2, '0')}-${name}.png`
    await page.screenshot({ path: join(SHOTS, file) })
    const looked = await look()
    await looked.evaluate(AXE)
    type Fault = { id: string; nodes: { html: string }[] }
    const { violations } = await ask<{ violations: Fault[] }>(looked, 'axe.run()')
    const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)
    assert.deepEqual(told, [], `${file} ${page.url()}`)
  }
}

/** axe-core is a script itself: where none runs it looks at the same address in a browser that refuses the page's scripts alone. */
async function auditorOf(page: Page): Promise<() => Promise<Page>> {
  const auditor = await openPage(browser, new URL(page.url()).origin, {
    bypassCSP: true,
    viewport: page.viewportSize(),
    serviceWorkers: 'block',
  })
  after(auditor.close)
  await auditor.page.route(/\.js$/, (route) => route.abort())
  return async () => {
    await auditor.page.context().addCookies(await page.context().cookies())
    await auditor.page.goto(page.url())
    return auditor.page
  }
}

type Walker = { page: Page; hands: Hands; step: (name: string) => Promise<void> }

/** Presses what is shown, by the mouse or by Tab and a key. */
async function press({ page, hands }: Walker, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  if (hands !== 'keyboard') return target.click()
  await reach(page, target)
  await page.keyboard.press(key)
}

/** Types into a field after it was reached. */
async function type({ page, hands }: Walker, target: Locator, text: string): Promise<void> {
  if (hands === 'keyboard') await reach(page, target)
  else await target.click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(text, { delay: 10 })
}

/** Goes on by Tab until the target has the focus. */
async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if (await target.evaluate((element) => element.matches(':focus'))) return
    await page.keyboard.press('Tab')
  }
  assert.fail(`the keyboard does not reach ${target}`)
}

/** Chooses all topics, and the languages besides one's own, and has them read. */
async function beginEdition(walker: Walker): Promise<void> {
  const { page, step } = walker
  assert.equal(new URL(page.url()).pathname, '/welcome', 'the first visit leads to the first edition')
  await step('welcome')
  for (const name of ['Economy', 'Climate and environment', 'Culture', 'Sports', 'Spanish'])
    await press(walker, page.getByLabel(name), 'Space')
  await press(walker, page.getByRole('button', { name: 'Read these' }))
  await page.getByRole('heading', { name: 'Your page is filling' }).waitFor()
  await step('filling')
  await page.getByText('Your page is ready').waitFor({ timeout: TWO_MINUTES_MS })
  assert.equal(await page.getByText(/^\d+ fails?$/).count(), 0, 'every source answers')
  await step('ready')
}

/** Waits until the demo edition has gone and one's own stories stand there. */
async function seeOwnPage(walker: Walker, startedMs: number): Promise<void> {
  const { page, step } = walker
  await press(walker, page.getByRole('link', { name: 'To your front page' }))
  await page.waitForURL('/')
  while ((await page.getByText('Demo edition').count()) > 0) {
    assert.ok(performance.now() - startedMs < TWO_MINUTES_MS, 'the demo edition is still there')
    await page.waitForTimeout(500)
    await page.reload()
  }
  assert.ok((await page.locator('main h3 a').count()) >= 10, 'stories stand on it')
  await step('front')
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** The first story, the first text of it, and what that text's page says of its origin. */
async function readStory(walker: Walker): Promise<void> {
  const { page, step } = walker
  const first = page.locator('.lead h3 a')
  const title = await first.textContent()
  await press(walker, first)
  await page.waitForURL(/\/story\//)
  assert.equal(await heading(page).textContent(), title)
  await step('story')
  await press(walker, page.locator('ol.line h3 a').first())
  await page.waitForURL(/\/article\//)
  await page.locator('#provenance').scrollIntoViewIfNeeded()
  assert.match((await page.locator('#provenance').textContent()) ?? '', /\S/)
  await step('article')
  await page.goBack()
  assert.equal(await heading(page).textContent(), title, 'the way back leads to the story')
  await press(walker, page.getByRole('link', { name: 'TrendPulse' }).first())
  await page.waitForURL('/')
}

/** A story that was copied, one of its copies, and the two texts beside each other. */
async function compareCopy(walker: Walker): Promise<void> {
  const { page, step } = walker
  await press(
    walker,
    page
      .locator('.row', { hasText: /\d cop(y|ies)/ })
      .first()
      .locator('h3 a'),
  )
  await page.waitForURL(/\/story\//)
  await press(walker, page.locator('ol.line summary').first())
  await press(walker, page.locator('ol.line details[open] a').first())
  await page.waitForURL(/\/article\//)
  await page.locator('#provenance', { hasText: 'This is a copy' }).waitFor()
  await press(walker, page.getByRole('link', { name: 'Compare sentence by sentence' }))
  await page.waitForURL(/\/compare$/)
  await page.getByText(/^\d+ kept$/).waitFor()
  await step('compare')
}

/** Finds a name by its first letters, then articles by an operator, and opens one of them. */
async function search(walker: Walker): Promise<void> {
  const { page, hands, step } = walker
  const field = page.getByRole('search').getByRole('combobox')
  await type(walker, field, 'mer')
  if (hands === 'no scripts') await type(walker, field, 'Meridian Press Bureau')
  else {
    const offered = '[...document.activeElement.list.options].map((one) => one.value)'
    await until(page, `${offered}.length > 0`)
    const [name = ''] = await ask<string[]>(page, offered)
    assert.match(name, /^mer/i)
    await type(walker, field, name)
  }
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/search\?q=/)
  assert.ok((await page.locator('.hit').count()) > 0, 'the suggested name is found')
  await step('suggested')
  const main = page.locator('main').getByRole('combobox').first()
  await type(walker, main, 'section:sports -marathon')
  await press(walker, page.locator('main').getByRole('button', { name: 'Search', exact: true }))
  await page.waitForURL(/section%3Asports/)
  assert.ok((await page.locator('.hit').count()) > 0, 'the section has articles')
  assert.equal(
    await page.locator('.hit h2', { hasText: /marathon/i }).count(),
    0,
    'none of them is about what was left out',
  )
  await step('operator')
  await press(walker, page.locator('.hit h2 a').first())
  await page.waitForURL(/\/article\//)
}

/** Likes the article: the count rises by one, after a reload too; then the way back to the front page. */
async function react(walker: Walker): Promise<void> {
  const { page, step } = walker
  const button = page.getByRole('button', { name: /^veryGood! \(\d+\)$/ })
  const countOf = async () => Number(/\d+/.exec((await button.textContent()) ?? '')?.[0])
  const given = await countOf()
  await press(walker, button)
  await page.getByRole('button', { name: `veryGood! (${given + 1})` }).waitFor()
  await page.reload()
  assert.equal(await countOf(), given + 1)
  await step('reaction')
  for (let pages = 0; pages < 3 && !page.url().includes('/search'); pages++) await page.goBack()
  await page.locator('.hit').first().waitFor()
  await press(walker, page.getByRole('link', { name: 'TrendPulse' }).first())
  await page.waitForURL('/')
  await step('back')
}
