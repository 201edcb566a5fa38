import { html } from 'hono/html'
import type { PageLink } from '../../model/article.ts'
import type { ArticleDetail } from '../../model/card.ts'
import { NOTES_OWNER } from '../../model/note.ts'
import { IN_LINE } from '../../model/tag.ts'
import { type ArticleRules, rulesOfArticle } from '../../store/rulings.ts'
import { type ArticlePage, articlePage } from '../lists/article.ts'
import { formToken } from '../owner.ts'
import { pictureLinks, picturePath } from '../pictures/picture-address.ts'
import type { Site } from '../site.ts'
import { bodyView } from '../views/blocks.ts'
import { voices } from '../views/charts.ts'
import { claimedDate } from '../views/claimed-date.ts'
import { articleData, type Crumb } from '../views/json-ld.ts'
import { breadcrumb, type Html } from '../views/layout.ts'
import { articlePath, safeUrl, sectionPath, sourcePath, storyPath, tagPath } from '../views/links.ts'
import { listed, say, sectionName } from '../views/messages.ts'
import { namesNote } from '../views/names-note.ts'
import { phrase } from '../views/phrases.ts'
import { PICTURE_SIZES, pictureView } from '../views/picture.ts'
import { provenanceBox, repairsView } from '../views/provenance.ts'
import { languageAttributes, marksView, ownList, rankedList, relatedList } from '../views/rows.ts'
import { articleRules } from '../views/rules.ts'
import { sectionReasonView } from '../views/section-reason.ts'
import { KEEP_CONTENT_MS, notFound, type PageRoute } from './page.ts'

/** GET /article/KEY: one text, in the reading order that a news page has: who, when, text, origin, tags, reactions, lists. Hidden ones only for the owner. */
export const articleRoute: PageRoute = {
  path: '/article/:key',
  asks: [],
  keepMs: KEEP_CONTENT_MS,
  make: async (site, c, viewer) => {
    const key = c.req.param('key') ?? ''
    const page = (await articlePage(site, key)) ?? notFound('article', key)
    const { article } = page
    if (article.hidden && !viewer.mayEdit) notFound('article', key)
    return {
      voted: { articleId: article.id, storyId: article.storyId },
      parts: {
        title: article.title,
        path: articlePath(article.key),
        description: article.summary,
        current: article.section,
        main: articleView(
          site,
          page,
          viewer.mayEdit,
          viewer.mayEdit ? await rulesOfArticle(site.store, article.id) : null,
        ),
        noIndex: article.hidden || article.owner !== NOTES_OWNER, // of others the publisher's page is the one to be found
        openGraph: { 'og:type': 'article', 'og:description': article.summary, ...ogImage(site, article.image) },
        crumbs: crumbsOf(article),
        jsonLd: articleData(site, article, articlePath(article.key)),
      },
    }
  },
}

function crumbsOf({ section }: ArticleDetail): Crumb[] {
  return [
    { name: say('home'), path: '/' },
    { name: sectionName(section), path: sectionPath(section) },
  ]
}

function articleView(site: Site, page: ArticlePage, mayEdit: boolean, rules: ArticleRules | null): Html {
  const { article } = page
  const now = site.now()
  return html`${breadcrumb(crumbsOf(article), claimedSection(article))}
${article.hidden ? html`<p class="empty">${say('hidden')}</p>` : ''}
<div class="cols" data-read="${page.story?.key ?? article.key}" data-together="${site.countsReading && page.story ? 'on' : 'off'}"><div>
${placeView(article)}
${page.isOutside ? html`<p class="meta soft">${say('outsideEditionArticle')}</p>` : ''}
<h1${languageAttributes(article.language)}>${article.title}</h1>
${marksView(article)}
${bylineView(article, site.countViews !== false)}
${claimedDate(article, now)}
${versionsView(article)}
${repairsView(article)}
<div class="body"${languageAttributes(article.language)}>${leadPicture(site, article)}${bodyView(article.page.blocks, article.page.text, article.page.repairs, pictureLinks(site))}</div>
${provenanceBox(article, page.family, now)}
${tagsView(page)}
${sectionReasonView(article.section, article.sectionReason, article.movedFrom !== null)}
${reactionsView(site, page)}
${ownListsView(article)}
<section><h2>${say('related')}</h2>${page.related.length === 0 ? html`<p class="soft ui">${say('noRelated')}</p>` : relatedList(page.related)}</section>
${rules === null ? '' : articleRules(article, rules)}
${mayEdit ? hideForm(site, article) : ''}
</div><aside aria-label="${say('theStory')}">
${storyView(page)}
<h2><a href="/ranking">${say('ranking')}</a></h2>${rankedList(page.ranking)}
<h2>${say('recommendation')}</h2>${page.recommendation.length === 0 ? html`<p class="soft ui">${say('noRecommendation')}</p>` : ownList({ pack: article.section, note: say('recommendationNote'), counted: site.countsReading ? 'recommendation' : null }, page.recommendation)}
</aside></div>`
}

