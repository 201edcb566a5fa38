/** Bytes of a robots.txt that are read. **Source:** RFC 9309, 2.5 (at least 500 KiB). */
const MAX_CHARS = 512 * 1024
/** Longest line kept, as Google's parser does (a URL of 2,083 characters, eight times). */
const MAX_LINE_CHARS = 2_083 * 8
// Misspellings that Google's parser takes, as site owners write them.
const USER_AGENT = /^(?:user-?agent|user agent)$/
const DISALLOW = /^(?:disallow|dissallow|dissalow|disalow|diasllow|disallaw)$/

type Rule = { allow: boolean; pattern: string }
type Groups = { own: Rule[]; everyone: Rule[]; hasOwn: boolean }

/**
 * Whether a crawler may read a URL by a host's robots.txt. The longest matching rule decides, allow on a tie;
 * groups that name the agent shut out the group for everyone. Text without rules allows everything.
 * Of `agent` the product counts ("TrendPulse" of "TrendPulse/1.0 (+https://…)").
 *
 * **Source:** RFC 9309, and google/robotstxt where the RFC leaves things open (misspellings, `index.html`, prefix of the agent's name).
 */
export function robotsAllows(robotsText: string, url: string, agent: string): boolean {
  const path = pathOf(url)
  if (path === '/robots.txt') return true
  const groups = readGroups(robotsText, agent.split('/', 1)[0]!.trim().toLowerCase())
  const rules = groups.hasOwn ? groups.own : groups.everyone
  let allow = -1
  let disallow = -1
  for (const rule of rules) {
    const length = matchLength(path, rule)
    if (rule.allow) allow = Math.max(allow, length)
    else disallow = Math.max(disallow, length)
  }
  return disallow <= 0 || allow >= disallow
}

/** Sitemaps that a site names, addresses as they stand, at most `MAX_SITEMAPS`; they hold for every agent. **Source:** sitemaps.org, "Specifying the Sitemap location in your robots.txt file" */
export function sitemapsNamed(robotsText: string): string[] {
  const found: string[] = []
  for (const [key, value] of linesOf(robotsText)) {
    if (key === 'sitemap' && value !== '' && found.length < MAX_SITEMAPS) found.push(value)
  }
  return found
}

/** Of a site that names hundreds the first ones: one is followed. */
const MAX_SITEMAPS = 50

/** The name in a user-agent line: letters, "_" and "-" up to the first other sign. */
function productOf(value: string): string {
  return (/^[a-zA-Z_-]*/.exec(value)?.[0] ?? '').toLowerCase()
}

/** Path with query as sent, "/" where there is none; the fragment is never sent. */
function pathOf(url: string): string {
  const schemeEnd = url.indexOf('//')
  const hostStart = schemeEnd < 0 ? 0 : schemeEnd + 2
  const rest = url.slice(hostStart)
  const start = rest.search(/[/?;#]/)
  if (start < 0 || rest[start] === '#') return '/'
  const path = rest.slice(start).split('#', 1)[0]!
  return path.startsWith('/') ? path : `/${path}`
}

function readGroups(text: string, product: string): Groups {
  const groups: Groups = { own: [], everyone: [], hasOwn: false }
  let isOwn = false
  let isEveryone = false
  let namesOver = true
  for (const [key, value] of linesOf(text)) {
    if (USER_AGENT.test(key)) {
      if (namesOver) {
        isOwn = false
        isEveryone = false
        namesOver = false
      }
      // "*" may be followed by a blank and anything.
      if (/^\*(?:\s|$)/.test(value)) isEveryone = true
      else if (productOf(value) === product && product !== '') {
        isOwn = true
        groups.hasOwn = true
      }
      continue
    }
    const allow = key === 'allow'
    if (!allow && !DISALLOW.test(key)) continue
    namesOver = true
    const rule = { allow, pattern: escaped(value) }
    if (isOwn) groups.own.push(rule)
    if (isEveryone) groups.everyone.push(rule)
  }
  return groups
}

/** Key and value of every line that has both; a blank may stand for the colon where there are just two words. */
function* linesOf(text: string): Generator<[key: string, value: string]> {
  const kept = text.slice(0, MAX_CHARS).replace(/^\ufeff/, '')
  for (const line of kept.split(/\r\n|\r|\n/)) {
    const bare = line.slice(0, MAX_LINE_CHARS).split('#', 1)[0]!.trim()
    const colon = bare.indexOf(':')
    if (colon > 0) {
      yield [bare.slice(0, colon).trim().toLowerCase(), bare.slice(colon + 1).trim()]
      continue
    }
    const parts = bare.split(/[ \t]+/, 3)
    if (colon < 0 && parts.length === 2) yield [parts[0]!.toLowerCase(), parts[1]!]
  }
}

/** The pattern with non-ASCII percent-encoded and escapes in capitals, as URLs are written. */
function escaped(pattern: string): string {
  return pattern
    .replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase())
    .replace(/[^\x00-\x7f]+/g, (letters) => encodeURIComponent(letters.toWellFormed()))
}

/** Length of the rule's pattern where it matches the path, -1 where it does not; an empty pattern matches nothing. */
function matchLength(path: string, rule: Rule): number {
  const { pattern } = rule
  if (pattern !== '' && matches(path, pattern)) return pattern.length
  // "allow: /shop/index.html" also opens "/shop/".
  const index = pattern.lastIndexOf('/index.htm')
  if (rule.allow && index >= 0 && /^\/index\.html?$/.test(pattern.slice(index))) {
    const folder = `${pattern.slice(0, index + 1)}$`
    if (matches(path, folder)) return folder.length
  }
  return -1
}

/** Pattern from the path's start; "*" is any run, "$" at the end the path's end. Leftmost matches suffice, so it is one pass. */
function matches(path: string, pattern: string): boolean {
  const anchored = pattern.endsWith('$')
  const parts = (anchored ? pattern.slice(0, -1) : pattern).split('*')
  const first = parts[0]!
  if (!path.startsWith(first)) return false
  if (parts.length === 1) return !anchored || path.length === first.length
  let at = first.length
  for (const part of parts.slice(1, -1)) {
    const found = path.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  const last = parts[parts.length - 1]!
  return anchored ? path.length - last.length >= at && path.endsWith(last) : path.indexOf(last, at) >= 0
}
