import { createHash } from 'node:crypto'
import { htmlText } from '../feeds/block-html.ts'
import type { WidgetAsked, WidgetList } from './widget-lists.ts'

/** A finished widget: a document without a script, and the policy that lets its own style alone apply, in anybody's frame. */
export type WidgetPage = { html: string; policy: string }

/** A list as a document for a frame in another site. */
export function widgetPage(list: WidgetList, asked: WidgetAsked, site: { name: string; url: string }): WidgetPage {
  const style = styleOf(asked)
  const hash = createHash('sha256').update(style).digest('base64')
  const items = list.items.map(
    (item) =>
      `<li><a href="${htmlText(item.url)}" target="_top">${htmlText(item.title)}</a><p>${htmlText(item.reason)}</p></li>`,
  )
  const body = items.length === 0 ? '<p>Nothing now.</p>' : `<ol>${items.join('')}</ol>`
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${htmlText(list.title)}</title><style>${style}</style></head>
<body><main><h1>${htmlText(list.title)}</h1>${body}<footer><a href="${htmlText(site.url)}" target="_top">${htmlText(site.name)}</a></footer></main></body></html>`
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors *`
  return { html, policy }
}

/** Contrast of these colours with their backgrounds is 4.5 or more; an accent of the publisher's is the publisher's to choose. */
const LIGHT = { scheme: 'light', text: '#1a1a1a', ground: '#fff', quiet: '#595959', accent: '#a3260f' }
const DARK = { scheme: 'dark', text: '#e8e8e8', ground: '#161616', quiet: '#a6a6a6', accent: '#ff9b82' }

function styleOf({ theme, accent }: WidgetAsked): string {
  const colours = (one: typeof LIGHT) =>
    `:root{color-scheme:${one.scheme};--t:${one.text};--g:${one.ground};--q:${one.quiet};--a:${accent === undefined ? one.accent : `#${accent}`}}`
  const chosen =
    theme === 'auto'
      ? `${colours(LIGHT)}@media (prefers-color-scheme:dark){${colours(DARK)}}`
      : colours(theme === 'dark' ? DARK : LIGHT)
  return `${chosen}body{margin:0;padding:.75rem;font:15px/1.4 system-ui,sans-serif;color:var(--t);background:var(--g)}h1{font-size:1rem;margin:0 0 .5rem}ol{margin:0;padding:0;list-style:none}li{padding:.5rem 0;border-top:1px solid #8885}a{color:var(--a)}p{margin:.15rem 0 0;font-size:.85em;color:var(--q)}footer{margin-top:.5rem;font-size:.85em}`
}
