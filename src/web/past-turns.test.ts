import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '../model/errors.ts'
import type { Store } from '../store/store.ts'
import { createPastTurns, pastTurnsOf } from './past-turns.ts'

describe('createPastTurns', () => {
  it('does one work at a time, in the order in which they came, and rests between them', async () => {
    const inTurn = createPastTurns()
    const spans: [number, number][] = []
    const done = await Promise.all(
      [1, 2, 3].map((nth) =>
        inTurn(async () => {
          const sinceMs = performance.now()
          await pause(20)
          spans.push([sinceMs, performance.now()])
          return nth
        }),
      ),
    )
    assert.deepEqual(done, [1, 2, 3])
    for (const [at, [sinceMs]] of spans.entries()) {
      const [before, end] = spans[at - 1] ?? [0, 0]
      assert.ok(sinceMs - end >= 0.5 * (end - before), 'others have as much time as it took')
    }
  })

  it('rests also where the next one comes only when the one before is done', async () => {
    const inTurn = createPastTurns()
    const busy = async () => {
      const untilMs = performance.now() + 40
      while (performance.now() < untilMs);
    }
    await inTurn(busy)
    const doneMs = performance.now()
    await inTurn(async () => assert.ok(performance.now() - doneMs >= 20))
  })

  it('refuses what would wait too long, and takes more when the others are done', async () => {
    const inTurn = createPastTurns(2)
    const first = inTurn(() => pause(10, 'first'))
    const second = inTurn(() => pause(10, 'second'))
    await assert.rejects(
      inTurn(async () => 'third'),
      (error: unknown) => error instanceof AppError && error.code === 'too_often',
    )
    assert.deepEqual(await Promise.all([first, second]), ['first', 'second'])
    assert.equal(await inTurn(async () => 'fourth'), 'fourth')
  })

  it('goes on after a failure, which is its own alone', async () => {
    const inTurn = createPastTurns()
    const failing = inTurn(() => Promise.reject(new Error('broken')))
    const next = inTurn(async () => 'made')
    await assert.rejects(failing, /broken/)
    assert.equal(await next, 'made')
  })
})

it('all doors over one store wait in one line', () => {
  const [one, other] = [{} as Store, {} as Store] // told apart by what they are, not by what is in them
  assert.equal(pastTurnsOf(one), pastTurnsOf(one))
  assert.notEqual(pastTurnsOf(one), pastTurnsOf(other))
})
