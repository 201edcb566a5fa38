import { attributedQuotes } from '../src/story/attributed-quotes.ts'
import { namedSample, QUOTE_SAMPLES } from '../src/story/quote-samples.ts'

// Question: of the quotations of invented texts in eight languages, how many go to the one who says them, and how many to somebody else?
let [right, wrong, missed] = [0, 0, 0]
for (const [language, samples] of Object.entries(QUOTE_SAMPLES)) {
  let own = 0
  for (const [marked, said] of samples) {
    const { text, things } = namedSample(marked)
    const found = attributedQuotes(text, things, language)
    const isSaid = (one: string) => found.some(({ speaker, parts }) => `${speaker}: ${parts.join(' ')}`.startsWith(one))
    const hits = said.filter(isSaid).length
    right += hits
    missed += said.length - hits
    wrong += found.length - hits
    if (hits === said.length && found.length === hits) own++
    else
      process.stdout.write(
        `${language}  ${text.replaceAll('\n', ' / ')}\n    gave ${found.map(({ speaker, parts }) => `${speaker}: ${parts.join(' … ')}`).join(' | ') || 'nothing'}\n`,
      )
  }
  process.stdout.write(`${language} ${own} of ${samples.length} texts\n`)
}
process.stdout.write(
  `precision ${(right / (right + wrong)).toFixed(3)}, recall ${(right / (right + missed)).toFixed(3)} of ${right + missed} quotes with a speaker\n`,
)
