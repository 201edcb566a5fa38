import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scoreFeeds } from '../../../bench/reading/feed-measures.ts'
import { readDocument } from '../../../src/reader/read-document.ts'
import { DIRTY_FEEDS } from './feeds.ts'

for (const { id, url, contentType = null, body, expect } of DIRTY_FEEDS) {
  test(`a feed with ${id} is read as it was meant`, () => {
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
    const read = readDocument(bytes, { url, contentType })
    const unmet = Object.entries(expect).filter(([path, expected]) => {
      const { core } = scoreFeeds([{ file: id, group: 'rss', path, op: 'eq', expected }], new Map([[id, read]]))
      assert.equal(core[1], 1, `${path} is a path that is scored`)
      return core[0] === 0
    })
    assert.deepEqual(unmet, [], JSON.stringify(read))
  })
}
