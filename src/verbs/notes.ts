import type { Config } from '../config.ts'
import { createNotes } from '../ingest/notes.ts'
import type { Notes } from '../web/site.ts'
import { type Engine, publicUrl } from './engine.ts'

/** What owners and editors write, over the engine's writer and reading threads. */
export function notesOver(config: Config, { store, line, pool, now }: Engine): Notes {
  return createNotes({ store, line, pool, now, siteName: config.name, base: publicUrl(config) })
}
