import { setImmediate as nextTurn } from 'node:timers/promises'
import { NOTES_OWNER } from '../model/note.ts'
import type { Section } from '../model/tag.ts'
import type { EpochMs } from '../model/time.ts'
import { addAlias } from '../store/aliases.ts'
import { packPage } from '../store/articles.ts'
import { type BatchArticle, insertBatchRows } from '../store/batch-rows.ts'
import { insertArticleText, knownArticles, updateArticle, type Write, writeAlone } from '../store/insert-article.ts'
import { type RuledRow, ruledFeeds } from '../store/rulings.ts'
import type { Store } from '../store/store.ts'
import { insertStory } from '../store/story-rows.ts'
import { NO_TAG_CHOICES, type TagChoices, type TagMark, tagChoices } from '../store/tag-choices.ts'
import { decodeFeatures } from '../story/clusterer.ts'
import { agreeOnStories } from './agree-on-stories.ts'
import { ruleChanged } from './apply-rules.ts'
import { createHostMemory, type HostMemory } from './host-memory.ts'
import { articleKey, canonicalUrl, contentHash, hostOf, ownerOf, storyKey } from './identity.ts'
import { linkCopy } from './link-copy.ts'
import { NO_RULES, type OwnerRules, ownerRules } from './owner-rules.ts'
import type { PreparedArticle } from './prepare.ts'
import { refreshStories } from './refresh-stories.ts'
import { type ArrivalRuling, keepRulings, ruleArrival } from './rule-arrival.ts'
import { createSectionKeeper, type SectionKeeper } from './section-keeper.ts'
import { keepGiven, shapeTags, tagWords } from './shape-tags.ts'
import { createStoryKeeper, type StoryKeeper } from './story-keeper.ts'
import { createTextMemory, type TextMemory } from './text-memory.ts'

/** A prepared article on its way into the store, and where it came from. */
export type Arrival = {
  prepared: PreparedArticle
  url: string | null
  /** The address that it was asked for by, where that is another. */
  askedUrl?: string | null
  feedId: number | null
  feedUrl: string | null
  /** The feed's own id of it, where it came from one. */
  guid: string | null
  sourceTitle: string | null
  firstSeenMs: EpochMs
  demo: boolean
  /** A note of this site's own: it is filed where its writer wants it, and teaches nothing. */
  note?: { section: Section | null }
}

/** What became of an arrival. `known` was there with the same text, `updated` had changed. */
export type Stored = { key: string; id: number; outcome: 'new' | 'updated' | 'known' }

/** The single writer: takes prepared articles, and gives each a place among copies and stories. */
export type Line = {
  /** Stores a batch in one transaction, in order; what it reports as stored is on disk. */
  store: (arrivals: readonly Arrival[]) => Promise<Stored[]>
  /** Told of every stored batch: ids of new articles. */
  onStored: (listener: (ids: readonly number[]) => void) => void
}

/** Articles a transaction carries: long enough to spare commits, short enough that another process never waits 5 s. */
export const BATCH = 50

/** The writer lets others on its thread have their turn (answers of worker threads, requests) after so long. */
const TURN_MS = 15

/** Makes the writer over a store; its story memory is filled from the store before the first batch. */
export function createLine(store: Store): Line {
  const keeper = createStoryKeeper()
  const texts = createTextMemory()
  const sections = createSectionKeeper()
  const memory: Memory = {
    keeper,
    texts,
    sections,
    hosts: createHostMemory(),
    choices: NO_TAG_CHOICES,
    rules: NO_RULES,
    feeds: new Map(),
  }
  const listeners: ((ids: readonly number[]) => void)[] = []
  let queue: Promise<unknown> = Promise.resolve()

  const storeNow = async (arrivals: readonly Arrival[]): Promise<Stored[]> => {
    try {
      const stored = await writeAlone(store, (write) => storeBatch(write, memory, arrivals))
      const ids = stored.flatMap((one) => (one.outcome === 'new' ? [one.id] : []))
      for (const listener of listeners) if (ids.length > 0) listener(ids)
      return stored
    } catch (error) {
      texts.forget()
      sections.reset()
      keeper.reset() // what was rolled back must not live on in memory: the next batch replays from the store
      throw error
    }
  }
  return {
    store: (arrivals) => {
      const done = queue.then(() => storeNow(arrivals))
      queue = done.catch(() => {})
      return done
    },
    onStored: (listener) => listeners.push(listener),
  }
}

