import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addToken, SCOPES } from '../../src/store/account-tokens.ts'
import { addAccount, type Role } from '../../src/store/accounts.ts'
import { hashOf } from '../../src/web/accounts/tokens.ts'
import { ENDPOINTS } from '../../src/web/api/endpoints.ts'
import { createApp } from '../../src/web/app.ts'
import { hashPassword } from '../../src/web/password.ts'
import type { Needs } from '../../src/web/viewer.ts'
import { type Client, createClient } from './account-client.ts'
import { startSite } from './site-world.ts'

/** What every role may, in order. */
const ROLES = ['nobody', 'reader', 'editor', 'owner'] as const satisfies readonly Needs[]

/**
 * Everything that can be posted to the site, and the least role that may. A new route that is not here fails the first test below: write here
 * who may, then see to it that the route asks (`requireEditor`, `requireOwner`, `requireSession`).
 */
const POSTS: Readonly<Record<string, Needs>> = {
  '/count/choice': 'nobody',
  '/count/together': 'nobody',
  '/websub/:token': 'nobody',
  '/language': 'nobody',
  '/settings': 'nobody',
  '/article/:key/react': 'nobody',
  '/watch': 'nobody',
  '/watch/:token': 'nobody',
  '/watch/:token/stop': 'nobody',
  '/sign-in': 'nobody',
  '/sign-out': 'nobody',
  '/enter/:token': 'nobody',
  '/owner': 'nobody',
  '/account/password': 'reader',
  '/account/sessions': 'reader',
  '/account/tokens': 'reader',
  '/account/tokens/revoke': 'reader',
  '/account/delete': 'reader',
  '/account/choices.json': 'reader',
  '/reading': 'reader',
  '/reading/add': 'reader',
  '/reading/:id{\\d{1,15}}': 'reader',
  '/sources/add': 'editor',
  '/sources/:id{\\d{1,15}}': 'editor',
  '/sources/preview': 'editor',
  '/sources/preview/:id{\\d{1,15}}/add': 'editor',
  '/sources/several': 'editor',
  '/source/:id{\\d{1,15}}/edit': 'editor',
  '/article/:key/hide': 'editor',
  '/tag/:slug/shape': 'editor',
  '/story/:key/shape': 'editor',
  '/owner/choices': 'editor',
  '/owner/import': 'editor',
  '/owner/jobs/:id{\\d{1,15}}': 'editor',
  '/owner/rules/new': 'editor',
  '/owner/rules/:id{\\d{1,15}}': 'editor',
  '/owner/notes': 'editor',
  '/owner/notes/:id{\\d{1,15}}': 'editor',
  '/owner/account': 'owner',
  '/owner/backup': 'owner',
  '/owner/forget-counts': 'owner',
  '/owner/people/invite': 'owner',
  '/owner/people/uninvite': 'owner',
  '/owner/people/:id{\\d{1,15}}': 'owner',
  '/owner/remove-demo': 'owner',
  '/welcome': 'editor',
}

/** Pages that not everybody may see. Any page below /owner that is not here fails. */
const PAGES: Readonly<Record<string, Needs>> = {
  '/owner': 'nobody',
  '/account': 'reader',
  '/account/choices.json': 'reader',
  '/reading': 'reader',
  '/tag/:slug/shape': 'editor',
  '/story/:key/shape': 'editor',
  '/owner/choices': 'editor',
  '/owner/import': 'editor',
  '/owner/import/:id': 'editor',
  '/owner/jobs': 'editor',
  '/owner/sources.opml': 'editor',
  '/owner/rules': 'editor',
  '/owner/rules/new': 'editor',
  '/owner/rules/:id{\\d{1,15}}': 'editor',
  '/owner/notes': 'editor',
  '/owner/notes/:id{\\d{1,15}}': 'editor',
  '/owner/backup': 'owner',
  '/owner/backup/:name': 'owner',
  '/owner/doctor': 'owner',
  '/owner/people': 'owner',
}

/** Doors with an account of their own in every call; tests/flow/readers-*.test.ts hold what each role may there. */
const READER_DOOR = /^\/(?:api\/greader\.php|reader|accounts|fever|api\/fever\.php|v1)(?:\/|$)/

