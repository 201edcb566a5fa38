import type { EpochMs } from '../model/time.ts'
import { writeAlone } from '../store/insert-article.ts'
import { enqueue } from '../store/jobs.ts'
import type { Store } from '../store/store.ts'
import { dropTagRule, makeTagRule, type NewTagRule, type TagRule } from '../store/tag-rules.ts'
import { tagSlug } from '../tag/tag-key.ts'
import { mergeStories, retitleStory, splitStory, takeBackStoryChoice } from './shape-stories.ts'
import { moveTaggedArticles } from './shape-tags.ts'

/** Batches of articles that are moved before the owner is answered, about a second; a job moves the rest. */
const BATCHES_AT_ONCE = 4

/** What an owner does to tags and stories by hand, for the doors to call: `now` dates what is decided. */
export function createShaping(store: Store, now: () => EpochMs) {
  const move = async () => {
    if (await moveTaggedArticles(store, BATCHES_AT_ONCE)) await enqueue(store, 'shape-tags', {}, now())
  }
  return {
    /** The part of a tag's address that a name has. */
    slugOf: tagSlug,
    makeTagRule: async (rule: NewTagRule): Promise<number> => {
      const id = await writeAlone(store, (write) => makeTagRule(write, rule, now()))
      await move()
      return id
    },
    dropTagRule: async (id: number): Promise<TagRule | null> => {
      const rule = await writeAlone(store, (write) => dropTagRule(write, id))
      await move()
      return rule
    },
    splitStory: (key: string, articleKeys: readonly string[]) => splitStory(store, { key, articleKeys }, now()),
    mergeStories: (from: string, into: string) => mergeStories(store, from, into, now()),
    retitleStory: (key: string, title: string) => retitleStory(store, key, title, now()),
    takeBackStoryChoice: (id: number) => takeBackStoryChoice(store, id),
  }
}
