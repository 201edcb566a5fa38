import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { tickWatches } from '../../src/ingest/watch-tick.ts'
import { addAccount } from '../../src/store/accounts.ts'
import { insertArticle, writeAlone } from '../../src/store/insert-article.ts'
import { lastMessages, noteUnsent, takeDueMessages } from '../../src/store/watch-messages.ts'
import { watchByToken, watchesOf } from '../../src/store/watches.ts'
import { hashPassword } from '../../src/web/password.ts'
import { newArticle } from '../articles.ts'
import { NOW, OWNER_KEY, startSite } from './site-world.ts'

let site: Awaited<ReturnType<typeof startSite>>
let cookie = ''
const PASSWORD = 'a password of the tests'
const basic = `Basic ${Buffer.from(`ada:${PASSWORD}`).toString('base64')}`

before(async () => {
  site = await startSite()
  site.site.told = { mail: true, ntfy: 'https://ntfy.example/' }
  await addAccount(site.store, { name: 'ada', role: 'reader', passwordHash: await hashPassword(PASSWORD) }, 0)
  const entered = await fetch(`${site.url}/owner?key=${OWNER_KEY}`, { redirect: 'manual' })
  cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0]!
})
after(() => site.close())

type As = Record<string, string>
const asOwner = (): As => ({ cookie })
const asAda: As = { authorization: basic }

async function page(path: string, headers: As = {}) {
  const response = await fetch(`${site.url}${path}`, { headers, redirect: 'manual' })
  return { status: response.status, headers: response.headers, html: await response.text() }
}

async function post(path: string, fields: Record<string, string>, headers: As = {}) {
  const body = new URLSearchParams(fields)
  const response = await fetch(`${site.url}${path}`, { method: 'POST', body, headers, redirect: 'manual' })
  return { status: response.status, to: response.headers.get('location') ?? '', text: await response.text() }
}

/** Hidden fields of the form on a page that goes to an address. */
function fieldsOf(html: string, action: string): Record<string, string> {
  const form = new RegExp(`<form[^>]*action="${action}"[\\s\\S]*?</form>`).exec(html)?.[0] ?? ''
  const plain = (value: string) =>
    value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  const hidden = form.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)
  return Object.fromEntries([...hidden].map(([, name, value]) => [name!, plain(value!)]))
}

/** Makes a watch by its form; gives the path of its page. */
async function watch(query: string, fields: Record<string, string> = {}, as: As = {}): Promise<string> {
  const form = fieldsOf((await page(`/watch?${query}`, as)).html, '/watch')
  const made = await post('/watch', { ...form, ...fields }, as)
  assert.equal(made.status, 303, made.text.slice(0, 2_000))
  return made.to
}

async function act(path: string, what: string, as: As = {}, more: Record<string, string> = {}) {
  return post(path, { ...fieldsOf((await page(path, as)).html, path), ...more, do: what }, as)
}

describe('a reader without an account', () => {
  it('finds the way to watching on tags, stories, searches and sources', async () => {
    for (const path of ['/tag/karelin', '/story/varga', '/search?q=harbour+%22band%22', '/source/1']) {
      const fields = fieldsOf((await page(path)).html, '/watch')
      const query = new URLSearchParams(fields).toString()
      assert.equal((await page(`/watch?${query}`)).status, 200, path)
    }
    assert.deepEqual(fieldsOf((await page('/search')).html, '/watch'), {}, 'nothing asked, nothing to watch')
  })

  it('watches by a feed at a private address that no cache keeps, and stops', async () => {
    const path = await watch('kind=story&target=varga', { every: '1' })
    assert.match(path, /^\/watch\/[\w-]{32}$/)
    const article = newArticle({ key: 'later', title: 'Varga lands', storyId: 1, publishedMs: NOW, firstSeenMs: NOW })
    await writeAlone(site.store, (write) => insertArticle(write, article))
    await tickWatches(site.store, NOW)
    site.site.touch()
    const own = await page(path)
    assert.match(own.html, /Varga lands/)
    assert.match(own.html, /<meta name="robots" content="noindex">/)
    assert.equal(own.headers.get('cache-control'), 'private, no-store')
    for (const format of ['atom', 'rss', 'json']) {
      const feed = await page(`${path}.${format}`)
      assert.match(feed.html, /Varga lands/, format)
      assert.match(feed.headers.get('cache-control') ?? '', /^private/, format)
    }
    assert.equal((await act(path, 'stop')).to, '/watching')
    assert.equal((await page(path)).status, 404)
    assert.equal((await page(`${path}.atom`)).status, 404)
  })

  it('leaves nothing of the reader in the store but the watch', async () => {
    const path = await watch(
      'kind=tag&target=karelin',
      {},
      { 'user-agent': 'Quillbrowser/7', 'x-forwarded-for': '203.0.113.7' },
    )
    const row = await site.store.read.selectFrom('watch').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow()
    assert.doesNotMatch(JSON.stringify(row), /Quill|203\.0|127\.0\.0\.1/)
    assert.deepEqual([row.account, row.address, row.secret, row.token], [null, '', null, path.slice('/watch/'.length)])
  })

  it('is given no other way than the feed, and no watch by a form of another site', async () => {
    const form = fieldsOf((await page('/watch?kind=tag&target=karelin')).html, '/watch')
    for (const channel of ['webhook', 'mail', 'ntfy'])
      assert.equal((await post('/watch', { ...form, channel, address: 'https://a.example/' })).status, 403, channel)
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    assert.equal((await post('/watch', form, foreign)).status, 403)
    assert.equal((await post('/watch', form, { ...foreign, ...asAda })).status, 403)
    assert.equal((await post('/watch', { ...form, token: 'guessed' })).status, 403)
    assert.equal((await page('/watch?kind=tag&target=nothing-here')).status, 404)
  })

  it('sees words of strangers as words', async () => {
    const path = await watch(`kind=search&target=${encodeURIComponent('<script>alert(1)</script> "x')}`)
    const { html } = await page(path)
    assert.doesNotMatch(html, /<script>alert/)
    assert.match(html, /&lt;script&gt;alert/)
  })
})

