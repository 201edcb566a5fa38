import type { Entry } from '../model/entry.ts'
import { parseFeedDate } from '../text/feed-date.ts'
import { foldSpace } from './embedded-html.ts'
import { innerBase, isWebUrl, joinUrl } from './join-url.ts'
import { MAX_DEPTH } from './limits.ts'
import { type Attributes, readAttributes } from './markup-attributes.ts'
import { scanPage } from './page-tags.ts'
import { decodeReferences } from './references.ts'

/** Links looked at on one page. */
const MAX_LINKS = 5_000
/** A headline is longer than the name of a section and shorter than a paragraph, in UTF-16 units. */
const MIN_HEADLINE_UNITS = 22
const MIN_UNSPACED_UNITS = 8
const MAX_HEADLINE_UNITS = 300
/** Links of one structure that make a list. */
const MIN_REPEATED = 3
/** Share of headlines among the links of one structure: menus and tag clouds have few. */
const MIN_HEADLINE_SHARE = 0.6
/** Places of a page that hold links to everywhere but the news. */
const CHROME_TAG = /^(?:nav|footer|form|select)$/u
const CHROME_CLASS =
  /(?:^|[\s_-])(?:nav|navbar|menu|footer|breadcrumbs?|pagination|pager|share|social|cookie|login|sidebar-links|tags?)(?:[\s_-]|$)/iu
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const HEADING = /^h[1-6]$/u
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

type OpenTag = { name: string; signature: string; number: number; isChrome: boolean }
type Moment = { found: string; path: readonly number[]; order: number }
type Link = { url: string; text: string; signature: string; path: readonly number[]; order: number; isHeading: boolean }

/**
 * Entries of a page that lists articles and has no feed, in page order: links whose place in the page's structure repeats
 * and whose texts read like headlines. Dates come from the `time` element that shares the closest container.
 * Empty where nothing repeats: an article page, a form, an empty page.
 */
export function readListing(html: string, url: string): Entry[] {
  const collector = new LinkCollector(url)
  scanPage(html, collector)
  const { links, moments } = collector
  const groups = Map.groupBy(links, ({ signature }) => signature)
  const chosen = [...groups.values()].filter(isHeadlineGroup).flat()
  const best = new Map<string, Link>()
  for (const link of chosen) {
    if (!isHeadline(link.text)) continue
    const known = best.get(link.url)
    if (!known || (link.isHeading && !known.isHeading))
      best.set(link.url, known ? { ...link, order: known.order } : link)
  }
  if (best.size < MIN_REPEATED) return []
  return [...best.values()].sort((one, other) => one.order - other.order).map((link) => entryOf(link, moments))
}

function isHeadlineGroup(group: readonly Link[]): boolean {
  if (new Set(group.map(({ url }) => url)).size < MIN_REPEATED) return false
  return group.filter(({ text }) => isHeadline(text)).length >= group.length * MIN_HEADLINE_SHARE
}

function isHeadline(text: string): boolean {
  if (text.length > MAX_HEADLINE_UNITS) return false
  if (UNSPACED.test(text)) return text.length >= MIN_UNSPACED_UNITS
  return text.length >= MIN_HEADLINE_UNITS && text.split(' ').length >= 4
}

/** Walks over the page once, keeping which elements are open around each link and each `time`. */
class LinkCollector {
  readonly links: Link[] = []
  readonly moments: Moment[] = []
  private readonly stack: OpenTag[] = []
  private readonly page: { url: string; host: string }
  private base: string | null
  private count = 0
  private link: Link | null = null

  constructor(url: string) {
    this.page = { url: withoutFragment(url), host: hostOf(url) }
    this.base = url
  }

