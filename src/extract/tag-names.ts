import type { ContentKind } from './html-scanner.ts'
import { NameTable } from './name-table.ts'

/** What the tree's builder must know of a tag; one record a name. */
export type TagName = {
  readonly name: string
  /** Which of the known names it is; -1 for any other. */
  readonly index: number
  /** Has no content and no end tag. */
  readonly isVoid: boolean
  /** Its start ends an open paragraph. **Source:** HTML Living Standard 13.2.6.4.7 ("close a p element"). */
  readonly endsParagraph: boolean
  /** Open elements that its start ends, up to a scope; null for none. */
  readonly endsSibling: readonly string[] | null
  /** An implied end never reaches beyond it. */
  readonly isScope: boolean
  readonly content: ContentKind
}

/** Elements whose start ends an open paragraph. */
export const ENDS_PARAGRAPH: ReadonlySet<string> = new Set(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section table ul'.split(
    ' ',
  ),
)
const VOID = new Set('area base br col embed hr img input link meta param source track wbr frame'.split(' '))
const SCOPES = new Set('table td th ul ol dl button caption html template object'.split(' '))
const ENDS_SIBLING: ReadonlyMap<string, readonly string[]> = new Map([
  ['li', ['li']], ['dt', ['dt', 'dd']], ['dd', ['dt', 'dd']], ['tr', ['tr', 'td', 'th']], ['td', ['td', 'th']], ['th', ['td', 'th']], ['option', ['option']], ['tbody', ['tbody', 'thead', 'tr', 'td', 'th']], ['tfoot', ['tbody', 'thead', 'tr', 'td', 'th']],
]) // biome-ignore format: a table reads better in rows
/** Elements whose content is no markup. */
const CONTENT: ReadonlyMap<string, ContentKind> = new Map([
  ['script', 'raw'], ['style', 'raw'], ['iframe', 'raw'], ['noembed', 'raw'], ['noframes', 'raw'], ['xmp', 'raw'], ['title', 'rcdata'], ['textarea', 'rcdata'], ['plaintext', 'plaintext'],
]) // biome-ignore format: a table reads better in rows
const OTHERS =
  'a abbr acronym amp-img audio b bdi bdo big body button canvas caption cite code colgroup data datalist defs del dfn em figcaption font g html head i iframe ins kbd label legend mark meter noembed noframes noscript nobr object optgroup option output p path picture plaintext polygon progress q rect rp rt ruby s samp script select slot small span strike strong style sub summary sup svg symbol table tbody td template textarea tfoot th thead time title tr tt u use var video xmp'

function tagName(name: string, index: number): TagName {
  return {
    name,
    index,
    isVoid: VOID.has(name),
    endsParagraph: ENDS_PARAGRAPH.has(name),
    endsSibling: ENDS_SIBLING.get(name) ?? null,
    isScope: SCOPES.has(name),
    content: CONTENT.get(name) ?? 'markup',
  }
}

const KNOWN: readonly TagName[] = [
  ...new Set([...ENDS_PARAGRAPH, ...VOID, ...SCOPES, ...ENDS_SIBLING.keys(), ...OTHERS.split(' ')]),
].map(tagName)

/** How many names are known, each with its own `index` below this. */
export const KNOWN_TAGS = KNOWN.length

const TABLE = new NameTable(KNOWN.map(({ name }) => name))

/** Longest name kept, in UTF-16 units. */
const MAX_NAME = 64

/** The tag whose name stands at `[start, end)` of a page, whatever its case. */
export function tagNameAt(html: string, start: number, end: number): TagName {
  return (
    KNOWN[TABLE.find(html, start, end)] ?? tagName(html.slice(start, Math.min(end, start + MAX_NAME)).toLowerCase(), -1)
  )
}
