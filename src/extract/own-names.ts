import { isFullName, squeezed } from './byline-words.ts'
import { originalUrl } from './heading-text.ts'
import type { PageBlocks } from './page-blocks.ts'

/** Shortest host label, and shortest part of a site's name, by which a byline is known for the site's own. In letters. */
const MIN_LABEL = 4
/** Letters of a page's text that are looked through for a name's words, in UTF-16 units. */
const READ = 60_000

/** Tells a site's own name in a byline from a person's: the publisher is not the writer, but a person's own site bears the person's name. */
export type OwnNames = {
  /** Whether a byline is the site's name, by its name or its host. */
  isOwn: (name: string) => boolean
  /** Whether it is the site's and no person's. */
  isPublisher: (name: string) => boolean
}

/** Reads what the site calls itself; the page's text tells names from words. */
export function ownNames(siteName: string | null, url: string | null, page: PageBlocks): OwnNames {
  const site = squeezed(siteName ?? '')
  const label = hostLabel(url)
  const isOwn = (name: string): boolean => {
    const key = squeezed(name)
    if (key === '' || key === site) return key !== ''
    if (label.length >= MIN_LABEL && key.includes(label)) return true
    return key.length >= MIN_LABEL && site.includes(key)
  }
  return { isOwn, isPublisher: (name) => isOwn(name) && !isPersonal(name, page) }
}

/** The host's telling label, letters and figures alone: `harbourwire` of `www.harbour-wire.co.uk`. */
function hostLabel(url: string | null): string {
  const host = /^https?:\/\/(?:www\.)?([^/:?#]+)/u.exec(originalUrl(url) ?? '')?.[1] ?? ''
  const labels = host.split('.').slice(0, -1)
  return squeezed(labels.reduce((longest, next) => (next.length >= longest.length ? next : longest), ''))
}

/** A whole name none of whose words the page uses as a word: "Anna Sand", not "Harbour News". */
export function isPersonal(name: string, page: PageBlocks): boolean {
  const bare = name.replace(/^(?:Dr|Prof)\.? /u, '')
  if (!isFullName(bare) || bare.split(' ').length > 5 || /^The /u.test(bare)) return false
  const words = bare
    .split(' ')
    .filter((word) => word.length > 2 && /^\p{Lu}/u.test(word))
    .map((word) => word.toLowerCase().replace(/[^\p{L}]/gu, '.'))
  if (words.length === 0) return false
  const asWord = new RegExp(`(?<![\\p{L}/@.-])(?:${words.join('|')})(?![\\p{L}@.-])`, 'u')
  const plain = words.map((word) => word.slice(0, word.indexOf('.') === -1 ? word.length : word.indexOf('.')))
  let left = READ
  for (const { text } of page.texts) {
    if (left <= 0) break
    // Few blocks hold such a word at all, and looking for letters around it is dear.
    if (plain.some((part) => text.includes(part)) && asWord.test(text.slice(0, left))) return false
    left -= text.length
  }
  return true
}
