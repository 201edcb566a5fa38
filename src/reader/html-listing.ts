import type { Entry } from '../model/entry.ts'

/** Entries of a listing page without a feed. */
export function readListing(_html: string, _url: string): Entry[] {
  return []
}
