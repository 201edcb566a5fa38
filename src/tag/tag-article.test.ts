import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Tag } from '../model/tag.ts'
import { inLine } from './in-line.ts'
import { taggerCoverage } from './models.ts'
import { tagArticle } from './tag-article.ts'

const TITLE = 'Orlanda Vole returns to Norway after talks in Iceland'
const TEXT = `REYKJAVIK, Iceland (AP) — Prime Minister Orlanda Vole was on her way home to Norway on Sunday, officials said.

Vole's plane left Reykjavik in the evening. Defense Minister Bertram Hask said Norway and Iceland would meet again. Vole had met President Kristof Lunde twice. "We agree," Lunde told The Associated Press.

The U.S. and the United Nations welcomed the talks. Hask said the US would send an envoy to Norway. Norwegian officials praised Vole, who saw the film "Quiet Rivers" during the Baltic Cup.`

const tags = tagArticle({ title: TITLE, text: TEXT, language: 'en' })
const byName = (name: string): Tag => {
  const tag = tags.find((each) => each.name === name)
  assert.ok(tag, `${name} is not among ${tags.map((each) => each.name).join(', ')}`)
  return tag
}

describe('tagArticle', () => {
  it('names people, places and organisations', () => {
    assert.equal(byName('Orlanda Vole').kind, 'person')
    assert.equal(byName('Norway').kind, 'place')
    assert.equal(byName('United Nations').kind, 'organisation')
  })

  it('folds a surname into the full name, without title and possessive', () => {
    const { spans, count } = byName('Orlanda Vole')
    assert.deepEqual(
      spans.map(([start, end]) => TEXT.slice(start, end)),
      ['Orlanda Vole', 'Vole', 'Vole', 'Vole'],
    )
    assert.equal(count, spans.length + 1) // the title's
    assert.ok(!tags.some((tag) => /Minister|Vole$/u.test(tag.name) && tag.name !== 'Orlanda Vole'))
  })

  it('makes one place of its several names', () => {
    assert.deepEqual(
      byName('United States').spans.map(([start, end]) => TEXT.slice(start, end)),
      ['U.S.', 'US'],
    )
    assert.ok(!tags.some((tag) => tag.name === 'US' || tag.name === 'Norwegian'))
  })

  it('finds events and works by rule', () => {
    assert.equal(byName('Baltic Cup').kind, 'event')
    assert.equal(byName('Quiet Rivers').kind, 'work')
  })

  it('puts first what the article is about, and the reporting agency behind', () => {
    assert.deepEqual(
      inLine(tags)
        .slice(0, 3)
        .map((tag) => tag.name)
        .sort(),
      ['Iceland', 'Norway', 'Orlanda Vole'],
    )
    assert.ok(!inLine(tags).some((tag) => tag.name === 'Associated Press'))
  })

  it('reads a title without a text', () => {
    const found = tagArticle({ title: 'Norway fights inflation', text: '', language: 'en' })
    assert.deepEqual(found.map((tag) => `${tag.kind} ${tag.name}`).sort(), ['place Norway', 'topic Inflation'])
  })

  it('takes the page’s own tag as weak evidence', () => {
    const hinted = tagArticle({ title: TITLE, text: TEXT, language: 'en', hints: ['Bertram Hask'] })
    assert.ok(hinted.find((tag) => tag.name === 'Bertram Hask')!.salience > byName('Bertram Hask').salience)
  })

  it('finds countries in a language that it has no model for, under the name that they have everywhere', () => {
    assert.equal(taggerCoverage('de'), 'gazetteer')
    assert.equal(taggerCoverage('en-GB'), 'model')
    const german = tagArticle({ title: null, text: 'Die Regierung von Norwegen sprach mit Island.', language: 'de' })
    assert.deepEqual(german.map((tag) => tag.name).sort(), ['Iceland', 'Norway'])
  })

  it('gives exact spans in order, saliences from 0 to 1, falling, for any text', () => {
    const piece = fc.constantFrom(
      'Vole',
      'Orlanda ',
      'Mr. ',
      'Norway',
      ' in ',
      '"',
      'film ',
      '\n',
      '. ',
      'Cup',
      '李',
      '😀',
      "'s ",
      'U.S.',
      'VOLE ',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.constantFrom('en', 'zh', 'de', 'und', ''),
        (pieces, language) => {
          const text = pieces.join('')
          let before = 1
          for (const tag of tagArticle({ title: null, text, language })) {
            assert.ok(tag.salience >= 0 && tag.salience <= before)
            before = tag.salience
            assert.equal(tag.count, tag.spans.length)
            let end = 0
            for (const span of tag.spans) {
              assert.ok(span[0] >= end && span[1] > span[0] && span[1] <= text.length)
              assert.equal(text.slice(...span).trim(), text.slice(...span))
              end = span[1]
            }
          }
        },
      ),
    )
  })

  it('is linear in the text: a hundred thousand capitals take no longer than a second', () => {
    const started = performance.now()
    tagArticle({ title: null, text: 'Orlanda Vole '.repeat(20_000), language: 'en' })
    tagArticle({ title: null, text: '"'.repeat(50_000), language: 'en' })
    assert.ok(performance.now() - started < 3_000)
  })
})

describe('inLine', () => {
  it('holds four to eight names where there are as many', () => {
    const tag = (salience: number): Tag => ({ name: String(salience), kind: 'person', count: 1, salience, spans: [] })
    assert.equal(inLine(Array.from({ length: 20 }, (_, index) => tag(1 - index / 100))).length, 8)
    assert.equal(inLine(Array.from({ length: 20 }, (_, index) => tag(0.39 - index / 1000))).length, 4)
    assert.equal(inLine([tag(0.25)]).length, 1)
    assert.equal(inLine([tag(0.1)]).length, 0) // too doubtful: no name is better than a wrong one
    assert.equal(inLine([]).length, 0)
  })
})
