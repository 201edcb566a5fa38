/** A text whose copies are looked for: the documents that hold each of its fingerprints, and where it stands. */
export type AskedText = {
  /** One list for each fingerprint that is held at all. */
  postings: readonly ArrayLike<number>[]
  /** Fingerprints sampled, one in 2^level of all. */
  sampled: number
  level: number
  /** Where the text stands, in the terms of `Holders.hostOf`; null where that is not known. */
  host: string | number | null
}

/** What is known of the documents that hold fingerprints. */
export type Holders = {
  /** Null where it is not known: such a document is never taken for a site's furniture. */
  hostOf: (doc: number) => string | number | null
  sampleOf: (doc: number) => { sampled: number; level: number }
}

/** A fingerprint in this many unrelated articles of one host is the site's own furniture. */
const CHROME_ARTICLES = 3
/** Two documents are related, not just of one site, if the smaller shares this much of its sample with the text asked for. */
const RELATED_SHARE = 0.4

/** How many of the asked text's fingerprints each document holds. */
export function sharedCounts(postings: readonly ArrayLike<number>[]): Map<number, number> {
  const shared = new Map<number, number>()
  for (const docs of postings)
    for (let index = 0; index < docs.length; index++) shared.set(docs[index]!, (shared.get(docs[index]!) ?? 0) + 1)
  return shared
}

/**
 * Documents that share at least `least` fingerprints that are no site's furniture, most shared first, then the lowest number.
 * Documents that only share a host's forms, footers and teasers would else crowd out the original.
 */
export function rankCandidates(
  asked: AskedText,
  holders: Holders,
  { least, limit }: { least: number; limit: number },
): { doc: number; shared: number }[] {
  const sharedAll = sharedCounts(asked.postings)
  const isRelated = (doc: number): boolean =>
    sharedAll.get(doc)! >= RELATED_SHARE * comparableSample(asked, holders.sampleOf(doc))
  const telling = asked.postings.filter((docs) => !isFurniture(asked.host, docs, holders, isRelated))
  return [...sharedCounts(telling)]
    .filter(([, shared]) => shared >= least)
    .sort(([a, sharedA], [b, sharedB]) => sharedB - sharedA || a - b)
    .slice(0, limit)
    .map(([doc, shared]) => ({ doc, shared }))
}

/** Fingerprints that the smaller sample would have if both texts were sampled as coarsely as the coarser one. */
function comparableSample(asked: AskedText, other: { sampled: number; level: number }): number {
  const coarser = Math.max(asked.level, other.level)
  return Math.min(asked.sampled / 2 ** (coarser - asked.level), other.sampled / 2 ** (coarser - other.level))
}

function isFurniture(
  own: string | number | null,
  docs: ArrayLike<number>,
  { hostOf }: Holders,
  isRelated: (doc: number) => boolean,
): boolean {
  if (docs.length + 1 < CHROME_ARTICLES) return false
  const articles = new Map([[own, 1]])
  for (let index = 0; index < docs.length; index++) {
    const host = hostOf(docs[index]!)
    if (host === null || isRelated(docs[index]!)) continue
    const seen = (articles.get(host) ?? 0) + 1
    if (seen >= CHROME_ARTICLES) return true
    articles.set(host, seen)
  }
  return false
}
