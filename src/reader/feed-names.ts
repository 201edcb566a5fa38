/**
 * Namespaces by the prefix that this reader calls them, whatever prefix a feed chose; compared in lower case, without a last slash.
 * The empty prefix holds the core formats.
 */
const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['http://purl.org/rss/1.0', ''],
  ['http://my.netscape.com/rdf/simple/0.9', ''],
  ['http://channel.netscape.com/rdf/simple/0.9', ''],
  ['http://example.com/newformat#', ''],
  ['http://example.com/necho', ''],
  ['http://purl.org/echo', ''],
  ['uri/of/echo/namespace#', ''],
  ['http://purl.org/pie', ''],
  ['http://purl.org/atom/ns#', ''],
  ['http://www.w3.org/2005/atom', ''],
  ['http://www.w3.org/2004/atom', ''],
  ['http://purl.org/rss/1.0/modules/rss091#', ''],
  ['http://cyber.law.harvard.edu/rss/rss.html', ''],
  ['http://backend.userland.com/rss', ''],
  ['http://backend.userland.com/rss2', ''],
  ['http://blogs.law.harvard.edu/tech/rss', ''],
  ['http://purl.org/dc/elements/1.1', 'dc'],
  ['http://purl.org/dc/elements/1.0', 'dc'],
  ['http://purl.org/dc/terms', 'dcterms'],
  ['http://purl.org/rss/1.0/modules/content', 'content'],
  ['http://purl.org/rss/1.0/modules/syndication', 'sy'],
  ['http://purl.org/rss/1.0/modules/slash', 'slash'],
  ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://example.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://www.itunes.com/dtds/podcast-1.0', 'itunes'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://search.yahoo.com/mrss/', 'media'],
  ['http://video.search.yahoo.com/mrss', 'media'],
  ['http://rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
  ['http://www.w3.org/2000/01/rdf-schema#', 'rdfs'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
  ['http://www.w3.org/xml/1998/namespace', 'xml'],
  ['http://www.w3.org/1998/math/mathml', 'mathml'],
  ['http://www.w3.org/2000/svg', 'svg'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['http://wellformedweb.org/commentapi', 'wfw'],
  ['http://purl.org/syndication/thread/1.0', 'thr'],
  ['http://www.georss.org/georss', 'georss'],
  ['http://www.w3.org/2003/01/geo/wgs84_pos#', 'geo'],
  ['http://www.opengis.net/gml', 'gml'],
  ['http://xmlns.com/foaf/0.1', 'foaf'],
  ['http://www.google.com/schemas/play-podcasts/1.0', 'googleplay'],
  ['http://www.sitemaps.org/schemas/sitemap/0.9', ''],
  ['http://www.google.com/schemas/sitemap-news/0.9', 'news'],
])

/** The prefix this reader uses for a namespace; null for one it does not know. */
export function knownPrefix(uri: string): string | null {
  const lower = uri.trim().toLowerCase().replace(/\/$/u, '')
  return NAMESPACES.get(lower) ?? (lower.includes('backend.userland.com/rss') ? '' : null)
}
