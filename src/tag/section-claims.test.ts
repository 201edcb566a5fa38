import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { filedUnder, namedSection } from './section-claims.ts'

it('reads sections off crumbs, categories and folders, each name once, and leaves out what every page has', () => {
  const filed = filedUnder({
    crumbs: ['Home', 'Wirtschaft', 'Quayside'],
    categories: ['wirtschaft', 'Orvel Group', 'Video Games'],
    url: 'https://harbour.example/us/2026/sport/ice-hockey/late-goal-wins-it',
  })
  assert.deepEqual(filed, [
    { name: 'Wirtschaft', section: 'economy' },
    { name: 'Quayside', section: null },
    { name: 'Orvel Group', section: null },
    { name: 'Video Games', section: 'entertainment' },
    { name: 'sport', section: 'sports' },
    { name: 'ice hockey', section: null },
  ])
})

it('takes a category for a section only where it says nothing else', () => {
  assert.equal(namedSection('Sports News'), 'sports')
  assert.equal(namedSection('Business & Economy'), 'economy')
  assert.equal(namedSection('Apple Music'), null)
  assert.equal(namedSection('Politics and Sport'), null)
  assert.equal(namedSection('経済ニュース'), 'economy')
  assert.equal(namedSection(''), null)
})

it('reads any names and address', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.array(fc.string()), fc.webUrl(), (crumbs, categories, url) => {
      const names = filedUnder({ crumbs, categories, url }).map(({ name }) => name)
      assert.equal(new Set(names).size, names.length)
    }),
  )
  assert.deepEqual(filedUnder({ crumbs: [], categories: [], url: 'https://harbour.example/%ff%fe/a' }), [])
})
