import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { PictureForm, SentPicture } from '../../src/model/picture.ts'
import { openStore } from '../../src/store/store.ts'
import { createApp } from '../../src/web/app.ts'
import { blocksHtml } from '../../src/web/feeds/block-html.ts'
import { MAX_PICTURES, pictureLinks, picturePath, picturesOf } from '../../src/web/pictures/picture-address.ts'
import type { Site } from '../../src/web/site.ts'
import { bodyView } from '../../src/web/views/blocks.ts'
import { pictureView } from '../../src/web/views/picture.ts'
import { fillSiteWorld, siteOver } from '../flow/site-world.ts'

const ADDRESS = 'https://pictures.example/a photo.jpg?w=1&h="2"'

describe('the address of a foreign picture', () => {
  let site: Site
  let asked: [string, PictureForm][]
  let answer: SentPicture
  let known: ReturnType<NonNullable<Site['pictures']>['known']>

  before(async () => {
    const store = await openStore({ path: ':memory:' })
    await fillSiteWorld(store)
    asked = []
    answer = { ok: true, bytes: new TextEncoder().encode('picture'), type: 'image/webp' }
    known = null
    site = {
      ...siteOver(store),
      pictures: {
        get: async (address, form) => {
          asked.push([address, form])
          return answer
        },
        known: () => known,
      },
    }
  })
  const ask = (path: string, headers: Record<string, string> = {}) => createApp(site).request(path, { headers })
  const pathOf = (form: PictureForm = '640.webp') => picturePath(site, ADDRESS, form)!

  it('gives the picture, kept for a week, unable to run or to be taken for anything else', async () => {
    const response = await ask(pathOf())
    assert.deepEqual([response.status, await response.text()], [200, 'picture'])
    assert.deepEqual(asked.at(-1), [ADDRESS, '640.webp'])
    const header = (name: string) => response.headers.get(name)
    assert.deepEqual([header('content-type'), header('x-content-type-options')], ['image/webp', 'nosniff'])
    assert.equal(header('content-security-policy'), "default-src 'none'; sandbox")
    assert.match(header('cache-control')!, /^public, max-age=604800/)
    assert.equal((await ask(pathOf(), { 'if-none-match': header('etag')! })).status, 304)
  })

  it('is good for this site’s own mark alone: nobody has other addresses fetched', async () => {
    const [, , signed, form] = pathOf().split('/')
    const other = Buffer.from('http://127.0.0.1/').toString('base64url')
    const before = asked.length
    for (const path of [
      `/picture/${other}/640.webp`,
      `/picture/${signed!.slice(0, 22)}${other}/640.webp`,
      `/picture/${signed}A/${form}`,
      `/picture/x${signed!.slice(1)}/${form}`,
      `/picture/${signed}/641.webp`,
      `/picture/${signed}/640.svg`,
      `/picture/${signed}/..%2f640.webp`,
      `/picture/${signed!.slice(0, 22)}/640.webp`,
    ])
      assert.equal((await ask(path)).status, 404, path)
    const elsewhere = { ...site, secret: 'another' }
    assert.equal((await ask(picturePath(elsewhere, ADDRESS, '640.webp')!)).status, 404)
    assert.equal(asked.length, before)
  })

  it('gives the smallest to whoever saves data', async () => {
    const response = await ask(pathOf('1280.webp'), { 'save-data': 'on' })
    assert.deepEqual(asked.at(-1), [ADDRESS, '320.webp'])
    assert.match(response.headers.get('vary')!, /save-data/)
  })

  it('says why there is none, and asks to come again where only too many wait', async () => {
    answer = { ok: false, reason: 'svg' }
    const refused = await ask(pathOf())
    assert.deepEqual([refused.status, await refused.text()], [404, 'svg\n'])
    assert.match(refused.headers.get('cache-control')!, /max-age=3600/)
    answer = { ok: false, reason: 'busy' }
    const busy = await ask(pathOf())
    assert.deepEqual([busy.status, busy.headers.get('cache-control')], [503, 'no-store'])
    assert.ok(busy.headers.get('retry-after'))
  })

  it('exists for http and https alone', () => {
    for (const address of [
      'data:image/png;base64,AAAA',
      'javascript:alert(1)',
      'file:///etc/passwd',
      '',
      'no address',
      `https://a.example/${'x'.repeat(2_000)}`,
    ])
      assert.equal(picturePath(site, address, '640.webp'), null, address)
  })

  it('stands in pages with its box reserved: three to two, its own once it is known', async () => {
    const links = pictureLinks(site)!
    const view = async () => String(await pictureView(links, { address: ADDRESS, alt: 'a "boat"', sizes: '40rem' }))
    const unknown = await view()
    assert.match(
      unknown,
      /width="640" height="427" alt="a &quot;boat&quot;" class="box" loading="lazy" decoding="async"/,
    )
    assert.equal(unknown.match(/ \d+w/g)!.join(), ' 320w, 640w, 1280w')
    known = { width: 500, height: 1000 }
    assert.match(await view(), /width="360" height="720" alt="[^"]+" loading/)
    assert.equal((await view()).match(/ \d+w/g)!.join(), ' 320w, 640w')
    known = { refused: 'counter' }
    assert.equal(await pictureView(links, { address: ADDRESS, alt: '', sizes: '40rem' }), null)
    known = null
  })

  it('gives way to a link where the picture failed, where the owner shows none, and beyond thirty', async () => {
    const block = { kind: 'image' as const, url: 'https://pictures.example/a.jpg', alt: '', caption: 'A boat' }
    const print = async (links: ReturnType<typeof pictureLinks>, many = 1) =>
      (
        await Promise.all(
          bodyView(
            new Array(many).fill(null).map(() => ({ ...block })),
            '',
            [],
            links,
          ),
        )
      ).join('')
    const links = pictureLinks(site)
    assert.match(await print(links), /<figure class="picture"><img .*<figcaption class="ui">A boat /)
    assert.equal((await print(links, MAX_PICTURES + 2)).match(/<img/g)!.length, MAX_PICTURES)
    known = { refused: 'unreachable' }
    assert.match(await print(links), /^<p class="figure ui"><a href="https:\/\/pictures.example\/a.jpg"/)
    known = null
    const { pictures: _, ...without } = site
    assert.equal(pictureLinks(without), null)
    assert.doesNotMatch(await print(null), /<img/)
    assert.equal((await createApp(without).request(pathOf())).status, 404)
  })

  it('is what feeds show, absolute, and never the stranger’s', () => {
    const shown = { kind: 'image' as const, url: 'https://pictures.example/a.jpg', alt: '', caption: 'A boat' }
    const unsafe = { ...shown, url: 'javascript:alert(1)' }
    const html = blocksHtml([shown, unsafe], picturesOf(site, [shown, unsafe], 'https://news.example'))
    assert.match(
      html,
      /^<p><img src="https:\/\/news\.example\/picture\/[\w-]+\/640\.jpg" alt="A boat"><\/p><p><a href="https:\/\/pictures\.example\/a\.jpg">A boat<\/a><\/p>\n<p>A boat<\/p>$/,
    )
    assert.doesNotMatch(blocksHtml([shown]), /<img/)
  })
})
