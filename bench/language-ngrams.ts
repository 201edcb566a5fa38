/**
 * Makes src/text/weights-ngrams.json from eld's smallest table (Apache-2.0, Nito T.M.): the same scores in a twentieth of the memory.
 * node bench/language-ngrams.ts PACKAGES > src/text/weights-ngrams.json     PACKAGES: a node_modules folder with eld
 */
import { pathToFileURL } from 'node:url'
import { byteHash } from '../src/text/byte-ngrams.ts'

type Table = { languages: Record<string, string>; ngrams: Record<string, Record<string, number>> }

/** What eld leaves off every score to keep its file small. */
const LEFT_OFF = 53

const [packages = ''] = process.argv.slice(2)
const { ngramsData } = (await import(pathToFileURL(`${packages}/eld/src/ngrams/extrasmall.js`).href)) as {
  ngramsData: Table
}
const rows = Object.entries(ngramsData.ngrams).map(([ngram, scores]) => {
  const bytes = Uint8Array.from(ngram, (sign) => sign.charCodeAt(0))
  return { hash: byteHash(bytes, 0, bytes.length), scores: Object.entries(scores) }
})
const top = Math.max(...rows.map(({ scores }) => Math.max(...scores.map(([, score]) => score)))) + LEFT_OFF
/** Stored scores are this many times smaller, so that each is a byte; the few above 255 are cut. */
const divisor = Math.round(top / 255)
const pairs = rows.flatMap(({ scores }) =>
  scores.flatMap(([language, score]) => [Number(language), Math.min(255, Math.round((score + LEFT_OFF) / divisor))]),
)
const base64 = (array: Uint32Array | Uint8Array) => Buffer.from(array.buffer).toString('base64')
process.stderr.write(
  `top ${top}, ${rows.length} n-grams, ${new Set(rows.map(({ hash }) => hash)).size} hashes, ${pairs.length / 2} scores\n`,
)
process.stdout.write(
  `${JSON.stringify({
    divisor,
    languages: Object.values(ngramsData.languages),
    hashes: base64(Uint32Array.from(rows, ({ hash }) => hash)),
    counts: base64(Uint8Array.from(rows, ({ scores }) => scores.length)),
    pairs: base64(Uint8Array.from(pairs)),
  })}\n`,
)
