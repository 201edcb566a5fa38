import type { Store } from './store.ts'

/**
 * What may be changed of a source; absent parts stay. `title` null lets it call itself as it does, `folder` null takes it out of its
 * folder, `intervalMs` null lets its rhythm be learnt.
 */
export type FeedEdit = { title?: string | null; folder?: string | null; intervalMs?: number | null }

/** Changes a source's name, folder or rhythm; what a poll learns of it later does not undo that. */
export async function editFeed(store: Store, id: number, edit: FeedEdit): Promise<void> {
  const change = {
    ...(edit.title === undefined ? {} : { given_title: edit.title }),
    ...(edit.folder === undefined ? {} : { folder: edit.folder }),
    ...(edit.intervalMs === undefined ? {} : { given_interval_ms: edit.intervalMs }),
  }
  if (Object.keys(change).length > 0) await store.write.updateTable('feed').set(change).where('id', '=', id).execute()
}

/** Moves every source of a folder to another, or out of any (null). */
export async function renameFolder(store: Store, from: string, to: string | null): Promise<void> {
  await store.write.updateTable('feed').set({ folder: to }).where('folder', '=', from).execute()
}
