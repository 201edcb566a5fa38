import { createServer } from 'node:http'
import { DatabaseSync } from 'node:sqlite'
import { unpackPage } from '../src/store/articles.ts'

/**
 * Shows the articles of a store to a killing harness: `GET /?db=FILE` answers `[{guid, title, body}]`, the body as paragraphs of HTML.
 * Items of the harness live at `/a/FEED/ITEM` and have the guid `urn:k9:FEED:ITEM`. Use: node bench/kill9-list.ts PORT
 */
const port = Number(process.argv[2])

createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://list').searchParams.get('db') ?? ''
  const file = new DatabaseSync(path, { readOnly: true })
  try {
    const rows = file
      .prepare('select url, title, data from article left join article_body on article_id = id order by id')
      .all() as { url: string; title: string; data: Uint8Array | null }[]
    response.setHeader('content-type', 'application/json').end(JSON.stringify(rows.map(shown)))
  } finally {
    file.close()
  }
}).listen(port, '127.0.0.1')

function shown({ url, title, data }: { url: string; title: string; data: Uint8Array | null }) {
  const [, feed, item] = /\/a\/(\d+)\/(\d+)$/.exec(url) ?? []
  const text = data === null ? '' : unpackPage(Buffer.from(data)).text
  const body = text
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('')
  return { guid: `urn:k9:${feed}:${item}`, title, body }
}