  startTag(written: string, source: string, selfClosing: boolean): void {
    const name = written.toLowerCase()
    const attributes = readAttributes(source)
    this.count++
    if (name === 'base') this.base = innerBase(this.page.url, attributes.get('href'))
    if (name === 'time') this.takeMoment(attributes.get('datetime') ?? '')
    if (this.link && HEADING.test(name)) this.link.isHeading = true
    const isInChrome = this.stack.at(-1)?.isChrome === true
    if (name === 'a' && !isInChrome && this.links.length < MAX_LINKS) this.link = this.openLink(attributes)
    if (selfClosing || VOID.has(name) || this.stack.length >= MAX_DEPTH) return
    const classes = attributes.get('class') ?? ''
    const isChrome =
      isInChrome || CHROME_TAG.test(name) || CHROME_CLASS.test(`${classes} ${attributes.get('id') ?? ''}`)
    this.stack.push({ name, signature: `${name}.${firstClass(classes)}`, number: this.count, isChrome })
  }

  endTag(written: string): void {
    const name = written.toLowerCase()
    if (name === 'a' && this.link) {
      this.link.text = foldSpace(decodeReferences(this.link.text))
      this.links.push(this.link)
      this.link = null
    }
    const at = this.stack.findLastIndex((tag) => tag.name === name)
    if (at !== -1) this.stack.length = at
  }

  text(raw: string): void {
    if (this.link && this.link.text.length <= MAX_HEADLINE_UNITS * 2) this.link.text += ` ${raw}`
  }

  private takeMoment(found: string): void {
    if (found !== '' && this.moments.length < MAX_LINKS)
      this.moments.push({ found, path: this.path(), order: this.count })
  }

  /** A link to another page of the same site; null for others. */
  private openLink(attributes: Attributes): Link | null {
    const href = attributes.get('href') ?? ''
    if (href === '' || href.startsWith('#')) return null
    const url = withoutFragment(joinUrl(this.base, href))
    if (!isWebUrl(url) || url === this.page.url || !isSameSite(url, this.page.host)) return null
    const around = this.stack.slice(-4).map(({ signature }) => signature)
    const signature = `${around.join('>')}>a.${firstClass(attributes.get('class') ?? '')}`
    const isHeading = this.stack.slice(-3).some(({ name }) => HEADING.test(name))
    return { url, text: '', signature, path: this.path(), order: this.count, isHeading }
  }

  private path(): number[] {
    return this.stack.map(({ number }) => number)
  }
}

/** The first class, digits taken off: what tells kinds of elements apart, not elements. */
function firstClass(classes: string): string {
  return (classes.trim().split(/\s/u, 1)[0] ?? '').replace(/\d+/gu, '')
}

/** One of two hosts of one site lies under the other: `news.a.example` and `a.example`. The front page itself is no article. */
function isSameSite(url: string, host: string): boolean {
  if (!URL.canParse(url) || new URL(url).pathname === '/') return false
  const found = hostOf(url)
  return found === host || found.endsWith(`.${host}`) || host.endsWith(`.${found}`)
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./u, '') : ''
}

function withoutFragment(url: string): string {
  const hash = url.indexOf('#')
  return hash === -1 ? url : url.slice(0, hash)
}

function entryOf(link: Link, moments: readonly Moment[]): Entry {
  const date = closestMoment(link, moments)
  return {
    id: link.url, url: link.url, title: link.text, titleText: link.text, summary: null, content: null, authors: [],
    published: date === null ? null : (parseFeedDate(date)?.iso ?? null), updated: null, categories: [], enclosures: [], comments: null, language: null,
  } // biome-ignore format: empty parts in two lines
}

/** Of the moments before and behind a link, the one that lies in the closest common container; behind it where both do. */
function closestMoment(link: Link, moments: readonly Moment[]): string | null {
  const next = moments.findIndex(({ order }) => order > link.order)
  const behind = next === -1 ? undefined : moments[next]
  const before = next === -1 ? moments.at(-1) : moments[next - 1]
  const shared = (moment: Moment | undefined): number => {
    if (!moment) return -1
    const differs = moment.path.findIndex((number, index) => number !== link.path[index])
    return differs === -1 ? moment.path.length : differs
  }
  // A container that holds the whole list is no tie between one link and one moment.
  const closest = shared(behind) >= shared(before) ? behind : before
  return closest && link.path.length - shared(closest) <= 3 ? closest.found : null
}
