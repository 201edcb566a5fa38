import type { Section } from '../../model/tag.ts'
import type { Facts } from '../grammar.ts'
import type { Random } from '../random.ts'

/** How far a story has come when a text is written. */
export type Phase = 'arrive' | 'develop' | 'follow'

/**
 * One kind of event and everything that can be said about it, as templates of the grammar.
 * `facts` draws what stays the same through the story; it gives at least `subject` (the event as a noun phrase)
 * and `topic` (what it is an instance of). Sentences of one pool state different facts, so a text takes some of each.
 */
export type StoryKind = {
  name: string
  section: Section
  /** The crumb below the section on a page. */
  crumb: string
  oRole: string
  cRole: string
  wRoles: readonly string[]
  facts(random: Random): Facts
  title: Readonly<Record<Phase, readonly string[]>>
  lead: Readonly<Record<Phase, readonly string[]>>
  detail: Readonly<Record<Phase, readonly string[]>>
  background: readonly string[]
  official: readonly string[]
  critic: readonly string[]
  witness: readonly string[]
}

/** Templates written one a line. */
export const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
