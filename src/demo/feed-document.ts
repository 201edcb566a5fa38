import { escapeMarkup } from './markup.ts'
import type { DemoItem } from './world.ts'

/** Shapes in which an outlet offers its feed. */
export type DemoFeedFormat = 'rss' | 'atom' | 'json'

/** The feed that holds these items (of one outlet, newest first by the feed's custom); of none an empty feed. */
export function demoFeed(items: readonly DemoItem[], format: DemoFeedFormat): string {
  const newest = [...items].sort((one, other) => other.firstSeenMs - one.firstSeenMs)
  return { rss: rssFeed, atom: atomFeed, json: jsonFeed }[format](newest)
}

const summaryOf = ({ article }: DemoItem): string => article.text.split('\n\n', 1)[0] ?? ''
const isoOf = ({ firstSeenMs }: DemoItem): string => new Date(firstSeenMs).toISOString()
const feedTitle = (items: readonly DemoItem[]): string => items[0]?.feedTitle ?? 'Empty'
const siteUrl = (items: readonly DemoItem[]): string => items[0]?.siteUrl ?? 'https://empty.example/'

function rssFeed(items: readonly DemoItem[]): string {
  const entries = items.map((item) => {
    const { url, title, byline, section } = item.article
    return `<item><title>${escapeMarkup(title ?? '')}</title><link>${escapeMarkup(url ?? '')}</link><guid isPermaLink="true">${escapeMarkup(url ?? '')}</guid><pubDate>${new Date(item.firstSeenMs).toUTCString()}</pubDate><dc:creator>${escapeMarkup(byline.join(', '))}</dc:creator>${section.map((crumb) => `<category>${escapeMarkup(crumb)}</category>`).join('')}<description>${escapeMarkup(`<p>${escapeMarkup(summaryOf(item))}</p>`)}</description></item>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${escapeMarkup(feedTitle(items))}</title><link>${siteUrl(items)}</link><description>All reports</description><ttl>30</ttl>
${entries.join('\n')}
</channel></rss>`
}

function atomFeed(items: readonly DemoItem[]): string {
  const entries = items.map((item) => {
    const { url, title, byline } = item.article
    return `<entry><title>${escapeMarkup(title ?? '')}</title><id>${escapeMarkup(url ?? '')}</id><link href="${escapeMarkup(url ?? '')}"/><updated>${isoOf(item)}</updated><author><name>${escapeMarkup(byline.join(', '))}</name></author><summary>${escapeMarkup(summaryOf(item))}</summary></entry>`
  })
  const updated = items[0] === undefined ? '1970-01-01T00:00:00Z' : isoOf(items[0])
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>${escapeMarkup(feedTitle(items))}</title><id>${siteUrl(items)}</id><link href="${siteUrl(items)}"/><updated>${updated}</updated>
${entries.join('\n')}
</feed>`
}

function jsonFeed(items: readonly DemoItem[]): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feedTitle(items),
    home_page_url: siteUrl(items),
    items: items.map((item) => ({
      id: item.article.url,
      url: item.article.url,
      title: item.article.title,
      content_text: summaryOf(item),
      date_published: isoOf(item),
      authors: item.article.byline.map((name) => ({ name })),
    })),
  })
}
