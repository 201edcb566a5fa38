import type { ArticleDetail } from '../../model/card.ts'
import { AppError, EXIT } from '../../model/errors.ts'
import { writeOpml } from '../../reader/opml.ts'
import { allArticles, articleCards } from '../../store/articles.ts'
import { listFeeds } from '../../store/feeds.ts'
import type { Store } from '../../store/store.ts'
import { storyCards } from '../../store/stories.ts'
import { tagsOfArticles } from '../../store/tags.ts'
import { withStore } from '../engine.ts'
import { writeLine } from '../ndjson.ts'
import type { Verb } from '../verb.ts'
import { warcRecord } from '../warc-record.ts'

const FORMATS = ['jsonl', 'opml', 'warc'] as const
const BATCH = 200

export const exportVerb: Verb = {
  name: 'export',
  usage: 'export [--format jsonl|opml|warc]',
  summary: 'print every article as JSON lines, the sources as OPML, or the articles as WARC',
  example: './trendpulse export > articles.jsonl',
  hasJson: false,
  options: { format: { type: 'string', help: 'jsonl (default), opml or warc' } },
  run: (context) => {
    const format = (context.values.format ?? 'jsonl') as (typeof FORMATS)[number] // checked on the next line
    if (!FORMATS.includes(format))
      throw new AppError('invalid', `--format is "${format}": it must be one of ${FORMATS.join(', ')}`)
    return withStore(context.config, async (store) => {
      if (format === 'opml') process.stdout.write(await sourcesAsOpml(store, context.config.name))
      else {
        for await (const articles of batches(store)) {
          if (format === 'jsonl')
            for (const line of await exportLines(store, articles)) await writeLine(process.stdout, line)
          else for (const article of articles) process.stdout.write(warcRecord(article))
        }
      }
      return EXIT.done
    })
  },
}

async function* batches(store: Store): AsyncGenerator<ArticleDetail[]> {
  let batch: ArticleDetail[] = []
  for await (const article of allArticles(store, BATCH)) {
    if (article.hidden) continue
    batch.push(article)
    if (batch.length === BATCH) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

async function exportLines(store: Store, articles: readonly ArticleDetail[]) {
  const ids = articles.map((article) => article.id)
  const [tags, stories, originals] = await Promise.all([
    tagsOfArticles(store, ids),
    storyCards(store, [...new Set(articles.flatMap((article) => article.storyId ?? []))]),
    articleCards(store, [...new Set(articles.flatMap((article) => article.copyOf ?? []))]),
  ])
  const tagsOf = Map.groupBy(tags, (tag) => tag.articleId)
  const storyOf = new Map(stories.map((story) => [story.id, story.key]))
  const originalOf = new Map(originals.map((original) => [original.id, original.key]))
  return articles.map((article) => ({
    id: article.key,
    url: article.url,
    title: article.title,
    text: article.page.text,
    published: article.page.published,
    firstSeen: new Date(article.firstSeenMs).toISOString(),
    language: article.language,
    section: article.section,
    source: { url: article.owner, title: article.sourceTitle },
    story: article.storyId === null ? null : (storyOf.get(article.storyId) ?? null),
    copyOf: article.copyOf === null ? null : (originalOf.get(article.copyOf) ?? null),
    tags: (tagsOf.get(article.id) ?? []).map((tag) => tag.name),
  }))
}

async function sourcesAsOpml(store: Store, title: string): Promise<string> {
  const feeds = (await listFeeds(store)).filter((feed) => /^https?:/.test(feed.url) && feed.kind !== 'demo')
  return writeOpml(
    title,
    feeds.map((feed) => ({
      url: feed.url,
      title: feed.title,
      siteUrl: feed.siteUrl,
      folder: feed.folder?.split(' / ') ?? [],
    })),
  )
}
