import type { ExtractedArticle } from '../model/article.ts'
import type { EpochMs } from '../model/time.ts'
import { type StoredRow, storedPages } from '../store/copy-candidates.ts'
import type { Write } from '../store/insert-article.ts'
import { textRuns } from '../story/text-overlap.ts'

/** What the comparison of copies needs of a stored text: a function of its page. */
export type KnownText = {
  title: string | null
  text: string
  /** `textRuns` of the text. */
  runs: Uint32Array
  claimedMs: EpochMs | null
  agencies: readonly string[]
  /** How many repairs were made to it. */
  repairs: number
  siteName: string | null
}

/** Texts that were compared of late, so that a story's articles are not unpacked anew for each that follows. Bounded. */
export type TextMemory = {
  /** Texts of these rows, by id; those that are not in memory are read in one query. */
  of: (write: Write, rows: readonly StoredRow[]) => Promise<Map<number, KnownText>>
  /** To be called when a transaction was rolled back: its ids may come again. */
  forget: () => void
}

/** Characters of all remembered texts: with their runs about 20 MB. */
const MAX_UNITS = 4_000_000

/** Remembers nothing yet. A text is known by id and version, so another process may change the store in between. */
export function createTextMemory(): TextMemory {
  const held = new Map<string, KnownText>()
  let units = 0
  const keep = (name: string, text: KnownText) => {
    if (held.delete(name)) units -= text.text.length // it comes anew as the last used
    held.set(name, text)
    units += text.text.length
    for (const [oldest, { text: old }] of held) {
      if (units <= MAX_UNITS) return
      held.delete(oldest)
      units -= old.length
    }
  }
  return {
    of: async (write, rows) => {
      const found = new Map<number, KnownText>()
      for (const row of rows) {
        const known = held.get(nameOf(row))
        if (known) found.set(row.id, known)
      }
      const missing = rows.filter((row) => !found.has(row.id)).map((row) => row.id)
      for (const [id, page] of await storedPages(write, missing)) found.set(id, knownText(page))
      for (const row of rows) {
        const text = found.get(row.id)
        if (text) keep(nameOf(row), text)
      }
      return found
    },
    forget: () => {
      held.clear()
      units = 0
    },
  }
}

/** A page as the comparison needs it. */
export function knownText(page: ExtractedArticle): KnownText {
  const claim = page.dates.find((date) => date.role === 'published' && date.iso === page.published)
  return {
    title: page.title,
    text: page.text,
    runs: textRuns(page.text),
    claimedMs: claim?.atMs ?? null,
    agencies: page.agencies,
    repairs: page.repairs.length,
    siteName: page.siteName,
  }
}

function nameOf({ id, version }: StoredRow): string {
  return `${id} ${version}`
}
