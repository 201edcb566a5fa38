import type { Entry, FeedMeta, Person } from '../../src/model/entry.ts'

/** One line of `expectations.json`: what stands at a path of feedparser's result. `expected` is a text, a number or the parts of a UTC time. */
export type FeedExpectation = { file: string; group: string; path: string; op: string; expected: unknown }

/** What a program made of a feed; a field that it has no counterpart for is left out. */
export type FeedAnswer = { feed: Partial<FeedMeta>; entries: readonly Partial<Entry>[] }

/** Expectations met and asked: over the groups that are plain feeds, over `xml:base`, and by field or further group. */
export type FeedScores = {
  core: readonly [met: number, asked: number]
  base: readonly [met: number, asked: number]
  groups: Readonly<Record<string, readonly [met: number, asked: number]>>
}

type Part = Partial<Entry & FeedMeta>
type Field = { field: string; get: (part: Part) => readonly unknown[] }

/** Groups of the suite that are feeds as they should be read; the others ask for more (base addresses, encodings, feedparser's sanitizer). */
const CORE = new Set('rss atom atom10 rdf namespace itunes media-rss sgml xml feedburner http'.split(' '))

const text = (field: string, ...keys: (keyof Part)[]): Field => ({ field, get: (part) => keys.map((key) => part[key]) })
const firstOf = (part: Part) => part.categories?.[0]
const named = ({ name, email }: Person): (string | null)[] => [name && email ? `${name} (${email})` : null, name, email]

/** feedparser's paths, and where this project's shape has the same. */
const FIELDS: Readonly<Record<string, Field>> = {
  title: text('title', 'title', 'titleText'),
  'title_detail.value': text('title', 'title', 'titleText'),
  link: text('link', 'url', 'link'),
  id: text('id', 'id'),
  summary: text('summary/content', 'summary', 'content', 'description'),
  description: text('summary/content', 'summary', 'description', 'content'),
  subtitle: text('summary/content', 'description'),
  tagline: text('summary/content', 'description'),
  'summary_detail.value': text('summary/content', 'summary'),
  'content[0].value': text('summary/content', 'content'),
  author: { field: 'author', get: (part) => (part.authors ?? []).flatMap(named) },
  'author_detail.name': { field: 'author', get: (part) => (part.authors ?? []).map(({ name }) => name) },
  'author_detail.email': { field: 'author', get: (part) => (part.authors ?? []).map(({ email }) => email) },
  language: text('language', 'language'),
  published: text('date', 'published'),
  published_parsed: text('date', 'published'),
  updated: text('date', 'updated'),
  updated_parsed: text('date', 'updated'),
  comments: text('comments', 'comments'),
  category: { field: 'tags', get: (part) => [firstOf(part)?.term, firstOf(part)?.label] },
}

/**
 * Scores what was read against the expectations that have a counterpart here, strictly: equal but for white space; times as moments.
 * Of an author any of name, mail, or both put together counts; a file without an answer meets nothing.
 */
export function scoreFeeds(
  expectations: readonly FeedExpectation[],
  answers: ReadonlyMap<string, FeedAnswer>,
): FeedScores {
  const groups: Record<string, [number, number]> = {}
  for (const { file, group, path, op, expected } of expectations) {
    const where = op === 'eq' ? /^(feed|entries\[(\d+)\])\.(.+)$/u.exec(path) : null
    const found = where && fieldAt(where[3]!)
    if (!found) continue
    const answer = answers.get(file)
    const part: Part | undefined = where[1] === 'feed' ? answer?.feed : answer?.entries[Number(where[2])]
    const isMet = part !== undefined && found.get(part).some((got) => isSame(found.field, got, expected))
    const name = CORE.has(group) ? found.field : `~${group === 'chardet' ? 'encoding' : group}`
    groups[name] ??= [0, 0]
    groups[name][1]++
    if (isMet) groups[name][0]++
  }
  const core: [number, number] = [0, 0]
  for (const [name, [met, asked]] of Object.entries(groups)) {
    if (name.startsWith('~')) continue
    core[0] += met
    core[1] += asked
  }
  return { core, base: groups['~base'] ?? [0, 0], groups }
}

function fieldAt(path: string): Field | null {
  const known = FIELDS[path]
  if (known) return known
  const tag = /^tags\[(\d+)\]\.(term|label|scheme)$/u.exec(path)
  if (tag) return { field: 'tags', get: (part) => [part.categories?.[Number(tag[1])]?.[tag[2] as 'term']] } // one of the three
  const file = /^enclosures\[(\d+)\]\.(url|href|type|length)$/u.exec(path)
  if (!file) return null
  const key = file[2] === 'href' ? 'url' : (file[2] as 'url') // one of the three that an enclosure has
  return { field: 'enclosures', get: (part) => [part.enclosures?.[Number(file[1])]?.[key]] }
}

function isSame(field: string, got: unknown, expected: unknown): boolean {
  if (got === null || got === undefined) return false
  if (field === 'date') {
    if (got === expected) return true
    const atMs = Date.parse(String(got))
    if (!Array.isArray(expected)) return atMs === Date.parse(String(expected))
    const [year, month, ...rest] = expected as number[] // feedparser's time tuple
    return atMs === Date.UTC(year!, month! - 1, ...rest.slice(0, 4))
  }
  const spaced = (value: unknown): string => String(value).replace(/\s+/gu, ' ').trim()
  return typeof got === 'string' && typeof expected === 'string'
    ? spaced(got) === spaced(expected)
    : String(got) === String(expected)
}
