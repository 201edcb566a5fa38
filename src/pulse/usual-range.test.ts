import assert from 'node:assert/strict'
import { it } from 'node:test'
import { negativeBinomialSurprise } from './negative-binomial.ts'
import { usualRange } from './usual-range.ts'

/** Chance to see `count` or more, by the tail that the detector sums. */
const tail = (count: number, mean: number, dispersion: number) =>
  count <= 0 ? 1 : 10 ** -negativeBinomialSurprise(count, mean, dispersion)

it('leaves at most a twentieth of the chance beyond each end, and no end could lie nearer', () => {
  for (const hours of [1, 24])
    for (const mean of [0.02, 0.3, 1, 2.5, 7, 31, 120, 480]) {
      const { low, high } = usualRange(mean, hours)
      const dispersion = hours / 0.25
      const about = `mean ${mean} over ${hours} h: ${low} to ${high}`
      assert.ok(tail(high + 1, mean, dispersion) <= 0.05 + 1e-9, about)
      assert.ok(high === 0 || tail(high, mean, dispersion) > 0.05 - 1e-9, about)
      assert.ok(1 - tail(low, mean, dispersion) <= 0.05 + 1e-9, about)
      assert.ok(1 - tail(low + 1, mean, dispersion) > 0.05 - 1e-9, about)
    }
})

it('is nothing where nothing is usual, and stays finite for any mean', () => {
  assert.deepEqual(usualRange(0), { low: 0, high: 0 })
  assert.deepEqual(usualRange(-1), { low: 0, high: 0 })
  assert.deepEqual(usualRange(Number.NaN), { low: 0, high: 0 })
  const { low, high } = usualRange(1e6, 24)
  assert.ok(low > 7e5 && high < 1.3e6)
})

it('grows with the mean, and narrows when hours are added up', () => {
  let before = usualRange(0.1)
  for (let mean = 0.2; mean < 60; mean += 0.7) {
    const range = usualRange(mean)
    assert.ok(range.low >= before.low && range.high >= before.high)
    const summed = usualRange(mean, 24)
    assert.ok(summed.high - summed.low <= range.high - range.low)
    before = range
  }
})
