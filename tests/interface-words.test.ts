/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are looked at as text here */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'

/** Words that are the same in every language: names of formats and of keys on a keyboard. */
const SAME_EVERYWHERE = ['Atom', 'RSS', 'JSON', 'API', 'UTC', 'OPML', 'M', 'V', 'H', 'Z']

/** Attributes that are read aloud or shown. */
const SAID_ATTRIBUTES = /\s(?:aria-label|title|alt|placeholder)="([^"]*)"/g
/** A template that is attributes alone, put into another's tag. */
const ATTRIBUTES = /^(?: [a-z-]+(?:="[^"]*")?)+$/
/** Pieces of addresses. */
const ADDRESSES = /https?:\/\/|\.atom\b/g

/** What templates say by themselves: text between tags, and attributes that are read aloud. Templates inside of values are looked at alone. */
function wordsOf(source: string): string[] {
  const texts = templatesOf(source).flatMap((template) => {
    if (ATTRIBUTES.test(template)) return []
    const attributes = [...template.matchAll(SAID_ATTRIBUTES)].map(([, text]) => text!)
    return [...attributes, ...template.replace(/<!?\/?[a-zA-Z][^<>]*>?/g, '\n').split('\n')]
  })
  return texts.flatMap(
    (text) =>
      text
        .replace(ADDRESSES, '')
        .replace(/&\w+;/g, ' ')
        .match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? [],
  )
}

/** The `html` templates of a source without the values in them; templates inside of values stand alone. */
function templatesOf(source: string): string[] {
  const templates: string[] = []
  const open: { text: string; depth: number; isHtml: boolean }[] = []
  for (let at = 0; at < source.length; at++) {
    const top = open.at(-1)
    const isInText = top !== undefined && top.depth === 0
    if (source[at] === '\\') at++
    else if (source[at] === '`') {
      if (isInText) {
        open.pop()
        if (top.isHtml) templates.push(top.text)
      } else open.push({ text: '', depth: 0, isHtml: source.slice(Math.max(0, at - 4), at) === 'html' })
    } else if (isInText && source.startsWith('${', at)) {
      top.depth = 1
      top.text += '\u0000'
      at++
    } else if (isInText) top.text += source[at]
    else if (top && source[at] === '{') top.depth++
    else if (top && source[at] === '}') top.depth--
    else if ((source[at] === "'" || source[at] === '"') && top) {
      const end = source.indexOf(source[at]!, at + 1)
      if (end !== -1 && !source.slice(at, end).includes('\n')) at = end
    }
  }
  return templates
}

describe('pages and views', () => {
  it('say nothing by themselves: every word comes from the table of the interface', () => {
    const files = globSync('src/web/{pages,views}/**/*.ts').filter((file) => !file.endsWith('.test.ts'))
    assert.ok(files.length > 40)
    const said = files.flatMap((file) =>
      wordsOf(readFileSync(file, 'utf8'))
        .filter((word) => !SAME_EVERYWHERE.includes(word))
        .map((word) => `${file}: ${word}`),
    )
    assert.deepEqual(said, [])
  })

  it('are read right: a planted word is found, values and markup are none', () => {
    const plain = (inside: string) => wordsOf(`const view = html\`${inside}\``)
    assert.deepEqual(plain('<p class="soft ui">Hello</p>'), ['Hello'])
    assert.deepEqual(plain('<p aria-label="Close it">${say(`x${kind}`)}</p>'), ['Close', 'it'])
    assert.deepEqual(plain('<a href="${path}"${isHere ? html` class="here"` : \'\'}>${name}</a>'), [])
    assert.deepEqual(plain('<ul>${rows.map((row) => html`<li>by ${row.name}</li>`)}</ul>'), ['by'])
  })
})
