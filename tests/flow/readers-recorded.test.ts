import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, it } from 'node:test'
import { folderId } from '../../src/web/readers/reader-feeds.ts'
import { readerRoutes } from '../../src/web/readers/routes.ts'
import { OWNER_KEY, startDoors } from './api-server.ts'

/** What an answer must be: `json` names values by their path (`length` of lists; a type's name stands for any such value, null for none). */
type Expected = { status: number; text?: string; json?: Record<string, unknown> }
type Recorded = { method: string; path: string; headers: Record<string, string>; body?: string; expect: Expected }

const TYPES = ['string', 'number', 'object']

/**
 * Requests of real clients, in their order, each file against a site of its own. The first line says where they are from; `{auth}`, `{token}`,
 * `{key}`, `{basic}`, `{fever}`, `{site}` and `{category:NAME}` stand for what a client would have by then.
 */
describe('recorded requests of', () => {
  const files = globSync('tests/flow/recorded/*.jsonl').sort()
  it('several clients of each contract are there', () => assert.ok(files.length >= 10))
  for (const file of files)
    it(basename(file, '.jsonl'), async () => {
      const server = await startDoors((site) => [readerRoutes(site)])
      try {
        const words = await wordsOf(server.url)
        const [about, ...lines] = readFileSync(file, 'utf8').trim().split('\n')
        assert.ok((JSON.parse(about!) as { source: string }).source.length > 10)
        for (const [index, line] of lines.entries()) {
          const filled = line.replaceAll(/\{(auth|token|key|basic|fever|site)\}/g, (_, word: string) => words[word]!)
          const known = filled.replaceAll(/\{category:(\w+)\}/g, (_, name: string) => String(folderId(name)))
          await replay(server.url, JSON.parse(known) as Recorded, `${file}:${index + 2}`)
        }
      } finally {
        await server.close()
      }
    })
})

async function wordsOf(site: string): Promise<Record<string, string>> {
  const login = await (await fetch(`${site}/accounts/ClientLogin?Email=owner&Passwd=${OWNER_KEY}`)).text()
  const auth = /^Auth=(.+)$/m.exec(login)![1]!
  const headers = { authorization: `GoogleLogin auth=${auth}` }
  return {
    site,
    auth,
    key: OWNER_KEY,
    token: await (await fetch(`${site}/reader/api/0/token`, { headers })).text(),
    basic: Buffer.from(`owner:${OWNER_KEY}`).toString('base64'),
    fever: createHash('md5').update(`owner:${OWNER_KEY}`).digest('hex'),
  }
}

async function replay(site: string, { method, path, headers, body, expect }: Recorded, where: string): Promise<void> {
  const response = await fetch(site + path, { method, headers, ...(body === undefined ? {} : { body }) })
  const text = await response.text()
  const told = `${where} ${method} ${path} ${body ?? ''}: ${text.slice(0, 300)}`
  assert.equal(response.status, expect.status, told)
  if (expect.text !== undefined) assert.match(text, new RegExp(expect.text), told)
  for (const [place, value] of Object.entries(expect.json ?? {})) {
    const found = valueAt(JSON.parse(text), place)
    if (typeof value === 'string' && TYPES.includes(value)) assert.equal(typeof found, value, `${place} ${told}`)
    else assert.deepEqual(found ?? null, value, `${place} ${told}`)
  }
}

function valueAt(value: unknown, place: string): unknown {
  let found = value
  for (const name of place.split('.')) found = (found as Record<string, unknown> | null | undefined)?.[name] // as JSON is walked
  return found
}
