import { MAX_ATTRIBUTES } from './limits.ts'
import { decodeReferences } from './references.ts'

/** Attributes of one tag by name as written, in order; of equal names the first counts, as browsers do. */
export type Attributes = ReadonlyMap<string, string>

const ATTRIBUTE = /[\s/]*([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gy
export const NO_ATTRIBUTES: Attributes = new Map()

/** Reads the inside of a start tag behind its name: quoted with either quote or none, with or without value, references decoded. */
export function readAttributes(source: string, declared?: ReadonlyMap<string, string>): Attributes {
  if (source === '') return NO_ATTRIBUTES
  const found = new Map<string, string>()
  ATTRIBUTE.lastIndex = 0
  while (ATTRIBUTE.lastIndex < source.length && found.size < MAX_ATTRIBUTES) {
    const start = ATTRIBUTE.lastIndex
    const match = ATTRIBUTE.exec(source)
    if (!match) {
      ATTRIBUTE.lastIndex = start + 1 // a stray quote or equals sign: step over it
      continue
    }
    const name = match[1] ?? ''
    if (!found.has(name)) found.set(name, decodeReferences(match[2] ?? match[3] ?? match[4] ?? '', declared))
  }
  return found
}
