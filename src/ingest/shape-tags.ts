import { hasTagWork, keepGivenTags, nextTagWork } from '../store/given-tags.ts'
import { type Write, writeAlone } from '../store/insert-article.ts'
import type { Store } from '../store/store.ts'
import { isTouched, shownTags, type TagChoices, type TagMark, tagChoices } from '../store/tag-choices.ts'
import { searchWords } from '../text/search-words.ts'
import { ruleStored } from './apply-rules.ts'
import { nameShares } from './name-shares.ts'
import { ownerRules } from './owner-rules.ts'
import { refreshStories } from './refresh-stories.ts'
import { markOf, type ShapedTags, type SluggedTag, tagOf } from './shaped-tags.ts'
import { showAnew } from './show-anew.ts'

/** Applies the rules to an article that arrives. Costs nothing where no rule names one of its tags. */
export function shapeTags(
  article: { title: string; text: string; tags: readonly SluggedTag[] },
  choices: TagChoices,
): ShapedTags {
  const { tags } = article
  if (choices.named.size === 0) return { tags, given: null }
  const renamed = tags.map((tag) => ({ ...tag, name: choices.named.get(tag.slug)?.name ?? tag.name }))
  if (
    !isTouched(
      choices,
      tags.map((tag) => tag.slug),
    )
  )
    return { tags: renamed, given: null }
  const given = tags.map(markOf)
  const shown = shownTags(given, choices, nameShares(article.title, article.text, tags))
  const bySlug = new Map(renamed.map((tag) => [tag.slug, tag]))
  return { tags: shown.map((mark) => tagOf(mark, bySlug.get(mark.slug), choices)), given }
}

/** Words of an article's tags as its search row has them. */
export function tagWords(tags: readonly SluggedTag[]): string {
  return searchWords(tags.map((tag) => tag.name).join(' '))
}

/** Keeps what arriving articles were given, where a rule shows something else. */
export async function keepGiven(
  write: Write,
  batch: readonly { id: number; given: readonly TagMark[] | null }[],
): Promise<void> {
  const touched = batch.flatMap(({ id, given }) => (given === null ? [] : [{ id, given, isKept: true }]))
  await keepGivenTags(write, touched)
}

/** Articles that one transaction moves: 0.2 s at 4 ms each, so that the line waits no longer. */
const MOVED_AT_ONCE = 50

/**
 * Moves the articles that stand to where the owner's rules have them, a batch a transaction, at most `maxBatches`.
 * A stop between two loses nothing: what is done is noted with it. Gives whether articles are left to move.
 */
export async function moveTaggedArticles(store: Store, maxBatches = Number.POSITIVE_INFINITY): Promise<boolean> {
  for (let batch = 0; batch < maxBatches; batch++) if (!(await writeAlone(store, moveSome))) return false
  return writeAlone(store, hasTagWork)
}

async function moveSome(write: Write): Promise<boolean> {
  const work = await nextTagWork(write, MOVED_AT_ONCE)
  if (!work) return false
  const choices = await tagChoices(write)
  await showAnew(write, work.articles, choices)
  // Rules over articles ask for tags as they are shown.
  const rules = await ownerRules(write, choices)
  const ids = work.articles.map((article) => article.id)
  if (rules.rules.length > 0) await refreshStories(write, (await ruleStored(write, ids, rules, choices)).storyIds)
  await work.done()
  return true
}
