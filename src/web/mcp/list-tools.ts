import { z } from 'zod'
import { SECTIONS } from '../../model/tag.ts'
import { burstSentence } from '../../pulse/words.ts'
import { TagDetailAnswer } from '../api/endpoints/tags.ts'
import { ArticleAnswer, BurstAnswer, pageOf, reasonedListOf, SourceAnswer, StoryAnswer } from '../api/schemas.ts'
import { PULSE_KINDS } from '../lists/pulse-asked.ts'
import { cite, citeStory, quoted, SourcedStory, SourcedText, sourcedStory, sourcedText } from './sourced.ts'
import { tool } from './tool.ts'

export const Section = z.enum(SECTIONS).optional().describe('Only this section')
export const Language = z.string().max(35).optional().describe('Only this language, BCP 47')
export const Moment = z.iso.datetime({ offset: true }).optional().describe('As it stood at this past moment, RFC 3339')
const Limit = z.int().min(1).max(25).default(10)

export const searchTool = tool({
  name: 'search',
  title: 'Search texts',
  description:
    'Texts that hold every word. Also "a phrase", beginning*, -without, and tag:NAME source:HOST section:economy story:KEY lang:de before:2026-05-01 after:2026-04-01. Newest first; a copy is marked as one.',
  input: z.object({
    query: z.string().min(1).max(400),
    limit: Limit,
    cursor: z.string().max(80).optional().describe('`next` of the answer before'),
  }),
  output: z.object({ texts: z.array(SourcedText), next: z.string().nullable() }),
  run: async (ask, { query, limit, cursor }) => {
    const page = await ask('/search', { q: query, limit, cursor }, pageOf(ArticleAnswer))
    const texts = page.items.map(sourcedText)
    const more = page.next === null ? [] : ['There are older ones: ask again with the cursor.']
    return {
      data: { texts, next: page.next },
      text: texts.length === 0 ? 'Nothing stored here holds all of that.' : [...texts.map(cite), ...more].join('\n'),
    }
  },
})

const Rising = z.object({
  key: z.string(),
  title: z.string(),
  page: z.string().nullable(),
  why: z.string().describe('The evidence in one sentence'),
  seen: z.number(),
  expected: z.number(),
  windowHours: z.number(),
  falseAlarmsADay: z.number().nullable().describe('How often chance alone does this; null before it is known'),
  texts: z.array(
    z.object({ key: z.string(), headline: z.string(), publisher: z.string(), page: z.string(), firstSeen: z.string() }),
  ),
})

/** Texts that each entry of the pulse names: enough to see who, all of them are a call away. */
const TEXTS_SHOWN = 5

export const pulseTool = tool({
  name: 'pulse',
  title: 'What rises, and why',
  description:
    'What is told by more independent owners than its own hour of the week usually brings, strongest first, with the rate of false alarms. Copies do not make anything rise.',
  input: z.object({
    kind: z.enum(PULSE_KINDS).optional().describe('story, section, tag (any) or one kind of tag'),
    section: Section,
    language: Language,
    at: Moment,
    limit: Limit,
  }),
  output: z.object({ rising: z.array(Rising) }),
  run: async (ask, { limit, ...asked }) => {
    const answer = await ask('/pulse', asked, z.object({ items: z.array(BurstAnswer), next: z.string().nullable() }))
    const rising = answer.items.slice(0, limit).map((burst) => ({
      key: burst.key,
      title: burst.title,
      page: burst.url,
      why: burstSentence({ ...burst, tickMs: Date.parse(burst.tick) }),
      seen: burst.seen,
      expected: burst.expected,
      windowHours: burst.windowHours,
      falseAlarmsADay: burst.falseRate,
      texts: burst.articles.slice(0, TEXTS_SHOWN).map((article) => ({
        key: article.key,
        headline: article.title,
        publisher: article.source,
        page: article.url,
        firstSeen: article.firstSeen,
      })),
    }))
    const lines = rising.flatMap((one) => [
      `- ${quoted(one.title)}: ${one.why}. ${one.page ?? ''} [${one.key}]`,
      ...one.texts.map(
        (text) => `  - ${quoted(text.headline)} (${quoted(text.publisher)}, ${text.firstSeen}) ${text.page}`,
      ),
    ])
    return { data: { rising }, text: lines.length === 0 ? 'Nothing rises above its usual level.' : lines.join('\n') }
  },
})