/** The picture that the page names for itself, where its text shows none. */
function leadPicture(site: Site, { image, page }: ArticleDetail): Html | string {
  const links = image === null || page.blocks.some((block) => block.kind === 'image') ? null : pictureLinks(site)
  if (!links || image === null) return ''
  const view = pictureView(links, { address: image, alt: '', sizes: PICTURE_SIZES.body, isFirst: true })
  return view === null ? '' : html`<figure class="picture">${view}</figure>`
}

/** The names that the article writes and that are sure, four to eight; the rest are found by search and the tag pages. Beneath, quietly: where else it is, and by which word; how names were found where its language has no model. */
function tagsView({ article, tags }: ArticlePage): Html | string {
  const named = tags
    .filter((tag) => tag.mentions > 0 && tag.salience >= IN_LINE.sure)
    .filter((tag, index) => index < IN_LINE.fewest || (index < IN_LINE.most && tag.salience >= IN_LINE.telling))
  const line =
    named.length === 0
      ? ''
      : html`<p class="tags ui" data-tags><span class="soft">${say('inTags')}</span> ${named.map((tag) => html`<a href="${tagPath(tag.slug)}"><bdi>${tag.name}</bdi></a> `)}</p>`
  const implied = tags.flatMap((tag) => (tag.impliedBy === null ? [] : [impliedView(tag, tag.impliedBy)]))
  const note = namesNote(article.language)
  const notes = [...implied.slice(0, IMPLIED), ...(note === null ? [] : [html`<span data-names-by>${note}</span>`])]
  if (notes.length === 0) return line
  return html`${line}<p class="soft ui">${notes.map((one, index) => html`${index > 0 ? ' · ' : ''}${one}`)}</p>`
}

/** Countries shown that the article does not name. */
const IMPLIED = 3

function impliedView(tag: ArticlePage['tags'][number], words: string): Html {
  const country = html`<a href="${tagPath(tag.slug)}"><bdi>${tag.name}</bdi></a>`
  return phrase('impliedPlace', { country, words: html`<bdi>${words}</bdi>` })
}

function claimedSection(article: ArticleDetail): Html | string {
  const claimed = article.page.section.filter((crumb) => !/^home$/i.test(crumb)).join(' › ')
  return claimed === ''
    ? ''
    : html` <span class="soft">(${phrase('filesUnder', { section: html`<bdi>${claimed}</bdi>` })})</span>`
}

/** Site and channel: whose page it is, by its own word. */
function placeView(article: ArticleDetail): Html {
  const { channel, siteName } = article.page
  const site = siteName ?? article.sourceTitle ?? article.owner
  const channelView = channel !== null && channel !== site ? html`<bdi>${channel}</bdi> · ` : ''
  const name = html`<bdi>${site}</bdi>`
  const siteView = article.feedId === null ? name : html`<a href="${sourcePath(article.feedId)}">${name}</a>`
  return html`<p class="meta place">${channelView}${siteView}</p>`
}

function bylineView(article: ArticleDetail, isCounted: boolean): Html {
  const names =
    article.byline.length > 0 ? html`<span>${say('byline', { names: listed(article.byline) })}</span> · ` : ''
  const claimed =
    article.page.views === null
      ? ''
      : html` <span class="soft">(${say('viewsClaimed', { n: article.page.views })})</span>`
  const views = isCounted ? html`<span>${say('views', { n: article.views })}</span>` : ''
  return html`<p class="meta by" data-counts="a${article.id}">${names}${views}${claimed}</p>`
}