let site: Awaited<ReturnType<typeof startSite>>
const clients = new Map<Needs, Client>()
const tokens = new Map<Needs, string>()
let routes: { method: string; path: string }[]

before(async () => {
  site = await startSite()
  routes = createApp(site.site).routes.filter((route) => route.method !== 'ALL')
  clients.set('nobody', createClient(site.url))
  const passwordHash = await hashPassword('the same for all')
  for (const role of ['reader', 'editor', 'owner'] as const satisfies readonly Role[]) {
    const id = await addAccount(site.store, { name: `${role}-1`, role, passwordHash }, 1)
    tokens.set(role, `tp_token-of-${role}`)
    await addToken(site.store, id, { hash: hashOf(`tp_token-of-${role}`), name: 'test', scopes: SCOPES }, 1)
    const client = createClient(site.url)
    assert.equal((await client.signIn(`${role}-1`, 'the same for all')).status, 303)
    clients.set(role, client)
  }
})
after(() => site?.close())

const reached = (role: Needs, needs: Needs) => ROLES.indexOf(role as 'reader') >= ROLES.indexOf(needs as 'reader')
/** A path with something in the place of each parameter. */
const concrete = (path: string) =>
  path.replaceAll(/:(\w+)(?:\{[^/]*\})?/g, (_, name: string) => (name === 'id' ? '1' : (KNOWN[name] ?? 'x')))
const KNOWN: Readonly<Record<string, string>> = { key: 'varga', slug: 'karelin' }
/** What is said to who may not, and to nobody else. */
const REFUSED = /this (?:is for (?:editors and )?owners|needs an account)/i

describe('every form', () => {
  it('stands in the table with who may post it, and nothing else does', () => {
    const posted = new Set(
      routes
        .filter(({ method, path }) => method !== 'GET' && !path.startsWith('/api/v1/') && !READER_DOOR.test(path))
        .map(({ path }) => path),
    )
    assert.deepEqual(
      [...posted].filter((path) => !(path in POSTS)),
      [],
    )
  })

  it('is refused to every role below the one it needs', async () => {
    const known = new Set(routes.filter(({ method }) => method !== 'GET').map(({ path }) => path))
    for (const [path, needs] of Object.entries(POSTS))
      for (const role of known.has(path) ? ROLES : []) {
        const method = path.endsWith('.json') ? 'PUT' : 'POST'
        const got = await clients.get(role)!.send(concrete(path), {
          method,
          body: formOf(FIELDS[path] ?? { token: 'x' }),
          headers: { origin: new URL(site.url).origin },
        })
        const what = `${role} at ${path}: ${got.status}`
        if (reached(role, needs)) assert.doesNotMatch(got.html, REFUSED, what)
        else {
          assert.equal(got.status, 403, what)
          assert.match(got.html, REFUSED, what)
        }
      }
  })
})

/** A form as browsers send one with files; a field that is named `list` is one. */
function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'list') form.append(name, new File([value], 'list.opml'))
    else form.append(name, value)
  }
  return form
}

const NOTE = { token: 'x', do: 'save', title: 'x', markdown: 'x', section: '', tags: '' }
/** Fields that get a form past its schema, so that what refuses it is who asks. */
const FIELDS: Readonly<Record<string, Record<string, string>>> = {
  '/account/password': { token: 'x', newPassword: 'long enough' },
  '/account/sessions': { token: 'x', session: 'others' },
  '/account/tokens': { token: 'x', name: 'x', scope: 'read' },
  '/account/tokens/revoke': { token: 'x', hash: '0'.repeat(64) },
  '/account/delete': { token: 'x', name: 'x' },
  '/reading': { token: 'x', texts: 'all', reopen: '0' },
  '/reading/add': { token: 'x', what: 'x' },
  '/reading/:id{\\d{1,15}}': { token: 'x', do: 'edit', title: 'x', folder: '' },
  '/owner/account': { token: 'x', name: 'x', newPassword: 'long enough' },
  '/owner/people/invite': { token: 'x', role: 'reader' },
  '/owner/people/uninvite': { token: 'x', hash: '0'.repeat(64) },
  '/owner/people/:id{\\d{1,15}}': { token: 'x', do: 'role', role: 'reader' },
  '/owner/notes': NOTE,
  '/owner/notes/:id{\\d{1,15}}': NOTE,
  '/owner/choices': { token: 'x', about: 'tags', id: '1' },
  '/sources/add': { token: 'x', url: 'https://a.example/' },
  '/sources/preview': { token: 'x', url: 'https://a.example/' },
  '/sources/:id{\\d{1,15}}': { token: 'x', do: 'poll' },
  '/sources/several': { token: 'x', do: 'poll', source: '1' },
  '/source/:id{\\d{1,15}}/edit': { token: 'x', title: 'x', minutes: '0' },
  '/owner/jobs/:id{\\d{1,15}}': { token: 'x', do: 'retry' },
  '/owner/import': { token: 'x', list: '<opml/>' },
  '/article/:key/hide': { token: 'x', hidden: '1' },
}

