import { writtenDates } from '../text/written-date.ts'
import { readTree, textOf } from './page-tree.ts'

/** Most names of one byline; a page with more lists its staff. */
const MAX_NAMES = 12
/** Longest name, in UTF-16 units. */
const MAX_NAME = 60

const BY =
  /^(?:(?:this (?:post|article|story) was )?(?:written|posted|published|story|words|created|article|guide|authored|text|(?:view |see |show )?(?:all )?(?:posts|articles)) by|by|(?:zeige )?alle beiträge von|artikel von|beitrag von|insights from|von|par|por|di|da|door|av|af|autor(?:in|es)?|auteurs?|autore|authors?|eine kolumne von|ein (?:beitrag|artikel|kommentar) von|interview|text|tekst|szerző|yazar|от|автор|автора|od|napisał|(?:eingestellt|veröffentlicht|verfasst|geschrieben|erstellt) von|pressemitteilung von|publié par|escrito por|eingestellt von|interview|words|texto|publicado por|scritto da|pubblicato da|skrevet af|skriven av|geschreven door)(?:\s*[:：]\s*|\s+)/iu
/** A label behind that of the date: "Datum: Autor: Anna Sand". */
const LABEL_INSIDE = /^\p{L}{2,16}:\s*(?=(?:autor(?:in)?|authors?|auteurs?)\s*:)/iu
/** The same, glued to the name where two elements stand side by side ("ByAnna Sand"). */
const BY_GLUED = /^(?:[Bb]y|(?:[Vv]eröffentlicht )?[Vv]on)(?=\p{Lu}\p{Ll})/u
const SPLIT =
  /\s*(?:[;|•·/]|,(?! (?:Jr|Sr|PhD|MD|M\.D|Ph\.D|RD|RDN|RN|DO|DVM|VMD|DDS|JD|J\.D|CPA|CFP|CFA|MPH|MSc|MBA|MS|III?)\b)|\band\b|\bund\b|\bet\b|\by\b(?= \p{Lu})|&|\bwith\b)\s*/u
const TITLES =
  /\b(?:staff|editor|correspondent|reporter|writer|contributor|newsroom|team|press release|admin|administrator|guest author)\b/iu
/** What stands in bylines beside names: roles, degrees, links. */
export const ROLE_ALONE =
  /^(?:(?:senior |chief |staff |head of |vice |managing |contributing )*(?:editor|writer|reporter|correspondent|contributor|author|admin|administrator|marketing|director|manager|founder|ceo|co-founder|community development)(?:[- ]in[- ]chief)?|more posts|all posts|read more|posts?|articles?|follow|shares?|m\.?a\.?(?: .*)?|b\.?a\.?|ph\.?d\.?|artikel von|autor(?:in)?|redaktion|names?|e-?mail|website|(?:written|posted) by|follow us|stand|quelle|datum|(?:full |short )?bio|min\. read|join .*|log ?in|contact(?: us)?|subscribe|about(?: us)?|comments?|home|blog|posted|uhr|more actions|published|(?:last )?(?:updated|modified|reviewed)|min(?:ute)?s? read|the author|member login|(?:\p{L}+[- ]){1,3}expert|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)$/iu

/** The names in found bylines, each once: without "By", roles and what stands in brackets; the site's own name is none. */
export function cleanNames(
  found: readonly string[],
  siteName: string | null,
  isPublisher: (name: string) => boolean = () => false,
): string[] {
  const names = found.flatMap((name) => partsOf(withoutBy(decoded(name).replace(/\s+/gu, ' ').trim()), isPublisher))
  const own = squeezed(siteName ?? '')
  const kept = names
    .map(cleanName)
    .filter(
      (name) =>
        name.length >= 2 &&
        name.length <= MAX_NAME &&
        /\p{L}/u.test(name) &&
        squeezed(name) !== own &&
        !/https?:|www\.|@/u.test(name),
    )
  const whole = kept.some(isFullName) ? kept.filter((name) => !isLoneWord(name)) : kept
  return [...new Map(whole.map((name) => [squeezed(name), name])).values()].slice(0, MAX_NAMES)
}

/** The names of one byline; "Anna Sand - Harbour News" is parted where the publisher stands on one side. */
function partsOf(byline: string, isPublisher: (name: string) => boolean): string[] {
  const sides = byline.split(/\s+[-–—|]\s+/u)
  const others = sides.filter((side) => !isPublisher(side))
  return (others.length > 0 && others.length < sides.length ? others : [byline]).flatMap((side) => side.split(SPLIT))
}

/** A word beside whole names that is no agency's short name: what is left of a role. */
function isLoneWord(name: string): boolean {
  return /^\p{Lu}?\p{Ll}+$/u.test(name)
}

/** JSON-LD and metas often hold names escaped twice: a `;` of `&oacute;` must not part a name. */
function decoded(name: string): string {
  return /&#?\w{2,8};/u.test(name) ? textOf(readTree(name.slice(0, 500)), 500) : name
}