/** That the text has changed, and the way to what changed. */
function versionsView(article: ArticleDetail): Html | string {
  if (article.version < 2) return ''
  return html`<p class="meta">${say('versionsLink', { n: article.version - 1 })} <a href="${articlePath(article.key)}/versions">${say('versionsShow')}</a></p>`
}

/** Plain forms, one a label; the page's claimed counts are added in, and told apart beneath. */
function reactionsView(site: Site, page: ArticlePage): Html | string {
  const { article, reactions } = page
  const claimed = new Map(article.page.reactions.map((one) => [one.label, one.count]))
  const ours = new Map(reactions.map((one) => [one.label, one.count]))
  const labels = [...new Set([...claimed.keys(), ...site.reactions, ...ours.keys()])]
  const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((all, count) => all + count, 0)
  const isAsked = site.reactions.length > 0
  if (!isAsked && labels.length === 0) return ''
  const note = claimed.size > 0 ? html`${say('reactionNote', { claimed: sum(claimed), ours: sum(ours) })} ` : ''
  const counted = (label: string) => html`${label} <b>(${(claimed.get(label) ?? 0) + (ours.get(label) ?? 0)})</b>`
  if (!isAsked)
    return html`<p class="react ui" id="reactions">${labels.map((label) => html`<span>${counted(label)}</span> `)}<br><span class="soft">${note}</span></p>`
  return html`<form class="react ui" id="reactions" method="post" action="${articlePath(article.key)}/react" aria-label="${say('reactions')}">
<input type="hidden" name="token" value="${formToken(site, `react:${article.id}`)}">
${labels.map((label) => html`<button name="label" value="${label}">${counted(label)}</button> `)}
<p class="soft">${note}${say('reactionOnce')}${sum(ours) > 0 ? html` <button class="quiet">${say('reactionBack')}</button>` : ''}</p></form>`
}

function ownListsView(article: ArticleDetail): Html | string {
  const { related, ranking, recommendation } = article.page.lists
  const lists = [
    { name: say('ownRelated'), entries: related },
    { name: say('ownRanking'), entries: ranking },
    { name: say('ownRecommendation'), entries: recommendation },
  ].filter((list) => list.entries.length > 0)
  if (lists.length === 0) return ''
  const summary = lists.map((list) => `${list.name} ${list.entries.length}`).join(' · ')
  return html`<details class="own ui"><summary>${phrase('ownListsTitle', { lists: html`<span class="soft">${summary}</span>` })}</summary>${lists.map((list) => html`<h3>${list.name} <span class="soft">(${say('ownLists', { n: list.entries.length })})</span></h3><ul>${list.entries.map(ownEntry)}</ul>`)}</details>`
}

function ownEntry(entry: PageLink): Html {
  const href = safeUrl(entry.url)
  return html`<li dir="auto">${href ? html`<a href="${href}" rel="nofollow noopener">${entry.title}</a>` : entry.title}</li>`
}

function storyView({ story }: ArticlePage): Html | string {
  if (!story) return ''
  return html`<h2>${say('theStory')}</h2><p class="ui story"><a data-story href="${storyPath(story.key)}"${languageAttributes(story.language)}><b>${story.title}</b></a><br>
${voices(story.independentCount, story.copyCount)} <span class="n">${say('independent', { n: story.independentCount })}</span>${story.copyCount > 0 ? html` · ${say('copies', { n: story.copyCount })}` : ''}</p>`
}

function hideForm(site: Site, article: ArticleDetail): Html {
  return html`<form class="ui" method="post" action="${articlePath(article.key)}/hide"><input type="hidden" name="token" value="${formToken(site, `hide:${article.id}`)}"><input type="hidden" name="hidden" value="${article.hidden ? '0' : '1'}"><button>${article.hidden ? say('show') : say('hide')}</button></form>`
}

/** What a link to this page is shown with elsewhere; only a site that knows its public address can say. */
function ogImage(site: Site, image: string | null): Record<string, string> {
  const { baseUrl } = site.brand
  const path = image === null || baseUrl === null || !site.pictures ? null : picturePath(site, image, '640.jpg')
  return path === null ? {} : { 'og:image': `${baseUrl}${path}` }
}
