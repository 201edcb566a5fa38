import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { AXE, launchBrowser } from './browser.ts'
import { OWNER_KEY, startSite } from './site-world.ts'

const PASSWORD = 'a password of the tests'

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

const open = async (options: Parameters<Browser['newContext']>[0] = {}) => {
  const context = await browser.newContext({ baseURL: site.url, ...options })
  return { page: await context.newPage(), context }
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const signIn = async (page: Page, name: string) => {
  await page.goto('/sign-in')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await press(page, 'Sign in')
}

describe('people, without JavaScript', () => {
  it('the owner makes an account by the link and invites an editor, who comes in and goes', async () => {
    const owner = await open({ javaScriptEnabled: false })
    await owner.page.goto(`/owner?key=${OWNER_KEY}`)
    await owner.page.getByLabel('Name', { exact: true }).fill('mira')
    await owner.page.getByLabel('New password', { exact: false }).fill(PASSWORD)
    await press(owner.page, 'Give yourself an account')
    await owner.page.goto('/owner/people')
    await owner.page.locator('form[action="/owner/people/invite"] select').selectOption('editor')
    await press(owner.page, 'Invite somebody')
    const link = await owner.page.getByLabel('Shown only now').inputValue()
    const guest = await open({ javaScriptEnabled: false })
    await guest.page.goto(link)
    await guest.page.getByLabel('Name', { exact: true }).fill('otto')
    await guest.page.getByLabel('New password', { exact: false }).fill(PASSWORD)
    await press(guest.page, 'Make your account')
    await guest.page.getByText('otto, editor of this site.').waitFor()
    await guest.page.goto('/tag/karelin')
    await guest.page.getByRole('link', { name: 'Shape by hand' }).waitFor()
    await guest.page.goto('/account')
    await press(guest.page, 'Sign out')
    await guest.page.goto('/tag/karelin')
    assert.equal(await guest.page.getByRole('link', { name: 'Shape by hand' }).count(), 0)
    for (const { context } of [owner, guest]) await context.close()
  })

  it('who is not signed in is led there and back again', async () => {
    const { page, context } = await open({ javaScriptEnabled: false })
    await page.goto('/owner/choices')
    await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
    await page.getByLabel('Name', { exact: true }).fill('otto')
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await press(page, 'Sign in')
    assert.equal(new URL(page.url()).pathname, '/owner/choices')
    await context.close()
  })
})

describe('pages about accounts', () => {
  it('have no violation that axe knows, and no line wider than a telephone, light and dark', async () => {
    for (const [width, colorScheme] of [
      [320, 'light'],
      [1440, 'dark'],
    ] as const) {
      const { page, context } = await open({ colorScheme, viewport: { width, height: 900 } })
      const check = async (path: string) => {
        await page.goto(path)
        await page.evaluate(AXE)
        const { violations } = (await page.evaluate('axe.run()')) as { violations: { id: string; help: string }[] }
        assert.deepEqual(
          violations.map((one) => `${one.id}: ${one.help}`),
          [],
          `${path} at ${width}`,
        )
        const widest = (await page.evaluate('document.documentElement.scrollWidth')) as number
        assert.ok(widest <= width, `${path} is ${widest} wide at ${width}`)
      }
      await check('/sign-in')
      await signIn(page, 'mira')
      await page.goto('/owner/people')
      await press(page, 'Invite somebody')
      const link = await page.getByLabel('Shown only now').inputValue()
      for (const path of ['/account', '/reading', '/owner/people', new URL(link).pathname]) await check(path)
      await context.close()
    }
  })
})
