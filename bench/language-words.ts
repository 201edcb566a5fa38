/**
 * Makes src/text/weights-language-words.json: the commonest words of languages that share a script, from wordfreq's lists (CC BY-SA 4.0).
 * node bench/language-words.ts DATA STOPWORDS NAMES [WORDS] [FLOOR] > src/text/weights-language-words.json
 *   DATA: the folder wordfreq/data of the Python package wordfreq 3.1; STOPWORDS: stopwords-iso.json of the npm package stopwords-iso (MIT)
 *   NAMES: folder with uner-hr-set-train.tsv and uner-sr-set-train.tsv (Universal NER, CC BY-SA 4.0), which tell Croatian from Serbian in Latin letters
 *   WORDS a language; FLOOR: frequency of a word nobody lists, in hundredths of powers of ten
 */
import { readFileSync } from 'node:fs'
import { letterHash } from '../src/text/letter-hash.ts'
import { frequencyBins } from './wordfreq-lists.ts'

/** Lists by the code of the language that their words speak for. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  sh: ['hr', 'sr'],
  nb: ['no'],
  fil: ['tl'],
}
const LANGUAGES =
  'ar bg ca cs da de en es fa fi fil fr hi hu id is it lt lv mk ms nb nl pl pt ro ru sh sk sl sv tr uk ur vi'.split(' ')
const CYRILLIC: Readonly<Record<string, string>> = Object.fromEntries(
  [...'abvgdđežzijklmnoprstćufhcčš'].map((letter, index) => [letter, [...'абвгдђежзијклмнопрстћуфхцчш'][index]!]),
)
/** Languages that have only a list of their smallest words: they keep the big neighbour from being sure. */
const THIN = 'af et eu ga gl mr sw'.split(' ')
/** The same for languages that stopwords-iso lacks, written for this project. */
const OWN: Readonly<Record<string, string>> = {
  be: 'і у на не што з да як але гэта ён яна яны мы вы таксама каб для па пра быў была былі было ёсць толькі яго яе іх гэты гэтая гэтыя які якая якія якога калі або ці усе ўсе пры над дзе можа мае павінна павінен ад за год гады чалавек людзей асобы права кожны ніхто беларусі пасля вельмі яшчэ ужо трэба будзе сёння',
  ne: 'र को का की मा ले लाई छ छन् हो थियो पनि गर्न गर्ने गरेको गरेका भएको भएका भने यो त्यो तथा वा सबै हुन हुने हुनेछ छैन नेपाल नेपाली नेपालको व्यक्ति प्रत्येक उनी उनले उनको अनि तर लागि बाट सम्म भन्दा गरी गरिएको दिएको बताए काठमाडौँ काठमाडौं आफ्नो कुनै अधिकार देश जना रुपमा',
  az: 'və bir bu ilə üçün də ki olan o olaraq onun edir edib ildə daha çox qədər sonra isə hər kimi var idi azərbaycan azərbaycanın bakı prezident ölkə dövlət şəxs hüquqlarına malikdir öz heç deyil bütün əsas görə barədə bildirib tərəfindən',
  kk: 'және бұл бір мен үшін деп да де ол болып қазақстан туралы бойынша жылы осы оның барлық адам керек емес әр өз болады бар еді екен кейін дейін құқығы құқылы немесе сол жоқ тиіс',
  sq: 'dhe të në e i për me nga një është që më si ka nuk do kjo ky por janë pas duke tij saj ose kanë mund shumë çdo kush gjithë pa ndaj edhe u se ishte kosovës shqipërisë tiranë kosovë shqipëri',
  cy: "a y yr i yn o ac ar am mae ei eu gan bod wedi i'r o'r a'r gyda fod hefyd hyn sydd yw nid oedd bydd cael gael rhaid pob neb hawl bawb ddim un mewn neu ond fel dros wrth blynyddoedd cymru gymru",
}
/** Words of the second Norwegian spelling, which the list lacks; Danish has none of them. */
const NYNORSK =
  'ikkje eg ein eit dei frå kva korleis noko nokon berre vart vere då meir kvar fleire sidan seier saman mykje eigen andre heile gjennom difor tilbake auke kjem gjer såg blei kven kvifor nokre dykk henne sjølv åra årleg'
/** Frequency that each of them is taken to have. */
const NYNORSK_WORD = 400

type Counted = { counts: Map<string, number>; total: number }
/** Times that every word is taken to have been seen besides. */
const SMOOTHING = 1
/** Log odds between two newspapers' languages from which a word tells them apart, and beyond which it says no more. */
const LEAST_ODDS = 0.8
const MOST_ODDS = 4

