import { Parser } from 'htmlparser2'

/** Names of what the validator would say of one value; empty when nothing. */
export type Faults = string[]

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const RFC2822 =
  /^(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(\d\d?) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) \d\d:\d\d(?::\d\d)? (?:[+-]\d\d[03]0|UT|GMT|[ECMP][SD]T|Z)$/
const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/
/** Earlier and later than this is held for a mistake. */
const [FIRST_YEAR, AHEAD_MS] = [1990, 600_000]

export function rfc2822Faults(text: string, nowMs: number): Faults {
  const parts = RFC2822.exec(text)
  const atMs = Date.parse(text)
  if (!parts || Number.isNaN(atMs)) return ['InvalidRFC2822Date']
  const day = new Date(Date.parse(`${parts[2]} ${parts[3]} ${parts[4]} 00:00 UTC`))
  if (day.getUTCDate() !== Number(parts[2])) return ['InvalidRFC2822Date']
  if (parts[1] !== undefined && WEEKDAYS[day.getUTCDay()] !== parts[1]) return ['IncorrectDOW']
  return Number(parts[4]) < FIRST_YEAR || atMs > nowMs + AHEAD_MS ? ['ImplausibleDate'] : []
}

export function rfc3339Faults(text: string, nowMs: number): Faults {
  const parts = RFC3339.exec(text)
  const atMs = Date.parse(text)
  if (!parts || Number.isNaN(atMs)) return ['InvalidRFC3339Date']
  const isDay =
    new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]))).getUTCDate() === Number(parts[3])
  if (!isDay) return ['InvalidRFC3339Date']
  return Number(parts[1]) < FIRST_YEAR || atMs > nowMs + AHEAD_MS ? ['ImplausibleDate'] : []
}

const URI = /^[a-zA-Z][\w+.-]*:(?:\/\/)?(?:\[[0-9A-Fa-f:]+\])?[\w;/?:@&=+$.\-!~*'()%,#]+$/
const TAG_URI = /^tag:(?:[a-z0-9._-]+@)?[a-z0-9.-]+,\d{4}(?:-\d\d(?:-\d\d)?)?:[\w;/?:@&=+$.\-!~*'()%,]*(?:#.*)?$/
const URN = /^urn:[a-z0-9][a-z0-9-]{1,31}:[\w()+,.:=@;$!*'%-]+$/i
const SCHEMES = new Set(['http', 'https', 'ftp', 'mailto', 'tag', 'urn', 'news', 'data', 'tel'])

/** A whole address; `tag:` and `urn:` have grammars of their own. **Source:** RFC 3986, RFC 4151, RFC 8141. */
export function addressFaults(text: string): Faults {
  const scheme = /^([a-zA-Z][\w+.-]*):/.exec(text)?.[1]?.toLowerCase()
  if (scheme === 'tag') return TAG_URI.test(text) ? [] : ['InvalidTAG']
  if (scheme === 'urn') return URN.test(text) ? [] : ['InvalidURN']
  if (!URI.test(text)) return ['InvalidFullLink']
  if (/^https?$/.test(scheme ?? '') && !/^\w+:\/\/[^/]/.test(text)) return ['InvalidFullLink']
  return SCHEMES.has(scheme ?? '') ? [] : ['SchemeNotIANARegistered']
}

export const languageFaults = (text: string): Faults =>
  /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(text) ? [] : ['InvalidLanguage']
export const mimeFaults = (text: string): Faults =>
  /^[^\s()<>,;:\\"/[\]?=]+\/[^\s()<>,;:\\"/[\]?=]+(?:\s*;\s*[^\s=;]+=[^\s;]+)*$/.test(text) ? [] : ['InvalidMIMEType']

/** HTML that a feed may carry. */
const SAFE_ELEMENTS = new Set(
  'a abbr address article aside audio b bdi blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p picture pre q rp rt ruby s samp section small source span strong sub summary sup table tbody td tfoot th thead time tr u ul var video wbr'.split(
    ' ',
  ),
)
const OTHER_ELEMENTS = new Set(
  'applet base body embed frame frameset head html iframe link meta noframes object param plaintext script style title xmp comment listing'.split(
    ' ',
  ),
)
const SAFE_ATTRIBUTES = new Set(
  'abbr align alt cite class colspan datetime dir headers height href hreflang id lang loading name open rel reversed rowspan scope sizes span src srcset start title translate type value width'.split(
    ' ',
  ),
)

/** What is wrong with HTML inside a feed: what is none, what could run, and addresses that lead nowhere from a reader's app. */
export function htmlFaults(html: string): Faults {
  const faults: Faults = []
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (!SAFE_ELEMENTS.has(name)) faults.push(OTHER_ELEMENTS.has(name) ? `SecurityRisk: ${name}` : `NotHtml: ${name}`)
      for (const [key, value] of Object.entries(attributes)) {
        if (key === 'style') faults.push('DangerousStyleAttr')
        else if (!SAFE_ATTRIBUTES.has(key) && !key.startsWith('data-')) faults.push(`SecurityRiskAttr: ${key}`)
        if ((key === 'href' || key === 'src') && !/^[a-z][\w+.-]*:/i.test(value.trim())) faults.push('ContainsRelRef')
        if (/^(?:javascript|vbscript|data):/i.test(value.trim())) faults.push(`SecurityRiskAttr: ${value.slice(0, 12)}`)
      }
    },
  })
  parser.end(html)
  return faults
}

/** Plain text in which a reader would see markup. The validator warns of any end of an HTML element. */
export function plainFaults(text: string): Faults {
  const ends = [...text.matchAll(/<\/(\w+)>/g)].map((one) => one[1]!.toLowerCase())
  return ends.some((name) => SAFE_ELEMENTS.has(name) || OTHER_ELEMENTS.has(name)) ? ['ContainsHTML'] : []
}
