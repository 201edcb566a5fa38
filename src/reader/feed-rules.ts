/** What a feed element is collected as, and into which slot of its feed or entry. A lower `rank` is the better source for one slot. */
export type FeedRule =
  | { kind: 'markup'; slot: MarkupSlot; rank: number; type: string }
  | { kind: 'date'; slot: DateSlot; rank: number }
  | { kind: 'text'; slot: TextSlot; rank: number }
  | { kind: 'person'; slot: 'author' | 'other' }
  | { kind: 'personPart'; part: 'name' | 'email' | 'uri' }
  | { kind: 'category'; scheme: string | null; isList: boolean }
  | { kind: 'link' }
  | { kind: 'id' }
  | { kind: 'attachment'; role: 'enclosure' | 'media' | 'thumbnail' | 'image' }
  | { kind: 'scope'; scope: 'root' | 'feed' | 'entry' | 'source' | 'image' | 'textinput' | 'ignored' }

/** `summary` is the description of a feed. A second summary of one entry is taken as its content, as feedparser does. */
export type MarkupSlot = 'title' | 'summary' | 'content'
/** `dated` is Dublin Core's date, which does not say of what: it stands in for both. */
export type DateSlot = 'published' | 'updated' | 'dated'
export type TextSlot =
  | 'comments'
  | 'commentCount'
  | 'language'
  | 'image'
  | 'ttl'
  | 'updatePeriod'
  | 'updateFrequency'
  | 'originalUrl'
  | 'subtitle'
  | 'point'
  | 'latitude'
  | 'longitude'

const ITUNES_SCHEME = 'http://www.itunes.com/'
const MEDIA_SCHEME = 'http://search.yahoo.com/mrss/category_schema'

const PLAIN = 'text/plain'
const HTML = 'text/html'
const XHTML = 'application/xhtml+xml'

const scope = (name: Extract<FeedRule, { kind: 'scope' }>['scope']): FeedRule => ({ kind: 'scope', scope: name })
const markup = (slot: MarkupSlot, rank: number, type: string): FeedRule => ({ kind: 'markup', slot, rank, type })
const date = (slot: DateSlot, rank: number): FeedRule => ({ kind: 'date', slot, rank })
const text = (slot: TextSlot, rank = 0): FeedRule => ({ kind: 'text', slot, rank })
const category = (scheme: string | null, isList = false): FeedRule => ({ kind: 'category', scheme, isList })
const author: FeedRule = { kind: 'person', slot: 'author' }
const otherPerson: FeedRule = { kind: 'person', slot: 'other' }
const part = (name: 'name' | 'email' | 'uri'): FeedRule => ({ kind: 'personPart', part: name })

/**
 * Every element that is read, by its name in lower case behind this reader's own prefix (feed-names.ts).
 * To read one more element, add its line here.
 *
 * **Source:** RSS 0.90 to 2.0, RSS 1.0 and its modules, RFC 4287, Atom 0.3, CDF, Dublin Core, Media RSS 1.5.1, iTunes podcast tags; ranks as feedparser documents them.
 */
