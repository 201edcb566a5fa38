import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { DAY_MS, HOUR_MS } from '../../src/model/time.ts'
import { accountByName, addAccount, firstOwner, people } from '../../src/store/accounts.ts'
import { hashPassword } from '../../src/web/password.ts'
import { type Client, createClient, hiddenFields } from './account-client.ts'
import { OWNER_KEY, startSite } from './site-world.ts'

type Running = Awaited<ReturnType<typeof startSite>>
let site: Running
/** The site's clock, which tests push on. */
let laterMs = 0

const PASSWORD = 'correct horse battery'

before(async () => {
  site = await startSite()
  const { now } = site.site
  site.site.now = () => now() + laterMs
})
after(() => site?.close())

const client = (agent?: string): Client => createClient(site.url, agent)
const isSignedIn = async (who: Client) => (await who.get('/account')).status === 200
/** A link that is shown once on a page. */
const linkOn = (html: string) => /<input id="once" readonly value="([^"]+)"/.exec(html)?.[1] ?? assert.fail('no link')

describe('the first owner', () => {
  it('comes by the link, gets an account in its place, and the link is spent', async () => {
    const owner = client()
    assert.equal((await owner.get(`/owner?key=${OWNER_KEY}`)).location, '/owner')
    const made = await owner.submit('/owner', '/owner/account', { name: 'mira', newPassword: PASSWORD })
    assert.deepEqual([made.status, made.location], [303, '/owner'])
    assert.equal((await firstOwner(site.store))?.name, 'mira')
    assert.ok(await isSignedIn(owner))
    const late = client()
    await late.get(`/owner?key=${OWNER_KEY}`)
    assert.equal((await late.get('/owner/people')).status, 403)
    assert.doesNotMatch((await late.get('/owner')).html, /name="key"/)
  })

  it('keeps the key for programs, which speak for that owner', async () => {
    const key = { authorization: `Bearer ${OWNER_KEY}` }
    assert.equal((await fetch(`${site.url}/api/v1/watches`, { headers: key })).status, 200)
    assert.equal((await fetch(`${site.url}/owner/people`, { headers: key })).status, 200)
    assert.equal((await fetch(`${site.url}/owner/people`, { headers: { authorization: 'Bearer wrong' } })).status, 403)
  })

  it('makes no second first owner, whoever had the link before', async () => {
    const posted = await client().post('/owner/account', { token: 'x', name: 'eve', newPassword: PASSWORD })
    assert.equal(posted.status, 403)
    assert.equal(await accountByName(site.store, 'eve'), null)
  })
})

