import { html } from 'hono/html'
import type { SectionReason } from '../../model/tag.ts'
import type { Html } from './layout.ts'
import { listed, say, sectionName } from './messages.ts'

/** Why an article stands in its section, in a quiet line; empty where nobody kept a reason, or nothing spoke for it. `isMoved`: by a rule of the owner. */
export function sectionReasonView(section: string, reason: SectionReason | null, isMoved: boolean): Html | string {
  if (isMoved)
    return html`<p class="soft ui" data-section-reason>${say('sectionByRule', { section: sectionName(section) })}</p>`
  if (!reason) return ''
  const quoted = (names: readonly string[]) => listed(names.map((name) => say('quoted', { name })))
  const parts = [
    ...(reason.filed.length > 0 ? [say('sectionByFiling', { names: quoted(reason.filed) })] : []),
    ...(reason.words.length > 0 ? [say('sectionByWords', { words: listed(reason.words) })] : []),
    ...(reason.learnt ? [say('sectionLearnt')] : []),
  ]
  if (parts.length === 0) return ''
  return html`<p class="soft ui" data-section-reason>${say('sectionWhy', { section: sectionName(section), reasons: parts.reduce((first, second) => say('joinClauses', { first, second })) })}</p>`
}
