import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { AppError } from '../model/errors.ts'
import { readEditionsFile, sectionsOfLine } from './editions-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'trendpulse-test-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function fileOf(content: unknown): string {
  const path = join(folder, 'editions.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const edition = (rest: object = {}) => ({ key: 'harbour', hosts: ['harbour.test'], name: 'Harbour', ...rest })

function refusal(content: unknown): string {
  try {
    readEditionsFile(fileOf(content))
  } catch (error) {
    assert.ok(error instanceof AppError && error.code === 'invalid')
    return error.message
  }
  throw new assert.AssertionError({ message: 'nothing was refused' })
}

it('the example of the guide can be read', () => {
  const { editions, refusesUnknown } = readEditionsFile('examples/editions.json')
  assert.equal(refusesUnknown, false)
  assert.deepEqual(
    editions.map((one) => one.key),
    ['harbour', 'rund'],
  )
  assert.ok(editions.every((one) => one.sources !== null))
})

it('what is left out is left to the whole site, a logo is beside the file, a host is in lower case', () => {
  const [one] = readEditionsFile(
    fileOf({ editions: [edition({ hosts: ['Harbour.TEST'], logo: 'sign.svg', baseUrl: 'https://harbour.test/' })] }),
  ).editions
  assert.deepEqual(one, {
    key: 'harbour',
    hosts: ['harbour.test'],
    name: 'Harbour',
    tagline: null,
    baseUrl: 'https://harbour.test',
    logo: join(folder, 'sign.svg'),
    accent: null,
    language: null,
    languages: null,
    reactions: null,
    sections: null,
    sources: null,
  })
})

it('sources that name nothing are no choice: the edition shows everything', () => {
  for (const sources of [{}, { include: {} }, { include: { folders: [] }, exclude: { hosts: [] } }])
    assert.equal(readEditionsFile(fileOf({ editions: [edition({ sources })] })).editions[0]?.sources, null)
  const sources = { exclude: { languages: ['fi'] } }
  assert.deepEqual(readEditionsFile(fileOf({ editions: [edition({ sources })] })).editions[0]?.sources, sources)
})

it('a section is one of ours, one of ours under another name, or one of the owner’s own', () => {
  const sections = [
    'sports',
    { slug: 'economy', name: 'Money' },
    { slug: 'ferries', name: { en: 'Ferries', de: 'Fähren' }, searches: ['ferry'] },
  ]
  assert.deepEqual(readEditionsFile(fileOf({ editions: [edition({ sections })] })).editions[0]?.sections, [
    { slug: 'sports', section: 'sports', names: {}, searches: [] },
    { slug: 'economy', section: 'economy', names: { '*': 'Money' }, searches: [] },
    { slug: 'ferries', section: null, names: { en: 'Ferries', de: 'Fähren' }, searches: ['ferry'] },
  ])
})

it('what is wrong is said with its place in the file', () => {
  const cases: [unknown, RegExp][] = [
    ['{', /editions\.json: .*JSON/],
    [{ editions: [] }, /editions: /],
    [
      { editions: [edition({ hosts: ['http://harbour.test'] })] },
      /editions\[0\]\.hosts\[0\]: “http:\/\/harbour\.test” is no host name/,
    ],
    [{ editions: [edition({ hosts: ['harbour.test:80'] })] }, /editions\[0\]\.hosts\[0\]: .*no port/],
    [{ editions: [edition({ colour: 'red' })] }, /editions\[0\]: .*colour/],
    [{ editions: [edition({ sections: ['weather'] })] }, /editions\[0\]\.sections\[0\]: must be one of society/],
    [
      { editions: [edition({ sections: [{ slug: 'x', name: 'X', searches: ['section:weather'] }] })] },
      /editions\[0\]\.sections\[0\]\.searches\[0\]: .*weather/,
    ],
    [
      { editions: [edition({ sections: [{ slug: 'weather', name: 'Weather' }] })] },
      /editions\[0\]\.sections: weather is no section of ours: it needs searches/,
    ],
    [{ editions: [edition({ sections: ['sports', { slug: 'sports', name: 'Play' }] })] }, /sports stands there twice/],
    [
      { editions: [edition({ sources: { include: { host: ['a.test'] } } })] },
      /editions\[0\]\.sources\.include: .*host/,
    ],
    [
      { editions: [edition({ sources: { include: { languages: ['German'] } } })] },
      /languages\[0\]: must be a language tag/,
    ],
    [{ editions: [edition(), edition({ hosts: ['other.test'] })] }, /two editions have the key harbour/],
    [{ editions: [edition(), edition({ key: 'other' })] }, /harbour\.test is named by two editions, harbour and other/],
    [{ editions: [edition()], unknownHosts: 'drop' }, /unknownHosts: must be whole or refuse/],
  ]
  for (const [content, message] of cases) assert.match(refusal(content), message)
})

it('a line of sections gives order and names; one that is none is refused', () => {
  assert.equal(sectionsOfLine([]), null)
  assert.deepEqual(
    sectionsOfLine(['sports', 'economy = Money'])?.map(({ slug, names }) => [slug, names]),
    [
      ['sports', {}],
      ['economy', { '*': 'Money' }],
    ],
  )
  assert.throws(() => sectionsOfLine(['weather']), /TRENDPULSE_SECTIONS: “weather” is no section: society, /)
})
