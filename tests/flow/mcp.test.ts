import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { openStore } from '../../src/store/store.ts'
import { mcpRoutes } from '../../src/web/mcp/routes.ts'
import { throwAwayFolder } from '../engines.ts'
import { startServe } from '../served.ts'
import { fillEdition } from './api-edition.ts'
import { startDoors, type TestServer } from './api-server.ts'

type Sourced = {
  key: string
  headline: string
  url: string | null
  page: string
  copyOf: string | null
  firstSeen: string
}
type Answer = { isError?: boolean; content: unknown; structuredContent?: unknown }

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

const TOOLS = ['search', 'pulse', 'ranking', 'story', 'timeline', 'article', 'provenance', 'related', 'tag', 'sources']

const textOf = (answer: Answer) => (answer.content as { text: string }[]).map((part) => part.text).join('\n')
const dataOf = <Data>(answer: Answer) => answer.structuredContent as Data

async function connected(transport: StreamableHTTPClientTransport | StdioClientTransport): Promise<Client> {
  const client = new Client({ name: 'the-tests', version: '1' })
  await client.connect(transport)
  return client
}

describe('assistants over HTTP, on a small edition', () => {
  let server: TestServer
  let client: Client
  before(async () => {
    server = await startDoors((site) => [mcpRoutes(site)])
    client = await connected(new StreamableHTTPClientTransport(new URL(`${server.url}/mcp`)))
  })
  after(async () => {
    await client.close()
    await server.close()
  })
  const call = (name: string, input: Record<string, unknown> = {}) =>
    client.callTool({ name, arguments: input }) as Promise<Answer>

  it('names its tools, each read-only and with a schema of what it gives', async () => {
    const { tools } = await client.listTools()
    assert.deepEqual(tools.map((tool) => tool.name).toSorted(), TOOLS.toSorted())
    for (const tool of tools) {
      assert.equal(tool.annotations?.readOnlyHint, true, tool.name)
      assert.ok(tool.outputSchema && tool.description, tool.name)
    }
    assert.match(client.getInstructions() ?? '', /Copies confirm nothing/)
  })
  it('finds texts and marks a copy, each with the publisher’s address', async () => {
    const { texts } = dataOf<{ texts: Sourced[] }>(await call('search', { query: 'harbour' }))
    assert.deepEqual(
      texts.map(({ key, copyOf }) => [key, copyOf]),
      [
        ['a3', 'a1'],
        ['a1', null],
      ],
    )
    for (const text of texts) assert.match(text.url ?? '', /^https:\/\/north\.example\/news\//)
  })
  it('tells a story by its voices, and its timeline with originals and copies apart', async () => {
    const story = dataOf<{ story: { owners: number; copies: number }; texts: Sourced[] }>(
      await call('story', { key: 's1' }),
    )
    assert.deepEqual([story.story.copies, story.texts.map((text) => text.key)], [1, ['a2', 'a1']])
    const { texts, isWhole } = dataOf<{ texts: Sourced[]; isWhole: boolean }>(await call('timeline', { key: 's1' }))
    assert.deepEqual([texts.map((text) => text.key), isWhole], [['a1', 'a2', 'a3'], true])
    assert.deepEqual(
      texts.map((text) => text.copyOf),
      [null, null, 'a1'],
    )
  })
  it('says what rises with its evidence and false alarms', async () => {
    const answer = await call('pulse')
    assert.match(textOf(answer), /“Harbour of Port Selva reopens”: 2 independent articles in 2 hours/)
    const [first] = dataOf<{ rising: { key: string; falseAlarmsADay: number }[] }>(answer).rising
    assert.deepEqual([first?.key, first?.falseAlarmsADay], ['story:s1', 0.1])
  })
  it('follows a text to its original by key and by the publisher’s address', async () => {
    const byKey = await call('provenance', { key: 'a3' })
    const known = dataOf<{ verdict: string; original: Sourced; share: number; redatedDays: number }>(byKey)
    assert.deepEqual([known.verdict, known.original.key, known.share, known.redatedDays], ['copy', 'a1', 0.9, 3])
    assert.match(textOf(byKey), /claims to be 3 days younger/)
    const byUrl = await call('provenance', { url: 'https://north.example/news/a1?a=1&b=2' })
    assert.equal(dataOf<{ verdict: string }>(byUrl).verdict, 'original')
  })
  it('quotes a text so that none of its lines passes for the server’s', async () => {
    const answer = await call('article', { key: 'a2' })
    assert.match(textOf(answer), /^> More is "expected" <soon>\.$/m)
    assert.equal(dataOf<{ parts: number }>(answer).parts, 1)
    assert.match(textOf(await call('article', { key: 'a2', part: 7 })), /There is no part 7/)
  })
  it('answers what it does not know, or cannot understand, with a sentence', async () => {
    const unknown = await call('story', { key: 'nope' })
    assert.deepEqual([unknown.isError, textOf(unknown)], [true, 'no story has the key "nope"'])
    for (const input of [{}, { key: 'a1', url: 'https://north.example/' }]) {
      const both = await call('provenance', input)
      assert.deepEqual([both.isError, textOf(both)], [true, 'say article=KEY or url=ADDRESS, one of them'])
    }
    const operator = await call('search', { query: 'before:yesterday' })
    assert.equal(operator.isError, true)
    assert.match(textOf(operator), /before/)
  })
  it('gives the rest: ranking, related, a tag, sources', async () => {
    const [ranking, related, tag, sources] = [
      await call('ranking', { window: 'week' }),
      await call('related', { key: 'a1' }),
      await call('tag', { slug: 'port-selva' }),
      await call('sources', { containing: 'NORTH' }),
    ]
    assert.deepEqual(
      dataOf<{ stories: { key: string }[] }>(ranking).stories.map(({ key }) => key),
      ['s1', 's2', 's3'],
    )
    assert.match(textOf(related), /a2\]: The same story/)
    assert.equal(dataOf<{ texts: unknown[] }>(tag).texts.length, 5)
    assert.equal(dataOf<{ total: number }>(sources).total, 1)
  })
  it('hands out resources and prompts', async () => {
    const { resourceTemplates } = await client.listResourceTemplates()
    assert.ok(resourceTemplates.some((one) => one.uriTemplate === 'trendpulse://story/{key}'))
    const read = await client.readResource({ uri: 'trendpulse://provenance/a3' })
    assert.match((read.contents[0] as { text: string }).text, /Most of this text stood in an earlier one/)
    const prompt = await client.getPrompt({ name: 'where-from', arguments: { url: 'https://north.example/' } })
    assert.match(JSON.stringify(prompt.messages), /Call provenance with url/)
  })
  it('answers fifty questions at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => call('article', { key: `a${1 + (index % 4)}` })),
    )
    assert.deepEqual(
      answers.map((answer) => dataOf<{ source: Sourced }>(answer).source.key),
      Array.from({ length: 50 }, (_, index) => `a${1 + (index % 4)}`),
    )
  })
  it('speaks the generation of the protocol that begins with a handshake too', async () => {
    const post = async (body: object) => {
      const response = await fetch(`${server.url}/mcp`, {
        method: 'POST',
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, ...body }),
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
          'mcp-protocol-version': '2025-06-18',
        },
      })
      const text = await response.text()
      const [, streamed] = /^data: (.+)$/m.exec(text) ?? []
      return JSON.parse(streamed ?? text) as { result: Record<string, unknown> }
    }
    const clientInfo = { name: 'the-tests', version: '1' }
    const begun = await post({
      method: 'initialize',
      params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo },
    })
    assert.equal(begun.result.protocolVersion, '2025-06-18')
    const called = await post({ method: 'tools/call', params: { name: 'provenance', arguments: { key: 'a3' } } })
    assert.equal((called.result.structuredContent as { verdict: string }).verdict, 'copy')
  })
  it('refuses a page of another origin, and a message that is too large', async () => {
    const post = (body: string, headers: Record<string, string>) =>
      fetch(`${server.url}/mcp`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
      })
    assert.equal((await post('{}', { origin: 'https://elsewhere.example' })).status, 403)
    assert.equal((await post(JSON.stringify({ long: 'x'.repeat(100_000) }), {})).status, 413)
  })
})

