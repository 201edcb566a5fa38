import { type Context, Hono } from 'hono'
import { tagsBeginning } from '../store/tag-beginnings.ts'
import { MAX_QUERY } from '../text/search-query.ts'
import { foldWord } from '../text/words.ts'
import { createKeptAnswers } from './feeds/kept-answers.ts'
import { originOf } from './feeds/origin.ts'
import type { Site } from './site.ts'

/** Suggestions that are given, and letters from which on: one letter begins everything. */
const MOST = 8
const LEAST_LETTERS = 2
const MAX_AGE_SECONDS = 60

/** The beginning of a tag's name at the end of a query. */
const TAG_AT_END = /^(?<head>(?:.*\s)?tag:)"?(?<name>[^":]*)$/isu

/**
 * GET /search/suggest?q=: whole queries that what is typed may become, by the names of tags: `["por", ["Port Selva"]]`.
 * **Source:** OpenSearch Suggestions 1.0
 */
export function suggestionRoutes(site: Site): Hono {
  const app = new Hono()
  const kept = createKeptAnswers(site)
  app.get('/search/suggest', (c: Context) => {
    const typed = (c.req.query('q') ?? '').toWellFormed().slice(0, MAX_QUERY)
    return kept(c, originOf(c, site.brand.baseUrl), async () => ({
      body: JSON.stringify([typed, await suggestions(site, typed)]),
      type: 'application/x-suggestions+json; charset=utf-8',
      modifiedMs: null,
      maxAgeSeconds: MAX_AGE_SECONDS,
      shared: true,
    }))
  })
  return app
}

/** Queries that begin as typed: a tag's name alone, or after `tag:` at the end. One query; none for less than two letters. */
export async function suggestions(site: Pick<Site, 'store'>, typed: string): Promise<string[]> {
  const { head = null, name = typed } = TAG_AT_END.exec(typed)?.groups ?? {}
  const slug = [...foldWord(name).matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([part]) => part).join('-')
  if (slug.length < LEAST_LETTERS) return []
  const names = await tagsBeginning(site.store, slug, MOST)
  return head === null ? names : names.map((found) => `${head}"${found.replaceAll('"', '')}"`)
}
