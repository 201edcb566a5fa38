import type { DocVector } from './story-vector.ts'
import { createTermTable, NONE, PARTS, type TermTable } from './term-table.ts'

/** What stories are looked up by: the `heavy` places of the terms. */
export type PostedTerms = Pick<DocVector, 'terms' | 'weights' | 'heavy'>

/** Which stories hold a term: finds the few that a text may belong to. */
export type StoryPostings = {
  /** Posts a story under a text's heaviest terms. */
  add(storyId: number, doc: PostedTerms): void
  /** Story ids by the weight of what they share with a text, best first; the lower id on a tie. */
  nearest(doc: PostedTerms, limit: number): number[]
  /** Forgets a story; unknown ones are no error. */
  drop(storyId: number): void
}

/**
 * `storiesPerTerm`: stories remembered per term, the last ones, since a term in more of them tells little. `read`: postings read for one
 * question, from the terms in the fewest stories on, since what a common term adds seldom changes who is nearest.
 */
export type PostingLimits = { storiesPerTerm: number; read: number }
const WORD_LIMITS: PostingLimits = { storiesPerTerm: 512, read: 2_048 }
/** Postings of dropped stories are swept out once there are this many of them for each living story, or so many. */
const SWEPT_SHARE = 0.25
const SWEPT_LEAST = 256
const GONE = -1

/** Stories of one term by slot, as they were posted; of a full list the `oldest` is the next to be forgotten. */
type TermStories = { slots: Int32Array; count: number; oldest: number }
/** Most terms are in one story alone: the table has its slot. Of others it has -1 less their place in `lists`; places in `free` are given anew. */
type Postings = { limits: PostingLimits; table: TermTable; lists: (TermStories | null)[]; free: number[] }
/** Places for a term's first stories. */
const FIRST_PLACES = 4
/** A story's place in the arrays: `idOf[slot]`, GONE once it is dropped; a slot is given anew after a whole sweep alone. */
type Slots = { of: Map<number, number>; idOf: Float64Array; used: number; free: number[]; gone: number[] }
/** A sweep under way: slots that were gone at its start, and the parts of the table still to be swept. */
type Sweep = { gone: number[]; left: number }

/** No postings yet. Typed arrays throughout; a sweep is spread over the calls of `add` and `drop`, a part of the table each. */
export function createPostings(limits: PostingLimits = WORD_LIMITS): StoryPostings {
  const postings: Postings = { limits, table: createTermTable(), lists: [], free: [] }
  const slots: Slots = { of: new Map(), idOf: new Float64Array(64), used: 0, free: [], gone: [] }
  const sweep: Sweep = { gone: [], left: 0 }
  let shared = new Float64Array(64)
  let touched = new Int32Array(64)
  return {
    add(storyId, doc) {
      sweepOn(postings, slots, sweep)
      const isNew = !slots.of.has(storyId)
      const slot = slotOf(slots, storyId)
      for (const index of doc.heavy) {
        const term = doc.terms[index]!
        const found = postings.table.get(term)
        if (found === NONE) postings.table.set(term, slot)
        else if (found < 0) post(postings.lists[-1 - found]!, slot, isNew, postings.limits.storiesPerTerm)
        else if (found !== slot) postings.table.set(term, listOf(postings, found, slot))
      }
    },
    nearest(doc, limit) {
      if (shared.length < slots.used) {
        shared = new Float64Array(slots.idOf.length)
        touched = new Int32Array(slots.idOf.length)
      }
      const count = gather(postings, doc, shared, touched)
      const best = heaviestSlots(slots, { shared, touched, count }, limit)
      for (let index = 0; index < count; index++) shared[touched[index]!] = 0
      return best
    },
    drop(storyId) {
      const slot = slots.of.get(storyId)
      if (slot === undefined) return
      slots.of.delete(storyId)
      slots.idOf[slot] = GONE
      slots.gone.push(slot)
      if (sweep.left === 0 && slots.gone.length > SWEPT_LEAST + SWEPT_SHARE * slots.of.size) {
        sweep.gone = slots.gone
        sweep.left = PARTS
        slots.gone = []
      }
      sweepOn(postings, slots, sweep)
    },
  }
}

function slotOf(slots: Slots, storyId: number): number {
  const known = slots.of.get(storyId)
  if (known !== undefined) return known
  const slot = slots.free.pop() ?? slots.used++
  if (slot >= slots.idOf.length) {
    const larger = new Float64Array(slots.idOf.length * 2)
    larger.set(slots.idOf)
    slots.idOf = larger
  }
  slots.idOf[slot] = storyId
  slots.of.set(storyId, slot)
  return slot
}

