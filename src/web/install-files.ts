import { xmlElement } from './feeds/xml.ts'
import type { Brand } from './site.ts'
import { ASSETS } from './static-files.ts'
import { say } from './views/messages.ts'
import { PAPER } from './views/page-head.ts'
import { speech } from './views/speech.ts'

/** Characters of a name under an icon, and in a browser's list of search engines. */
const SHORT_NAME = 20
const ENGINE_NAME = 16

/** What a browser is told to install the site, in the reader's language. **Source:** W3C Web Application Manifest, §1 */
export function webManifest({ name, tagline, logo }: Brand): string {
  const icon = (src: string, sizes: string, type: string, purpose = 'any') => ({ src, sizes, type, purpose })
  const own = [
    icon(ASSETS.icon192.path, '192x192', 'image/png'),
    icon(ASSETS.icon512.path, '512x512', 'image/png'),
    icon(ASSETS.icon.path, 'any', 'image/svg+xml'),
    icon(ASSETS.maskable.path, '512x512', 'image/png', 'maskable'),
  ]
  const shortcut = (title: string, url: string) => ({ name: title, url })
  return JSON.stringify({
    id: '/',
    name,
    short_name: name.slice(0, SHORT_NAME),
    description: tagline,
    lang: speech().tag,
    dir: speech().dir,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: PAPER.light,
    theme_color: PAPER.light,
    categories: ['news'],
    icons: logo ? [icon(logo.path, 'any', logo.type)] : own,
    shortcuts: [
      shortcut(say('pulse'), '/pulse'),
      shortcut(say('ranking'), '/ranking'),
      shortcut(say('search'), '/search'),
    ],
  })
}

/** The site as a search engine of the browser's. **Source:** OpenSearch 1.1 Draft 6, "Description document" */
export function openSearch({ name, tagline }: Brand, origin: string): string {
  const parts = [
    xmlElement('ShortName', name.slice(0, ENGINE_NAME)),
    xmlElement('Description', tagline),
    xmlElement('InputEncoding', 'UTF-8'),
    xmlElement('Image', `${origin}${ASSETS.icon192.path}`, { width: '192', height: '192', type: 'image/png' }),
    `<Url type="text/html" template="${origin}/search?q={searchTerms}"/>`,
    `<Url type="application/x-suggestions+json" template="${origin}/search/suggest?q={searchTerms}"/>`,
    `<Url type="application/atom+xml" template="${origin}/search.atom?q={searchTerms}"/>`,
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>\n<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n${parts.join('\n')}\n</OpenSearchDescription>\n`
}
