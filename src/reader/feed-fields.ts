import { addEnclosure, mediaTypeOf } from './enclosures.ts'
import { addAuthor, addCategory, claimId, claimText, claimUrl, type Draft } from './feed-draft.ts'
import { readLink, takeLink } from './feed-links.ts'
import type { FeedRule } from './feed-rules.ts'
import { isWebUrl, joinUrl } from './join-url.ts'
import { MAX_LIST } from './limits.ts'
import type { Attributes } from './markup-attributes.ts'
import { readPerson } from './person.ts'

/** Dates kept of one entry: a feed gives four or five. */
const MAX_DATES = 50

/** An element of a feed as far as its fields need it. */
export type FieldElement = { attributes: Attributes; base: string | null }

/** What a person element has gathered from the elements inside it; empty where it only holds a line of text. */
export type PersonParts = { name: string; email: string; uri: string }

/** Terms of a category element's attributes: `term` and `label` of Atom, `domain` of RSS, `text` of podcasts. */
export function takeCategory(draft: Draft, { attributes }: FieldElement, ownScheme: string | null): void {
  const term = attributes.get('term') ?? attributes.get('text') ?? null
  addCategory(draft, { term, scheme: schemeOf(attributes) ?? ownScheme, label: attributes.get('label') ?? null })
}

/** Terms of a category element's text: one, or a list parted by commas. Where an attribute named a term, other text is a second one. */
function takeCategoryText(
  draft: Draft,
  { attributes }: FieldElement,
  rule: Extract<FeedRule, { kind: 'category' }>,
  value: string,
): void {
  if (!rule.isList) {
    const hasOwn = attributes.has('term') || attributes.has('text')
    if (value === '') return
    if (hasOwn) addCategory(draft, { term: value, scheme: null, label: null })
    else
      addCategory(draft, {
        term: value,
        scheme: schemeOf(attributes) ?? rule.scheme,
        label: attributes.get('label') ?? null,
      })
    return
  }
  for (const term of value.split(',', MAX_LIST)) {
    if (term.trim() !== '') addCategory(draft, { term: term.trim(), scheme: rule.scheme, label: null })
  }
}

function schemeOf(attributes: Attributes): string | null {
  return attributes.get('scheme') ?? attributes.get('domain') ?? null
}

/** A file or picture: of an entry an enclosure, of the feed its image. */
export function takeAttachment(
  draft: Draft,
  isEntry: boolean,
  { attributes, base }: FieldElement,
  role: Extract<FeedRule, { kind: 'attachment' }>['role'],
): void {
  const found = attributes.get('url') ?? attributes.get('href') ?? attributes.get('uri') ?? ''
  const url = found === '' ? '' : joinUrl(base, found)
  if (!isEntry) {
    if (role !== 'enclosure') claimText(draft, 'image', { value: url, rank: 1, depth: 0 })
  } else if (role === 'enclosure') {
    addEnclosure(draft.enclosures, url, attributes.get('type') ?? null, attributes.get('length') ?? null)
  } else {
    const medium = role === 'media' ? attributes.get('medium') : 'image'
    addEnclosure(draft.media, url, mediaTypeOf(url, attributes.get('type'), medium), attributes.get('fileSize') ?? null)
  }
}

/** CDF says address and date in attributes of its channels and items. */
export function takeCdfAttributes(draft: Draft, { attributes, base }: FieldElement): void {
  for (const [name, value] of attributes) {
    const lower = name.toLowerCase()
    if (lower === 'href') claimUrl(draft, joinUrl(base, value), 1)
    if (lower === 'lastmod') draft.dates.push({ slot: 'updated', rank: 1, found: value })
  }
}

/** A link element; its text is the address where it has no `href`. Addresses in text are often escaped twice, so that `&amp;` is still in them. */
export function takeLinkElement(draft: Draft, { attributes, base }: FieldElement, value: string, depth: number): void {
  const link = readLink(attributes, base)
  const href = link.href ?? (value === '' ? '' : joinUrl(base, value.replaceAll('&amp;', '&')))
  takeLink(draft, { ...link, href }, depth)
}

/** An id stays as found, but for a path, which only its base makes an address. A guid that is an address is the link of an entry without one. */
function takeIdElement(draft: Draft, { attributes, base }: FieldElement, value: string, depth: number): void {
  const permanent = [...attributes]
    .find(([name]) => name.toLowerCase() === 'ispermalink')?.[1]
    .trim()
    .toLowerCase()
  const isLink = permanent === undefined || permanent === 'true'
  const id = isLink && /^\.{0,2}\/[^/]/u.test(value) ? joinUrl(base, value) : value
  claimId(draft, { value: id, rank: 0, depth })
  if (isLink && isWebUrl(id)) claimUrl(draft, id, 3)
}

/** A person: from the elements inside it where it has any, else from its line of text. */
export function takePerson(draft: Draft, parts: PersonParts, value: string): void {
  const isSpelled = parts.name !== '' || parts.email !== '' || parts.uri !== ''
  const person = isSpelled
    ? { name: parts.name || null, email: parts.email || null, uri: parts.uri || null }
    : readPerson(value)
  if (person) addAuthor(draft, person)
}

/** One part of a person, from an element inside it; the first of a kind counts. */
export function takePersonPart(
  parts: PersonParts,
  { base }: FieldElement,
  part: keyof PersonParts,
  value: string,
): void {
  if (value !== '') parts[part] ||= part === 'uri' ? joinUrl(base, value) : value
}

/** An element whose text alone counts, put where its rule says. */
export function takeText(
  draft: Draft,
  element: FieldElement,
  rule: FeedRule,
  { value, depth }: { value: string; depth: number },
): void {
  switch (rule.kind) {
    case 'date':
      if (value !== '' && draft.dates.length < MAX_DATES)
        draft.dates.push({ slot: rule.slot, rank: rule.rank, found: value })
      return
    case 'text': {
      const isAddress = rule.slot === 'comments' || rule.slot === 'image'
      const text = value === '' && rule.slot === 'image' ? (element.attributes.get('href') ?? '') : value
      claimText(draft, rule.slot, {
        value: isAddress && text !== '' ? joinUrl(element.base, text) : text,
        rank: rule.rank,
        depth,
      })
      return
    }
    case 'link':
      takeLinkElement(draft, element, value, depth)
      return
    case 'id':
      takeIdElement(draft, element, value, depth)
      return
    case 'category':
      takeCategoryText(draft, element, rule, value)
      return
  }
}
