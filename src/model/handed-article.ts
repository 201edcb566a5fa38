/** An article as its publisher hands it in. Times as they stand in feeds: RFC 3339, a date stays a date. At least one of text and html. */
export type HandedArticle = {
  url: string
  title: string
  /** Plain text, paragraphs parted by an empty line. */
  text?: string | undefined
  html?: string | undefined
  published?: string | undefined
  modified?: string | undefined
  /** BCP 47. */
  language?: string | undefined
  authors?: readonly string[] | undefined
  tags?: readonly string[] | undefined
  /** What the publisher calls itself. */
  site?: string | undefined
}

/** What became of it: `known` is stored as it was; `failed` says why, in a sentence part. */
export type HandedOutcome =
  | { url: string; outcome: 'new' | 'updated' | 'known'; key: string }
  | { url: string; outcome: 'failed'; reason: string }
