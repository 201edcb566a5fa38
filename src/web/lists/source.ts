import type { ArticleCard, FeedRow } from '../../model/card.ts'
import { newestArticles } from '../../store/articles.ts'
import { type FeedHealth, feedHealth } from '../../store/feed-health.ts'
import { type FeedPoll, lastPolls } from '../../store/feed-polls.ts'
import { feedById } from '../../store/feeds.ts'
import { type Subscription, subscriptionOf } from '../../store/websub.ts'
import type { Site } from '../site.ts'

/** One source: what is known of it, what it brought lately, its last polls, its hub, and its newest articles. */
export type SourcePage = {
  feed: FeedRow
  health: FeedHealth | undefined
  polls: readonly FeedPoll[]
  hub: Subscription | null
  articles: readonly ArticleCard[]
}

const ROWS = 20

/** Everything that a source's page shows; null when there is no such source. Five queries. */
export async function sourcePage(site: Site, name: string): Promise<SourcePage | null> {
  if (!/^\d{1,15}$/.test(name)) return null
  const id = Number(name)
  const feed = await feedById(site.store, id)
  if (!feed) return null
  const [health, polls, hub, articles] = await Promise.all([
    feedHealth(site.store, [feed], site.now()),
    lastPolls(site.store, id),
    subscriptionOf(site.store, id),
    newestArticles(site.store, { feedId: id, limit: ROWS }),
  ])
  return { feed, health: health.get(id), polls, hub, articles }
}
