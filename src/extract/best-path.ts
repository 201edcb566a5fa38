/**
 * The most likely run of kept (true) and left (false) blocks, given each block's log-odds of being kept
 * and a price for every change between neighbours. Ties are left out. **Source:** Viterbi (1967), two states.
 */
export function bestPath(logOdds: Float32Array | readonly number[], changePrice: number): boolean[] {
  const count = logOdds.length
  const fromKept: [Uint8Array, Uint8Array] = [new Uint8Array(count), new Uint8Array(count)]
  let left = 0
  let kept = 0
  for (let index = 0; index < count; index++) {
    const gain = logOdds[index]! / 2
    const stayLeft = left >= kept - changePrice
    const stayKept = kept > left - changePrice
    fromKept[0][index] = stayLeft ? 0 : 1
    fromKept[1][index] = stayKept ? 1 : 0
    const nextLeft = (stayLeft ? left : kept - changePrice) - gain
    kept = (stayKept ? kept : left - changePrice) + gain
    left = nextLeft
  }
  const path = new Array<boolean>(count)
  let state: 0 | 1 = kept > left ? 1 : 0
  for (let index = count - 1; index >= 0; index--) {
    path[index] = state === 1
    state = fromKept[state][index] === 1 ? 1 : 0
  }
  return path
}
