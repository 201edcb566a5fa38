import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import type { EditionSources } from '../model/edition.ts'
import { AppError } from '../model/errors.ts'
import { SECTIONS, type Section } from '../model/tag.ts'
import { asksSomething, MAX_QUERY, parseQuery } from '../text/search-query.ts'
import { hostName, refuseSharedHosts } from '../web/editions/by-host.ts'
import type { SiteSection } from '../web/editions/sections.ts'

/** Limits of one file: each edition of some sources has tables and readers of its own. */
const MAX_EDITIONS = 24
const MAX_SECTIONS = 24
const MAX_SEARCHES = 6
const MAX_NAMED = 2_000

const text = (most: number) => z.string().min(1).max(most)
const host = z
  .string()
  .max(253)
  .transform((given, context) => {
    const name = hostName(given)
    if (name !== null && !/:\d+$/.test(given)) return name
    context.addIssue({
      code: 'custom',
      message: `“${given}” is no host name: no scheme, no port, such as news.example.org`,
    })
    return z.NEVER
  })
const language = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'must be a language tag, such as de or pt-BR')
const names = z.union([
  text(40).transform((name): Record<string, string> => ({ '*': name })),
  z.record(z.union([language, z.literal('*')]), text(40)),
])
const search = text(MAX_QUERY).transform((given, context) => {
  const query = parseQuery(given)
  if (query.problem === null && asksSomething(query)) return given
  context.addIssue({ code: 'custom', message: query.problem ?? `“${given}” asks for nothing` })
  return z.NEVER
})
const section = z.union([
  z.enum(SECTIONS, `must be one of ${SECTIONS.join(', ')}, or {"slug", "name", "searches"}`),
  z.strictObject({
    slug: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'must be small letters, digits and hyphens'),
    name: names,
    searches: z.array(search).max(MAX_SEARCHES).default([]),
  }),
])
const sections = z
  .array(section)
  .min(1)
  .max(MAX_SECTIONS)
  .transform((given, context) => {
    const made = given.map(sectionOf)
    const empty = made.find((one) => one.section === null && one.searches.length === 0)
    if (empty) context.addIssue({ code: 'custom', message: `${empty.slug} is no section of ours: it needs searches` })
    const doubled = made.find(({ slug }, at) => made.findIndex((other) => other.slug === slug) !== at)
    if (doubled) context.addIssue({ code: 'custom', message: `${doubled.slug} stands there twice` })
    return made
  })
const choice = z.strictObject({
  folders: z.array(text(200)).max(MAX_NAMED).optional(),
  feeds: z.array(text(2_000)).max(MAX_NAMED).optional(),
  hosts: z.array(host).max(MAX_NAMED).optional(),
  languages: z.array(language).max(100).optional(),
})
const edition = z.strictObject({
  key: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'must be small letters, digits and hyphens'),
  hosts: z.array(host).min(1).max(20),
  name: text(60),
  tagline: z.string().max(140).optional(),
  baseUrl: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
  logo: text(500).optional(),
  accent: text(40).optional(),
  language: language.optional(),
  languages: z.array(language).max(60).optional(),
  reactions: z.array(text(24)).max(12).optional(),
  sections: sections.optional(),
  sources: z.strictObject({ include: choice.optional(), exclude: choice.optional() }).optional(),
})
const File = z.strictObject({
  unknownHosts: z.enum(['whole', 'refuse'], 'must be whole or refuse').default('whole'),
  editions: z.array(edition).min(1).max(MAX_EDITIONS),
})

/** One edition as its owner wrote it. `logo` is a path from the working folder; `sources` is null where it shows everything. */
export type EditionEntry = {
  key: string
  hosts: readonly string[]
  name: string
  tagline: string | null
  baseUrl: string | null
  logo: string | null
  accent: string | null
  language: string | null
  languages: readonly string[] | null
  reactions: readonly string[] | null
  sections: readonly SiteSection[] | null
  sources: EditionSources | null
}

/** Editions of one installation; `refusesUnknown`: a host that none names gets nothing, not the whole site. */
export type EditionsFile = { refusesUnknown: boolean; editions: readonly EditionEntry[] }

/** @throws AppError invalid, naming the file, the place in it and what would be right */
export function readEditionsFile(path: string): EditionsFile {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new AppError('invalid', `TRENDPULSE_EDITIONS: ${path}: ${(cause as Error).message}`, { cause })
  }
  const parsed = File.safeParse(content)
  if (!parsed.success) throw new AppError('invalid', `TRENDPULSE_EDITIONS: ${path}: ${firstProblem(parsed.error)}`)
  const { unknownHosts, editions } = parsed.data
  const doubled = editions.find(({ key }, at) => editions.findIndex((other) => other.key === key) !== at)
  if (doubled) throw new AppError('invalid', `TRENDPULSE_EDITIONS: ${path}: two editions have the key ${doubled.key}`)
  refuseSharedHosts(editions)
  return {
    refusesUnknown: unknownHosts === 'refuse',
    editions: editions.map((one) => ({
      key: one.key,
      hosts: one.hosts,
      name: one.name,
      tagline: one.tagline ?? null,
      baseUrl: one.baseUrl?.replace(/\/+$/, '') ?? null,
      logo: one.logo === undefined ? null : resolve(dirname(path), one.logo),
      accent: one.accent ?? null,
      language: one.language ?? null,
      languages: one.languages ?? null,
      reactions: one.reactions ?? null,
      sections: one.sections ?? null,
      sources: namesSomething(one.sources) ? one.sources : null,
    })),
  }
}

/** A place in the file as its owner finds it: `editions[0].sources.include.hosts[2]`. */
function firstProblem({ issues }: z.ZodError): string {
  const issue = deepest(issues[0]!) // an error has an issue
  const place = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
  return `${place.replace(/^\./, '') || 'the file'}: ${issue.message}`
}

/** Where none of two forms fits, the one that was meant says more: the one whose first problem lies deepest. */
function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue
  const firsts = issue.errors.flatMap((form) => (form[0] ? [deepest(form[0])] : []))
  const best = firsts.toSorted((a, b) => b.path.length - a.path.length)[0]
  return best ? { ...best, path: [...issue.path, ...best.path] } : issue
}

function namesSomething(sources: EditionSources | undefined): sources is EditionSources {
  return [sources?.include, sources?.exclude].some((one) =>
    Object.values(one ?? {}).some((list: readonly string[] | undefined) => (list ?? []).length > 0),
  )
}

function sectionOf(given: z.output<typeof section>): SiteSection {
  if (typeof given === 'string') return { slug: given, section: given, names: {}, searches: [] }
  const { slug, name, searches } = given
  const isBuiltIn = (SECTIONS as readonly string[]).includes(slug) && searches.length === 0
  return { slug, section: isBuiltIn ? (slug as Section) : null, names: name, searches }
}

/**
 * Sections from one line of configuration: slugs in their order, each with a name of its own or without: `sports,economy=Money`.
 * @throws AppError invalid for a slug that is no section
 */
export function sectionsOfLine(line: readonly string[]): SiteSection[] | null {
  if (line.length === 0) return null
  return line.map((part) => {
    const [slug = '', name] = part.split('=').map((piece) => piece.trim())
    const known = SECTIONS.find((one) => one === slug)
    if (known === undefined)
      throw new AppError('invalid', `TRENDPULSE_SECTIONS: “${slug}” is no section: ${SECTIONS.join(', ')}`)
    return { slug, section: known, names: name ? { '*': name } : {}, searches: [] }
  })
}
