import type { ArticleCard } from '../../model/card.ts'
import { NOTES_OWNER } from '../../model/note.ts'
import { articleByKey } from '../../store/articles.ts'
import { pageUrl } from '../api/shapes.ts'
import { siteOfArticle } from '../editions/whole-story.ts'
import { provenanceOf } from '../lists/provenance.ts'
import type { Site } from '../site.ts'
import { copyChainOf } from '../views/copy-chain.ts'
import { safeUrl } from '../views/links.ts'
import { listed, say } from '../views/messages.ts'
import { originWords } from '../views/provenance.ts'
import { shortTime } from '../views/times.ts'
import type { WidgetItem, WidgetList } from './widget-lists.ts'

/** Texts that are told one by one, the earliest first; the picture and the full page have the rest. */
const MOST_STATIONS = 5
/** Words put in by others that are shown, each no longer than so many characters. */
const MOST_PUT_IN = 3
const LONGEST_PUT_IN = 60
/** A picture of two texts says no more than their names. */
const LEAST_DRAWN = 3

/** Where a text comes from, for a frame or a component; of an address that is not known here, that nothing is. Six queries at most. */
export async function provenanceWidget(site: Site, key: string | null, origin: string): Promise<WidgetList> {
  const whole = key === null ? site : await siteOfArticle(site, key)
  const article = key === null ? null : await articleByKey(whole.store, key)
  const title = say('stations')
  if (!article || article.hidden) return { title, lead: say('widgetUnknown'), items: [] }
  const url = pageUrl(origin, 'article', article.key)
  if (article.owner === NOTES_OWNER)
    return { title, lead: say('noteOriginNote'), items: [], more: { text: say('widgetWhole'), url } }
  const { family } = await provenanceOf({ ...whole, compare: () => [] }, article)
  const { words, facts } = originWords(article, family)
  const putIn = article.page.repairs.slice(0, MOST_PUT_IN).map(({ found }) => `“${found.slice(0, LONGEST_PUT_IN)}”`)
  const now = site.now()
  return {
    title,
    lead: words,
    facts: [facts, putIn.length === 0 ? '' : say('widgetPutIn', { words: listed(putIn) })].filter(
      (fact) => fact !== '',
    ),
    chain: family.length >= LEAST_DRAWN ? copyChainOf(family, article.id, now) : null,
    items:
      family.length < 2 ? [] : family.slice(0, MOST_STATIONS).map((card) => station(card, { article, origin, now })),
    more: { text: say('widgetWhole'), url: article.copyOf === null ? `${url}#provenance` : `${url}/compare` },
  }
}

function station(
  card: ArticleCard,
  { article, origin, now }: { article: ArticleCard; origin: string; now: number },
): WidgetItem {
  const what = card.id === article.id ? say('thisPage') : card.copyOf === null ? say('earliestKnown') : say('copyHere')
  return {
    title: card.sourceTitle ?? card.owner,
    language: '',
    url: safeUrl(card.url) ?? pageUrl(origin, 'article', card.key),
    reason: say('joinPhrases', { first: shortTime(card.publishedMs, now), second: what }),
  }
}
