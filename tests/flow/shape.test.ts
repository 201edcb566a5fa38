import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { AXE, launchBrowser } from './browser.ts'
import { OWNER_KEY, startSite } from './site-world.ts'

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

const asOwner = async (options: Parameters<Browser['newContext']>[0] = {}) => {
  const context = await browser.newContext({ baseURL: site.url, ...options })
  const page = await context.newPage()
  await page.goto(`/owner?key=${OWNER_KEY}`)
  return { page, close: () => context.close() }
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

describe('the owner, without JavaScript', () => {
  it('merges a tag, is told first what moves, and takes it back', async () => {
    const { page, close } = await asOwner({ javaScriptEnabled: false })
    await page.goto('/tag/tarn')
    await page.getByRole('link', { name: 'Shape by hand' }).click()
    await page.getByLabel('Name or address of the tag').fill('Karelin')
    await page.getByRole('button', { name: 'See what would happen' }).first().click()
    await page.getByText('1 article will move to “Karelin”, which has 3 now.').waitFor()
    assert.equal((await fetch(`${site.url}/tag/tarn`, { redirect: 'manual' })).status, 200, 'nothing is done yet')
    await press(page, 'Merge')
    assert.equal(new URL(page.url()).pathname, '/tag/karelin')
    const old = await fetch(`${site.url}/tag/tarn`, { redirect: 'manual' })
    assert.deepEqual([old.status, old.headers.get('location')], [301, '/tag/karelin'])
    await page.goto('/owner/choices')
    await press(page, 'Take back')
    await page.getByText('Nothing decided yet.').first().waitFor()
    assert.equal((await fetch(`${site.url}/tag/tarn`, { redirect: 'manual' })).status, 200)
    await close()
  })

  it('blocks a tag, which then has no page for anybody', async () => {
    const { page, close } = await asOwner({ javaScriptEnabled: false })
    await page.goto('/tag/lake-mirrin/shape?do=block')
    await press(page, 'Block')
    assert.equal(new URL(page.url()).pathname, '/owner/choices')
    assert.equal((await fetch(`${site.url}/tag/lake-mirrin`)).status, 404)
    assert.doesNotMatch(await (await fetch(`${site.url}/article/lake1`)).text(), /tag\/lake-mirrin/)
    await press(page, 'Take back')
    assert.equal((await fetch(`${site.url}/tag/lake-mirrin`)).status, 200)
    await close()
  })

  it('moves an article out of a story, folds it back, and names a story', async () => {
    const { page, close } = await asOwner({ javaScriptEnabled: false })
    await page.goto('/story/varga')
    await page.getByRole('link', { name: 'Shape by hand' }).click()
    await page.getByLabel('Ferry crews count the cost').check()
    await page.getByRole('button', { name: 'See what would happen' }).first().click()
    await page.getByText('1 article will move into a story of its own').waitFor()
    await press(page, 'Move articles out')
    await page.getByRole('heading', { level: 1, name: 'Ferry crews count the cost of a visit' }).waitFor()
    const fresh = new URL(page.url()).pathname
    assert.notEqual(fresh, '/story/varga')
    await page.goto(`${fresh}/shape?do=merge&into=${encodeURIComponent(`${site.url}/story/varga`)}`)
    await press(page, 'Merge')
    assert.equal(new URL(page.url()).pathname, '/story/varga')
    assert.equal((await fetch(site.url + fresh, { redirect: 'manual' })).headers.get('location'), '/story/varga')
    await page.goto('/story/varga/shape')
    await page.getByLabel('Headline that is shown').fill('The premier’s voyage')
    await page.getByRole('button', { name: 'See what would happen' }).last().click()
    await press(page, 'Rename')
    await page.getByRole('heading', { level: 1, name: 'The premier’s voyage' }).waitFor()
    await close()
  })
})

describe('the pages that shape', () => {
  const PAGES = [
    '/tag/karelin/shape',
    '/tag/karelin/shape?do=apart&name=Kar&kind=place',
    '/story/varga/shape',
    '/story/varga/shape?do=split&articles=second',
    '/owner/choices',
  ]

  it('are the owner’s alone, and take no form of another page or day', async () => {
    for (const path of PAGES) assert.equal((await fetch(site.url + path)).status, 403, path)
    const body = new URLSearchParams({ token: 'x', do: 'block' })
    assert.equal((await fetch(`${site.url}/tag/karelin/shape`, { method: 'POST', body })).status, 403)
    const cookie = (await fetch(`${site.url}/owner?key=${OWNER_KEY}`, { redirect: 'manual' })).headers.get(
      'set-cookie',
    )!
    const headers = { cookie: cookie.split(';')[0]! }
    for (const path of ['/tag/karelin/shape', '/story/varga/shape', '/owner/choices']) {
      const wrong = new URLSearchParams({ token: 'x', do: 'block', about: 'tags', id: '1' })
      assert.equal((await fetch(site.url + path, { method: 'POST', body: wrong, headers })).status, 403, path)
    }
    assert.doesNotMatch(await (await fetch(`${site.url}/tag/karelin`)).text(), /\/shape/)
  })

  it('fit 320 px and have no fault that axe-core finds, light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, close } = await asOwner({ viewport: { width: 320, height: 800 }, colorScheme, bypassCSP: true })
      for (const path of PAGES) {
        await page.goto(path)
        const wide = (await page.evaluate('document.documentElement.scrollWidth')) as number
        assert.ok(wide <= 320, `${path} is ${wide} px wide`)
        await page.evaluate(AXE)
        const found = (await page.evaluate('axe.run()')) as { violations: { id: string; nodes: { html: string }[] }[] }
        assert.deepEqual(
          found.violations.map((fault) => `${path} ${fault.id} ${fault.nodes[0]?.html}`),
          [],
        )
      }
      await close()
    }
  })
})
