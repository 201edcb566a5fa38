import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { accountName, nearestName } from './account-name.ts'

it('takes letters, digits, point, dash and underline of any script, in one form', () => {
  assert.equal(accountName(' Ada_Quill-2.x ', 'reader'), 'Ada_Quill-2.x')
  assert.equal(accountName('Zoe\u0308', 'reader'), 'Zo\u00eb')
  assert.equal(accountName('Мира', 'editor'), 'Мира')
})

it('refuses what is no name, and the key’s name to who is no owner', () => {
  for (const name of ['', '-x', 'a b', 'a/b', 'a:b', 'a\nb', '<b>', 'x'.repeat(41)])
    assert.throws(() => accountName(name, 'owner'), { code: 'invalid' })
  for (const name of ['owner', 'Owner', 'OWNER']) assert.throws(() => accountName(name, 'editor'), { code: 'invalid' })
  assert.equal(accountName('owner', 'owner'), 'owner')
})

it('makes a name of whatever a sign-in service calls somebody', () => {
  assert.equal(nearestName('Ada Quill'), 'Ada-Quill')
  assert.equal(nearestName('ada.quill@mail.example'), 'ada.quill')
  for (const called of ['', '!!!', 'Owner', '@', '___']) assert.equal(nearestName(called), 'reader')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (called) =>
      assert.equal(accountName(nearestName(called), 'reader'), nearestName(called)),
    ),
  )
})
