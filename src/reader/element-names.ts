import { knownPrefix } from './feed-names.ts'
import { MAX_PREFIXES } from './limits.ts'
import type { Attributes } from './markup-attributes.ts'

/** Names remembered before the memory is emptied; documents use a few dozen. */
const MAX_REMEMBERED = 2_000
/** Prefixes that mean a core format where a feed forgot to declare them. */
const USUAL_PREFIXES: readonly (readonly [string, string])[] = [
  ['atom', ''],
  ['a10', ''],
  ['atom10', ''],
  ['rss', ''],
  ['xhtml', 'xhtml'],
  ['html', 'xhtml'],
]

/** One element's name: as written in lower case, and behind this reader's own prefix. */
export type ElementName = { raw: string; canonical: string; local: string }

/**
 * Names of elements behind this reader's own prefixes. A declared namespace decides; an undeclared or unknown prefix stands for itself,
 * so that `dc:creator` is read where nobody declared `dc`. Prefixes hold from their declaration to the document's end, not by scope: feeds use each for one thing.
 */
export class ElementNames {
  private readonly prefixes = new Map<string, string>(USUAL_PREFIXES)
  private readonly remembered = new Map<string, ElementName>()

  /** Notes the namespaces that a tag declares; gives the prefix its default namespace stands for, null where it declares none that is known. */
  declare(attributes: Attributes): string | null {
    let own: string | null = null
    for (const [name, uri] of attributes) {
      if (name === 'xmlns') own = knownPrefix(uri)
      if (!name.startsWith('xmlns:') || this.prefixes.size >= MAX_PREFIXES) continue
      const known = knownPrefix(uri)
      const prefix = name.slice('xmlns:'.length).toLowerCase()
      this.prefixes.set(prefix, known ?? prefix)
      this.remembered.clear()
    }
    return own
  }

  /** The name of an element; `defaultPrefix` is what the default namespace around it stands for. */
  read(written: string, defaultPrefix: string): ElementName {
    const key = defaultPrefix === '' ? written : `${defaultPrefix} ${written}`
    const known = this.remembered.get(key)
    if (known) return known
    const raw = written.toLowerCase()
    const colon = raw.indexOf(':')
    const local = raw.slice(colon + 1)
    const prefix = colon === -1 ? defaultPrefix : (this.prefixes.get(raw.slice(0, colon)) ?? raw.slice(0, colon))
    const name = { raw, local, canonical: prefix === '' ? local : `${prefix}:${local}` }
    if (this.remembered.size >= MAX_REMEMBERED) this.remembered.clear()
    this.remembered.set(key, name)
    return name
  }
}
