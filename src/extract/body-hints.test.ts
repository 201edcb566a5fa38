import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hintShares } from './body-hints.ts'

const LEAD = 'The harbour council voted on Tuesday to keep the ferry running through the winter months.'
const BODY = Array.from(
  { length: 12 },
  (_, at) => `Paragraph ${at} says that member ${at * 7} of the council rose to speak.`,
)

test('a block is measured by its word runs in the claimed text and in the description', () => {
  const { body, description, hasBody } = hintShares([LEAD, BODY[3]!, 'Sign up for our letter and never miss a story'], {
    title: null,
    articleBody: BODY.join(' '),
    descriptions: [LEAD],
  })
  assert.ok(hasBody)
  assert.deepEqual([...description], [1, 0, 0])
  assert.equal(body[1], 1)
  assert.equal(body[2], 0)
})

test('nothing claimed gives -1 everywhere, and so does a block without a run of words', () => {
  const none = hintShares([LEAD], { title: null, articleBody: null, descriptions: [] })
  assert.deepEqual([none.body[0], none.description[0], none.hasBody], [-1, -1, false])
  assert.equal(hintShares(['Read more'], { title: null, articleBody: null, descriptions: [LEAD] }).description[0], -1)
})

test('a teaser in the place of the text is no text', () => {
  const { body, hasBody } = hintShares([LEAD], { title: null, articleBody: LEAD, descriptions: [] })
  assert.deepEqual([body[0], hasBody], [-1, false])
})
