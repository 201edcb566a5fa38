import type { PageLink, ReactionCount } from '../model/article.ts'
import { firstWrittenDate, type WrittenDate } from '../text/written-date.ts'
import { type ListName, listHeading } from './list-headings.ts'
import type { PageLine } from './page-line.ts'
import { safeUrl } from './safe-url.ts'

/** What a line is, where its own words tell. */
export type LineRole = 'breadcrumb' | 'title' | 'byline' | 'date' | 'tag' | 'reaction' | ListName

/** What the lines of a page say of it, each with the line taken for it; absent parts are null or empty. */
export type PageParts = {
  /** By index of the line; lines that are not here may be text. */
  roles: ReadonlyMap<number, LineRole>
  section: readonly string[]
  title: string | null
  channel: string | null
  siteName: string | null
  byline: readonly string[]
  views: number | null
  date: { found: string; written: WrittenDate } | null
  tags: readonly string[]
  reactions: readonly ReactionCount[]
  lists: Readonly<Record<ListName, readonly PageLink[]>>
}

type Draft = {
  baseUrl: string | null
  /** The page is HTML: its links tell lists from prose. */
  linked: boolean
  roles: Map<number, LineRole>
  section: string[]
  title: string | null
  channel: string | null
  siteName: string | null
  byline: string[]
  views: number | null
  date: { found: string; written: WrittenDate } | null
  tags: string[]
  reactions: ReactionCount[]
  lists: Record<ListName, PageLink[]>
}

/** Most lines of the head in which breadcrumb, headline, desk and date are looked for. */
const HEAD_LINES = 24
/** Longest headline, in UTF-16 units. */
const MAX_TITLE = 300
/** A line this long is prose, never a headline in a list; in UTF-16 units. */
const MAX_LIST_ENTRY = 240
/** Most entries kept of one list. */
const MAX_LIST_ENTRIES = 100
const MAX_TAGS = 50
const MAX_REACTIONS = 20

const BREADCRUMB =
  /^(?:(?:current(?: location| position)?|location|position|you are here|sie sind hier|vous êtes ici|当前位置|現在地)\s*[:：]\s*)(.{2,})$/iu
const HOME = /^(?:home(?:page)?|start(?:seite)?|accueil|inicio|início|首页|首頁|ホーム|главная)$/iu
const DATE_LABEL =
  /^(?:date|time|posted|published|publish(?:ed)? date|publication date|release time|updated|datum|fecha|data|发布时间|时间|日期)\s*[:：]\s*/iu
const VIEW = /^(.{0,80}?)\s*\bviews?\b\s*[:：(]?\s*(\d{1,3}(?:[,. ]\d{3})*|\d+)?\s*\)?$/iu
const TAGS_LABEL =
  /^(?:in|tags?|topics?|keywords|labels|filed under|schlagw(?:orte|örter)|mots[- ]clés|etiquetas|标签|タグ)\s*[:：]\s*(.*)$/iu
/** Longest line between two links of one list: a date, a rubric, a name. In UTF-16 units. */
const MAX_BETWEEN_LINKS = 60
/** What is counted on pages without being a reaction to the text. */
const NOT_REACTIONS =
  /^(?:comments?|kommentare?|commentaires?|comentarios?|photos?|images?|videos?|pages?|views?|results?|reviews?|page|chapter|part|items?)$/iu
