import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Tokenizer } from 'htmlparser2'
import { decodeEntities } from './html-entities.ts'
import { type ContentKind, type HtmlSink, scanHtml } from './html-scanner.ts'
import { KNOWN_TAGS, tagNameAt } from './tag-names.ts'

/** What a page is made of, and what breaks parsers. */
const PIECES =
  '<|</|>|/|/>|=|"|\'| |\n|&|;|<!--|-->|--!>|--|->|<!|<!doctype html>|<![CDATA[|]]>|<?|!|-|word|a|P|<p>|<p class="x y">|</p>|<a href=x&amp;y>|<A HREF=\'x\' b=c/>|<br/>|<title>|</title>|<script>|</script|</SCRIPT >|<style type=a>|</style>|<textarea>|</textarea/>|<iframe>|</iframe>|<plaintext>|&amp;|&amp|&copy|&copy=|&copya|&nbsp;|&#8217;|&#x2019;|&#150;|&#0;|&#xD800;|&#1114112;|&notit;|&notin;|&zzz;|&AMP;|&Eacute;|&#|&#x|&;'.split(
    '|',
  )

/** The parts as a list of lines: tags with what is in them, and text between, joined. */
class Parts implements HtmlSink {
  readonly lines: string[] = []
  private tag: string[] = []
  private readonly html: string
  constructor(html: string) {
    this.html = html
  }
  openName(start: number, end: number): ContentKind {
    const tag = tagNameAt(this.html, start, end)
    this.tag = [`<${tag.name}`]
    return tag.content
  }
  attributeName(start: number, end: number): boolean {
    this.tag.push(`${this.html.slice(start, end)}=`)
    return true
  }
  attributeValue(start: number, end: number): void {
    this.tag[this.tag.length - 1] += decodeEntities(this.html.slice(start, end), true)
  }
  openEnd(): void {
    this.lines.push(this.tag.join(' '))
  }
  closeName(start: number, end: number): void {
    this.lines.push(`</${this.html.slice(start, end).toLowerCase()}`)
  }
  text(start: number, end: number, raw: boolean): void {
    const written = this.html.slice(start, end)
    this.add(raw ? written : decodeEntities(written, false))
  }
  add(text: string): void {
    const last = this.lines.at(-1)
    if (last?.startsWith('#')) this.lines[this.lines.length - 1] = last + text
    else this.lines.push(`#${text}`)
  }
}

/** The same parts by htmlparser2's tokenizer. */
function slowParts(html: string): string[] {
  const parts = new Parts(html)
  let value = ''
  let tag: string[] = []
  const openEnd = (): void => void parts.lines.push(tag.join(' '))
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => parts.add(html.slice(start, end)),
      ontextentity: (point) => parts.add(String.fromCodePoint(point)),
      onopentagname: (start, end) => {
        tag = [`<${html.slice(start, end).toLowerCase()}`]
      },
      onattribname: (start, end) => {
        tag.push(`${html.slice(start, end)}=`)
        value = ''
      },
      onattribdata: (start, end) => {
        value += html.slice(start, end)
      },
      onattribentity: (point) => {
        value += String.fromCodePoint(point)
      },
      onattribend: () => {
        tag[tag.length - 1] += value
      },
      onopentagend: openEnd,
      onselfclosingtag: openEnd,
      onclosetag: (start, end) => parts.closeName(start, end),
      oncdata: () => {},
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return parts.lines
}

test("pages are cut where htmlparser2's tokenizer cuts them, whatever their state", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }), (pieces) => {
      // What a page's end cuts off the tokenizer tells by where it stood; so every tag and comment is closed.
      const html = `${pieces.join('')} "'>-->]]> .`
      // Behind what might have begun the end of a title the tokenizer overlooks a reference.
      fc.pre(!/<(?:\/[a-z]*)?&/iu.test(html))
      const parts = new Parts(html)
      scanHtml(html, parts)
      assert.deepEqual(parts.lines, slowParts(html), html)
    }),
    { numRuns: 6_000 },
  )
})

test('names of tags are found in any case, and only whole', () => {
  for (const [written, name, isKnown] of [
    ['P', 'p', true],
    ['TextArea', 'textarea', true],
    ['h1', 'h1', true],
    ['h7', 'h7', false],
    ['my-box', 'my-box', false],
    ['constructor', 'constructor', false],
  ] as const) {
    const tag = tagNameAt(`<${written}>`, 1, written.length + 1)
    assert.equal(tag.name, name)
    assert.equal(tag.index >= 0 && tag.index < KNOWN_TAGS, isKnown, written)
  }
})

test('time grows in line with a page of unclosed marks', () => {
  for (const piece of [
    '<',
    '<!--',
    '<a b="',
    '<script></scrip',
    '&',
    '--',
    '<![CDATA[',
    '<a b=\'c"',
    '&#',
    '<p a=b&c;',
  ]) {
    const html = piece.repeat(200_000)
    const startedMs = performance.now()
    scanHtml(html, new Parts(html))
    assert.ok(performance.now() - startedMs < 2_000, piece)
  }
})
