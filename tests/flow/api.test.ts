import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { createLine } from '../../src/ingest/line.ts'
import { addToken, SCOPES } from '../../src/store/account-tokens.ts'
import { addAccount } from '../../src/store/accounts.ts'
import type { Client } from '../../src/web/api/client/calls.ts'
import { ApiError, createClient } from '../../src/web/api/client/create-client.ts'
import { type Endpoint, MAX_BODY_BYTES } from '../../src/web/api/endpoint.ts'
import { ENDPOINTS } from '../../src/web/api/endpoints.ts'
import { apiRoutes } from '../../src/web/api/routes.ts'
import { ErrorAnswer } from '../../src/web/api/schemas.ts'
import { unheldCalls } from '../described-answers.ts'
import { onBothEngines } from '../engines.ts'
import { notesOver } from '../notes.ts'
import { OWNER_KEY, startDoors, type TestServer } from './api-server.ts'

let server: TestServer
type Sent = {
  path?: Record<string, string>
  query?: string
  body?: unknown
  owner?: boolean
  headers?: Record<string, string>
}

/** Calls by operation, with the client; the answer is held to the endpoint's own schema here, and to the description on its way. */
async function call(operationId: string, sent: Sent = {}): Promise<{ status: number; value: never; headers: Headers }> {
  const one = endpointNamed(operationId)
  let response: Response | undefined
  const client = createClient({
    baseUrl: server.url,
    token: sent.owner ? OWNER_KEY : undefined,
    fetch: async (address, init) => {
      response = await fetch(address, { ...init, headers: { ...(init?.headers as object), ...sent.headers } })
      return response
    },
  })
  const method = client[operationId as keyof Client] as (asked: object) => Promise<unknown>
  const query = Object.fromEntries(new URLSearchParams(sent.query))
  const value = await method({ ...sent.path, ...query, body: sent.body }).catch((error: unknown) => {
    if (!(error instanceof ApiError)) throw error
    return { error: { code: error.code, message: error.message } }
  })
  assert.ok(response)
  const { status, headers } = response
  if (status < 300) {
    assert.ok(status === one.status || status === one.known?.status)
    assert.deepEqual(one.answer.parse(value), value, `${operationId} answers more than it describes`)
  } else ErrorAnswer.parse(value)
  return { status, value: value as never, headers }
}

function endpointNamed(operationId: string): Endpoint {
  const one = ENDPOINTS.find((endpoint) => endpoint.operationId === operationId)
  assert.ok(one, operationId)
  return one
}
type Page = { items: { key: string; slug: string }[]; next: string | null }
const keysOf = ({ value }: { value: Page }) => value.items.map((item) => item.key)

