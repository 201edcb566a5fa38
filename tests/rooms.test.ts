import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { it } from 'node:test'

const PURE = ['model', 'text']
const THINKING = ['reader', 'extract', 'tag', 'story', 'pulse', 'rank', 'demo']

/** What each room may import: the table of ARCHITECTURE.md. A room absent from a line is out of its reach; `model` sees nothing. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  text: ['model'],
  ...Object.fromEntries(THINKING.map((room) => [room, PURE])),
  fetch: PURE,
  store: PURE,
  ingest: [...PURE, ...THINKING, 'fetch', 'store'],
  web: [...PURE, 'pulse', 'rank', 'store'],
  verbs: [...PURE, ...THINKING, 'fetch', 'store', 'ingest', 'web'],
}

/** Packages and modules of Node that a pure room may not touch: files, sockets, clock and threads come from outside. */
const IMPURE = /^(node:(?!util\b|assert\b|test\b)|undici$|pg$|kysely|hono|@hono)/

type Import = { file: string; target: string }

function importsOf(file: string, source: string): Import[] {
  return [...source.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, target]) => ({ file, target: target! }))
}

/** Why an import is not allowed, or null. Tests may import what they test with. */
function violation({ file, target }: Import): string | null {
  const [, room, ...inside] = file.split('/')
  if (room === undefined || inside.length === 0) return null // main.ts and worker.ts put the rooms together
  const isTest = file.endsWith('.test.ts')
  const allowed = MAY_IMPORT[room]
  if (!allowed) return `${file}: ${room} is no room of the table`
  if (!target.startsWith('.')) {
    const isPure = PURE.includes(room) || THINKING.includes(room)
    return isPure && !isTest && IMPURE.test(target) ? `${file} may not import ${target}` : null
  }
  const path = new URL(target, `file:///${file}`).pathname.split('/').slice(2)
  const other = path.length > 1 ? path[0]! : null
  if (other === null)
    return ['config.ts', 'log.ts'].includes(path[0] ?? '') && room !== 'verbs'
      ? `${file} may not import ${path[0]}`
      : null
  return other === room || allowed.includes(other) ? null : `${file} may not import ${other}`
}

it('no room imports above or beside itself', () => {
  const imports = globSync('src/**/*.ts').flatMap((file) => importsOf(file, readFileSync(file, 'utf8')))
  assert.ok(imports.length > 500, 'the pattern finds imports at all')
  assert.deepEqual(
    imports.flatMap((one) => violation(one) ?? []),
    [],
  )
})

it('pure rooms are given the moment and chance: they ask neither clock nor dice', () => {
  const files = [...PURE, ...THINKING]
    .flatMap((room) => globSync(`src/${room}/**/*.ts`))
    .filter((file) => !file.endsWith('.test.ts'))
  const asks = files.filter((file) =>
    /\b(Date\.now|Math\.random|performance\.now)\(|new Date\(\)|\bprocess\.(env|hrtime)/.test(
      readFileSync(file, 'utf8'),
    ),
  )
  assert.deepEqual(asks, [])
})

it('a planted violation is found', () => {
  assert.ok(violation({ file: 'src/story/x.ts', target: '../tag/section.ts' }))
  assert.ok(violation({ file: 'src/web/pages/x.ts', target: '../../fetch/client.ts' }))
  assert.ok(violation({ file: 'src/extract/x.ts', target: 'node:fs' }))
  assert.ok(violation({ file: 'src/model/x.ts', target: '../text/words.ts' }))
  assert.equal(violation({ file: 'src/ingest/x.ts', target: '../store/store.ts' }), null)
})
