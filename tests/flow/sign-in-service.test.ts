import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { readConfig } from '../../src/config.ts'
import { createFetchClient, type FetchClient } from '../../src/fetch/client.ts'
import { addLink } from '../../src/store/account-links.ts'
import { accountByName, addAccount } from '../../src/store/accounts.ts'
import { signInServiceOf } from '../../src/verbs/sign-in-service.ts'
import { hashOf } from '../../src/web/accounts/tokens.ts'
import { hashPassword } from '../../src/web/password.ts'
import { type Client, createClient } from './account-client.ts'
import { CLIENT, startOidcProvider } from './oidc-provider.ts'
import { NOW, startSite } from './site-world.ts'

let provider: Awaited<ReturnType<typeof startOidcProvider>>
let site: Awaited<ReturnType<typeof startSite>>
let fetchClient: FetchClient

const serviceWith = (role: string, client: FetchClient) => {
  const { config } = readConfig(
    {},
    {
      TRENDPULSE_OIDC_ISSUER: provider.issuer,
      TRENDPULSE_OIDC_CLIENT_ID: CLIENT.id,
      TRENDPULSE_OIDC_CLIENT_SECRET: CLIENT.secret,
      TRENDPULSE_OIDC_ROLE: role,
    },
  )
  return signInServiceOf(config, client, Date.now) ?? assert.fail('no service')
}

before(async () => {
  provider = await startOidcProvider()
  fetchClient = createFetchClient({ userAgent: 'tests', allowPrivate: [provider.host] })
  site = await startSite({ signInService: serviceWith('reader', fetchClient) })
})
after(async () => {
  await site?.close()
  await fetchClient?.close()
  await provider?.close()
})

const client = () => createClient(site.url)
/** The way there: the address that the provider sends a browser back to. */
const awayAndBack = async (who: Client, asked = ''): Promise<URL> => {
  const there = await who.get(`/sign-in/service${asked}`)
  assert.equal(there.status, 303)
  const sent = await fetch(there.location ?? '', { redirect: 'manual' })
  return new URL(sent.headers.get('location') ?? '')
}
const comeBack = async (who: Client, asked = '') => {
  const back = await awayAndBack(who, asked)
  return who.get(`${back.pathname}${back.search}`)
}
const nameOf = async (who: Client) => /<p class="lede">([^,<]+), /.exec((await who.get('/account')).html)?.[1] ?? null

describe('a sign-in service', () => {
  it('is offered where people sign in, and asked for a code with PKCE, state and nonce', async () => {
    const who = client()
    assert.match((await who.get('/sign-in?next=/pulse')).html, /href="\/sign-in\/service\?next=%2Fpulse"/)
    const url = new URL((await who.get('/sign-in/service')).location ?? '')
    const asked = Object.fromEntries(url.searchParams)
    assert.deepEqual(
      [asked.response_type, asked.client_id, asked.code_challenge_method, asked.redirect_uri],
      ['code', CLIENT.id, 'S256', `${site.url}/sign-in/service/back`],
    )
    assert.match(asked.scope ?? '', /^openid\b/)
    for (const secret of [asked.state, asked.nonce, asked.code_challenge]) assert.ok((secret ?? '').length >= 40)
    assert.equal(new Set([asked.state, asked.nonce, asked.code_challenge]).size, 3)
  })

  it('lets somebody new in as a reader, and the same person again under the same name', async () => {
    provider.swear({ subject: 'person-1', name: 'Nell Quarry' })
    const first = client()
    assert.equal((await comeBack(first, '?next=/pulse')).location, '/pulse')
    assert.equal(await nameOf(first), 'Nell-Quarry')
    assert.equal((await accountByName(site.store, 'Nell-Quarry'))?.role, 'reader')
    provider.swear({ subject: 'person-1', name: 'Nell Married' })
    const again = client()
    await comeBack(again)
    assert.equal(await nameOf(again), 'Nell-Quarry')
  })

  it('takes nobody for another because of a name', async () => {
    provider.swear({ subject: 'person-2', name: 'Nell Quarry' })
    const namesake = client()
    await comeBack(namesake)
    assert.equal(await nameOf(namesake), 'Nell-Quarry-2')
    provider.swear({ subject: 'person-3', name: 'owner' })
    const sly = client()
    await comeBack(sly)
    assert.equal(await nameOf(sly), 'reader')
  })

  it('asks for its description and keys once, not for each who comes', () => {
    const times = (path: string) => provider.asked.filter((one) => one === path).length
    assert.equal(times('/.well-known/openid-configuration'), 1)
    assert.equal(times('/keys'), 1)
    assert.ok(times('/token') >= 4)
  })

  it('is an account’s second way in, once it is signed in by its password', async () => {
    await addAccount(
      site.store,
      { name: 'ida', role: 'editor', passwordHash: await hashPassword('long enough once') },
      NOW,
    )
    provider.swear({ subject: 'person-4', name: 'Somebody' })
    const ida = client()
    await ida.signIn('ida', 'long enough once')
    const link =
      /\/sign-in\/service(\?[^"]*link=[^"]+)"/.exec((await ida.get('/account')).html)?.[1] ?? assert.fail('no way')
    await comeBack(ida, link.replaceAll('&amp;', '&'))
    const elsewhere = client()
    await comeBack(elsewhere)
    assert.equal(await nameOf(elsewhere), 'ida')
  })

  it('is linked to no account that did not ask for it on its own page', async () => {
    provider.swear({ subject: 'person-of-an-attacker', name: 'Mallory' })
    const ida = client()
    await ida.signIn('ida', 'long enough once')
    assert.equal((await ida.get('/sign-in/service?link=guessed')).status, 403)
    await comeBack(ida)
    assert.equal(await nameOf(ida), 'Mallory')
    const mallory = client()
    await comeBack(mallory)
    assert.equal(await nameOf(mallory), 'Mallory')
  })

  it('makes an invited person what the invitation says, once', async () => {
    provider.swear({ subject: 'person-5', name: 'Wim' })
    const invitation = { hash: hashOf('an-invitation'), role: 'editor', madeMs: NOW, expiresMs: NOW + 1_000 } as const
    await addLink(site.store, invitation)
    const wim = client()
    assert.match((await wim.get('/enter/an-invitation')).html, /invite=an-invitation/)
    await comeBack(wim, '?invite=an-invitation')
    assert.equal((await accountByName(site.store, 'Wim'))?.role, 'editor')
    assert.equal((await client().get('/enter/an-invitation')).status, 403)
  })
})

