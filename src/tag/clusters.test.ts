import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hash32 } from '../text/hash.ts'
import { clusterOf, FAMILY_OF, GROUP_OF } from './clusters.ts'

const groupOf = (word: string) => GROUP_OF[clusterOf(hash32(word))]

describe('clusterOf', () => {
  it('puts words of like surroundings together', () => {
    assert.equal(groupOf('monday'), groupOf('tuesday'))
    assert.notEqual(groupOf('monday'), groupOf('kilograms'))
  })

  it('knows no cluster of a word that nobody wrote, whichever sign its hash has', () => {
    assert.equal(clusterOf(hash32('zzqxvorlandavole')), 0)
    assert.equal(clusterOf(hash32('monday') | 0), clusterOf(hash32('monday')))
  })

  it('gives every cluster a group and a family', () => {
    assert.equal(GROUP_OF.length, FAMILY_OF.length)
    assert.ok(GROUP_OF.every((group, cluster) => (group === 0) === (cluster === 0) && group <= 128))
    assert.ok(FAMILY_OF.every((family) => family <= 32))
  })
})
