import { isDeepStrictEqual } from 'node:util'
import type { ExtractedArticle } from '../model/article.ts'
import type { RuledTag, Ruling } from '../model/rule.ts'
import { familyMembers } from '../store/copy-candidates.ts'
import { type GivenArticle, givenArticles } from '../store/given-tags.ts'
import { type Write, writeAlone } from '../store/insert-article.ts'
import { nextRuleWork, noteRuleWork, ruleWork } from '../store/rules.ts'
import { isToBeKept, keepRuledTags, type Outcome, type RuledRow, ruledRows, writeOutcomes } from '../store/rulings.ts'
import type { Store } from '../store/store.ts'
import { type TagChoices, tagChoices } from '../store/tag-choices.ts'
import type { RuleFacts } from '../text/rule-match.ts'
import { searchWords } from '../text/search-words.ts'
import { keptOutcome, type OwnerRules, outcomeOf, ownerRules, rulingOf } from './owner-rules.ts'
import { refreshStories } from './refresh-stories.ts'
import { chosenTags, showAnew } from './show-anew.ts'

/** Articles that one transaction goes through: 0.2 s where every text is read, so that the line waits no longer. */
const RULED_AT_ONCE = 100

/**
 * Has the owner's rules as they are now decide on everything stored, newest first, a batch a transaction, at most `maxBatches`. Every article
 * is decided on anew from what it was before any rule, so a stop between two, a rule changed in the midst and a rule taken away come to the
 * same. Gives whether articles are left.
 */
export async function applyRules(store: Store, maxBatches = Number.POSITIVE_INFINITY): Promise<boolean> {
  for (let batch = 0; batch < maxBatches; batch++) if (!(await writeAlone(store, applyToSome))) return false
  return (await ruleWork(store)) !== null
}

/** Gives whether articles may be left. */
async function applyToSome(write: Write): Promise<boolean> {
  const work = await ruleWork(write)
  if (work === null) return false
  const ids = await nextRuleWork(write, work.before, RULED_AT_ONCE)
  const choices = await tagChoices(write)
  const { hasMoved, storyIds } = await ruleStored(write, ids, await ownerRules(write, choices), choices)
  await refreshStories(write, storyIds)
  const moved = work.hasMoved || hasMoved
  const last = ids.at(-1)
  const isDone = last === undefined || ids.length < RULED_AT_ONCE
  const next = isDone ? null : { ...work, before: last, left: Math.max(0, work.left - ids.length), hasMoved: moved }
  await noteRuleWork(write, next, moved)
  return !isDone
}

/** Copies of one newcomer that the rules decide on anew at once; those behind them follow with the next change of a rule. */
const MAX_COPIES = 200

/**
 * Has the rules decide anew on articles that a batch changed: those whose text did, and copies of newcomers that turned out to be their
 * originals. Gives stories to refresh.
 */
export async function ruleChanged(
  write: Write,
  { updated, originals }: { updated: readonly number[]; originals: readonly number[] },
  rules: OwnerRules,
  choices: TagChoices,
): Promise<readonly number[]> {
  if (rules.rules.length === 0) return []
  const ids = new Set(updated)
  for (const original of originals) for (const copy of await familyMembers(write, original, MAX_COPIES)) ids.add(copy)
  return ids.size === 0 ? [] : (await ruleStored(write, [...ids], rules, choices)).storyIds
}

/** What came of it: stories whose articles are shown or filed otherwise, and whether what the pulse counts has changed. */
export type RuledStored = { storyIds: number[]; hasMoved: boolean }

/** Has the rules decide anew on some stored articles, and writes what changes; their stories are the caller's to refresh. */
export async function ruleStored(
  write: Write,
  ids: readonly number[],
  rules: OwnerRules,
  choices: TagChoices,
): Promise<RuledStored> {
  const articles = await givenArticles(write, ids)
  const rows = await ruledRows(write, ids)
  const chosen = await chosenTags(articles, choices)
  const decided = articles.map((article) => {
    const row = rows.get(article.id)! // asked by the same ids in the same transaction
    const tags = (chosen.get(article.id) ?? []).map((mark) => mark.slug)
    const ruling = rulingOf(storedFacts(row, tags, article.page), rules)
    return { article, row, ruling, outcome: outcomeOf(ruling, row.givenSection, row.shown.byHand) }
  })
  const changed = decided.filter(isChanged)
  await writeOutcomes(
    write,
    changed.map(({ row, outcome }) => keptOutcome(row, outcome)),
  )
  const retagged = decided.filter(
    ({ article, ruling }) => !isDeepStrictEqual(inOrder(article.ruled), inOrder(ruling.tags)),
  )
  await retag(write, retagged, choices)
  const moved = changed.filter(
    ({ row, outcome }) => row.shown.hidden !== outcome.hidden || row.shown.section !== outcome.section,
  )
  return {
    storyIds: [...new Set(moved.flatMap(({ row }) => row.storyId ?? []))],
    hasMoved: moved.length + retagged.length > 0,
  }
}

function isChanged({ row, outcome }: { row: RuledRow; outcome: Outcome }): boolean {
  return !isDeepStrictEqual(row.shown, outcome) || row.isKept !== isToBeKept(outcome)
}

async function retag(
  write: Write,
  decided: readonly { article: GivenArticle; ruling: Ruling }[],
  choices: TagChoices,
): Promise<void> {
  await keepRuledTags(
    write,
    decided.map(({ article, ruling }) => ({ id: article.id, tags: ruling.tags })),
  )
  const articles = decided.map(({ article, ruling }) => ({ ...article, ruled: ruling.tags }))
  await showAnew(write, articles, choices)
}

/** By slug and whether it is put: under which name a rule speaks of a tag that is there makes no difference. */
function inOrder(tags: readonly RuledTag[]): string[] {
  return tags.map(({ slug, isPut }) => `${slug} ${isPut}`).sort()
}

/** A stored article as conditions ask it; its page is unpacked, and its words cut, only when asked for. */
export function storedFacts(row: RuledRow, tags: readonly string[], page: () => ExtractedArticle): RuleFacts {
  return {
    ...row,
    section: row.givenSection,
    tags,
    isRedated: (row.redatedDays ?? 0) > 0,
    isInjected: () => row.injectedCount > 0 || page().repairs.length > 0,
    title: () => searchWords(row.title),
    body: () => searchWords(page().text),
  }
}
