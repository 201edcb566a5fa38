import { execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import { openStore, type Store } from '../src/store/store.ts'

export type EngineName = 'sqlite' | 'postgres'
export type OpenEmptyStore = () => Promise<Store>

/** Both engines that every store test runs on. Each call of the given function opens a fresh, empty store that the test closes. */
export function onBothEngines(run: (name: EngineName, open: OpenEmptyStore) => void): void {
  run('sqlite', async () => openStore({ path: join(throwAwayFolder(), 'trendpulse.db') }))
  const cluster = startPostgres()
  let databases = 0
  run('postgres', async () => openStore({ databaseUrl: await (await cluster).createDatabase(`t${++databases}`) }))
}

/** A folder that is gone when the tests of this file are over. */
export function throwAwayFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'trendpulse-test-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export type Cluster = { createDatabase: (name: string) => Promise<string> }

/** Starts a PostgreSQL of its own on a free port, as an ordinary user, and stops it when the tests of this file are over. */
export async function startPostgres(): Promise<Cluster> {
  const folder = throwAwayFolder()
  const bin = postgresBin()
  const isRoot = process.getuid?.() === 0
  if (isRoot)
    chownSync(folder, Number(execFileSync('id', ['-u', 'postgres'])), Number(execFileSync('id', ['-g', 'postgres'])))
  const as = (command: string, args: string[]): [string, string[]] =>
    isRoot ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', command, ...args]] : [command, args]
  const data = join(folder, 'data')
  execFileSync(
    ...as(join(bin, 'initdb'), ['-D', data, '-U', 'test', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']),
    { cwd: folder, stdio: 'ignore' },
  )
  const port = await freePort()
  const settings = [
    '-c',
    'fsync=off',
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `unix_socket_directories=${folder}`,
    '-p',
    String(port),
  ]
  const [command, args] = as(join(bin, 'postgres'), ['-D', data, ...settings])
  const server = spawn(command, args, { cwd: folder, stdio: 'ignore' })
  after(() => {
    server.kill('SIGINT') // fast shutdown: clients are cut off
  })
  const address = (database: string) => `postgres://test@127.0.0.1:${port}/${database}`
  await untilItAnswers(address('postgres'))
  return {
    createDatabase: async (name) => {
      await query(address('postgres'), `create database ${name}`)
      return address(name)
    },
  }
}

function postgresBin(): string {
  const versions = readdirSync('/usr/lib/postgresql').filter((name) => /^\d+$/.test(name))
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0]
  if (!newest) throw new Error('PostgreSQL is not installed: scripts/setup.sh installs it')
  return join('/usr/lib/postgresql', newest, 'bin')
}

/** A port of the loopback that nobody listens on now. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

async function query(address: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

const START_TRIES = 150

async function untilItAnswers(address: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await query(address, 'select 1')
    } catch (error) {
      if (tries >= START_TRIES) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
