import { NOTES_OWNER } from '../model/note.ts'
import type { EpochMs } from '../model/time.ts'
import type { Store } from './store.ts'

/** A page that a map names: the part of its address that is its own, and when it last changed. */
export type MappedPage = { name: string; changedMs: EpochMs }

/** Names of tags that fewer articles have are pages of hardly anything. */
const TAG_ARTICLES = 3

/** The highest ids of stories and tags: they say how many parts a map has. 0 where there is none. Two key look-ups. */
export async function mapEnds(store: Store): Promise<{ stories: number; tags: number }> {
  const [story, tag] = await Promise.all([
    store.read.selectFrom('story').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst(),
    store.read.selectFrom('tag').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst(),
  ])
  return { stories: story?.id ?? 0, tags: tag?.id ?? 0 }
}

/** Stories with an independent text, of ids after `afterId` and up to `untilId`, in their order. Index: the key of story. */
export async function mappedStories(store: Store, afterId: number, untilId: number): Promise<MappedPage[]> {
  return store.read
    .selectFrom('story')
    .select(['key as name', 'last_seen_ms as changedMs'])
    .where('id', '>', afterId)
    .where('id', '<=', untilId)
    .where('merged_into', 'is', null)
    .where('independent_count', '>', 0)
    .orderBy('id')
    .execute()
}

/** Tags that stand for something, of ids after `afterId` and up to `untilId`, in their order. Index: the key of tag. */
export async function mappedTags(store: Store, afterId: number, untilId: number): Promise<MappedPage[]> {
  return store.read
    .selectFrom('tag')
    .select(['slug as name', 'last_seen_ms as changedMs'])
    .where('id', '>', afterId)
    .where('id', '<=', untilId)
    .where('merged_into', 'is', null)
    .where('article_count', '>=', TAG_ARTICLES)
    .orderBy('id')
    .execute()
}

/** An own note as a map names it: its article's key, title, language and when it was published. */
export type MappedNote = { key: string; title: string; language: string; publishedMs: EpochMs }

/** The newest of the site's own notes that are shown, newest first. Index: article_owner. */
export async function mappedNotes(store: Store, limit: number): Promise<MappedNote[]> {
  return store.read
    .selectFrom('article')
    .select(['key', 'title', 'language', 'published_ms as publishedMs'])
    .where('owner', '=', NOTES_OWNER)
    .where('hidden', '=', 0)
    .orderBy('published_ms', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}
