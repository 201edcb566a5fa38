import { html } from 'hono/html'
import { type StoryChoice, storyChoices } from '../../store/story-choices.ts'
import { type TagRule, tagRules } from '../../store/tag-rules.ts'
import { formToken } from '../owner.ts'
import type { Site } from '../site.ts'
import type { Html } from '../views/layout.ts'
import { storyPath, tagPath } from '../views/links.ts'
import { say } from '../views/messages.ts'
import { ownerNav } from '../views/owner-pages.ts'
import { phrase } from '../views/phrases.ts'
import { hiddenFields } from '../views/shape.ts'
import { timeTag } from '../views/times.ts'
import type { PageRoute } from './page.ts'

/** GET /owner/choices: everything that the owner decided about tags and stories, newest first, each to be taken back. */
export const choicesRoute: PageRoute = {
  path: '/owner/choices',
  asks: [],
  keepMs: 0,
  needs: 'editor',
  make: async (site, _c, viewer) => {
    const [tags, stories] = await Promise.all([tagRules(site.store), storyChoices(site.store)])
    const list = (items: readonly Html[]) =>
      items.length === 0 ? html`<p class="empty">${say('choicesNone')}</p>` : html`<ul class="sources ui">${items}</ul>`
    const main = html`<h1>${say('choicesTitle')}</h1>${ownerNav(viewer, '/owner/choices')}<p class="soft ui lede">${say('choicesLead')}</p>
<section><h2>${say('choicesTags')}</h2>${list(tags.map((rule) => row(site, { about: 'tags', id: rule.id, madeMs: rule.madeMs, told: tagRuleView(rule) })))}</section>
<section><h2>${say('choicesStories')}</h2>${list(stories.map((choice) => row(site, { about: 'stories', id: choice.id, madeMs: choice.madeMs, told: storyChoiceView(choice) })))}</section>`
    return { parts: { title: say('choicesTitle'), path: '/owner/choices', main, noIndex: true } }
  },
}

function row(
  site: Site,
  { about, id, madeMs, told }: { about: 'tags' | 'stories'; id: number; madeMs: number; told: Html },
): Html {
  const token = formToken(site, `take-back:${about}:${id}`)
  return html`<li><p>${told} <span class="soft">${timeTag(madeMs, site.now())}</span></p><form method="post" action="/owner/choices">${hiddenFields({ about, id: String(id), token })}<button>${say('takeBack')}</button></form></li>`
}

function tagRuleView(rule: TagRule): Html {
  const link = (slug: string) => html`<a href="${tagPath(slug)}"><bdi>${slug}</bdi></a>`
  const tag = link(rule.slug)
  if (rule.kind === 'merge') return phrase('didMerge', { tag, into: link(rule.target) })
  if (rule.kind === 'apart') return phrase('didApart', { tag, name: html`<bdi>${rule.name ?? ''}</bdi>` })
  if (rule.kind === 'rename') return phrase('didRename', { tag, name: html`<bdi>${rule.name ?? ''}</bdi>` })
  return phrase('didBlock', { tag: html`<bdi>${rule.slug}</bdi>` })
}

function storyChoiceView(choice: StoryChoice): Html {
  const link = (key: string, title: string) => html`<a href="${storyPath(key)}"><bdi>${title}</bdi></a>`
  const story = link(choice.storyKey, choice.storyTitle)
  const other = choice.otherKey === null ? '' : link(choice.otherKey, choice.otherTitle ?? '')
  if (choice.kind === 'split') return phrase('didSplit', { story, other })
  if (choice.kind === 'merge') return phrase('didMerge', { tag: story, into: other })
  return phrase('didRename', { tag: story, name: html`<bdi>${choice.title ?? ''}</bdi>` })
}
