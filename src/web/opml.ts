import { xmlAttributes, xmlElement } from './feeds/xml.ts'

/** One subscription of a list that goes out; `folder` is its path, names parted by ` / `, null for none. */
export type Subscription = { url: string; title: string; siteUrl: string | null; folder: string | null }

type Folder = { inner: Map<string, Folder>; feeds: Subscription[] }

/** Folders inside of one another that are written; deeper ones are one. */
const MAX_DEPTH = 8

/** Subscriptions as OPML 2.0, in their folders, each folder once, in the order of their first mention. **Source:** opml.org/spec2.opml */
export function opmlText(title: string, subscriptions: readonly Subscription[]): string {
  const root: Folder = { inner: new Map(), feeds: [] }
  for (const subscription of subscriptions) {
    let folder = root
    for (const name of (subscription.folder?.split(' / ') ?? []).slice(0, MAX_DEPTH)) {
      const inner = folder.inner.get(name) ?? { inner: new Map(), feeds: [] }
      folder.inner.set(name, inner)
      folder = inner
    }
    folder.feeds.push(subscription)
  }
  return `<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0">\n<head>${xmlElement('title', title)}</head>\n<body>\n${linesOf(root).join('\n')}\n</body>\n</opml>\n`
}

function linesOf({ inner, feeds }: Folder): string[] {
  const folders = [...inner].flatMap(([name, folder]) => [
    `<outline${xmlAttributes({ text: name, title: name })}>`,
    ...linesOf(folder),
    '</outline>',
  ])
  return [...folders, ...feeds.map(outline)]
}

function outline({ url, title, siteUrl }: Subscription): string {
  return `<outline${xmlAttributes({ type: 'rss', text: title, title, xmlUrl: url, ...(siteUrl === null ? {} : { htmlUrl: siteUrl }) })}/>`
}
