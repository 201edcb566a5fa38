import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { DAY_MS } from '../../src/model/time.ts'
import { accountChoices, setAccountChoices } from '../../src/store/account-choices.ts'
import { accountByIdentity, addAccountOfIdentity, addIdentity } from '../../src/store/account-identities.ts'
import { addLink, linkByHash, openInvites, removeLink, spendLink } from '../../src/store/account-links.ts'
import { accountByToken, addToken, MAX_TOKENS, revokeToken, SCOPES, tokensOf } from '../../src/store/account-tokens.ts'
import {
  accountByName,
  addAccount,
  firstOwner,
  people,
  type Role,
  removeAccount,
  setPassword,
  setRole,
} from '../../src/store/accounts.ts'
import { dumpStore, restoreStore } from '../../src/store/dump.ts'
import { addSession, endSession, renewSession, sessionByHash, sessionsOf } from '../../src/store/sessions.ts'
import { setSetting, setting } from '../../src/store/settings.ts'
import type { Store } from '../../src/store/store.ts'
import { makeWatch } from '../../src/store/watches.ts'
import { onBothEngines } from '../engines.ts'

const NOW = Date.UTC(2026, 5, 10)
const session = (hash: string, seenMs = NOW) => ({
  hash,
  agent: 'Browser',
  madeMs: NOW,
  seenMs,
  expiresMs: NOW + DAY_MS,
})
const newWatch = (account: string) => ({
  token: `watch-of-${account}`,
  account,
  kind: 'source' as const,
  target: '1',
  name: 'Harbour Wire',
  everyArticle: false,
  channel: 'feed' as const,
  address: '',
  secret: null,
  quiet: null,
})

