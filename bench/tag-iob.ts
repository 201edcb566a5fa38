import { readFileSync } from 'node:fs'
import { LABELS } from '../src/tag/features.ts'
import { type Token, tokens } from '../src/tag/tokens.ts'

/** A document of an IOB file, with its text put together as the scorer does. */
export type IobDocument = { id: string; text: string; names: { start: number; end: number; type: string }[] }

const NO_SPACE_BEFORE = /^([.,;:!?)\]%”’]|'s$|’s$|n't$)/u
const CJK = /^[\u3000-\u9fff\uff00-\uffef]/u

/**
 * Reads `token TAB tag` lines; a `# doc = ID` line begins a document, an empty line ends a sentence.
 * A `.txt` file is marked by hand instead: a sentence a line, names as `[PER Ann Lee]`.
 */
export function readIob(path: string): IobDocument[] {
  const documents: IobDocument[] = []
  let first = true
  let open: IobDocument['names'][number] | null = null
  const begin = (id: string) => {
    const begun: IobDocument = { id, text: '', names: [] }
    documents.push(begun)
    return begun
  }
  const written = readFileSync(path, 'utf8').split('\n')
  for (const line of path.endsWith('.txt') ? written.flatMap(iobLines) : written) {
    if (line.startsWith('# doc = ')) {
      begin(line.slice(8).trim())
      first = true
      open = null
      continue
    }
    const tab = line.lastIndexOf('\t')
    if (tab <= 0) {
      const last = documents.at(-1)
      if (last && !first) last.text += '\n'
      first = true
      open = null
      continue
    }
    const word = line.slice(0, tab).replaceAll('\u00a0', ' ')
    const tag = line.slice(tab + 1).trim()
    const current = documents.at(-1) ?? begin('d0')
    const glued = CJK.test(word) && CJK.test(current.text.slice(-1))
    if (!first && !NO_SPACE_BEFORE.test(word) && !/[([“‘]$/u.test(current.text) && !glued) current.text += ' '
    first = false
    const start = current.text.length
    current.text += word
    if (tag.startsWith('B')) {
      open = { start, end: current.text.length, type: tag.slice(2) }
      current.names.push(open)
    } else if (tag.startsWith('I') && open) open.end = current.text.length
    else open = null
  }
  return documents
}

/** A sentence marked by hand as `token TAB tag` lines. */
function iobLines(sentence: string): string[] {
  if (sentence.startsWith('#')) return [sentence]
  const lines: string[] = []
  for (const [, type, name, word] of sentence.matchAll(/\[([A-Z]+) ([^\]]+)\]|(\S+)/gu)) {
    if (word) lines.push(`${word}\tO`)
    else for (const [at, part] of (name ?? '').split(' ').entries()) lines.push(`${part}\t${at ? 'I' : 'B'}-${type}`)
  }
  return [...lines, '']
}

/** Gold labels of a document's tokens; a name whose bounds no token keeps is given to the tokens inside it. */
export function goldLabels(document: IobDocument): { list: Token[]; labels: Uint8Array } {
  const list = tokens(document.text)
  const labels = new Uint8Array(list.length)
  let at = 0
  for (const { start, end, type } of document.names) {
    const label = LABELS.indexOf(`B-${type}` as (typeof LABELS)[number])
    if (label < 0) continue
    while (at < list.length && list[at]!.end <= start) at++
    for (let index = at; index < list.length && list[index]!.start < end; index++)
      labels[index] = index === at ? label : label + 1
  }
  return { list, labels }
}