describe('signing in', () => {
  it('gives a session by name and password, and ends it by a form', async () => {
    const mira = client()
    const got = await mira.signIn('mira', PASSWORD)
    assert.deepEqual([got.status, got.location], [303, '/account'])
    const cookie = got.headers.getSetCookie().find((line) => line.startsWith('trendpulse='))
    assert.match(cookie ?? '', /; HttpOnly/i)
    assert.match(cookie ?? '', /SameSite=Lax/i)
    assert.doesNotMatch(cookie ?? '', /Domain=/i)
    assert.match((await mira.get('/account')).html, /mira, owner of this site/)
    assert.equal((await mira.submit('/account', '/sign-out')).location, '/')
    assert.equal((await mira.get('/account')).status, 403)
  })

  it('makes a new secret each time: one that was planted before is worth nothing', async () => {
    const mira = client()
    mira.cookies.set('trendpulse', 'a-secret-that-somebody-planted')
    await mira.signIn('mira', PASSWORD)
    assert.notEqual(mira.cookies.get('trendpulse'), 'a-secret-that-somebody-planted')
    const planted = client()
    planted.cookies.set('trendpulse', 'a-secret-that-somebody-planted')
    assert.equal((await planted.get('/account')).status, 403)
  })

  it('goes on from the page that says what was wrong, which shows nobody as signed in', async () => {
    const mira = client()
    const wrong = await mira.signIn('mira', 'mistyped, alas')
    assert.equal(wrong.status, 403)
    assert.match(wrong.html, /value="mira"/)
    assert.doesNotMatch(wrong.html, /href="\/account"/)
    const spoken = await mira.post('/language', { ...hiddenFields(wrong.html, '/language'), language: 'de' })
    assert.equal(spoken.status, 303)
    const right = { ...hiddenFields(wrong.html, '/sign-in'), name: 'mira', password: PASSWORD }
    assert.equal((await mira.post('/sign-in', right)).status, 303)
    const lost = await mira.get('/nothing/here')
    const again = await mira.post('/language', { ...hiddenFields(lost.html, '/language'), language: 'en' })
    assert.equal(again.status, 303, 'pages of errors have forms that fit the session too')
  })

  it('says the same of a wrong password and of a name that there is not', async () => {
    const known = await client().signIn('mira', 'wrong wrong wrong')
    const unknown = await client().signIn('nobody', 'wrong wrong wrong')
    assert.deepEqual([known.status, unknown.status], [403, 403])
    const said = (html: string) => /role="alert">([^<]+)/.exec(html)?.[1]
    assert.equal(said(known.html), said(unknown.html))
    await client().signIn('mira', PASSWORD)
  })

  it('goes on to a path of this site, never to another host', async () => {
    const goes = async (next: string) => {
      const one = client()
      const { html } = await one.get(`/sign-in?next=${encodeURIComponent(next)}`)
      const fields = { ...hiddenFields(html, '/sign-in'), name: 'mira', password: PASSWORD }
      const asked = (await one.post('/sign-in', { ...fields, next })).location
      return [hiddenFields(html, '/sign-in').next, asked]
    }
    assert.deepEqual(await goes('/tag/karelin?at=1#x'), ['/tag/karelin?at=1#x', '/tag/karelin?at=1#x'])
    for (const foreign of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example/',
      '/\t/evil.example',
      'javascript:alert(1)',
      '/.//evil.example',
      '',
    ])
      assert.deepEqual(await goes(foreign), ['/account', '/account'], foreign)
  })

  it('is refused to a form of another browser, of another site, and without its token', async () => {
    const fields = async (who: Client) => ({
      ...hiddenFields((await who.get('/sign-in')).html, '/sign-in'),
      name: 'mira',
      password: PASSWORD,
    })
    const attacker = await fields(client())
    const victim = client()
    await victim.get('/sign-in')
    assert.equal((await victim.post('/sign-in', attacker)).status, 403)
    assert.equal((await client().post('/sign-in', attacker)).status, 403)
    const own = await fields(victim)
    assert.equal((await victim.post('/sign-in', own, { origin: 'https://evil.example' })).status, 403)
    assert.equal((await victim.post('/sign-in', own, { 'sec-fetch-site': 'cross-site' })).status, 403)
    assert.equal((await victim.post('/sign-in', { ...own, token: '' })).status, 403)
    assert.equal((await victim.post('/sign-in', own)).status, 303)
  })

  it('waits ever longer after wrong passwords, and not for who is signed in already', async () => {
    await addAccount(site.store, { name: 'otto', role: 'reader', passwordHash: await hashPassword(PASSWORD) }, 1)
    const otto = client()
    await otto.signIn('otto', PASSWORD)
    laterMs += 11 * 60_000 // a right password is known for ten minutes without a look
    const guesser = client()
    for (let tries = 0; tries < 5; tries++)
      assert.equal((await guesser.signIn('otto', `guess ${tries} wrong`)).status, 403)
    const refused = await guesser.signIn('otto', PASSWORD)
    assert.equal(refused.status, 429)
    assert.match(refused.html, /try again in 1 second/)
    assert.ok(await isSignedIn(otto))
    laterMs += 1_000
    assert.equal((await guesser.signIn('otto', 'guess again wrong')).status, 403)
    assert.match((await guesser.signIn('otto', PASSWORD)).html, /try again in 2 seconds/)
    const changed = await otto.submit('/account', '/account/password', {
      password: PASSWORD,
      newPassword: 'another long one',
    })
    assert.equal(changed.status, 303)
    laterMs += 2_000
    assert.equal((await guesser.signIn('otto', 'another long one')).status, 303)
  })
})

