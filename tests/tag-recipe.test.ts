import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import recipe from '../bench/tag-recipe.json' with { type: 'json' }

const steps = Object.values(recipe.steps)

test('the weights that ship are those that the recipe knows', () => {
  for (const { file, hash } of Object.values(recipe.ships))
    assert.equal(
      createHash('sha256').update(readFileSync(file)).digest('hex'),
      hash,
      `${file} changed, the recipe did not`,
    )
})

test('the recipe reads only files whose hash it holds and files that an earlier step made', () => {
  const made = new Set<string>()
  for (const { file, run } of steps) {
    for (const word of run.filter((each) => each.startsWith('DATA/')))
      assert.ok(Object.hasOwn(recipe.inputs, word.slice(5).split('@')[0]!), word)
    for (const word of run.filter((each) => each.startsWith('OUT/') && each !== `OUT/${file}`))
      assert.ok(made.has(word.slice(4).split('@')[0]!), word)
    made.add(file)
  }
})

test('the model that the confidence is fitted with has not seen what it is fitted on', () => {
  const fit = recipe.steps.confidence.run.filter((word) => word.startsWith('DATA/')).map((word) => word.split('@')[0])
  for (const step of [recipe.steps.blindBase, recipe.steps.blind])
    for (const word of step.run) assert.ok(!fit.includes(word.split('@')[0]), word)
})
