import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { addAccount } from '../../src/store/accounts.ts'
import { readerChoice } from '../../src/store/reader-choices.ts'
import { readerLists } from '../../src/store/reader-lists.ts'
import { hashPassword } from '../../src/web/password.ts'
import { type Client, createClient } from './account-client.ts'
import { startSite } from './site-world.ts'

let site: Awaited<ReturnType<typeof startSite>>
let ada: Client
before(async () => {
  site = await startSite()
  const passwordHash = await hashPassword('the same for all')
  await addAccount(site.store, { name: 'ada', role: 'reader', passwordHash }, 1)
  ada = createClient(site.url)
  await ada.signIn('ada', 'the same for all')
})
after(() => site.close())

const add = (what: string, folder = '') => ada.submit('/reading', '/reading/add', { what, folder })
const lists = async () =>
  (await readerLists(site.store, 'ada')).map(({ kind, value, folder }) => [kind, value, folder].join(' '))

it('keeps how a reader wants stories shown, for that account alone', async () => {
  const answer = await ada.submit('/reading', '/reading', { texts: 'originals', reopen: '3' })
  assert.equal(answer.status, 303)
  const { texts, stories, reopenAfter } = await readerChoice(site.store, 'ada')
  assert.deepEqual([texts, stories, reopenAfter], ['originals', false, 3])
  assert.match((await ada.get('/reading')).html, /value="originals" checked/)
  assert.equal((await readerChoice(site.store, 'bob')).texts, 'all')
})

it('adds lists by word, by name and by address, takes other words for a search, and refuses what is not there', async () => {
  for (const what of ['tag:Karelin', `${site.url}/section/society`, '/nothing', 'search:harbour -ferry'])
    assert.equal((await add(what, 'Mine')).status, 303, what)
  assert.deepEqual(await lists(), [
    'tag karelin Mine',
    'section society Mine',
    'search /nothing Mine',
    'search harbour -ferry Mine',
  ])
  for (const [what, status] of [
    ['tag:nobody-knows', 404],
    ['section:nowhere', 404],
    ['search:before:yesterdayish', 400],
  ] as const)
    assert.equal((await add(what)).status, status, what)
})

it('renames, moves and removes a list, and nobody else’s', async () => {
  const [first, second] = await readerLists(site.store, 'ada')
  const change = (id: number, fields: Record<string, string>) =>
    ada.submit('/reading', `/reading/${id}`, { title: '', folder: '', ...fields })
  await change(second!.id, { do: 'raise' })
  await change(first!.id, { do: 'edit', title: 'Of Karelin', folder: 'Other' })
  const after = await readerLists(site.store, 'ada')
  assert.deepEqual(
    after.slice(0, 2).map(({ id, title, folder }) => [id, title, folder]),
    [
      [second!.id, second!.title, 'Mine'],
      [first!.id, 'Of Karelin', 'Other'],
    ],
  )
  await change(first!.id, { do: 'remove' })
  assert.equal((await readerLists(site.store, 'ada')).length, 3)
  const stranger = createClient(site.url)
  assert.equal((await stranger.get('/reading')).status, 403)
})
