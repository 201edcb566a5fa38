import type { Line } from '../src/ingest/line.ts'
import { createNotes } from '../src/ingest/notes.ts'
import { createPreparer, type PrepareAnswer, type PrepareTask } from '../src/ingest/prepare.ts'
import type { Store } from '../src/store/store.ts'
import { loadLanguageDetector } from '../src/text/language.ts'

const prepare = createPreparer(await loadLanguageDetector())

/** As a reading thread answers: what throws is a reason. */
function answer(task: PrepareTask): PrepareAnswer {
  try {
    return prepare(task)
  } catch (error) {
    return { kind: 'article', result: { ok: false, reason: 'crashed', detail: String(error) } }
  }
}

/** Notes over a store, read on the test's own thread. */
export function notesOver({ store, line, now }: { store: Store; line: Line; now: () => number }) {
  const pool = { run: async (task: PrepareTask) => answer(task), pending: () => 0, close: async () => {} }
  return createNotes({ store, line, pool, now, siteName: 'The Quay', base: null })
}
