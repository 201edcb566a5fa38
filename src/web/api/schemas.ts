import { z } from 'zod'
import { SECTIONS } from '../../model/tag.ts'

/** Shapes of everything that the API answers. They check nothing at run time there; tests hold every answer to them, and OpenAPI is made from them. */

const Time = z.iso.datetime().describe('RFC 3339, UTC')
export const Key = z.string().min(1).max(200)
const Section = z.enum([...SECTIONS, 'not_news'])

export const TAG_KINDS = ['person', 'place', 'organisation', 'event', 'work', 'topic'] as const

export const ReasonAnswer = z
  .object({ code: z.string(), values: z.array(z.string()), text: z.string() })
  .meta({ id: 'Reason', description: 'Why an entry stands in a list; text is a sentence for people.' })

export const StoryAnswer = z
  .object({
    key: Key,
    title: z.string(),
    url: z.url().describe('Its page on this site'),
    section: Section,
    language: z.string().describe('BCP 47; und where unknown'),
    firstSeen: Time,
    lastSeen: Time,
    articles: z.int().min(0),
    independent: z.int().min(0).describe('Texts that are no copy of another'),
    owners: z.int().min(0).describe('Owners of independent texts'),
    copies: z.int().min(0),
    burst: z.number().describe('Score of the pulse now; 0 when quiet'),
    reactions: z.object({ positive: z.int(), total: z.int() }),
    demo: z.boolean(),
  })
  .meta({ id: 'Story' })

const CopyAnswer = z
  .object({
    kind: z.enum(['identical', 'near', 'excerpt', 'embedded']).nullable(),
    containment: z.number().min(0).max(1),
    of: Key.nullable().describe('Key of the earlier article; null where it is hidden or gone'),
    redatedDays: z.int().nullable().describe('Days by which the copy claims to be younger'),
    injectedWords: z.int().min(0),
  })
  .meta({ id: 'Copy' })

export const ArticleAnswer = z
  .object({
    key: Key,
    title: z.string(),
    url: z.url().describe('Its page on this site'),
    originalUrl: z.string().nullable().describe('Where it was read'),
    source: z.object({ title: z.string().nullable(), owner: z.string(), id: z.int().nullable() }),
    section: Section,
    language: z.string(),
    published: Time.describe('The time that lists order by: the claim where it can be believed, else first seen'),
    claimedPublished: z.string().nullable().describe('As claimed, cut to the precision found'),
    doubtful: z.boolean(),
    firstSeen: Time,
    words: z.int().min(0),
    summary: z.string(),
    image: z.string().nullable(),
    story: Key.nullable(),
    copy: CopyAnswer.nullable().describe('Null for an original'),
    credit: z.string().nullable().describe('News agency that the text credits first'),
    views: z.int().min(0),
    demo: z.boolean(),
    marks: z.array(z.string()).describe("Labels by the site's own rules"),
  })
  .meta({ id: 'Article' })

export const TagAnswer = z
  .object({
    slug: z.string(),
    name: z.string(),
    kind: z.enum(TAG_KINDS),
    url: z.url(),
    articles: z.int().min(0),
    lastSeen: Time,
  })
  .meta({ id: 'Tag' })

export const ArticleTagAnswer = TagAnswer.extend({
  salience: z.number(),
  mentions: z.int(),
  impliedBy: z.string().nullable().describe('Of a country that the article does not name: the words that imply it'),
}).meta({ id: 'ArticleTag' })

const Link = z.object({ title: z.string(), url: z.string().nullable() })

export const SectionReasonAnswer = z
  .object({
    confidence: z.number().min(0).max(1),
    filed: z
      .array(z.string())
      .describe("The source's own names for where it files the article that spoke for its section"),
    words: z.array(z.string()).describe('Words of the article that spoke for it most'),
    learnt: z.boolean().describe("Whether what was learnt from this site's sources had a part in it"),
  })
  .meta({ id: 'SectionReason' })

export const ArticleDetailAnswer = ArticleAnswer.extend({
  byline: z.array(z.string()),
  version: z.int().min(1),
  text: z.string().describe('Mended body, paragraphs parted by one empty line'),
  blocks: z.array(z.looseObject({ kind: z.string() })),
  channel: z.string().nullable(),
  siteName: z.string().nullable(),
  claimedSection: z.array(z.string()),
  sectionReason: SectionReasonAnswer.nullable().describe('Null also where a rule of the site moved it'),
  movedFrom: Section.nullable().describe('Where it stood before a rule of the site moved it'),
  dates: z.array(
    z.object({
      role: z.enum(['published', 'modified']),
      found: z.string(),
      from: z.string(),
      iso: z.string(),
      precision: z.string(),
    }),
  ),
  doubts: z.array(z.object({ reason: z.string(), detail: z.string() })),
  repairs: z.array(
    z.object({
      kind: z.string(),
      field: z.enum(['text', 'title']),
      found: z.string(),
      at: z.int(),
      mended: z.string(),
      brand: z.string(),
    }),
  ),
  agencies: z.array(z.string()),
  reactions: z.array(z.object({ label: z.string(), count: z.int() })),
  pageLists: z.object({ related: z.array(Link), ranking: z.array(Link), recommendation: z.array(Link) }),
  tags: z.array(ArticleTagAnswer),
  namesBy: z
    .enum(['model', 'lent', 'lists'])
    .describe('How names were found in its language: by a model of it, by that of other languages, by lists alone'),
  family: z.array(ArticleAnswer).describe('The original and its copies, earliest first'),
}).meta({ id: 'ArticleDetail' })

