import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { it } from 'node:test'
import { isWordMark, logoFile } from './brand-files.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

it('a logo is an SVG or a PNG by its content, with its ratio, whatever it is called', () => {
  const png = logoFile(new Uint8Array(readFileSync(new URL('../static/icon-192.png', import.meta.url))))
  assert.ok(png.ok && png.value.type === 'image/png' && png.value.ratio === 1 && !isWordMark(png.value))
  const svg = logoFile(
    bytesOf(
      '<?xml version="1.0"?>\n<!-- made by hand -->\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 40"><path d="M0 0"/></svg>',
    ),
  )
  assert.ok(svg.ok && svg.value.type === 'image/svg+xml' && svg.value.ratio === 6 && isWordMark(svg.value))
  assert.match(svg.ok ? svg.value.path : '', /^\/static\/logo-[\w-]{10}\.svg$/)
  const sized = logoFile(bytesOf('<svg width="30px" height="20"></svg>'))
  assert.equal(sized.ok && sized.value.ratio, 1.5)
  assert.ok(logoFile(bytesOf('<svg></svg>')).ok)
})

it('anything else is refused, and why', () => {
  const reasonOf = (bytes: Uint8Array<ArrayBuffer>) => {
    const logo = logoFile(bytes)
    return logo.ok ? null : logo.reason
  }
  for (const text of ['', 'GIF89a', '<html><svg></svg></html>', '<svgfoo>', '\x89PNG'])
    assert.equal(reasonOf(bytesOf(text)), 'is neither an SVG nor a PNG picture', text)
  assert.match(reasonOf(new Uint8Array(100_001)) ?? '', /has 100001 bytes, and a logo may have 100000/)
  assert.match(reasonOf(bytesOf('<svg viewBox="0 0 1300 100"></svg>')) ?? '', /more than 12 times/)
  assert.match(reasonOf(bytesOf('<svg viewBox="0 0 10 0"></svg>')) ?? '', /more than 12 times/)
})
