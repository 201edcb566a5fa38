import type { Hono } from 'hono'
import type { Site } from '../site.ts'
import type { StaticFile } from '../static-files.ts'
import { withSections } from './sections.ts'

/** A watch is told of the whole store: an edition has none. */
const NOT_IN_EDITIONS = ['/watch', '/watch/*', '/watching', '/watching/*', '/api/v1/watches', '/api/v1/watches/*']

/** What comes before all routes of an edition's app, and of one whose owner named its sections; nothing for any other. */
export function editionRules(app: Hono, site: Site): void {
  if (site.edition) for (const path of NOT_IN_EDITIONS) app.all(path, (c) => c.notFound())
  if (site.sections) app.use((_, next) => withSections(site, next))
}

/** Files that a site's own brand adds to what every page loads. */
export function brandFiles({ brand }: Site): StaticFile[] {
  return [brand.logo, brand.style].flatMap((file) => file ?? [])
}
