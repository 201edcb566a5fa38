import type { Mention } from './mentions.ts'

/** Mentions with `found` (in order, not overlapping) in place of what stands where these do; in order. Linear. */
export function putOver(mentions: readonly Mention[], found: readonly Mention[]): Mention[] {
  if (found.length === 0) return [...mentions]
  const merged: Mention[] = []
  let next = 0
  for (const mention of mentions) {
    while (next < found.length && found[next]!.to <= mention.from) merged.push(found[next++]!)
    const before = merged.at(-1)
    const isCovered = (found[next]?.from ?? Number.POSITIVE_INFINITY) < mention.to || (before?.to ?? 0) > mention.from
    if (!isCovered) merged.push(mention)
  }
  return [...merged, ...found.slice(next)]
}