const SourcedSentenceAnswer = z.object({
  text: z.string(),
  article: Key,
  url: z.url().describe('The paragraph that says it, on this site'),
})

const KnownDayAnswer = z.object({
  date: z.string().describe('Cut to its precision: 2026-06-07, 2026-06, 2026; a week is its Monday'),
  precision: z.enum(['day', 'week', 'month', 'year']),
})

const TimelineAnswer = KnownDayAnswer.extend({
  sentence: SourcedSentenceAnswer,
  owners: z.int().min(1).describe('Owners whose texts say it'),
})

export const TellingAnswer = z
  .object({
    cover: z.array(SourcedSentenceAnswer).describe('At most three sentences that cover most of the story'),
    past: z
      .array(TimelineAnswer)
      .describe('Days that the texts speak of, each resolved against its own text’s date; in order of time'),
    announced: z.array(TimelineAnswer).describe('Days after that of the text that speaks of them'),
    voices: z.array(
      z.object({
        speaker: z.string(),
        tag: z.string().nullable().describe('Slug of the speaker’s tag'),
        quotes: z.array(
          z.object({
            parts: z.array(z.string()).describe('Several where the quote was parted by its attribution'),
            article: Key,
            url: z.url(),
            texts: z.int().min(1).describe('Independent texts that have it'),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Telling', description: 'What a story’s independent texts say together; every word is a text’s own.' })

export const StoryDetailAnswer = StoryAnswer.extend({
  telling: TellingAnswer.nullable().describe('With the first page of members only'),
  members: z.array(ArticleAnswer).describe('Newest first'),
  next: z.string().nullable().describe('Cursor of the next members'),
}).meta({ id: 'StoryDetail' })

export const BurstAnswer = z
  .object({
    key: z.string().describe('story:KEY, tag:SLUG or section:SLUG'),
    tick: Time,
    score: z.number(),
    seen: z.number(),
    expected: z.number(),
    windowHours: z.number(),
    falseRate: z.number().nullable().describe('False alarms a day over all keys at this score'),
    risesWith: z.array(z.string()),
    title: z.string(),
    url: z.url().nullable(),
    language: z.string().nullable().describe('BCP 47: the language that most of its texts are in'),
    section: z.string().nullable().describe('The section that most of its texts stand in'),
    articles: z
      .array(
        z.object({
          key: Key,
          title: z.string(),
          url: z.url(),
          source: z.string(),
          owner: z.string(),
          firstSeen: Time,
          language: z.string(),
        }),
      )
      .describe('Independent texts of its window, earliest first; the latest 40 of a larger burst'),
  })
  .meta({ id: 'Burst' })

export const SourceAnswer = z
  .object({
    id: z.int(),
    url: z.string(),
    kind: z.enum(['feed', 'listing', 'page', 'file', 'demo', 'note']),
    title: z.string().nullable(),
    siteUrl: z.string().nullable(),
    language: z.string().nullable(),
    folder: z.string().nullable(),
    state: z.enum(['ok', 'failing', 'paused']),
    reason: z.string().nullable(),
    items: z.int(),
    lastPolled: Time.nullable(),
    nextPoll: Time,
  })
  .meta({ id: 'Source' })

export const ErrorAnswer = z
  .object({ error: z.object({ code: z.string(), message: z.string() }) })
  .meta({ id: 'Error' })

/** A list in pages: `next` is the cursor to ask for what follows, null at the end. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}

/** A list whose entries say why they stand in it. */
export function reasonedListOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(z.object({ item, reason: ReasonAnswer })) })
}

export const KeyParam = z.object({ key: Key.meta({ examples: ['s1'] }) })
export const Limit = z.coerce.number().int().min(1).max(100).default(30)
export const CursorText = z.string().max(80).optional().describe('The `next` of the page before')
export const SectionParam = z.enum(SECTIONS)
/** An address on the web, as a call sends one. */
export const WebAddress = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .max(2_000)
  .meta({ examples: ['https://news.example/feed.xml'] })
