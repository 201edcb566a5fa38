/** Schemes that a base address may have: what relative links are joined to must be something that can be fetched. */
const BASE_SCHEME = /^https?:/iu
const PARTS = /^([a-z][a-z0-9+.-]*:)?(\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?(#.*)?$/isu
/** Longest address joined, in UTF-16 units; longer ones are passed through. */
const MAX_URL_UNITS = 100_000

/**
 * The address that `reference` means beside `base`, characters kept as written (international ones too).
 * An absolute reference, and any reference without a usable base, comes back unchanged but for white space around it.
 *
 * **Source:** RFC 3986 §5.2 (transform references, merge paths, remove dot segments).
 */
export function joinUrl(base: string | null, reference: string): string {
  const trimmed = reference.trim()
  if (!base || trimmed.length > MAX_URL_UNITS || /^[a-z][a-z0-9+.-]*:/iu.test(trimmed)) return trimmed
  const [, scheme = '', authority = '', basePath = '', baseQuery = ''] = PARTS.exec(base) ?? []
  const [, , host, path = '', query, fragment = ''] = PARTS.exec(trimmed) ?? []
  if (scheme === '') return trimmed
  if (host !== undefined) return `${scheme}${host}${withoutDots(path)}${query ?? ''}${fragment}`
  if (path === '') return `${scheme}${authority}${basePath}${query ?? baseQuery}${fragment}`
  const whole = path.startsWith('/') ? path : merge(authority, basePath, path)
  return `${scheme}${authority}${withoutDots(whole)}${query ?? ''}${fragment}`
}

/**
 * The base that an `xml:base`, Content-Location or `<base href>` sets inside the base around it.
 * The outer one stays where the inner is no web address; too many slashes behind the scheme (`http:///host`) are mended.
 */
export function innerBase(outer: string | null, found: string | null | undefined): string | null {
  if (!found) return outer
  const joined = joinUrl(outer, found).replace(/^(https?:)\/{3,}/iu, '$1//')
  return BASE_SCHEME.test(joined) && URL.canParse(joined) ? joined : outer
}

/** True for an absolute address of the web. */
export function isWebUrl(url: string): boolean {
  return BASE_SCHEME.test(url)
}

function merge(authority: string, basePath: string, path: string): string {
  if (authority !== '' && basePath === '') return `/${path}`
  return basePath.slice(0, basePath.lastIndexOf('/') + 1) + path
}

function withoutDots(path: string): string {
  if (!path.includes('.')) return path
  const kept: string[] = []
  const segments = path.split('/')
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1
    if (segment === '..') {
      if (kept.length > 1 || (kept.length === 1 && kept[0] !== '')) kept.pop()
    } else if (segment !== '.') kept.push(segment)
    if (isLast && (segment === '.' || segment === '..')) kept.push('')
  }
  return kept.join('/')
}
