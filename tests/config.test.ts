import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { OPTIONS, type OptionName, readConfig } from '../src/config.ts'
import { AppError } from '../src/model/errors.ts'
import { configPage } from '../src/verbs/commands/config.ts'
import { throwAwayFolder } from './engines.ts'
import { runVerb } from './run-verb.ts'

const NAMES = Object.keys(OPTIONS) as OptionName[]

function fileOf(content: string): string {
  const path = join(throwAwayFolder(), 'some-file')
  writeFileSync(path, content)
  return path
}

function refusal(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    assert.ok(error instanceof AppError && error.code === 'invalid', `not an AppError of code invalid: ${error}`)
    return error.message
  }
  throw new assert.AssertionError({ message: 'nothing was refused' })
}

describe('docs/config.md', () => {
  it('is what ./trendpulse config --markdown prints', async () => {
    const page = readFileSync('docs/config.md', 'utf8')
    assert.equal(page, `${configPage()}\n`, 'run: ./trendpulse config --markdown > docs/config.md')
    assert.equal((await runVerb(['config', '--markdown'])).out, page)
  })

  it('has a row for every option', () => {
    const page = readFileSync('docs/config.md', 'utf8')
    for (const name of NAMES) assert.ok(page.includes(`| \`${OPTIONS[name].env}\` |`), name)
  })
})

describe('where a value comes from', () => {
  it('is the default where nobody says, and every default passes its own check', () => {
    const { config, origins } = readConfig({}, {})
    assert.equal(config.listen, '127.0.0.1:8080')
    assert.deepEqual(config.reactions, ['veryGood!', 'doubtful'])
    assert.ok(config.workers >= 1 && Number.isInteger(config.workers), 'auto is a number of threads')
    assert.deepEqual(new Set(Object.values(origins)), new Set(['default']))
    assert.deepEqual(Object.keys(origins), NAMES)
  })

  it('is a flag before the environment, that before the file, that before the default', () => {
    const file = fileOf(JSON.stringify({ listen: '127.0.0.1:3', data: '/file', name: 'Filed', polls: 7 }))
    const env = { TRENDPULSE_CONFIG: file, TRENDPULSE_LISTEN: '127.0.0.1:2', TRENDPULSE_DATA: '/environment' }
    const { config, origins } = readConfig({ listen: '127.0.0.1:1' }, env)
    assert.deepEqual([config.listen, origins.listen], ['127.0.0.1:1', 'flag'])
    assert.deepEqual([config.data, origins.data], ['/environment', 'environment'])
    assert.deepEqual([config.name, origins.name], ['Filed', 'file'])
    assert.deepEqual([config.polls, origins.polls], [7, 'file'])
    assert.deepEqual([config.proxy, origins.proxy], ['', 'default'])
  })

  it('takes lists from the file as arrays, and from the environment by commas', () => {
    const file = fileOf(JSON.stringify({ allowPrivate: ['127.0.0.1:1', 'host.example:2'] }))
    assert.deepEqual(readConfig({}, { TRENDPULSE_CONFIG: file }).config.allowPrivate, ['127.0.0.1:1', 'host.example:2'])
    const listed = readConfig({}, { TRENDPULSE_ALLOW_PRIVATE: ' [::1]:80 ,, host.example:2' })
    assert.deepEqual(listed.config.allowPrivate, ['[::1]:80', 'host.example:2'])
  })

  it('takes PORT alone as the port, unless an address is given', () => {
    assert.equal(readConfig({}, { PORT: '9000' }).config.listen, '127.0.0.1:9000')
    assert.equal(readConfig({}, { PORT: '9000', TRENDPULSE_LISTEN: '0.0.0.0:80' }).config.listen, '0.0.0.0:80')
  })

  it('reads NAME_FILE without the line end, after NAME itself', () => {
    const file = fileOf('postgres://user:secret@127.0.0.1/news\n')
    const { config, origins } = readConfig({}, { DATABASE_URL_FILE: file })
    assert.deepEqual(
      [config.databaseUrl, origins.databaseUrl],
      ['postgres://user:secret@127.0.0.1/news', 'environment'],
    )
    const both = readConfig({}, { DATABASE_URL_FILE: file, DATABASE_URL: 'postgres://other/news' })
    assert.equal(both.config.databaseUrl, 'postgres://other/news')
  })
})

