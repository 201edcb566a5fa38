import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { addToken, SCOPES } from '../../src/store/account-tokens.ts'
import { addAccount } from '../../src/store/accounts.ts'
import { finishJob, keepJobData } from '../../src/store/jobs.ts'
import { setSetting } from '../../src/store/settings.ts'
import { hashOf } from '../../src/web/accounts/tokens.ts'
import type { Client } from '../../src/web/api/client/calls.ts'
import { type ApiError, createClient } from '../../src/web/api/client/create-client.ts'
import { apiRoutes } from '../../src/web/api/routes.ts'
import { HELD, unheldCalls } from '../described-answers.ts'
import { onBothEngines } from '../engines.ts'
import { EDITION_NOW } from './api-edition.ts'
import { OWNER_KEY, startDoors, type TestServer } from './api-server.ts'

let server: TestServer
/** Nobody, an account by its token, and the owner by the key. */
let anyone: Client
let ada: Client
let owner: Client

const keys = (items: readonly { story: { key: string } }[]) => items.map(({ story }) => story.key)

/** A call that is refused, by its status and code. */
const refused = (status: number, code: string, message = /./) => ({ name: 'ApiError', status, code, message })

const PREVIEW = {
  url: 'https://west.example/',
  took: 'feed',
  reason: null,
  address: 'https://west.example/feed.xml',
  title: 'The west post',
  siteUrl: 'https://west.example/',
  language: 'en',
  feeds: [{ url: 'https://west.example/feed.xml', title: null }],
  entryCount: 1,
  entries: [],
  perWeek: null,
  issues: [],
  robots: null,
}

