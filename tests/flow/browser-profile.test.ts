import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { HOUR_MS } from '../../src/model/time.ts'
import { insertArticle, type Write, writeAlone } from '../../src/store/insert-article.ts'
import { insertStory, refreshStory } from '../../src/store/story-rows.ts'
import { newArticle } from '../articles.ts'
import { launchBrowser, openPage } from './browser.ts'
import { NOW, startSite } from './site-world.ts'

let browser: Browser
let site: Awaited<ReturnType<typeof startSite>>

before(async () => {
  site = await startSite()
  await writeAlone(site.store, async (write) => {
    for (let nth = 0; nth < 30; nth++) await tell(write, nth)
  })
  site.site.touch()
  browser = await launchBrowser()
})
after(async () => {
  await browser?.close()
  await site?.close()
})

/** Thirty stories of one article; every third is about Vellmark, and the last of them stands last. */
async function tell(write: Write, nth: number): Promise<void> {
  const key = `tale${nth}`
  const title = `Tale number ${nth}`
  const atMs = NOW - 2 * HOUR_MS
  const storyId = await insertStory(write, { key, title, section: 'society', language: 'en', atMs, demo: false })
  const tagNames = nth % 3 === 2 ? ['Vellmark'] : [`Hamlet ${nth}`]
  const source = { owner: `paper${nth}.example`, sourceTitle: `Paper ${nth}`, publishedMs: atMs, firstSeenMs: atMs }
  const leadArticleId = await insertArticle(write, newArticle({ key, title, storyId, tagNames, ...source }))
  const kept = { section: 'society', language: 'en', rankKey: 2.9 - nth / 100, firstSeenMs: atMs, lastSeenMs: atMs }
  await refreshStory(write, { id: storyId, title, leadArticleId, ...kept })
}

const open = (options: Parameters<Browser['newContext']>[0] = {}) => openPage(browser, site.url, options)
const listOf = (page: Page) => page.locator('[data-for-you] li').allTextContents()
const read = async (page: Page, ...numbers: number[]) => {
  for (const nth of numbers) await page.goto(`/article/tale${nth}`)
}
const storedProfile = (page: Page) => page.evaluate(`localStorage.getItem('trendpulse-profile')`)

describe('a profile in the reader’s browser', () => {
  it('changes the lists by what was read, with the reason, and erasing it sets them back', async () => {
    const { page, close } = await open()
    await page.goto('/article/first')
    const cold = await listOf(page)
    assert.ok(cold.length > 3 && !cold.join().includes('because'), cold.join(' | '))
    await read(page, 2, 5, 8)
    await page.goto('/article/first')
    await page.getByText('because you read three on Vellmark').first().waitFor()
    const own = await listOf(page)
    assert.match(own[0]!, /^Tale number 11 because you read three on Vellmark$/)
    assert.ok(!own.some((entry) => /^Tale number [258] /.test(entry)), 'what was read is not told again')
    await page.getByText('Ranked in your browser').waitFor()
    await page.goto('/profile')
    assert.match((await page.locator('#profile-rows tr').first().textContent()) ?? '', /^Vellmark3/)
    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByText('Save as a file').click()])
    assert.equal(saved.suggestedFilename(), 'profile.json')
    await page.getByRole('button', { name: 'Erase it' }).click()
    await page.getByText('Nothing is kept. Lists').waitFor()
    assert.equal(await storedProfile(page), null)
    await page.goto('/section/society') // no text: nothing is noted
    assert.equal(await storedProfile(page), null)
    await page.goto('/article/first')
    assert.deepEqual(await listOf(page), cold)
    await close()
  })

  it('notes nothing where the reader says so', async () => {
    const { page, close } = await open()
    await page.goto('/profile')
    await page.getByLabel('Note what I read in this browser').uncheck()
    await read(page, 2, 5)
    assert.equal(await storedProfile(page), null)
    await close()
  })

  it('asks the same of the server whoever reads, and the lists say without a script that they are the same for all', async () => {
    const { page, close } = await open()
    const asked: string[] = []
    page.on('request', (request) =>
      asked.push(`${request.method()} ${new URL(request.url()).pathname}${new URL(request.url()).search}`),
    )
    await read(page, 2, 5, 8, 11)
    const beside = asked.filter(
      (line) => !/^GET \/(?:article\/tale\d+|static\/[\w.-]+|manifest\.webmanifest)$/.test(line),
    )
    assert.deepEqual([...new Set(beside)], ['GET /pack/society.json'])
    await close()
    const plain = await open({ javaScriptEnabled: false })
    await plain.page.goto('/article/tale2')
    await plain.page.getByText('The same for every reader').waitFor()
    await plain.page.goto('/profile')
    await plain.page.getByText('Scripts are off').waitFor()
    await plain.close()
  })

  it('leaves neither reader nor reader and article together in store or log', async () => {
    const { page, close } = await open({ userAgent: 'Curious Reader 7' })
    for (let nth = 0; nth < 20; nth++) await read(page, nth)
    await new Promise((resolve) => setTimeout(resolve, 100)) // views are counted beside the answers
    await close()
    const { store } = site
    const seen = await store.read.selectFrom('vote_seen').selectAll().execute()
    assert.ok(seen.length >= 20, 'views were counted')
    assert.deepEqual(Object.keys(seen[0]!).sort(), ['day', 'label', 'token', 'weighed'])
    assert.ok(seen.every((row) => row.label === null && row.weighed === 0))
    assert.equal(
      new Set(seen.map((row) => row.token)).size,
      seen.length,
      'no token stands for a reader: each is of one article',
    )
    const tables = [
      'setting',
      'article',
      'story',
      'tag',
      'reaction',
      'job',
      'account',
      'reader_mark',
      'vote_seen',
      'vote_block',
      'vote_key',
    ] as const
    const rows = await Promise.all(tables.map((table) => store.read.selectFrom(table).selectAll().execute()))
    const kept = JSON.stringify([rows, site.site.events])
    for (const trace of ['Curious Reader', '127.0.0.1']) assert.ok(!kept.includes(trace), trace)
    assert.deepEqual(rows[tables.indexOf('reader_mark')], [])
  })
})

describe('keys', () => {
  it('walk, open, search, go and explain themselves; not while one types, nor where they are switched off', async () => {
    const { page, close } = await open()
    await page.goto('/section/society')
    const focused = () => page.evaluate('document.activeElement.textContent')
    await page.keyboard.press('j')
    const first = await focused()
    await page.keyboard.press('j')
    assert.notEqual(await focused(), first)
    await page.keyboard.press('k')
    assert.equal(await focused(), first)
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await page.keyboard.type('j?go')
    assert.equal(await page.getByRole('search').getByRole('combobox').inputValue(), 'j?go')
    await page.goto('/section/society')
    await page.keyboard.press('j')
    await page.keyboard.press('o')
    await page.waitForURL('**/story/*')
    await page.goto('/article/first')
    await page.keyboard.press('s')
    await page.waitForURL('**/story/varga')
    await page.keyboard.press('g')
    await page.keyboard.press('p')
    await page.waitForURL('**/pulse')
    await page.keyboard.press('g')
    await page.keyboard.press('h')
    await page.waitForURL(`${site.url}/`)
    await page.goto('/settings')
    await page.getByLabel('Answer keys').uncheck()
    await page.goto('/')
    await page.keyboard.press('?')
    assert.equal(await page.getByRole('dialog').count(), 0)
    await close()
  })
})
