import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { nextPath } from './next-path.ts'

it('gives paths of this site as they are asked for', () => {
  for (const path of ['/', '/tag/karelin', '/search?q=a%20b#c', '/story/x?at=2026-01-01'])
    assert.equal(nextPath(path), path)
})

it('gives the account’s page for what is none, or leads away', () => {
  const foreign = [
    '',
    'x',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '\\/evil',
    '/\n/evil.example',
    '/..//evil.example',
    `/${'x'.repeat(600)}`,
  ]
  for (const asked of [undefined, ...foreign]) assert.equal(nextPath(asked), '/account', String(asked))
})

it('whatever is asked, a browser stays on the host', () => {
  const part = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '\t',
    '\n',
    '@',
    ':',
    '?',
    '#',
    '%2f',
    'evil.example',
    'https:',
    'x',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const url = new URL(nextPath(parts.join('')), 'https://own.example/sign-in')
      assert.equal(url.origin, 'https://own.example')
    }),
    { numRuns: 2_000 },
  )
})
