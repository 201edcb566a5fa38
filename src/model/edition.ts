/**
 * Which articles an edition is made of. A list that is absent or empty says nothing. An article is in where a folder, feed or host of
 * `include` is its own (any, where none is named), its language is among `include.languages` (any, where none is named), and nothing of
 * `exclude` is its own.
 */
export type EditionSources = { include?: SourceChoice | undefined; exclude?: SourceChoice | undefined }

export type SourceChoice = {
  /** Folders of sources with all below them, outermost first, parted by ` / `. */
  folders?: readonly string[] | undefined
  /** Addresses of feeds, as they stand among the sources. */
  feeds?: readonly string[] | undefined
  /** Hosts of articles, in lower case; `example.org` holds `news.example.org` too. */
  hosts?: readonly string[] | undefined
  /** Languages of articles (BCP 47); `de` holds `de-AT` too. */
  languages?: readonly string[] | undefined
}

/** An edition as the store knows it. */
export type EditionChoice = { key: string; sources: EditionSources }
