/** One described thing of JSON-LD, its types without prefix. */
export type LinkedThing = { types: readonly string[]; fields: Readonly<Record<string, unknown>> }

/** Most things read of one page, and how deep they may be nested: pages with thousands are shop listings. */
const MAX_THINGS = 400
const MAX_NESTING = 12

/** All things that a page's JSON-LD scripts describe, outermost first; broken scripts are mended where only line breaks or comments broke them, else left out. */
export function readJsonLd(scripts: readonly string[]): LinkedThing[] {
  const things: LinkedThing[] = []
  for (const script of scripts) collect(parseLoosely(script), things, 0)
  return things
}

function parseLoosely(script: string): unknown {
  const bare = script
    .replace(/^\s*(?:<!--|\/\*.{0,40}?\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/u, '')
    .replace(/(?:-->|\/\/\s*\]\]>|\]\]>|;)\s*$/u, '')
  for (const text of [
    bare,
    bare.replace(/[\u0000-\u001f]+/gu, ' '),
    bare.replace(/[\u0000-\u001f]+/gu, ' ').replace(/,\s*([}\]])/gu, '$1'),
  ]) {
    try {
      return JSON.parse(text)
    } catch {}
  }
  return null
}

function collect(value: unknown, things: LinkedThing[], depth: number): void {
  if (depth > MAX_NESTING || things.length >= MAX_THINGS || typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const item of value) collect(item, things, depth + 1)
    return
  }
  const fields = value as Record<string, unknown>
  const types = typesOf(fields['@type'])
  if (types.length > 0) things.push({ types, fields })
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'itemListElement'])
    if (key in fields) collect(fields[key], things, depth + 1)
}

function typesOf(type: unknown): string[] {
  const all = Array.isArray(type) ? type : [type]
  return all.filter((name) => typeof name === 'string').map((name) => name.replace(/^.*[/:#]/u, ''))
}

/** Whether a type is a text that somebody published. **Source:** schema.org, subtypes of CreativeWork that carry a headline. */
export function isArticleType(type: string): boolean {
  return /(?:Article|BlogPosting|SocialMediaPosting|Report|Review|Recipe|HowTo|LiveBlogPosting|DiscussionForumPosting)$/u.test(
    type,
  )
}

/** A text value of a field: itself, its `@value`, `name`, `url`, or the first of a list; null where there is none. */
export function textField(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.length > 0 ? textField(value[0]) : null
  if (typeof value !== 'object' || value === null) return null
  const fields = value as Record<string, unknown>
  return textField(fields['@value'] ?? fields.name ?? fields.url ?? fields['@id'] ?? null)
}
