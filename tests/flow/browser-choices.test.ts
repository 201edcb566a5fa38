import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page, Request } from 'playwright-core'
import { HOUR_MS } from '../../src/model/time.ts'
import { insertArticle, type Write, writeAlone } from '../../src/store/insert-article.ts'
import { listClicksSince } from '../../src/store/list-clicks.ts'
import { addReadTogether, forgetReadTogether } from '../../src/store/read-together.ts'
import { insertStory, refreshStory } from '../../src/store/story-rows.ts'
import { newArticle } from '../articles.ts'
import { until } from '../served.ts'
import { launchBrowser } from './browser.ts'
import { NOW, startSite } from './site-world.ts'

const WAIT_MS = 20_000

let browser: Browser
let site: Awaited<ReturnType<typeof startSite>>

before(async () => {
  site = await startSite()
  await writeAlone(site.store, async (write) => {
    for (let nth = 0; nth < 24; nth++) await tellStory(write, nth)
  })
  site.site.touch()
  browser = await launchBrowser()
})
after(async () => {
  await browser?.close()
  await site?.close()
})

/** Stories of one article each, all of society, each about a place of its own. */
async function tellStory(write: Write, nth: number): Promise<void> {
  const key = `tale${nth}`
  const told = { title: `Tale number ${nth}`, section: 'society', language: 'en' }
  const atMs = NOW - 2 * HOUR_MS
  const storyId = await insertStory(write, { key, ...told, atMs, demo: false })
  const source = { owner: `paper${nth}.example`, sourceTitle: `Paper ${nth}`, publishedMs: atMs, firstSeenMs: atMs }
  const article = newArticle({ key, ...told, storyId, tagNames: [`Hamlet ${nth}`], ...source })
  const leadArticleId = await insertArticle(write, article)
  const seen = { rankKey: 2.9 - nth / 100, firstSeenMs: atMs, lastSeenMs: atMs }
  await refreshStory(write, { id: storyId, ...told, leadArticleId, ...seen })
}

type Reader = { page: Page; told: Request[]; close: () => Promise<void> }
async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<Reader> {
  const context = await browser.newContext({ baseURL: site.url, ...options })
  const page = await context.newPage()
  const told: Request[] = []
  context.on('request', (request) => request.url().includes('/count/') && told.push(request))
  return { page, told, close: () => context.close() }
}
const choices = async () => (await listClicksSince(site.store, 0)).reduce((all, one) => all + one.clicked, 0)
const reasonless = (page: Page) =>
  page
    .locator('ol.rank li')
    .evaluateAll((entries) => entries.filter((entry) => !entry.querySelector('.why')?.textContent).length)

describe('choices in a reader’s lists', () => {
  it('tell place and reasons, and nothing else: no story, no page, no cookie', async () => {
    const { page, told, close } = await open()
    await page.goto('/article/first')
    const whys = await page
      .locator('[data-list] li')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-why')))
    await page.locator('[data-list] li').nth(2).locator('a').click()
    await page.waitForURL('**/story/**')
    await until(async () => (await choices()) === 1, WAIT_MS)
    assert.equal(told.length, 1)
    assert.deepEqual(told[0]!.postDataJSON(), { list: 'recommendation', reasons: whys, chosen: 2 })
    const headers = await told[0]!.allHeaders()
    assert.deepEqual([headers.referer ?? '', headers.cookie ?? ''], ['', ''])
    await close()
  })

  it('tell nothing of other links, nor where the reader keeps nothing', async () => {
    const { page, told, close } = await open()
    await page.goto('/article/first')
    await page.locator('a[data-story]').click()
    await page.waitForURL('**/story/**')
    await page.goto('/profile')
    await page.getByLabel('Note what I read in this browser').uncheck()
    await page.goto('/article/first')
    await page.locator('[data-list] li a').first().click()
    await page.waitForURL('**/story/**')
    assert.equal(told.length, 0)
    await close()
  })

  it('tell nothing where the browser asks not to be followed', async () => {
    const { page, told, close } = await open()
    await page.addInitScript(`Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })`)
    await page.goto('/article/first')
    await page.locator('[data-list] li a').first().click()
    await page.waitForURL('**/story/**')
    assert.equal(told.length, 0)
    await close()
  })

  it('are plain links without a script, each entry with its reason', async () => {
    const { page, close } = await open({ javaScriptEnabled: false })
    for (const path of ['/', '/article/first']) {
      await page.goto(path)
      assert.ok((await page.locator('ol.rank li').count()) > 5)
      assert.equal(await reasonless(page), 0, path)
    }
    const link = page.locator('[data-list] li a').first()
    const href = await link.getAttribute('href')
    assert.match(href!, /^\/story\/[\w-]+$/)
    await link.click()
    await page.waitForURL(`**${href}`)
    await close()
  })
})

