import type { Entry, OpmlFeed } from './entry.ts'

/** The program whose shape an export has; several write that of Google Reader. */
export type ExportShape = 'google-reader' | 'miniflux' | 'newsblur' | 'feedbin' | 'opml'

/** One article of another reader, and what its reader did with it there. */
export type ExportedItem = {
  entry: Entry
  feedUrl: string | null
  feedTitle: string | null
  read: boolean
  starred: boolean
}

/** What one file of another reader holds. `labelled`: items with labels of their reader's own, which have no place here. */
export type ReaderExport = {
  shape: ExportShape
  feeds: readonly OpmlFeed[]
  items: readonly ExportedItem[]
  labelled: number
  /** Items beyond the limit, which were left out. */
  left: number
}

/** One file inside an archive: where its bytes lie, and whether they are deflated. */
export type ArchivedFile = { name: string; start: number; end: number; deflated: boolean; size: number }
