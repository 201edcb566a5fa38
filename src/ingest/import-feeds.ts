import type { OpmlFeed, ReadIssue } from '../model/entry.ts'
import { AppError } from '../model/errors.ts'
import type { FeedImport, ImportedFeed } from '../model/feed-import.ts'
import type { EpochMs } from '../model/time.ts'
import { addFeed } from '../store/feeds.ts'
import type { Store } from '../store/store.ts'
import { type Reading, unhopedFor } from './read-entry.ts'

/** Subscriptions taken of one list: ten times what large collections hold. */
const MAX_FEEDS = 10_000
/** Characters of an address or name that are kept. */
const MAX_URL_UNITS = 2_000
const MAX_NAME_UNITS = 200

/**
 * Adds every subscription of an OPML document that the store does not hold, each due at once; the network is asked later, by the polls.
 * @throws AppError invalid for bytes that are no such list
 */
export async function importFeedList(
  reading: Reading & { store: Store },
  name: string,
  bytes: Uint8Array,
): Promise<FeedImport> {
  const nowMs = reading.now()
  const answer = await reading.pool.run({ kind: 'document', bytes, url: null, contentType: null, nowMs })
  if (answer.kind !== 'document') throw new AppError('invalid', `${name}: ${unhopedFor(answer, 'no list')}`)
  const { format, feeds, document } = answer.value
  if (format !== 'opml') throw new AppError('invalid', `${name}: that is no OPML list (it looks like ${format})`)
  const issues = document.issues.filter((issue) => issue.reason === 'bad-address')
  if (feeds.length + issues.length === 0) throw new AppError('invalid', `${name}: no feed is named in it`)
  return addSubscriptions(reading.store, feeds, issues, nowMs)
}

/** Adds subscriptions; `issues` are those outlines whose address is none of the web. */
export async function addSubscriptions(
  store: Store,
  feeds: readonly OpmlFeed[],
  issues: readonly ReadIssue[],
  nowMs: EpochMs,
): Promise<FeedImport> {
  const told: ImportedFeed[] = issues.map(({ detail }) => ({
    url: detail,
    title: null,
    folder: null,
    outcome: 'refused',
    reason: 'no http or https address',
  }))
  for (const feed of feeds.slice(0, MAX_FEEDS)) {
    const folder = feed.folder.join(' / ').slice(0, MAX_NAME_UNITS) || null
    const title = feed.title?.slice(0, MAX_NAME_UNITS) ?? null
    const url = URL.parse(feed.url)
    const refused = (reason: string): ImportedFeed => ({
      url: feed.url.slice(0, MAX_NAME_UNITS),
      title,
      folder,
      outcome: 'refused',
      reason,
    })
    if (url === null || !/^https?:$/.test(url.protocol)) told.push(refused('no http or https address'))
    else if (feed.url.length > MAX_URL_UNITS) told.push(refused(`an address of over ${MAX_URL_UNITS} characters`))
    else if (url.username !== '' || url.password !== '') told.push(refused('its address holds a name or password'))
    else {
      const { added } = await addFeed(
        store,
        { url: feed.url, kind: 'feed', title, siteUrl: feed.siteUrl, folder },
        nowMs,
      )
      told.push({ url: feed.url, title, folder, outcome: added ? 'added' : 'known', reason: null })
    }
  }
  return { feeds: told, left: Math.max(0, feeds.length - MAX_FEEDS) }
}
