import type { PageLinks } from '../model/article.ts'
import { type PageElement, textOf } from './page-tree.ts'
import { safeMediaUrl } from './safe-url.ts'

/** Most links looked at for the one to the next page. */
const MAX_LINKS = 5_000
/** Longest text of a link to the next page, in UTF-16 units. */
const MAX_LABEL = 40

const NEXT_LABEL =
  /^(?:next(?: page)?|continue(?: reading)?|page 2|nächste(?: seite)?|weiter|seite 2|(?:page )?suivante?|siguiente|página siguiente|pagina successiva|próxima|volgende(?: pagina)?|nästa(?: sida)?|dalej|další|следующая|下一页|次へ)\s*[›»→>]*$/iu

/** Where else the page says that it stands, and where its text goes on; null where it does not say. */
export function pageLinks(
  elements: readonly PageElement[],
  canonical: string | null,
  baseUrl: string | null,
  url: string | null,
): PageLinks {
  let amp: string | null = null
  let isAmp = false
  const next = new NextPage(url, baseUrl)
  let links = 0
  for (const element of elements) {
    const { tag, attributes } = element
    if (tag === 'link') {
      const rel = attributes.rel?.toLowerCase() ?? ''
      if (rel === 'amphtml' && attributes.href) amp ??= safeMediaUrl(attributes.href, baseUrl)
      if (rel === 'next') next.offer(attributes.href, 'outright')
    } else if (tag === 'script') isAmp ||= attributes.src?.startsWith('https://cdn.ampproject.org/v0') === true
    else if (tag === 'a' && links++ < MAX_LINKS) next.look(element)
  }
  return { canonical, amp, isAmp, next: next.found() }
}

/** Looks for the address of the following page of one text: the page's own address with the next number. */
class NextPage {
  private readonly own: NumberedAddress | null
  private readonly baseUrl: string | null
  /** The next page's number, which its address must hold. */
  private readonly following: string
  private outright: string | null = null
  private labelled: string | null = null

  constructor(url: string | null, baseUrl: string | null) {
    this.own = url === null ? null : numbered(url)
    this.following = String((this.own?.page ?? 0) + 1)
    this.baseUrl = baseUrl
  }

  look(link: PageElement): void {
    const { href, rel } = link.attributes
    if (!href || this.own === null || href.startsWith('#')) return
    if (/(?:^|\s)next(?:$|\s)/iu.test(rel ?? '')) this.offer(href, 'outright')
    else if (this.labelled === null && href.includes(this.following)) {
      const label = textOf(link, MAX_LABEL)
      if (label === this.following || NEXT_LABEL.test(label)) this.offer(href, 'labelled')
    }
  }

  offer(href: string | undefined, how: 'outright' | 'labelled'): void {
    const url = href && this.own ? safeMediaUrl(href, this.baseUrl) : null
    const there = url === null ? null : numbered(url)
    if (!there || !this.own || there.page !== this.own.page + 1 || there.rest !== this.own.rest) return
    this[how] ??= url
  }

  found(): string | null {
    return this.outright ?? this.labelled
  }
}

/** An address without its page's number. */
type NumberedAddress = { rest: string; page: number }

const NUMBER_PARAMETER = /^(?:page|p|pg|pagina|seite|paged|pageno|page_no|pagenum|s)$/iu
/** `/story/2`, `/story/page/2`, `/story-2.html`, `/story,2.html`, `/story-page-2`, `/story_seite-2`; one or two digits. */
const NUMBER_IN_PATH =
  /(?:\/(?:page|seite|pagina|p)?[/-]?|[-_,](?:(?:page|seite|pagina|p)[-_]?)?)(\d{1,2})(\.\w{2,5})?\/?$/iu

/** Takes an address apart; the first page of a text has no number. Null for what is no address. */
function numbered(address: string): NumberedAddress | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  url.hash = ''
  let page = 1
  for (const [name, value] of [...url.searchParams])
    if (NUMBER_PARAMETER.test(name) && /^\d{1,2}$/u.test(value)) {
      page = Number(value)
      url.searchParams.delete(name)
    }
  const inPath = page === 1 ? NUMBER_IN_PATH.exec(url.pathname) : null
  if (inPath) {
    page = Number(inPath[1])
    url.pathname = url.pathname.slice(0, inPath.index) + (inPath[2] ?? '')
  }
  return { rest: `${url.host}${url.pathname.replace(/\/$/u, '')}${url.search}`, page }
}