describe('an account', () => {
  it('is shown the way to sign in, and then has its own list', async () => {
    const asked = await page('/watching')
    assert.match(asked.html, /href="\/sign-in\?next=%2Fwatching"/)
    assert.match((await page('/watch?kind=tag&target=karelin')).html, /href="\/sign-in\?next=%2Fwatch%3Fkind%3Dtag/)
    const wrong = { authorization: `Basic ${Buffer.from('ada:wrong').toString('base64')}` }
    assert.match((await page('/watching', wrong)).html, /href="\/sign-in/)
    const path = await watch('kind=source&target=1', { channel: 'ntfy', address: 'ada-topic' }, asAda)
    const list = await page('/watching', asAda)
    assert.ok(list.html.includes(path) && list.html.includes('ada-topic'))
    assert.equal(list.headers.get('cache-control'), 'private, no-store')
    assert.ok(!(await page('/watching', asOwner())).html.includes(path), 'not on the list of another')
    assert.ok(!(await page('/watching')).html.includes(path))
  })

  it('has mail confirmed by the code that was sent, by a button and not by opening the address', async () => {
    const path = await watch('kind=tag&target=karelin', { channel: 'mail', address: 'ada@mail.example' }, asAda)
    const token = path.slice('/watch/'.length)
    const made = (await watchByToken(site.store, token))!
    assert.equal(made.state, 'asked')
    assert.ok(!(await page(path, asAda)).html.includes(made.secret!), 'the code stands in the mail alone')
    assert.equal((await act(path, 'confirm', {}, { code: 'guessed' })).status, 403)
    const opened = await page(`${path}?confirm=${made.secret}`)
    assert.equal((await watchByToken(site.store, token))?.state, 'asked')
    assert.equal((await post(path, fieldsOf(opened.html, path))).status, 303)
    assert.equal((await watchByToken(site.store, token))?.state, 'active')
  })

  it('stops mail by one click of a mail program, which sends no token of a form', async () => {
    const path = await watch('kind=tag&target=tarn', { channel: 'mail', address: 'ada@mail.example' }, asAda)
    assert.equal((await page(`${path}/stop`)).status, 303, 'opening the address stops nothing')
    assert.equal((await page(path)).status, 200)
    assert.equal((await post(`${path}/stop`, { 'List-Unsubscribe': 'One-Click' })).status, 200)
    assert.equal((await page(path)).status, 404)
  })

  it('sees what fails and why, sends a test, and tries again', async () => {
    const hook = {
      channel: 'webhook',
      address: 'https://ada.example/hook',
      from: '22:00',
      to: '07:00',
      zone: 'Europe/Berlin',
    }
    const path = await watch('kind=tag&target=karelin', hook, asOwner())
    const [own] = await watchesOf(site.store, 'owner')
    assert.deepEqual(own?.quiet, { fromMinute: 1_320, toMinute: 420, zone: 'Europe/Berlin' })
    assert.ok((await page(path, asOwner())).html.includes(own!.secret!))
    assert.ok(!(await page(path)).html.includes(own!.secret!), 'a webhook’s secret is its account’s alone')
    assert.equal((await act(path, 'test', asOwner())).status, 303)
    const due = (await takeDueMessages(site.store, NOW, { leaseMs: 1, limit: 9 })).find(
      ({ watch: of }) => of.id === own!.id,
    )!
    assert.equal(due.message.kind, 'test')
    await noteUnsent(site.store, due.message, 'The address <b>refuses</b>.', null)
    const shown = await page('/watching', asOwner())
    assert.match(
      shown.html,
      /Given up: nothing is sent until you say so\. <span class="reason">The address &lt;b&gt;refuses/,
    )
    assert.equal((await act(path, 'resume', asOwner())).status, 303)
    assert.equal((await watchByToken(site.store, own!.token))?.state, 'active')
    assert.equal((await lastMessages(site.store, [own!.id], 1)).get(own!.id)?.[0]?.state, 'queued')
  })

  it('is told what is wrong with what it wrote', async () => {
    const form = fieldsOf((await page('/watch?kind=tag&target=karelin', asOwner())).html, '/watch')
    const wrong: [fields: Record<string, string>, message: RegExp][] = [
      [{ channel: 'webhook', address: 'ada' }, /is no http or https address/],
      [{ channel: 'mail', address: 'ada@mail.example, bob@mail.example' }, /is no mail address/],
      [{ channel: 'ntfy', address: 'a/b' }, /is no topic/],
      [{ from: '22:00', to: '' }, /must be a time of day/],
      [{ from: '22:00', to: '07:00', zone: 'Mars' }, /must be a time zone/],
    ]
    for (const [fields, message] of wrong) {
      const answer = await post('/watch', { ...form, ...fields }, asOwner())
      assert.equal(answer.status, 400)
      assert.match(answer.text, message)
    }
  })
})
