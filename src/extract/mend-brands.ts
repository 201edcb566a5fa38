import type { Repair } from '../model/article.ts'
import type { Block } from '../model/block.ts'
import { blocksText } from './blocks-text.ts'
import { pageCuts, withoutCuts, withRepairs } from './brand-repairs.ts'
import { cutBlocks } from './cut-blocks.ts'
import { isKnownWord } from './word-pairs.ts'

/** What a page calls itself, and its words. */
type NamedPage = {
  title: string | null
  blocks: readonly Block[]
  channel: string | null
  siteName: string | null
  url: string | null
}
type Mended = { title: string | null; blocks: readonly Block[]; repairs: readonly Repair[] }
type Brand = { name: string; prior: number }

/** Log-odds of tampering beforehand: pages that put a channel before their headline ("Brand|Headline") are the kind that does it. Chosen on hosts of part 1 (bench/extract/tampering.ts). */
const CHANNEL_PRIOR = -1
/** The same for a name that any page has: it may well speak of itself. */
const NAME_PRIOR = -2.5
/** Most spellings of one brand that are looked for on a page. */
const MAX_SPELLINGS = 4
/** Shortest host name that is a brand of its own: shorter ones are initials. */
const MIN_HOST = 5

/** Takes the page's own brand out of the title and the text where it was pushed into them, and tells each repair. */
export function mendBrands(page: NamedPage): Mended {
  let { title, blocks } = page
  let inTitle: readonly Repair[] = []
  let inText: readonly Repair[] = []
  let text = blocksText(blocks)
  for (const brand of pageBrands(page))
    for (const spelling of spellings(brand.name, `${title ?? ''}\n${text}`)) {
      const cuts = pageCuts({ title: title ?? '', text, brand: spelling, prior: brand.prior })
      if (title !== null && cuts.title.length > 0) {
        inTitle = withRepairs(inTitle, cuts.title, 'title', spelling)
        title = withoutCuts(title, cuts.title)
      }
      if (cuts.text.length === 0) continue
      inText = withRepairs(inText, cuts.text, 'text', spelling)
      blocks = cutBlocks(blocks, cuts.text)
      text = blocksText(blocks)
    }
  return { title, blocks, repairs: [...inTitle, ...inText] }
}

/** Names that the page gives itself: channel, site and host. */
function pageBrands({ channel, siteName, url }: NamedPage): Brand[] {
  const brands: Brand[] = []
  const seen = new Set<string>()
  const add = (name: string | null, prior: number): void => {
    const key = name?.toLowerCase().replace(/[\s-]+/gu, '') ?? ''
    if (name === null || key === '' || seen.has(key)) return
    seen.add(key)
    brands.push({ name, prior })
  }
  add(channel, CHANNEL_PRIOR)
  add(siteName, NAME_PRIOR)
  add(hostName(url), NAME_PRIOR)
  return brands
}

/** The name in an address: "trendpulse" of `www.trendpulse.co.uk`; null where it is too short for a brand. */
function hostName(url: string | null): string | null {
  const labels =
    /^https?:\/\/([^/:?#]{1,255})/u
      .exec(url ?? '')?.[1]
      ?.toLowerCase()
      .split('.') ?? []
  const country = labels.length > 2 && labels.at(-1)!.length === 2 && labels.at(-2)!.length <= 3
  const name = labels.at(country ? -3 : -2) ?? ''
  return labels.length > 1 && name.length >= MIN_HOST && /\p{L}/u.test(name) ? name : null
}

/** The ways in which a text writes a brand, whatever the case, with its words apart or not; never as the ordinary words it may be made of. */
function spellings(brand: string, text: string): string[] {
  const parts = brand.split(/[\s-]+/u).filter(Boolean)
  if (brand.length > 60 || parts.length === 0) return []
  const pattern = new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')).join('[ -]?'), 'giu')
  const found = new Set<string>()
  for (const [spelling] of text.matchAll(pattern)) {
    const lower = spelling.toLowerCase()
    const coined = !/[\s-]/u.test(spelling) && !isKnownWord(lower) && !isKnownWord(lower.replace(/s$/u, ''))
    if (spelling !== lower || coined) found.add(spelling)
    if (found.size >= MAX_SPELLINGS) break
  }
  // The longest first: "Trend Pulse" holds no other spelling, but a shorter brand might be part of a longer.
  return [...found].sort((a, b) => b.length - a.length)
}
