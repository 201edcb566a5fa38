import { isArticleType, textField } from './json-ld.ts'
import type { PageClaims } from './page-claims.ts'

/** What a page's head says of its text: headline, the text itself where JSON-LD carries it, and the descriptions of its metas. */
export type BodyHints = { title: string | null; articleBody: string | null; descriptions: readonly string[] }

/** For each block, the share of its word runs that stand in the claimed text and in a description; -1 where nothing is claimed. */
export type HintShares = { body: Float32Array; description: Float32Array; hasBody: boolean }

/** Words of a run by which a block is found in what the head says. */
const RUN = 4
/** A claimed text with fewer words is a teaser; one longer than this many UTF-16 units is cut. */
const MIN_BODY_WORDS = 60
const MAX_BODY = 200_000
const MAX_BLOCK = 6_000
/** A shorter block has no run of words to look for, in UTF-16 units. */
const MIN_BLOCK = 12

/** Gathers the hints of a page's head. */
export function bodyHints({ metas, things }: PageClaims, title: string | null): BodyHints {
  let articleBody: string | null = null
  const descriptions = new Set<string>()
  for (const { types, fields } of things) {
    if (!types.some(isArticleType)) continue
    articleBody ??= textField(fields.articleBody)
    const description = textField(fields.description)
    if (description) descriptions.add(description)
  }
  for (const name of ['description', 'og:description', 'twitter:description'])
    for (const value of metas.get(name) ?? []) if (descriptions.size < MAX_DESCRIPTIONS) descriptions.add(value)
  return { title, articleBody, descriptions: [...descriptions] }
}

/** Different descriptions read of one page; real pages have at most three. */
const MAX_DESCRIPTIONS = 4

/** The shares of all blocks, or of those wanted. */
export function hintShares(
  texts: readonly string[],
  { articleBody, descriptions }: BodyHints,
  wanted: Uint8Array | null = null,
): HintShares {
  const claimed = articleBody === null ? null : runsOf(articleBody.slice(0, MAX_BODY))
  const inBody = claimed !== null && claimed.words >= MIN_BODY_WORDS ? claimed.runs : null
  const described = descriptions.map((text) => runsOf(text.slice(0, MAX_BLOCK)).runs).filter((runs) => runs.size > 0)
  const body = new Float32Array(texts.length).fill(-1)
  const description = new Float32Array(texts.length).fill(-1)
  const hasBody = inBody !== null
  if (inBody === null && described.length === 0) return { body, description, hasBody }
  for (let index = 0; index < texts.length; index++) {
    const text = texts[index]!
    if (text.length < MIN_BLOCK || wanted?.[index] === 0) continue
    const words = readWords(text.slice(0, MAX_BLOCK))
    if (words < RUN) continue
    if (inBody) body[index] = shareIn(words, inBody)
    for (const runs of described) description[index] = Math.max(description[index]!, shareIn(words, runs))
  }
  return { body, description, hasBody }
}

/** Share of the runs of the words read last that are among these. */
function shareIn(words: number, runs: ReadonlySet<number>): number {
  const count = words - RUN + 1
  let shared = 0
  for (let at = 0; at < count; at++) if (runs.has(runAt(at))) shared++
  return shared / count
}

function runsOf(text: string): { words: number; runs: Set<number> } {
  const words = readWords(text)
  const runs = new Set<number>()
  for (let at = 0; at + RUN <= words; at++) runs.add(runAt(at))
  return { words, runs }
}

function runAt(at: number): number {
  let hash = 0
  for (let step = 0; step < RUN; step++) hash = Math.imul(hash, 0x01000193) ^ hashes[at + step]!
  return hash
}

/** Hashes of the words read last: one list for all texts, as long as the longest text that is read may need. */
const hashes = new Int32Array(MAX_BODY)

/** Hashes the words in order, case folded for the plain letters; a sign of a script without spaces is a word. Gives their number. */
function readWords(text: string): number {
  let count = 0
  let hash = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const lower = code >= 65 && code <= 90 ? code + 32 : code
    if (isLetter(lower)) {
      hash = Math.imul((hash === 0 ? 0x811c9dc5 : hash) ^ lower, 0x01000193)
      continue
    }
    if (hash !== 0) hashes[count++] = hash
    hash = 0
    if (code >= 0x3040) hashes[count++] = Math.imul(code, 0x01000193)
  }
  if (hash !== 0) hashes[count++] = hash
  return count
}

function isLetter(lower: number): boolean {
  return (lower >= 97 && lower <= 122) || (lower >= 48 && lower <= 57) || (lower >= 192 && lower < 0x2000)
}
