import { createHash } from 'node:crypto'

/** A feed of this site by its address, and the site's address that it begins with. */
export type ListAddress = { topic: string; base: string }

/** A feed as everybody reads it now; null where there is none (any more). Rejects for a fault of ours, which may be over later. */
export type ReadList = (list: ListAddress) => Promise<{ body: string; type: string } | null>

/**
 * What a list holds, in a few characters: entries and when each last changed, whatever their order, so that a ranking that only turns over is
 * no news. Null where there is no such list. It is read as JSON Feed, whichever format is listened to.
 */
export async function listDigest(read: ReadList, { topic, base }: ListAddress): Promise<string | null> {
  const found = await read({ topic: jsonAddress(topic), base })
  if (found === null) return null
  const { items } = JSON.parse(found.body) as { items: { id: string; date_modified: string }[] } // our own writer made it
  const entries = items.map(({ id, date_modified }) => `${id} ${date_modified}`).sort()
  return createHash('sha256').update(entries.join('\n')).digest('base64url')
}

/** The same list, summaries alone, as JSON Feed. */
export function jsonAddress(topic: string): string {
  const url = new URL(topic)
  url.pathname = url.pathname.replace(/\.(?:rss|atom)$/, '.json')
  url.searchParams.delete('full')
  return url.href
}
