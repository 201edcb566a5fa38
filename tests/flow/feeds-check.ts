import { Parser } from 'htmlparser2'

type Element = { name: string; attributes: Record<string, string>; text: string; children: Element[] }

/** A document as a tree; foreign markup inside is text, as it must be. */
export function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, text: '', children: [] }
  const open = [root]
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const element = { name, attributes, text: '', children: [] }
        open.at(-1)?.children.push(element)
        open.push(element)
      },
      ontext: (text) => {
        const last = open.at(-1)
        if (last) last.text += text
      },
      onclosetag: () => void open.pop(),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
  return root
}

export const childrenNamed = (element: Element | undefined, name: string) =>
  (element?.children ?? []).filter((child) => child.name === name)
export const textOf = (element: Element | undefined, name: string) => childrenNamed(element, name)[0]?.text

const RFC822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/
const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/
/** What the validator calls unsafe or relative in HTML that a feed carries. */
const UNSAFE_HTML =
  /<(script|iframe|object|embed|style|form|meta|link|base)\b|\son\w+=|\sstyle=|(?:href|src)="(?!https?:|mailto:)/i

/** What the W3C validator would object to in an RSS 2.0 document read at `self`; empty when nothing. */
export function rssFaults(xml: string, self: string): string[] {
  const faults: string[] = []
  const rss = childrenNamed(parseXml(xml), 'rss')[0]
  const channel = childrenNamed(rss, 'channel')[0]
  const must = (ok: unknown, what: string) => void (ok || faults.push(what))
  must(rss?.attributes.version === '2.0', 'rss version')
  for (const name of ['title', 'link', 'description']) must(textOf(channel, name), `channel ${name}`)
  must(isAbsolute(textOf(channel, 'link')), 'channel link absolute')
  must(LANGUAGE.test(textOf(channel, 'language') ?? ''), 'channel language')
  must(RFC822.test(textOf(channel, 'lastBuildDate') ?? ''), 'lastBuildDate')
  const atom = childrenNamed(channel, 'atom:link')[0]
  must(atom?.attributes.rel === 'self' && atom.attributes.href === self, 'self link')
  const guids = new Set<string>()
  for (const item of childrenNamed(channel, 'item')) {
    const guid = childrenNamed(item, 'guid')[0]
    must(textOf(item, 'title'), 'item title')
    must(isAbsolute(textOf(item, 'link')), 'item link')
    must(guid && !guids.has(guid.text), 'guid unique')
    must(guid?.attributes.isPermaLink === 'false' || isAbsolute(guid?.text), 'permalink guid is an address')
    must(RFC822.test(textOf(item, 'pubDate') ?? ''), 'pubDate')
    must(childrenNamed(item, 'author').length === 0, 'author would have to be a mail address')
    for (const name of ['description', 'content:encoded'])
      must(!UNSAFE_HTML.test(textOf(item, name) ?? ''), `${name} safe`)
    if (guid) guids.add(guid.text)
  }
  return faults
}

/** The same for Atom 1.0. */
export function atomFaults(xml: string, self: string): string[] {
  const faults: string[] = []
  const feed = childrenNamed(parseXml(xml), 'feed')[0]
  const must = (ok: unknown, what: string) => void (ok || faults.push(what))
  must(feed?.attributes.xmlns === 'http://www.w3.org/2005/Atom', 'namespace')
  must(LANGUAGE.test(feed?.attributes['xml:lang'] ?? ''), 'xml:lang')
  must(isAbsolute(textOf(feed, 'id')), 'id')
  must(textOf(feed, 'title'), 'title')
  must(RFC3339.test(textOf(feed, 'updated') ?? ''), 'updated')
  must(textOf(childrenNamed(feed, 'author')[0], 'name'), 'author')
  must(
    childrenNamed(feed, 'link').some((link) => link.attributes.rel === 'self' && link.attributes.href === self),
    'self link',
  )
  const ids = new Set<string>()
  for (const entry of childrenNamed(feed, 'entry')) {
    const id = textOf(entry, 'id') ?? ''
    must(/^(https?:\/\/|tag:)/.test(id) && !ids.has(id), 'entry id')
    must(textOf(entry, 'title'), 'entry title')
    must(RFC3339.test(textOf(entry, 'updated') ?? '') && RFC3339.test(textOf(entry, 'published') ?? ''), 'entry dates')
    const alternates = childrenNamed(entry, 'link').filter((link) => link.attributes.rel === 'alternate')
    must(alternates.length === 1 && isAbsolute(alternates[0]?.attributes.href), 'entry alternate link')
    for (const name of ['summary', 'content']) must(!UNSAFE_HTML.test(textOf(entry, name) ?? ''), `${name} safe`)
    ids.add(id)
  }
  return faults
}

/** The same for JSON Feed 1.1. **Source:** jsonfeed.org/version/1.1 */
export function jsonFeedFaults(text: string, self: string): string[] {
  const faults: string[] = []
  const feed = JSON.parse(text) as {
    version: string
    title: string
    home_page_url: string
    feed_url: string
    language: string
    items: Record<string, unknown>[]
  }
  const must = (ok: unknown, what: string) => void (ok || faults.push(what))
  must(feed.version === 'https://jsonfeed.org/version/1.1', 'version')
  must(feed.title && isAbsolute(feed.home_page_url) && feed.feed_url === self && LANGUAGE.test(feed.language), 'head')
  const ids = new Set<unknown>()
  for (const item of feed.items) {
    must(typeof item.id === 'string' && !ids.has(item.id), 'item id')
    must(typeof item.content_html === 'string' && !UNSAFE_HTML.test(item.content_html), 'content_html')
    must(RFC3339.test(String(item.date_published)) && RFC3339.test(String(item.date_modified)), 'dates')
    ids.add(item.id)
  }
  return faults
}

function isAbsolute(url: string | undefined): boolean {
  return url !== undefined && /^https?:\/\/[^\s<>"]+$/.test(url) && URL.canParse(url)
}
