import { isDeepStrictEqual } from 'node:util'
import { type GivenArticle, type ShownArticle, writeShownTags } from '../store/given-tags.ts'
import type { Write } from '../store/insert-article.ts'
import { storyNames } from '../store/story-names.ts'
import { isTouched, shownTags, type TagChoices, type TagMark } from '../store/tag-choices.ts'
import { agreedTags } from './agreed-tags.ts'
import { nameShares } from './name-shares.ts'
import type { distinctTags } from './prepare.ts'

/** Shows the tags of stored articles as the owner's rules and their stories have them; nothing is written where that is what they show. */
export async function showAnew(
  write: Write,
  articles: readonly GivenArticle[],
  choices: TagChoices,
): Promise<ShownArticle[]> {
  const agreed = await storyNames(write, [...new Set(articles.flatMap(({ storyId }) => storyId ?? []))])
  const isRuled = (article: GivenArticle) =>
    isTouched(
      choices,
      article.given.map((mark) => mark.slug),
    )
  // Loaded only here: the tables of the tagger and of extraction would cost the thread that writes 60 MB.
  const tagsOf = articles.some(isRuled) ? (await import('./prepare.ts')).distinctTags : null
  const anew = articles.flatMap((article): ShownArticle[] => {
    const ruled =
      tagsOf && isRuled(article) ? shownTags(article.given, choices, sharesOf(article, tagsOf)) : article.given
    const shown = agreedTags(ruled, agreed.get(article.storyId ?? -1) ?? [], choices)
    const isKept = shown !== article.given
    const isSame = isKept === article.wasKept && isDeepStrictEqual(inOrder(shown), inOrder(article.before))
    return isSame ? [] : [{ ...article, shown, isKept }]
  })
  await writeShownTags(write, anew)
  return anew
}

function inOrder(marks: readonly TagMark[]): TagMark[] {
  return marks.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
}

/** By which names a stored article calls its tags: it is tagged again, when that is asked for. */
function sharesOf({ title, page, language }: GivenArticle, tagsOf: typeof distinctTags) {
  let shares: ReturnType<typeof nameShares> | null = null
  return (slug: string, nameSlug: string) => {
    if (shares === null) {
      const { text, tags } = page()
      shares = nameShares(title, text, tagsOf({ title, text, language }, tags))
    }
    return shares(slug, nameSlug)
  }
}
