import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { contrast } from '../editions/accent.ts'
import { readableOn, widgetStyle } from './widget-look.ts'
import { WidgetQuery } from './widget-query.ts'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

it('makes any accent readable on any ground, and leaves one that is as it was', () => {
  fc.assert(
    fc.property(colour, colour, (ground, accent) => {
      const shown = readableOn(ground, accent)
      assert.ok(contrast(shown, ground) >= 4.5, `${shown} on ${ground}`)
      if (contrast(accent, ground) >= 4.5) assert.equal(shown, accent)
    }),
  )
})

it('writes words, quiet words and links of any frame so that they can be read', () => {
  fc.assert(
    fc.property(colour, colour, (ground, accent) => {
      const style = widgetStyle(WidgetQuery.parse({ ground, accent }))
      for (const name of ['t', 'q', 'a']) {
        const shown = new RegExp(`--${name}:(#[0-9a-f]{6})`).exec(style)?.[1]
        assert.ok(shown && contrast(shown, ground) >= 4.5, `--${name} ${shown} on ${ground}`)
      }
    }),
  )
})

it('follows the reader’s device unless a theme or a ground is asked for', () => {
  assert.match(widgetStyle(WidgetQuery.parse({})), /prefers-color-scheme:dark/)
  for (const asked of [{ theme: 'dark' }, { ground: 'ffffff' }])
    assert.doesNotMatch(widgetStyle(WidgetQuery.parse(asked)), /prefers-color-scheme/)
  assert.match(widgetStyle(WidgetQuery.parse({ ground: 'transparent' })), /--g:transparent/)
})
