import assert from 'node:assert/strict'
import { test } from 'node:test'
import { detectFormat } from './detect-format.ts'

const CASES: readonly (readonly [string, string, string | null])[] = [
  ['rss', '<?xml version="1.0"?><!-- note --><rss version="2.0"><channel/></rss>', null],
  ['rss', '\n\n  <rss><channel/></rss>', 'text/html'],
  ['rss', '<br /><b>Warning</b>: x in y\n<rss version="2.0"><channel><title>t</title></channel></rss>', 'text/html'],
  ['rss', '<!-- note -->\n<CHANNEL><ITEM/></CHANNEL>', null],
  ['rss', '<CHANNEL HREF="http://a.example/"/>', null],
  ['rdf', '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>', null],
  ['atom', '<feed xmlns="http://www.w3.org/2005/Atom"/>', 'text/plain'],
  ['atom', '<a:feed xmlns:a="http://www.w3.org/2005/Atom"/>', null],
  ['opml', '<opml version="2.0"><body/></opml>', null],
  ['sitemap', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>', null],
  ['sitemap', '<sitemapindex/>', null],
  ['json-feed', '{"version": "https://jsonfeed.org/version/1.1", "items": []}', null],
  ['jsonl', '{"url":"http://a.example/","text":"x"}\n{"text":"y"}\n', null],
  ['jsonl', '{"url":"http://a.example/","text":"x"}', null],
  ['html', '<!doctype html><title>t</title><p>x', null],
  ['html', '<html><body><pre>&lt;rss version="2.0"&gt;</pre></body></html>', null],
  ['html', '<html><body><rss version="2.0"></body></html>', null],
  ['html', '<div><p>a part of a page</p></div>', null],
  ['text', 'A feed starts with an <item> tag.\nThat is all.', 'text/plain'],
  ['text', 'Ferry resumes\n\nThe ferry of Quillmouth ran again.', null],
  ['warc', 'WARC/1.0\r\nWARC-Type: response\r\n', null],
  ['unknown', '', null],
  ['unknown', '%PDF-1.7 ...', 'text/xml'],
  ['unknown', '\u0089PNG\r\n', null],
  ['unknown', '<?xml version="1.0"?><invoice><line/></invoice>', null],
]

for (const [format, text, contentType] of CASES) {
  test(`${format}: ${text.slice(0, 40)}`, () => {
    assert.equal(
      detectFormat(
        Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
        contentType,
        null,
      ),
      format,
    )
  })
}

test('the address settles what the bytes leave open', () => {
  const bytes = new TextEncoder().encode('{"a":1}')
  assert.equal(detectFormat(bytes, null, 'http://a.example/x.jsonl?y'), 'jsonl')
})

test('random bytes are no document', () => {
  const bytes = Uint8Array.from({ length: 4_000 }, (_, index) => (index * 7_919 + (index >> 3)) % 256)
  assert.equal(detectFormat(bytes, 'text/html', null), 'unknown')
})
