import { setTimeout as sleep } from 'node:timers/promises'
import type { ListEntry } from '../model/list.ts'
import { createRelatedIndex, type RelatedDoc, type RelatedIndex, type RelatedOptions } from '../rank/related.ts'
import { ownArticleIds, type SiteScope } from '../store/own-articles.ts'
import type { Store } from '../store/store.ts'

/** An article for Related, with where it stands. */
export type PlacedDoc = RelatedDoc & { host: string | null; feedId: number | null }

/** Newest articles of one site that Related is found among: about 2 kB each. */
const OWN_ARTICLES = 5_000
/** Sites whose articles are kept beside those of all; the one asked for longest ago goes. */
const MAX_SITES = 4
/** How long a first request waits for a site's articles; later ones have them, this one is answered from the newest of all sites. */
const PATIENCE_MS = 300
/** Articles read at once while a site's are read. */
const BATCH = 50

type OwnIndex = {
  scope: SiteScope
  index: RelatedIndex
  ids: ReadonlySet<number>
  isLoaded: boolean
  loading: Promise<void>
}

/** Related among the articles of one site: what is rare is counted within it, so that the name of its town is no reason. */
export interface OwnIndexes {
  /** Of `shared`, the index of all sites, until the site's own articles have been read. */
  related(
    scope: SiteScope,
    articleId: number,
    asked: { shared: RelatedIndex; options: RelatedOptions },
  ): Promise<ListEntry<number>[]>
  /** Takes in what was stored, where its site is kept. */
  offer(doc: PlacedDoc): void
  clear(): void
}

export function createOwnIndexes(
  store: Store,
  docsOf: (ids: readonly number[]) => Promise<readonly PlacedDoc[]>,
): OwnIndexes {
  const kept = new Map<string, OwnIndex>()
  let turn: Promise<unknown> = Promise.resolve()

  const fill = async (own: OwnIndex) => {
    for (const ids of batches([...own.ids].reverse())) {
      const begunMs = performance.now()
      for (const doc of await docsOf(ids)) own.index.add(doc)
      await sleep(performance.now() - begunMs) // half of the time is for requests: anybody may ask for any site
    }
    own.isLoaded = true
  }
  const open = async (scope: SiteScope): Promise<OwnIndex> => {
    const name = JSON.stringify(scope)
    const there = kept.get(name)
    if (there) {
      kept.delete(name)
      kept.set(name, there)
      return there
    }
    const ids = new Set(await ownArticleIds(store, scope, OWN_ARTICLES))
    const index = createRelatedIndex({ maxDocs: OWN_ARTICLES })
    const own: OwnIndex = { scope, index, ids, isLoaded: false, loading: Promise.resolve() }
    own.loading = turn.then(() => fill(own))
    turn = own.loading.catch(() => kept.delete(name)) // one site after another; one that failed is read again
    if (ids.size > 0) kept.set(name, own)
    if (kept.size > MAX_SITES) kept.delete(kept.keys().next().value!)
    return own
  }
  return {
    related: async (scope, articleId, { shared, options }) => {
      const own = await open(scope)
      if (!own.isLoaded) await Promise.race([own.loading, sleep(PATIENCE_MS)])
      const found = own.isLoaded ? own.index : shared
      const among = (id: number) => own.ids.has(id)
      const known = found.related(articleId, own.isLoaded ? options : { ...options, among })
      if (known.length > 0) return known
      const [doc] = await docsOf([articleId]) // older than all that is kept
      return doc ? found.related(doc, own.isLoaded ? options : { ...options, among }) : []
    },
    offer: (doc) => {
      for (const { scope, index } of kept.values()) if (isOf(doc, scope)) index.add(doc)
    },
    clear: () => kept.clear(),
  }
}

function isOf({ host, owner, feedId }: PlacedDoc, scope: SiteScope): boolean {
  return 'feedId' in scope ? feedId === scope.feedId : host === scope.host || owner === scope.host
}

function* batches(ids: readonly number[]): Generator<readonly number[]> {
  for (let start = 0; start < ids.length; start += BATCH) yield ids.slice(start, start + BATCH)
}
