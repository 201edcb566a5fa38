import type { Ruling } from '../model/rule.ts'
import type { Write } from '../store/insert-article.ts'
import { rulesEpoch, storedRules } from '../store/rules.ts'
import type { KeptOutcome, Outcome, RuledRow } from '../store/rulings.ts'
import { endOf, type TagChoices } from '../store/tag-choices.ts'
import { type CompiledRules, compileRules, type RuleFacts, ruleOn, UNRULED } from '../text/rule-match.ts'

/** The owner's rules over articles, ready to be asked; a value of one state of them and of the rules over tags. */
export type OwnerRules = CompiledRules & { epoch: number; tagEpoch: number }

/** Where nothing was decided. */
export const NO_RULES: OwnerRules = { rules: [], needsPage: false, epoch: 0, tagEpoch: 0 }

/** The rules as they stand; `known` is given back while nothing has changed, for the price of one look. */
export async function ownerRules(write: Write, choices: TagChoices, known: OwnerRules = NO_RULES): Promise<OwnerRules> {
  const epoch = await rulesEpoch(write)
  if (epoch === known.epoch && choices.epoch === known.tagEpoch) return known
  const compiled = compileRules(await storedRules(write), (slug) => endOf(choices, slug))
  return { ...compiled, epoch, tagEpoch: choices.epoch }
}

/** What the rules make of an article. */
export function rulingOf(facts: RuleFacts, rules: OwnerRules): Ruling {
  return rules.rules.length === 0 ? UNRULED : ruleOn(facts, rules)
}

/** What an article shows by a ruling, where it was filed and what the owner's hand said of it (null: nothing). */
export function outcomeOf(ruling: Ruling, givenSection: string, byHand: boolean | null): Outcome {
  return {
    section: ruling.section ?? givenSection,
    hidden: byHand ?? ruling.hides,
    marks: ruling.marks,
    hits: ruling.hits,
    hides: ruling.hides,
    byHand,
  }
}

/** The outcome of an article, to be kept with it. */
export function keptOutcome(
  { id, firstSeenMs, givenSection }: Pick<RuledRow, 'id' | 'firstSeenMs' | 'givenSection'>,
  outcome: Outcome,
): KeptOutcome {
  return { id, firstSeenMs, givenSection, outcome }
}
