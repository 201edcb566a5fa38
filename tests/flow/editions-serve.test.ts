import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { it } from 'node:test'
import { openStore } from '../../src/store/store.ts'
import { throwAwayFolder } from '../engines.ts'
import { runVerb } from '../run-verb.ts'
import { startServe, until } from '../served.ts'
import { fillEdition } from './api-edition.ts'

/** What a server answers to a Host header, over the wire. */
function asked(url: string, host: string, path = '/'): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = get(`${url}${path}`, { headers: { host } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part) => {
        text += part
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
    request.on('error', reject)
  })
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10z"/></svg>'

it('a site that serves editions answers by the Host header, fills them, and drops them when nobody names them', async () => {
  const data = throwAwayFolder()
  const store = await openStore({ path: join(data, 'trendpulse.db') })
  await fillEdition(store)
  await store.close()
  const file = join(data, 'editions.json')
  writeFileSync(join(data, 'sign.svg'), SVG)
  const north = { key: 'north', hosts: ['north.test'], name: 'Northern Light', logo: 'sign.svg', accent: '#5b3fa8' }
  const sources = { include: { feeds: ['https://north.example/feed.xml'] } }
  writeFileSync(file, JSON.stringify({ unknownHosts: 'refuse', editions: [{ ...north, sources }] }))
  const served = await startServe(data, { TRENDPULSE_EDITIONS: file })
  await until(
    async () => (await asked(served.url, 'north.test', '/api/v1/articles')).text.includes('Choir wins a prize'),
    20_000,
  )
  const page = await asked(served.url, 'north.test')
  assert.match(page.text, /<title>Northern Light –/)
  assert.match(
    page.text,
    /<img class="logo" src="(\/static\/logo-[\w-]+\.svg)" alt="" width="34" height="34"><span>Northern Light</,
  )
  const logo = /\/static\/logo-[\w-]+\.svg/.exec(page.text)?.[0] ?? ''
  assert.equal((await asked(served.url, 'north.test', logo)).text, SVG)
  assert.doesNotMatch(page.text, /A page by hand/)
  assert.match((await asked(served.url, new URL(served.url).host)).text, /A page by hand/)
  assert.equal((await asked(served.url, 'elsewhere.test')).status, 421)
  const doctor = JSON.parse((await runVerb(['doctor', '--json', '--data', data])).out) as {
    editions: { key: string; articles: number; waiting: number }[]
  }
  assert.deepEqual(
    doctor.editions.map(({ key, articles, waiting }) => ({ key, articles, waiting })),
    [{ key: 'north', articles: 2, waiting: 0 }],
  )
  await served.stop()

  const alone = await startServe(data)
  assert.match((await asked(alone.url, 'north.test')).text, /<title>TrendPulse/)
  await alone.stop()
  assert.deepEqual(
    (JSON.parse((await runVerb(['doctor', '--json', '--data', data])).out) as { editions: unknown[] }).editions,
    [],
  )
})

it('a file, logo or accent that is not as it must be ends the start with what would be right', async () => {
  const data = throwAwayFolder()
  const file = join(data, 'editions.json')
  writeFileSync(file, JSON.stringify({ editions: [{ key: 'a', hosts: ['a.test'], name: 'A', accent: '#ffee00' }] }))
  const pale = await runVerb(['serve', '--data', data, '--listen', '127.0.0.1:0'], {
    env: { TRENDPULSE_EDITIONS: file, TRENDPULSE_DEMO: 'off' },
  })
  assert.notEqual(pale.code, 0)
  assert.match(
    pale.err,
    /the edition a: the accent #ffee00 on light paper has a contrast of 1\.\d, and text needs 4\.5; #[0-9a-f]{6} would do/,
  )
  const lost = await runVerb(['serve', '--data', data, '--listen', '127.0.0.1:0'], {
    env: { TRENDPULSE_LOGO: join(data, 'none.svg'), TRENDPULSE_DEMO: 'off' },
  })
  assert.notEqual(lost.code, 0)
  assert.match(lost.err, /TRENDPULSE_LOGO.*none\.svg cannot be read/)
})
