import { html, raw } from 'hono/html'
import { chainView } from '../views/copy-chain.ts'
import type { Html } from '../views/layout.ts'
import { languageOf } from '../views/links.ts'
import { say } from '../views/messages.ts'
import { speech } from '../views/speech.ts'
import type { WidgetItem, WidgetList } from './widget-lists.ts'

/**
 * A list as a document for a frame in another site: no script, nothing that loads, every link in the whole window and without a referrer.
 * In the language that is spoken while it is made.
 */
export function widgetPage(list: WidgetList, style: string, site: { name: string; url: string }): string {
  const { tag, dir } = speech()
  const { title, lead, facts = [], chain, items, more } = list
  const page = html`<!doctype html><html lang="${tag}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${raw(style)}</style></head>
<body><main><h1>${title}</h1>${lead === undefined ? '' : html`<p class="lead">${lead}</p>`}${facts.map((fact) => html`<p>${fact}</p>`)}${chain ? chainView(chain) : ''}${entries(items, lead)}</main><footer>${more ? html`${link(more.url, more.text)} · ` : ''}${link(site.url, site.name)}</footer></body></html>`
  return String(page)
}

function entries(items: readonly WidgetItem[], lead: string | undefined): Html | string {
  if (items.length > 0) return html`<ol>${items.map(entry)}</ol>`
  return lead === undefined ? html`<p>${say('empty')}</p>` : ''
}

function entry({ title, url, reason, language }: WidgetItem): Html {
  const { lang, dir } = languageOf(language)
  const spoken = lang === '' ? html` dir="auto"` : html` lang="${lang}" dir="${dir}"`
  return html`<li><a href="${url}" target="_top" rel="noreferrer"${spoken}>${title}</a><p>${reason}</p></li>`
}

function link(url: string, text: string): Html {
  return html`<a href="${url}" target="_top" rel="noreferrer">${text}</a>`
}
