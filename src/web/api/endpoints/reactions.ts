import { z } from 'zod'
import { AppError } from '../../../model/errors.ts'
import { articleByKey } from '../../../store/articles.ts'
import { reactionsOf } from '../../../store/reactions.ts'
import { createDeviceVotes, type DeviceVotes } from '../../device-votes.ts'
import { createFreshCounts } from '../../fresh-counts.ts'
import type { Site } from '../../site.ts'
import { endpoint, Nothing } from '../endpoint.ts'
import { KeyParam } from '../schemas.ts'

const Reactions = z
  .object({ items: z.array(z.object({ label: z.string(), count: z.int() })).describe('Of this site’s readers') })
  .meta({ id: 'Reactions' })

const VOTES = new WeakMap<Site, DeviceVotes>()

/** The votes of a site that come by the API: limits are counted beside those of its pages. */
function votesOf(site: Site): DeviceVotes {
  const votes = VOTES.get(site) ?? createDeviceVotes(site, site.shared?.counts ?? createFreshCounts())
  VOTES.set(site, votes)
  return votes
}

/** What both calls share: a device reacts once a day to an article, whoever's token it sends. */
const ofReaction = { needs: 'reader', status: 200, params: KeyParam, query: Nothing, answer: Reactions } as const

export const reactEndpoint = endpoint({
  ...ofReaction,
  method: 'put',
  path: '/articles/{key}/reaction',
  operationId: 'react',
  summary: 'Gives an article the reaction of this device, in place of another that it gave today',
  body: z.object({ label: z.string().max(100).describe('One of the site’s, or of those that the page itself has') }),
  handle: async (site, { params, body, c }) => {
    const article = await articleToReact(site, params.key)
    const labels = [...site.reactions, ...article.page.reactions.map((one) => one.label)]
    if (!labels.includes(body.label))
      throw new AppError('invalid', `label: "${body.label}" is no reaction here; ${labels.join(', ')} are`)
    const on = { articleId: article.id, storyId: article.storyId }
    if ((await votesOf(site).react(c, on, body.label)) === 'too_often')
      throw new AppError('too_often', 'too many reactions came from your connection: wait ten minutes')
    site.touch()
    return countsOf(site, article.id)
  },
})

export const takeReactionBackEndpoint = endpoint({
  ...ofReaction,
  method: 'delete',
  path: '/articles/{key}/reaction',
  operationId: 'takeReactionBack',
  summary: 'Takes back what this device gave today; the same again changes nothing',
  body: Nothing,
  handle: async (site, { params, c }) => {
    const article = await articleToReact(site, params.key)
    if (await votesOf(site).takeBack(c, { articleId: article.id, storyId: article.storyId })) site.touch()
    return countsOf(site, article.id)
  },
})

async function articleToReact(site: Site, key: string) {
  const article = await articleByKey(site.store, key)
  if (!article || article.hidden || site.reactions.length === 0)
    throw new AppError('not_found', `no article that can be reacted to has the key "${key}"`)
  return article
}

async function countsOf(site: Site, articleId: number): Promise<z.input<typeof Reactions>> {
  return { items: [...((await reactionsOf(site.store, [articleId])).get(articleId) ?? [])] }
}
