import { z } from 'zod'
import { storyChoices } from '../../../store/story-choices.ts'
import { tagRules } from '../../../store/tag-rules.ts'
import { shapeStory, shapeTag, takeBack } from '../../lists/shape.ts'
import { endpoint, IdParam, Nothing } from '../endpoint.ts'
import { KeyParam, TAG_KINDS } from '../schemas.ts'
import { time } from '../shapes.ts'

const SlugParam = z.object({ slug: z.string().min(1).max(200) })
const Name = z.string().trim().min(1).max(120)
const RuleAnswer = z.object({ id: z.int().describe('Number of the choice: takes it back') }).meta({ id: 'TagRuleMade' })
const SeenAnswer = z
  .object({ story: z.string().describe('Key of the story that shows the outcome') })
  .meta({ id: 'StoryShaped' })

/** What all calls share that act on a tag. */
const onTag = {
  method: 'post',
  needs: 'editor',
  status: 200,
  params: SlugParam,
  query: Nothing,
  answer: RuleAnswer,
} as const
/** What all calls share that act on a story. */
const onStory = {
  method: 'post',
  needs: 'editor',
  status: 200,
  params: KeyParam,
  query: Nothing,
  answer: SeenAnswer,
} as const
const made = ({ id }: { id: number }) => ({ id })

export const mergeTagEndpoint = endpoint({
  ...onTag,
  path: '/tags/{slug}/merge',
  operationId: 'mergeTag',
  summary: 'Has another tag stand for this one, in what stands and in what comes; its address leads on',
  body: z.object({ into: z.string().trim().min(1).max(400).describe('Slug, address or name of the other tag') }),
  handle: async (site, { params, body }) => made(await shapeTag(site, params.slug, { do: 'merge', into: body.into })),
})

export const renameTagEndpoint = endpoint({
  ...onTag,
  path: '/tags/{slug}/rename',
  operationId: 'renameTag',
  summary: 'Shows a tag by another name; its slug stays',
  body: z.object({ name: Name }),
  handle: async (site, { params, body }) => made(await shapeTag(site, params.slug, { do: 'rename', name: body.name })),
})

export const blockTagEndpoint = endpoint({
  ...onTag,
  path: '/tags/{slug}/block',
  operationId: 'blockTag',
  summary: 'Never shows a tag again',
  body: Nothing,
  handle: async (site, { params }) => made(await shapeTag(site, params.slug, { do: 'block' })),
})

export const takeApartEndpoint = endpoint({
  ...onTag,
  path: '/tags/{slug}/apart',
  operationId: 'takeNameApart',
  summary: 'Takes a name out of the tag that it was folded into: its mentions become those of its own tag',
  body: z.object({ name: Name, kind: z.enum(TAG_KINDS).describe('Of its own tag, where that is new') }),
  handle: async (site, { params, body }) => made(await shapeTag(site, params.slug, { do: 'apart', ...body })),
})

export const splitStoryEndpoint = endpoint({
  ...onStory,
  path: '/stories/{key}/split',
  operationId: 'splitStory',
  summary: 'Moves articles, with their copies, out into a story of their own, and keeps the two apart',
  body: z.object({ articles: z.array(z.string().max(200)).min(1).max(200).describe('Keys of the articles') }),
  handle: async (site, { params, body }) => ({ story: await shapeStory(site, params.key, { do: 'split', ...body }) }),
})

export const mergeStoryEndpoint = endpoint({
  ...onStory,
  path: '/stories/{key}/merge',
  operationId: 'mergeStory',
  summary: 'Folds a story into another, and keeps them together; its address leads on',
  body: z.object({ into: z.string().trim().min(1).max(400).describe('Key or address of the other story') }),
  handle: async (site, { params, body }) => ({ story: await shapeStory(site, params.key, { do: 'merge', ...body }) }),
})

export const renameStoryEndpoint = endpoint({
  ...onStory,
  path: '/stories/{key}/rename',
  operationId: 'renameStory',
  summary: 'Gives a story a headline that stays',
  body: z.object({ title: z.string().trim().min(1).max(300) }),
  handle: async (site, { params, body }) => ({ story: await shapeStory(site, params.key, { do: 'rename', ...body }) }),
})

const ChoicesAnswer = z
  .object({
    tags: z.array(
      z.object({
        id: z.int(),
        kind: z.enum(['merge', 'rename', 'block', 'apart']),
        slug: z.string(),
        target: z.string().nullable().describe('merge: the tag that stands for it; apart: the own tag of the name'),
        name: z.string().nullable(),
        made: z.iso.datetime(),
      }),
    ),
    stories: z.array(
      z.object({
        id: z.int(),
        kind: z.enum(['split', 'merge', 'title']),
        story: z.string(),
        other: z.string().nullable().describe('split: the new story; merge: the one that took the articles'),
        title: z.string().nullable(),
        made: z.iso.datetime(),
      }),
    ),
  })
  .meta({ id: 'Choices' })

export const choicesEndpoint = endpoint({
  method: 'get',
  path: '/choices',
  operationId: 'listChoices',
  summary: 'What the owner decided about tags and stories, newest first',
  needs: 'editor',
  status: 200,
  params: Nothing,
  query: Nothing,
  body: Nothing,
  answer: ChoicesAnswer,
  handle: async (site) => {
    const [tags, stories] = await Promise.all([tagRules(site.store), storyChoices(site.store)])
    return {
      tags: tags.map(({ id, kind, slug, target, name, madeMs }) => ({
        id,
        kind,
        slug,
        target: target === '' ? null : target,
        name,
        made: time(madeMs),
      })),
      stories: stories.map(({ id, kind, storyKey, otherKey, title, madeMs }) => ({
        id,
        kind,
        story: storyKey,
        other: otherKey,
        title,
        made: time(madeMs),
      })),
    }
  },
})

const TakenBack = z.object({ takenBack: z.literal(true) })
const takingBack = (about: 'tags' | 'stories', operationId: string) =>
  endpoint({
    method: 'delete',
    path: `/choices/${about}/{id}`,
    operationId,
    summary: `Takes a choice about ${about} back: what it moved is moved back`,
    needs: 'editor',
    status: 200,
    params: IdParam,
    query: Nothing,
    body: Nothing,
    answer: TakenBack,
    handle: async (site, { params }) => {
      await takeBack(site, about, params.id)
      return { takenBack: true as const }
    },
  })

export const takeBackTagEndpoint = takingBack('tags', 'takeBackTagChoice')
export const takeBackStoryEndpoint = takingBack('stories', 'takeBackStoryChoice')
