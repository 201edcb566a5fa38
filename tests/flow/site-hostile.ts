import type { ExtractedArticle } from '../../src/model/article.ts'
import { pageOf } from '../articles.ts'

/** Text that tries to run wherever it is printed: in text, in an attribute, in a link, in data for machines. */
export const HOSTILE = [
  `<script>window.ran=1</script>`,
  `"><img src=x onerror="window.ran=1">`,
  `'-window.ran=1-'`,
  `</title></head><svg onload=window.ran=1>`,
  `</script><script>window.ran=1</script>`,
  `<!--><iframe src="javascript:parent.ran=1">`,
  `\u202e<a href=javascript:window.ran=1>`,
  `{{constructor.constructor('window.ran=1')()}}\${window.ran=1}`,
]
/** Addresses that must never become links. */
export const HOSTILE_URLS = [
  'javascript:window.ran=1',
  ' JaVaScRiPt:window.ran=1',
  'data:text/html,<script>opener.ran=1</script>',
  'vbscript:x',
  'file:///etc/passwd',
]

/** The address that goes with a hostile text: each kind in turn. */
export function hostileUrl(at: number): string {
  return HOSTILE_URLS[at % HOSTILE_URLS.length]!
}

/** A page that says the same hostile text in every field it has. */
export function hostilePage(payload: string, url: string): ExtractedArticle {
  return pageOf({
    text: `${payload} harbour`,
    title: payload,
    channel: payload,
    siteName: `${payload}x`,
    byline: [payload],
    section: [payload],
    published: payload,
    agencies: [`${payload} agency`],
    doubts: [{ reason: 'future', detail: payload }],
    reactions: [{ label: payload, count: 3 }],
    lists: { related: [{ title: payload, url }], ranking: [], recommendation: [] },
    repairs: [
      {
        kind: 'injected-word',
        field: 'text',
        found: payload,
        at: 0,
        mended: payload.slice(0, 4),
        brand: payload,
      },
    ],
    blocks: [
      { kind: 'paragraph', inlines: [{ text: `${payload} harbour`, href: url }] },
      { kind: 'image', url, alt: payload, caption: payload },
      { kind: 'embed', url, title: payload },
      { kind: 'code', text: payload },
      { kind: 'heading', level: 2, inlines: [{ text: payload }] },
      { kind: 'table', rows: [{ header: true, cells: [[{ text: payload }]] }] },
      { kind: 'quote', paragraphs: [[{ text: payload, em: true, strong: true }]] },
      { kind: 'list', ordered: false, items: [[{ text: payload, code: true }]] },
    ],
  })
}
