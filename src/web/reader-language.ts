import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { AppError } from '../model/errors.ts'
import { DAY_MS } from '../model/time.ts'
import { formLimit } from './accounts/form-fields.ts'
import { checkForm } from './owner.ts'
import type { Site } from './site.ts'
import { LANGUAGE_TAGS, SOURCE_LANGUAGE } from './views/languages.ts'

/** What the token of the form in the foot of a page is for. */
export const LANGUAGE_FORM = 'language'
const COOKIE = 'trendpulse_language'
/** A browser keeps its reader's choice for this long. */
const COOKIE_DAYS = 365
/** Characters and ranges of a header that are read: browsers send a few dozen and five. */
const MAX_HEADER = 400
const MAX_RANGES = 20

/** Languages that a site offers to its readers, and the one for whoever asks for none of them. */
export type SpokenLanguages = { offered: readonly string[]; fallback: string }

/**
 * Languages as the owner set them; no names: all there are.
 * @throws AppError invalid for one that is not spoken here, naming those that are
 */
export function spokenLanguages(offered: readonly string[], fallback: string): SpokenLanguages {
  const known = LANGUAGE_TAGS
  for (const tag of [...offered, fallback])
    if (!known.includes(tag))
      throw new AppError('invalid', `“${tag}” is no language of the interface: ${known.join(', ')}`)
  return { offered: offered.length === 0 ? known : [...new Set([fallback, ...offered])], fallback }
}

/** The languages of a site; all, and English first, where nothing is set. */
export function languagesOf(site: Site): SpokenLanguages {
  return site.languages ?? { offered: LANGUAGE_TAGS, fallback: SOURCE_LANGUAGE }
}

/** The language of a request's answer: the reader's choice, else what the browser asks for, else the site's. */
export function readerLanguage(c: Context, site: Site): string {
  const { offered, fallback } = languagesOf(site)
  const chosen = getCookie(c, COOKIE)
  if (chosen !== undefined && offered.includes(chosen)) return chosen
  return negotiated(c.req.header('accept-language') ?? '', offered) ?? fallback
}

/**
 * The offered language that a browser's header asks for first; null for none. A range is cut from its end until something offered is
 * called so: as it stands, then with the script that it stands for, so that `zh-CN` finds `zh-Hans` and `zh-TW` does not.
 * **Source:** RFC 4647 §3.4 (lookup), RFC 9110 §12.5.4 (weights), Unicode TR 35 (likely subtags)
 */
export function negotiated(header: string, offered: readonly string[]): string | null {
  const byName = new Map(offered.map((tag) => [tag.toLowerCase(), tag]))
  for (const range of rangesOf(header)) {
    const found = lookedUp(range, byName) ?? lookedUp(withScript(range), byName)
    if (found !== null) return found
  }
  return null
}

/** Ranges that are wanted at all, most wanted first; those of one weight as they stand. */
function rangesOf(header: string): string[] {
  return header
    .slice(0, MAX_HEADER)
    .split(',', MAX_RANGES)
    .map((part) => {
      const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
      const weight = parameters.find((parameter) => parameter.startsWith('q='))
      return { range, weight: weight === undefined ? 1 : Number(weight.slice(2)) }
    })
    .filter(({ range, weight }) => /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/.test(range) && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ range }) => range)
}

function lookedUp(range: string, byName: ReadonlyMap<string, string>): string | null {
  const parts = range.split('-')
  for (let length = parts.length; length > 0; length--) {
    const found = byName.get(parts.slice(0, length).join('-'))
    if (found !== undefined) return found
    if (parts[length - 2]?.length === 1) length-- // a single letter announces what follows it and goes with it
  }
  return null
}

function withScript(range: string): string {
  try {
    return new Intl.Locale(range).maximize().baseName.toLowerCase()
  } catch {
    return range
  }
}

const Choice = z.object({ token: z.string(), language: z.string().max(40), back: z.string().max(2_000).default('/') })

/** POST /language: what the reader chose in the foot of a page; an empty choice leaves it to the browser again. Nothing but a cookie changes. */
export function languageRoutes(site: Site): Hono {
  const app = new Hono()
  app.post('/language', formLimit, async (c) => {
    const { token, language, back } = Choice.parse(await c.req.parseBody())
    checkForm(c, site, LANGUAGE_FORM, token)
    const secure = (site.brand.baseUrl ?? '').startsWith('https:')
    if (language === '') deleteCookie(c, COOKIE, { path: '/', secure })
    else if (!languagesOf(site).offered.includes(language))
      throw new AppError('invalid', `“${language}” is no language of this site`)
    else
      setCookie(c, COOKIE, language, {
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
        secure,
        maxAge: COOKIE_DAYS * (DAY_MS / 1000),
      })
    c.header('cache-control', 'no-store')
    return c.redirect(ownPath(back), 303)
  })
  return app
}

/** A path of this site, whatever was sent: nobody is led away by a form. */
function ownPath(back: string): string {
  const url = URL.parse(back, 'http://here.invalid')
  return back.startsWith('/') && url?.host === 'here.invalid' ? `${url.pathname}${url.search}` : '/'
}
