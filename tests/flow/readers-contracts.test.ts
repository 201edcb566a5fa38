import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { readerRoutes } from '../../src/web/readers/routes.ts'
import { onBothEngines } from '../engines.ts'
import { addStories } from './api-edition.ts'
import { OWNER_KEY, startDoors, type TestServer } from './api-server.ts'

let server: TestServer
/** Sends what a client was seen to send. */
async function send(path: string, sent: { method?: string; headers?: Record<string, string>; body?: string } = {}) {
  const response = await fetch(server.url + path, {
    method: sent.method ?? (sent.body === undefined ? 'GET' : 'POST'),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...sent.headers },
    ...(sent.body === undefined ? {} : { body: sent.body }),
  })
  const text = await response.text()
  return { status: response.status, text, json: <Value>() => JSON.parse(text) as Value }
}

const STATE = 'user/-/state/com.google'
const LONG = 'tag:google.com,2005:reader/item/'

onBothEngines((engine, open) =>
  describe(engine, () => {
    beforeEach(async () => {
      server = await startDoors((site) => [readerRoutes(site)], open)
    })
    afterEach(() => server.close())
    describe('Google Reader API', () => {
      const BASES = ['/api/greader.php', '']
      let auth: Record<string, string>
      beforeEach(async () => {
        const login = await send('/api/greader.php/accounts/ClientLogin', { body: `Email=owner&Passwd=${OWNER_KEY}` })
        auth = { authorization: `GoogleLogin auth=${/^Auth=(.+)$/m.exec(login.text)?.[1]}` }
      })
      const get = (path: string) => send(`/api/greader.php/reader/api/0/${path}`, { headers: auth })
      const post = (path: string, body: string) =>
        send(`/api/greader.php/reader/api/0/${path}`, { headers: auth, body })
      const idsOf = async (query: string) =>
        (await get(`stream/items/ids?output=json&${query}`)).json<{
          itemRefs: { id: string }[]
          continuation?: string
        }>()
      const unread = async () =>
        (await idsOf(`s=${STATE}/reading-list&xt=${STATE}/read&n=1000`)).itemRefs
          .map((ref) => Number(ref.id))
          .sort((a, b) => a - b)

      it('answers at both addresses, with and without a slash at the end, login by either method', async () => {
        for (const base of BASES)
          for (const end of ['', '/']) {
            assert.match(
              (await send(`${base}/accounts/ClientLogin${end}?Email=owner&Passwd=${OWNER_KEY}`)).text,
              /^SID=.+\nLSID=null\nAuth=owner\/.+\n$/,
            )
            assert.equal((await send(`${base}/reader/api/0/user-info${end}`, { headers: auth })).status, 200)
          }
      })
      it('refuses a wrong password, a forged ticket and none', async () => {
        assert.equal((await send('/accounts/ClientLogin', { body: 'Email=owner&Passwd=wrong' })).status, 401)
        for (const headers of [
          {},
          { authorization: 'GoogleLogin auth=owner/forged' },
          { authorization: auth.authorization!.replace('owner', 'other') },
        ])
          assert.equal(
            (await send('/reader/api/0/user-info', { headers: headers as Record<string, string> })).status,
            401,
          )
      })
      it('lists sources and our lists as subscriptions in folders', async () => {
        const { subscriptions } = (await get('subscription/list?output=json')).json<{
          subscriptions: { id: string; title: string; categories: { label: string }[] }[]
        }>()
        assert.deepEqual(
          subscriptions.map((one) => one.title),
          ['Stories', 'Rising', 'From one source only', 'Single pages', 'The north post', 'The south post'],
        )
        assert.equal(subscriptions[4]?.categories[0]?.label, 'Papers')
        const { tags } = (await get('tag/list?output=json')).json<{ tags: { id: string }[] }>()
        assert.deepEqual(
          tags.map((tag) => tag.id),
          [`${STATE}/starred`, 'user/-/label/The Invented Edition', 'user/-/label/Papers'],
        )
      })
      it('counts what is unread, of feeds, folders and all', async () => {
        const { max, unreadcounts } = (await get('unread-count?output=json')).json<{
          max: number
          unreadcounts: { id: string; count: number }[]
        }>()
        const of = (id: string) => unreadcounts.find((one) => one.id === id)?.count
        assert.deepEqual([max, of(`${STATE}/reading-list`), of('user/-/label/Papers'), of('feed/1')], [8, 8, 4, 2])
      })
      it('takes ids in all three forms, and marks again in the words that clients use', async () => {
        await post(
          'edit-tag',
          `i=${LONG}0000000000000001&i=0000000000000002&i=3&a=${STATE}/read&r=${STATE}/kept-unread&ac=edit&T=x`,
        )
        assert.deepEqual(await unread(), [4, 5, 6, 7, 8])
        const undone = await post(
          'edit-tag',
          `i=3&r=${STATE}/read&a=${STATE}/kept-unread&a=${STATE}/tracking-kept-unread&ac=edit&T=`,
        )
        assert.deepEqual([undone.text, await unread()], ['OK', [3, 4, 5, 6, 7, 8]])
        await post('edit-tag', `i=4&a=${STATE}/starred`)
        assert.deepEqual(
          (await idsOf(`s=${STATE}/starred`)).itemRefs.map((ref) => ref.id),
          ['4'],
        )
        assert.deepEqual(await unread(), [3, 4, 5, 6, 7, 8], 'a star leaves reading as it was')
      })
      it('gives whole items by id and by stream, with marks as categories', async () => {
        await post('edit-tag', `i=1&a=${STATE}/read`)
        const { items } = (await post('stream/items/contents', `i=1&i=${LONG}0000000000000006`)).json<{
          items: { id: string; categories: string[]; origin: { streamId: string } }[]
        }>()
        assert.deepEqual(
          items.map((item) => [item.id.slice(-1), item.categories.includes(`${STATE}/read`), item.origin.streamId]),
          [
            ['6', false, 'feed/2000000002'],
            ['1', true, 'feed/1'],
          ],
        )
        for (const path of [
          'stream/contents/feed/2?n=10',
          'stream/contents/feed%2F2?n=10',
          'stream/contents/?s=feed/2',
          `stream/contents/${encodeURIComponent('user/-/label/Papers')}?xt=${STATE}/read&ot=0`,
        ])
          assert.ok((await get(path)).json<{ items: unknown[] }>().items.length >= 2, path)
      })
      it('goes on by continuation, from either end, without loss or repeat', async () => {
        for (const order of ['', '&r=o']) {
          const seen: string[] = []
          let c: string | undefined
          do {
            const page = await idsOf(`s=${STATE}/reading-list&n=3${order}${c === undefined ? '' : `&c=${c}`}`)
            seen.push(...page.itemRefs.map((ref) => ref.id))
            c = page.continuation
          } while (c !== undefined)
          assert.deepEqual(
            seen,
            order === '' ? ['8', '7', '6', '5', '4', '3', '2', '1'] : ['1', '2', '3', '4', '5', '6', '7', '8'],
          )
        }
      })
      it('marks a stream read up to a moment, and nothing that is younger', async () => {
        const second = (await post('stream/items/contents', 'i=2')).json<{ items: { timestampUsec: string }[] }>()
          .items[0]!.timestampUsec
        assert.equal((await post('mark-all-as-read', `s=feed/2&ts=${second}`)).text, 'OK')
        assert.deepEqual(await unread(), [1, 3, 4, 5, 6, 7, 8])
        assert.equal((await post('mark-all-as-read', 's=user/-/label/Papers')).text, 'OK')
        assert.deepEqual(await unread(), [5, 6, 7, 8])
        assert.equal((await post('mark-all-as-read', 's=user/-/label/None')).status, 404)
      })
      it('subscribes, renames, moves between folders, and leaves', async () => {
        const of = async (url: string) => {
          const { subscriptions } = (await get('subscription/list')).json<{
            subscriptions: { id: string; url: string; title: string; categories: { label: string }[] }[]
          }>()
          return subscriptions.find((one) => one.url === url)
        }
        const url = 'https://new.example/feed'
        await post('subscription/edit', `ac=subscribe&s=feed/${url}&t=New&a=user/-/label/Fresh`)
        const made = await of(url)
        assert.deepEqual([made?.title, made?.categories[0]?.label], ['New', 'Fresh'])
        await post('rename-tag', 's=user/-/label/Fresh&dest=user/-/label/Old')
        assert.equal((await of(url))?.categories[0]?.label, 'Old')
        await post('subscription/edit', `ac=unsubscribe&s=${made?.id}`)
        assert.equal(await of(url), undefined)
        assert.equal((await post('subscription/quickadd', 'quickadd=javascript:alert(1)')).status, 400)
        assert.equal(
          (await post('subscription/edit', 'ac=unsubscribe&s=feed/2000000001')).status,
          404,
          'our lists are no subscriptions',
        )
        assert.match((await get('subscription/export')).text, /xmlUrl="https:\/\/north\.example\/feed\.xml"/)
      })
    })

    describe('Fever', () => {
      const key = createHash('md5').update(`owner:${OWNER_KEY}`).digest('hex')
      const call = (query: string, more = '', apiKey = key) =>
        send(`/fever/?api&${query}`, { body: `api_key=${apiKey}${more}` })
      beforeEach(() => send('/accounts/ClientLogin', { body: `Email=owner&Passwd=${OWNER_KEY}` }))

      it('knows the key once its owner has signed in, and nobody else’s', async () => {
        assert.deepEqual((await call('')).json<{ auth: number; api_version: number }>().auth, 1)
        assert.deepEqual((await call('items', '', '0'.repeat(32))).json(), { api_version: 3, auth: 0 })
      })
      it('gives groups, feeds, items and the lists of ids in one call', async () => {
        const all = (await call('groups&feeds&favicons&links&items&since_id=0&unread_item_ids&saved_item_ids')).json<{
          groups: { id: number }[]
          feeds: { id: number }[]
          feeds_groups: { feed_ids: string }[]
          items: { id: number; feed_id: number; html: string }[]
          total_items: number
          unread_item_ids: string
          saved_item_ids: string
          last_refreshed_on_time: string
        }>()
        assert.deepEqual(
          [
            all.groups.length,
            all.feeds.length,
            all.items.length,
            all.total_items,
            all.unread_item_ids,
            all.saved_item_ids,
          ],
          [2, 6, 8, 8, '1,2,3,4,5,6,7,8', ''],
        )
        assert.ok(all.feeds_groups.some((group) => group.feed_ids === '1,2'))
        assert.match(all.last_refreshed_on_time, /^\d+$/)
      })
      it('pages by since_id, max_id and with_ids', async () => {
        await addStories(server.site.store, 40)
        const items = async (query: string) =>
          (await call(`items&${query}`)).json<{ items: { id: number }[] }>().items.map((item) => item.id)
        const first = await items('since_id=0')
        assert.deepEqual([first.length, first[0], first.at(-1)], [50, 1, 50])
        assert.equal((await items('since_id=50')).length, 38)
        assert.deepEqual(await items('max_id=4'), [3, 2, 1])
        assert.deepEqual((await items('with_ids=7,2,999')).sort(), [2, 7])
      })
      it('marks an item, a feed, a group, and everything before a moment', async () => {
        const unread = async (more: string) =>
          (await call('', `&${more}`)).json<{ unread_item_ids: string }>().unread_item_ids
        assert.equal(await unread('mark=item&as=read&id=6'), '1,2,3,4,5,7,8')
        assert.equal(await unread('mark=item&as=unread&id=6'), '1,2,3,4,5,6,7,8')
        assert.equal(await unread('mark=feed&as=read&id=1&before=9999999999'), '2,3,5,6,7,8')
        assert.equal(await unread('mark=group&as=read&id=0&before=1'), '2,3,5,6,7,8')
        assert.equal(await unread('mark=group&as=read&id=0&before=9999999999'), '')
        assert.equal(
          (await call('', '&mark=item&as=saved&id=3')).json<{ saved_item_ids: string }>().saved_item_ids,
          '3',
        )
      })
    })

    describe('Miniflux API', () => {
      const headers = { authorization: `Basic ${Buffer.from(`owner:${OWNER_KEY}`).toString('base64')}` }
      const get = async <Value>(path: string) => (await send(`/v1/${path}`, { headers })).json<Value>()
      const put = (path: string, body?: string) =>
        send(`/v1/${path}`, { method: 'PUT', headers, ...(body === undefined ? {} : { body }) })
      type Entries = {
        total: number
        entries: {
          id: number
          status: string
          starred: boolean
          feed_id: number
          feed: { category: { title: string } }
        }[]
      }

      it('lets in by password and by token, and nobody else', async () => {
        assert.equal(
          (await send('/v1/me', { headers: { 'x-auth-token': OWNER_KEY } })).json<{ username: string }>().username,
          'owner',
        )
        for (const wrong of [{}, { 'x-auth-token': 'wrong' }, { authorization: 'Basic b3duZXI6d3Jvbmc=' }])
          assert.equal((await send('/v1/me', { headers: wrong as Record<string, string> })).status, 401)
      })
      it('gives entries by status, star, feed, category, id and offset', async () => {
        await put('entries', '{"entry_ids":[1,2],"status":"read"}')
        await put('entries/3/bookmark')
        const ids = async (query: string) => (await get<Entries>(query)).entries.map((entry) => entry.id).sort()
        assert.deepEqual(await ids('entries?status=read'), [1, 2])
        assert.deepEqual(await ids('entries?status=unread&limit=0'), [3, 4, 5, 6, 7, 8])
        assert.deepEqual(await ids('entries?starred=true'), [3])
        assert.deepEqual(await ids('feeds/1/entries'), [1, 4])
        assert.deepEqual(await ids('entries?after_entry_id=6&order=id&direction=asc'), [7, 8])
        const page = await get<Entries>('entries?limit=2&offset=6&order=id&direction=asc')
        assert.deepEqual([page.total, page.entries.map((entry) => entry.id)], [8, [7, 8]])
        const [papers] = (await get<{ id: number; title: string }[]>('categories')).filter(
          (category) => category.title === 'Papers',
        )
        assert.deepEqual(await ids(`categories/${papers?.id}/entries`), [1, 2, 3, 4])
        assert.deepEqual(await get<object>('feeds/counters'), {
          reads: { 1: 1, 2: 1 },
          unreads: { 1: 1, 2: 1, 2000000002: 1, 2000000003: 2, 2000000004: 1 },
        })
      })
      it('toggles a star, saves, marks feeds and categories read', async () => {
        await put('entries/3/bookmark')
        await put('entries/3/bookmark')
        await send('/v1/entries/4/save', { method: 'POST', headers })
        assert.deepEqual(
          (await get<Entries>('entries?starred=1')).entries.map((entry) => entry.id),
          [4],
        )
        await put('feeds/1/mark-all-as-read')
        assert.equal((await get<Entries>('entries?status=unread')).total, 6)
        await put('users/1/mark-all-as-read')
        assert.equal((await get<Entries>('entries?status=unread')).total, 0)
      })
      it('says what is wrong in the words of the contract', async () => {
        assert.equal((await put('entries', '{"entry_ids":"x"}')).status, 400)
        assert.ok((await put('entries', 'not json')).json<{ error_message: string }>().error_message)
        assert.equal((await send('/v1/entries/999', { headers })).status, 404)
        assert.equal((await send('/v1/feeds/999', { headers })).status, 404)
      })
    })
  }),
)
