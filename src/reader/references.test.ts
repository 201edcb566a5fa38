import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decodeReferences, escapeAttribute, escapeText, isNamedReference, mendControls } from './references.ts'

test('numbers and names are read, and what is none stays', () => {
  assert.equal(decodeReferences('&lt;&#60;&#x3C;&eacute;&euro;&Omega;&omega;&sigmaf;&nbsp;'), '<<<é€Ωως\u00a0')
  assert.equal(decodeReferences('a & b &; &nope; &# &#x; &#xzz; &amp'), 'a & b &; &nope; &# &#x; &#xzz; &amp')
})

test('numbers of Windows-1252 are its letters, and impossible numbers the replacement letter', () => {
  assert.equal(decodeReferences('&#146;&#x80;'), '’€')
  assert.equal(decodeReferences('&#0;&#xD800;&#99999999;'), '\ufffd\ufffd\ufffd')
  assert.equal(mendControls('\u0093x\u0094'), '“x”')
})

test('names come from the whole table of HTML 4', () => {
  for (const name of ['iexcl', 'yuml', 'Alpha', 'Omega', 'upsih', 'diams', 'quot', 'apos', 'OElig'])
    assert.ok(isNamedReference(name), name)
})

test('what was escaped reads back as it was, once', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      (text) => decodeReferences(escapeText(text)) === text && decodeReferences(escapeAttribute(text)) === text,
    ),
  )
})
