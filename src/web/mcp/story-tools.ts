import { z } from 'zod'
import { type ArticleAnswer, StoryDetailAnswer } from '../api/schemas.ts'
import type { AskApi } from './ask-api.ts'
import { Moment } from './list-tools.ts'
import { cite, citeStory, quoted, SourcedStory, SourcedText, sourcedStory, sourcedText } from './sourced.ts'
import { tool } from './tool.ts'

/** Texts of a story in one answer of the API, and of this door. */
const MEMBERS = 100
/** Texts that a story's answer lists: who told it, not everything that was said. */
const TEXTS_SHOWN = 30
/** Pages of members that a timeline reads: 500 texts. */
const MAX_PAGES = 5

const Said = z.object({
  text: z.string().describe("A sentence of a text, the publisher's words"),
  page: z.string().describe('The paragraph that says it, on this site'),
  source: z.string().describe('Publisher, where it is among the texts listed; else the key of its article'),
})

const Day = z.object({ date: z.string(), said: Said, owners: z.int().describe('Owners whose texts say it') })

export const storyTool = tool({
  name: 'story',
  title: 'A story and who tells it',
  description:
    'One event: what its independent texts say together (their own sentences), who is quoted, what is announced, and the texts themselves. Owners count as voices; copies confirm nothing.',
  input: z.object({ key: z.string().min(1).max(200).describe('Key of the story'), at: Moment }),
  output: z.object({
    story: SourcedStory,
    inShort: z.array(Said),
    announced: z.array(Day),
    voices: z.array(z.object({ speaker: z.string(), quotes: z.array(Said) })),
    texts: z.array(SourcedText).describe(`Independent texts, newest first; the newest ${TEXTS_SHOWN}`),
    copiesOfThem: z.int(),
  }),
  run: async (ask, { key, at }) => {
    const found = await ask(`/stories/${encodeURIComponent(key)}`, { limit: MEMBERS, at }, StoryDetailAnswer)
    const said = sayer(found.members)
    const story = sourcedStory(found)
    const telling = found.telling ?? { cover: [], announced: [], voices: [] }
    const texts = found.members.map(sourcedText).filter((text) => text.copyOf === null)
    const data = {
      story,
      inShort: telling.cover.map(said),
      announced: telling.announced.map((day) => ({ date: day.date, said: said(day.sentence), owners: day.owners })),
      voices: telling.voices.map(({ speaker, quotes }) => ({
        speaker,
        quotes: quotes.map(({ parts, article, url }) => said({ text: parts.join(' … '), article, url })),
      })),
      texts: texts.slice(0, TEXTS_SHOWN),
      copiesOfThem: story.copies,
    }
    const line = (one: z.infer<typeof Said>) => `- ${quoted(one.text)} (${quoted(one.source)}) ${one.page}`
    const text = [
      citeStory(story),
      'In short, sentences of the texts themselves:',
      ...data.inShort.map(line),
      ...(data.announced.length > 0
        ? ['Announced:', ...data.announced.map((day) => `- ${day.date}: ${line(day.said).slice(2)}`)]
        : []),
      ...data.voices.flatMap(({ speaker, quotes }) => [`Said by ${quoted(speaker)}:`, ...quotes.map(line)]),
      'Independent texts, newest first:',
      ...data.texts.map(cite),
    ]
    return { data, text: text.join('\n') }
  },
})

export const timelineTool = tool({
  name: 'timeline',
  title: 'Who said it when',
  description:
    'The texts of a story in the order in which they were first seen, originals and copies told apart, and the days that the texts speak of.',
  input: z.object({ key: z.string().min(1).max(200).describe('Key of the story'), at: Moment }),
  output: z.object({
    story: SourcedStory,
    texts: z.array(SourcedText).describe('Earliest first'),
    isWhole: z.boolean().describe('False where the earliest texts were left out: a story of more than 500'),
    days: z.array(Day).describe('Days in the texts, in order of time'),
  }),
  run: async (ask, { key, at }) => {
    const { first, members, isWhole } = await allMembers(ask, key, at)
    const said = sayer(members)
    const texts = members
      .map(sourcedText)
      .sort((a, b) => (a.firstSeen < b.firstSeen ? -1 : a.firstSeen > b.firstSeen ? 1 : 0))
    const days = (first.telling?.past ?? []).map((day) => ({
      date: day.date,
      said: said(day.sentence),
      owners: day.owners,
    }))
    const story = sourcedStory(first)
    const lines = [
      citeStory(story),
      isWhole
        ? 'First seen, earliest first:'
        : 'First seen, earliest first; the earliest of this large story are left out:',
      ...texts.map(cite),
      ...(days.length > 0 ? ['Days that the texts speak of:'] : []),
      ...days.map((day) => `- ${day.date}: ${quoted(day.said.text)} (${quoted(day.said.source)}) ${day.said.page}`),
    ]
    return { data: { story, texts, isWhole, days }, text: lines.join('\n') }
  },
})

type Member = z.infer<typeof ArticleAnswer>

async function allMembers(ask: AskApi, key: string, at: string | undefined) {
  const path = `/stories/${encodeURIComponent(key)}`
  const first = await ask(path, { limit: MEMBERS, at }, StoryDetailAnswer)
  const members: Member[] = [...first.members]
  let { next } = first
  for (let page = 1; next !== null && page < MAX_PAGES; page++) {
    const more = await ask(path, { limit: MEMBERS, at, cursor: next }, StoryDetailAnswer)
    members.push(...more.members)
    next = more.next
  }
  return { first, members, isWhole: next === null }
}

/** Names the publisher of a sentence by the article that says it. */
function sayer(members: readonly Member[]) {
  const publishers = new Map(members.map((member) => [member.key, member.source.title ?? member.source.owner]))
  return ({ text, article, url }: { text: string; article: string; url: string }): z.infer<typeof Said> => ({
    text,
    page: url,
    source: publishers.get(article) ?? article,
  })
}
