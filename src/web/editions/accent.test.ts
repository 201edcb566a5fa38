import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { accentOf, contrast } from './accent.ts'

it('contrast is 21 from black to white, 1 of a colour with itself, and the same from either side', () => {
  assert.equal(Math.round(contrast('#000000', '#ffffff')), 21)
  assert.equal(contrast('#b3261e', '#b3261e'), 1)
  assert.equal(contrast('#767676', '#ffffff'), contrast('#ffffff', '#767676'))
  // The grey that WCAG's own examples name as the lightest one that passes on white.
  assert.ok(contrast('#767676', '#ffffff') >= 4.5 && contrast('#777777', '#ffffff') < 4.5)
})

it('an accent that can be read on light paper stands, and gets one for dark paper that can be read there', () => {
  const accent = accentOf('#00695C')
  assert.ok(accent.ok)
  assert.equal(accent.value.light, '#00695c')
  assert.ok(contrast(accent.value.dark, '#211f1b') >= 4.5)
})

it('a colour too pale is refused with its ratio and one near it that is then taken', () => {
  const refused = accentOf('#ffaa00')
  assert.ok(!refused.ok)
  assert.match(refused.reason, /#ffaa00 on light paper has a contrast of 1\.\d/)
  const near = /; (#[0-9a-f]{6}) would do/.exec(refused.reason)?.[1] ?? ''
  assert.ok(accentOf(near).ok)
})

it('a second colour is for dark paper, and is checked there', () => {
  const dark = accentOf('#b3261e #ff8a7a')
  assert.deepEqual(dark.ok && dark.value, { light: '#b3261e', dark: '#ff8a7a' })
  const refused = accentOf('#b3261e #101010')
  assert.match(refused.ok ? '' : refused.reason, /#101010 on dark paper/)
})

it('whatever colour is given, what is taken or suggested can be read on all grounds', () => {
  const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
  fc.assert(
    fc.property(colour, (given) => {
      const accent = accentOf(given)
      const taken = accent.ok ? accent : accentOf(/; (#[0-9a-f]{6}) would do/.exec(accent.reason)?.[1] ?? '')
      assert.ok(taken.ok)
      for (const ground of ['#fdfcf9', '#f6f3ec']) assert.ok(contrast(taken.value.light, ground) >= 4.5)
      for (const ground of ['#171613', '#211f1b']) assert.ok(contrast(taken.value.dark, ground) >= 4.5)
    }),
  )
})