/** What the writer keeps beside the store. */
type Memory = {
  keeper: StoryKeeper
  hosts: HostMemory
  texts: TextMemory
  sections: SectionKeeper
  choices: TagChoices
  rules: OwnerRules
  /** Sources of this batch, where there are rules to ask of them. */
  feeds: ReadonlyMap<number, RuledRow['feed']>
}

async function storeBatch(write: Write, memory: Memory, arrivals: readonly Arrival[]): Promise<Stored[]> {
  const { keeper, hosts, sections } = memory
  await keeper.catchUp(write)
  await sections.catchUp(write)
  memory.choices = await tagChoices(write, memory.choices)
  memory.rules = await ownerRules(write, memory.choices, memory.rules)
  memory.feeds = await feedsOf(write, memory.rules, arrivals)
  const keyed = arrivals.map((arrival) => ({ arrival, ...identify(arrival) }))
  const known = await knownArticles(
    write,
    keyed.map(({ key }) => key),
  )
  const stored: Stored[] = []
  const fresh: NewRow[] = []
  const added = new Map<number, number>()
  const relinked = new Set<number>()
  let turnMs = performance.now()
  for (const { arrival, key, url, hash } of keyed) {
    const there = known.get(key)
    if (there && there.contentHash === hash) {
      stored.push({ key, id: there.id, outcome: 'known' })
    } else if (there) {
      await updateArticle(write, there.id, rowOf({ arrival, key, url, hash }, memory))
      known.set(key, { ...there, contentHash: hash })
      stored.push({ key, id: there.id, outcome: 'updated' })
    } else {
      const one = await storeNew(write, memory, { arrival, key, url, hash })
      const { id, article } = one
      fresh.push(one)
      for (const storyId of one.relinked) relinked.add(storyId)
      known.set(key, { id, contentHash: hash, version: 1 })
      added.set(article.storyId, (added.get(article.storyId) ?? 0) + 1)
      stored.push({ key, id, outcome: 'new' })
    }
    if (performance.now() - turnMs < TURN_MS) continue
    await nextTurn()
    turnMs = performance.now()
  }
  await insertBatchRows(write, fresh)
  await keepRulings(write, fresh)
  await keepGiven(write, fresh)
  const latestMs = Math.max(...arrivals.map((arrival) => arrival.firstSeenMs))
  await noteAddresses(write, arrivals, stored)
  await sections.keep(write)
  await hosts(write, newPages(arrivals, stored), latestMs)
  const moved = await keeper.secondLook(write, added, latestMs)
  const reruled = await ruleChanged(
    write,
    {
      updated: stored.flatMap(({ id, outcome }) => (outcome === 'updated' ? [id] : [])),
      originals: fresh.flatMap(({ id, relinked: copies }) => (copies.length > 0 ? [id] : [])),
    },
    memory.rules,
    memory.choices,
  )
  await refreshStories(write, [...new Set([...added.keys(), ...moved, ...relinked, ...reruled])])
  const arrived = fresh.map(({ id, article }) => ({ id, storyId: article.storyId }))
  await agreeOnStories(write, { grown: [...added.keys()], moved, arrived }, memory.choices)
  return stored
}

async function feedsOf(write: Write, { rules }: OwnerRules, arrivals: readonly Arrival[]): Promise<Memory['feeds']> {
  const ids = new Set(arrivals.flatMap(({ feedId }) => feedId ?? []))
  return rules.length === 0 ? new Map() : ruledFeeds(write, [...ids])
}

/** Pages that are new: one that is read again must not count its blocks twice. */
function newPages(arrivals: readonly Arrival[], stored: readonly Stored[]) {
  return arrivals.flatMap(({ url, prepared: { blockHashes } }, index) =>
    stored[index]!.outcome === 'new' ? [{ url, blockHashes }] : [],
  )
}

async function noteAddresses(write: Write, arrivals: readonly Arrival[], stored: readonly Stored[]): Promise<void> {
  for (const [index, { askedUrl }] of arrivals.entries()) {
    const url = canonicalUrl(askedUrl ?? null)
    if (url === null) continue
    const key = articleKey({ url, feedUrl: null, guid: null, title: '', text: '' })
    if (key !== stored[index]!.key) await addAlias(write, key, stored[index]!.id)
  }
}

type Identified = { arrival: Arrival; key: string; url: string | null; hash: string }