/** A desk that signs in place of a person: "Redaktion", "Staff Writer". */
const DESK =
  /^(?:(?:die |the )?redaktion|la rédaction|redacción|redazione|redakcja|editorial (?:team|staff|board)|staff(?: writers?| reporters?)?|newsroom|news desk)$/iu

/** The first of these bylines that is nothing but a desk's. */
export function deskIn(found: readonly string[]): string | null {
  const bare = found.map((name) => withoutBy(name.trim()).replace(/[\s,.;:–—-]+$/gu, ''))
  return bare.find((name) => DESK.test(name)) ?? null
}

/** The parts of a byline without "By", as they stand. */
export function namesIn(bare: string): string[] {
  return bare
    .split(SPLIT)
    .map(cleanName)
    .filter((name) => name !== '')
}

function cleanName(name: string): string {
  const bare = name
    .replace(/\s*[([].*$/u, '')
    .replace(/\s+(?:quelle|source|fuente|fonte)\s*:.*$/iu, '')
    // Who took the pictures did not write the text.
    .replace(/(?:^|\s+)(?:fotos?|photos?|pictures?|illustration(?:en)?|bild(?:er)?)\b.*$/iu, '')
    // What stands behind a name without a mark between: when the page was changed, who checked it.
    .replace(/(?<=\p{L}{2}) (?:last )?(?:updated|modified|reviewed|medically reviewed|fact[- ]checked)\b.*$/iu, '')
    .replace(/[.,;]? (?:(?:medically|technically|scientifically) )?(?:reviewed|edited|fact[- ]checked) by\b.*$/iu, '')
    .replace(/^[\s\p{P}]+|[\s,:;–—-]+$/gu, '')
    .trim()
  if (ROLE_ALONE.test(bare)) return ''
  // "Anna Sand Writer": the role goes where a whole name stands before it.
  return bare.replace(
    /^(\p{Lu}\S+(?: \S+){1,3}?),? (?:\p{Lu}\p{L}+ ){0,3}(?:Writer|writer|Editor|Reporter|Correspondent|Contributor|Author|Director|Coordinator|Manager|Specialist|Strategist|Autor|Redakteur(?:in)?|Redaktor(?:in)?)$/u,
    '$1',
  )
}

/** A few words, capitalised or of a script without capitals, without figures; at most `longest` UTF-16 units. */
export function looksLikeNames(text: string, longest = 80): boolean {
  if (/\d|[.!?]$|https?:/u.test(text) || text.length > longest) return false
  const words = text.split(' ')
  if (words.length > longest / 9 + 0.2) return false
  const capital = words.filter((word) =>
    /^(?:\p{Lu}|\p{Lo}|(?:von|van|de|da|di|la|las|los|del|der|den|du|do|dos|el|al|zu|and|und|et|y|&)$)/u.test(word),
  ).length
  return capital >= words.length * 0.8 && (words.length > 1 || text.length > 3 || !TITLES.test(text))
}

/** A byline without the date in it and without what follows "@" or stands in brackets. */
export function withoutDate(text: string): string {
  let bare = text.replace(/\s*[@(].*$/u, '')
  for (const { start, end } of writtenDates(bare).reverse()) bare = `${bare.slice(0, start)} ${bare.slice(end)}`
  return (
    bare
      .replace(/\s+/gu, ' ')
      .replace(EDGES, '')
      .replace(
        /^(?:(?:first |last )?(?:published|posted|updated|veröffentlicht|erschienen|publié|le|am|on)\b[\s:]*)+/iu,
        '',
      )
      .replace(EDGES, '')
      // A weekday's short name that stood before the date.
      .replace(/[\s,|·•]+(?:Mo|Di|Mi|Do|Fr|Sa|So|Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)[.,]?$/u, '')
  )
}

/** What parts a date from a name. */
const EDGES = /^[\s\d./:|·•,–—-]+|[\s\d./:|·•,–—-]+$/gu

/** Two to four capitalised words, small ones of nobility between them. */
export function isFullName(text: string): boolean {
  return FULL_NAME.test(text)
}

const FULL_NAME =
  /^\p{Lu}[\p{L}'’.-]+(?:(?: (?:de|la|las|los|del|della|da|di|do|dos|du|van|von|v\.|der|den|ter|zu|el|al|bin|ibn)){0,2} \p{Lu}[\p{L}'’.-]*){1,3}$/u

/** A byline without "By" or its like before the names. */
export function withoutBy(text: string): string {
  return text
    .replace(LABEL_INSIDE, '')
    .replace(BY, '')
    .replace(BY_GLUED, '')
    .replace(/ im Gespräch mit /iu, ' und ')
}

/** Letters and figures alone, lower-cased: two spellings of one name are equal. */
export function squeezed(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