/** Gives what the table is to have of a list of two. */
function listOf({ lists, free }: Postings, first: number, second: number): number {
  const slots = new Int32Array(FIRST_PLACES)
  slots[0] = first
  slots[1] = second
  const place = free.pop() ?? lists.length
  lists[place] = { slots, count: 2, oldest: 0 }
  return -1 - place
}

function post(stories: TermStories, slot: number, isNew: boolean, most: number): void {
  const { slots, count } = stories
  const place = isNew ? -1 : slots.indexOf(slot)
  if (place >= 0 && place < count) return
  if (count === most) {
    slots[stories.oldest] = slot
    stories.oldest = (stories.oldest + 1) % most
    return
  }
  if (count === slots.length) {
    stories.slots = new Int32Array(Math.min(most, count * 2))
    stories.slots.set(slots)
  }
  stories.slots[stories.count++] = slot
}

/** Adds up, slot by slot, the weight of what a text shares; gives how many slots were touched. */
function gather(postings: Postings, doc: PostedTerms, shared: Float64Array, touched: Int32Array): number {
  let count = 0
  let read = 0
  for (const { stories, weight } of rarestFirst(postings, doc)) {
    if (typeof stories === 'number') {
      if (shared[stories] === 0) touched[count++] = stories
      shared[stories]! += weight
      read++
      continue
    }
    if (read > 0 && read + stories.count > postings.limits.read) break
    read += stories.count
    for (let place = 0; place < stories.count; place++) {
      const slot = stories.slots[place]!
      if (shared[slot] === 0) touched[count++] = slot
      shared[slot]! += weight
    }
  }
  return count
}

type Shared = { stories: number | TermStories; weight: number; size: number }

/** What each heavy term of a text is found in, by the number of stories; as they stand on a tie. */
function rarestFirst({ table, lists }: Postings, doc: PostedTerms): Shared[] {
  const found: Shared[] = []
  for (const index of doc.heavy) {
    const held = table.get(doc.terms[index]!)
    const weight = doc.weights[index]! ** 2
    if (held === NONE || weight === 0) continue
    if (held >= 0) found.push({ stories: held, weight, size: 1 })
    else found.push({ stories: lists[-1 - held]!, weight, size: lists[-1 - held]!.count })
  }
  return found.sort((a, b) => a.size - b.size)
}

/** Ids of the living slots that share most, by a short list kept in order: most slots fall below its last. */
function heaviestSlots(
  { idOf }: Slots,
  { shared, touched, count }: { shared: Float64Array; touched: Int32Array; count: number },
  limit: number,
): number[] {
  const best: number[] = []
  const isBefore = (a: number, b: number): boolean =>
    shared[a]! > shared[b]! || (shared[a] === shared[b] && idOf[a]! < idOf[b]!)
  for (let index = 0; index < count; index++) {
    const slot = touched[index]!
    if (idOf[slot] === GONE) continue
    if (best.length === limit) {
      if (!isBefore(slot, best[limit - 1]!)) continue
      best.pop()
    }
    let place = best.length
    while (place > 0 && isBefore(slot, best[place - 1]!)) place--
    best.splice(place, 0, slot)
  }
  return best.map((slot) => idOf[slot]!)
}

/** Sweeps the next part, if a sweep is under way; after the last one the slots that were gone at its start may be given anew. */
function sweepOn(postings: Postings, slots: Slots, sweep: Sweep): void {
  if (sweep.left === 0) return
  postings.table.sweep(--sweep.left, (held) => sweptOf(postings, slots, held))
  if (sweep.left > 0) return
  slots.free.push(...sweep.gone.reverse())
  sweep.gone = []
}

/** What the table is to have in place of this. */
function sweptOf({ lists, free }: Postings, { idOf }: Slots, held: number): number {
  if (held >= 0) return idOf[held] === GONE ? NONE : held
  const stories = lists[-1 - held]!
  const { slots, count, oldest } = stories
  const rotated = Int32Array.from({ length: count }, (_, place) => slots[(place + oldest) % slots.length]!)
  const live = rotated.filter((slot) => idOf[slot] !== GONE)
  if (live.length > 0) {
    if (live.length < count) lists[-1 - held] = { slots: live, count: live.length, oldest: 0 }
    return held
  }
  lists[-1 - held] = null
  free.push(-1 - held)
  return NONE
}
