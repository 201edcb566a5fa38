import { type BlockFacts, blockFacts } from './block-facts.ts'
import { WINDOW_FEATURES } from './block-windows.ts'
import type { BodyHints } from './body-hints.ts'
import { ElementBook, type ElementFacts, REGION } from './element-facts.ts'
import type { PageBlocks, TextBlock } from './page-blocks.ts'
import { DATED, HEADING, type PageFacts, pageFacts, START_WORDS, saysTitle, startHash } from './page-facts.ts'

/** Everything about one block that the classifier reads. */
export type ReadBlock = { block: TextBlock; facts: BlockFacts; element: ElementFacts }

/** Reads all blocks of a page and what is around them. */
export function readFacts(page: PageBlocks): ReadBlock[] {
  const book = new ElementBook()
  const read = page.texts.map((block) => ({ block, facts: blockFacts(block), element: book.of(block.element) }))
  for (const { block, facts } of read) book.count(block, facts.words)
  return read
}

/** Number of own features of a block, before the windows of the first stage's score are added. */
export const OWN_FEATURES = 98
/** Features of one block together: its own, and windows of the first stage's scores. */
export const FEATURES = OWN_FEATURES + WINDOW_FEATURES
/** Where the windows of the first stage's scores stand in a row. */
export const FIRST_WINDOWS = { width: FEATURES, from: OWN_FEATURES }

const REGION_BITS = Object.values(REGION)
/** Longest line looked at for words of small print, in UTF-16 units. */
const MAX_LEGAL = 500
const LEGAL =
  /©|\(c\) ?\d{4}|all rights reserved|alle rechte|tous droits|cookies?\b|privacy|newsletter|subscribe|sign up|abonnier|abonne|suscr|iscriv/iu