function identify(arrival: Arrival): { key: string; url: string | null; hash: string } {
  const { prepared, feedUrl, guid } = arrival
  const url = canonicalUrl(arrival.url)
  const key = articleKey({ url, feedUrl, guid, title: prepared.title, text: prepared.page.text })
  return { key, url, hash: contentHash(prepared.page, prepared.title) }
}

async function storeNew(write: Write, memory: Memory, identified: Identified): Promise<NewRow> {
  const { keeper, texts, sections, rules, choices, feeds } = memory
  const { arrival, key } = identified
  const { given, sectioned, decision, ...row } = rowOf(identified, memory)
  const features = decodeFeatures(arrival.prepared.features)
  const link = await linkCopy(write, row, texts)
  const doubtful = row.doubtful || link.contradictsDate
  const publishedMs = doubtful ? row.firstSeenMs : row.publishedMs
  const feed = arrival.feedId === null ? null : (feeds.get(arrival.feedId) ?? null)
  const asked = { prepared: arrival.prepared, row, tags: row.tags, given, copy: link.copy, doubtful, feed }
  const { row: ruled, kept } = ruleArrival(asked, rules, choices)
  const storyId =
    link.storyId ??
    keeper.assign(features) ??
    (await insertStory(write, {
      key: storyKey(key),
      title: row.title,
      section: ruled.section,
      language: row.language,
      atMs: publishedMs,
      demo: row.demo,
    }))
  const doubted = link.doubt ? { ...row.page, doubts: [...row.page.doubts, link.doubt] } : null
  const seen = doubted ? { page: doubted, packed: packPage(doubted) } : {}
  const { copy } = link
  const article = {
    ...row,
    ...ruled,
    ...seen,
    doubtful,
    publishedMs,
    features: arrival.prepared.features,
    copy,
    storyId,
  }
  const id = await insertArticleText(write, article)
  const relinked = await link.afterInsert(id)
  // A copy teaches nothing: farms file what they took under what they like. Nor does what the owner will remove.
  if (copy.copyOf === null && !row.demo && !arrival.note) sections.learn(sectioned, decision)
  keeper.add(id, storyId, features, row.firstSeenMs)
  return { id, article, given: ruled.given, relinked, ruled: kept }
}

/** A stored newcomer: its tags as the tagger gave them, where others are shown, what rules made of it, and stories whose copies it turned out to be the original of. */
type NewRow = BatchArticle & {
  article: { firstSeenMs: EpochMs }
  given: readonly TagMark[] | null
  relinked: readonly number[]
  ruled: ArrivalRuling['kept']
}

/** How far a claimed time may lie ahead of the moment of reading: clocks differ. */
const CLOCK_SKEW_MS = 10 * 60_000

function rowOf({ arrival, key, url, hash }: Identified, { choices, sections }: Memory) {
  const { prepared, firstSeenMs, note } = arrival
  const { page } = prepared
  const { tags, given } = shapeTags({ title: prepared.title, text: page.text, tags: prepared.tags }, choices)
  const claim = page.dates.find((date) => date.role === 'published' && date.iso === page.published) ?? null
  const believable = claim !== null && page.doubts.length === 0 && claim.atMs <= firstSeenMs + CLOCK_SKEW_MS
  const host = hostOf(url) ?? hostOf(arrival.feedUrl)
  const sectioned = { reading: prepared.sectionReading, filed: prepared.filed, host }
  const decision = sections.decide(sectioned)
  return {
    key,
    url,
    host,
    feedId: arrival.feedId,
    owner: note ? NOTES_OWNER : ownerOf(host, page.siteName),
    sourceTitle: page.siteName ?? arrival.sourceTitle,
    title: withoutNul(prepared.title),
    section: note?.section ?? decision.section,
    ...(note?.section ? {} : { sectionReason: decision.reason }),
    sectioned,
    decision,
    language: prepared.language,
    publishedMs: believable ? Math.min(claim.atMs, firstSeenMs) : firstSeenMs,
    doubtful: page.doubts.length > 0,
    firstSeenMs,
    summary: withoutNul(prepared.summary),
    wordCount: prepared.wordCount,
    contentHash: hash,
    demo: arrival.demo,
    page,
    packed: prepared.packed,
    searchRow: tags === prepared.tags ? prepared.searchRow : { ...prepared.searchRow, tags: tagWords(tags) },
    tags,
    given,
    shingles: prepared.shingles,
    facts: prepared.facts,
  }
}

/** PostgreSQL holds every character in text but U+0000. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '')
}
