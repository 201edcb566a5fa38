import type { Store } from './store.ts'

/** What a reader app may change of a source; absent parts stay. `folder` null takes it out of its folder. */
export type FeedEdit = { title?: string; folder?: string | null }

/** Changes a source's title or folder. */
export async function editFeed(store: Store, id: number, edit: FeedEdit): Promise<void> {
  if (edit.title === undefined && edit.folder === undefined) return
  await store.write.updateTable('feed').set(edit).where('id', '=', id).execute()
}

/** Moves every source of a folder to another, or out of any (null). */
export async function renameFolder(store: Store, from: string, to: string | null): Promise<void> {
  await store.write.updateTable('feed').set({ folder: to }).where('folder', '=', from).execute()
}
