import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { createLine } from '../../src/ingest/line.ts'
import { launchBrowser } from '../flow/browser.ts'
import { startSite } from '../flow/site-world.ts'
import { notesOver } from '../notes.ts'
import { noise } from './sample-pictures.ts'

/** How long a picture is on its way: the page has been painted long before. */
const SLOW_MS = 500

describe('a page whose pictures come late', () => {
  let browser: Browser
  let site: Awaited<ReturnType<typeof startSite>>
  let path: string

  before(async () => {
    site = await startSite()
    const upright = new Uint8Array(await noise(200, 320).webp().toBuffer())
    site.site.pictures = {
      get: async () => {
        await new Promise((resolve) => setTimeout(resolve, SLOW_MS))
        return { ok: true, bytes: upright, type: 'image/webp' }
      },
      known: (address) => (address.includes('known') ? { width: 200, height: 320 } : null),
    }
    const notes = notesOver({ store: site.store, line: createLine(site.store), now: site.site.now })
    const text = 'We stood on the bridge and counted boats until the lamps went out.'
    const markdown = `![](https://a.example/known.jpg)\n\n${text}\n\n![](https://a.example/new.jpg)\n\n${text}`
    const { id } = await notes.write({ title: 'Boats', markdown, section: null, tags: [] }, null)
    path = `/article/${(await notes.publish(id)).articleKey}`
    browser = await launchBrowser()
  })
  after(async () => {
    await browser?.close()
    await site?.close()
  })

  for (const width of [320, 1440])
    it(`does not move when they do, ${width} pixels wide`, async () => {
      const page = await browser.newPage({ viewport: { width, height: 2_000 }, bypassCSP: true })
      await page.goto(site.url + path, { waitUntil: 'domcontentloaded' })
      const boxes = () =>
        page.evaluate(
          `[...document.querySelectorAll('.picture img, .body p')].map((one) => one.getBoundingClientRect().toJSON())`,
        )
      const early = await boxes()
      await page.waitForFunction(
        `[...document.querySelectorAll('.picture img')].every((one) => one.complete && one.naturalWidth > 0)`,
      )
      assert.deepEqual(await boxes(), early)
      assert.equal((early as unknown[]).length, 4)
      for (const { height } of early as { height: number }[]) assert.ok(height > 20)
      await page.close()
    })
})
