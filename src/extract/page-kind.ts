import type { PageKind } from '../model/article.ts'
import { isArticleType } from './json-ld.ts'
import type { PageBlocks } from './page-blocks.ts'
import { meta, type PageClaims } from './page-claims.ts'

const FORUM_SOFTWARE = /discourse|phpbb|vbulletin|xenforo|simple machines|mybb|flarum|nodebb|invision|woltlab/iu
const FORUM_TYPES = new Set(['DiscussionForumPosting', 'QAPage'])
const LISTING_TYPES = new Set(['CollectionPage', 'ItemList', 'SearchResultsPage'])

/** Fewest links of a listing, and the largest share of a listing's words that reads like one text; chosen by hand. */
const LISTING_LINKS = 40
const LISTING_TEXT_SHARE = 0.12
/** Below this confidence a page without any claim of a kind is none that is known. */
const OTHER_CONFIDENCE = 0.35

/** What sort of page it is: by its own types and software first, then by how much of it is one text. */
export function pageKind(claims: PageClaims, page: PageBlocks, kept: readonly boolean[], confidence: number): PageKind {
  const types = new Set(claims.things.flatMap(({ types: own }) => own))
  const ogType = meta(claims, 'og:type')?.toLowerCase() ?? ''
  if (types.has('LiveBlogPosting')) return 'live-blog'
  if ([...FORUM_TYPES].some((type) => types.has(type)) || FORUM_SOFTWARE.test(meta(claims, 'generator') ?? ''))
    return 'forum'
  const isArticle = [...types].some(isArticleType)
  if (isArticle) return 'article'
  if (types.has('Product') || ogType.startsWith('product')) return 'product'
  const { links, share } = textShare(page, kept)
  if (
    (links >= LISTING_LINKS && share < LISTING_TEXT_SHARE) ||
    ([...LISTING_TYPES].some((type) => types.has(type)) && share < 0.3)
  )
    return 'listing'
  return confidence < OTHER_CONFIDENCE ? 'other' : 'article'
}

function textShare(page: PageBlocks, kept: readonly boolean[]): { links: number; share: number } {
  let links = 0
  let all = 1
  let own = 0
  for (const [index, block] of page.texts.entries()) {
    links += block.links
    all += block.text.length
    if (kept[index]) own += block.text.length
  }
  return { links, share: own / all }
}
