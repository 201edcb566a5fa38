import type { Entry, FeedMeta, ReadIssue, SourceFormat } from '../model/entry.ts'
import { FeedBuilder } from './feed-builder.ts'
import { finishFeed } from './feed-draft.ts'
import { type IssueList, newIssueList } from './issues.ts'
import { innerBase } from './join-url.ts'
import { MAX_ENTRIES } from './limits.ts'
import { XmlScanner } from './xml-scanner.ts'

/** What is known of a feed beside its text; absent parts are null. */
export type FeedContext = {
  /** The address it was fetched from, after redirects. */
  url: string | null
  /** Content-Location of the answer: the base of relative links where it is a web address. */
  contentLocation?: string | null
  /** Content-Language of the answer: the feed's language where it names none. */
  contentLanguage?: string | null
}

/** What a feed says of itself, with its own id, which model/entry.ts has no place for. */
export type FeedHead = FeedMeta & { id: string | null }
/** What remains of a feed when its entries have been handed on. */
export type FeedEnd = { format: SourceFormat; feed: FeedHead; issues: readonly ReadIssue[] }
/** A whole feed. */
export type ParsedFeed = FeedEnd & { entries: readonly Entry[] }

/** Units read at a time of a feed that is there as a whole, so that reading can stop when there are enough entries. */
const PIECE_UNITS = 262_144

/**
 * Reads a whole RSS, RDF, Atom or CDF feed. Never throws: what is ill-formed is an issue.
 * At most MAX_ENTRIES entries, the first ones; what stands behind them is not read.
 */
export function parseFeed(text: string, context: FeedContext): ParsedFeed {
  const entries: Entry[] = []
  const issues = newIssueList()
  let isFull = false
  const keep = (entry: Entry): void => {
    if (entries.length < MAX_ENTRIES) entries.push(entry)
    else isFull = true
  }
  const reader = new FeedStream(context, keep, issues)
  for (let at = 0; at < text.length && !isFull; at += PIECE_UNITS) reader.write(text.slice(at, at + PIECE_UNITS))
  if (isFull) issues.add('too-many-entries', `only the first ${MAX_ENTRIES} entries are kept`)
  return { ...reader.end(), entries }
}

/**
 * Reads a feed that comes in pieces, in constant memory: `onEntry` gets each entry as soon as it is closed.
 * Pieces may be cut anywhere, but not inside a surrogate pair's bytes: decode them with a streaming TextDecoder.
 */
export class FeedStream {
  private readonly builder: FeedBuilder
  private readonly scanner: XmlScanner
  private readonly issues: IssueList

  constructor(context: FeedContext, onEntry: (entry: Entry) => void, issues: IssueList = newIssueList()) {
    this.issues = issues
    const base = innerBase(context.url, context.contentLocation)
    this.builder = new FeedBuilder({ base, language: context.contentLanguage ?? null, issues, onEntry })
    this.scanner = new XmlScanner(this.builder)
  }

  write(piece: string): void {
    this.scanner.write(piece)
  }

  /** Ends the document and gives what it said of itself. */
  end(): FeedEnd {
    this.scanner.end()
    this.builder.end()
    return { format: this.builder.format, feed: finishFeed(this.builder.feed, this.issues), issues: this.issues.all }
  }
}
