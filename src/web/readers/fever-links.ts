import { DAY_MS } from '../../model/time.ts'
import { itemNumbers } from '../../store/number-reader-items.ts'
import { PLACES } from '../../store/reader-places.ts'
import { readerItems } from '../../store/reader-state.ts'
import { storyCards } from '../../store/stories.ts'
import { newestMembers } from '../../store/story-pages.ts'
import { pageUrl } from '../api/shapes.ts'
import type { FeverCall } from './fever.ts'

/** Links in one answer. **Source:** the Fever API, section "Links" */
const PAGE = 50
/** Articles named as what links to a story. */
const MAX_SOURCES = 30
/** Days that are looked back where nothing is said, and at most. */
const [USUAL_RANGE, MAX_RANGE] = [7, 365]

/**
 * "Hot links" were what many sources pointed to: here the stories that rise, hottest first. `temperature` is the score of the pulse, `item_ids`
 * the texts that tell it; `range` and `offset` are days back from now, `page` counts from 1.
 */
export async function feverLinks({ site, reader, words, origin }: FeverCall): Promise<object[]> {
  const number = (name: string, usual: number, most: number) =>
    Math.min(most, Math.max(0, Number(words.get(name) ?? usual) || usual))
  const untilMs = site.now() - number('offset', 0, MAX_RANGE) * DAY_MS
  const items = await readerItems(site.store, {
    user: reader.name,
    places: [PLACES.rising],
    sinceMs: untilMs - number('range', USUAL_RANGE, MAX_RANGE) * DAY_MS,
    untilMs,
    by: 'time',
    order: 'newest',
    limit: PAGE,
    offset: (Math.max(1, number('page', 1, 1_000)) - 1) * PAGE,
  })
  const ids = items.map((item) => item.refId)
  const [stories, members] = await Promise.all([
    storyCards(site.store, ids),
    newestMembers(site.store, ids, MAX_SOURCES),
  ])
  const articleIds = [...members.values()].flat().map((article) => article.id)
  const numbers = await itemNumbers(site.store, 'article', articleIds)
  const itemOf = new Map(items.map((item) => [item.refId, item]))
  return stories
    .toSorted((a, b) => b.burst - a.burst || b.id - a.id)
    .flatMap((story) => {
      const item = itemOf.get(story.id)
      if (!item) return []
      const texts = (members.get(story.id) ?? []).flatMap((article) => numbers.get(article.id) ?? [])
      return {
        id: item.id,
        feed_id: item.place,
        item_id: item.id,
        temperature: Math.round(story.burst * 10) / 10,
        is_item: 1,
        is_local: 1,
        is_saved: item.starred ? 1 : 0,
        title: story.title,
        url: pageUrl(origin, 'story', story.key),
        item_ids: texts.join(','),
      }
    })
}