describe('an answer of the service lets nobody in', () => {
  const refusal = () => (site.site.events.at(-1)?.fields as { code?: string } | undefined)?.code
  const cases: [why: string, bend: (claims: Record<string, unknown>) => void][] = [
    ['with the nonce of another try', (claims) => Object.assign(claims, { nonce: 'another' })],
    ['without a nonce', (claims) => Reflect.deleteProperty(claims, 'nonce')],
    ['that is over', (claims) => Object.assign(claims, { exp: 1_000_000, iat: 999_000 })],
    ['for another site', (claims) => Object.assign(claims, { aud: 'another-client' })],
    ['of another issuer', (claims) => Object.assign(claims, { iss: 'http://127.0.0.1:1' })],
    ['of nobody', (claims) => Reflect.deleteProperty(claims, 'sub')],
  ]
  for (const [why, bend] of cases)
    it(why, async () => {
      provider.swear({ subject: 'person-1', name: 'x', bend: (claims) => void bend(claims) })
      const who = client()
      assert.equal((await comeBack(who)).location, '/sign-in?service=wrong')
      assert.equal(refusal(), 'forbidden', 'the answer was looked at, and found wrong')
      assert.equal(await nameOf(who), null)
    })

  it('that is signed by a key which is not the service’s', async () => {
    provider.swear({ subject: 'person-1', name: 'x', foreignKey: true })
    const who = client()
    assert.equal((await comeBack(who)).location, '/sign-in?service=wrong')
    assert.equal(refusal(), 'forbidden')
    assert.equal(await nameOf(who), null)
  })

  it('with another state, with another browser’s code, without a try, or twice', async () => {
    provider.swear({ subject: 'person-1', name: 'x' })
    const [who, victim] = [client(), client()]
    const back = await awayAndBack(who)
    await victim.get('/sign-in/service')
    assert.equal((await victim.get(`${back.pathname}${back.search}`)).location, '/sign-in?service=wrong')
    assert.equal((await client().get(`${back.pathname}${back.search}`)).location, '/sign-in?service=wrong')
    const code = (await awayAndBack(victim)).searchParams.get('code')
    assert.equal((await victim.get(`${back.pathname}?code=${code}&state=wrong`)).location, '/sign-in?service=wrong')
    assert.equal(await nameOf(victim), null)
    const good = await awayAndBack(who)
    assert.equal((await who.get(`${good.pathname}${good.search}`)).location, '/account')
    const cookies = new Map(who.cookies)
    assert.equal(cookies.has('trendpulse_service'), false)
    assert.equal((await who.get(`${good.pathname}${good.search}`)).location, '/sign-in?service=wrong')
  })
})

describe('a sign-in service that lets in only who is known', () => {
  let closed: Awaited<ReturnType<typeof startSite>>
  before(async () => {
    closed = await startSite({ signInService: serviceWith('off', fetchClient) })
  })
  after(() => closed?.close())

  it('refuses a stranger, makes no account, and says what to do', async () => {
    provider.swear({ subject: 'person-9', name: 'Stranger' })
    const who = createClient(closed.url)
    const there = await who.get('/sign-in/service')
    const sent = new URL((await fetch(there.location ?? '', { redirect: 'manual' })).headers.get('location') ?? '')
    const got = await who.get(`${sent.pathname}${sent.search}`)
    assert.equal(got.status, 403)
    assert.match(got.html, /ask an owner of this site for an invitation/i)
    assert.equal(await accountByName(closed.store, 'Stranger'), null)
  })
})

it('a service at an address that is not public is not asked unless the owner lists it', async () => {
  const guarded = createFetchClient({ userAgent: 'tests', allowPrivate: [] })
  const before = provider.asked.length
  await assert.rejects(
    serviceWith('reader', guarded).begin('http://127.0.0.1/back', { state: 's', nonce: 'n', verifier: 'v'.repeat(43) }),
    { code: 'upstream' },
  )
  assert.equal(provider.asked.length, before)
  await guarded.close()
})
