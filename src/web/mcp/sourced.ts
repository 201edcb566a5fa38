import { z } from 'zod'
import type { ArticleAnswer, StoryAnswer } from '../api/schemas.ts'

/** A text with where it comes from: what every answer of the tools is made of. */
export const SourcedText = z.object({
  key: z.string().describe('Its key on this site: what the tools article, provenance and related take'),
  headline: z.string().describe("The publisher's words"),
  publisher: z.string(),
  owner: z.string().describe('Registrable host of the publisher: texts of one owner are one voice'),
  url: z.string().nullable().describe("The publisher's page: the address to cite"),
  page: z.string().describe("This site's page about it"),
  firstSeen: z.string().describe('Measured: when this site first saw it, RFC 3339'),
  claimedDate: z.string().nullable().describe('What its page says, which may be wrong'),
  dateDoubtful: z.boolean().describe('Whether something contradicts that claim'),
  language: z.string(),
  copyOf: z.string().nullable().describe('Key of the earlier text that it repeats; null for a text of its own'),
})
export type SourcedText = z.infer<typeof SourcedText>

/** A story in a list: one event, however many told it. */
export const SourcedStory = z.object({
  key: z.string().describe('What the tools story and timeline take'),
  title: z.string(),
  page: z.string(),
  section: z.string(),
  language: z.string(),
  independent: z.int().describe('Texts that repeat no other'),
  owners: z.int().describe('Owners of those: the number of voices'),
  copies: z.int().describe('Repetitions, which confirm nothing'),
  firstSeen: z.string(),
  lastSeen: z.string(),
})

/** An article of the API as a text with its source. */
export function sourcedText(article: z.infer<typeof ArticleAnswer>): SourcedText {
  return {
    key: article.key,
    headline: article.title,
    publisher: article.source.title ?? article.source.owner,
    owner: article.source.owner,
    url: article.originalUrl,
    page: article.url,
    firstSeen: article.firstSeen,
    claimedDate: article.claimedPublished,
    dateDoubtful: article.doubtful,
    language: article.language,
    copyOf: article.copy === null ? null : (article.copy.of ?? 'hidden'),
  }
}

/** A story of the API as it stands in a list. */
export function sourcedStory(story: z.infer<typeof StoryAnswer>): z.infer<typeof SourcedStory> {
  const { key, title, url, section, language, independent, owners, copies, firstSeen, lastSeen } = story
  return { key, title, page: url, section, language, independent, owners, copies, firstSeen, lastSeen }
}

/** One line that cites a text. */
export function cite(text: SourcedText): string {
  const claim = text.dateDoubtful ? `; claims ${text.claimedDate ?? 'no date'}, which is doubtful` : ''
  const copy = text.copyOf === null ? '' : '; a copy of an earlier text'
  return `- ${quoted(text.headline)} (${plain(text.publisher)}, first seen ${text.firstSeen}${claim}${copy}) ${text.url ?? text.page} [article ${text.key}]`
}

/** One line that names a story. */
export function citeStory(story: z.infer<typeof SourcedStory>, why = ''): string {
  return `- ${quoted(story.title)}: ${story.owners} owners, ${story.independent} independent texts, ${story.copies} copies${why === '' ? '' : `; ${why}`} ${story.page} [story ${story.key}]`
}

/** A stranger's words on one line, between quotation marks of their own that the words cannot close. */
export function quoted(words: string): string {
  return `“${plain(words).replaceAll('“', '"').replaceAll('”', '"')}”`
}

/** A stranger's paragraphs as a quotation: no line of it can pass for the server's own. */
export function quotedBlock(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => `> ${line}`)
    .join('\n')
}

function plain(words: string): string {
  return words.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}
