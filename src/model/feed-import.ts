/** What became of one subscription of a list. */
export type ImportedFeed = {
  url: string
  title: string | null
  /** Folder path, outermost first, parted by ` / `; null for none. */
  folder: string | null
  outcome: 'added' | 'known' | 'refused'
  /** Why it was refused; null for what was not. */
  reason: string | null
}

/** What became of a list of subscriptions, in the order of the list; `left` of them were beyond the limit. */
export type FeedImport = { feeds: readonly ImportedFeed[]; left: number }
