import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { insertArticle, updateArticle, writeAlone } from '../../src/store/insert-article.ts'
import { insertStory } from '../../src/store/story-rows.ts'
import { newArticle, pageOf } from '../articles.ts'
import { AXE, launchBrowser } from './browser.ts'
import { NOW, OWNER_KEY, startSite } from './site-world.ts'

const WIDTHS = [320, 768, 1440]

let browser: Browser
let site: Awaited<ReturnType<typeof startSite>>

/** A text that was changed, in a story of its own. */
async function fillChanged(key: string, language: string, before: readonly string[], after: readonly string[]) {
  const version = ([title = '', text = '']: readonly string[]) =>
    newArticle({ key, title, language, publishedMs: NOW, firstSeenMs: NOW, page: pageOf({ title, text, language }) })
  await writeAlone(site.store, async (write) => {
    const about = { key: `story-${key}`, title: before[0]!, section: 'society', language, atMs: NOW, demo: false }
    const id = await insertArticle(write, { ...version(before), storyId: await insertStory(write, about) })
    await updateArticle(write, id, version(after))
  })
}

before(async () => {
  site = await startSite()
  await fillChanged(
    'english',
    'en',
    ['Ferry leaves Tarn', 'The ferry left the harbour of Tarn at dawn, with seventy people on board.'],
    ['Ferry leaves Tarn late', 'The ferry left the port of Tarn at dawn with seventy people on board.'],
  )
  await fillChanged(
    'hebrew',
    'he',
    ['המעבורת עוזבת את טארן', 'המעבורת עזבה את הנמל של טארן עם שחר, ושבעים איש היו על סיפונה.'],
    ['המעבורת עוזבת את טארן באיחור', 'המעבורת עזבה את הרציף של טארן עם שחר ושבעים איש היו על סיפונה.'],
  )
  browser = await launchBrowser()
})
after(async () => {
  await browser?.close()
  await site?.close()
})

/** Controls of the page that lie over one another by more than their edges. */
const OVERLAPS = `(() => {
  const controls = [...document.querySelectorAll('main a, main button, main input, main summary')]
  const boxes = controls.flatMap((one) => [...one.getClientRects()].map((box) => ({ one, box })))
  return boxes.flatMap(({ one, box }, at) => boxes.slice(at + 1).flatMap(({ one: other, box: its }) => {
    if (one === other || one.contains(other) || other.contains(one)) return []
    const width = Math.min(box.right, its.right) - Math.max(box.left, its.left)
    const height = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top)
    return width > 2 && height > 4 ? [one.textContent + ' × ' + other.textContent] : []
  }))
})()`

async function faultsOf(page: Page, path: string, width: number): Promise<string[]> {
  await page.goto(path)
  const wide = (await page.evaluate('document.documentElement.scrollWidth')) as number
  const overlaps = (await page.evaluate(OVERLAPS)) as string[]
  await page.evaluate(AXE)
  const axe = (await page.evaluate('axe.run()')) as { violations: { id: string; nodes: { html: string }[] }[] }
  return [
    ...(wide > width ? [`is ${wide} px wide`] : []),
    ...overlaps.map((pair) => `overlap ${pair}`),
    ...axe.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
  ].map((fault) => `${width} ${path} ${fault}`)
}

describe('the pages of a story', () => {
  const PAGES = [
    '/story/varga',
    '/story/story-english',
    '/story/story-hebrew',
    '/article/hebrew',
    '/article/mina1',
    '/article/english/versions',
    '/article/hebrew/versions',
    '/article/tampered/compare',
    '/story/story-hebrew/shape',
  ]

  it('fit every width without overlap, and have no fault that axe-core finds', async () => {
    const faults: string[] = []
    for (const width of WIDTHS) {
      const context = await browser.newContext({
        baseURL: site.url,
        viewport: { width, height: 900 },
        bypassCSP: true,
      })
      const page = await context.newPage()
      await page.goto(`/owner?key=${OWNER_KEY}`)
      for (const path of PAGES) faults.push(...(await faultsOf(page, path, width)))
      await context.close()
    }
    assert.deepEqual(faults, [])
  })

  it('read from right to left where the text does, changed words and headline too', async () => {
    const page = await browser.newPage({ baseURL: site.url })
    for (const [path, selector] of [
      ['/story/story-hebrew', 'h1'],
      ['/story/story-hebrew', '.diff'],
      ['/article/hebrew/versions', '.diff'],
      ['/article/hebrew', 'h1'],
    ] as const) {
      await page.goto(path)
      const direction = await page.evaluate(`getComputedStyle(document.querySelector('${selector}')).direction`)
      assert.equal(direction, 'rtl', `${path} ${selector}`)
    }
    await page.goto('/article/hebrew/versions')
    // The comma that was taken out stands behind its word: left of it.
    const [word, comma] = (await page.evaluate(`(() => {
      const sign = [...document.querySelectorAll('.diff:not(.head) del')].at(-1)
      const range = document.createRange()
      range.selectNode(sign.previousSibling)
      return [range.getBoundingClientRect().left, sign.getBoundingClientRect().left]
    })()`)) as [number, number]
    assert.ok(comma < word, `${comma} < ${word}`)
    await page.close()
  })
})
