import type { ListReason } from './reason-weights.ts'

/**
 * One story of a pack, as short as a page can show it. `prior`: its place without a profile, higher first. `why` is the code of its
 * `reason`. `after`: stories that readers who agreed to it read in one visit with this one.
 */
export type PackEntry = {
  id: string
  title: string
  url: string
  owner: string
  tags: readonly string[]
  prior: number
  why: ListReason
  reason: string
  after?: readonly string[]
}

/**
 * What a section offers every reader alike: cacheable, and without anything of the reader in it. `weights`: doublings that a reason
 * adds, as all readers' choices taught the site; absent for none.
 */
export type CandidatePack = {
  section: string
  entries: readonly PackEntry[]
  weights?: Readonly<Partial<Record<ListReason, number>>>
}

/** What the reader's own browser knows of its reader; it never leaves it. Weights are as of `atMs` and halve in 30 days. */
export type ReaderProfile = {
  atMs: number
  tags: Readonly<Record<string, { weight: number; reads: number }>>
  /** Ids read, newest last. */
  read: readonly string[]
}

/** A place in the reader's own list; `reason` is a sentence in English, `why` its code, `tag` the name that it speaks of (empty for none). */
export type PersonalEntry = {
  id: string
  title: string
  url: string
  score: number
  why: ListReason
  reason: string
  tag: string
}

/**
 * Ranks a pack for one reader, best first, without what was read and with at most two of an owner among the first ten.
 * Runs unchanged in a browser (`rankForReader.toString()` after type stripping): it uses nothing from outside itself.
 * With an empty profile the order is that of `prior` and `weights`.
 */
export function rankForReader(pack: CandidatePack, profile: ReaderProfile): PersonalEntry[] {
  const own = (tag: string) => (Object.hasOwn(profile.tags, tag) ? profile.tags[tag] : undefined)
  const read = new Set(profile.read)
  const recent = new Set(profile.read.slice(-20))
  const weights = pack.weights ?? {}
  let heaviest = 0
  for (const tag of Object.keys(profile.tags)) heaviest = Math.max(heaviest, profile.tags[tag]?.weight ?? 0)
  const counted = (reads: number) => ['no', 'one', 'two', 'three', 'four', 'five', 'six'][reads] ?? String(reads)
  const ranked = pack.entries
    .filter((entry) => !read.has(entry.id))
    .map((entry, at) => {
      let interest = 0
      let best: { tag: string; weight: number; reads: number } | null = null
      for (const tag of entry.tags) {
        const known = own(tag)
        if (!known || !(known.weight > 0)) continue
        interest += known.weight / heaviest
        if (!best || known.weight > best.weight) best = { tag, ...known }
      }
      const led = (entry.after ?? []).filter((id) => recent.has(id)).length
      const [byTags, byReaders] = [2 * Math.log2(1 + interest), Math.log2(1 + led)]
      let [why, reason, tag] = [entry.why, entry.reason, '']
      if (best && byTags >= byReaders) {
        why = 'shared-tags'
        tag = best.tag
        reason = `because you read ${counted(best.reads)} on ${best.tag}`
      } else if (led > 0) {
        why = 'readers-went-on'
        reason = 'readers of what you read chose it too'
      }
      const score = entry.prior + byTags + byReaders + (weights[why] ?? 0)
      return {
        at,
        owner: entry.owner,
        shown: { id: entry.id, title: entry.title, url: entry.url, score, why, reason, tag },
      }
    })
    .sort((a, b) => b.shown.score - a.shown.score || a.at - b.at)
  const first: typeof ranked = []
  const later: typeof ranked = []
  for (const one of ranked) {
    const ofOwner = first.filter((other) => other.owner === one.owner).length
    if (first.length < 10 && ofOwner < 2) first.push(one)
    else later.push(one)
  }
  return [...first, ...later].map(({ shown }) => shown)
}

/**
 * The profile after its reader has read an article. Older weights halve every 30 days; at most 200 tags and 500 ids are kept.
 * Runs unchanged in a browser, as `rankForReader` does.
 */
export function noteReading(
  profile: ReaderProfile,
  article: { id: string; tags: readonly string[] },
  nowMs: number,
): ReaderProfile {
  const kept = 0.5 ** (Math.max(0, nowMs - profile.atMs) / (30 * 86_400_000))
  const tags: Record<string, { weight: number; reads: number }> = Object.create(null)
  for (const [tag, { weight, reads }] of Object.entries(profile.tags)) tags[tag] = { weight: weight * kept, reads }
  if (!profile.read.includes(article.id)) {
    for (const tag of article.tags) {
      tags[tag] = { weight: (tags[tag]?.weight ?? 0) + 1, reads: (tags[tag]?.reads ?? 0) + 1 }
    }
  }
  const heaviest = Object.entries(tags)
    .filter(([, { weight }]) => weight > 0.05)
    .sort((a, b) => b[1].weight - a[1].weight)
    .slice(0, 200)
  const read = [...profile.read.filter((id) => id !== article.id), article.id].slice(-500)
  return { atMs: Math.max(nowMs, profile.atMs), tags: Object.fromEntries(heaviest), read }
}
