import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, it } from 'node:test'
import { FILTERS } from '../src/verbs/filters.ts'
import { VERBS } from '../src/verbs/verbs.ts'
import { throwAwayFolder } from './engines.ts'
import { runVerb } from './run-verb.ts'

const PAGES = [...globSync('*.md'), ...globSync('docs/**/*.md')]

type Example = { command: string; printed: string[] }

/** Commands of a page's console blocks with what the page says they print. */
function examplesOf(page: string): Example[] {
  const blocks = [...readFileSync(page, 'utf8').matchAll(/```console\n([\s\S]*?)```/g)]
  return blocks.flatMap(([, block]) =>
    block!
      .split(/^\$ /m)
      .filter((part) => part.startsWith('./trendpulse '))
      .map((part) => {
        const [command, ...printed] = part.trimEnd().split('\n')
        return { command: command!, printed }
      }),
  )
}

/** Which names a text is about changes with every training of the tagger: that line is not compared. */
const isTagLine = (line: string) => /^(?: {2})?in {6}/i.test(line)

describe('pages', () => {
  it('link to nothing that is not there', () => {
    assert.ok(PAGES.length > 20)
    const links = PAGES.flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/\]\(([^)\s#]+)[^)]*\)/g)].map(([, target]) => ({
        page,
        target: target!,
      })),
    )
    const local = links.filter(({ target }) => !/^[a-z]+:/i.test(target))
    assert.ok(local.length > 50)
    assert.deepEqual(
      local.filter(({ page, target }) => !existsSync(join(dirname(page), target))),
      [],
    )
  })

  it('ARCHITECTURE.md names no file that is not there', () => {
    const named = [...readFileSync('ARCHITECTURE.md', 'utf8').matchAll(/`((?:src|tests|docs)\/[\w/.-]+\.\w+)`/g)]
    assert.ok(named.length > 30)
    assert.deepEqual(
      named.map(([, file]) => file!).filter((file) => !existsSync(file)),
      [],
    )
  })

  it('the README names every verb and filter, and the index every decision', () => {
    const readme = readFileSync('README.md', 'utf8')
    for (const name of [...Object.keys(VERBS), ...Object.keys(FILTERS)])
      assert.match(readme, new RegExp(`\`${name}\\b`), name)
    const index = readFileSync('docs/decisions/README.md', 'utf8')
    for (const file of globSync('*.md', { cwd: 'docs/decisions' }))
      if (file !== 'README.md') assert.ok(index.includes(`(${file})`), file)
  })
})

it('the three minutes of the README print what it says', async () => {
  const data = join(throwAwayFolder(), 'data')
  const examples = examplesOf('README.md')
  assert.ok(examples.length >= 3)
  for (const { command, printed } of examples) {
    const { out, code } = await runVerb(command.split(' ').slice(1), { env: { TRENDPULSE_DATA: data } })
    assert.equal(code, 0, command)
    const lines = out.trimEnd().split('\n')
    const isCut = printed.at(-1)?.trim() === '...'
    const told = isCut ? printed.slice(0, -1) : printed
    assert.deepEqual(
      (isCut ? lines.slice(0, told.length) : lines).filter((line) => !isTagLine(line)),
      told.filter((line) => !isTagLine(line)),
      command,
    )
  }
})
