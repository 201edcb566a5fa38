import type { OpmlFeed, ReadIssue } from '../model/entry.ts'
import { newIssueList } from './issues.ts'
import { isWebUrl } from './join-url.ts'
import { MAX_DEPTH, MAX_ENTRIES } from './limits.ts'
import { readAttributes } from './markup-attributes.ts'
import { escapeAttribute, escapeText } from './references.ts'
import { type XmlHandler, XmlScanner } from './xml-scanner.ts'

/**
 * Reads the subscriptions of an OPML list in order, each with the folders above it. Never throws;
 * an outline whose address is none of the web is left out and told as an issue.
 *
 * **Source:** OPML 2.0, "Subscription lists"; attribute names are compared without case, since many writers differ from it.
 */
export function readOpml(text: string): { feeds: OpmlFeed[]; issues: ReadIssue[] } {
  const issues = newIssueList()
  const handler = new OpmlHandler(issues.add)
  const scanner = new XmlScanner(handler)
  scanner.write(text)
  scanner.end()
  return { feeds: handler.feeds, issues: [...issues.all] }
}

class OpmlHandler implements XmlHandler {
  readonly feeds: OpmlFeed[] = []
  readonly issue: XmlHandler['issue']
  /** Titles of the outlines that are open; null for one that is a feed or has no name, which is no folder. */
  private readonly open: (string | null)[] = []

  constructor(issue: XmlHandler['issue']) {
    this.issue = issue
  }

  startTag(name: string, source: string, selfClosing: boolean): void {
    if (name.toLowerCase() !== 'outline') return
    const attributes = new Map([...readAttributes(source)].map(([key, value]) => [key.toLowerCase(), value.trim()]))
    const title = attributes.get('title') || attributes.get('text') || null
    const address = attributes.get('xmlurl')
    if (address !== undefined) this.addFeed(address, title, attributes.get('htmlurl') || null)
    if (!selfClosing) this.open.push(address === undefined ? title : null)
  }

  private addFeed(address: string, title: string | null, siteUrl: string | null): void {
    const url = address.replace(/^feed:(?:\/\/)?(?=https?:)/iu, '').replace(/^feed:\/\//iu, 'http://')
    if (!isWebUrl(url)) {
      this.issue('bad-address', address)
      return
    }
    if (this.feeds.length >= MAX_ENTRIES) {
      this.issue('too-many-feeds', `only the first ${MAX_ENTRIES} are kept`)
      return
    }
    const folder = this.open.slice(0, MAX_DEPTH).filter((name) => name !== null)
    this.feeds.push({ url, title, siteUrl: siteUrl && isWebUrl(siteUrl) ? siteUrl : null, folder })
  }

  endTag(name: string): void {
    if (name.toLowerCase() === 'outline') this.open.pop()
  }

  text(): void {}
  cdata(): void {}
  doctype(): void {}
}

type Folder = { folders: Map<string, Folder>; feeds: OpmlFeed[] }

/** Writes subscriptions as OPML 2.0, feeds of one folder together, in the order of their first mention. */
export function writeOpml(title: string, feeds: readonly OpmlFeed[]): string {
  const root: Folder = { folders: new Map(), feeds: [] }
  for (const feed of feeds) {
    let folder = root
    for (const name of feed.folder.slice(0, MAX_DEPTH)) {
      const inner: Folder = folder.folders.get(name) ?? { folders: new Map(), feeds: [] }
      folder.folders.set(name, inner)
      folder = inner
    }
    folder.feeds.push(feed)
  }
  const body = folderLines(root, '    ').join('\n')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head>\n    <title>${escapeText(printable(title))}</title>\n  </head>\n  <body>\n${body}\n  </body>\n</opml>\n`
}

function folderLines(folder: Folder, indent: string): string[] {
  const lines: string[] = []
  for (const [name, inner] of folder.folders) {
    lines.push(
      `${indent}<outline${attribute('text', name)}${attribute('title', name)}>`,
      ...folderLines(inner, `${indent}  `),
      `${indent}</outline>`,
    )
  }
  for (const { url, title, siteUrl } of folder.feeds) {
    const text = title ?? url
    lines.push(
      `${indent}<outline type="rss"${attribute('text', text)}${attribute('title', title)}${attribute('xmlUrl', url)}${attribute('htmlUrl', siteUrl)}/>`,
    )
  }
  return lines
}

function attribute(name: string, value: string | null): string {
  return value === null ? '' : ` ${name}="${escapeAttribute(printable(value)).replace(/[\t\n\r]/gu, ' ')}"`
}

/** Text without the control characters that XML cannot hold. **Source:** XML 1.0 §2.2. */
function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '').toWellFormed()
}
