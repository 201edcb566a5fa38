import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createCountedVisits } from './counted-visits.ts'

describe('counted visits', () => {
  it('are enough with the tenth line that read both, in whichever order, and then begin anew', () => {
    const counted = createCountedVisits()
    const answers = Array.from({ length: 20 }, (_, line) =>
      line % 2 ? counted.add('a', 'b', `${line}`) : counted.add('b', 'a', `${line}`),
    )
    assert.deepEqual(
      answers.flatMap((full, at) => (full ? [at] : [])),
      [9, 19],
    )
    assert.equal(counted.size(), 0)
  })

  it('never are for one line alone, however often it reads', () => {
    const counted = createCountedVisits()
    for (let time = 0; time < 100; time++) assert.equal(counted.add('a', 'b', 'one'), false)
  })

  it('forget what was touched longest ago beyond the bound', () => {
    const counted = createCountedVisits(3)
    for (let line = 0; line < 9; line++) counted.add('a', 'b', `${line}`)
    for (const other of ['c', 'd', 'e']) counted.add('a', other, 'x')
    assert.equal(counted.size(), 3)
    assert.equal(counted.add('a', 'b', 'last'), false)
    counted.clear()
    assert.equal(counted.size(), 0)
  })
})
