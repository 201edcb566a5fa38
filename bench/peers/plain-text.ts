import { Parser } from 'htmlparser2'

const LINES = new Set(
  'address article aside blockquote br dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
)
const SILENT = new Set(['script', 'style', 'noscript', 'template'])

/** Text of the HTML that an extractor gives, a line a block: a peer must not lose for words that its `textContent` glues together. */
export function plainText(html: string): string {
  const parts: string[] = []
  let silent = 0
  const edge = (name: string): void => {
    if (LINES.has(name)) parts.push('\n')
  }
  const parser = new Parser({
    onopentagname: (name) => {
      if (SILENT.has(name)) silent++
      edge(name)
    },
    ontext: (text) => {
      if (silent === 0) parts.push(text)
    },
    onclosetag: (name) => {
      if (SILENT.has(name)) silent--
      edge(name)
    },
  })
  parser.end(html)
  return parts.join('')
}
