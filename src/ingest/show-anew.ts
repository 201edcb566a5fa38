import { isDeepStrictEqual } from 'node:util'
import { type GivenArticle, type ShownArticle, writeShownTags } from '../store/given-tags.ts'
import type { Write } from '../store/insert-article.ts'
import { storyNames } from '../store/story-names.ts'
import { isTouched, shownTags, type TagChoices, type TagMark } from '../store/tag-choices.ts'
import { agreedTags } from './agreed-tags.ts'
import { nameShares } from './name-shares.ts'
import type { distinctTags } from './prepare.ts'
import { tagsByRules } from './rule-tags.ts'

/**
 * Shows the tags of stored articles as the owner's rules and their stories have them; nothing is written where that is what they show.
 * First what rules over tags make of what it was given, then what its story agrees on, then what rules over articles put on or take away.
 */
export async function showAnew(
  write: Write,
  articles: readonly GivenArticle[],
  choices: TagChoices,
): Promise<ShownArticle[]> {
  const agreed = await storyNames(write, [...new Set(articles.flatMap(({ storyId }) => storyId ?? []))])
  const chosen = await chosenTags(articles, choices)
  const anew = articles.flatMap((article): ShownArticle[] => {
    const byStory = agreedTags(chosen.get(article.id)!, agreed.get(article.storyId ?? -1) ?? [], choices) // of each article
    const shown = tagsByRules(byStory, article.ruled, choices)
    const isKept = shown !== article.given || article.ruled.length > 0
    const isSame = isKept === article.wasKept && isDeepStrictEqual(inOrder(shown), inOrder(article.before))
    return isSame ? [] : [{ ...article, shown, isKept }]
  })
  await writeShownTags(write, anew)
  return anew
}

/** What the owner's rules over tags make of what articles were given, by article id; the very list given where they change nothing. */
export async function chosenTags(
  articles: readonly GivenArticle[],
  choices: TagChoices,
): Promise<Map<number, readonly TagMark[]>> {
  const isChosen = ({ given }: GivenArticle) =>
    isTouched(
      choices,
      given.map((mark) => mark.slug),
    )
  // Loaded only here: the tables of the tagger and of extraction would cost the thread that writes 60 MB.
  const tagsOf = articles.some(isChosen) ? (await import('./prepare.ts')).distinctTags : null
  return new Map(
    articles.map((article) => [
      article.id,
      tagsOf && isChosen(article) ? shownTags(article.given, choices, sharesOf(article, tagsOf)) : article.given,
    ]),
  )
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
