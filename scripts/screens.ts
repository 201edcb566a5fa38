/**
 * Pictures of every page into docs/screens: `sh scripts/node.sh scripts/screens.ts http://127.0.0.1:8080 [PAGE…] [--all] [--folder DIR] [--owner LINK]`.
 * Pages are found by walking from the front page of a running site; nothing outside this machine is reached. Without `--all` only what the
 * project keeps is taken; with it every page in four widths, light and dark. `--owner`: the link that lets the owner in, for the owner's pages.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { launchBrowser } from '../tests/flow/browser.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean', default: false },
    folder: { type: 'string', default: 'docs/screens' },
    owner: { type: 'string' },
  },
})
const [base = 'http://127.0.0.1:8080', ...only] = positionals

/** The widths that people have: a small phone, a tablet, a small and a usual screen. */
const WIDTHS = [320, 768, 1024, 1440]
/** `contrast` is the reader's own choice of high contrast. */
type Scheme = 'light' | 'dark' | 'contrast'
/** Pages that are kept in every width, dark at the ends; the others on a phone in the dark and on a screen in the light. */
const IN_FULL = ['home', 'story', 'copy', 'compare', 'pulse']
const IN_CONTRAST = ['home', 'copy']
/** Longest picture, in pixels: the rest of a page looks like what stands above. */
const MAX_HEIGHT = 1_200
/** Colours of a picture: text on paper needs few, and each costs bytes. */
const COLOURS = 48

/** Pages of the owner alone, where the link was given. */
const OWNERS = {
  owner: '/owner',
  people: '/owner/people',
  rules: '/owner/rules',
  jobs: '/owner/jobs',
  doctor: '/owner/doctor',
  backup: '/owner/backup',
  notes: '/owner/notes',
  welcome: '/welcome',
}

const browser = await launchBrowser()
mkdirSync(values.folder, { recursive: true })
try {
  const pages = Object.entries(await findPages(await browser.newPage()))
  const owners = values.owner === undefined ? [] : Object.entries(OWNERS)
  for (const scheme of ['light', 'dark', 'contrast'] as const)
    for (const width of WIDTHS) {
      const wanted = (all: readonly Named[]) =>
        all.filter(([name]) => (only.length === 0 || only.includes(name)) && isTaken(name, scheme, width))
      await shoot(browser, { scheme, width, pages: wanted(pages) })
      await shoot(browser, { scheme, width, pages: wanted(owners), link: values.owner })
    }
} finally {
  await browser.close()
}

function isTaken(name: string, scheme: Scheme, width: number): boolean {
  const isEnd = width === WIDTHS[0] || width === WIDTHS.at(-1)
  if (scheme === 'contrast') return isEnd && IN_CONTRAST.includes(name)
  if (values.all) return true
  if (IN_FULL.includes(name)) return scheme === 'light' ? width > 320 && width !== 1024 : isEnd
  return scheme === 'light' ? width === 1440 : width === 320
}

/** A picture's name and the page's address. */
type Named = readonly [string, string]
/** `link` lets the owner in before. */
type Shots = { scheme: Scheme; width: number; pages: readonly Named[]; link?: string | undefined }

async function shoot(browser: Browser, { scheme, width, pages, link }: Shots): Promise<void> {
  if (pages.length === 0) return
  const context = await browser.newContext({
    baseURL: base,
    viewport: { width, height: 900 },
    colorScheme: scheme === 'dark' ? 'dark' : 'light',
    serviceWorkers: 'block',
  })
  if (scheme === 'contrast')
    await context.addCookies([{ name: 'trendpulse_look', value: 'contrast.3.serif.airy', url: base }])
  const page = await context.newPage()
  if (link) await page.goto(link)
  for (const [name, path] of pages) {
    await page.setViewportSize({ width, height: 600 })
    await page.goto(path)
    await page.waitForTimeout(150) // pictures that are in view
    const height = Math.min(MAX_HEIGHT, (await page.evaluate('document.body.offsetHeight')) as number) // a number by the DOM
    await page.setViewportSize({ width, height: Math.max(600, height) })
    const taken = await page.screenshot()
    await sharp(taken)
      .png({ palette: true, colours: COLOURS, effort: 8 })
      .toFile(join(values.folder, `${name}-${width}-${scheme}.png`))
  }
  await context.close()
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
  const tag = await first(story, '.tags a')
  return {
    home: '/',
    section: '/section/society',
    story,
    history: `${story}/history`,
    article: original,
    copy,
    compare: `${copy}/compare`,
    tag,
    pulse: '/pulse',
    ranking: '/ranking',
    search: '/search?q=harbour',
    sources: '/sources',
    source: await first('/sources', 'a[href^="/source/"]'),
    explain: `/explain${story}`,
    burst: `/explain/pulse${story}`,
    watch: `/watch?kind=tag&target=${tag.split('/').at(-1)}`,
    profile: '/profile',
    settings: '/settings',
    offline: '/offline',
    'sign-in': '/sign-in',
    about: '/about',
    lost: '/nothing/here',
  }
}
