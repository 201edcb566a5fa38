import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'

const run = promisify(execFile)
/** A reload over loopback takes well under a second a feed. */
const TIMEOUT_MS = 60_000

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
  articles: () => Known[]
  remove: () => void
}

/** A newsboat with some lines of configuration. */
export function newsboat(config: readonly string[]): Newsboat {
  const folder = mkdtempSync(join(tmpdir(), 'newsboat-'))
  const at = (name: string) => join(folder, name)
  writeFileSync(at('config'), `${config.join('\n')}\n`)
  writeFileSync(at('urls'), '')
  return {
    execute: async (...commands) => {
      const args = ['-C', at('config'), '-c', at('cache.db'), '-u', at('urls'), '-x', ...commands]
      // Its own folder as home: nothing of the user's newsboat is read or written.
      const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder }
      const { stdout } = await run('newsboat', args, { timeout: TIMEOUT_MS, env })
      return stdout
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
