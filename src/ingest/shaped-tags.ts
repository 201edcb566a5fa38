import type { Tag } from '../model/tag.ts'
import type { TagChoices, TagMark } from '../store/tag-choices.ts'

/** A tag of an article that arrives; `isPut`: by a rule of the owner, so that what it is, its own row says. */
export type SluggedTag = Tag & { slug: string; isPut?: boolean }

/** What the owner's rules make of an article's tags; `given` is null where they change nothing. */
export type ShapedTags = { tags: readonly SluggedTag[]; given: readonly TagMark[] | null }

/** A tag without its name and spans, as it is kept. */
export function markOf({ slug, count, salience, kind, confidence, impliedBy }: SluggedTag): TagMark {
  return { slug, mentions: count, salience, kind, confidence: confidence ?? null, impliedBy: impliedBy ?? null }
}

/** A tag that the article did not name itself is one that a rule names. */
export function tagOf(mark: TagMark, own: SluggedTag | undefined, choices: TagChoices): SluggedTag {
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
