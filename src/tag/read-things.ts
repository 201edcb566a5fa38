import { agree } from './agree.ts'
import { withCompanies } from './companies.ts'
import { readSheet, type Sheet } from './features.ts'
import { foldNames, type Thing } from './fold-names.ts'
import { withHeadlines } from './headline-names.ts'
import { withInitials } from './initials.ts'
import { mend } from './mend.ts'
import { findMentions } from './mentions.ts'
import { addByRule } from './rules.ts'
import { withClubs } from './sport-clubs.ts'
import { type Token, tokens } from './tokens.ts'

/** Everything that a text names, each thing once with all its mentions, and the tokens they stand on. */
export function readThings(text: string, language: string): { things: Thing[]; list: Token[]; sheet: Sheet } {
  const list = tokens(text)
  const sheet = readSheet(list)
  const labelled = mend(findMentions(list, sheet, language), list, sheet, language)
  const bodies = withInitials(withCompanies(labelled, list, sheet), list, sheet)
  const named = withHeadlines(withClubs(agree(bodies, list, sheet), list, sheet), list, sheet)
  return { things: foldNames(addByRule(named, list, sheet), list), list, sheet }
}
