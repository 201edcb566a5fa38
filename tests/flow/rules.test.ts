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
const textOf = async (path: string) => (await fetch(site.url + path)).text()

describe('the owner, without JavaScript', () => {
  it('builds a rule of fields, looks at what it would hit, saves it, and sees it at work', async () => {
    const { page, close } = await asOwner({ javaScriptEnabled: false })
    await page.goto('/owner/rules')
    await page.getByText('No rule yet.').waitFor()
    await page.getByRole('link', { name: 'New rule' }).click()
    await page.getByText('Choose conditions').click()
    await page.getByLabel('What condition 1 looks at').selectOption('host')
    await page.getByLabel('Value of condition 1').fill('harbour.example')
    await page.getByLabel('What condition 2 looks at').selectOption('text')
    await page.getByLabel('Whether condition 2').selectOption('not')
    await page.getByLabel('Value of condition 2').fill('on her way home')
    await page.getByLabel('Conditions', { exact: true }).fill('title:ferry')
    await page.getByLabel('Mark it with a label').fill('press release')
    await page.getByLabel('Move it to').selectOption('economy')
    await page.getByLabel('Put tags on it').fill('Karelin, Handouts')
    await press(page, 'See what would happen')
    await page.getByText('1 of the newest').waitFor()
    await page.getByRole('link', { name: 'Ferry crews count the cost of a visit' }).waitFor()
    assert.equal(
      await page.getByLabel('Conditions', { exact: true }).inputValue(),
      'title:ferry host:harbour.example -"on her way home"',
    )
    assert.doesNotMatch(await textOf('/article/second'), /press release/, 'nothing is done yet')
    await press(page, 'Save the rule')
    assert.equal(new URL(page.url()).pathname, '/owner/rules')
    await page.getByText('moves to Economy · marks as “press release” · puts on Karelin and Handouts').waitFor()
    await page.getByText('hit 1 article first seen in the last 7 days').waitFor()
    const shown = await textOf('/article/second')
    assert.match(shown, /<b class="mark ui"><bdi>press release<\/bdi><\/b>/)
    assert.match(shown, /In Economy, by a rule of this site\./)
    assert.match(shown, /href="\/tag\/handouts"/)
    assert.doesNotMatch(shown, /owner\/rules/, 'which rule it was is not told to strangers')
    await page.goto('/article/second')
    await page.getByText('Without them it would stand in').waitFor()
    assert.match(await page.locator('[data-rules]').innerHTML(), /\/owner\/rules\/1/)
    await close()
  })

  it('switches a rule off and on, hides by another, shows by hand against it, and removes both', async () => {
    const { page, close } = await asOwner({ javaScriptEnabled: false })
    await page.goto('/owner/rules')
    await press(page, 'Switch off')
    await page.getByText('off', { exact: true }).waitFor()
    assert.doesNotMatch(await textOf('/article/second'), /press release/)
    await press(page, 'Switch on')
    await page.goto('/owner/rules/new?look=1&name=Lakes&query=lake&hide=on&on=on')
    await press(page, 'Save the rule')
    assert.equal((await fetch(`${site.url}/article/lake1`)).status, 404)
    await page.goto('/article/lake1')
    await press(page, 'Show it again')
    await page.getByText('They hide it; your hand shows it.').waitFor()
    assert.equal((await fetch(`${site.url}/article/lake1`)).status, 200)
    await page.goto('/owner/rules')
    await press(page, 'Earlier')
    assert.equal(await page.locator('ol.rules h2').first().innerText(), 'Lakes')
    for (const name of ['Lakes', 'title:ferry']) {
      await page.getByRole('link', { name }).click()
      await press(page, 'Remove the rule')
    }
    await page.getByText('No rule yet.').waitFor()
    assert.doesNotMatch(await textOf('/article/second'), /press release|handouts|by a rule/)
    await close()
  })

  it('is asked again where a rule would hit every article', async () => {
    const { page, close } = await asOwner({ javaScriptEnabled: false })
    await page.goto('/owner/rules/new?look=1&query=-zeppelin&mark=all&on=on')
    await page.getByRole('alert').getByText('It would hit every one of them.').waitFor()
    await page.getByLabel('I mean every article').check()
    await press(page, 'Save the rule')
    await page.getByRole('link', { name: '-zeppelin' }).click()
    await press(page, 'Remove the rule')
    await close()
  })

  it('is told of a slip in a sentence', async () => {
    const { page, close } = await asOwner({ javaScriptEnabled: false })
    await page.goto('/owner/rules/new?look=1&query=sorce:x&hide=on')
    await page.getByText('“sorce:” is no condition').waitFor()
    await close()
  })
})

describe('the pages about rules', () => {
  const PAGES = [
    '/owner/rules',
    '/owner/rules/new',
    '/owner/rules/new?look=1&query=ferry&hide=on&on=on',
    '/owner/rules/ID',
  ]

  it('are the editors’ alone, and take no form of another page or day', async () => {
    for (const path of PAGES.slice(0, 3)) assert.ok([401, 403].includes((await fetch(site.url + path)).status), path)
    const body = new URLSearchParams({ token: 'x', do: 'save', query: 'ferry', hide: 'on' })
    assert.equal((await fetch(`${site.url}/owner/rules/new`, { method: 'POST', body })).status, 403)
    const { page, close } = await asOwner()
    const wrong = await page.request.post('/owner/rules/new', { form: Object.fromEntries(body) })
    assert.equal(wrong.status(), 403)
    await close()
  })

  it('fit 320 px and have no fault that axe-core finds, light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, close } = await asOwner({ viewport: { width: 320, height: 800 }, colorScheme, bypassCSP: true })
      await page.goto(
        '/owner/rules/new?look=1&name=A+name+that+is+long&query=title:ferry+url:https://harbour.example/a-long-address/that-has-no-end/at-all&match=any&mark=press+release&add=Karelin&last=on&on=on',
      )
      await press(page, 'Save the rule')
      const id =
        /rules\/(\d+)/.exec((await page.locator('ol.rules h2 a').first().getAttribute('href')) ?? '')?.[1] ?? ''
      for (const path of [...PAGES.map((one) => one.replace('ID', id)), '/article/second']) {
        await page.goto(path)
        await page.evaluate('for (const one of document.querySelectorAll("main details")) one.open = true')
        const wide = (await page.evaluate('document.documentElement.scrollWidth')) as number
        assert.ok(wide <= 320, `${path} is ${wide} px wide`)
        await page.evaluate(AXE)
        const found = (await page.evaluate('axe.run()')) as { violations: { id: string; nodes: { html: string }[] }[] }
        assert.deepEqual(
          found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`),
          [],
          `${path} in ${colorScheme}`,
        )
      }
      await page.goto(`/owner/rules/${id}`)
      await press(page, 'Remove the rule')
      await close()
    }
  })
})