const [folder = '', stopwords = '', newspapers = '', most = '4000', floor = '650'] = process.argv.slice(2)
/** Frequency that a small word without a count is taken to have, in the same unit. */
const SMALL_WORD = 250
const names = [...LANGUAGES.flatMap((list) => LISTS[list] ?? [list]), ...THIN, ...Object.keys(OWN)]
/** Steps of score a natural logarithm has, so that the commonest words still fit a byte. */
const scale = 16
const byHash = new Map<number, Map<number, number>>()
for (const list of LANGUAGES) {
  let count = 0
  for (const [centibels, words] of frequencyBins(folder, list).entries()) {
    for (const word of words) {
      if (count >= Number(most) || centibels > Number(floor)) break
      if (!/^[\p{L}\p{M}]+$/u.test(word)) continue
      count++
      for (const name of LISTS[list] ?? [list]) addWord(word, name, centibels)
      if (list === 'sh') addWord(cyrillic(word), 'sr', centibels)
    }
  }
}
const small = JSON.parse(readFileSync(stopwords, 'utf8')) as Record<string, string[]>
for (const name of THIN) for (const word of small[name] ?? []) addWord(word, name, SMALL_WORD)
for (const [name, words] of Object.entries(OWN)) for (const word of words.split(' ')) addWord(word, name, SMALL_WORD)
partTwins()
for (const word of NYNORSK.split(' ')) addWord(word, 'no', NYNORSK_WORD)
const rows = [...byHash].sort(([a], [b]) => a - b)
const base64 = (array: Uint32Array | Uint8Array) => Buffer.from(array.buffer).toString('base64')
process.stderr.write(`${rows.length} words of ${names.length} languages\n`)
process.stdout.write(
  `${JSON.stringify({
    scale,
    thin: [...THIN, ...Object.keys(OWN)],
    languages: names,
    hashes: base64(Uint32Array.from(rows, ([hash]) => hash)),
    counts: base64(Uint8Array.from(rows, ([, scores]) => scores.size)),
    pairs: base64(Uint8Array.from(rows.flatMap(([, scores]) => [...scores].flat()))),
  })}\n`,
)

function addWord(word: string, name: string, centibels: number): void {
  const score = Math.min(255, Math.round((Number(floor) - centibels) * (Math.LN10 / 100) * scale))
  if (score < 1 || !/^[\p{L}\p{M}]+$/u.test(word)) return
  const scores = byHash.get(letterHash(word)) ?? new Map<number, number>()
  byHash.set(letterHash(word), scores.set(names.indexOf(name), score))
}

/** Croatian and Serbian share one list: what newspapers of each write more often than the other's is moved apart. */
function partTwins(): void {
  const [croatian, serbian] = ['hr', 'sr'].map((code) => countWords(`${newspapers}/uner-${code}-set-train.tsv`)) as [
    Counted,
    Counted,
  ]
  for (const word of new Set([...croatian.counts.keys(), ...serbian.counts.keys()])) {
    const share = ({ counts, total }: Counted) => ((counts.get(word) ?? 0) + SMOOTHING) / total
    const odds = Math.log(share(croatian) / share(serbian))
    if (Math.abs(odds) < LEAST_ODDS) continue
    const scores = byHash.get(letterHash(word)) ?? new Map<number, number>()
    const known = scores.get(names.indexOf('hr')) ?? 1
    const step = Math.round(Math.min(MOST_ODDS, Math.abs(odds)) * scale)
    const [more, less] = odds > 0 ? ['hr', 'sr'] : ['sr', 'hr']
    scores.set(names.indexOf(more!), Math.min(255, Math.max(known, step)))
    scores.set(names.indexOf(less!), Math.max(0, Math.max(known, step) - step))
    byHash.set(letterHash(word), scores)
  }
}

/** Words in small letters of a file in IOB form, one token a line, and how many they are together. */
function countWords(path: string): Counted {
  const counts = new Map<string, number>()
  let total = 0
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const word = line.split('\t')[0]!
    if (line.startsWith('# ') || !/^\p{Ll}+$/u.test(word)) continue
    counts.set(word, (counts.get(word) ?? 0) + 1)
    total++
  }
  return { counts, total }
}

/** A Serbian word in Cyrillic letters: one for one, two-letter signs first. */
function cyrillic(word: string): string {
  return word
    .replace(/lj|nj|dž/gu, (pair) => ({ lj: 'љ', nj: 'њ', dž: 'џ' })[pair] ?? pair)
    .replace(/\p{L}/gu, (letter) => CYRILLIC[letter] ?? letter)
}
