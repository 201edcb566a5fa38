import type { Tag } from '../model/tag.ts'
import { hasTagWork, keepGivenTags, nextTagWork } from '../store/given-tags.ts'
import { type Write, writeAlone } from '../store/insert-article.ts'
import type { Store } from '../store/store.ts'
import { isTouched, shownTags, type TagChoices, type TagMark, tagChoices } from '../store/tag-choices.ts'
import { searchWords } from '../text/search-words.ts'
import { nameShares } from './name-shares.ts'
import { showAnew } from './show-anew.ts'

type SluggedTag = Tag & { slug: string }

/** What the owner's rules make of an article's tags; `given` is null where they change nothing. */
export type ShapedTags = { tags: readonly SluggedTag[]; given: readonly TagMark[] | null }

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

function markOf({ slug, count, salience, kind, confidence, impliedBy }: SluggedTag): TagMark {
  return { slug, mentions: count, salience, kind, confidence: confidence ?? null, impliedBy: impliedBy ?? null }
}

/** A tag that the article did not name itself is one that a rule names. */
function tagOf(mark: TagMark, own: SluggedTag | undefined, choices: TagChoices): SluggedTag {
  const named = choices.named.get(mark.slug)
  return {
    slug: mark.slug,
    name: own?.name ?? named?.name ?? mark.slug,
    kind: mark.kind ?? named?.kind ?? own?.kind ?? 'topic',
    count: mark.mentions,
    salience: mark.salience,
    spans: own?.spans ?? [],
    ...(mark.confidence === null ? {} : { confidence: mark.confidence }),
    ...(mark.impliedBy === null ? {} : { impliedBy: mark.impliedBy }),
  }
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
  await showAnew(write, work.articles, await tagChoices(write))
  await work.done()
  return true
}