onBothEngines((engine, open) =>
  describe(engine, () => {
    before(async () => {
      server = await startDoors((site) => [apiRoutes(site)], open)
    })
    after(() => server.close())
    describe('reading', () => {
      it('lists stories by rank and pages through them by cursor without loss or repeat', async () => {
        assert.deepEqual(keysOf(await call('listStories')), ['s1', 's2', 's3'])
        const first = await call('listStories', { query: '?limit=2' })
        const { next } = first.value as Page
        const second = await call('listStories', { query: `?limit=2&cursor=${next}` })
        assert.deepEqual([...keysOf(first), ...keysOf(second)], ['s1', 's2', 's3'])
        assert.equal((second.value as Page).next, null)
      })
      it('gives a story with its articles, newest first, in pages', async () => {
        const first = (await call('getStory', { path: { key: 's1' }, query: '?limit=2' })).value as {
          members: { key: string }[]
          next: string
          copies: number
        }
        assert.deepEqual([first.members.map((member) => member.key), first.copies], [['a3', 'a2'], 1])
        const rest = (await call('getStory', { path: { key: 's1' }, query: `?cursor=${first.next}` })).value as {
          members: { key: string }[]
        }
        assert.deepEqual(
          rest.members.map((member) => member.key),
          ['a1'],
        )
      })
      it('gives an article whole, with its family and what it is a copy of', async () => {
        const copy = (await call('getArticle', { path: { key: 'a3' } })).value as {
          copy: { of: string }
          story: string
          family: { key: string }[]
          tags: { slug: string }[]
        }
        assert.deepEqual([copy.copy.of, copy.story], ['a1', 's1'])
        assert.deepEqual(
          copy.family.map((member) => member.key),
          ['a1', 'a3'],
        )
        assert.deepEqual(
          copy.tags.map((tag) => tag.slug),
          ['port-selva', 'ada-quill'],
        )
      })
      it('follows a text to where it comes from, by its key or its page’s address', async () => {
        type Known = { verdict: string; original: { key: string } | null; family: { key: string }[] }
        const copy = (await call('getProvenance', { query: '?article=a3' })).value as Known
        assert.deepEqual(
          [copy.verdict, copy.original?.key, copy.family.map((one) => one.key)],
          ['copy', 'a1', ['a1', 'a3']],
        )
        const url = encodeURIComponent('https://north.example/news/a4?a=1&b=2')
        assert.equal(((await call('getProvenance', { query: `?url=${url}` })).value as Known).verdict, 'alone')
        assert.equal((await call('getProvenance')).status, 400)
        assert.equal((await call('getProvenance', { query: '?article=nope' })).status, 404)
      })
      it('lists articles by section, tag and source, in pages', async () => {
        assert.deepEqual(keysOf(await call('listArticles')), ['a5', 'a4', 'a3', 'a2', 'a1'])
        assert.deepEqual(keysOf(await call('listArticles', { query: '?source=2' })), ['a3', 'a2'])
        const first = await call('listArticles', { query: '?tag=port-selva&limit=3' })
        const second = await call('listArticles', {
          query: `?tag=port-selva&limit=3&cursor=${(first.value as Page).next}`,
        })
        assert.deepEqual([...keysOf(first), ...keysOf(second)], ['a5', 'a4', 'a3', 'a2', 'a1'])
      })
      it('gives ranking, related and recommendation with reasons, and the pulse with its false alarms', async () => {
        type Reasoned = { items: { item: { key: string }; reason: { text: string } }[] }
        const ranking = (await call('getRanking', { query: '?window=week' })).value as Reasoned
        assert.deepEqual([ranking.items[0]?.item.key, ranking.items[0]?.reason.text.startsWith('rising')], ['s1', true])
        const related = (await call('getRelated', { path: { key: 'a1' } })).value as Reasoned
        assert.deepEqual(
          related.items.map((one) => [one.item.key, one.reason.text]),
          [['a2', 'The same story']],
        )
        const next = (await call('getRecommendation', { path: { key: 'a4' } })).value as Reasoned
        for (const one of next.items) assert.notEqual(one.reason.text, '')
        const pulse = (await call('getPulse')).value as { items: { key: string; falseRate: number }[] }
        assert.deepEqual(
          pulse.items.map((one) => [one.key, one.falseRate]),
          [['story:s1', 0.1]],
        )
        for (const operation of ['getRelated', 'getRecommendation'])
          assert.equal((await call(operation, { path: { key: 'nope' } })).status, 404)
      })
      it('searches, in pages', async () => {
        const first = await call('searchArticles', { query: '?q=harbour&limit=1' })
        const second = await call('searchArticles', {
          query: `?q=harbour&limit=1&cursor=${(first.value as Page).next}`,
        })
        assert.deepEqual([...keysOf(first), ...keysOf(second)], ['a3', 'a1'])
      })
      it('gives tags, sections, sources and status', async () => {
        const tags = (await call('listTags', { query: '?prefix=port' })).value as Page
        assert.deepEqual(
          tags.items.map((tag) => tag.slug),
          ['port-selva'],
        )
        const tag = (await call('getTag', { path: { slug: 'port-selva' } })).value as { beside: { slug: string }[] }
        assert.deepEqual(
          tag.beside.map((other) => other.slug),
          ['ada-quill'],
        )
        assert.equal(((await call('listSections')).value as Page).items.length, 7)
        assert.equal(((await call('listSources')).value as Page).items.length, 2)
        assert.equal(((await call('getStatus')).value as { articles: number }).articles, 5)
      })
      it('answers 304 to who has it, and says how long it may be kept', async () => {
        const first = await call('listStories')
        const etag = first.headers.get('etag')!
        assert.match(first.headers.get('cache-control')!, /^public, max-age=\d+/)
        assert.equal((await call('listStories', { headers: { 'if-none-match': `"other", ${etag}` } })).status, 304)
        assert.equal((await call('listStories', { headers: { 'if-none-match': '"other"' } })).status, 200)
      })
    })

    describe('errors name the value that failed', () => {
      const messageOf = ({ value }: { value: never }) => (value as { error: { message: string } }).error.message
      it('for what is not there', async () => {
        for (const [operation, path] of [
          ['getStory', { key: 'nope' }],
          ['getArticle', { key: 'nope' }],
          ['getTag', { slug: 'nope' }],
        ] as const) {
          const answer = await call(operation, { path })
          assert.equal(answer.status, 404)
          assert.match(messageOf(answer), /nope/)
        }
      })
      it('for a limit, cursor, section or address that is none', async () => {
        for (const query of ['?limit=0', '?limit=101', '?cursor=zzzz', '?section=gossip'])
          assert.equal((await call('listStories', { query })).status, 400, query)
        for (const url of ['ftp://a.example/', 'javascript:alert(1)', ''])
          assert.equal((await call('addSource', { owner: true, body: { url } })).status, 400, url)
      })
      it('for a call that is none, and a body too large', async () => {
        const unknown = await fetch(`${server.url}/api/v1/nothing`)
        assert.equal(unknown.status, 404)
        ErrorAnswer.parse(await unknown.json())
        const body = { url: 'x'.repeat(MAX_BODY_BYTES) }
        const headers = { connection: 'close' } // the rest of the body is not read
        assert.equal((await call('addSource', { owner: true, body, headers })).status, 413)
      })
      it('for a Host header that could not be one', async () => {
        const { request } = await import('node:http')
        const status = await new Promise((resolve, reject) => {
          const sent = request(
            `${server.url}/api/v1/stories`,
            { headers: { host: 'a.example/"><script>' } },
            (response) => {
              response.resume()
              resolve(response.statusCode)
            },
          )
          sent.on('error', reject)
          sent.end()
        })
        assert.equal(status, 400)
      })
    })

    describe('what the owner does', () => {
      it('is refused to anybody else', async () => {
        const body = { url: 'https://new.example/feed' }
        assert.equal((await call('addSource', { body })).status, 401)
        assert.equal((await call('addSource', { body, headers: { authorization: 'Bearer wrong' } })).status, 401)
        assert.equal((await call('removeSource', { path: { id: '1' } })).status, 401)
      })
      it('adds a source by a job, pauses one, hides and shows an article, removes a source', async () => {
        assert.equal((await call('addSource', { owner: true, body: { url: 'https://new.example/feed' } })).status, 202)
        const paused = await call('pauseSource', { owner: true, path: { id: '1' }, body: { paused: true } })
        assert.equal((paused.value as { state: string }).state, 'paused')
        const version = server.site.changed()
        await call('hideArticle', { owner: true, path: { key: 'a5' }, body: { hidden: true } })
        assert.ok(server.site.changed() > version)
        assert.equal((await call('getArticle', { path: { key: 'a5' } })).status, 404)
        await call('hideArticle', { owner: true, path: { key: 'a5' }, body: { hidden: false } })
        await call('removeSource', { owner: true, path: { id: '2' } })
        assert.equal((await call('removeSource', { owner: true, path: { id: '2' } })).status, 404)
        assert.equal(
          (await call('pauseSource', { owner: true, path: { id: '99' }, body: { paused: true } })).status,
          404,
        )
      })
    })

    describe('what an account watches', () => {
      type Watch = { id: number; url: string; state: string; secret: string | null; target: string }
      const listed = async (sent: Sent) => ((await call('listWatches', sent)).value as { items: Watch[] }).items
      it('is made, listed and stopped by the account alone, with its token or the owner’s key', async () => {
        const id = await addAccount(server.site.store, { name: 'ada', role: 'reader', passwordHash: null }, 0)
        const named = await addAccount(server.site.store, { name: 'owner', role: 'editor', passwordHash: null }, 0)
        const hash = (token: string) => createHash('sha256').update(token).digest('hex')
        await addToken(server.site.store, id, { hash: hash('tp_ada'), name: 'test', scopes: SCOPES }, 0)
        await addToken(server.site.store, named, { hash: hash('tp_named'), name: 'test', scopes: SCOPES }, 0)
        const ada = { headers: { authorization: 'Bearer tp_ada' } }
        const body = { kind: 'tag', target: 'ada-quill', channel: 'webhook', address: 'https://ada.example/hook' }
        const quiet = { from: '22:00', to: '07:00', zone: 'Europe/Berlin' }
        const made = (await call('addWatch', { ...ada, body: { ...body, quiet } })).value as Watch
        assert.match(made.secret ?? '', /^whsec_[A-Za-z0-9+/=]{40,}$/)
        await call('addWatch', { owner: true, body: { kind: 'search', target: 'selva', everyArticle: true } })
        assert.deepEqual(
          (await listed(ada)).map((watch) => watch.target),
          ['ada-quill'],
        )
        assert.deepEqual(
          (await listed({ owner: true })).map((watch) => watch.target),
          ['selva'],
        )
        assert.equal((await call('stopWatch', { owner: true, path: { id: String(made.id) } })).status, 404)
        await call('stopWatch', { ...ada, path: { id: String(made.id) } })
        assert.deepEqual(await listed(ada), [])
      })
      it('is refused to nobody, to an account that is only named like the owner, and to what cannot be', async () => {
        assert.equal((await call('listWatches')).status, 401)
        const named = { headers: { authorization: 'Bearer tp_named' } }
        assert.equal((await call('listWatches', named)).status, 401)
        assert.equal((await call('removeSource', { ...named, path: { id: '1' } })).status, 401)
        assert.equal(
          (await call('removeSource', { headers: { authorization: 'Bearer tp_ada' }, path: { id: '1' } })).status,
          403,
        )
        const refused: [body: object, status: number][] = [
          [{ kind: 'tag', target: 'nothing' }, 404],
          [{ kind: 'section', target: 'economy' }, 400],
          [{ kind: 'search', target: '-only -unwanted' }, 404],
          [{ kind: 'source', target: '99' }, 404],
          [{ kind: 'source', target: '1', channel: 'webhook', address: 'ftp://a.example/' }, 400],
          [{ kind: 'source', target: '1', channel: 'webhook', address: 'https://name:word@a.example/' }, 400],
          [{ kind: 'source', target: '1', channel: 'mail', address: 'ada@mail.example' }, 400],
          [{ kind: 'source', target: '1', channel: 'ntfy', address: 'topic' }, 400],
          [{ kind: 'source', target: '1', quiet: { from: '22:00', to: '22:00', zone: 'UTC' } }, 400],
          [{ kind: 'source', target: '1', quiet: { from: '22:00', to: '07:00', zone: 'Nowhere/At_All' } }, 400],
          [{ kind: 'source', target: '1', quiet: { from: '24:00', to: '07:00', zone: 'UTC' } }, 400],
        ]
        for (const [body, status] of refused)
          assert.equal((await call('addWatch', { owner: true, body })).status, status, JSON.stringify(body))
        const again = { owner: true, body: { kind: 'source', target: '1' } }
        assert.deepEqual([(await call('addWatch', again)).status, (await call('addWatch', again)).status], [201, 409])
      })
    })

    describe('notes', () => {
      type Told = {
        id: number
        state: string
        article: string | null
        url: string | null
        section: string | null
        author: string
      }
      const body = { title: 'A lamp at the quay', markdown: 'The lamp at the *quay* burns again, we saw it.' }

      it('are written, changed and withdrawn by who may edit, and are articles', async () => {
        server.site.notes = notesOver({
          store: server.site.store,
          line: createLine(server.site.store),
          now: server.site.now,
        })
        assert.equal((await call('writeNote', { body })).status, 401)
        const draft = (await call('writeNote', { owner: true, body: { ...body, publish: false } })).value as Told
        assert.deepEqual([draft.state, draft.article, draft.url], ['draft', null, null])
        const path = { id: String(draft.id) }
        const shown = (await call('changeNote', { owner: true, path, body: { ...body, section: 'society' } }))
          .value as Told
        assert.deepEqual([shown.state, shown.section, shown.author], ['published', 'society', 'The Quay'])
        const article = (await call('getArticle', { path: { key: shown.article! } })).value as {
          text: string
          section: string
        }
        assert.deepEqual([article.text, article.section], ['The lamp at the quay burns again, we saw it.', 'society'])
        assert.equal(((await call('withdrawNote', { owner: true, path })).value as Told).state, 'withdrawn')
        assert.equal((await call('getArticle', { path: { key: shown.article! } })).status, 404)
        const { notes } = (await call('listNotes', { owner: true })).value as { notes: Told[] }
        assert.deepEqual(
          notes.map(({ id }) => id),
          [draft.id],
        )
      })
      it('are refused by what is wrong with them', async () => {
        for (const wrong of [
          { ...body, title: ' ' },
          { ...body, markdown: 'x'.repeat(40_001) },
          { ...body, section: 'weather' },
          { title: 'x' },
        ])
          assert.equal((await call('writeNote', { owner: true, body: wrong })).status, 400)
        assert.equal((await call('changeNote', { owner: true, path: { id: '999' }, body })).status, 404)
      })
    })
    describe('what the owner shapes', () => {
      type Choices = { tags: { id: number; kind: string }[]; stories: { id: number; kind: string }[] }
      const choices = async () => (await call('listChoices', { owner: true })).value as Choices
      const act = async (operationId: string, path: Record<string, string>, body: unknown = {}) =>
        (await call(operationId, { owner: true, path, body })).value as { id: number; story: string }
      const storyOf = async (key: string) =>
        ((await call('getArticle', { path: { key } })).value as { story: string }).story

      it('is refused to anybody else, and its list is kept nowhere', async () => {
        assert.equal(
          (await call('mergeTag', { path: { slug: 'ada-quill' }, body: { into: 'port-selva' } })).status,
          401,
        )
        assert.equal((await call('listChoices')).status, 401)
        assert.equal((await call('listChoices', { owner: true })).headers.get('cache-control'), 'no-store')
      })
      it('merges, renames, blocks and parts tags, and takes it all back', async () => {
        const before = (await call('getTag', { path: { slug: 'ada-quill' } })).value
        await act('mergeTag', { slug: 'ada-quill' }, { into: 'http://here.example/tag/port-selva' })
        const merged = (await call('getTag', { path: { slug: 'ada-quill' } })).value as { slug: string }
        assert.equal(merged.slug, 'port-selva')
        await act('renameTag', { slug: 'port-selva' }, { name: 'The Port' })
        await act('takeNameApart', { slug: 'port-selva' }, { name: 'Selva', kind: 'place' })
        await act('blockTag', { slug: 'port-selva' })
        assert.equal((await call('getTag', { path: { slug: 'ada-quill' } })).status, 404)
        const { tags } = await choices()
        assert.deepEqual(
          tags.map((rule) => rule.kind),
          ['block', 'apart', 'rename', 'merge'],
        )
        for (const { id } of tags) await call('takeBackTagChoice', { owner: true, path: { id: String(id) } })
        assert.equal((await call('takeBackTagChoice', { owner: true, path: { id: '999' } })).status, 404)
        assert.deepEqual((await call('getTag', { path: { slug: 'ada-quill' } })).value, before)
      })
      it('parts, folds and names stories, and takes it all back', async () => {
        const { story } = await act('splitStory', { key: 's1' }, { articles: ['a2'] })
        assert.deepEqual([await storyOf('a1'), await storyOf('a2'), await storyOf('a3')], ['s1', story, 's1'])
        await act('mergeStory', { key: 's2' }, { into: story })
        assert.equal(await storyOf('a4'), story)
        await act('renameStory', { key: story }, { title: 'By hand' })
        assert.equal(((await call('getStory', { path: { key: 's2' } })).value as { title: string }).title, 'By hand')
        assert.equal(
          (await call('splitStory', { owner: true, path: { key: 's3' }, body: { articles: ['a5'] } })).status,
          400,
        )
        for (const { id } of (await choices()).stories)
          await call('takeBackStoryChoice', { owner: true, path: { id: String(id) } })
        assert.deepEqual([await storyOf('a2'), await storyOf('a4')], ['s1', 's2'])
      })
    })

    describe('rules over articles', () => {
      type Listed = {
        rules: { id: number; query: string; hits: number; on: boolean; addTags: string[] }[]
        work: unknown
      }
      const rules = async () => ((await call('listRules', { owner: true })).value as Listed).rules
      const choir = { query: 'title:choir lang:en', hide: true }

      it('are the editors’ alone', async () => {
        for (const [name, more] of [
          ['listRules', {}],
          ['lookWithRule', { body: choir }],
          ['addRule', { body: choir }],
        ] as const)
          assert.equal((await call(name, more)).status, 401, name)
      })
      it('are looked at first, made, changed, moved and taken away, and leave everything as it was', async () => {
        const before = (await call('getArticle', { path: { key: 'a4' } })).value
        const look = (await call('lookWithRule', { owner: true, body: choir })).value as { looked: number }
        const all = (await call('listArticles', { query: '?limit=100' })).value as { items: unknown[] }
        assert.deepEqual(look, { looked: look.looked, hits: 1, articles: [{ key: 'a4', title: 'Choir wins a prize' }] })
        assert.ok(look.looked >= all.items.length, 'hidden ones are looked at too')
        assert.equal((await call('getArticle', { path: { key: 'a4' } })).status, 200)
        const { id } = (await call('addRule', { owner: true, body: choir })).value as { id: number }
        assert.equal((await call('getArticle', { path: { key: 'a4' } })).status, 404)
        const marked = { query: 'folder:papers', mark: 'paper', section: 'science', addTags: ['Ada Quill', 'Press'] }
        const changed = await call('changeRule', { owner: true, path: { id: String(id) }, body: marked })
        assert.equal(changed.status, 200)
        const shown = (await call('getArticle', { path: { key: 'a4' } })).value as {
          marks: string[]
          section: string
          movedFrom: string
          tags: { slug: string }[]
        }
        assert.deepEqual([shown.marks, shown.section, shown.movedFrom], [['paper'], 'science', 'economy'])
        assert.deepEqual(shown.tags.map((tag) => tag.slug).sort(), ['ada-quill', 'port-selva', 'press'])
        const other = (await call('addRule', { owner: true, body: { ...choir, on: false } })).value as { id: number }
        await call('moveRule', { owner: true, path: { id: String(other.id) }, body: { to: 'earlier' } })
        assert.deepEqual(
          (await rules()).map((rule) => [rule.id, rule.on, rule.query]),
          [
            [other.id, false, choir.query],
            [id, true, marked.query],
          ],
        )
        for (const rule of [other.id, id]) await call('removeRule', { owner: true, path: { id: String(rule) } })
        assert.equal((await call('removeRule', { owner: true, path: { id: String(id) } })).status, 404)
        assert.deepEqual(await rules(), [])
        assert.deepEqual((await call('getArticle', { path: { key: 'a4' } })).value, before)
      })
      it('are refused where they cannot be read, do nothing, contradict themselves, or would hit everything', async () => {
        const refused = [
          [{ query: 'sorce:x', hide: true }, 400, /“sorce:” is no condition/],
          [{ query: 'choir' }, 400, /does nothing/],
          [{ query: 'choir', addTags: ['Press'], takeTags: ['press'] }, 400, /puts on “Press” and takes it away/],
          [{ query: '-zeppelin', hide: true }, 409, /would hit every article/],
        ] as const
        for (const [body, status, message] of refused) {
          const answer = await call('addRule', { owner: true, body })
          assert.equal(answer.status, status, JSON.stringify(body))
          assert.match((answer.value as { error: { message: string } }).error.message, message)
        }
        const sure = await call('addRule', { owner: true, body: { query: '-zeppelin', mark: 'all', sure: true } })
        assert.equal(sure.status, 201)
        await call('removeRule', { owner: true, path: { id: String((sure.value as { id: number }).id) } })
      })
    })

    describe('the description', () => {
      it('describes every call once, with a shape for what it answers, and no reference leads nowhere', async () => {
        const description = (await (await fetch(`${server.url}/openapi.json`)).json()) as {
          openapi: string
          paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>
          components: { schemas: Record<string, unknown> }
        }
        assert.match(description.openapi, /^3\.1\./)
        const operations = Object.values(description.paths).flatMap((methods) => Object.values(methods))
        assert.deepEqual(
          operations.map((one) => one.operationId).sort(),
          ENDPOINTS.map((one) => one.operationId).sort(),
        )
        for (const [, name] of JSON.stringify(description).matchAll(/#\/components\/schemas\/(\w+)/g))
          assert.ok(description.components.schemas[name!], name)
        assert.doesNotMatch(JSON.stringify(description), /\$defs/)
      })
      it('is shown for people without a script or a foreign request', async () => {
        const response = await fetch(`${server.url}/docs`)
        const html = await response.text()
        assert.doesNotMatch(html, /<script|<link|<img|<iframe|\ssrc=|href="(?![#/])|url\(/)
        for (const one of ENDPOINTS) assert.ok(html.includes(`id="${one.operationId}"`))
      })
      it('was held to the answers of every call that is tested here, and every call is tested', () => {
        assert.deepEqual(unheldCalls(readFileSync(import.meta.filename, 'utf8')), [])
        const tests = globSync('tests/flow/*.test.ts').map((file) => readFileSync(file, 'utf8'))
        const untested = ENDPOINTS.map(({ operationId }) => operationId).filter(
          (name) => !tests.some((text) => text.includes(`.${name}(`) || text.includes(`'${name}'`)),
        )
        assert.deepEqual(untested, [])
      })
    })
  }),
)
