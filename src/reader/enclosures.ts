import type { Enclosure } from '../model/entry.ts'
import { MAX_LIST } from './limits.ts'

/** Adds a file that can be fetched; `length` in bytes where it is a number over 0. */
export function addEnclosure(list: Enclosure[], url: string, type: string | null, length: string | null): void {
  if (url === '' || isUnsafe(url) || list.length >= MAX_LIST) return
  const bytes = Number(length ?? Number.NaN)
  list.push({
    url,
    type: type || null,
    length: Number.isSafeInteger(bytes) && bytes >= 0 && length?.trim() !== '' ? bytes : null,
  })
}

/** Schemes that a browser would run, or read from its own disk, instead of fetching. */
function isUnsafe(url: string): boolean {
  return /^[\s\u0000-\u0020]*(?:javascript|vbscript|data|blob|about|file):/iu.test(url)
}

/** What a picture or Media RSS file is: its type, else what `medium` or the address tells, `image/*` for a picture of unknown kind. */
export function mediaTypeOf(url: string, type: string | undefined, medium: string | undefined): string | null {
  if (type) return type
  const extension = /\.(jpe?g|png|gif|webp|avif|svg|mp4|mp3)(?:[?#]|$)/iu.exec(url)?.[1]?.toLowerCase()
  if (extension) return EXTENSION_TYPES[extension] ?? null
  return medium === 'image' || medium === 'video' || medium === 'audio' ? `${medium}/*` : null
}

const EXTENSION_TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', gif: 'image/gif', webp: 'image/webp', avif: 'image/avif', svg: 'image/svg+xml', mp4: 'video/mp4', mp3: 'audio/mpeg',
} // biome-ignore format: a table reads better in rows
