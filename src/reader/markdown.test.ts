import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Block, Inline } from '../model/block.ts'
import { readMarkdown } from './markdown.ts'

const read = (markdown: string, base: string | null = null) => readMarkdown(markdown, base)

describe('a text in Markdown', () => {
  it('becomes our own blocks', () => {
    assert.deepEqual(
      read(
        '# Head\n\nTwo *soft* and **hard**\nwords &amp; `code`.\n\n### Lower\n\n1. one\n2. two\n   - in *two*\n\n> said\n>\n> again\n\n```js\nlet a\n```\n\n| a | b |\n|---|---|\n| 1 | **2** |\n\n---\n',
      ),
      [
        { kind: 'heading', level: 2, inlines: [{ text: 'Head' }] },
        {
          kind: 'paragraph',
          inlines: [
            { text: 'Two ' },
            { text: 'soft', em: true },
            { text: ' and ' },
            { text: 'hard', strong: true },
            { text: ' words & ' },
            { text: 'code', code: true },
            { text: '.' },
          ],
        },
        { kind: 'heading', level: 3, inlines: [{ text: 'Lower' }] },
        {
          kind: 'list',
          ordered: true,
          items: [[{ text: 'one' }], [{ text: 'two' }], [{ text: 'in ' }, { text: 'two', em: true }]],
        },
        { kind: 'quote', paragraphs: [[{ text: 'said' }], [{ text: 'again' }]] },
        { kind: 'code', text: 'let a' },
        {
          kind: 'table',
          rows: [
            { header: true, cells: [[{ text: 'a' }], [{ text: 'b' }]] },
            { header: false, cells: [[{ text: '1' }], [{ text: '2', strong: true }]] },
          ],
        },
      ],
    )
  })

  it('links to http, https and mailto alone, relative addresses below the site’s own', () => {
    const hrefs = (markdown: string, base: string | null = null) =>
      inlinesOf(read(markdown, base)).map(({ href }) => href)
    assert.deepEqual(hrefs('[a](https://a.example/b "c") <mailto:d@e.example>'), [
      'https://a.example/b',
      undefined,
      'mailto:d@e.example',
    ])
    for (const address of [
      'javascript:alert(1)',
      'JaVaScript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc/passwd',
      '//',
      '/story/x',
      'java&#10;script:x',
    ])
      assert.deepEqual(hrefs(`[a](${address})`), [undefined], address)
    assert.deepEqual(hrefs('[a](/story/x)', 'https://news.example'), ['https://news.example/story/x'])
    assert.deepEqual(hrefs('[a][x]\n\n[x]: javascript:alert(1)'), [undefined])
  })

  it('shows HTML as text', () => {
    assert.deepEqual(read('<script>alert(1)</script>'), [
      { kind: 'paragraph', inlines: [{ text: '<script>alert(1)</script>' }] },
    ])
    assert.equal(
      inlinesOf(read('a <b onclick="x">b</b>'))
        .map(({ text }) => text)
        .join(''),
      'a <b onclick="x">b</b>',
    )
  })

  it('has its pictures beneath the paragraph that names them, and none that is no web address', () => {
    assert.deepEqual(read('See ![a boat](https://a.example/b.jpg "At the quay") here'), [
      { kind: 'paragraph', inlines: [{ text: 'See ' }, { text: ' here' }] },
      { kind: 'image', url: 'https://a.example/b.jpg', alt: 'a boat', caption: 'At the quay' },
    ])
    assert.deepEqual(read('![a boat](data:image/png;base64,AA)'), [
      { kind: 'paragraph', inlines: [{ text: 'a boat' }] },
    ])
  })

  it('of any letters makes no unsafe address and loses no word', () => {
    const piece = fc.constantFrom(
      '# ',
      '- ',
      '> ',
      '*',
      '**',
      '`',
      '[',
      '](',
      ')',
      '![',
      '<',
      '>',
      '|',
      '\n',
      '\n\n',
      '  ',
      '    ',
      '1. ',
      '&',
      ';',
      'javascript:',
      'https://a.example',
      '\\',
      '~~',
      '---',
    )
    const word = fc.stringMatching(/^[a-z]{4,9}$/)
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, word), { maxLength: 40 }), (pieces) => {
        const blocks = read(pieces.join(''))
        for (const { href } of inlinesOf(blocks)) assert.ok(href === undefined || /^(https?|mailto):/.test(href), href)
        for (const block of blocks) if (block.kind === 'image') assert.match(block.url, /^https?:/)
      }),
    )
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
        (paragraphs) => {
          const text = paragraphs.map((words) => words.join(' '))
          assert.deepEqual(
            read(text.join('\n\n')).map((block) =>
              inlinesOf([block])
                .map((one) => one.text)
                .join(''),
            ),
            text,
          )
        },
      ),
    )
  })
})

function inlinesOf(blocks: readonly Block[]): Inline[] {
  return blocks.flatMap((block): readonly Inline[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return block.inlines
      case 'list':
        return block.items.flat()
      case 'quote':
        return block.paragraphs.flat()
      case 'table':
        return block.rows.flatMap((row) => row.cells.flat())
      default:
        return []
    }
  })
}