describe('an account', () => {
  const NAME = 'vera'
  const invited = async (role: string): Promise<{ owner: Client; path: string }> => {
    const owner = client()
    await owner.signIn('mira', PASSWORD)
    const { html } = await owner.submit('/owner/people', '/owner/people/invite', { role })
    return { owner, path: new URL(linkOn(html)).pathname }
  }

  it('is made by an invitation, which works once; a name that is taken spends nothing', async () => {
    const { path } = await invited('editor')
    const vera = client()
    assert.match((await vera.get(path)).html, /as editor/)
    assert.equal((await vera.submit(path, path, { name: 'mira', newPassword: PASSWORD })).status, 409)
    assert.equal((await vera.submit(path, path, { name: NAME, newPassword: 'short' })).status, 400)
    assert.equal((await vera.submit(path, path, { name: 'owner', newPassword: PASSWORD })).status, 400)
    assert.equal((await vera.submit(path, path, { name: NAME, newPassword: PASSWORD })).location, '/account')
    assert.match((await vera.get('/account')).html, /vera, editor of this site/)
    assert.equal((await client().get(path)).status, 403)
  })

  it('is invited for seven days, or until the invitation is taken back', async () => {
    const { path } = await invited('reader')
    laterMs += 7 * DAY_MS
    assert.equal((await client().get(path)).status, 403)
    const again = await invited('reader')
    assert.equal((await again.owner.submit('/owner/people', '/owner/people/uninvite')).status, 303)
    assert.equal((await client().get(again.path)).status, 403)
  })

  it('changes its password with the one before; other browsers are signed out, this one goes on', async () => {
    const [here, there] = [client('Here'), client('There')]
    await here.signIn(NAME, PASSWORD)
    await there.signIn(NAME, PASSWORD)
    const wrong = { password: 'not this one', newPassword: 'a better password' }
    assert.equal((await here.submit('/account', '/account/password', wrong)).status, 403)
    const before = here.cookies.get('trendpulse')
    await here.submit('/account', '/account/password', { password: PASSWORD, newPassword: 'a better password' })
    assert.notEqual(here.cookies.get('trendpulse'), before)
    assert.deepEqual([await isSignedIn(here), await isSignedIn(there)], [true, false])
    assert.equal((await client().signIn(NAME, PASSWORD)).status, 403)
    assert.equal((await client().signIn(NAME, 'a better password')).status, 303)
  })

  it('lists its browsers and signs any of them out', async () => {
    const [here, there] = [client('Browser of the house'), client('Browser of the train')]
    await here.signIn(NAME, 'a better password')
    await there.signIn(NAME, 'a better password')
    const { html } = await here.get('/account')
    assert.match(html, /Browser of the train/)
    const row = html.split('Browser of the train')[1]!
    await here.post('/account/sessions', hiddenFields(row, '/account/sessions'))
    assert.deepEqual([await isSignedIn(here), await isSignedIn(there)], [true, false])
    await there.signIn(NAME, 'a better password')
    const { html: again } = await here.get('/account')
    await here.post('/account/sessions', { ...hiddenFields(again, '/account/sessions'), session: 'others' })
    assert.deepEqual([await isSignedIn(here), await isSignedIn(there)], [true, false])
  })

  it('stays signed in while it is used, thirty days without, and never beyond half a year', async () => {
    const vera = client()
    await vera.signIn(NAME, 'a better password')
    for (let weeks = 0; weeks < 25; weeks++) {
      laterMs += 7 * DAY_MS
      assert.ok(await isSignedIn(vera), `after ${weeks + 1} weeks`)
      await new Promise((resolve) => setImmediate(resolve)) // it is renewed beside the answer
    }
    laterMs += 7 * DAY_MS
    assert.equal(await isSignedIn(vera), false)
    await vera.signIn(NAME, 'a better password')
    laterMs += 30 * DAY_MS
    assert.equal(await isSignedIn(vera), false)
  })

  it('makes tokens that are shown once and may no more than they were made for', async () => {
    const vera = client()
    await vera.signIn(NAME, 'a better password')
    const make = async (scope: string) => vera.submit('/account', '/account/tokens', { name: `for ${scope}`, scope })
    assert.equal((await make('admin')).status, 403)
    const [read, reader, edit] = [
      linkOn((await make('read')).html),
      linkOn((await make('reader')).html),
      linkOn((await make('edit')).html),
    ]
    const page = (await vera.get('/account')).html
    for (const token of [read, reader, edit]) assert.ok(!page.includes(token))
    const status = async (token: string, path: string, method = 'GET', body?: string) => {
      const headers = { authorization: `Bearer ${token}`, 'x-auth-token': token, 'content-type': 'application/json' }
      return (await fetch(site.url + path, { method, headers, ...(body === undefined ? {} : { body }) })).status
    }
    const mayMark = (token: string) => status(token, '/v1/users/1/mark-all-as-read', 'PUT')
    const mayWatch = (token: string) => status(token, '/api/v1/watches')
    const mayEdit = (token: string) => status(token, '/api/v1/articles/lake1/hide', 'POST', '{"hidden":false}')
    const mayOwn = (token: string) => status(token, '/owner/people')
    const rights = async (token: string) => [
      await status(token, '/v1/me'),
      await mayMark(token),
      await mayWatch(token),
      await mayEdit(token),
      await mayOwn(token),
    ]
    assert.deepEqual(await rights(read), [200, 403, 403, 403, 403])
    assert.deepEqual(await rights(reader), [200, 204, 200, 403, 403])
    assert.deepEqual(await rights(edit), [200, 204, 200, 200, 403])
    assert.match((await vera.get('/account')).html, /last used on/)
    const revoked = page.split('for edit')[1]!
    await vera.post('/account/tokens/revoke', hiddenFields(revoked, '/account/tokens/revoke'))
    assert.equal(await status(edit, '/v1/me'), 401)
    assert.equal(await status(reader, '/v1/me'), 200)
  })

  it('keeps a browser’s choices, and tells a browser that is behind', async () => {
    const vera = client()
    await vera.signIn(NAME, 'a better password')
    const path = '/account/choices.json'
    const { token, version, choices } = JSON.parse((await vera.get(path)).html)
    assert.deepEqual([version, choices], [0, null])
    const put = async (body: unknown, headers: Record<string, string>) =>
      vera.send(path, { method: 'PUT', body: JSON.stringify(body), headers })
    const own = { 'x-trendpulse-token': token, 'content-type': 'application/json' }
    const chosen = { theme: 'dark', hidden: { sources: ['a.example'] } }
    assert.equal((await put({ choices: chosen }, {})).status, 403)
    const kept = await put({ choices: chosen }, { ...own, 'if-match': '0' })
    assert.equal(kept.status, 200)
    assert.equal((await put({ choices: {} }, { ...own, 'if-match': '0' })).status, 409)
    assert.equal((await put({ choices: [] }, own)).status, 400)
    assert.equal((await put({ choices: { x: 'y'.repeat(64_001) } }, own)).status, 413)
    assert.deepEqual(JSON.parse((await vera.get(path)).html).choices, chosen)
    assert.equal((await client().get(path)).status, 403)
    const other = client()
    await other.signIn(NAME, 'a better password')
    assert.equal(
      (await other.send(path, { method: 'PUT', body: '{"choices":{}}', headers: own })).status,
      403,
      'another session’s token',
    )
  })

  it('has forms that fit its session alone', async () => {
    const [here, there] = [client(), client()]
    await here.signIn(NAME, 'a better password')
    await there.signIn(NAME, 'a better password')
    const fields = hiddenFields((await here.get('/account')).html, '/account/tokens')
    const asked = { ...fields, name: 'x', scope: 'read' }
    assert.equal((await there.post('/account/tokens', asked)).status, 403)
    assert.equal((await here.post('/account/tokens', asked)).status, 200)
    const stranger = hiddenFields((await client().get('/article/lake1')).html, '/article/lake1/react')
    assert.equal((await here.post('/article/lake1/react', { ...stranger, label: 'veryGood!' })).status, 403)
  })

  it('is let in by an owner’s link once, within a day', async () => {
    const owner = client()
    await owner.signIn('mira', PASSWORD)
    const vera = (await accountByName(site.store, NAME))!
    const make = async () => {
      const { html } = await owner.get('/owner/people')
      const fields = hiddenFields(html, `/owner/people/${vera.id}`)
      const shown = await owner.post(`/owner/people/${vera.id}`, { ...fields, do: 'link', role: 'editor' })
      return new URL(linkOn(shown.html)).pathname
    }
    const path = await make()
    const lost = client()
    assert.equal((await lost.submit(path, path, { newPassword: 'chosen by the link' })).location, '/account')
    assert.equal((await client().get(path)).status, 403)
    assert.equal((await client().signIn(NAME, 'chosen by the link')).status, 303)
    const late = await make()
    laterMs += 24 * HOUR_MS
    assert.equal((await client().get(late)).status, 403)
  })

  it('deletes itself with everything of it, once its name is typed', async () => {
    const vera = client()
    await vera.signIn(NAME, 'chosen by the link')
    await vera.post('/watch', {
      ...hiddenFields((await vera.get('/watch?kind=tag&target=karelin')).html, '/watch'),
      channel: 'feed',
    })
    const left = async () => {
      const count = async (table: 'watch' | 'session' | 'token' | 'account_choice' | 'reader_choice') =>
        (await site.store.read.selectFrom(table).selectAll().execute()).filter((row) =>
          Object.values(row).some((value) => value === NAME || value === id),
        ).length
      return Promise.all((['watch', 'session', 'token', 'account_choice', 'reader_choice'] as const).map(count))
    }
    const { id } = (await accountByName(site.store, NAME))!
    assert.ok(
      (await left()).every((rows) => rows > 0),
      String(await left()),
    )
    assert.equal((await vera.submit('/account', '/account/delete', { name: 'other' })).status, 400)
    assert.equal((await vera.submit('/account', '/account/delete', { name: NAME })).location, '/')
    assert.deepEqual(await left(), [0, 0, 0, 0, 0])
    assert.equal((await vera.get('/account')).status, 403)
  })
})

