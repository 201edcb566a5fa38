import assert from 'node:assert/strict'
import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { failureSentence } from '../src/ingest/read-entry.ts'
import { AppError, type ErrorCode, EXIT } from '../src/model/errors.ts'
import { tell } from '../src/web/errors.ts'
import { throwAwayFolder } from './engines.ts'
import { runVerb } from './run-verb.ts'

const PAGE = readFileSync('docs/errors.md', 'utf8')

/** Rows of the table under a heading, cells trimmed, code marks taken off. */
function table(heading: string): string[][] {
  const part = PAGE.split(`## ${heading}\n`)[1]?.split('\n## ')[0]
  assert.ok(part, `docs/errors.md has no part "${heading}"`)
  const rows = part.split('\n').filter((line) => line.startsWith('|'))
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

/** Names in code marks in the first column. */
const named = (heading: string) =>
  table(heading).flatMap(([first]) => [...first!.matchAll(/`([^`]+)`/g)].map((m) => m[1]!))

/** The words of a union type as its file writes them: types are gone when a test runs. */
function unionOf(file: string, type: string): string[] {
  const source = readFileSync(file, 'utf8').replaceAll(/\/\/.*$/gm, '')
  const body = new RegExp(`export type ${type} =((?:\\s*\\|?\\s*'[^']+')+)`).exec(source)?.[1]
  assert.ok(body, `${file} has no union ${type}`)
  return [...body.matchAll(/'([^']+)'/g)].map((match) => match[1]!)
}

const CODES = unionOf('src/model/errors.ts', 'ErrorCode') as ErrorCode[]

describe('docs/errors.md', () => {
  it('explains every code, and none that does not exist', () => {
    assert.ok(CODES.length >= 7)
    assert.deepEqual(named('Codes').sort(), [...CODES].sort())
  })

  it('gives each code the status that the site answers with', () => {
    for (const [code, status] of table('Codes')) {
      const name = code!.replaceAll('`', '') as ErrorCode
      assert.equal(tell(new AppError(name, 'why')).status, Number(status), name)
    }
  })

  it('lists the exit codes', () => {
    assert.deepEqual(
      table('Exit codes').map(([code]) => Number(code)),
      Object.values(EXIT).sort(),
    )
  })

  it('explains every reason of a fetch that failed', () => {
    assert.deepEqual(
      named('Why an address gives nothing').sort(),
      unionOf('src/fetch/fetch-failure.ts', 'FetchFailure').sort(),
    )
  })

  it('explains every kind of trouble of a feed that was fetched', () => {
    assert.deepEqual(named('Why a feed cannot be read').sort(), unionOf('src/ingest/open-feed.ts', 'UnreadFeed').sort())
  })

  it('has the sentence of every reason of a text that cannot be read', () => {
    const rows = table('Why a text cannot be read').map(
      ([name, sentence]) => [name!.replaceAll('`', ''), sentence!] as const,
    )
    const reasons = [...unionOf('src/model/article.ts', 'ExtractFailure'), 'crashed'] as Parameters<
      typeof failureSentence
    >[0][]
    assert.deepEqual(rows.map(([name]) => name).sort(), [...reasons].sort())
    const sentences = new Map(rows)
    for (const reason of reasons) {
      const said = failureSentence(reason, '').replace(/ \(\)$/, '')
      assert.ok(sentences.get(reason)?.startsWith(said), `${reason}: ${said}`)
    }
  })
})

it('what happened inside is told to nobody: internal errors and strangers give one sentence', () => {
  for (const cause of [new AppError('internal', 'secret path'), new Error('secret path'), 'secret path', null]) {
    const told = tell(cause)
    assert.deepEqual([told.code, told.status], ['internal', 500])
    assert.doesNotMatch(told.message, /secret/)
  }
})

describe('exit codes of verbs, as the table says', () => {
  const exitOf = (code: ErrorCode) => Number(table('Codes').find(([name]) => name === `\`${code}\``)?.[2])
  const folder = throwAwayFolder()
  const data = ['--data', join(folder, 'data')]
  const cases: [code: ErrorCode, args: string[], says: RegExp][] = [
    ['invalid', ['nosuchverb'], /there is no verb "nosuchverb"/],
    ['invalid', ['inspect', join(folder, 'nothing.html'), ...data], /there is no such file/],
    ['not_found', ['user', 'token', 'nobody', ...data], /no account named nobody/],
    ['conflict', ['user', 'add', 'ada', ...data], /an account named ada already/],
    ['too_large', ['add', join(folder, 'large.html'), ...data], /add takes up to/],
    ['upstream', ['inspect', 'http://127.0.0.1:9/', ...data], /127\.0\.0\.1/],
    ['internal', ['status', '--data', join(folder, 'file')], /cannot open the store/],
  ]
  it('each failure is one line that names what failed', async () => {
    writeFileSync(join(folder, 'file'), 'no folder')
    writeFileSync(join(folder, 'large.html'), '')
    truncateSync(join(folder, 'large.html'), 64 * 1024 * 1024 + 1)
    assert.equal((await runVerb(['user', 'add', 'ada', ...data])).code, EXIT.done)
    for (const [code, args, says] of cases) {
      const ran = await runVerb(args)
      assert.equal(ran.code, exitOf(code), `${args.join(' ')}: ${ran.err}`)
      assert.match(ran.err, says)
      assert.match(ran.err, /^trendpulse: [^\n]+\n$/)
    }
  })

  it('a filter says its code in the line, goes on, and ends with 1', async () => {
    const ran = await runVerb(['language'], {
      input: '{"id":1,"text":7}\n{"id":2,"text":"Guten Morgen, liebe Leser und Leserinnen"}\n',
    })
    assert.equal(ran.code, EXIT.someFailed)
    const [bad, good] = ran.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    assert.equal(bad.error.code, 'invalid')
    assert.equal(good.language, 'de')
  })
})
