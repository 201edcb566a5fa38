import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, it } from 'node:test'
import { addToken, SCOPES } from '../../src/store/account-tokens.ts'
import { addAccount } from '../../src/store/accounts.ts'
import { hashPassword } from '../../src/web/password.ts'
import { readerRoutes } from '../../src/web/readers/routes.ts'
import { OWNER_KEY, startDoors, type TestServer } from './api-server.ts'

let server: TestServer
const TOKEN = 'tp_a-token-of-ada'
before(async () => {
  server = await startDoors((site) => [readerRoutes(site)])
  const { store } = server.site
  const ada = await addAccount(
    store,
    { name: 'ada', role: 'reader', passwordHash: await hashPassword('long enough') },
    1,
  )
  await addToken(
    store,
    ada,
    { hash: createHash('sha256').update(TOKEN).digest('hex'), name: 'tests', scopes: SCOPES },
    1,
  )
})
after(() => server.close())

const basic = (name: string, password: string) => ({
  authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`,
})
async function status(path: string, headers: Record<string, string>, method = 'GET', body?: string): Promise<number> {
  const response = await fetch(server.url + path, { method, headers, ...(body === undefined ? {} : { body }) })
  await response.text()
  return response.status
}
async function fever(name: string, password: string): Promise<number> {
  const key = createHash('md5').update(`${name}:${password}`).digest('hex')
  const response = await fetch(`${server.url}/fever/?api`, {
    method: 'POST',
    body: new URLSearchParams({ api_key: key }),
  })
  return ((await response.json()) as { auth: number }).auth
}

it('lets an account in by its password and by its token, and by neither under another name', async () => {
  assert.equal(await status('/v1/me', basic('ada', 'long enough')), 200)
  assert.equal(await status('/v1/me', basic('ada', TOKEN)), 200)
  assert.equal(await status('/v1/me', { 'x-auth-token': TOKEN }), 200)
  assert.equal(await status('/v1/me', basic('owner', TOKEN)), 401)
  assert.equal(await status('/v1/me', basic('bob', 'long enough')), 401)
})

it('keeps the marks of one reader from another', async () => {
  const unread = async (headers: Record<string, string>) =>
    ((await (await fetch(`${server.url}/v1/entries?status=unread`, { headers })).json()) as { total: number }).total
  assert.equal(await status('/v1/users/1/mark-all-as-read', { 'x-auth-token': TOKEN }, 'PUT'), 204)
  assert.deepEqual([await unread({ 'x-auth-token': TOKEN }), await unread({ 'x-auth-token': OWNER_KEY })], [0, 8])
})

it('lets a reader read, not change the sources', async () => {
  const body = JSON.stringify({ feed_url: 'https://new.example/feed' })
  assert.equal(await status('/v1/feeds', { 'x-auth-token': TOKEN }, 'POST', body), 403)
  assert.equal(await status('/v1/feeds/1', { 'x-auth-token': TOKEN }, 'DELETE'), 403)
  assert.equal(await status('/v1/feeds/1', { 'x-auth-token': OWNER_KEY }, 'DELETE'), 204)
})

it('refuses even the right password after ten wrong ones in a minute', async () => {
  await addAccount(
    server.site.store,
    { name: 'eve', role: 'reader', passwordHash: await hashPassword('long enough') },
    1,
  )
  for (let tries = 0; tries < 10; tries++) assert.equal(await status('/v1/me', basic('eve', `guess ${tries}`)), 401)
  assert.equal(await status('/v1/me', basic('eve', 'long enough')), 401)
})

it('forgets a ticket with the password of its account', async () => {
  const login = `${server.url}/accounts/ClientLogin?Email=ada&Passwd=${encodeURIComponent('long enough')}`
  const ticket = /^Auth=(.+)$/m.exec(await (await fetch(login)).text())?.[1]
  const headers = { authorization: `GoogleLogin auth=${ticket}` }
  assert.equal(await status('/reader/api/0/user-info', headers), 200)
  const changed = { password_hash: await hashPassword('another one') }
  await server.site.store.write.updateTable('account').set(changed).where('name', '=', 'ada').execute()
  assert.equal(await status('/reader/api/0/user-info', headers), 401)
  assert.equal(await status('/v1/me', basic('ada', 'long enough')), 401)
  assert.equal(await status('/v1/me', basic('ada', 'another one')), 200)
})

it('forgets a Fever key with what it was made from', async () => {
  assert.equal(await status('/v1/me', basic('ada', TOKEN)), 200)
  assert.equal(await fever('ada', TOKEN), 1)
  await server.site.store.write.deleteFrom('token').execute()
  assert.equal(await fever('ada', TOKEN), 0)
  assert.equal(await fever('ada', 'another one'), 1)
  await server.site.store.write.updateTable('account').set({ password_hash: 'argon2id$x$y' }).execute()
  assert.equal(await fever('ada', 'another one'), 0)
})

it('lets a reader keep lists of his own and their folders, and nobody else see them', async () => {
  const owner = { 'x-auth-token': OWNER_KEY }
  const { store } = server.site
  const account = await addAccount(store, { name: 'ivo', role: 'reader', passwordHash: null }, 1)
  await addToken(
    store,
    account,
    { hash: createHash('sha256').update('tp_of-ivo').digest('hex'), name: 'tests', scopes: SCOPES },
    1,
  )
  const ivo = { 'x-auth-token': 'tp_of-ivo' }
  const feeds = async (headers: Record<string, string>) =>
    (await (await fetch(`${server.url}/v1/feeds`, { headers })).json()) as { id: number; title: string }[]
  const body = JSON.stringify({ feed_url: `${server.url}/search.rss?q=choir` })
  assert.equal(await status('/v1/feeds', ivo, 'POST', body), 201)
  const list = (await feeds(ivo)).find((feed) => feed.title === 'choir')
  assert.ok(list)
  assert.equal(await status(`/v1/feeds/${list.id}`, ivo, 'PUT', '{"title":"Choirs"}'), 201)
  assert.equal(await status(`/v1/feeds/${list.id}`, owner, 'DELETE'), 404)
  assert.ok((await feeds(owner)).every((feed) => feed.title !== 'Choirs'))
  const papers = (await (await fetch(`${server.url}/v1/categories`, { headers: ivo })).json()) as {
    id: number
    title: string
  }[]
  const id = papers.find((category) => category.title === 'Papers')?.id
  assert.equal(await status(`/v1/categories/${id}`, ivo, 'PUT', '{"title":"Mine"}'), 403, 'sources are not a reader’s')
  assert.equal(await status(`/v1/feeds/${list.id}`, ivo, 'DELETE'), 204)
})
