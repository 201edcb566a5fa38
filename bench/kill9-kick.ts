import { DatabaseSync } from 'node:sqlite'

/**
 * Makes every feed of an embedded store due and waits until all were polled since, or the time is over: as if the owner had asked.
 * Use: node bench/kill9-kick.ts FILE [MILLISECONDS, default 8000]
 */
const [path = '', patience = '8000'] = process.argv.slice(2)
const file = new DatabaseSync(path, { timeout: 5_000 })
const startMs = Date.now()
file.prepare("update feed set next_poll_ms = 0 where kind = 'feed'").run()
const left = file.prepare("select count(*) as n from feed where kind = 'feed' and coalesce(last_polled_ms, 0) < ?")
while (Date.now() - startMs < Number(patience) && (left.get(startMs) as { n: number }).n > 0)
  await new Promise((resolve) => setTimeout(resolve, 50))
file.close()
