import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { openStore } from '../../src/store/store.ts'
import { throwAwayFolder } from '../engines.ts'
import { runVerb } from '../run-verb.ts'
import { ask as askPage, launchBrowser, openPage } from './browser.ts'
import { ask, kindOf, type Walked, walkSite } from './site-walk.ts'
import { OWNER_KEY, serveStore, startSite } from './site-world.ts'

/** Articles of the demo edition: enough that every kind of page has something to show. */
const ARTICLES = '400'
/** Pages that nothing links to for strangers, or not on every site. */
const APART = ['/settings', '/offline', '/profile', '/watching', '/sign-in', '/owner', '/search?q=the']
/** Compressed bytes of a page's own document, of it with all that it loads but pictures, and of its scripts; and how many requests that is. */
const MOST = { document: 14_000, page: 50_000, script: 10_000, requests: 4 }

let browser: Browser
let demo: Awaited<ReturnType<typeof serveStore>>
let walked: Awaited<ReturnType<typeof walkSite>>

before(async () => {
  const data = throwAwayFolder()
  const filled = await runVerb(['demo', '--articles', ARTICLES, '--data', data])
  assert.equal(filled.code, 0, filled.err)
  demo = await serveStore(await openStore({ path: join(data, 'trendpulse.db') }), { now: Date.now })
  walked = await walkSite(demo.url, ['/', ...APART])
  browser = await launchBrowser()
})
after(async () => {
  await browser?.close()
  await demo?.close()
})

const weightOf = async (base: string, paths: readonly string[]) =>
  (await Promise.all(paths.map((path) => ask(base, path)))).reduce((sum, { bytes }) => sum + bytes, 0)

async function overweight(base: string, { path, answer, files }: Walked): Promise<string[]> {
  const scripts = files.filter((file) => file.endsWith('.js'))
  const whole = answer.bytes + (await weightOf(base, files))
  const told = [
    answer.bytes > MOST.document && `document of ${answer.bytes} bytes`,
    whole > MOST.page && `page of ${whole} bytes`,
    (await weightOf(base, scripts)) > MOST.script && 'script too large',
    1 + files.length > MOST.requests && `${1 + files.length} requests`,
  ]
  return told.filter((one) => one !== false).map((one) => `${path}: ${one}`)
}

describe('the demo edition', () => {
  it('answers every link of every kind of page', () => {
    assert.deepEqual(walked.dead, [])
    const kinds = new Set(walked.pages.map(({ path }) => kindOf(path)))
    for (const kind of [
      '/?',
      '/story/*?',
      '/article/*?',
      '/tag/*?',
      '/section/*?',
      '/source/*?',
      '/pulse?',
      '/ranking?',
    ])
      assert.ok(kinds.has(kind), `no page of the kind ${kind}`)
  })

  it('leads to a place that is there wherever a link names one', async () => {
    const lost: string[] = []
    for (const { path, links } of walked.pages)
      for (const link of links) {
        const url = new URL(link, new URL(path, demo.url))
        const target = walked.pages.find((page) => page.path === url.pathname + url.search)
        const place = decodeURIComponent(url.hash.slice(1))
        if (place !== '' && target && !target.answer.body.includes(`id="${place}"`)) lost.push(`${path} → ${link}`)
      }
    assert.deepEqual(lost, [])
  })

  it('weighs 14 kB a document, 50 kB a page without pictures and 10 kB of script at most, in four requests', async () => {
    const told = await Promise.all(walked.pages.map((page) => overweight(demo.url, page)))
    assert.deepEqual(told.flat(), [])
  })

  it('tells programs of each page what it is', () => {
    for (const { path, answer } of walked.pages) {
      assert.match(answer.body, /<link rel="canonical" href="[^"]+">/, path)
      assert.match(answer.body, /<meta property="og:title" content="[^"]+">/, path)
      assert.match(answer.body, /<title>[^<]+<\/title>/, path)
      for (const [, data] of answer.body.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs))
        assert.deepEqual(faultsOf(JSON.parse(data!) as Data), [], path)
    }
  })

  it('moves nothing after it is shown', async () => {
    const kinds = new Map(walked.pages.map((page) => [kindOf(page.path), page.path]))
    const { page, close } = await openPage(browser, demo.url, { viewport: { width: 412, height: 900 } })
    for (const path of kinds.values()) {
      await page.goto(path, { waitUntil: 'load' })
      const shift = await askPage<number>(
        page,
        `new Promise((done) => { let sum = 0
        new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value }).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => done(sum), 30) })`,
      )
      assert.equal(shift, 0, `${path} moves`)
    }
    await close()
  })
})

describe('an owner’s site', () => {
  it('answers every link of every page, forms’ pages among them', async () => {
    const site = await startSite()
    const welcome = await ask(site.url, `/owner?key=${OWNER_KEY}`)
    const cookie = (welcome.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ')
    const { dead, pages } = await walkSite(site.url, ['/owner', '/', ...APART], { cookie })
    await site.close()
    assert.deepEqual(dead, [])
    assert.ok(pages.some(({ path }) => path.startsWith('/owner/')))
  })
})

type Data = { [name: string]: unknown }

/** What schema.org's types and the search engines' documentation demand of what we say. **Source:** schema.org; Google Search Central, structured data */
const DEMANDED: Readonly<Record<string, readonly string[]>> = {
  WebSite: ['name', 'url'],
  SearchAction: ['target', 'query-input'],
  EntryPoint: ['urlTemplate'],
  BreadcrumbList: ['itemListElement'],
  ItemList: ['itemListElement'],
  ListItem: ['position'],
  CollectionPage: ['name', 'url'],
  WebPage: ['name', 'url', 'mainEntity'],
  NewsArticle: ['headline', 'publisher'],
  Organization: ['name'],
  Person: ['name'],
}

/** Types that nobody defines, and properties that are missing, in a value and all that it holds. */
function faultsOf(value: Data, place = ''): string[] {
  const type = String(value['@type'])
  const demanded = DEMANDED[type]
  const faults = demanded
    ? demanded
        .filter((name) => value[name] === undefined || value[name] === '')
        .map((name) => `${place}${type} lacks ${name}`)
    : [`${place}${type} is no type that we speak of`]
  for (const [name, held] of Object.entries(value))
    for (const one of Array.isArray(held) ? held : [held])
      if (typeof one === 'object' && one !== null) faults.push(...faultsOf(one as Data, `${place}${type}.${name} `))
  return faults
}
