import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { tagBySlug } from '../../store/tags.ts'
import { shapeStory, shapeTag, storyTyped, takeBack } from '../lists/shape.ts'
import { checkForm } from '../owner.ts'
import type { Site } from '../site.ts'
import { requireEditor } from '../viewer.ts'
import { storyPath, tagPath } from '../views/links.ts'
import { notFound } from './page.ts'
import { StoryWishFields } from './shape-story.ts'
import { TagWishFields } from './shape-tag.ts'

const Token = z.object({ token: z.string() })
const TakeBack = Token.extend({ about: z.enum(['tags', 'stories']), id: z.coerce.number().int().min(1) })

/** What the owner's pages about tags and stories post. The bound on a form's bytes is the caller's. */
export function shapeFormRoutes(site: Site): Hono {
  const app = new Hono()
  app.post('/tag/:slug/shape', async (c) => {
    const form = await c.req.parseBody()
    const slug = c.req.param('slug')
    requireEditor(c)
    const tag = (await tagBySlug(site.store, slug)) ?? notFound('tag', slug)
    checkForm(c, site, `shape-tag:${tag.id}`, Token.parse(form).token)
    const { seenAt } = await shapeTag(site, tag.slug, TagWishFields.parse(form))
    return done(c, seenAt === null ? '/owner/choices' : tagPath(seenAt))
  })
  app.post('/story/:key/shape', async (c) => {
    const form = await c.req.parseBody({ all: true })
    requireEditor(c)
    const story = await storyTyped(site, c.req.param('key'))
    checkForm(c, site, `shape-story:${story.id}`, Token.parse(form).token)
    const wish = StoryWishFields.parse({ ...form, articles: [form.articles ?? []].flat() })
    return done(c, storyPath(await shapeStory(site, story.key, wish)))
  })
  app.post('/owner/choices', async (c) => {
    const { token, about, id } = TakeBack.parse(await c.req.parseBody())
    requireEditor(c)
    checkForm(c, site, `take-back:${about}:${id}`, token)
    await takeBack(site, about, id)
    return done(c, '/owner/choices')
  })
  return app
}

function done(c: Context, path: string): Response {
  return c.redirect(path, 303)
}
