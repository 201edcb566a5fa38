import type { Arrival } from '../src/ingest/line.ts'
import { createPreparer } from '../src/ingest/prepare.ts'
import type { ExtractedArticle } from '../src/model/article.ts'
import type { Tag } from '../src/model/tag.ts'
import { packPage } from '../src/store/articles.ts'
import type { NewArticle } from '../src/store/insert-article.ts'
import { searchRow } from '../src/store/search.ts'
import { loadLanguageDetector } from '../src/text/language.ts'

/** A page as extract gives it, with only what a test says of it. */
export function pageOf(given: Partial<ExtractedArticle> & { text: string }): ExtractedArticle {
  const paragraphs = given.text.split('\n\n')
  return {
    url: null,
    kind: 'article',
    title: 'A title',
    channel: null,
    siteName: null,
    byline: [],
    section: [],
    dates: [],
    published: null,
    modified: null,
    publishedFrom: null,
    doubts: [],
    language: 'en',
    blocks: paragraphs.map((text) => ({ kind: 'paragraph', inlines: [{ text }] })),
    image: null,
    tags: [],
    reactions: [],
    lists: { related: [], ranking: [], recommendation: [] },
    repairs: [],
    views: null,
    agencies: [],
    confidence: 1,
    ...given,
  }
}

const tag = (name: string): Tag & { slug: string } => ({
  name,
  slug: name.toLowerCase().replaceAll(' ', '-'),
  kind: 'place',
  count: 1,
  salience: 0.5,
  spans: [],
})

/** An article as the line hands it to the store, with only what a test says of it. */
export function newArticle(
  given: Partial<NewArticle> & { key: string; text?: string; tagNames?: readonly string[] },
): NewArticle {
  const { text = 'The ferry left the harbour of Tarn at dawn.', tagNames = [], ...rest } = given
  const page = rest.page ?? pageOf({ text })
  return {
    feedId: null,
    url: `https://harbour.example/${given.key}`,
    host: 'harbour.example',
    owner: 'harbour.example',
    sourceTitle: 'Harbour Courier',
    title: `Title of ${given.key}`,
    section: 'society',
    language: 'en',
    publishedMs: 1_000,
    doubtful: false,
    firstSeenMs: 1_000,
    summary: text.slice(0, 100),
    wordCount: text.split(' ').length,
    contentHash: given.key,
    demo: false,
    page,
    packed: packPage(page),
    searchRow: searchRow(rest.title ?? `Title of ${given.key}`, page.text, tagNames),
    tags: tagNames.map(tag),
    shingles: new Uint32Array(),
    features: new Uint8Array(),
    copy: { copyOf: null, kind: null, containment: 0, family: null, redatedDays: null, injectedCount: 0 },
    storyId: 0,
    ...rest,
  }
}

/** Prepares pages as a worker does, in this thread. */
export async function createArrivals(): Promise<(page: ExtractedArticle, firstSeenMs: number) => Arrival> {
  const prepare = createPreparer(await loadLanguageDetector())
  return (page, firstSeenMs) => {
    const answer = prepare({ kind: 'extracted', page })
    if (answer.kind !== 'article' || !answer.result.ok) throw new Error('the page was not prepared')
    return {
      prepared: answer.result.value,
      url: page.url,
      feedId: null,
      feedUrl: null,
      guid: null,
      sourceTitle: page.siteName,
      firstSeenMs,
      demo: false,
    }
  }
}
