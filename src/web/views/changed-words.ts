import { html } from 'hono/html'
import type { AlignedRun, AlignedSentence } from '../../model/copy.ts'
import type { Html } from './layout.ts'

/** Words taken out and put in. */
export type WordCounts = { out: number; in: number }

/** How many words of some sentences went out and came in; signs alone count for nothing. */
export function wordCounts(sentences: readonly AlignedSentence[]): WordCounts {
  const runs = sentences.flatMap((sentence) => sentence.runs)
  const count = (kinds: readonly AlignedRun['kind'][], side: 'before' | 'after') =>
    runs
      .filter(({ kind }) => kinds.includes(kind))
      .reduce((sum, run) => sum + run[side].split(/\s+/u).filter(Boolean).length, 0)
  return { out: count(['dropped', 'changed'], 'before'), in: count(['injected', 'changed'], 'after') }
}

/** Whether a sentence differs from what it was: in a word, or in a sign between words that stayed. */
export function isChanged({ kind, runs }: AlignedSentence): boolean {
  return kind !== 'kept' || runs.some((run) => signParts(run).some((part) => typeof part !== 'string'))
}

/** A sentence with what was taken out struck out and what was put in marked, signs between words that stayed among them. */
export function changedSentence({ runs }: AlignedSentence): Html {
  return html`${runs.map(runView)} `
}

/** Changed sentences, at most so many, with those that stayed between them left out, marked by a sign. */
export function changedSentences(sentences: readonly AlignedSentence[], limit: number): Html[] {
  const parts: Html[] = []
  let isSkipping = false
  for (const sentence of sentences) {
    if (!isChanged(sentence)) {
      isSkipping = true
      continue
    }
    if (parts.length >= limit) break
    parts.push(html`<p>${isSkipping ? html`<span class="soft">… </span>` : ''}${changedSentence(sentence)}</p>`)
    isSkipping = false
  }
  return parts
}

function runView(run: AlignedRun): Html {
  switch (run.kind) {
    case 'kept':
      return html`${signParts(run).map((part) =>
        typeof part === 'string' ? part : html`${struck(part.out)}${marked(part.in)}`,
      )}`
    case 'dropped':
      return struck(run.before)
    case 'injected':
      return marked(run.after)
    case 'changed':
      return html`${struck(run.before)}${marked(run.after)}`
  }
}

const struck = (text: string): Html => (text === '' ? html`` : html`<del>${text}</del>`)
const marked = (text: string): Html => (text === '' ? html`` : html`<ins>${text}</ins>`)

type SignPart = string | { out: string; in: string }
const WORDS = /[\p{L}\p{M}\p{N}]+/gu

/**
 * A run whose words stayed, cut where the signs between them changed: "Tarn, Mirrin" that was "Tarn Mirrin". White space, capitals and
 * the shape of quotation marks are no change; * where the two cannot be laid side by side, the run is what it is now. Parts put together without `out` are the text of now.
 */
function signParts({ kind, before, after }: AlignedRun): SignPart[] {
  if (kind !== 'kept' || before === after) return [after]
  const gaps = before.split(WORDS)
  if (gaps.length !== after.split(WORDS).length) return [after]
  const parts: SignPart[] = []
  let end = 0
  let nth = 0
  const gapUntil = (at: number) => {
    const now = after.slice(end, at)
    const was = gaps[nth++]! // as many gaps on both sides
    if (plainSigns(was) === plainSigns(now)) parts.push(now)
    else parts.push(...signChange(was, now))
  }
  for (const word of after.matchAll(WORDS)) {
    gapUntil(word.index)
    parts.push(word[0])
    end = word.index + word[0].length
  }
  gapUntil(after.length)
  return parts
}

/** A sign that changed, with the white space of now where it stands: behind a comma, before an opening mark. */
function signChange(was: string, now: string): SignPart[] {
  const change = { out: was.trim(), in: now.trim() }
  if (change.in === '') return /^\s/u.test(was) ? [now, change] : [change, now]
  return [now.slice(0, now.indexOf(change.in)), change, now.slice(now.indexOf(change.in) + change.in.length)]
}

/** Signs without white space, marks straight or curly alike. */
function plainSigns(gap: string): string {
  return gap.replace(/\s+/gu, '').replace(/[’‘]/gu, "'").replace(/[“”„]/gu, '"')
}
