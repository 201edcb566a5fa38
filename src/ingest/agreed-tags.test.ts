import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { StoryName } from '../store/story-names.ts'
import { NO_TAG_CHOICES, type TagChoices, type TagMark } from '../store/tag-choices.ts'
import { agreedTags } from './agreed-tags.ts'

const mark = (slug: string, given: Partial<TagMark> = {}): TagMark => ({
  slug,
  mentions: 2,
  salience: 0.4,
  kind: 'person',
  confidence: 0.9,
  impliedBy: null,
  ...given,
})
const VOLE: StoryName = { slug: 'vole', stands: 'jorn-vole', kind: 'person', confidence: 0.9, voices: 3 }
const GROUP: StoryName = { slug: 'orvel-group', stands: null, kind: 'organisation', confidence: 0.9, voices: 9 }
const choicesOf = (given: Partial<TagChoices>): TagChoices => ({ ...NO_TAG_CHOICES, ...given })
const slugsOf = (marks: readonly TagMark[]) => marks.map(({ slug }) => slug)
const NAMED = new Map([['vole', { name: 'Vole', kind: 'person' as const }]])

describe('what a story agrees on', () => {
  it('is shown in place of what an article read, once', () => {
    const [shown, ...more] = agreedTags([mark('jorn-vole'), mark('vole')], [VOLE], NO_TAG_CHOICES)
    assert.deepEqual(more, [])
    assert.deepEqual([shown?.slug, shown?.mentions, shown?.salience], ['jorn-vole', 4, 0.8])
  })

  it('gives a doubtful name the salience of one that is sure', () => {
    const doubtful = mark('orvel-group', { confidence: 0.5, salience: 0.04 })
    const [shown] = agreedTags([doubtful], [GROUP], NO_TAG_CHOICES)
    assert.equal(shown?.kind, 'organisation')
    assert.ok(shown.salience > 0.2)
  })

  it('leaves the very list where nothing changes', () => {
    const marks = [mark('jorn-vole'), mark('orvel-group', { kind: 'organisation' })]
    assert.equal(agreedTags(marks, [VOLE, GROUP], NO_TAG_CHOICES), marks)
  })

  it('gives way to the owner, who named, took apart, hid or merged', () => {
    const marks = [mark('vole')]
    const shownBy = (choices: TagChoices) => slugsOf(agreedTags(marks, [VOLE], choices))
    assert.deepEqual(shownBy(choicesOf({ named: NAMED })), ['vole'])
    assert.deepEqual(shownBy(choicesOf({ apart: new Map([['jorn-vole', ['vole']]]) })), ['vole'])
    assert.deepEqual(shownBy(choicesOf({ ends: new Map([['jorn-vole', null]]) })), ['vole'])
    assert.deepEqual(shownBy(choicesOf({ ends: new Map([['jorn-vole', 'the-premier']]) })), ['the-premier'])
  })
})
