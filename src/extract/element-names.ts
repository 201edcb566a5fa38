import type { NamedThing } from './element-facts.ts'
import { copied } from './string-memory.ts'

/** What stands for a number that was not asked for yet. */
export const UNREAD = -1

/**
 * A tag and a class attribute, one record for all elements of all pages that have them: sites repeat their classes, and what follows
 * from them alone is found once. Whoever needs such a thing fills it in when first asked; none of it changes an answer.
 */
export class ElementNames {
  readonly tag: string
  /** The class attribute, empty where there is none. */
  readonly classes: string
  /** What the classes mark (page-claims.ts), as bits. */
  marks = UNREAD
  /** What kinds of page they speak of (kind-facts.ts), as bits. */
  kinds = UNREAD
  /** By what elements set alike are known (repeated-parts.ts). */
  family: string | null = null
  /** What they say of an element that has no other names, and by what it is known among its siblings (element-facts.ts). */
  named: NamedThing | null = null
  signature: string | null = null
  signatureHash = UNREAD

  constructor(tag: string, classes: string) {
    this.tag = tag
    this.classes = classes
  }
}

/** Most class attributes remembered from page to page, longest one in UTF-16 units, and most tags that one is remembered with. */
const MAX_REMEMBERED = 8_192
const MAX_CLASSES = 400
const MAX_TAGS = 200

/** The records of one class attribute, by tag. */
export class ClassNames {
  private readonly classes: string
  private last: ElementNames
  private byTag: Map<string, ElementNames> | null = null

  constructor(classes: string) {
    this.classes = classes
    this.last = new ElementNames('', classes)
  }

  /** The record of a tag with these classes. */
  with(tag: string): ElementNames {
    // Most classes stand on elements of one tag.
    if (this.last.tag === tag) return this.last
    this.last = this.byTag?.get(tag) ?? this.remember(copied(tag))
    return this.last
  }

  private remember(tag: string): ElementNames {
    this.byTag ??= new Map()
    if (this.byTag.size >= MAX_TAGS) this.byTag.clear()
    const made = new ElementNames(tag, this.classes)
    this.byTag.set(tag, made)
    return made
  }
}

/** The records of elements without a class. */
export const NO_CLASS = new ClassNames('')

const known = new Map<string, ClassNames>()

/** The records of a class attribute. */
export function classNames(classes: string): ClassNames {
  if (classes === '') return NO_CLASS
  if (classes.length > MAX_CLASSES) return new ClassNames(classes)
  const found = known.get(classes)
  if (found) return found
  if (known.size >= MAX_REMEMBERED) known.clear()
  const own = copied(classes)
  const made = new ClassNames(own)
  known.set(own, made)
  return made
}