onBothEngines((engine, open) =>
  describe(`one call for each page, on ${engine}`, () => {
    before(async () => {
      server = await startDoors((site) => [apiRoutes(site)], open)
      const { store } = server.site
      const id = await addAccount(store, { name: 'ada', role: 'reader', passwordHash: null }, 0)
      await addToken(store, id, { hash: hashOf('tp_ada'), name: 'test', scopes: SCOPES }, 0)
      const as = (token?: string) => createClient({ baseUrl: server.url, token })
      anyone = as()
      ada = as('tp_ada')
      owner = as(OWNER_KEY)
    })
    after(() => server.close())

    describe('what readers see', () => {
      it('is the front page: no story twice in its rows, and what rises with its evidence', async () => {
        const home = await anyone.getHome()
        const rows = [home.rising, home.leading, ...home.sections.map(({ rows }) => rows), home.newest].flat()
        assert.deepEqual(keys(rows).sort(), ['s1', 's2', 's3'])
        assert.deepEqual([keys(home.rising), home.evidence.map((one) => one.key)], [['s1'], ['story:s1']])
        assert.equal(home.ranking[0]?.key, 's1')
        assert.equal(home.rising[0]?.first?.article, 'a1')
      })
      it('is a section, and 404 for what is none', async () => {
        const section = await anyone.getSection({ slug: 'economy' })
        assert.deepEqual([section.slug, keys(section.rows), section.next], ['economy', ['s1', 's2', 's3'], null])
        await assert.rejects(anyone.getSection({ slug: 'gossip' }), refused(404, 'not_found', /gossip/))
      })
      it('is a tag with its stories', async () => {
        const tag = await anyone.getTag({ slug: 'port-selva' })
        assert.deepEqual(keys(tag.rows).sort(), ['s1', 's2', 's3'])
      })
      it('is a story: who told it, who copied, and what it is about', async () => {
        const page = await anyone.getStoryPage({ key: 's1' })
        assert.deepEqual(
          page.families.map(({ original, copies }) => [original.key, copies.map((copy) => copy.key)]),
          [
            ['a1', ['a3']],
            ['a2', []],
          ],
        )
        assert.deepEqual([page.shown, page.burst?.key, page.outside], [3, 'story:s1', []])
        assert.deepEqual(page.tags.map(({ slug }) => slug).sort(), ['ada-quill', 'port-selva'])
      })
      it('is an article with its story and lists, its comparison and its versions', async () => {
        const page = await anyone.getArticlePage({ key: 'a1' })
        assert.deepEqual(
          [page.article.key, page.story?.key, page.related.map(({ item }) => item.key)],
          ['a1', 's1', ['a2']],
        )
        for (const { reason } of [...page.ranking, ...page.recommendation]) assert.notEqual(reason.text, '')
        assert.equal((await anyone.getComparison({ key: 'a3' })).original?.key, 'a1')
        assert.deepEqual(await anyone.getVersions({ key: 'a1' }), { items: [] })
        await assert.rejects(anyone.getArticlePage({ key: 'nope' }), refused(404, 'not_found', /nope/))
        await assert.rejects(anyone.getVersions({ key: 'nope' }), refused(404, 'not_found', /nope/))
      })
      it('is a search with its words marked', async () => {
        const { items } = await anyone.getSearchPage({ q: 'harbour' })
        assert.deepEqual(
          items.map(({ article, sameText }) => [article.key, sameText.map(({ key }) => key)]),
          [['a1', ['a3']]],
        )
        assert.deepEqual(
          items[0]?.title.filter(({ hit }) => hit).map(({ text }) => text),
          ['Harbour'],
        )
        await assert.rejects(anyone.getSearchPage({ q: 'tag:nothing' }), refused(400, 'invalid', /nothing/))
        assert.deepEqual((await anyone.suggestQueries({ q: 'port' })).items, ['Port Selva'])
      })
      it('is a history, and what a rank and a burst are made of', async () => {
        const history = await anyone.getHistory({ kind: 'story', slug: 's1', days: '3' })
        assert.deepEqual([history.steps.length, history.steps.filter(({ rose }) => rose).length], [72, 1])
        const why = await anyone.explainStory({ key: 's1' })
        assert.deepEqual(
          why.votes.filter(({ copy }) => copy).map(({ article }) => article),
          ['a3'],
        )
        assert.equal((await anyone.explainBurst({ kind: 'story', slug: 's1' })).burst.score, 6)
        assert.equal((await anyone.explainLists()).counted, false)
        await assert.rejects(anyone.getHistory({ kind: 'tag', slug: 'nope' }), refused(404, 'not_found', /nope/))
        await assert.rejects(anyone.explainStory({ key: 'nope' }), refused(404, 'not_found', /nope/))
        await assert.rejects(anyone.explainBurst({ kind: 'story', slug: 's2' }), refused(404, 'not_found', /s2/))
      })
      it('is a source, and sources in pages of any size without loss or repeat', async () => {
        const page = await anyone.getSource({ id: 1 })
        assert.deepEqual([page.source.id, page.articles.map(({ key }) => key)], [1, ['a4', 'a1']])
        const first = await anyone.listSources({ order: 'name', limit: 1 })
        const second = await anyone.listSources({ order: 'name', limit: 1, cursor: first.next! })
        assert.deepEqual(
          [...first.items, ...second.items].map(({ id }) => id),
          [1, 2],
        )
        assert.deepEqual([second.next, (await anyone.listSources({ folder: '/' })).items], [null, []])
        await assert.rejects(anyone.listSources({ cursor: 'zzzz' }), refused(400, 'invalid', /zzzz/))
        await assert.rejects(anyone.getSource({ id: 99 }), refused(404, 'not_found', /99/))
      })
      it('is the site itself', async () => {
        const site = await anyone.getSite()
        assert.deepEqual([site.name, site.reactions, site.sections.length], ['The Invented Edition', ['veryGood!'], 7])
      })
    })

    describe('what an account does', () => {
      it('reacts once a day and device, and takes it back', async () => {
        const given = await ada.react({ key: 'a4', body: { label: 'veryGood!' } })
        assert.deepEqual(given.items, [{ label: 'veryGood!', count: 1 }])
        assert.deepEqual((await ada.react({ key: 'a4', body: { label: 'veryGood!' } })).items, given.items)
        assert.deepEqual((await ada.takeReactionBack({ key: 'a4' })).items, [])
        await assert.rejects(
          ada.react({ key: 'a4', body: { label: 'meh' } }),
          refused(400, 'invalid', /meh.*veryGood!/),
        )
        await assert.rejects(anyone.react({ key: 'a4', body: { label: 'veryGood!' } }), refused(401, 'unauthorized'))
      })
      it('is told when to come again where it reacts too often', async () => {
        const tries = Array.from({ length: 70 }, () => ada.react({ key: 'a4', body: { label: 'veryGood!' } }))
        const outcomes = await Promise.allSettled(tries)
        const told = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as ApiError] : []))
        assert.ok(told.length > 0)
        for (const { status, code, retryAfterSeconds } of told)
          assert.deepEqual([status, code, (retryAfterSeconds ?? 0) > 0], [429, 'too_often', true])
      })
      it('makes a token of no more than it may itself, and revokes it', async () => {
        const { token, hash } = await ada.makeToken({ body: { name: 'read only' } })
        const me = await ada.getMe()
        assert.deepEqual(
          [me.name, me.may, me.account?.role, me.tokens.map(({ scope }) => scope)],
          ['ada', 'reader', 'reader', ['read', 'admin']],
        )
        const readOnly = createClient({ baseUrl: server.url, token })
        await assert.rejects(readOnly.getMe(), refused(403, 'forbidden', /scope "reader".*scope "read"/))
        await assert.rejects(ada.makeToken({ body: { name: 'x', scope: 'edit' } }), refused(403, 'forbidden', /edit/))
        await assert.rejects(ada.listPeople(), refused(403, 'forbidden', /"admin".*ada is reader/))
        await ada.revokeToken({ hash })
        await assert.rejects(readOnly.getMe(), refused(401, 'unauthorized'))
        await assert.rejects(owner.makeToken({ body: { name: 'x' } }), refused(409, 'conflict'))
      })
      it('keeps its choices, and does not write over newer ones', async () => {
        assert.deepEqual(await ada.getMyChoices(), { version: 0, choices: null })
        const { version } = await ada.setMyChoices({ body: { choices: { look: 'dark' }, version: 0 } })
        assert.deepEqual(await ada.getMyChoices(), { version, choices: { look: 'dark' } })
        await assert.rejects(ada.setMyChoices({ body: { choices: {}, version: 0 } }), refused(409, 'conflict'))
        const large = { choices: { text: 'x'.repeat(70_000) } }
        await assert.rejects(ada.setMyChoices({ body: large }), refused(413, 'too_large', /64000/))
      })
    })

    describe('what editors do with sources', () => {
      it('gives them names, folders and rhythms, and lets several do the same', async () => {
        const edited = await owner.editSource({ id: 1, body: { title: 'North', folder: 'Papers/Local', minutes: 30 } })
        assert.deepEqual([edited.title, edited.folder], ['North', 'Papers / Local'])
        assert.equal((await anyone.getSource({ id: 1 })).givenMinutes, 30)
        const plain = await owner.editSource({ id: 1, body: { title: null, folder: null, minutes: 0 } })
        assert.deepEqual([plain.title, plain.folder], ['The north post', null])
        assert.equal((await owner.pollSource({ id: 1 })).nextPoll, new Date(EDITION_NOW).toISOString())
        assert.deepEqual(await owner.changeSources({ body: { do: 'pause', ids: [1, 2, 99] } }), { changed: 2 })
        assert.deepEqual((await anyone.listSources({ state: 'paused' })).items.map(({ id }) => id).sort(), [1, 2])
        await owner.changeSources({ body: { do: 'resume', ids: [1, 2] } })
        await owner.changeSources({ body: { do: 'move', ids: [1], folder: 'Moved' } })
        assert.equal((await anyone.getSource({ id: 1 })).source.folder, 'Moved')
        await assert.rejects(owner.editSource({ id: 99, body: {} }), refused(404, 'not_found', /99/))
        await assert.rejects(owner.editSource({ id: 1, body: { minutes: 7 as 0 } }), refused(400, 'invalid', /minutes/))
      })
      it('hears of a source that is there already instead of reading it twice', async () => {
        const { job, source } = await owner.addSource({ body: { url: 'https://north.example/feed.xml' } })
        assert.deepEqual([job, source?.id], [null, 1])
        assert.equal((await owner.addSource({ body: { url: 'https://new.example/feed' } })).source, null)
      })
      it('looks at an address first, and adds what was seen once', async () => {
        const { job } = await owner.askPreview({ body: { url: PREVIEW.url } })
        assert.equal((await owner.getPreview({ id: job })).preview, null)
        await assert.rejects(owner.addPreviewed({ id: job }), refused(409, 'conflict'))
        await keepJobData(server.site.store, job, PREVIEW, EDITION_NOW)
        await finishJob(server.site.store, job, 'done', null)
        const seen = await owner.getPreview({ id: job })
        assert.deepEqual([seen.known, seen.preview?.address], [null, PREVIEW.address])
        const { added, source } = await owner.addPreviewed({ id: job, body: { folder: 'West' } })
        assert.deepEqual([added, source.url, source.folder], [true, PREVIEW.address, 'West'])
        assert.equal((await owner.addPreviewed({ id: job })).added, false)
        assert.equal((await owner.getPreview({ id: job })).known, source.id)
        await assert.rejects(owner.getPreview({ id: 99_999 }), refused(404, 'not_found'))
      })
      it('takes in a list of subscriptions, and tells what became of each', async () => {
        const { job } = await owner.importSources({ body: { opml: `<opml>${' '.repeat(300_000)}</opml>` } })
        const fate = { url: 'https://x.example/', title: null, folder: null, outcome: 'refused', reason: 'no feed' }
        await keepJobData(server.site.store, job, { feeds: [fate], left: 0 }, EDITION_NOW)
        assert.equal((await owner.getJob({ id: job })).imported, null)
        await finishJob(server.site.store, job, 'done', null)
        assert.deepEqual((await owner.getJob({ id: job })).imported, { feeds: [fate], left: 0 })
      })
      it('begins with a list where there is one', async () => {
        await assert.rejects(
          owner.addStarter({ body: { topics: ['science'], languages: ['en'] } }),
          refused(400, 'invalid'),
        )
        const starter = [
          { url: 'https://stars.example/feed', title: 'Stars', language: 'en', topic: 'science' as const },
          { url: 'https://balls.example/feed', title: 'Balls', language: 'en', topic: 'sports' as const },
        ]
        const machine = { diskFreeBytes: 1, diskBytes: 2, storeBytes: null }
        const kept = { name: 'one.ndjson.zst', bytes: 5, madeMs: EDITION_NOW }
        server.site.housekeeping = {
          version: '1',
          starter,
          machine: async () => machine,
          backups: { list: async () => [kept], open: async () => null },
        }
        assert.equal((await owner.listStarter()).items.length, 2)
        const body = { topics: ['science' as const], languages: ['en'] }
        assert.deepEqual(
          [await owner.addStarter({ body }), await owner.addStarter({ body })],
          [{ added: 1 }, { added: 0 }],
        )
        assert.ok((await owner.getProgress()).sources >= 3)
      })
    })

    describe('what owners do', () => {
      it('sees jobs in pages, has a failed one done again, and forgets one that is over', async () => {
        const { job } = await owner.makeBackup()
        await finishJob(server.site.store, job, 'failed', 'no room')
        const [failed] = (await owner.listJobs({ state: 'failed' })).items
        assert.deepEqual([failed?.id, failed?.kind, failed?.reason], [job, 'backup', 'no room'])
        await owner.retryJob({ id: job })
        await assert.rejects(owner.retryJob({ id: job }), refused(409, 'conflict', /queued/))
        await assert.rejects(owner.forgetJob({ id: job }), refused(409, 'conflict'))
        await finishJob(server.site.store, job, 'done', null)
        await owner.forgetJob({ id: job })
        await assert.rejects(owner.getJob({ id: job }), refused(404, 'not_found'))
        const first = await owner.listJobs({ limit: 1 })
        const second = await owner.listJobs({ limit: 1, cursor: first.next! })
        assert.ok(first.items[0]!.id > second.items[0]!.id)
      })
      it('sees what fails, what is stored and which backups there are', async () => {
        const doctor = await owner.getDoctor()
        assert.deepEqual([doctor.engine, doctor.articles, doctor.machine?.diskBytes], [engine, 5, 2])
        const [backup] = (await owner.listBackups()).items
        assert.equal(backup?.url, `${server.url}/owner/backup/one.ndjson.zst`)
      })
      it('takes the demo away, and what choices taught', async () => {
        await assert.rejects(owner.removeDemo(), refused(404, 'not_found'))
        await setSetting(server.site.store, 'demo', '1')
        assert.ok((await owner.removeDemo()).job > 0)
        assert.deepEqual(await owner.forgetCounts(), { forgotten: true })
      })
      it('invites people, gives roles and links, and removes accounts', async () => {
        const link = await owner.invite({ body: { role: 'editor' } })
        assert.ok(link.url.startsWith(`${server.url}/enter/`))
        const { items, invitations } = await owner.listPeople()
        assert.deepEqual([items.map(({ name }) => name), invitations.map(({ role }) => role)], [['ada'], ['editor']])
        assert.ok(!JSON.stringify(invitations).includes(link.url.split('/').at(-1)!), 'a link is shown once')
        await owner.takeInvitationBack({ hash: invitations[0]!.hash })
        assert.deepEqual((await owner.listPeople()).invitations, [])
        const { id } = items[0]!
        assert.equal((await owner.setRole({ id, body: { role: 'editor' } })).role, 'editor')
        assert.ok((await ada.listJobs()).items.length > 0)
        assert.ok((await owner.makeSignInLink({ id })).url.includes('/enter/'))
        await assert.rejects(owner.makeSignInLink({ id: 999 }), refused(404, 'not_found'))
        await owner.removePerson({ id })
        await assert.rejects(ada.getMe(), refused(401, 'unauthorized'))
        await assert.rejects(owner.removePerson({ id }), refused(404, 'not_found'))
      })
      it('hears 304 with the ETag of an answer that is kept nowhere', async () => {
        const headers = { authorization: `Bearer ${OWNER_KEY}` }
        const first = await fetch(`${server.url}/api/v1/people`, { headers })
        const etag = first.headers.get('etag')!
        assert.equal(first.headers.get('cache-control'), 'no-store')
        const again = await fetch(`${server.url}/api/v1/people`, { headers: { ...headers, 'if-none-match': etag } })
        assert.equal(again.status, 304)
      })
    })

    it('was held to the description, answer by answer, and failures too', () => {
      assert.deepEqual(unheldCalls(readFileSync(import.meta.filename, 'utf8')), [])
      for (const status of [200, 201, 202, 400, 401, 403, 404, 409, 413, 429])
        assert.ok(
          [...HELD.keys()].some((what) => what.endsWith(` ${status}`)),
          String(status),
        )
    })
  }),
)
