import { words } from '../../src/text/words.ts'

/** Length of the word runs by which blocks are found in the gold text. */
const RUN = 5
/** Least share of a block's runs that must stand in the gold text. */
const MIN_SHARE = 0.6

/**
 * Which blocks are in the gold text: long blocks by their word runs, in rising order of place (so that a second copy is not one),
 * short ones where they stand between their labelled neighbours' places. Gives 1 or 0 for each block (-1 where the gold holds it in another place), and the share of gold words found.
 */
export function labelsOf(blocks: readonly string[], gold: string): { labels: Int8Array; found: number } {
  const goldWords = tokens(gold)
  const placesOf = new Map<string, number[]>()
  for (let at = 0; at + RUN <= goldWords.length; at++) {
    const key = goldWords.slice(at, at + RUN).join(' ')
    const places = placesOf.get(key)
    if (places) places.push(at)
    else placesOf.set(key, [at])
  }
  const blockWords = blocks.map(tokens)
  const spans = blockWords.map((own) => spanOf(own, placesOf))
  const chain = longestRising(spans)
  const labels = new Int8Array(blocks.length)
  for (const index of chain) labels[index] = 1
  labelShort(blockWords, goldWords, spans, labels)
  doubtful(blockWords, spans, labels)
  const found = blockWords.reduce((sum, own, index) => sum + (labels[index] === 1 ? own.length : 0), 0)
  return { labels, found: found / Math.max(1, goldWords.length) }
}

type Span = { start: number; end: number; words: number } | null

function tokens(text: string): string[] {
  return words(text).map((word) => word.text.toLowerCase())
}

function spanOf(own: readonly string[], placesOf: ReadonlyMap<string, readonly number[]>): Span {
  if (own.length < RUN + 2) return null
  let hits = 0
  let start = -1
  let end = -1
  for (let at = 0; at + RUN <= own.length; at++) {
    const places = placesOf.get(own.slice(at, at + RUN).join(' '))
    if (!places) continue
    hits++
    const place = places.find((found) => found >= end - RUN) ?? places[0]!
    if (start < 0) start = place - at
    end = Math.max(end, place + RUN)
  }
  return hits / (own.length - RUN + 1) >= MIN_SHARE ? { start, end, words: own.length } : null
}

/** Indexes of the heaviest chain of spans with rising places. */
function longestRising(spans: readonly Span[]): number[] {
  const found = spans.map((span, index) => ({ span, index })).filter(({ span }) => span !== null) as {
    span: NonNullable<Span>
    index: number
  }[]
  const best = found.map(({ span }) => span.words)
  const before = found.map(() => -1)
  for (let at = 0; at < found.length; at++) {
    for (let earlier = Math.max(0, at - 400); earlier < at; earlier++) {
      if (found[earlier]!.span.start >= found[at]!.span.start || found[earlier]!.span.end > found[at]!.span.start + RUN)
        continue
      const total = best[earlier]! + found[at]!.span.words
      if (total > best[at]!) {
        best[at] = total
        before[at] = earlier
      }
    }
  }
  const chain: number[] = []
  for (let at = best.indexOf(Math.max(0, ...best)); at >= 0; at = before[at]!) chain.push(found[at]!.index)
  return chain.reverse()
}

/** Blocks that the gold holds out of order, and that are no second copy, cannot be told: they are not learnt from. */
function doubtful(blockWords: readonly (readonly string[])[], spans: readonly Span[], labels: Int8Array): void {
  const taken = new Set(blockWords.filter((_, index) => labels[index] === 1).map((own) => own.join(' ')))
  for (let index = 0; index < labels.length; index++)
    if (labels[index] === 0 && spans[index] && !taken.has(blockWords[index]!.join(' '))) labels[index] = -1
}

function labelShort(
  blockWords: readonly (readonly string[])[],
  gold: readonly string[],
  spans: readonly Span[],
  labels: Int8Array,
): void {
  const text = ` ${gold.join(' ')} `
  const offsets: number[] = [0]
  for (const word of gold) offsets.push(offsets.at(-1)! + word.length + 1)
  let low = 0
  for (let index = 0; index < blockWords.length; index++) {
    if (labels[index]) {
      low = Math.max(low, offsets[Math.min(gold.length, spans[index]?.end ?? 0)] ?? low)
      continue
    }
    const own = blockWords[index]!
    if (own.length === 0 || own.length >= RUN + 2) continue
    let next = index + 1
    while (next < labels.length && !labels[next]) next++
    const high =
      next < labels.length ? (offsets[Math.max(0, spans[next]?.start ?? gold.length)] ?? text.length) + 1 : text.length
    // A nav word far from the article's blocks is no part of it, though the article may hold the word.
    if (next - index > 30 && own.length < 4) continue
    const at = text.indexOf(` ${own.join(' ')} `, Math.max(0, low - 1))
    if (at >= 0 && at < high) {
      labels[index] = 1
      low = at + own.join(' ').length + 1
      spans = spans.with(index, { start: 0, end: offsets.findIndex((offset) => offset >= low), words: own.length })
    }
  }
}
