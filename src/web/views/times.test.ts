import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { claimText, shortTime } from './times.ts'

const NOW = Date.UTC(2026, 5, 10, 14, 20)

describe('shortTime', () => {
  it('says no more than is needed to know when', () => {
    assert.equal(shortTime(Date.UTC(2026, 5, 10, 8, 12), NOW), '08:12')
    assert.equal(shortTime(Date.UTC(2026, 5, 9, 23, 59), NOW), 'yesterday 23:59')
    assert.equal(shortTime(Date.UTC(2026, 4, 31, 1, 2), NOW), '31 May 01:02')
    assert.equal(shortTime(Date.UTC(2024, 1, 29), NOW), '29 Feb 2024')
    assert.equal(shortTime(Date.UTC(2026, 5, 11, 0, 0), NOW), '11 Jun 00:00')
  })

  it('has a sign for what is no moment', () => {
    for (const at of [Number.NaN, Number.POSITIVE_INFINITY, 9e15]) assert.equal(shortTime(at, NOW), '?')
  })
})

describe('claimText', () => {
  it('makes a machine’s date readable and leaves every other as it was found', () => {
    assert.equal(claimText('2025-04-11T04:23:55Z'), '2025-04-11 04:23:55')
    assert.equal(claimText('2025-04-11'), '2025-04-11')
    assert.equal(claimText('11 April, at dawn'), '11 April, at dawn')
    assert.equal(claimText('2025-04-11T04:23:55+09:00'), '2025-04-11T04:23:55+09:00')
  })
})
