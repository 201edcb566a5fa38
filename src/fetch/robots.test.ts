import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { robotsAllows, sitemapsNamed } from './robots.ts'

const may = (text: string, path: string, agent = 'TrendPulse/1.0 (+https://host.example/bot)'): boolean =>
  robotsAllows(text, `https://host.example${path}`, agent)

describe('robotsAllows', () => {
  it('allows everything where nothing is ruled', () => {
    for (const text of ['', 'Sitemap: https://host.example/s.xml', 'user-agent: *\ndisallow:', 'disallow: /', '<html>'])
      assert.ok(may(text, '/a'))
  })

  it('lets the longest rule decide, and allow on a tie', () => {
    const text = 'user-agent: *\ndisallow: /shop\nallow: /shop/open\ndisallow: /tie\nallow: /tie'
    assert.equal(may(text, '/shop/x'), false)
    assert.equal(may(text, '/shop/open/1'), true)
    assert.equal(may(text, '/tie'), true)
  })

  it('obeys the groups that name it and no others, merging several', () => {
    const text =
      'user-agent: *\ndisallow: /\n\nuser-agent: trendpulse\ndisallow: /a\n\nuser-agent: other\ndisallow: /c\n\nuser-agent: TRENDPULSE\ndisallow: /b'
    assert.deepEqual(
      ['/a', '/b', '/c', '/d'].map((path) => may(text, path)),
      [false, false, true, true],
    )
    assert.equal(may(text, '/d', 'stranger'), false)
  })

  it('reads wildcards and the end mark', () => {
    const text = 'user-agent: *\ndisallow: /*.pdf$\ndisallow: /a*b*c'
    assert.equal(may(text, '/x/y.pdf'), false)
    assert.equal(may(text, '/x/y.pdf?z'), true)
    assert.equal(may(text, '/a1b2c3'), false)
    assert.equal(may(text, '/a1c2b'), true)
  })

  it('takes misspellings, missing colons, comments and a byte-order mark', () => {
    assert.equal(may('\ufeffuser agent: *\ndissallow: /x # no', '/x'), false)
    assert.equal(may('user-agent *\rdisallow /x', '/x'), false)
  })

  it('matches as a regular expression would, on any pattern', () => {
    const piece = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*'), maxLength: 8 })
    fc.assert(
      fc.property(piece, piece, fc.boolean(), (pattern, path, anchored) => {
        const rule = `/${pattern}${anchored ? '$' : ''}`
        const slow = new RegExp(`^/${pattern.replaceAll('*', '.*')}${anchored ? '$' : ''}`)
        const plain = path.replaceAll('*', 'c')
        assert.equal(may(`user-agent: *\ndisallow: ${rule}`, `/${plain}`), !slow.test(`/${plain}`))
      }),
      { numRuns: 500 },
    )
  })

  it('answers in linear time on hostile patterns', () => {
    const started = performance.now()
    may(`user-agent: *\ndisallow: /${'*a'.repeat(8_000)}$`, `/${'a'.repeat(8_000)}`)
    may(`${'user-agent: x\n'.repeat(40_000)}disallow: /`, '/')
    assert.ok(performance.now() - started < 500)
  })
})

describe('sitemapsNamed', () => {
  it('finds them whatever the case, in and outside of groups, in order', () => {
    const text =
      'Sitemap: https://host.example/news.xml # daily\nuser-agent: *\ndisallow: /a\nSITEMAP: /other.xml\nsitemap:\nsitemaps: /no.xml'
    assert.deepEqual(sitemapsNamed(text), ['https://host.example/news.xml', '/other.xml'])
  })
  it('gives no more than a site can need', () => {
    assert.equal(sitemapsNamed('sitemap: /s.xml\n'.repeat(5_000)).length, 50)
  })
})
