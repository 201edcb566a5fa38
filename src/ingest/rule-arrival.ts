import type { RuledTag } from '../model/rule.ts'
import type { EpochMs } from '../model/time.ts'
import type { CopyLink, Write } from '../store/insert-article.ts'
import { keepOutcomes, keepRuledTags, makeTags, type Outcome, type RuledRow } from '../store/rulings.ts'
import type { SearchRow } from '../store/search.ts'
import type { TagChoices } from '../store/tag-choices.ts'
import type { RuleFacts } from '../text/rule-match.ts'
import { keptOutcome, type OwnerRules, outcomeOf, rulingOf } from './owner-rules.ts'
import type { PreparedArticle } from './prepare.ts'
import { shapeByRules } from './rule-tags.ts'
import { tagWords } from './shape-tags.ts'
import type { ShapedTags } from './shaped-tags.ts'

/** An article on its way into the store, with its place among the copies. */
export type RuledArrival = ShapedTags & {
  prepared: PreparedArticle
  feed: RuleFacts['feed']
  row: {
    owner: string
    host: string | null
    url: string | null
    section: string
    language: string
    wordCount: number
    firstSeenMs: EpochMs
    searchRow: SearchRow
  }
  copy: CopyLink
  doubtful: boolean
}

/** What the owner's rules make of it: what its row says, and why, to be kept once it has an id. */
export type ArrivalRuling = {
  row: ShapedTags & { section: string; hidden: boolean; marks: readonly string[]; searchRow: SearchRow }
  kept: { outcome: Outcome; givenSection: string; tags: readonly RuledTag[]; own: ShapedTags['tags'] } | null
}

/** Asks the rules of an article that arrives, before anything of it is stored: `storedFacts` of it would say the same. */
export function ruleArrival(arrival: RuledArrival, rules: OwnerRules, choices: TagChoices): ArrivalRuling {
  const { row, tags, given } = arrival
  const ruling = rulingOf(arrivingFacts(arrival), rules)
  const outcome = outcomeOf(ruling, row.section, null)
  const shaped = shapeByRules({ tags, given }, ruling.tags, choices)
  const searchRow = shaped.tags === tags ? row.searchRow : { ...row.searchRow, tags: tagWords(shaped.tags) }
  const { section, hidden, marks } = outcome
  return {
    row: { ...shaped, section, hidden, marks, searchRow },
    kept: ruling.hits.length === 0 ? null : { outcome, givenSection: row.section, tags: ruling.tags, own: tags },
  }
}

function arrivingFacts({ prepared: { page }, feed, row, tags, copy, doubtful }: RuledArrival): RuleFacts {
  return {
    ...row,
    feed,
    tags: tags.map((tag) => tag.slug),
    byline: page.byline,
    claimedPublished: page.published,
    isCopy: copy.copyOf !== null,
    isRedated: (copy.redatedDays ?? 0) > 0,
    isDoubtful: doubtful,
    isInjected: () => copy.injectedCount > 0 || page.repairs.length > 0,
    title: () => row.searchRow.title,
    body: () => row.searchRow.body,
  }
}

/** Keeps why articles of a batch are shown as their rows say. */
export async function keepRulings(
  write: Write,
  batch: readonly { id: number; article: Pick<RuledRow, 'firstSeenMs'>; ruled: ArrivalRuling['kept'] }[],
): Promise<void> {
  const hit = batch.flatMap(({ id, article: { firstSeenMs }, ruled }) =>
    ruled === null ? [] : [{ ...ruled, id, firstSeenMs }],
  )
  await keepOutcomes(
    write,
    hit.map((one) => keptOutcome(one, one.outcome)),
  )
  const retagged = hit.filter((one) => one.tags.length > 0)
  // A tag that a rule takes away may be one that nothing had before: it is kept as what the article calls it.
  await makeTags(
    write,
    retagged.flatMap((one) => one.own),
  )
  await keepRuledTags(write, retagged)
}
