import { CLAIMED_SECTIONS } from '../../src/tag/section-claims.ts'
import { foldWord, words } from '../../src/text/words.ts'
import type { FilterRun } from '../../src/verbs/filter.ts'

/** Sections by the plainest rule: the one whose names (sports, football, economy, bank…) stand in the text most often; `other` where none does. */
export function sectionKeywords(): FilterRun {
  return {
    row: (row) => {
      const { id, title, text } = row as { id: unknown; title: string; text: string } // the bench's own rows
      const counts = new Map<string, number>()
      for (const word of words(`${title}\n${text}`)) {
        const section = CLAIMED_SECTIONS.get(foldWord(word.text))
        if (section) counts.set(section, (counts.get(section) ?? 0) + 1)
      }
      const [most] = [...counts].sort((one, other) => other[1] - one[1])
      return { id, section: most?.[0] ?? 'other' }
    },
  }
}
