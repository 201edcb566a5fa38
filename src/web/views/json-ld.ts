import type { ArticleCard, ArticleDetail, StoryCard } from '../../model/card.ts'
import { NOTES_OWNER } from '../../model/note.ts'
import type { Site } from '../site.ts'
import type { PageParts } from './layout.ts'
import { articlePath, hostOf, safeUrl, storyPath } from './links.ts'
import { speech } from './speech.ts'

/** One step on the way from the front page. */
export type Crumb = { name: string; path: string }

const CONTEXT = 'https://schema.org'
/** Entries of a list that machines are told of. */
const TOLD = 25
/** Texts of one story that machines are told of. */
const TOLD_OF_STORY = 10

/** The site and how it is searched. **Source:** schema.org/WebSite, schema.org/SearchAction */
export function webSite({ brand }: Site): unknown {
  const base = brand.baseUrl ?? ''
  return {
    '@context': CONTEXT,
    '@type': 'WebSite',
    name: brand.name,
    description: brand.tagline,
    url: `${base}/`,
    inLanguage: speech().tag,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${base}/search?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  }
}

/** The way to a page, the page itself last. **Source:** schema.org/BreadcrumbList */
export function breadcrumbList(
  { brand }: Site,
  crumbs: readonly Crumb[],
  page: Pick<PageParts, 'title' | 'path'>,
): unknown {
  return {
    '@context': CONTEXT,
    '@type': 'BreadcrumbList',
    itemListElement: [...crumbs, { name: page.title, path: page.path }].map(({ name, path }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name,
      item: `${brand.baseUrl ?? ''}${path}`,
    })),
  }
}

/** A list of stories in its order. **Source:** schema.org/CollectionPage, schema.org/ItemList */
export function storyCollection({ brand }: Site, name: string, path: string, stories: readonly StoryCard[]): unknown {
  const base = brand.baseUrl ?? ''
  return {
    '@context': CONTEXT,
    '@type': 'CollectionPage',
    name,
    url: `${base}${path}`,
    mainEntity: {
      '@type': 'ItemList',
      itemListElement: stories.slice(0, TOLD).map((story, at) => ({
        '@type': 'ListItem',
        position: at + 1,
        name: story.title,
        url: `${base}${storyPath(story.key)}`,
      })),
    },
  }
}

/** A story: a list of the independent texts that tell it, earliest first, each the publisher's own. **Source:** schema.org/CollectionPage */
export function storyData({ brand }: Site, story: StoryCard, originals: readonly ArticleCard[]): unknown {
  return {
    '@context': CONTEXT,
    '@type': 'CollectionPage',
    name: story.title,
    url: `${brand.baseUrl ?? ''}${storyPath(story.key)}`,
    ...(story.language === 'und' ? {} : { inLanguage: story.language }),
    dateModified: new Date(story.lastSeenMs).toISOString(),
    hasPart: originals.slice(0, TOLD_OF_STORY).map((original) => ({
      '@type': 'NewsArticle',
      headline: original.title,
      url: safeUrl(original.url) ?? `${brand.baseUrl ?? ''}${articlePath(original.key)}`,
      publisher: { '@type': 'Organization', name: original.sourceTitle ?? original.owner },
    })),
  }
}

/** The site's own note: here this page is the article. **Source:** schema.org/NewsArticle */
function noteData({ brand }: Site, note: ArticleDetail, path: string): unknown {
  const url = `${brand.baseUrl ?? ''}${path}`
  return {
    '@context': CONTEXT,
    '@type': 'NewsArticle',
    headline: note.title,
    url,
    mainEntityOfPage: url,
    datePublished: new Date(note.publishedMs).toISOString(),
    ...(note.byline.length > 0 ? { author: note.byline.map((name) => ({ '@type': 'Person', name })) } : {}),
    publisher: { '@type': 'Organization', name: brand.name, url: `${brand.baseUrl ?? ''}/` },
    ...(note.language === 'und' ? {} : { inLanguage: note.language }),
  }
}

/**
 * A page here about a text of somebody else: the article is the publisher's, at the publisher's address; this page is based on it. A date
 * that is doubted is not told. **Source:** schema.org/WebPage (mainEntity, isBasedOn), schema.org/NewsArticle
 */
export function articleData(site: Site, article: ArticleDetail, path: string): unknown {
  if (article.owner === NOTES_OWNER) return noteData(site, article, path)
  const { brand } = site
  const { page } = article
  const url = safeUrl(article.url)
  const inLanguage = article.language === 'und' ? {} : { inLanguage: article.language }
  const publisher = page.siteName ?? article.sourceTitle ?? article.owner
  const host = url === null ? null : hostOf(url)
  return {
    '@context': CONTEXT,
    '@type': 'WebPage',
    name: article.title,
    url: `${brand.baseUrl ?? ''}${path}`,
    isPartOf: { '@type': 'WebSite', name: brand.name, url: `${brand.baseUrl ?? ''}/` },
    ...inLanguage,
    ...(url === null ? {} : { isBasedOn: url }),
    mainEntity: {
      '@type': 'NewsArticle',
      headline: article.title,
      ...(url === null ? {} : { '@id': url, url, mainEntityOfPage: url }),
      ...(page.published !== null && page.doubts.length === 0 ? { datePublished: page.published } : {}),
      ...(article.byline.length > 0 ? { author: article.byline.map((name) => ({ '@type': 'Person', name })) } : {}),
      publisher: { '@type': 'Organization', name: publisher, ...(host === null ? {} : { url: `https://${host}/` }) },
      ...inLanguage,
    },
  }
}
