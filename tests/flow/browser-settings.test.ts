import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { addAccount } from '../../src/store/accounts.ts'
import { hashPassword } from '../../src/web/password.ts'
import { ask, launchBrowser, openPage, until } from './browser.ts'
import { startSite } from './site-world.ts'

const PASSWORD = 'correct horse battery'

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
const paper = (page: Page) => ask<string>(page, 'getComputedStyle(document.documentElement).backgroundColor')
const letters = (page: Page) => ask<number>(page, 'parseFloat(getComputedStyle(document.documentElement).fontSize)')

describe('a look', () => {
  it('is chosen by a plain form, and is there before anything is painted', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page, close } = await open({ javaScriptEnabled, colorScheme: 'light' })
      await page.goto('/')
      const [light, usual] = [await paper(page), await letters(page)]
      await page.goto('/settings')
      await page.getByLabel('Dark').check()
      await page.getByLabel('Largest').check()
      await page.getByLabel('Without serifs').check()
      await page.getByRole('button', { name: 'Keep it' }).click()
      assert.equal(await page.getByLabel('Dark').isChecked(), true)
      const requests: string[] = []
      page.on('request', (request) => requests.push(request.url()))
      await page.goto('/')
      assert.notEqual(await paper(page), light, `script ${javaScriptEnabled}`)
      assert.ok((await letters(page)) > 1.25 * usual)
      assert.match(await ask(page, 'getComputedStyle(document.querySelector("h3")).fontFamily'), /^system-ui/)
      assert.equal(requests.filter((url) => url.endsWith('/look.css')).length, javaScriptEnabled ? 0 : 1)
      await page.goto('/settings')
      await page.getByLabel('As the device').check()
      await page.getByLabel('Usual').check()
      await page.getByLabel('With serifs').check()
      await page.getByRole('button', { name: 'Keep it' }).click()
      await page.goto('/')
      assert.equal(await paper(page), light)
      assert.deepEqual(await page.context().cookies(), [])
      await close()
    }
  })

  it('paints no other look first: the first frame has it', async () => {
    const { page, close } = await open({ colorScheme: 'light' })
    await page.context().addCookies([{ name: 'trendpulse_look', value: 'dark.3.serif.airy', url: site.url }])
    await page.addInitScript(
      `const seen = []; window.seen = seen
      const look = () => { if (document.body) seen.push(getComputedStyle(document.documentElement).backgroundColor); if (seen.length < 20) requestAnimationFrame(look) }
      requestAnimationFrame(look)`,
    )
    await page.goto('/')
    await until(page, 'window.seen.length >= 20')
    assert.deepEqual(await ask(page, '[...new Set(window.seen)]'), ['rgb(23, 22, 19)'])
    await close()
  })

  it('is shown while it is chosen', async () => {
    const { page, close } = await open({ colorScheme: 'light' })
    await page.goto('/settings')
    const light = await paper(page)
    await page.getByLabel('High contrast').check()
    assert.notEqual(await paper(page), light)
    await close()
  })

  it('sends every reader the same page', async () => {
    const [plain, looked] = await Promise.all([
      fetch(`${site.url}/ranking`),
      fetch(`${site.url}/ranking`, { headers: { cookie: 'trendpulse_look=dark.5.sans.dense' } }),
    ])
    assert.equal(looked.headers.get('etag'), plain.headers.get('etag'))
  })
})