const REACTION = /^([\p{L}][\p{L}\p{N} '’!?.-]{0,30}?)\s*[(（]\s*(\d{1,9})\s*[)）]$/u

/**
 * Reads breadcrumb, channel, headline, site, desk, date, tags, reactions and the page's own lists off its lines.
 * Links of lists are read against `baseUrl`. Only lines that say so themselves are taken; the rest is left to the classifier of text.
 */
export function readPageParts(lines: readonly PageLine[], baseUrl: string | null = null): PageParts {
  const draft: Draft = {
    baseUrl,
    linked: lines.some(({ linkShare, heading }) => linkShare > 0 || heading),
    roles: new Map(), section: [], title: null, channel: null, siteName: null, byline: [], views: null, date: null, tags: [], reactions: [],
    lists: { related: [], ranking: [], recommendation: [] },
  } // biome-ignore format: one row of empty parts
  const headEnd = readHead(lines, draft)
  readTail(lines, headEnd, draft)
  keepTailReactions(lines, draft)
  return draft
}

/** Gives the first index behind the head. */
function readHead(lines: readonly PageLine[], draft: Draft): number {
  const end = Math.min(lines.length, HEAD_LINES)
  let last = 0
  for (let index = 0; index < end; index++) {
    if (draft.roles.has(index)) continue
    const text = lines[index]!.text
    if (isProse(text) && !BREADCRUMB.test(text)) {
      if (draft.title !== null) break
      continue
    }
    if (
      readBreadcrumb(lines, index, draft) ||
      readChannelTitle(lines[index]!, index, draft) ||
      readDate(text, index, draft) ||
      readDesk(lines, index, draft)
    )
      last = index + 1
  }
  return last
}

function isProse(text: string): boolean {
  return text.length > 160 || (text.length > 100 && /[.!?。]["'”’»)]?$/u.test(text))
}

function readBreadcrumb(lines: readonly PageLine[], index: number, draft: Draft): boolean {
  const match = draft.section.length === 0 ? BREADCRUMB.exec(lines[index]!.text) : null
  if (!match) return false
  let rest = match[1]!
  const headline = headlineIn(rest, lines, index)
  if (headline) {
    draft.siteName = siteBehind(rest.slice(headline.at + headline.text.length))
    takeChannelTitle(headline.text, headline.index, draft)
    rest = rest.slice(0, headline.at)
  } else if (rest.includes('|')) rest = splitGluedHeadline(rest, draft)
  const crumbs = rest
    .split(/\s*[>›»→]\s*|\s+\/\s+/u)
    .map((crumb) => crumb.trim())
    .filter(Boolean)
  if (crumbs.length === 0 || !(crumbs.length > 1 || HOME.test(crumbs[0]!))) return false
  draft.section.push(...crumbs)
  draft.roles.set(index, 'breadcrumb')
  return true
}

/** The headline line that stands again, glued, inside the breadcrumb's line. */
function headlineIn(
  rest: string,
  lines: readonly PageLine[],
  index: number,
): { at: number; text: string; index: number } | null {
  for (let next = index + 1; next < Math.min(lines.length, index + 4); next++) {
    const { text } = lines[next]!
    const at = text.length >= 8 ? rest.indexOf(text) : -1
    if (at >= 0) return { at, text, index: next }
  }
  return null
}

/** `ScamsBrand|Headline -Site`: the crumb ends where a capital follows a small letter. Gives the crumbs alone. */
function splitGluedHeadline(rest: string, draft: Draft): string {
  const lastCrumbAt = Math.max(rest.slice(0, rest.indexOf('|')).lastIndexOf('>'), -1) + 1
  const seam = /(?<=\p{Ll})(?=\p{Lu})/u.exec(rest.slice(lastCrumbAt))
  const at = seam ? lastCrumbAt + seam.index : rest.indexOf('|')
  takeChannelTitle(rest.slice(at), null, draft)
  return rest.slice(0, at)
}

function siteBehind(text: string): string | null {
  const match = /^\s*[-–—|]\s*(.{2,80})$/u.exec(text)
  return match ? match[1]!.trim() : null
}

/** A line `Brand|Headline`: the brand is short, the headline is not. On a page with links only a heading, or below a breadcrumb, for menus have such lines too. */
function readChannelTitle(line: PageLine, index: number, draft: Draft): boolean {
  if (
    draft.title !== null ||
    line.text.length > MAX_TITLE ||
    (draft.linked && !line.heading && draft.section.length === 0)
  )
    return false
  const bar = CHANNEL_TITLE.exec(line.text)
  if (!bar || bar[1]!.split(' ').length > 4 || bar[2]!.split(' ').length < 3 || bar[2]!.length < bar[1]!.length)
    return false
  return takeChannelTitle(line.text, index, draft)
}

const CHANNEL_TITLE = /^([^|]{2,40}?)\s?[|｜]\s?([^|｜]{2,})$/u

/** Takes `Brand|Headline` or `Brand|Headline -Site` apart. */
function takeChannelTitle(text: string, index: number | null, draft: Draft): boolean {
  const bar = CHANNEL_TITLE.exec(text)
  if (!bar) return false
  const site = /^(.{2,}?)\s+[-–—](?=\p{Lu})([^-–—]{2,60})$/u.exec(bar[2]!)
  draft.channel = bar[1]!.trim()
  draft.title = (site ? site[1]! : bar[2]!).trim()
  if (site) draft.siteName ??= site[2]!.trim()
  if (index !== null) draft.roles.set(index, 'title')
  return true
}

function readDate(text: string, index: number, draft: Draft): boolean {
  const label = draft.date === null && text.length <= 80 ? DATE_LABEL.exec(text) : null
  const written = label ? firstWrittenDate(text) : null
  if (!label || !written || written.start > label[0].length + 2) return false
  draft.date = { found: text.slice(written.start, written.end), written }
  draft.roles.set(index, 'date')
  return true
}

/** `Desk View`, `1,204 views`: a bare "View" counts only between a headline and a date, for "Street View" is a headline too. */
function readDesk(lines: readonly PageLine[], index: number, draft: Draft): boolean {
  const { text } = lines[index]!
  const match = draft.views === null && draft.byline.length === 0 && text.length <= 120 ? VIEW.exec(text) : null
  if (!match || (match[1] === '' && match[2] === undefined)) return false
  const placed = draft.title !== null || DATE_LABEL.test(lines[index + 1]?.text ?? '')
  if (!placed && match[2] === undefined) return false
  const before = match[1]!.replace(/^by\s+/iu, '').trim()
  // "879 views" counts as "Views: 879" does.
  const countBefore = /(?:^|\s)(\d{1,3}(?:[,. ]\d{3})+|\d+)$/u.exec(before)
  const desk = countBefore ? before.slice(0, countBefore.index).trim() : before
  if (/\p{L}/u.test(desk) && placed) draft.byline.push(desk)
  const count = match[2] ?? countBefore?.[1]
  draft.views = count ? Number(count.replace(/\D/gu, '')) : null
  draft.roles.set(index, 'byline')
  return true
}

function readTail(lines: readonly PageLine[], from: number, draft: Draft): void {
  for (let index = from; index < lines.length; index++) {
    if (draft.roles.has(index)) continue
    const line = lines[index]!
    const list = listHeading(line.text)
    if (list) index = readList(lines, index, list, draft)
    else if (line.text.length <= 400 && TAGS_LABEL.test(line.text)) index = readTags(lines, index, draft)
    else readReaction(line.text, index, draft)
  }
}

/** Gives the index of the list's last line. In HTML entries are links, and a heading without any is left to the text. */
function readList(lines: readonly PageLine[], at: number, list: ListName, draft: Draft): number {
  const bulleted = lines[at + 1]?.item === true
  const entries: PageLink[] = []
  let end = at + 1
  for (let index = end; index < lines.length; index++) {
    const line = lines[index]!
    if (line.text.length > MAX_LIST_ENTRY || listHeading(line.text)) break
    if (draft.linked) {
      // A date or a rubric between two links is passed over.
      if (line.linkShare < 0.5) {
        if (line.text.length > MAX_BETWEEN_LINKS || index - end >= 2) break
        continue
      }
    } else if ((bulleted && !line.item) || isTagsOrReaction(line.text)) break
    entries.push({ title: line.text, url: line.href === null ? null : safeUrl(line.href, draft.baseUrl) })
    end = index + 1
  }
  if (draft.linked && entries.length === 0) return at
  for (let taken = at; taken < end; taken++) draft.roles.set(taken, list)
  draft.lists[list].push(...entries.slice(0, Math.max(0, MAX_LIST_ENTRIES - draft.lists[list].length)))
  return end - 1
}

function isTagsOrReaction(text: string): boolean {
  return /^in:$/iu.test(text) || (text.length <= 50 && REACTION.test(text))
}

function readTags(lines: readonly PageLine[], at: number, draft: Draft): number {
  const inline = TAGS_LABEL.exec(lines[at]!.text)![1]!.trim()
  if (inline) {
    if (isProse(inline) || /^\w+ (?:a|an|the|this|my|our)\b/iu.test(inline)) return at
    draft.tags.push(
      ...inline
        .split(/\s*[·•,;|]\s*/u)
        .filter((tag) => tag && tag.length <= 60)
        .slice(0, MAX_TAGS),
    )
    draft.roles.set(at, 'tag')
    return at
  }
  let index = at + 1
  for (; index < lines.length && index - at <= MAX_TAGS; index++) {
    const line = lines[index]!
    if (!(line.item || line.linkShare > 0.8) || line.text.length > 60 || listHeading(line.text)) break
    draft.tags.push(line.text)
    draft.roles.set(index, 'tag')
  }
  if (index > at + 1) draft.roles.set(at, 'tag')
  return index - 1
}

function readReaction(text: string, index: number, draft: Draft): void {
  const match = text.length <= 50 && draft.reactions.length < MAX_REACTIONS ? REACTION.exec(text) : null
  if (!match || NOT_REACTIONS.test(match[1]!)) return
  draft.reactions.push({ label: match[1]!.trim(), count: Number(match[2]) })
  draft.roles.set(index, 'reaction')
}

/** Reactions stand at the page's end or beside its tags and lists; "Apples (3)" in the middle of a text is text. */
function keepTailReactions(lines: readonly PageLine[], draft: Draft): void {
  const isTail = (index: number): boolean =>
    index >= lines.length || ['tag', 'related', 'ranking', 'recommendation'].includes(draft.roles.get(index) ?? '')
  const places = [...draft.roles].filter(([, role]) => role === 'reaction').map(([index]) => index)
  const kept = places.map((place) => [-4, -3, -2, -1, 1, 2, 3, 4].some((step) => isTail(place + step)) || !draft.linked)
  for (const [order, place] of places.entries()) if (!kept[order]) draft.roles.delete(place)
  draft.reactions = draft.reactions.filter((_, order) => kept[order])
}
