import { demoArticles } from '../src/demo/world.ts'
import type { ToldText } from '../src/model/telling.ts'
import { articleFacts } from '../src/story/article-facts.ts'
import { sentenceTerms } from '../src/story/sentence-terms.ts'
import { tellStory } from '../src/story/story-telling.ts'
import { tagArticle } from '../src/tag/tag-article.ts'

// Question: how much of what the other texts of a story say do its covering sentences hold, beside the first three sentences of its first text? And what does it cost?
const texts = new Map<string, ToldText[]>()
let factsMs = 0
let count = 0
for (const item of demoArticles({
  articles: Number(process.argv[2] ?? 600),
  seed: 7,
  endMs: Date.UTC(2026, 5, 10, 12),
})) {
  const { article, truth, firstSeenMs } = item
  const language = article.language ?? 'en'
  if (truth.copyOf !== null || !language.startsWith('en') || truth.story === null) continue
  const things = tagArticle({ title: article.title, text: article.text, language }).map((tag) => ({
    ...tag,
    slug: null,
  }))
  const started = performance.now()
  const facts = articleFacts(article, things, language)
  factsMs += performance.now() - started
  count++
  const list = texts.get(truth.story) ?? []
  list.push({ id: count, owner: item.feedUrl, language, writtenMs: firstSeenMs, facts })
  texts.set(truth.story, list)
}

const coverage = (chosen: readonly string[], others: readonly ToldText[]): number => {
  const held = new Set(chosen.flatMap((text) => [...sentenceTerms(text, 'en').hashes]))
  let [all, found] = [0, 0]
  for (const { facts } of others)
    for (const { text } of facts.sentences) {
      const { hashes, weights, total } = sentenceTerms(text, 'en')
      all += total
      for (const [at, term] of hashes.entries()) if (held.has(term)) found += weights[at]!
    }
  return all === 0 ? 0 : found / all
}

let [ours, lead, stories, tellMs, most] = [0, 0, 0, 0, 0]
for (const list of texts.values()) {
  const read = list.filter((_, at) => at % 2 === 0)
  const heldOut = list.filter((_, at) => at % 2 === 1)
  if (read.length < 3 || heldOut.length < 2) continue
  const started = performance.now()
  const { cover } = tellStory(read, 'en')
  const spent = performance.now() - started
  tellMs += spent
  most = Math.max(most, spent)
  stories++
  ours += coverage(
    cover.map(({ text }) => text),
    heldOut,
  )
  lead += coverage(
    (read[0]?.facts.sentences ?? []).slice(0, 3).map(({ text }) => text),
    heldOut,
  )
}
process.stdout.write(
  `${stories} stories: covering sentences ${(ours / stories).toFixed(3)}, first three of the first text ${(lead / stories).toFixed(3)}\n` +
    `facts ${(factsMs / count).toFixed(2)} ms a text (${count}), telling ${(tellMs / stories).toFixed(1)} ms a story, at most ${most.toFixed(1)} ms\n`,
)