describe('stories read in one visit', () => {
  it('are told only where the reader said yes, pair by pair and once a visit', async () => {
    const { page, told, close } = await open()
    for (const nth of [1, 2]) await page.goto(`/article/tale${nth}`)
    assert.equal(told.length, 0, 'nobody has said yes')
    await page.goto('/profile')
    const mark = page.getByLabel('Tell the site which stories I read in one visit')
    assert.equal(await mark.isChecked(), false)
    await mark.check()
    for (const nth of [3, 4, 3, 5]) await page.goto(`/article/tale${nth}`)
    await page.goto('/profile')
    assert.deepEqual(
      told.map((request) => request.postDataJSON()),
      [
        { key: 'tale4', before: ['tale3'] },
        { key: 'tale5', before: ['tale3', 'tale4'] },
      ],
    )
    assert.equal((await told[0]!.allHeaders()).referer ?? '', '')
    assert.equal(await mark.isChecked(), true)
    await mark.uncheck()
    for (const nth of [6, 7]) await page.goto(`/article/tale${nth}`)
    assert.equal(told.length, 2)
    assert.equal(await page.evaluate(`sessionStorage.getItem('trendpulse-visit')`), null)
    await close()
  })

  it('bring what others read with them into the list from below, with the reason', async () => {
    await addReadTogether(site.store, 20_000, { firstKey: 'tale9', secondKey: 'tale12', visits: 10 })
    site.site.touch()
    const { page, close } = await open()
    await page.goto('/article/tale9')
    await page.goto('/article/first')
    await page.getByText('readers of what you read chose it too').waitFor()
    const entries = await page.locator('[data-for-you] li').allTextContents()
    const led = entries.filter((entry) => entry.includes('readers of what you read'))
    assert.deepEqual(led, ['Tale number 12 readers of what you read chose it too'])
    assert.equal(await reasonless(page), 0)
    await close()
    await forgetReadTogether(site.store, null)
    site.site.touch()
  })
})

describe('the profile', () => {
  it('halves in thirty days, is shown as it is kept, and taken out as it is shown', async () => {
    const { page, close } = await open()
    await page.goto('/about')
    const old = { atMs: Date.now() - 30 * 24 * HOUR_MS, tags: { Vellmark: { weight: 4, reads: 4 } }, read: ['z'] }
    await page.evaluate(`localStorage.setItem('trendpulse-profile', '${JSON.stringify(old)}')`)
    await page.goto('/article/tale1')
    await page.goto('/profile')
    const rows = await page.locator('#profile-rows tr').allTextContents()
    assert.deepEqual(rows, ['Vellmark42.00', 'Hamlet 111.00'])
    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByText('Save as a file').click()])
    const kept = JSON.parse(String(await page.evaluate(`localStorage.getItem('trendpulse-profile')`)))
    assert.deepEqual(JSON.parse(await readFile(await saved.path(), 'utf8')), kept)
    assert.deepEqual(kept.read, ['z', 'tale1'])
    await close()
  })
})
