import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { innerBase, joinUrl } from './join-url.ts'

// The examples of RFC 3986 §5.4, both tables; the last ones are the abnormal cases.
const EXAMPLES =
  'g:h=g:h g=http://a/b/c/g ./g=http://a/b/c/g g/=http://a/b/c/g/ /g=http://a/g //g=http://g ?y=http://a/b/c/d;p?y g?y=http://a/b/c/g?y #s=http://a/b/c/d;p?q#s g#s=http://a/b/c/g#s ' +
  'g?y#s=http://a/b/c/g?y#s ;x=http://a/b/c/;x g;x=http://a/b/c/g;x =http://a/b/c/d;p?q .=http://a/b/c/ ./=http://a/b/c/ ..=http://a/b/ ../=http://a/b/ ../g=http://a/b/g ../..=http://a/ ../../=http://a/ ../../g=http://a/g ' +
  '../../../g=http://a/g ../../../../g=http://a/g /./g=http://a/g /../g=http://a/g g.=http://a/b/c/g. .g=http://a/b/c/.g ./../g=http://a/b/g ./g/.=http://a/b/c/g/ g/./h=http://a/b/c/g/h g/../h=http://a/b/c/h'

test('every example of RFC 3986 is joined as it says', () => {
  for (const example of EXAMPLES.split(' ')) {
    const equals = example.indexOf('=')
    assert.equal(joinUrl('http://a/b/c/d;p?q', example.slice(0, equals)), example.slice(equals + 1), example)
  }
})

test('a path joins as the URL parser joins it', () => {
  const segment = fc.constantFrom('a', 'b', '..', '.', '', 'c-d')
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 6 }), (segments) => {
      const path = segments.join('/')
      fc.pre(!path.startsWith('//'))
      const base = 'http://a.example/x/y/z'
      assert.equal(joinUrl(base, path), new URL(path, base).href)
    }),
  )
})

test('international addresses keep their letters, and nothing is joined to nothing', () => {
  assert.equal(joinUrl('http://www.詹姆斯.example/feed', 'À'), 'http://www.詹姆斯.example/À')
  assert.equal(joinUrl(null, ' x '), 'x')
})

test('a base must be a web address; too many slashes are mended', () => {
  assert.equal(innerBase('http://a.example/', 'javascript:alert(1)'), 'http://a.example/')
  assert.equal(innerBase('http://a.example/', 'http:///b.example/c/'), 'http://b.example/c/')
  assert.equal(innerBase(null, undefined), null)
})
