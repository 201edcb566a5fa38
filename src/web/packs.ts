import { type Context, Hono } from 'hono'
import { AppError } from '../model/errors.ts'
import { createKeptAnswers } from './feeds/kept-answers.ts'
import { candidatePack } from './lists/pack.ts'
import type { Site } from './site.ts'

const MAX_AGE_SECONDS = 60

/** `/pack/SECTION.json`: what a reader's own browser ranks. The same bytes for everybody; what is asked besides the path changes nothing. */
export function packRoutes(site: Site): Hono {
  const app = new Hono()
  const kept = createKeptAnswers(site)
  app.get('/pack/:name{[a-z_]+\\.json}', (c: Context) => {
    const slug = (c.req.param('name') ?? '').slice(0, -'.json'.length)
    return kept(c, '', async () => {
      const pack = await candidatePack(site, slug)
      if (!pack) throw new AppError('not_found', `there is no section “${slug.slice(0, 100)}” here`)
      const type = 'application/json; charset=utf-8'
      return { body: JSON.stringify(pack), type, modifiedMs: null, maxAgeSeconds: MAX_AGE_SECONDS, shared: true }
    })
  })
  return app
}
