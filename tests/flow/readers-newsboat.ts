import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)
/** A reload over loopback takes well under a second a feed. */
const TIMEOUT_MS = 8_000

/** What newsboat knows of one article after a reload. */
export type Known = {
  guid: string
  title: string
  url: string
  author: string
  unread: number
  content: string
  feed: string
}

/** The real newsboat, headless, in a folder of its own. */
export type Newsboat = {
  /** Runs its commands one after the other and gives what it printed. */
  execute: (...commands: readonly string[]) => Promise<string>
  /** Opens it in a terminal, presses some keys, and waits until a thing is so; then leaves. */
  play: (keys: readonly string[], until: () => Promise<boolean>) => Promise<void>
  articles: () => Known[]
  remove: () => void
}

/** A newsboat with some lines of configuration. */
export function newsboat(config: readonly string[]): Newsboat {
  const folder = mkdtempSync(join(tmpdir(), 'newsboat-'))
  const at = (name: string) => join(folder, name)
  writeFileSync(at('config'), `${config.join('\n')}\n`)
  writeFileSync(at('urls'), '')
  const args = ['-C', at('config'), '-c', at('cache.db'), '-u', at('urls')]
  // Its own folder as home: nothing of the user's newsboat is read or written.
  const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, TERM: 'xterm' }
  return {
    execute: async (...commands) => {
      const { stdout } = await run('newsboat', [...args, '-x', ...commands], { timeout: TIMEOUT_MS, env })
      return stdout
    },
    play: async (keys, until) => {
      const command = ['newsboat', ...args].map((word) => `'${word}'`).join(' ')
      const terminal = spawn('script', ['-qec', command, '/dev/null'], { env, stdio: ['pipe', 'pipe', 'ignore'] })
      try {
        let screen = ''
        terminal.stdout.on('data', (piece: Buffer) => {
          screen += piece.toString()
        })
        // The line of key hints stands at the foot of the first screen.
        await eventually(async () => screen.includes('q:'))
        for (const key of keys) {
          terminal.stdin.write(key)
          await setTimeout(KEY_MS)
        }
        await eventually(until)
      } finally {
        terminal.kill()
      }
    },
    articles: () => {
      const cache = new DatabaseSync(at('cache.db'), { readOnly: true })
      try {
        const rows = cache
          .prepare('select guid, title, url, author, unread, content, feedurl as feed from rss_item order by guid')
          .all()
        return rows as Known[] // columns are named in the query
      } finally {
        cache.close()
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Time to draw between two keys. */
const KEY_MS = 250

async function eventually(is: () => Promise<boolean>): Promise<void> {
  const endMs = Date.now() + TIMEOUT_MS
  while (!(await is())) {
    if (Date.now() > endMs) throw new Error('it did not come to be')
    await setTimeout(50)
  }
}
