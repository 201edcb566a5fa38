import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { StringMemory } from './string-memory.ts'

test('what is remembered is what would be made, however much is forgotten between', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'bb', 'ccc', '', 'ü', '\ud83d\ude00'), { maxLength: 40 }), (texts) => {
      const memory = new StringMemory(2, (text) => [...text].reverse().join(''))
      for (const text of texts) assert.equal(memory.of(text), [...text].reverse().join(''))
    }),
  )
})

test('a text is made into its value once while it is known', () => {
  let made = 0
  const memory = new StringMemory(2, () => ++made)
  for (const text of ['a', 'b', 'a', 'b', 'c', 'a']) memory.of(text)
  assert.equal(made, 4)
})