/** "Read also" as pages of many languages say it, at the start of a line. */
const ELSEWHERE =
  /^[^\p{L}]{0,4}(?:(?:also |see also|you (?:may|might) also|read (?:more|also|next|the)|more (?:on|from|about)|related|don['’]t miss|watch:|see:|recommended)|(?:lesen sie|mehr (?:zu|zum|dazu|infos|aus)|auch interessant|weitere (?:beiträge|artikel|infos)|schon gelesen|siehe auch|passend dazu|das könnte|zum thema)|(?:à lire|lire aussi|voir aussi|sur le même)|(?:lea (?:también|además)|le puede interesar|te puede interesar|lee también|además lea|vea también|ver también|más información|mira también|puedes leer)|(?:leggi anche|vedi anche|potrebbe interessar)|(?:leia (?:também|mais)|veja também|saiba mais)|(?:czytaj (?:też|także|więcej)|zobacz (?:też|także|również)|przeczytaj|polecamy)|(?:lees ook|bekijk ook|meer over)|(?:läs (?:också|mer|även)|les også|læs også|lue myös)|(?:čtěte (?:také|též)|mohlo by vás|prečítajte|olvasta már|citește și|pročitajte|διαβάστε|читайте (?:также|ще|також)|смотрите также|ayrıca|haberin devamı)|(?:関連|続きを|相关|延伸阅读|추천))/iu
/** Ways by which a page asks to be followed. */
const CHANNELS =
  /telegram|whatsapp|facebook|instagram|twitter|youtube|tiktok|linkedin|google news|google nachrichten|\brss\b|podcast|follow us|folge(?:n sie)? uns|suivez|síg[ua]e|síguenos|seguici|siga-nos|newsletter|e-?mail|app store/iu

/** Fills the own features of every block (of those wanted, where that is given): what it says, how it is set, where it stands, what its neighbours of one kind are. */
export function ownFeatures(
  read: readonly ReadBlock[],
  hints: BodyHints,
  wanted: Uint8Array | null = null,
): Float32Array {
  const rows = new Float32Array(read.length * FEATURES)
  const around = pageFacts(read, hints, wanted)
  for (let index = 0; index < read.length; index++)
    if (wanted === null || wanted[index] === 1)
      fillRow(rows.subarray(index * FEATURES, index * FEATURES + OWN_FEATURES), read, index, around)
  return rows
}

type Put = (value: number) => void

function fillRow(row: Float32Array, read: readonly ReadBlock[], index: number, page: PageFacts): void {
  const at = read[index]!
  const unit = repeatedUnit(at.element)
  let column = 0
  const put = (value: number): void => {
    row[column++] = value
  }
  putWording(at, put)
  putSetting(at, put)
  putPlace(read, index, page, put)
  putSurroundings(at, unit, page, put)
  put(Math.log1p(read[index - 1]?.facts.words ?? 0))
  putHints(at.block, index, page, put)
  putRepetition(at, unit, page, put)
  put(page.nextHeading[index]! - index)
  putNeighbours(read, index, put)
  putLinks(at.block, put)
  putHolder(around(at.element, REGION.table, 'table'), put)
  putHolder(around(at.element, REGION.list, 'ul') ?? around(at.element, REGION.list, 'ol'), put)
  if (column !== OWN_FEATURES) throw new RangeError(`${column} features of a block, not ${OWN_FEATURES}`)
}

/** What it says. */
function putWording({ block, facts }: ReadBlock, put: Put): void {
  const { words } = facts
  const length = Math.max(1, block.text.length)
  put(Math.log1p(words))
  put(block.linkLength / length)
  put(block.links / words)
  put(length / words)
  put(facts.endsSentence ? 1 : 0)
  put(facts.endsColon ? 1 : 0)
  put(facts.commas / words)
  put(facts.stops / words)
  put(facts.digits / length)
  put(facts.capitals / words)
  put(facts.shortWords / words)
  put(emphasised(block, 'strong'))
  put(emphasised(block, 'em'))
  put(block.hidden ? 1 : 0)
  put(block.text.includes('\n') ? 1 : 0)
  put(DATED.test(block.text) ? 1 : 0)
  put(block.text.length <= MAX_LEGAL && LEGAL.test(block.text) ? 1 : 0)
}

/** How it is set: tag, depth, regions. */
function putSetting({ block, element }: ReadBlock, put: Put): void {
  const { tag, depth } = block.element
  const heading = HEADING.exec(tag)
  put(tag === 'p' ? 1 : 0)
  put(heading ? Number(heading[1]) : 0)
  put(tag === 'li' ? 1 : 0)
  put(tag === 'div' || tag === 'section' ? 1 : 0)
  put(tag === 'td' || tag === 'th' ? 1 : 0)
  put(depth)
  for (const bit of REGION_BITS) put(element.regions & bit ? 1 : 0)
}

/** Where it stands in the page, by blocks and by words. */
function putPlace(read: readonly ReadBlock[], index: number, page: PageFacts, put: Put): void {
  const { text } = read[index]!.block
  put(index / read.length)
  put(page.before[index]! / page.words)
  put(index - page.firstProse)
  put(page.lastProse - index)
  put(page.titleAt < 0 ? -99 : index - page.titleAt)
  put(page.titleAt < 0 ? -1 : Math.log1p(Math.max(0, page.before[index]! - page.before[page.titleAt]!)))
  put(page.listHeadings[index]!)
  put(index - page.lastHeading[index]!)
  put(page.seen.get(text)!)
  put(saysTitle(text, page.title) ? 1 : 0)
  put(Math.log1p(page.words))
  put(Math.log1p(read.length))
}

/** The elements around it: how much they hold, how much of it is links; units of one shape beside each other. */
function putSurroundings({ element }: ReadBlock, unit: ElementFacts | null, page: PageFacts, put: Put): void {
  const parent = element.parent ?? element
  const grand = parent.parent ?? parent
  const great = grand.parent ?? grand
  for (const outer of [parent, grand, great]) {
    put(outer.words / page.words)
    put(outer.linkWords / Math.max(1, outer.words))
    put(outer.prose / page.maxProse)
    put(Math.log1p(outer.words / Math.max(1, outer.blocks)))
  }
  put(Math.min(50, element.alike))
  put(Math.min(50, element.place))
  put(unit ? Math.min(50, unit.alike) : 0)
  put(unit ? Math.min(50, unit.place) : 0)
  put(unit ? Math.log1p(unit.words) : 0)
  put(unit ? unit.headings : 0)
  put(unit ? unit.words / page.words : 0)
}

/** What the page's own head says of its text, and what lines say that lead elsewhere. */
function putHints({ text }: TextBlock, index: number, { hints }: PageFacts, put: Put): void {
  const isShort = text.length <= MAX_LEGAL
  put(hints.body[index]!)
  put(hints.description[index]!)
  put(hints.hasBody ? 1 : 0)
  put(isShort && ELSEWHERE.test(text) ? 1 : 0)
  put(isShort && CHANNELS.test(text) ? 1 : 0)
}

/** Repetition by words and by dates. */
function putRepetition({ facts, element }: ReadBlock, unit: ElementFacts | null, page: PageFacts, put: Put): void {
  put(facts.words >= START_WORDS ? page.starts.get(startHash(facts))! : 0)
  put(unit ? (page.dated.get(unit) ?? 0) : 0)
  put(page.dated.get(element.parent ?? element) ?? 0)
  put(Math.log1p(page.proseBlocks))
}

function putNeighbours(read: readonly ReadBlock[], index: number, put: Put): void {
  put(linkShareAt(read, index - 1))
  put(linkShareAt(read, index + 1))
  put(tagKind(read[index - 1]))
  put(tagKind(read[index + 1]))
  put(read[index + 1]?.facts.endsSentence ? 1 : 0)
  put(read[index - 1]?.facts.endsColon ? 1 : 0)
}

/** How much the table or list around a block holds, how much of it is links and prose. */
function putHolder(holder: ElementFacts | null, put: Put): void {
  put(
    holder
      ? Math.log1p(holder.element.tag === 'table' ? holder.words / Math.max(1, holder.blocks) : holder.blocks)
      : -1,
  )
  put(holder ? holder.linkWords / Math.max(1, holder.words) : -1)
  put(holder ? holder.prose / Math.max(1, holder.words) : -1)
}

/** The nearest element of a tag around a block, at most eight steps up. */
function around(element: ElementFacts, region: number, tag: string): ElementFacts | null {
  if ((element.regions & region) === 0) return null
  for (let at: ElementFacts | null = element, steps = 0; at && steps < 8; at = at.parent, steps++)
    if (at.element.tag === tag) return at
  return null
}

function linkShareAt(read: readonly ReadBlock[], index: number): number {
  const block = read[index]?.block
  return block ? block.linkLength / Math.max(1, block.text.length) : -1
}

/** What kind of element a neighbour is: paragraph, heading, item, cell or other. */
function tagKind(at: ReadBlock | undefined): number {
  if (!at) return -1
  const { tag } = at.block.element
  return tag === 'p' ? 1 : HEADING.test(tag) ? 2 : tag === 'li' ? 3 : tag === 'td' || tag === 'th' ? 4 : 0
}

/** Where links stand in a block and where they lead: to a place of this page, or out at its end. */
function putLinks({ runs, text }: TextBlock, put: Put): void {
  let fragments = 0
  let links = 0
  for (const { href } of runs) {
    if (href === null) continue
    links++
    if (href.startsWith('#')) fragments++
  }
  put(links === 0 ? 0 : fragments / links)
  const last = runs.at(-1)
  put(last && last.href !== null && runs.length > 1 ? last.text.length / Math.max(1, text.length) : 0)
  const first = runs[0]
  put(first?.strong && runs.length > 1 && /[:：]\s*$/u.test(first.text) ? 1 : 0)
  put(runs.length > 0 ? Math.log1p(runs.length) : 0)
}

function emphasised(block: TextBlock, kind: 'strong' | 'em'): number {
  let length = 0
  for (const run of block.runs) if (run[kind]) length += run.text.length
  return length / Math.max(1, block.text.length)
}

/** The nearest element around a block's own that stands among siblings set alike and holds more than one block. */
function repeatedUnit(element: ElementFacts): ElementFacts | null {
  for (let at: ElementFacts | null = element, steps = 0; at && steps < 8; at = at.parent, steps++)
    if (at.alike >= 2 && at.blocks > 1) return at
  return null
}
