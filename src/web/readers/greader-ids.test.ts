import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { itemIdOf, labelOf, longItemId, stateOf, streamNamed } from './greader-ids.ts'
import type { ReaderFeed } from './reader-feeds.ts'

const ids = fc.nat({ max: 2 ** 40 })

describe('item ids', () => {
  it('come back from each of the three forms', () => {
    fc.assert(
      fc.property(ids, (id) => {
        assert.equal(itemIdOf(longItemId(id)), id)
        assert.equal(itemIdOf(longItemId(id).slice(-16)), id)
        assert.equal(itemIdOf(String(id)), id)
      }),
    )
  })
  it('are none for anything else', () => {
    for (const text of [
      '',
      '-1',
      '1.5',
      'x',
      '0x10',
      'ffffffffffffffff',
      '99999999999999999999',
      'tag:google.com,2005:reader/item/',
      'tag:google.com,2005:reader/item/xyz',
    ])
      assert.ok(Number.isNaN(itemIdOf(text)), text)
  })
})

describe('streams', () => {
  const feed = {
    id: 7,
    feedUrl: 'https://a.example/feed',
    folder: 'Press/Local',
  } as unknown as ReaderFeed // only what is read
  it('are named by feed number or address, by folder, and by state of any user', () => {
    assert.deepEqual(streamNamed('feed/7', [feed]).places, [7])
    assert.deepEqual(streamNamed('feed/https://a.example/feed', [feed]).places, [7])
    assert.deepEqual(streamNamed('user/1/label/Press/Local', [feed]).places, [7])
    assert.deepEqual(streamNamed('user/-/state/com.google/starred', [feed]), {
      starred: true,
    })
  })
  it('hold nothing where the name is not known', () => {
    for (const name of [
      '',
      'feed/8',
      'user/-/label/Other',
      'user/-/state/com.google/broadcast',
      'user/-/state/com.google/',
      'nonsense',
    ])
      assert.deepEqual(streamNamed(name, [feed]).places, [], name)
    assert.deepEqual([labelOf('user/-/label/'), stateOf('user/-/state/other/read')], [null, null])
  })
})
