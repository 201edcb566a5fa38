import type { AlignedRun, AlignedSentence } from '../model/copy.ts'
import type { Span } from '../model/tag.ts'
import { sentences } from '../text/sentences.ts'
import type { GluedWord } from './glued-words.ts'
import type { WordMatch, WordPlaces } from './match-words.ts'

/** One word (or glued part) of either text, with its sentence in that text; -1 where it has none. */
type Piece = { run: AlignedRun; before: number; after: number }

/** Words of two matched texts as sentences of runs: each sentence's runs, put together, read as the sentence. */
export function sentencesOf(match: WordMatch, glued: readonly GluedWord[]): AlignedSentence[] {
  const pieces = piecesOf(match, glued)
  const wholeDropped = droppedSentences(pieces)
  const aligned: AlignedSentence[] = []
  let group: Piece[] = []
  let key = ''
  for (const [index, piece] of pieces.entries()) {
    const next = sentenceKey(pieces, index, wholeDropped) ?? key
    if (next !== key && group.length > 0) {
      aligned.push(toSentence(group))
      group = []
    }
    key = next
    group.push(piece)
  }
  if (group.length > 0) aligned.push(toSentence(group))
  return aligned
}

/** Where a piece belongs: its sentence in the copy, a dropped sentence of its own, or (null) wherever the piece before it went. */
function sentenceKey(pieces: readonly Piece[], index: number, wholeDropped: ReadonlySet<number>): string | null {
  const { before, after } = pieces[index]!
  if (after >= 0) return `after ${after}`
  if (wholeDropped.has(before)) return `before ${before}`
  const previous = pieces[index - 1]
  if (previous && previous.before === before) return null
  let next = index + 1
  while (next < pieces.length && pieces[next]!.after < 0) next++
  const follower = pieces[next]
  return follower && follower.before === before ? `after ${follower.after}` : null
}

function droppedSentences(pieces: readonly Piece[]): Set<number> {
  const touched = new Set<number>()
  for (const { before, after } of pieces) if (after >= 0 && before >= 0) touched.add(before)
  return new Set(pieces.filter(({ before, after }) => after < 0 && !touched.has(before)).map(({ before }) => before))
}

function piecesOf(match: WordMatch, glued: readonly GluedWord[]): Piece[] {
  const { beforeOf } = match
  const before = sentenceCutter(match.before)
  const after = sentenceCutter(match.after)
  const gluedAt = new Map(glued.map((word) => [word.after, word]))
  const pieces: Piece[] = []
  let i = 0
  const dropUntil = (end: number): void => {
    for (; i < end; i++)
      pieces.push({ run: { kind: 'dropped', before: before.slice(i), after: '' }, before: before.of(i), after: -1 })
  }
  for (let j = 0; j < match.after.count; j++) {
    const stuck = gluedAt.get(j)
    const source = stuck ? stuck.before : beforeOf[j]!
    if (source >= 0) dropUntil(source)
    const where = { before: source >= 0 ? before.of(source) : -1, after: after.of(j) }
    if (stuck) pieces.push(...gluedPieces(before.slice(i++), after.span(j), stuck, match.after.text, where))
    else if (source >= 0)
      pieces.push({ run: { kind: 'kept', before: before.slice(i++), after: after.slice(j) }, ...where })
    else pieces.push({ run: { kind: 'injected', before: '', after: after.slice(j) }, ...where })
  }
  dropUntil(match.before.count)
  return pieces
}

function gluedPieces(
  plain: string,
  [from, to]: Span,
  stuck: GluedWord,
  text: string,
  where: Omit<Piece, 'run'>,
): Piece[] {
  const { start, end } = stuck
  const brandFirst = start - from < to - end
  const brand: Piece = {
    run: { kind: 'injected', before: '', after: text.slice(brandFirst ? from : start, brandFirst ? end : to) },
    ...where,
  }
  const rest = brandFirst ? text.slice(end, to) : text.slice(from, start)
  const kept: Piece = { run: { kind: 'kept', before: plain, after: rest }, ...where }
  return brandFirst ? [brand, kept] : [kept, brand]
}

/** Cuts a text so that the parts of a sentence's words, put together, are the sentence. */
function sentenceCutter({ text, starts, ends, count }: WordPlaces) {
  const spans = sentences(text).map(({ start, end }): Span => [start, end])
  const sentenceOf = new Int32Array(count)
  for (let word = 0, sentence = 0; word < count; word++) {
    while (sentence < spans.length - 1 && starts[word]! >= spans[sentence]![1]) sentence++
    sentenceOf[word] = sentence
  }
  const span = (word: number): Span => {
    const sentence = sentenceOf[word]!
    const own = spans[sentence] ?? [0, text.length]
    const isFirst = word === 0 || sentenceOf[word - 1] !== sentence
    const isLast = word === count - 1 || sentenceOf[word + 1] !== sentence
    return [
      isFirst ? Math.min(own[0], starts[word]!) : starts[word]!,
      isLast ? Math.max(own[1], ends[word]!) : starts[word + 1]!,
    ]
  }
  return {
    of: (word: number): number => sentenceOf[word]!,
    span,
    slice: (word: number): string => text.slice(...span(word)),
  }
}

function toSentence(pieces: readonly Piece[]): AlignedSentence {
  const runs: AlignedRun[] = []
  for (const { run } of pieces) {
    const last = runs.at(-1)
    const kind = last ? joinedKind(last.kind, run.kind) : null
    if (last && kind) runs[runs.length - 1] = { kind, before: last.before + run.before, after: last.after + run.after }
    else runs.push(run)
  }
  const kinds = new Set(runs.map(({ kind }) => kind))
  if (kinds.size === 1) return { kind: runs[0]!.kind, runs }
  const onlyInjected = kinds.size === 2 && kinds.has('kept') && kinds.has('injected')
  return { kind: onlyInjected ? 'injected' : 'changed', runs }
}

/** What two neighbouring runs are together; null where they stay apart. */
function joinedKind(first: AlignedRun['kind'], second: AlignedRun['kind']): AlignedRun['kind'] | null {
  if (first === second) return first
  if (first === 'kept' || second === 'kept') return null
  return 'changed'
}
