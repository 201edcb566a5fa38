import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { throwAwayFolder } from '../engines.ts'
import { type Ran, runVerb } from '../run-verb.ts'
import { startServe } from '../served.ts'

/** Words of the earlier text before which the farm's brand is glued. */
const GLUED_BEFORE = ['took office', 'the shipyards', 'any single fleet', 'a lighter mood', 'a training session']
const DROPPED = [
  'Observers said she was expected to reach Ostrava Bay around Wednesday noon.',
  'Observers say that the limits have been broken on both sides of the Sound for years.',
]
const CHROME = ['veryGood!', 'EverScope', 'Current:', 'Ranking', 'Recommend', 'NorthCrest Wealth Academy']

/** The example of a farm's page, more of it: the brand in six sentences, two sentences left out, a date of 577 days later, lists around. */
function farmPage(): string {
  let page = readFileSync('examples/copied-page.html', 'utf8')
  for (const words of GLUED_BEFORE) {
    assert.ok(page.includes(` ${words}`), words)
    page = page.replace(` ${words}`, ` BlueHarbor${words}`)
  }
  for (const sentence of DROPPED) {
    assert.ok(page.includes(` ${sentence}`), sentence)
    page = page.replace(` ${sentence}`, '')
  }
  return page
}

const data = throwAwayFolder()
const farm = join(data, 'farm.html')
writeFileSync(farm, farmPage())
const store = join(data, 'store')
const run = (...args: string[]): Promise<Ran> => runVerb([...args, '--data', store])

describe('a farm’s page beside the earlier text', () => {
  it('is told apart in inspect: what was put in, what was left out, which date contradicts which, who is credited', async () => {
    const original = await run('add', 'examples/original.html')
    assert.equal(original.code, 0, `${original.out}${original.err}`)
    const { out, code, err } = await run('inspect', farm)
    assert.equal(code, 0, err)
    assert.match(out, /% of it stands in “Ilse Varga sails home.* \(The Harbour Wire, 2023-09-12T05:18/)
    assert.match(out, /published 2025-04-11T06:41:09 .*; doubtful: .*Tuesday, but 11 April 2025 was a Friday/)
    assert.match(out, /re-dated by 577 days/)
    assert.match(out, /it credits The Harbour Wire/)
    assert.match(out, /6 with something put in, 2 dropped/)
    for (const words of GLUED_BEFORE) assert.ok(out.includes(`{+BlueHarbor+}${words}`), words)
    for (const sentence of DROPPED) assert.ok(out.includes(`[-${sentence}-]`), sentence)
    const { origin } = JSON.parse((await run('inspect', '--json', farm)).out)
    assert.deepEqual(origin.sentences, { kept: 24, changed: 0, injected: 6, dropped: 2 })
  })

  it('is told apart on its page of comparison, in reading order, without a word of the page’s own lists', async () => {
    const added = await run('add', farm)
    const path = /\/article\/[0-9a-f]+/.exec(added.out)![0]
    const site = await startServe(store)
    const page = await (await fetch(`${site.url}${path}/compare`)).text()
    await site.stop()
    const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'))
    const date = main.split('</p>').find((part) => part.includes('2025-04-11 06:41:09'))
    assert.match(date ?? '', /doubtful:.*was a Friday; The same text stood at The Harbour Wire 577 days earlier/)
    assert.match(main, /The text credits The Harbour Wire/)
    assert.match(main, /<svg[^>]* role="img" aria-label="2 pages with this text over time, from 12 Sep 2023/)
    assert.match(main, /<circle class="claim"/)
    const rows = main.split('role="row"').slice(2)
    const struck = rows.filter((row) => row.includes('<mark class="inj">BlueHarbor</mark>'))
    assert.equal(struck.length, GLUED_BEFORE.length + 1)
    const dropped = rows.flatMap((row, at) => (DROPPED.some((one) => row.includes(`<del>${one}`)) ? [at] : []))
    assert.equal(dropped.length, DROPPED.length)
    assert.match(rows[dropped[0]! - 1]!, /since she <mark/, 'behind the sentence that it followed')
    assert.match(rows[dropped[1]! - 1]!, /limit the catch of <mark/)
    const text = rows.join('')
    for (const chrome of CHROME) assert.ok(!text.includes(chrome), chrome)
  })
})
