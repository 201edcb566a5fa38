import { html } from 'hono/html'
import { z } from 'zod'
import type { TagCard } from '../../model/card.ts'
import { tagBySlug } from '../../store/tags.ts'
import { TAG_KINDS } from '../api/schemas.ts'
import { type TagWish, tagRuleOf } from '../lists/shape.ts'
import { formToken } from '../owner.ts'
import type { Site } from '../site.ts'
import { breadcrumb, type Html } from '../views/layout.ts'
import { tagPath } from '../views/links.ts'
import { say } from '../views/messages.ts'
import { confirmation, hiddenFields } from '../views/shape.ts'
import { notFound, type PageRoute } from './page.ts'

const Name = z.string().trim().min(1).max(120)

/** What a form about a tag may ask for; the fields of the form that asks are those of the form that does it. */
export const TagWishFields = z.discriminatedUnion('do', [
  z.object({ do: z.literal('merge'), into: z.string().trim().min(1).max(400) }),
  z.object({ do: z.literal('rename'), name: Name }),
  z.object({ do: z.literal('apart'), name: Name, kind: z.enum(TAG_KINDS) }),
  z.object({ do: z.literal('block') }),
])

/** GET /tag/SLUG/shape: what the owner can make of a tag; with `do`, what would happen, to be confirmed. The owner's alone. */
export const shapeTagRoute: PageRoute = {
  path: '/tag/:slug/shape',
  asks: [],
  keepMs: 0,
  needs: 'editor',
  make: async (site, c) => {
    const slug = c.req.param('slug') ?? ''
    const tag = (await tagBySlug(site.store, slug)) ?? notFound('tag', slug)
    const path = `${tagPath(tag.slug)}/shape`
    if (tag.slug !== slug) return { movedTo: path }
    const asked = c.req.query('do') === undefined ? null : TagWishFields.parse(c.req.query())
    const way = breadcrumb([
      { name: say('home'), path: '/' },
      { name: tag.name, path: tagPath(tag.slug) },
    ])
    const main = asked
      ? html`${way}${confirmation({
          ...(await whatHappens(site, tag.slug, asked)),
          action: path,
          fields: { ...asked, token: formToken(site, `shape-tag:${tag.id}`) },
          back: path,
        })}`
      : html`${way}<h1>${say('shapeTag', { name: tag.name })}</h1><p class="soft ui lede">${say('shapeLead')} <a href="/owner/choices">${say('choicesTitle')}</a></p>${tagForms(tag, path)}`
    return { parts: { title: say('shapeTag', { name: tag.name }), path, main, noIndex: true } }
  },
}

async function whatHappens(site: Site, slug: string, wish: TagWish) {
  const { tag, other, rule } = await tagRuleOf(site, slug, wish)
  const values = { name: tag.name, n: tag.articleCount, path: tagPath(tag.slug) }
  if (rule.kind === 'block')
    return { title: say('blockAsk', values), told: [say('blockTold', values)], button: say('block') }
  if (rule.kind === 'rename')
    return {
      title: say('renameAsk', { ...values, new: rule.name }),
      told: [say('renameTold', values)],
      button: say('rename'),
    }
  if (rule.kind === 'merge') {
    const into = { ...values, into: other?.name ?? rule.target, all: other?.articleCount ?? 0 }
    const told = [say('mergeTold', into), say('mergeLeads', { path: values.path, into: tagPath(rule.target) })]
    return { title: say('mergeAsk', into), told, button: say('merge') }
  }
  const taken = { ...values, taken: rule.name, own: tagPath(rule.target) }
  return { title: say('apartAsk', taken), told: [say('apartTold', taken)], button: say('apart') }
}

function tagForms(tag: TagCard, path: string): Html {
  const form = (wish: TagWish['do'], fields: Html) =>
    html`<form class="big ui" method="get" action="${path}">${hiddenFields({ do: wish })}${fields}<button>${say('lookFirst')}</button></form>`
  const kinds = TAG_KINDS.map(
    (kind) => html`<option value="${kind}"${kind === tag.kind ? html` selected` : ''}>${say(kind)}</option>`,
  )
  return html`<section><h2>${say('merge')}</h2>${form('merge', html`<label for="into">${say('mergeLabel')}</label><input id="into" name="into" required maxlength="400">`)}</section>
<section><h2>${say('apart')}</h2>${form('apart', html`<label for="name">${say('apartLabel', { name: tag.name })}</label><input id="name" name="name" required maxlength="120"><label for="kind">${say('apartKind')}</label><select id="kind" name="kind">${kinds}</select>`)}</section>
<section><h2>${say('rename')}</h2>${form('rename', html`<label for="shown">${say('renameLabel')}</label><input id="shown" name="name" required maxlength="120" value="${tag.name}">`)}</section>
<section><h2>${say('block')}</h2><p class="soft ui">${say('blockNote')}</p>${form('block', html``)}</section>`
}