describe('every page', () => {
  it('below /owner stands in the table with who may see it', () => {
    const own = routes.filter(
      ({ method, path }) => method === 'GET' && /^\/(?:owner|account)(?:\/|$)|\/shape$/.test(path),
    )
    assert.deepEqual(
      own.map(({ path }) => path).filter((path) => !(path in PAGES)),
      [],
    )
    assert.ok(own.length > 8)
  })

  it('is refused to every role below the one it needs', async () => {
    const known = new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path))
    for (const [path, needs] of Object.entries(PAGES))
      for (const role of known.has(path) ? ROLES : []) {
        const got = await clients.get(role)!.get(concrete(path))
        const what = `${role} at ${path}: ${got.status}`
        if (reached(role, needs)) assert.doesNotMatch(got.html, REFUSED, what)
        else {
          assert.equal(got.status, 403, what)
          assert.match(got.html, REFUSED, what)
        }
      }
  })

  it('for who is signed in is kept nowhere, and a stranger’s says nothing of anybody', async () => {
    for (const path of ['/', '/tag/karelin', '/sources']) {
      const own = await clients.get('editor')!.get(path)
      assert.equal(own.headers.get('cache-control'), 'private, no-store', path)
      const stranger = await clients.get('nobody')!.get(path)
      assert.match(stranger.headers.get('cache-control') ?? '', /public/, path)
      assert.equal(stranger.headers.getSetCookie().length, 0, path)
      assert.doesNotMatch(stranger.html, /href="\/account"|\/shape"/, path)
    }
  })
})

describe('every call of the API', () => {
  it('that changes something needs an account', () => {
    assert.deepEqual(
      ENDPOINTS.filter((one) => one.method !== 'get' && one.needs === 'nobody').map((one) => one.path),
      [],
    )
  })

  it('is refused to every role below the one it needs, by token; a session alone is no token', async () => {
    for (const one of ENDPOINTS.filter(({ needs }) => needs !== 'nobody'))
      for (const role of ROLES) {
        const path = `/api/v1${one.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'id' ? '999' : 'nothing-here'))}`
        const token = tokens.get(role)
        const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
        const init = {
          method: one.method.toUpperCase(),
          headers,
          ...(one.method === 'get' || one.method === 'delete' ? {} : { body: '{}' }),
        }
        const got = await createClient(site.url).send(path, init)
        const what = `${role} at ${one.method} ${path}: ${got.status}`
        if (reached(role, one.needs)) assert.ok(got.status !== 401 && got.status !== 403, what)
        else assert.equal(got.status, token ? 403 : 401, what)
        const bySession = await clients
          .get('owner')!
          .send(path, { ...init, headers: { 'content-type': 'application/json' } })
        assert.equal(bySession.status, 401, `a session at ${path}`)
      }
  })
})

describe('every door of reader apps', () => {
  it('answers nobody who does not say who reads', async () => {
    for (const { method, path } of routes.filter(
      (route) => READER_DOOR.test(route.path) && !route.path.includes('*'),
    )) {
      if (path === '/api/greader.php') continue // what apps ask first: it says OK, and nothing else
      const got = await createClient(site.url).send(concrete(path), { method })
      const isRefused = got.status === 401 || (got.status === 200 && JSON.parse(got.html).auth === 0)
      assert.ok(isRefused, `${method} ${path}: ${got.status}`)
    }
  })
})