export const rankingTool = tool({
  name: 'ranking',
  title: 'What matters most',
  description: 'Stories by the number of independent owners that tell them, halved with time; each with its reason.',
  input: z.object({
    window: z.enum(['hour', 'day', 'week']).default('day'),
    section: Section,
    language: Language,
    tag: z.string().max(200).optional().describe('Slug of a tag'),
    at: Moment,
    limit: Limit,
  }),
  output: z.object({ stories: z.array(SourcedStory.extend({ reason: z.string() })) }),
  run: async (ask, { limit, ...asked }) => {
    const answer = await ask('/ranking', asked, reasonedListOf(StoryAnswer))
    const stories = answer.items
      .slice(0, limit)
      .map(({ item, reason }) => ({ ...sourcedStory(item), reason: reason.text }))
    const lines = stories.map((story) => citeStory(story, story.reason))
    return { data: { stories }, text: lines.length === 0 ? 'There are no stories in this window.' : lines.join('\n') }
  },
})

export const relatedTool = tool({
  name: 'related',
  title: 'What belongs with a text',
  description: 'Texts about the same thing as one, each with the reason why it stands there.',
  input: z.object({ key: z.string().min(1).max(200).describe('Key of the article') }),
  output: z.object({ texts: z.array(SourcedText.extend({ reason: z.string() })) }),
  run: async (ask, { key }) => {
    const answer = await ask(`/articles/${encodeURIComponent(key)}/related`, {}, reasonedListOf(ArticleAnswer))
    const texts = answer.items.map(({ item, reason }) => ({ ...sourcedText(item), reason: reason.text }))
    const lines = texts.map((text) => `${cite(text)}: ${text.reason}`)
    return { data: { texts }, text: lines.length === 0 ? 'Nothing stored belongs with it yet.' : lines.join('\n') }
  },
})

/** Texts of a tag that an answer lists. */
const TAG_TEXTS = 10

export const tagTool = tool({
  name: 'tag',
  title: 'A person, place or other name',
  description: 'A name that texts are about, what stands beside it, and its newest texts.',
  input: z.object({ slug: z.string().min(1).max(200).describe('The name in lower case with dashes: port-selva') }),
  output: z.object({
    name: z.string(),
    kind: z.string(),
    page: z.string(),
    articles: z.int(),
    beside: z.array(z.object({ slug: z.string(), name: z.string(), kind: z.string() })),
    texts: z.array(SourcedText),
  }),
  run: async (ask, { slug }) => {
    const [tag, newest] = await Promise.all([
      ask(`/tags/${encodeURIComponent(slug)}`, {}, TagDetailAnswer),
      ask('/articles', { tag: slug, limit: TAG_TEXTS }, pageOf(ArticleAnswer)),
    ])
    const { name, kind, url: page, articles } = tag
    const texts = newest.items.map(sourcedText)
    const beside = tag.beside.map((other) => ({ slug: other.slug, name: other.name, kind: other.kind }))
    return {
      data: { name, kind, page, articles, beside, texts },
      text: [
        `${quoted(name)} (${kind}): ${articles} texts. ${page}`,
        `Beside it: ${beside.map((other) => `${quoted(other.name)} [tag ${other.slug}]`).join(', ') || 'nothing'}`,
        ...texts.map(cite),
      ].join('\n'),
    }
  },
})

/** Sources in one answer: a site may read thousands. */
const MAX_SOURCES = 200

export const sourcesTool = tool({
  name: 'sources',
  title: 'What this site reads',
  description:
    'The sources that everything here comes from, with their state. What is not among them is not known here.',
  input: z.object({ containing: z.string().max(100).optional().describe('Part of a title or address') }),
  output: z.object({
    sources: z.array(
      z.object({
        title: z.string(),
        url: z.string(),
        state: z.string(),
        reason: z.string().nullable(),
        language: z.string().nullable(),
        items: z.int(),
      }),
    ),
    total: z.int().describe('How many fit; more than are listed where the list was cut'),
  }),
  run: async (ask, { containing = '' }) => {
    const { items } = await ask('/sources', {}, z.object({ items: z.array(SourceAnswer) }))
    const part = containing.toLowerCase()
    const fitting = items.filter((one) => `${one.title ?? ''} ${one.url}`.toLowerCase().includes(part))
    const sources = fitting.slice(0, MAX_SOURCES).map((one) => ({
      title: one.title ?? one.url,
      url: one.siteUrl ?? one.url,
      state: one.state,
      reason: one.reason,
      language: one.language,
      items: one.items,
    }))
    const lines = sources.map((one) => `- ${quoted(one.title)} ${one.url}: ${one.state}, ${one.items} texts`)
    return { data: { sources, total: fitting.length }, text: [`${fitting.length} sources.`, ...lines].join('\n') }
  },
})
