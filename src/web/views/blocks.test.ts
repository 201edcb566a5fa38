import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Block } from '../../model/block.ts'
import { bodyView } from './blocks.ts'

const paragraph = (...texts: string[]): Block => ({ kind: 'paragraph', inlines: texts.map((text) => ({ text })) })
const print = async (blocks: readonly Block[], text: string, repairs: Parameters<typeof bodyView>[2] = []) =>
  (await Promise.all(bodyView(blocks, text, repairs))).join('')

describe('bodyView', () => {
  it('marks a mended word where it stands, across paragraphs and inlines', async () => {
    const blocks = [paragraph('The ship is home.'), paragraph('She ', 'is on her way', ' home.')]
    const text = 'The ship is home.\n\nShe is on her way home.'
    const at = text.indexOf('on her way')
    const repair = { kind: 'injected-word', field: 'text', found: 'Brandon', at, mended: 'on', brand: 'Brand' } as const
    const html = await print(blocks, text, [repair])
    assert.match(
      html,
      /She is <a class="mend" href="#repairs" title="mended: the page had “Brandon”">on<\/a> her way home\./,
    )
    assert.equal(html.match(/class="mend"/g)?.length, 1)
  })

  it('prints text as text and no address but http, https and mailto', async () => {
    const html = await print(
      [
        {
          kind: 'paragraph',
          inlines: [
            { text: '<b>', href: 'javascript:x' },
            { text: 'desk', href: 'mailto:desk@tarn.example' },
          ],
        },
        { kind: 'image', url: 'data:image/svg+xml,x', alt: '', caption: 'A "quay"' },
      ],
      '',
    )
    assert.doesNotMatch(html, /javascript|data:|<b>|<img/)
    assert.match(html, /&lt;b&gt;<a href="mailto:desk@tarn.example"/)
    assert.match(html, /A &quot;quay&quot;/)
  })
})