describe('owners', () => {
  it('cannot all be lost: the last one is neither removed nor made less', async () => {
    const mira = client()
    await mira.signIn('mira', PASSWORD)
    const { id } = (await firstOwner(site.store))!
    const { html } = await mira.get('/owner/people')
    const fields = hiddenFields(html, `/owner/people/${id}`)
    assert.equal((await mira.post(`/owner/people/${id}`, { ...fields, do: 'role', role: 'reader' })).status, 409)
    assert.equal((await mira.post(`/owner/people/${id}`, { ...fields, do: 'remove' })).status, 200, 'it is told first')
    assert.equal((await mira.post(`/owner/people/${id}`, { ...fields, do: 'remove', sure: 'yes' })).status, 409)
    assert.equal((await mira.submit('/account', '/account/delete', { name: 'mira' })).status, 409)
    assert.ok((await people(site.store)).some((person) => person.name === 'mira' && person.role === 'owner'))
  })

  it('lose what they were at once when their role is taken', async () => {
    const otto = (await accountByName(site.store, 'otto'))!
    const [mira, session] = [client(), client()]
    await mira.signIn('mira', PASSWORD)
    await session.signIn('otto', 'another long one')
    const change = async (role: string) => {
      const fields = hiddenFields((await mira.get('/owner/people')).html, `/owner/people/${otto.id}`)
      return (await mira.post(`/owner/people/${otto.id}`, { ...fields, do: 'role', role })).status
    }
    assert.equal((await session.get('/owner/people')).status, 403)
    assert.equal(await change('owner'), 303)
    assert.equal((await session.get('/owner/people')).status, 200)
    assert.equal(await change('editor'), 303)
    assert.deepEqual(
      [(await session.get('/owner/people')).status, (await session.get('/owner/choices')).status],
      [403, 200],
    )
  })
})

