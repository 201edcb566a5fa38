import type { Site } from '../site.ts'
import { relatedFeed, searchFeed, sourceFeed, storyFeed } from './article-lists.ts'
import type { FeedList, Fullness } from './list-entries.ts'
import { pulseFeed, sourcesFeed } from './other-lists.ts'
import { homeFeed, rankingFeed, sectionFeed, tagFeed } from './story-lists.ts'
import { watchFeed } from './watch-feed.ts'

/** Gives the list of one path, or null when there is none. `name` is what stands for `*` in the path. */
export type FeedLoader = (
  site: Site,
  name: string,
  fullness: Fullness,
  query: URLSearchParams,
) => Promise<FeedList | null>

/** Every list that can be read as a feed, by the path of its page: the feed holds exactly what the page shows, in its order. */
export const FEED_LISTS: Readonly<Record<string, FeedLoader>> = {
  '/index': homeFeed,
  '/': homeFeed,
  '/section/*': sectionFeed,
  '/tag/*': tagFeed,
  '/story/*': storyFeed,
  '/article/*': relatedFeed,
  '/pulse': pulseFeed,
  '/ranking': rankingFeed,
  '/search': searchFeed,
  '/sources': sourcesFeed,
  '/source/*': sourceFeed,
  '/watch/*': watchFeed,
}

/** Lists that can also be asked for as they stood at a past moment. */
export const PAST_LISTS: ReadonlySet<string> = new Set(['/index', '/', '/story/*', '/pulse', '/ranking'])
