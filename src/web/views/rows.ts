import { html, raw } from 'hono/html'
import type { ArticleCard, StoryCard } from '../../model/card.ts'
import type { EpochMs } from '../../model/time.ts'
import type { ListReason } from '../../rank/reason-weights.ts'
import type { NamedBurst } from '../../store/page-bursts.ts'
import type { ReasonedArticle, ReasonedStory } from '../lists/article.ts'
import type { StoryRow } from '../lists/story-rows.ts'
import type { CountedList } from '../reading-counts.ts'
import { burstWords } from './burst-words.ts'
import { sparkline, voices } from './charts.ts'
import type { Html } from './layout.ts'
import { articlePath, languageOf, storyPath } from './links.ts'
import { say } from './messages.ts'
import { phrase } from './phrases.ts'
import { reasonText } from './reasons.ts'
import { isSourceLanguage } from './speech.ts'
import { timeTag } from './times.ts'

/** `lang` and `dir` of a stranger's text, as attributes. */
export function languageAttributes(language: string): Html {
  const { lang, dir } = languageOf(language)
  // Both come from a closed grammar: nothing in them needs escaping.
  return html`${raw(`${lang === '' ? '' : ` lang="${lang}"`} dir="${dir}"`)}`
}

/** How many told it and how many repeat it, in marks and words. */
export function counts(story: StoryCard): Html {
  const copies = story.copyCount > 0 ? html` · ${say('copies', { n: story.copyCount })}` : ''
  return html`${voices(story.independentCount, story.copyCount)} ${story.independentCount === 0 ? say(story.copyCount === 0 ? 'noteOnly' : 'copiesOnly') : html`<span class="n">${say('independent', { n: story.independentCount })}</span>`}${copies}`
}

/** What readers here gave a story. Always there, though empty: it marks the page as one that shows these counts. */
export function readersView({ id, reactionTotal, views }: StoryCard): Html {
  const given = reactionTotal > 0 ? html` · ${say('reactionsGiven', { n: reactionTotal })}` : ''
  const seen = views > 0 ? html` · ${say('views', { n: views })}` : ''
  return html`<span class="n" data-counts="s${id}">${given}${seen}</span>`
}

/** One story, one row: headline, voices, who was first, what else is to say, and its day as a line. */
export function storyRow(row: StoryRow, nowMs: EpochMs, options: { level?: 2 | 3; why?: string } = {}): Html {
  const { story, first } = row
  const level = options.level ?? 3
  const alone = story.ownerCount === 1 && story.copyCount > 0 ? html` · ${say('oneSource')}` : ''
  const told = first ? html` · ${firstLine(first, nowMs)}` : ''
  const why = options.why ? html`<span class="why">${options.why}</span>` : ''
  return html`<article class="row"${hideable(row)}>${raw(`<h${level}>`)}<a href="${storyPath(story.key)}"${languageAttributes(story.language)}>${story.title}</a>${raw(`</h${level}>`)}
<p class="meta">${counts(story)}${alone}${told}${readersView(story)}${why}</p>${sparkline(row.series)}</article>`
}

/** By what a reader can hide a story: who alone tells it, and what it is about. The script reads it; nothing of the choice is sent. */
export function hideable({ story, first }: Pick<StoryRow, 'story' | 'first'>): Html {
  const from = first && story.ownerCount <= 1 ? html` data-from="${first.from}"` : ''
  const about = first?.about ? html` data-about="${first.about}"` : ''
  return html`${from}${about}`
}

/** Whose an article is, as readers hide a source. */
export function hideableArticle({ feedId, owner }: Pick<ArticleCard, 'feedId' | 'owner'>): Html {
  return html` data-from="${feedId ?? owner}"`
}

/** A button that hides a source or a tag from its reader's lists; the script shows it, and nobody else knows. */
export function hideButton(kind: 'sources' | 'tags', key: string | number, name: string): Html {
  const [text, note] =
    kind === 'sources' ? (['hideSource', 'hideNote'] as const) : (['hideTag', 'hideTagNote'] as const)
  return html`<button type="button" class="hide-it" data-hide="${kind}" data-key="${key}" data-name="${name}" title="${say(note)}" aria-pressed="false">${say(text)}</button>`
}

/** Who told a story first, and when. */
export function firstLine(first: NonNullable<StoryRow['first']>, nowMs: EpochMs): Html {
  return phrase('firstBy', { time: timeTag(first.publishedMs, nowMs), source: html`<bdi>${first.source}</bdi>` })
}

/** The evidence that something rises, in one sentence. */
export function burstLine(burst: NamedBurst | undefined): string {
  return burst ? burstWords(burst) : ''
}

/** Ranking, numbered, each story with its reason. */
export function rankedList(entries: readonly ReasonedStory[]): Html {
  return html`<ol class="rank">${rankedEntries(entries)}</ol>`
}

/** Which list a reader's browser ranks: the pack it asks for, what the list says of itself without a script, and under which name choices in it are counted (null: they are not). */
export type OwnList = { pack: string; note: string; counted: CountedList | null }

/** A list that the reader's own browser may rank anew from a section's pack; without a script it stands as it is, and says so. */
export function ownList({ pack, note, counted }: OwnList, entries: readonly ReasonedStory[]): Html {
  const name = counted === null ? '' : raw(` data-list="${counted}"`) // one of a closed union
  return html`<p class="soft ui" data-own-note="${say('ownNote')} ">${note} <a href="/profile">${say('profileLink')}</a></p>
<ol class="rank" data-for-you="${pack}"${name}${isSourceLanguage() ? '' : html` data-words="${JSON.stringify(reasonWords())}"`}>${entries.map(
    ({ story, reason }) =>
      html`<li data-why="${reason.code}"><a href="${storyPath(story.key)}"${languageAttributes(story.language)}>${story.title}</a> <span class="why">${reasonText(reason)}</span></li>`,
  )}</ol>`
}

/** What the reader's browser says of each reason that a pack may give, in the language of the page. */
function reasonWords(): Readonly<Record<ListReason, string>> {
  return {
    'shared-tags': say('reasonRead', { tag: '{tag}' }),
    'readers-went-on': say('listsByReaders'),
    rising: say('listsRising'),
    popular: say('listsPopular'),
    newest: say('listsNewest'),
  }
}

function rankedEntries(entries: readonly ReasonedStory[]): Html[] {
  return entries.map(
    ({ story, reason }) =>
      html`<li><a href="${storyPath(story.key)}"${languageAttributes(story.language)}>${story.title}</a> <span class="why">${reasonText(reason)}</span></li>`,
  )
}

/** Labels that the owner's rules put on an article; nothing where there is none. */
export function marksView({ marks }: Pick<ArticleCard, 'marks'>): Html | string {
  return marks.length === 0 ? '' : html` ${marks.map((mark) => html`<b class="mark ui"><bdi>${mark}</bdi></b> `)}`
}

/** Related articles, each with its reason. */
export function relatedList(entries: readonly ReasonedArticle[]): Html {
  return html`<ol class="rank">${entries.map(({ article, reason }) => html`<li><a href="${articlePath(article.key)}"${languageAttributes(article.language)}>${article.title}</a>${marksView(article)} <span class="why"><bdi>${article.sourceTitle ?? article.owner}</bdi> · ${reasonText(reason)}</span></li>`)}</ol>`
}