describe('what is refused', () => {
  const wrong: [variable: string, value: string, right: RegExp][] = [
    ['TRENDPULSE_LISTEN', '8080', /must be HOST:PORT, such as 127\.0\.0\.1:8080/],
    ['TRENDPULSE_BASE_URL', 'ftp://news.example', /http or https address/],
    ['TRENDPULSE_WORKERS', '0', /auto or a whole number from 1 to 64/],
    ['TRENDPULSE_WORKERS', 'two', /auto/],
    ['TRENDPULSE_LANGUAGES', 'de,klingon!', /language tag, such as de or zh-Hans/],
    ['TRENDPULSE_POLLS', '257', /<=256/],
    ['TRENDPULSE_DEMO', 'yes', /"auto"\|"off"/],
    ['TRENDPULSE_MAIL_FROM', 'news@a.example, all@b.example', /must be an address/],
    ['TRENDPULSE_NTFY_URL', 'ntfy.sh', /http or https address/],
    ['TRENDPULSE_ALLOW_PRIVATE', '10.0.0.1', /must be HOST:PORT/],
  ]
  for (const [variable, value, right] of wrong)
    it(`${variable}=${value}: the message names both, and what would be right`, () => {
      const message = refusal(() => readConfig({}, { [variable]: value }))
      assert.ok(message.startsWith(`${variable} is "${value}": `), message)
      assert.match(message, right)
    })

  it('a secret is never shown', () => {
    const message = refusal(() => readConfig({}, { DATABASE_URL: 'mysql://user:hunter2@db' }))
    assert.match(message, /^DATABASE_URL is \(hidden\): .*postgres:\/\//)
    assert.doesNotMatch(message, /hunter2/)
    const proxy = refusal(() => readConfig({}, { TRENDPULSE_PROXY: 'user:hunter2@proxy:3128' }))
    assert.match(proxy, /^TRENDPULSE_PROXY is \(hidden\): must be an http or https address/)
    const smtp = refusal(() => readConfig({}, { TRENDPULSE_SMTP_URL: 'http://user:hunter2@mail' }))
    assert.match(smtp, /^TRENDPULSE_SMTP_URL is \(hidden\): must be smtp:/)
  })

  it('files that cannot be read, are no JSON, or name unknown options', () => {
    assert.match(
      refusal(() => readConfig({}, { DATABASE_URL_FILE: '/nowhere/secret' })),
      /^DATABASE_URL_FILE cannot be read: \/nowhere\/secret$/,
    )
    assert.match(
      refusal(() => readConfig({}, { TRENDPULSE_CONFIG: '/nowhere/config.json' })),
      /\/nowhere\/config\.json/,
    )
    const broken = fileOf('{"listen":')
    assert.ok(refusal(() => readConfig({}, { TRENDPULSE_CONFIG: broken })).includes(broken))
    const unknown = fileOf('{"lisen": "127.0.0.1:1"}')
    assert.match(
      refusal(() => readConfig({}, { TRENDPULSE_CONFIG: unknown })),
      /unknown option lisen; known are listen, data/,
    )
  })

  it('ends a verb with one line and exit code 2', async () => {
    const ran = await runVerb(['config'], { env: { TRENDPULSE_POLLS: 'many' } })
    assert.equal(ran.code, 2)
    assert.match(ran.err, /^trendpulse: TRENDPULSE_POLLS is "many": .*\n$/)
  })
})

it('the config verb shows each value and its origin, and a secret only as set', async () => {
  const env = { DATABASE_URL: 'postgres://user:hunter2@127.0.0.1/news', TRENDPULSE_NAME: 'The Daily Test' }
  const ran = await runVerb(['config', '--json'], { env })
  assert.doesNotMatch(ran.out, /hunter2/)
  const rows = new Map((JSON.parse(ran.out) as { name: string }[]).map((row) => [row.name, row]))
  assert.deepEqual(rows.get('name'), {
    name: 'name',
    env: 'TRENDPULSE_NAME',
    value: 'The Daily Test',
    from: 'environment',
  })
  assert.deepEqual(rows.get('databaseUrl'), {
    name: 'databaseUrl',
    env: 'DATABASE_URL',
    value: '(set)',
    from: 'environment',
  })
  assert.equal(rows.size, NAMES.length)
})