describe('assistants over standard input and output', () => {
  /** Asks by a process of the verb and gives what two questions answered. */
  const askBy = async (args: readonly string[]) => {
    const client = await connected(
      new StdioClientTransport({
        command: process.execPath,
        args: ['--disable-warning=ExperimentalWarning', MAIN, 'mcp', ...args],
        env: { PATH: process.env.PATH ?? '' },
        stderr: 'pipe',
      }),
    )
    try {
      const call = (name: string, input: Record<string, unknown>) =>
        client.callTool({ name, arguments: input }) as Promise<Answer>
      const [copy, unknown] = [await call('provenance', { key: 'a3' }), await call('article', { key: 'nope' })]
      return { copy: dataOf<{ verdict: string; original: Sourced }>(copy), unknown: textOf(unknown) }
    } finally {
      await client.close()
    }
  }
  const isRight = ({ copy, unknown }: Awaited<ReturnType<typeof askBy>>) => {
    assert.deepEqual([copy.verdict, copy.original.key], ['copy', 'a1'])
    assert.equal(unknown, 'no article has the key "nope"')
  }

  it('answers from the store, and from a running site', async () => {
    const data = throwAwayFolder()
    const store = await openStore({ path: `${data}/trendpulse.db` })
    await fillEdition(store)
    await store.close()
    isRight(await askBy(['--data', data]))
    const served = await startServe(data)
    try {
      isRight(await askBy(['--site', served.url]))
    } finally {
      await served.stop()
    }
  })
})
