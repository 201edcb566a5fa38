import weights from './weights-gazetteer.json' with { type: 'json' }

const slots = readSlots()

/** What the name with this hash is known as, 0 where it is not known. Two names share a hash once in ten thousand look-ups of unknown names. */
export function knownAs(hash: number): number {
  const { keys, classes, mask } = slots
  const key = hash === 0 ? 1 : hash
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    if (keys[slot] === key) return classes[slot]!
    if (keys[slot] === 0) return 0
  }
}

function readSlots(): { keys: Uint32Array; classes: Uint16Array; mask: number } {
  const hashes = new Uint32Array(bytesOf(weights.hashes).buffer)
  const bits = new Uint16Array(bytesOf(weights.classes).buffer)
  let size = 1024
  while (size < hashes.length * 1.4) size *= 2
  const keys = new Uint32Array(size)
  const classes = new Uint16Array(size)
  const mask = size - 1
  for (let index = 0; index < hashes.length; index++) {
    const key = hashes[index] === 0 ? 1 : hashes[index]!
    let slot = hashes[index]! & mask
    while (keys[slot] !== 0) slot = (slot + 1) & mask
    keys[slot] = key
    classes[slot] = bits[index]!
  }
  return { keys, classes, mask }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(base64, 'base64'))
}
