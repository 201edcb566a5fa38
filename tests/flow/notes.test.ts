import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { createLine } from '../../src/ingest/line.ts'
import { notesOver } from '../notes.ts'
import { AXE, launchBrowser } from './browser.ts'
import { OWNER_KEY, startSite } from './site-world.ts'

let browser: Browser
let site: Awaited<ReturnType<typeof startSite>>

before(async () => {
  site = await startSite()
  const { store } = site
  site.site.notes = notesOver({ store, line: createLine(store), now: site.site.now })
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

describe('notes, without JavaScript', () => {
  it('are looked at first, published, read by everybody, changed and withdrawn', async () => {
    const { page, close } = await asOwner({ javaScriptEnabled: false })
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
    await page.goto('/owner/notes')
    await page.getByLabel('Headline').fill('A lamp at the quay')
    await page.getByLabel('Text', { exact: true }).fill('The lamp at the *quay* burns.\n\n<script>alert(1)</script>')
    await page.getByLabel('Section', { exact: true }).selectOption('science')
    await press('Save and look')
    assert.equal(await page.locator('.body em').innerText(), 'quay')
    assert.equal(await page.locator('.body p').last().innerText(), '<script>alert(1)</script>')
    assert.equal((await (await fetch(`${site.url}/search?q=lamp`)).text()).includes('A lamp at the quay'), false)
    await press('Publish')
    const path = new URL(page.url()).pathname
    assert.match(path, /^\/article\//)
    const shown = await (await fetch(site.url + path)).text()
    assert.match(shown, /Written here by/)
    assert.doesNotMatch(shown, /This is a copy|nobody else/)
    assert.doesNotMatch(shown, /<meta name="robots"/, 'an own text is for indexes')
    assert.match(shown, /"@type":"NewsArticle","headline":"A lamp at the quay"/)
    const map = await (await fetch(`${site.url}/sitemap/notes.xml`)).text()
    assert.match(
      map,
      new RegExp(`<loc>${site.url}${path}</loc><news:news>.*<news:title>A lamp at the quay</news:title>`),
    )
    assert.match(shown, /<a href="\/section\/science" aria-current="page">/)
    const source = /href="(\/source\/\d+)"/.exec(shown)?.[1]
    const feed = (await (await fetch(`${site.url}${source}.json`)).json()) as { items: { content_html: string }[] }
    assert.match(feed.items[0]!.content_html, /<p>The lamp at the <em>quay<\/em> burns\.<\/p>/)

    site.site.setNow(site.site.now() + 60_000)
    await page.goto('/owner/notes')
    await page.getByRole('link', { name: 'A lamp at the quay' }).click()
    await page.getByLabel('Text', { exact: true }).fill('The lamp at the quay is out.')
    await press('Save and look')
    await page.getByText('changes are not published yet').waitFor()
    assert.match(await (await fetch(site.url + path)).text(), /burns/)
    await press('Publish the change')
    assert.match(await (await fetch(`${site.url}${path}/versions`)).text(), /burns/)
    await page.goto('/owner/notes')
    await page.getByRole('link', { name: 'A lamp at the quay' }).click()
    await press('Withdraw')
    await page.getByText('Withdrawn').waitFor()
    assert.equal((await fetch(site.url + path)).status, 404)
    await close()
  })

  it('that are too long or without words are refused, and nothing is kept', async () => {
    const { page, close } = await asOwner({ javaScriptEnabled: false })
    await page.goto('/owner/notes')
    const token = await page.locator('form.write input[name=token]').getAttribute('value')
    for (const [markdown, status] of [
      ['x'.repeat(40_001), 400],
      [' ', 400],
      ['x'.repeat(500_000), 413],
    ] as const) {
      const form = { token: token!, do: 'publish', title: 'Refused', markdown }
      assert.equal((await page.request.post('/owner/notes', { form, maxRedirects: 0 })).status(), status)
    }
    await page.goto('/owner/notes')
    assert.equal(await page.getByText('Refused').count(), 0)
    await close()
  })
})

it('the pages of notes hold against axe, in light and dark, at 320 pixels', async () => {
  const { id } = await site.site.notes!.write(
    { title: 'A table', markdown: '# Head\n\n| a | b |\n|---|---|\n| 1 | 2 |', section: null, tags: ['Tarn'] },
    null,
  )
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, close } = await asOwner({ colorScheme, viewport: { width: 320, height: 700 }, bypassCSP: true })
    for (const path of ['/owner/notes', `/owner/notes/${id}`]) {
      await page.goto(path)
      await page.addScriptTag({ content: AXE })
      const found = await page.evaluate(
        `axe.run().then(({ violations }) => violations.map((one) => one.id + ' ' + one.nodes.map((node) => node.target).join(', ')))`,
      )
      assert.deepEqual(found, [], `${path} ${colorScheme}`)
      const wide = await page.evaluate('document.documentElement.scrollWidth')
      assert.equal(wide, 320, path)
    }
    await close()
  }
})