onBothEngines((engine, open) => {
  describe(engine, () => {
    let store: Store
    let made = 0
    const account = (role: Role, passwordHash: string | null = 'hash', name = `person-${++made}`) =>
      addAccount(store, { name, role, passwordHash }, NOW)
    before(async () => {
      store = await open()
      const items = [1, 2, 3].map((ref_id) => ({ kind: 'article', ref_id }) as const)
      await store.write.insertInto('reader_item').values(items).execute()
    })
    after(() => store?.close())

    it('gives what was kept under the key’s name to the first owner who can sign in, and keeps what he had', async () => {
      await makeWatch(store, newWatch('owner'), null, NOW)
      const mark = (user_name: string, item_id: number) =>
        ({ user_name, item_id, read: 1, starred: 0, changed_ms: NOW }) as const
      await store.write
        .insertInto('reader_mark')
        .values([mark('owner', 1), mark('owner', 2), mark('mira', 2)])
        .execute()
      const mira = await account('owner', null, 'mira')
      assert.equal(await firstOwner(store), null, 'nobody can sign in as owner yet')
      const watchers = async () =>
        (await store.read.selectFrom('watch').select('account').execute()).map((row) => row.account)
      assert.deepEqual(await watchers(), ['owner'])
      await setPassword(store, mira, 'hash')
      assert.equal((await firstOwner(store))?.name, 'mira')
      assert.deepEqual(await watchers(), ['mira'])
      const marks = await store.read
        .selectFrom('reader_mark')
        .select(['user_name', 'item_id'])
        .orderBy('item_id')
        .execute()
      assert.deepEqual(
        marks.map((row) => `${row.user_name} ${row.item_id}`),
        ['mira 1', 'mira 2'],
      )
    })

    it('keeps the last owner who can sign in, whoever else is called owner', async () => {
      const { id } = (await firstOwner(store))!
      const silent = await account('owner', null)
      await assert.rejects(setRole(store, id, 'editor'), { code: 'conflict' })
      await assert.rejects(removeAccount(store, id), { code: 'conflict' })
      await removeAccount(store, silent)
      const second = await account('owner')
      await setRole(store, id, 'editor')
      await assert.rejects(removeAccount(store, second), { code: 'conflict' })
      await setRole(store, id, 'owner')
      await removeAccount(store, second)
      await assert.rejects(setRole(store, 999_999, 'reader'), { code: 'not_found' })
    })

    it('of two owners who lessen each other at the same moment keeps one', async () => {
      const first = (await firstOwner(store))!.id
      const second = await account('owner')
      const tries = await Promise.allSettled([setRole(store, first, 'reader'), setRole(store, second, 'reader')])
      assert.deepEqual(tries.map((one) => one.status).sort(), ['fulfilled', 'rejected'])
      const left = (await firstOwner(store))!.id
      await setRole(store, left === first ? second : first, 'owner')
      await setRole(store, first, 'owner')
      if (left !== first) await removeAccount(store, second)
    })

    it('removes an account with everything of it, and nothing of others', async () => {
      const [gone, stays] = [await account('reader', 'hash', 'gone'), await account('reader', 'hash', 'stays')]
      for (const [id, name] of [
        [gone, 'gone'],
        [stays, 'stays'],
      ] as const) {
        await addSession(store, id, session(`session-${name}`))
        await addToken(store, id, { hash: `token-${name}`, name: 'x', scopes: ['read'] }, NOW)
        await addLink(store, { hash: `link-${name}`, accountId: id, madeMs: NOW, expiresMs: NOW + 1 })
        await addIdentity(store, id, { issuer: 'https://login.example', subject: name })
        await setAccountChoices(store, id, { data: '{}', changedMs: NOW }, null)
        await makeWatch(store, newWatch(name), null, NOW)
        await store.write
          .insertInto('reader_mark')
          .values({ user_name: name, item_id: 3, read: 1, starred: 0, changed_ms: NOW })
          .execute()
        await setSetting(store, `fever-key:${name}`, `hash\n${name}`)
      }
      await removeAccount(store, gone)
      const of = async (name: string) => [
        await accountByName(store, name),
        await sessionByHash(store, `session-${name}`, NOW),
        await accountByToken(store, `token-${name}`),
        await linkByHash(store, `link-${name}`, NOW),
        await accountByIdentity(store, { issuer: 'https://login.example', subject: name }),
        (await store.read.selectFrom('watch').selectAll().where('account', '=', name).executeTakeFirst()) ?? null,
        (await store.read.selectFrom('reader_mark').selectAll().where('user_name', '=', name).executeTakeFirst()) ??
          null,
        await setting(store, `fever-key:${name}`),
      ]
      assert.ok((await of('gone')).every((row) => row === null))
      assert.ok((await of('stays')).every((row) => row !== null))
      assert.equal(await accountChoices(store, gone), null)
    })

    it('ends sessions when they are over, when they are ended, and with another password', async () => {
      const [id, other] = [await account('reader'), await account('reader')]
      await addSession(store, id, session('s1'))
      await addSession(store, id, session('s2', NOW + 5))
      assert.deepEqual(
        (await sessionsOf(store, id, NOW)).map((one) => one.hash),
        ['s2', 's1'],
      )
      await endSession(store, other, 's1')
      assert.ok(await sessionByHash(store, 's1', NOW), 'another account ends none of these')
      await renewSession(store, 's1', { seenMs: NOW + DAY_MS, expiresMs: NOW + 2 * DAY_MS })
      assert.equal(await sessionByHash(store, 's2', NOW + DAY_MS), null)
      assert.ok(await sessionByHash(store, 's1', NOW + DAY_MS))
      await setPassword(store, id, 'another')
      assert.equal(await sessionByHash(store, 's1', NOW), null)
    })

    it('keeps at most thirty sessions of an account, those seen last', async () => {
      const id = await account('reader')
      for (let n = 0; n < 33; n++) await addSession(store, id, session(`many-${n}`, NOW + n))
      const kept = await sessionsOf(store, id, NOW)
      assert.deepEqual([kept.length, kept.at(0)?.hash, kept.at(-1)?.hash], [30, 'many-32', 'many-3'])
    })

    it('spends a link once, also when two come at the same moment', async () => {
      await addLink(store, { hash: 'invite', role: 'editor', madeMs: NOW, expiresMs: NOW + DAY_MS })
      const come = (name: string) => spendLink(store, 'invite', { name, passwordHash: 'hash' }, NOW)
      const tries = await Promise.allSettled([come('twin-1'), come('twin-2')])
      assert.deepEqual(tries.map((one) => one.status).sort(), ['fulfilled', 'rejected'])
      const twins = [await accountByName(store, 'twin-1'), await accountByName(store, 'twin-2')].filter(
        (one) => one !== null,
      )
      assert.deepEqual(
        twins.map((one) => one.role),
        ['editor'],
      )
    })

    it('keeps an invitation for whose name was taken, and gives it a number where a sign-in service named it', async () => {
      await account('reader', 'hash', 'taken')
      await addLink(store, { hash: 'again', role: 'reader', madeMs: NOW, expiresMs: NOW + DAY_MS })
      await assert.rejects(spendLink(store, 'again', { name: 'taken', passwordHash: 'x' }, NOW), { code: 'conflict' })
      assert.ok(await linkByHash(store, 'again', NOW))
      const identity = { issuer: 'https://login.example', subject: 'new' }
      await spendLink(store, 'again', { name: 'taken', passwordHash: null, identity }, NOW)
      assert.equal((await accountByIdentity(store, identity))?.name, 'taken-2')
    })

    it('forgets links that are over or taken back, and lists invitations alone', async () => {
      await addLink(store, { hash: 'old', role: 'reader', madeMs: NOW, expiresMs: NOW + 1 })
      await addLink(store, { hash: 'taken-back', role: 'reader', madeMs: NOW, expiresMs: NOW + 5 })
      await addLink(store, { hash: 'sign-in', accountId: await account('reader'), madeMs: NOW, expiresMs: NOW + 5 })
      assert.deepEqual(
        (await openInvites(store, NOW)).map((one) => one.hash),
        ['old', 'taken-back'],
      )
      assert.equal(await linkByHash(store, 'old', NOW + 1), null)
      await assert.rejects(spendLink(store, 'old', { name: 'late', passwordHash: 'x' }, NOW + 1), { code: 'forbidden' })
      await removeLink(store, 'taken-back')
      await assert.rejects(spendLink(store, 'taken-back', { name: 'late', passwordHash: 'x' }, NOW), {
        code: 'forbidden',
      })
    })

    it('takes no two names that differ by capitals alone', async () => {
      await account('reader', 'hash', 'Zoë')
      await assert.rejects(account('reader', 'hash', 'ZOË'), { code: 'conflict' })
      await account('reader', 'hash', 'zoe')
    })

    it('makes names at sign-in services differ, and gives no identity to two', async () => {
      const identity = (subject: string) => ({ issuer: 'https://login.example', subject })
      for (const subject of ['n1', 'n2', 'n3'])
        await addAccountOfIdentity(store, { name: 'nell', role: 'reader', identity: identity(subject) }, NOW)
      assert.equal((await accountByIdentity(store, identity('n3')))?.name, 'nell-3')
      await assert.rejects(addIdentity(store, await account('reader'), identity('n1')), { code: 'conflict' })
      assert.equal(await accountByIdentity(store, { issuer: 'https://other.example', subject: 'n1' }), null)
    })

    it('keeps tokens of an account to a bound, and lets nobody revoke another’s', async () => {
      const [id, other] = [await account('editor'), await account('editor')]
      for (let n = 0; n < MAX_TOKENS; n++)
        await addToken(store, id, { hash: `t${n}`, name: `n${n}`, scopes: SCOPES.slice(0, 2) }, NOW + n)
      await assert.rejects(addToken(store, id, { hash: 'more', name: 'x', scopes: ['read'] }, NOW), {
        code: 'conflict',
      })
      await revokeToken(store, other, 't0')
      assert.equal((await tokensOf(store, id)).length, MAX_TOKENS)
      await revokeToken(store, id, 't0')
      assert.equal(await accountByToken(store, 't0'), null)
      assert.deepEqual((await accountByToken(store, 't1'))?.token.scopes, ['read', 'reader'])
    })

    it('lets the later of two browsers know that choices have changed, and raises their version each time', async () => {
      const id = await account('reader')
      const put = (data: string, expected: number | null) =>
        setAccountChoices(store, id, { data, changedMs: NOW }, expected)
      const first = await put('{"a":1}', 0)
      await assert.rejects(put('{"b":1}', 0), { code: 'conflict' })
      const second = await put('{"b":1}', first)
      assert.ok(second > first, 'also within one millisecond')
      assert.deepEqual(await accountChoices(store, id), { data: '{"b":1}', changedMs: second })
    })

    it('puts accounts back from a backup without sessions and links, which might have been ended since', async () => {
      const id = await account('editor', 'hash', 'kept')
      await addSession(store, id, session('alive'))
      await addLink(store, { hash: 'open', role: 'owner', madeMs: NOW, expiresMs: NOW + DAY_MS })
      await setAccountChoices(store, id, { data: '{"theme":"dark"}', changedMs: NOW }, null)
      const lines: string[] = []
      await dumpStore(store, async (line) => void lines.push(line.trimEnd()))
      assert.ok(!lines.some((line) => line.includes('alive') || line.includes('"open"')))
      const before = await people(store)
      await restoreStore(
        store,
        (async function* () {
          yield* lines
        })(),
      )
      assert.equal(await sessionByHash(store, 'alive', NOW), null)
      assert.equal(await linkByHash(store, 'open', NOW), null)
      assert.deepEqual(
        (await people(store)).map(({ name, role }) => ({ name, role })),
        before.map(({ name, role }) => ({ name, role })),
      )
      assert.equal((await accountChoices(store, (await accountByName(store, 'kept'))!.id))?.data, '{"theme":"dark"}')
    })
  })
})