export const FEED_RULES: ReadonlyMap<string, FeedRule> = new Map<string, FeedRule>([
  ['rss', scope('root')],
  ['rdf:rdf', scope('root')],
  ['channel', scope('feed')],
  ['feed', scope('feed')],
  ['item', scope('entry')],
  ['entry', scope('entry')],
  ['source', scope('source')],
  ['image', scope('image')],
  ['textinput', scope('textinput')],
  ['cloud', scope('ignored')],
  ['generator', scope('ignored')],
  ['media:community', scope('ignored')],

  ['title', markup('title', 0, PLAIN)],
  ['dc:title', markup('title', 1, PLAIN)],
  ['itunes:title', markup('title', 2, PLAIN)],
  ['media:title', markup('title', 3, PLAIN)],

  ['description', markup('summary', 0, HTML)],
  ['summary', markup('summary', 0, PLAIN)],
  ['abstract', markup('summary', 0, PLAIN)],
  ['subtitle', markup('summary', 0, PLAIN)],
  ['tagline', markup('summary', 0, PLAIN)],
  ['dc:description', markup('summary', 1, HTML)],
  ['dcterms:abstract', markup('summary', 1, PLAIN)],
  ['itunes:summary', markup('summary', 2, PLAIN)],
  ['googleplay:description', markup('summary', 2, PLAIN)],
  ['media:description', markup('summary', 3, PLAIN)],
  ['itunes:subtitle', text('subtitle')],

  ['content', markup('content', 0, PLAIN)],
  ['content:encoded', markup('content', 0, HTML)],
  ['fullitem', markup('content', 1, HTML)],
  ['xhtml:body', markup('content', 1, XHTML)],
  ['body', markup('content', 1, XHTML)],
  ['xhtml:div', markup('content', 2, XHTML)],

  ['pubdate', date('published', 0)],
  ['published', date('published', 0)],
  ['issued', date('published', 0)],
  ['dcterms:issued', date('published', 1)],
  ['created', date('published', 3)],
  ['dcterms:created', date('published', 3)],
  ['updated', date('updated', 0)],
  ['modified', date('updated', 0)],
  ['lastbuilddate', date('updated', 0)],
  ['dcterms:modified', date('updated', 1)],
  ['dc:date', date('dated', 2)],
  ['date', date('dated', 4)],

  ['author', author],
  ['managingeditor', author],
  ['dc:creator', author],
  ['dc:author', author],
  ['itunes:author', author],
  ['googleplay:author', author],
  ['contributor', otherPerson],
  ['dc:contributor', otherPerson],
  ['publisher', otherPerson],
  ['dc:publisher', otherPerson],
  ['webmaster', otherPerson],
  ['itunes:owner', otherPerson],
  ['name', part('name')],
  ['foaf:name', part('name')],
  ['itunes:name', part('name')],
  ['email', part('email')],
  ['itunes:email', part('email')],
  ['uri', part('uri')],
  ['url', part('uri')],
  ['homepage', part('uri')],

  ['category', category(null)],
  ['keywords', category(null)],
  ['dc:subject', category(null)],
  ['tags', category(null, true)],
  ['media:category', category(MEDIA_SCHEME)],
  ['media:keywords', category(null, true)],
  ['itunes:category', category(ITUNES_SCHEME)],
  ['itunes:keywords', category(ITUNES_SCHEME, true)],

  ['link', { kind: 'link' }],
  ['feedburner:origlink', text('originalUrl')],
  ['id', { kind: 'id' }],
  ['guid', { kind: 'id' }],
  ['comments', text('comments')],
  ['slash:comments', text('commentCount')],
  ['thr:total', text('commentCount', 1)],
  ['georss:point', text('point')],
  ['gml:pos', text('point', 1)],
  ['geo:lat', text('latitude')],
  ['geo:long', text('longitude')],
  ['language', text('language')],
  ['dc:language', text('language', 1)],
  ['ttl', text('ttl')],
  ['sy:updateperiod', text('updatePeriod')],
  ['sy:updatefrequency', text('updateFrequency')],
  ['logo', text('image', 0)],
  ['icon', text('image', 3)],

  ['enclosure', { kind: 'attachment', role: 'enclosure' }],
  ['media:content', { kind: 'attachment', role: 'media' }],
  ['media:thumbnail', { kind: 'attachment', role: 'thumbnail' }],
  ['itunes:image', { kind: 'attachment', role: 'image' }],
  ['googleplay:image', { kind: 'attachment', role: 'image' }],
])

const ENDS_TITLE = new Set(
  'link description pubdate guid author updated published summary content id dc:date dc:creator content:encoded'.split(
    ' ',
  ),
)

/** True for an element that cannot stand in a title: where one begins, the title was not closed. */
export function endsTitle(canonical: string): boolean {
  return ENDS_TITLE.has(canonical)
}

/** True for the rule of an item or entry. */
export function isEntryRule(rule: FeedRule): boolean {
  return rule.kind === 'scope' && rule.scope === 'entry'
}
