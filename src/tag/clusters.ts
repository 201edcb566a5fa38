import weights from './weights-clusters.json' with { type: 'json' }

/** The group (1 to 128) of each cluster, 0 for none: clusters of like clusters. */
export const GROUP_OF = Uint8Array.from(weights.groups)
/** The family (1 to 32) of each cluster, 0 for none. */
export const FAMILY_OF = Uint8Array.from(weights.families)

const slots = readSlots()

/**
 * The cluster (1 to 1,024) of the word in lower case with this hash, 0 where it is in none.
 * Words of a cluster stand in like surroundings in English news and encyclopedias: towns with clubs, ministers, first names.
 */
export function clusterOf(hash: number): number {
  const { keys, clusters, mask } = slots
  const key = hash >>> 0 || 1
  for (let slot = key & mask; ; slot = (slot + 1) & mask) {
    if (keys[slot] === key) return clusters[slot]!
    if (keys[slot] === 0) return 0
  }
}

function readSlots(): { keys: Uint32Array; clusters: Uint16Array; mask: number } {
  const bytes = Uint8Array.from(Buffer.from(weights.clusters, 'base64'))
  const listed = new Uint16Array(bytes.buffer)
  let size = 1024
  while (size < listed.length * 1.4) size *= 2
  const keys = new Uint32Array(size)
  const clusters = new Uint16Array(size)
  const mask = size - 1
  let hash = 0
  let gap = 0
  let place = 1
  let read = 0
  // The gaps between sorted hashes, seven bits a byte, the lowest first; the eighth bit says that more follow.
  for (const byte of Buffer.from(weights.gaps, 'base64')) {
    gap += (byte & 127) * place
    place *= 128
    if (byte & 128) continue
    hash += gap
    gap = 0
    place = 1
    const key = hash || 1
    let slot = key & mask
    while (keys[slot] !== 0) slot = (slot + 1) & mask
    keys[slot] = key
    clusters[slot] = listed[read++]!
  }
  return { keys, clusters, mask }
}
