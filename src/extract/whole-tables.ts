import { isDataTable, nearest } from './article-blocks.ts'
import type { PageBlocks } from './page-blocks.ts'
import type { PageElement } from './page-tree.ts'

/** Most cells of a table that is taken whole: longer ones are listings, judged cell by cell. */
const MAX_CELLS = 400
/** Least letters of a kept block that counts as a paragraph beside a table, in UTF-16 units. */
const PARAGRAPH = 60
/** Largest share of a table's letters inside links. */
const MAX_LINK_SHARE = 0.3

type Table = { element: PageElement; cells: number[]; isData: boolean; letters: number; linkLetters: number }

/** The kept blocks with every table of data that stands among the text's own paragraphs taken whole: a number alone in a cell tells no classifier what it is. */
export function withWholeTables(page: PageBlocks, kept: readonly boolean[]): boolean[] {
  const tables = dataTables(page)
  if (tables.length === 0) return [...kept]
  const parents = paragraphParents(page, kept)
  const whole = [...kept]
  for (const { element, cells, letters, linkLetters } of tables) {
    const beside = element.parent !== null && parents.has(element.parent)
    if (!beside || cells.length > MAX_CELLS || linkLetters > letters * MAX_LINK_SHARE) continue
    for (const index of cells) whole[index] = true
  }
  return whole
}

function dataTables(page: PageBlocks): Table[] {
  const tables = new Map<PageElement, Table>()
  for (let index = 0; index < page.texts.length; index++) {
    const { element, text, linkLength } = page.texts[index]!
    if (element.tag !== 'td' && element.tag !== 'th') continue
    const around = nearest(element, 'table')
    if (!around) continue
    const table = tables.get(around) ?? { element: around, cells: [], isData: true, letters: 0, linkLetters: 0 }
    tables.set(around, table)
    table.cells.push(index)
    table.isData &&= isDataTable(element)
    table.letters += text.length
    table.linkLetters += linkLength
  }
  return [...tables.values()].filter(({ isData, cells }) => isData && cells.length >= 4)
}

/** Elements that hold a kept paragraph directly. */
function paragraphParents(page: PageBlocks, kept: readonly boolean[]): ReadonlySet<PageElement> {
  const parents = new Set<PageElement>()
  for (let index = 0; index < page.texts.length; index++) {
    const { element, text } = page.texts[index]!
    if (kept[index] && text.length >= PARAGRAPH && element.tag === 'p' && element.parent) parents.add(element.parent)
  }
  return parents
}
