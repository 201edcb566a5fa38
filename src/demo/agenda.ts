import type { EpochMs } from '../model/time.ts'

type Timed = { atMs: EpochMs; order: number }

/** What is still to come, soonest first; equal moments keep the order of planning. A binary heap. */
export class Agenda<Item extends Timed> {
  private readonly heap: Item[] = []

  get size(): number {
    return this.heap.length
  }

  get nextMs(): EpochMs {
    return this.heap[0]?.atMs ?? Number.POSITIVE_INFINITY
  }

  add(item: Item): void {
    const { heap } = this
    let index = heap.push(item) - 1
    while (index > 0) {
      const parent = (index - 1) >> 1
      if (!sooner(item, heap[parent]!)) break
      heap[index] = heap[parent]!
      index = parent
    }
    heap[index] = item
  }

  /** Takes the soonest; undefined when nothing is left. */
  take(): Item | undefined {
    const { heap } = this
    const first = heap[0]
    const last = heap.pop()
    if (last === undefined || first === last) return first
    let index = 0
    for (;;) {
      let child = 2 * index + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && sooner(heap[child + 1]!, heap[child]!)) child += 1
      if (!sooner(heap[child]!, last)) break
      heap[index] = heap[child]!
      index = child
    }
    heap[index] = last
    return first
  }
}

const sooner = (one: Timed, other: Timed): boolean =>
  one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order)
