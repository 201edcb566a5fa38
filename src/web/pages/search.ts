import { html } from 'hono/html'
import { z } from 'zod'
import type { ArticleCard } from '../../model/card.ts'
import { MAX_QUERY } from '../../text/search-query.ts'
import { type Marked, type SearchHit, type SearchList, type SearchOrder, searchList } from '../lists/search.ts'
import type { Html } from '../views/layout.ts'
import { articlePath } from '../views/links.ts'
import { say } from '../views/messages.ts'
import { programText } from '../views/program-text.ts'
import { hideableArticle, languageAttributes, marksView } from '../views/rows.ts'
import { timeTag } from '../views/times.ts'
import { watchForm } from '../views/watch.ts'
import { KEEP_LIST_MS, type PageRoute } from './page.ts'

const Query = z.object({
  q: z.string().max(MAX_QUERY, `is longer than ${MAX_QUERY} characters`).default(''),
  before: z.coerce.number().int().positive().optional(),
  order: z.enum(['newest', 'best']).default('newest'),
})

/** GET /search?q=: articles that a query finds, newest first, 20 a page, or the best of the newest. */
export const searchRoute: PageRoute = {
  path: '/search',
  asks: ['q', 'before', 'order'],
  keepMs: KEEP_LIST_MS,
  make: async (site, c) => {
    const { q, before, order } = Query.parse(c.req.query())
    const query = q.toWellFormed().trim()
    const list = await searchList(site, query, { order, ...(before === undefined ? {} : { beforeId: before }) })
    const found = query !== '' && list.problem === null
    const now = site.now()
    const title = query === '' ? say('searchTitle') : say('searchResults', { query })
    const more = list.nextBeforeId
      ? html`<p class="pager ui"><a href="/search?q=${encodeURIComponent(query)}&amp;before=${list.nextBeforeId}">${say('olderHits')}</a></p>`
      : ''
    const none =
      query === ''
        ? ''
        : html`<p class="empty">${list.problem !== null ? programText(list.problem) : say(list.nextBeforeId === null ? 'searchNone' : 'searchNoneYet', { query })}</p>`
    const main = html`<h1>${say('searchTitle')}</h1>
<form class="big ui" action="/search"><input type="search" name="q" value="${query}" aria-label="${say('searchFor')}" aria-describedby="search-help" maxlength="${MAX_QUERY}" list="search-tags" autocomplete="off" data-suggest><datalist id="search-tags"></datalist><button>${say('search')}</button></form>
<p class="soft ui" id="search-help">${say('searchHelp')}</p>
${found ? html`${orderLinks(list)}${watchForm(site, 'search', query)}` : ''}
<div class="list">${list.hits.length === 0 ? none : list.hits.map((hit) => hitView(hit, now))}</div>${more}`
    return {
      parts: {
        title,
        path: '/search',
        main,
        noIndex: true,
        ...(found ? { feed: '/search', feedSearch: `?q=${encodeURIComponent(query)}` } : {}),
      },
    }
  },
}

/** The same search in the other order; the feed of the search is in the page's foot. */
function orderLinks({ query, order }: SearchList): Html {
  const path = `/search?q=${encodeURIComponent(query)}`
  const link = (one: SearchOrder, href: string, name: string) =>
    one === order ? html`<strong aria-current="true">${name}</strong>` : html`<a href="${href}">${name}</a>`
  return html`<p class="ui soft">${say('searchOrder')} ${link('newest', path, say('searchNewest'))} · ${link('best', `${path}&order=best`, say('searchBest'))}</p>`
}

function hitView({ article, title, snippet, sameText }: SearchHit, now: number): Html {
  return html`<article class="hit"${hideableArticle(article)}><h2><a href="${articlePath(article.key)}"${languageAttributes(article.language)}>${marks(title)}</a>${marksView(article)}</h2>
<p${languageAttributes(article.language)}>${marks(snippet)}</p>
<p class="meta">${timeTag(article.publishedMs, now)} · <bdi>${article.sourceTitle ?? article.owner}</bdi>${article.copyOf === null ? '' : html` · ${say('copyHere')}`}</p>${sameText.length === 0 ? '' : sameTextView(sameText, now)}</article>`
}

/** Copies are folded under the hit they repeat: the same news once. */
function sameTextView(articles: readonly ArticleCard[], now: number): Html {
  return html`<details class="ui"><summary>${say('sameText', { n: articles.length })}</summary><ul>${articles.map((article) => html`<li>${timeTag(article.publishedMs, now)} <bdi>${article.sourceTitle ?? article.owner}</bdi>: <a href="${articlePath(article.key)}"${languageAttributes(article.language)}>${article.title}</a></li>`)}</ul></details>`
}

function marks(pieces: readonly Marked[]): Html[] {
  return pieces.map((piece) => (piece.hit ? html`<mark>${piece.text}</mark>` : html`${piece.text}`))
}
