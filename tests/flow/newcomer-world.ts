import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import { demoFeed } from '../../src/demo/feed-document.ts'
import { demoHtmlPage } from '../../src/demo/html-page.ts'
import { demoArticles } from '../../src/demo/world.ts'
import { STARTER_TOPICS, type StarterFeed } from '../../src/web/starter/starter-feed.ts'
import { freePort, throwAwayFolder } from '../engines.ts'

/** Another invented world than the demo edition's, of a size that a first evening's sources give. */
const WORLD = { articles: 120, seed: 41, days: 2 }
/** Pictures of the world's articles: any that is really there. */
const PICTURE = new URL('../../src/web/static/icon-512.png', import.meta.url)
const TRENDPULSE = fileURLToPath(new URL('../../trendpulse', import.meta.url))

/** Where the invented hosts answer: a proxy on the loopback, so that every paper keeps a host of its own. */
export type NewcomerWorld = { proxy: string; starter: readonly StarterFeed[] }

/** Feeds of an invented world with their pages and pictures, behind a proxy, and the starter list that offers them. */
export async function newcomerWorld(): Promise<NewcomerWorld> {
  const items = [...demoArticles({ ...WORLD, endMs: Date.now() })]
  const byFeed = Map.groupBy(items, ({ feedUrl }) => inClear(feedUrl))
  const pages = new Map(items.map((item) => [inClear(item.article.url ?? ''), item]))
  const picture = readFileSync(PICTURE)
  const server = createServer((request, response) => {
    const url = request.url ?? '' // a proxy is asked by whole addresses
    const feed = byFeed.get(url)
    const page = pages.get(url)
    if (feed) response.setHeader('content-type', 'application/rss+xml').end(inClear(demoFeed(feed, 'rss')))
    else if (page) response.setHeader('content-type', 'text/html; charset=utf-8').end(inClear(demoHtmlPage(page)))
    else if (url.endsWith('.jpg')) response.setHeader('content-type', 'image/png').end(picture)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo // a server that listens on a port has one
  const starter = [...byFeed].map(([url, [first]], nth): StarterFeed => {
    const topic = STARTER_TOPICS[nth % STARTER_TOPICS.length] ?? 'world'
    return { url, title: first?.feedTitle ?? '', language: first?.article.language ?? 'en', topic }
  })
  return { proxy: `http://127.0.0.1:${port}`, starter }
}

/** The world's addresses without TLS, which the test's papers do not speak. */
const inClear = (text: string): string => text.replace(/https:\/\/(?=[\w.-]+\.example)/g, 'http://')

/** `./trendpulse serve` as somebody starts it for the first time, on an empty folder: its owner's link as it was printed, and when it was started. */
export async function firstStart(world: NewcomerWorld): Promise<{ url: string; link: string; startedMs: number }> {
  const data = throwAwayFolder()
  const starter = join(throwAwayFolder(), 'starter.json')
  writeFileSync(starter, JSON.stringify(world.starter))
  const url = `http://127.0.0.1:${await freePort()}`
  const startedMs = performance.now()
  const child = spawn(TRENDPULSE, ['serve', '--data', data, '--listen', new URL(url).host], {
    env: {
      PATH: process.env.PATH ?? '',
      TRENDPULSE_STARTER: starter,
      TRENDPULSE_PROXY: world.proxy,
    },
  })
  after(() => child.kill('SIGKILL'))
  let said = ''
  const link = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (piece: Buffer) => void (said += piece))
    child.stdout.on('data', (piece: Buffer) => {
      said += piece
      const found = /You own it: open (\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
    child.once('exit', () => reject(new Error(`serve ended: ${said}`)))
  })
  return { url, link, startedMs }
}