describe('a site that is reached by https', () => {
  let secure: Running
  before(async () => {
    secure = await startSite({ brand: { name: 'TrendPulse', tagline: '', baseUrl: 'https://news.example' } })
    await addAccount(secure.store, { name: 'mira', role: 'owner', passwordHash: await hashPassword(PASSWORD) }, 1)
  })
  after(() => secure?.close())

  it('binds its cookies to the host and to https, and believes none without that', async () => {
    const mira = createClient(secure.url)
    const got = await mira.signIn('mira', PASSWORD)
    const line = got.headers.getSetCookie().find((one) => one.startsWith('__Host-trendpulse='))
    for (const part of [/; Secure/, /; HttpOnly/, /; Path=\/(?:;|$)/, /; SameSite=Lax/]) assert.match(line ?? '', part)
    assert.doesNotMatch(line ?? '', /Domain/i)
    assert.equal((await mira.get('/account')).status, 200)
    const planted = createClient(secure.url)
    planted.cookies.set('trendpulse', mira.cookies.get('__Host-trendpulse')!)
    assert.equal((await planted.get('/account')).status, 403)
  })

  it('binds the mark of the owner’s link to https too, where its own proxy alone says that it is reached so', async () => {
    const proxied = await startSite({ trustProxy: true })
    const headers = { 'x-forwarded-proto': 'https' }
    const answer = await fetch(`${proxied.url}/owner?key=${OWNER_KEY}`, { headers, redirect: 'manual' })
    await proxied.close()
    assert.match(answer.headers.getSetCookie().find((one) => one.startsWith('trendpulse_owner=')) ?? '', /; Secure/)
  })
})
