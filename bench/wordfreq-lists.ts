import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/**
 * Words of a language by how often they come, from a list of wordfreq 3.1 (CC BY-SA 4.0): the words at index i make up 10^(-i/100) of
 * running text each. `folder`: its folder `wordfreq/data`; `large` goes down to one in a hundred million.
 * @throws where the list is missing, or holds what no list of that version holds.
 */
export function frequencyBins(folder: string, list: string, size: 'small' | 'large' = 'small'): string[][] {
  const path = `${folder}/${size}_${list}.msgpack.gz`
  if (!existsSync(path)) throw new Error(`no list ${path}`)
  // by the lists' own format: a header, then bins of words
  const [, ...bins] = readMessage(gunzipSync(readFileSync(path))) as unknown as [unknown, ...string[][]]
  return bins
}

/** The few kinds of MessagePack that the lists use. **Source:** the MessagePack specification. */
function readMessage(bytes: Buffer): unknown {
  let at = 0
  const text = (length: number) => bytes.toString('utf8', at, (at += length))
  const list = (length: number): unknown[] => Array.from({ length }, read)
  const map = (length: number) => Object.fromEntries(Array.from({ length }, () => [read(), read()]))
  function read(): unknown {
    const type = bytes[at++]!
    if (type < 0x80) return type
    if (type < 0x90) return map(type & 0xf)
    if (type < 0xa0) return list(type & 0xf)
    if (type < 0xc0) return text(type & 0x1f)
    if (type === 0xd9) return text(bytes[at++]!)
    if (type === 0xda || type === 0xdc) {
      at += 2
      const length = bytes.readUInt16BE(at - 2)
      return type === 0xda ? text(length) : list(length)
    }
    if (type === 0xdd) {
      at += 4
      return list(bytes.readUInt32BE(at - 4))
    }
    throw new Error(`a kind of MessagePack that no list uses: ${type}`)
  }
  return read()
}
