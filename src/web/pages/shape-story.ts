import { html } from 'hono/html'
import { z } from 'zod'
import type { ArticleCard, StoryCard } from '../../model/card.ts'
import { CHOOSABLE, choosableArticles, type StoryWish, storyTyped } from '../lists/shape.ts'
import { formToken } from '../owner.ts'
import type { Site } from '../site.ts'
import { breadcrumb, type Html } from '../views/layout.ts'
import { storyPath } from '../views/links.ts'
import { say } from '../views/messages.ts'
import { languageAttributes } from '../views/rows.ts'
import { confirmation, hiddenFields } from '../views/shape.ts'
import { timeTag } from '../views/times.ts'
import type { PageRoute } from './page.ts'

/** What a form about a story may ask for. */
export const StoryWishFields = z.discriminatedUnion('do', [
  z.object({ do: z.literal('split'), articles: z.array(z.string().max(200)).max(CHOOSABLE) }),
  z.object({ do: z.literal('merge'), into: z.string().trim().min(1).max(400) }),
  z.object({ do: z.literal('rename'), title: z.string().trim().min(1).max(300) }),
])

/** GET /story/KEY/shape: what the owner can make of a story; with `do`, what would happen, to be confirmed. The owner's alone. */
export const shapeStoryRoute: PageRoute = {
  path: '/story/:key/shape',
  asks: [],
  keepMs: 0,
  needs: 'editor',
  make: async (site, c) => {
    const key = c.req.param('key') ?? ''
    const story = await storyTyped(site, key)
    const path = `${storyPath(story.key)}/shape`
    if (story.key !== key) return { movedTo: path }
    const fields = { ...c.req.query(), articles: c.req.queries('articles') ?? [] }
    const asked = c.req.query('do') === undefined ? null : StoryWishFields.parse(fields)
    const way = breadcrumb([
      { name: say('home'), path: '/' },
      { name: story.title, path: storyPath(story.key) },
    ])
    const main = asked
      ? html`${way}${confirmation({
          ...(await whatHappens(site, story, asked)),
          action: path,
          fields: { ...asked, token: formToken(site, `shape-story:${story.id}`) },
          back: path,
        })}`
      : html`${way}<h1>${say('shapeStory', { name: story.title })}</h1><p class="soft ui lede">${say('shapeLead')} <a href="/owner/choices">${say('choicesTitle')}</a></p>${storyForms(story, await choosableArticles(site, story), path, site.now())}`
    return { parts: { title: say('shapeStory', { name: story.title }), path, main, noIndex: true } }
  },
}

async function whatHappens(site: Site, story: StoryCard, wish: StoryWish) {
  const values = { name: story.title, n: story.articleCount }
  if (wish.do === 'rename') {
    const title = say('renameAsk', { ...values, new: wish.title })
    return { title, told: [say('retitleTold')], button: say('rename') }
  }
  if (wish.do === 'merge') {
    const into = await storyTyped(site, wish.into)
    const told = [say('mergeTold', { ...values, into: into.title, all: into.articleCount }), say('storyMergeTold')]
    return { title: say('mergeAsk', { ...values, into: into.title }), told, button: say('merge') }
  }
  const chosen = new Set(wish.articles)
  const articles = await choosableArticles(site, story)
  const ids = new Set(articles.flatMap((one) => (chosen.has(one.key) ? [one.id] : [])))
  const moved = articles.filter((one) => ids.has(one.id) || (one.copyOf !== null && ids.has(one.copyOf)))
  const told = [say('splitTold', { n: moved.length, copies: moved.length - ids.size }), say('splitHeld')]
  return { title: say('splitAsk', { name: story.title }), told, button: say('split') }
}

function storyForms(story: StoryCard, articles: readonly ArticleCard[], path: string, now: number): Html {
  const form = (wish: StoryWish['do'], fields: Html) =>
    html`<form class="big ui" method="get" action="${path}">${hiddenFields({ do: wish })}${fields}<button>${say('lookFirst')}</button></form>`
  const partial =
    articles.length < story.articleCount
      ? html`<p class="soft">${say('partOf', { shown: articles.length, all: story.articleCount })}</p>`
      : ''
  const choices = articles.map(
    (one) =>
      html`<li><label><input type="checkbox" name="articles" value="${one.key}"> ${timeTag(one.publishedMs, now)} <bdi>${one.sourceTitle ?? one.owner}</bdi>: <span${languageAttributes(one.language)}>${one.title}</span>${one.copyOf === null ? '' : html` <span class="soft">(${say('copyHere')})</span>`}</label></li>`,
  )
  return html`<section><h2>${say('split')}</h2>${form('split', html`<fieldset class="choose"><legend>${say('splitLabel')}</legend>${partial}<ul>${choices}</ul></fieldset>`)}</section>
<section><h2>${say('merge')}</h2>${form('merge', html`<label for="into">${say('storyMergeLabel')}</label><input id="into" name="into" required maxlength="400">`)}</section>
<section><h2>${say('rename')}</h2>${form('rename', html`<label for="title">${say('retitleLabel')}</label><input id="title" name="title" required maxlength="300" value="${story.title}">`)}</section>`
}
