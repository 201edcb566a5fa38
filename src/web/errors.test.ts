import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { loggedPath } from './errors.ts'

describe('loggedPath', () => {
  it('leaves the key out of a watch’s address, and nothing else of any path', () => {
    assert.equal(loggedPath('/watch/E4UVp_PTN-x'), '/watch/…')
    assert.equal(loggedPath('/watch/E4UVp_PTN-x.atom'), '/watch/….atom')
    assert.equal(loggedPath('/watch/E4UVp_PTN-x/stop'), '/watch/…/stop')
    for (const path of ['/watch', '/watching', '/tag/watch/history', '/']) assert.equal(loggedPath(path), path)
  })
})
