/** A stranger's address as it may stand in a link: http, https or mailto, normalised; null for everything else. */
export function safeUrl(url: string | null): string | null {
  if (url === null) return null
  const parsed = URL.parse(url)
  return parsed && /^(?:https?|mailto):$/.test(parsed.protocol) ? parsed.href : null
}

/** The host that a link leads to, without `www.`; null where there is none. */
export function hostOf(url: string): string | null {
  const host = URL.parse(url)?.hostname ?? ''
  return host === '' ? null : host.replace(/^www\./, '')
}

export const storyPath = (key: string): string => `/story/${encodeURIComponent(key)}`
export const articlePath = (key: string): string => `/article/${encodeURIComponent(key)}`
/** A paragraph of an article's text, by the number of its block; the article where that is not known. */
export const blockPath = (key: string, block: number | null): string =>
  `${articlePath(key)}${block === null ? '' : `#b${block}`}`
export const tagPath = (slug: string): string => `/tag/${encodeURIComponent(slug)}`
export const sourcePath = (id: number): string => `/source/${id}`
/** Where the past of what rises is shown as a chart. */
export const historyPath = ({ kind, slug }: { kind: string; slug: string }): string =>
  `/${kind}/${encodeURIComponent(slug)}/history`
/** Where a burst's figures are explained. */
export const burstExplainPath = ({ kind, slug }: { kind: string; slug: string }): string =>
  `/explain/pulse/${kind}/${encodeURIComponent(slug)}`
/** Where a note is written, for owners and editors. */
export const notePath = (id: number): string => `/owner/notes/${id}`
export const sectionPath = (slug: string): string => `/section/${encodeURIComponent(slug)}`

const RTL = new Set(['ar', 'he', 'fa', 'ur', 'ps', 'sd', 'ug', 'yi', 'dv', 'ckb', 'arc', 'ku-arab'])

/** Attributes of a text in a foreign language: `lang` and `dir`; `auto` where the language is not known. */
export function languageOf(language: string): { lang: string; dir: 'ltr' | 'rtl' | 'auto' } {
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) || language === 'und') return { lang: '', dir: 'auto' }
  const primary = language.toLowerCase().split('-')[0]!
  return { lang: language, dir: RTL.has(primary) ? 'rtl' : 'ltr' }
}
