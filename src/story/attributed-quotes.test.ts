import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { attributedQuotes, type NamedThing } from './attributed-quotes.ts'
import { namedSample, QUOTE_SAMPLES } from './quote-samples.ts'

/** Quotes of a text in which some persons are named; each mention of a full name or its last word is one. */
function quotesOf(text: string, language = 'en', names = ['Ilse Varga', 'Jon Brandt']) {
  const things = names.map((name): NamedThing => {
    const forms = [name, name.split(' ')[1]!]
    const spans = forms.flatMap((form) =>
      [...text.matchAll(new RegExp(form, 'gu'))].map((m) => [m.index, m.index + form.length] as const),
    )
    return { name, kind: 'person', slug: null, spans }
  })
  return attributedQuotes(text, things, language).map(({ speaker, parts }) => `${speaker}: ${parts.join(' / ')}`)
}

describe('attributed quotes', () => {
  it('have their speaker before, after and between, in any marks', () => {
    const words = 'we cannot sign this'
    for (const [text, language] of [
      [`“${words},” Ilse Varga said.`, 'en'],
      [`"${words}," said Deputy Minister Ilse Varga.`, 'en'],
      [`Ilse Varga, the premier of Karelin, told reporters: “${words}.”`, 'en'],
      [`„${words}“, sagte Ministerin Ilse Varga.`, 'de'],
      [`»${words}«, erklärte Ilse Varga.`, 'de'],
      [`« ${words} », a déclaré Ilse Varga.`, 'fr'],
      [`«${words}», dijo Ilse Varga.`, 'es'],
      [`Ilse Varga ha detto: “${words}”.`, 'it'],
      [`”${words}”, säger Ilse Varga.`, 'sv'],
      [`‘${words},’ zei Ilse Varga.`, 'nl'],
      [`„${words}” – powiedziała Ilse Varga.`, 'pl'],
    ] as const)
      assert.deepEqual(
        quotesOf(text, language).map((one) => one.replace(/[.,]$/u, '')),
        [`Ilse Varga: ${words}`],
        text,
      )
  })

  it('are one quote where they go on behind their attribution', () => {
    assert.deepEqual(quotesOf('“It was a long night,” said Jon Brandt, “and nobody slept.”'), [
      'Jon Brandt: It was a long night / and nobody slept.',
    ])
    assert.deepEqual(quotesOf('“It was a long night,” Varga said. “Nobody slept.”'), [
      'Ilse Varga: It was a long night / Nobody slept.',
    ])
  })

  it('go to “he” only where the paragraph names one person alone', () => {
    assert.deepEqual(quotesOf('Brandt left early. “I was tired by then,” he said.'), [
      'Jon Brandt: I was tired by then',
    ])
    assert.deepEqual(quotesOf('Brandt met Varga. “I was tired by then,” he said.'), [])
    assert.deepEqual(quotesOf('Brandt left early.\n\n“I was tired by then,” he said.'), [])
  })

  it('go on over a paragraph with who spoke alone before', () => {
    const first = '“It was a long night,” Brandt said.'
    assert.deepEqual(quotesOf(`${first}\n\n“Nobody slept at all.”`), [
      'Jon Brandt: It was a long night',
      'Jon Brandt: Nobody slept at all.',
    ])
    assert.deepEqual(quotesOf(`${first}\n\n“Nobody slept at all,” he said.`).length, 2)
    for (const other of [
      `${first} Varga left.\n\n“Nobody slept at all.”`,
      `${first}\n\nRain fell.\n\n“Nobody slept at all.”`,
      `${first}\n\n“Nobody slept at all,” a sailor said.`,
    ])
      assert.equal(quotesOf(other).length, 1, other)
    assert.equal(quotesOf('“Did you sleep at all?” Brandt asked.\n\n“Nobody slept at all.”').length, 1)
  })

  it('do not go on with an office: “he” is a person', () => {
    const text = '“The water is falling at last,” Harbour Watch said.\n\n“It may rise once more,” he said.'
    const things = [{ name: 'Harbour Watch', kind: 'organisation' as const, slug: null, spans: [[32, 45]] as const }]
    assert.deepEqual(
      attributedQuotes(text, things, 'en').map(({ speaker, parts }) => `${speaker}: ${parts[0]}`),
      ['Harbour Watch: The water is falling at last'],
    )
  })

  it('go to the right one, or to nobody, in the styles of eight languages', () => {
    for (const [language, samples] of Object.entries(QUOTE_SAMPLES))
      for (const [marked, said] of samples) {
        const { text, things } = namedSample(marked)
        const found = attributedQuotes(text, things, language)
        const told = found.map(({ speaker, parts }) => `${speaker}: ${parts.join(' ')}`)
        assert.equal(told.length, said.length, `${text} gave ${told.join(' | ')}`)
        for (const [at, one] of said.entries()) assert.ok(told[at]?.startsWith(one), `${text} gave ${told[at]}`)
      }
  })

  it('are nobody’s where there is doubt', () => {
    for (const text of [
      'A spokesman for Ilse Varga said: “We have nothing to add to it.”',
      '“We have nothing to add to it,” said a spokesman for Ilse Varga.',
      '“We have nothing to add to it,” said Ilse Varga’s spokesman.',
      '“We have nothing to add to it,” a clerk told Ilse Varga.',
      '“We have nothing to add to it,” said Ilse Varga and Jon Brandt.',
      'Ilse Varga said critics who call it “a fraud on the whole public” err.',
      '“We have nothing to add to it,” he wrote Ilse Varga.',
      'Ilse Varga left. “We have nothing to add to it.”',
      '“We have nothing to add to it,” Ilse Varga said.'.replace('said', 'sang'),
    ])
      assert.deepEqual(quotesOf(text), [], text)
    assert.deepEqual(quotesOf('“We have nothing to add to it,” Ilse Varga said.', 'und'), [])
  })

  it('are found in linear time', () => {
    const started = performance.now()
    quotesOf('“'.repeat(30_000))
    quotesOf('“a b c d,” Ilse Varga said. '.repeat(1_000))
    assert.ok(performance.now() - started < 2_000)
  })
})
