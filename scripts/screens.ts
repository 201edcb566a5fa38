/**
 * Screenshots of every page into docs/screens: `sh scripts/node.sh scripts/screens.ts http://127.0.0.1:8080 [FOLDER] [PAGE…]`.
 * Pages are found by walking from the front page of a running site; nothing outside this machine is reached.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'

const [base = 'http://127.0.0.1:8080', folder = 'docs/screens', ...only] = process.argv.slice(2)
/** Width, scheme and how much of the page: the widths that people have. */
const SHOTS = [
  { width: 320, scheme: 'dark' },
  { width: 768, scheme: 'light' },
  { width: 1440, scheme: 'dark' },
  { width: 1440, scheme: 'light' },
] as const
/** Pages that are taken in every width and scheme; the others in the first and the last of them, to keep the folder small. */
const IN_FULL = ['home', 'story', 'copy', 'compare', 'pulse']
/** Longest picture, in pixels: the rest of a page looks like what stands above. */
const MAX_HEIGHT = 1_200

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  ],
})
try {
  const pages = await findPages(await browser.newPage())
  for (const [nth, { width, scheme }] of SHOTS.entries()) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme })
    for (const [name, path] of Object.entries(pages)) {
      if (only.length > 0 && !only.includes(name)) continue
      if (nth > 0 && nth < SHOTS.length - 1 && !IN_FULL.includes(name)) continue
      await page.setViewportSize({ width, height: 600 })
      await page.goto(base + path)
      const height = Math.min(MAX_HEIGHT, await page.evaluate('document.documentElement.scrollHeight')) as number // a number by the DOM
      await page.setViewportSize({ width, height: Math.max(600, height) })
      await page.screenshot({ path: join(folder, `${name}-${width}-${scheme}.png`) })
    }
    await page.close()
  }
} finally {
  await browser.close()
}

/** One address of each kind of page, by walking as a reader does. */
async function findPages(page: Page): Promise<Record<string, string>> {
  const first = async (path: string, selector: string) => {
    await page.goto(base + path)
    return (
      (await page
        .locator(selector)
        .first()
        .getAttribute('href', { timeout: 2_000 })
        .catch(() => null)) ?? '/nothing-there'
    )
  }
  const story = await first('/', '.lead a, .row a')
  const original = await first(story, 'ol.line h3 a')
  const copy = await first(story, 'ol.line details a')
  return {
    home: '/',
    section: '/section/society',
    story,
    article: original,
    copy,
    compare: `${copy}/compare`,
    tag: await first(story, '.tags a'),
    pulse: '/pulse',
    ranking: '/ranking',
    search: '/search?q=harbour',
    sources: '/sources',
    source: await first('/sources', '.sources h2 a'),
    explain: `/explain${story}`,
    profile: '/profile',
    about: '/about',
    lost: '/nothing/here',
  }
}