describe('what a reader hides', () => {
  it('leaves lists, is counted where it stood, and comes back', async () => {
    const { page, close } = await open()
    await page.goto('/tag/lake-mirrin')
    await page.getByRole('button', { name: 'Hide this topic' }).click()
    await page.goto('/section/science')
    assert.equal(await page.getByRole('link', { name: 'Lake Mirrin falls' }).isVisible(), false)
    await page.getByText('Hidden by you: 1').waitFor()
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    assert.equal(await page.getByRole('link', { name: 'Lake Mirrin falls' }).isVisible(), true)
    assert.equal(await ask(page, 'document.activeElement.textContent'), 'Lake Mirrin falls below the 1911 mark')
    await page.keyboard.press('m') // what is shown stays shown
    assert.equal(await page.getByRole('link', { name: 'Lake Mirrin falls' }).isVisible(), true)
    await page.keyboard.press('m')
    await page.goto('/story/lake') // a story's own page is whole
    await page.getByRole('heading', { name: 'Lake Mirrin falls', level: 1 }).waitFor()
    await page.goto('/settings')
    await page.getByRole('link', { name: 'Lake Mirrin' }).waitFor()
    await page.getByRole('button', { name: 'Show again' }).click()
    await page.goto('/section/science')
    assert.equal(await page.getByRole('link', { name: 'Lake Mirrin falls' }).isVisible(), true)
    await close()
  })

  it('of a source is what it alone tells; nothing of it is sent, and nothing moves', async () => {
    const { page, close } = await open()
    await page.goto('/source/1')
    await page.getByRole('button', { name: 'Hide this source' }).click()
    const sent: string[] = []
    page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`))
    await page.goto('/section/society')
    assert.equal(await page.getByRole('link', { name: 'Premier sails home' }).first().isVisible(), true)
    const shift = await ask<number>(
      page,
      `new Promise((done) => { let sum = 0
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value }).observe({ type: 'layout-shift', buffered: true })
      setTimeout(() => done(sum), 100) })`,
    )
    assert.equal(shift, 0)
    assert.deepEqual(
      sent.filter((line) => !/^GET \/(?:section\/society|static\/[\w.-]+|manifest\.webmanifest)$/.test(line)),
      [],
    )
    await close()
  })

  it('is not offered where scripts are off', async () => {
    const { page, close } = await open({ javaScriptEnabled: false })
    await page.goto('/tag/karelin')
    assert.equal(await page.getByRole('button', { name: 'Hide this topic' }).isVisible(), false)
    await page.goto('/settings')
    await page.getByText('Scripts are off').waitFor()
    assert.equal(await page.getByLabel('Mark what I have read').isVisible(), false)
    await close()
  })
})

describe('what was read', () => {
  const isRead = (page: Page, title: string) =>
    ask<boolean>(page, `[...document.querySelectorAll('.read')].some((row) => row.textContent.includes('${title}'))`)

  it('is marked in lists, by opening it and by a key, and can be left out', async () => {
    const { page, close } = await open()
    await page.goto('/section/science')
    assert.equal(await isRead(page, 'Lake Mirrin'), false)
    await page.keyboard.press('n')
    await page.keyboard.press('m')
    assert.equal(await isRead(page, 'Lake Mirrin'), true)
    await page.keyboard.press('m')
    assert.equal(await isRead(page, 'Lake Mirrin'), false)
    await page.goto('/article/lake1')
    await page.goto('/section/science')
    assert.equal(await isRead(page, 'Lake Mirrin'), true)
    await page.goto('/settings')
    assert.equal(await page.locator('#read-count').textContent(), '1')
    await page.getByLabel('Leave out what I have read').check()
    await page.goto('/section/science')
    await page.getByText('Hidden by you: 1').waitFor()
    await page.goto('/settings')
    await page.getByLabel('Mark what I have read').uncheck()
    await page.goto('/section/science')
    assert.equal(await page.getByRole('link', { name: 'Lake Mirrin falls' }).isVisible(), true)
    await close()
  })
})

describe('an account', () => {
  it('keeps what is hidden, read and looked like for every browser that its reader switches it on in', async () => {
    const account = { name: 'vera', passwordHash: await hashPassword(PASSWORD), role: 'reader' as const }
    await addAccount(site.store, account, site.site.now())
    const [desk, train] = [await open({ colorScheme: 'light' }), await open({ colorScheme: 'light' })]
    for (const { page } of [desk, train]) {
      await page.goto('/sign-in')
      await page.getByLabel('Name').fill('vera')
      await page.getByLabel('Password').fill(PASSWORD)
      await page.locator('main form button').first().click()
      await page.waitForURL('**/account')
    }
    const share = async (page: Page) => {
      await page.goto('/settings')
      const told = page.waitForResponse((answer) => answer.url().endsWith('/account/choices.json'))
      await page.getByLabel('Keep colours, letters').check()
      await (await told).finished()
      await page.waitForTimeout(300) // what was joined is kept, and sent where it is news
    }
    await desk.page.goto('/tag/lake-mirrin')
    await desk.page.getByRole('button', { name: 'Hide this topic' }).click()
    await desk.page.goto('/settings')
    await desk.page.getByLabel('Dark').check()
    await desk.page.getByRole('button', { name: 'Keep it' }).click()
    await share(desk.page)
    await train.page.goto('/section/science')
    assert.equal(await train.page.getByRole('link', { name: 'Lake Mirrin falls' }).isVisible(), true)
    const light = await paper(train.page)
    await share(train.page)
    await train.page.goto('/section/science')
    await train.page.getByText('Hidden by you: 1').waitFor()
    assert.notEqual(await paper(train.page), light)
    await train.page.goto('/settings')
    await train.page.getByRole('button', { name: 'Show again' }).click()
    await until(
      train.page,
      `fetch('/account/choices.json').then((answer) => answer.json()).then(({ choices }) => choices.tags['lake-mirrin'].off === true)`,
    )
    await ask(desk.page, `localStorage.removeItem('trendpulse-shared')`)
    await desk.page.goto('/section/science')
    await until(desk.page, `JSON.parse(localStorage.getItem('trendpulse-choices')).tags['lake-mirrin'].off === true`)
    assert.equal(await desk.page.getByRole('link', { name: 'Lake Mirrin falls' }).isVisible(), true)
    await desk.close()
    await train.close()
  })

  it('gets nothing of another account that the browser was switched on for before', async () => {
    const passwordHash = await hashPassword(PASSWORD)
    for (const name of ['otto', 'runa'])
      await addAccount(site.store, { name, passwordHash, role: 'reader' as const }, site.site.now())
    const { page, close } = await open()
    const signIn = async (name: string) => {
      await page.goto('/sign-in')
      await page.getByLabel('Name').fill(name)
      await page.getByLabel('Password').fill(PASSWORD)
      await page.locator('main form button').first().click()
      await page.waitForURL('**/account')
    }
    await signIn('otto')
    await page.goto('/tag/lake-mirrin')
    await page.getByRole('button', { name: 'Hide this topic' }).click()
    await page.goto('/settings')
    await page.getByLabel('Keep colours, letters').check()
    await until(
      page,
      `fetch('/account/choices.json').then((answer) => answer.json()).then(({ choices }) => choices !== null)`,
    )
    await page.context().clearCookies()
    await signIn('runa')
    await ask(page, `localStorage.removeItem('trendpulse-shared')`)
    const told = page.waitForResponse((answer) => answer.url().endsWith('/account/choices.json'))
    await page.goto('/section/science')
    await (await told).finished()
    await until(page, `localStorage.getItem('trendpulse-account') === null`)
    assert.equal(
      await ask(page, `fetch('/account/choices.json').then((answer) => answer.json()).then(({ choices }) => choices)`),
      null,
    )
    await close()
  })

  it('is not spoken of to strangers', async () => {
    const { page, close } = await open()
    await page.goto('/settings')
    assert.equal(await page.getByText('Your account').count(), 0)
    await close()
  })
})

describe('keys', () => {
  it('are those of other readers, and are told by ?', async () => {
    const { page, close } = await open()
    await page.goto('/section/society')
    const focused = () => ask<string>(page, 'document.activeElement.textContent')
    await page.keyboard.press('n')
    const first = await focused()
    await page.keyboard.press('j')
    assert.notEqual(await focused(), first)
    await page.keyboard.press('p')
    assert.equal(await focused(), first)
    await page.keyboard.press('Control+k') // with another key held it is the browser's
    assert.equal(await focused(), first)
    for (const [second, path] of [
      ['r', '/ranking'],
      ['s', '/sources'],
      ['t', '/settings'],
    ] as const) {
      await page.keyboard.press('g')
      await page.keyboard.press(second)
      await page.waitForURL(`**${path}`)
    }
    await page.goto('/article/first')
    await page.keyboard.press('f')
    assert.match(await focused(), /veryGood/)
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog', { name: 'Keys' })
    await dialog.getByText('the page it comes from').waitFor()
    assert.equal(await dialog.locator('dt').count(), 15)
    await close()
  })
})
