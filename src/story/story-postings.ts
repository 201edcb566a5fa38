import type { DocVector } from './story-vector.ts'

/** Which stories hold a term: finds the few that a text may belong to. */
export type StoryPostings = {
  /** Posts a story under a text's heaviest terms. */
  add(storyId: number, doc: DocVector): void
  /** Story ids by the weight of what they share with a text, best first; the lower id on a tie. */
  nearest(doc: DocVector, limit: number): number[]
  /** Forgets a story; unknown ones are no error. */
  drop(storyId: number): void
}

/** Stories remembered per term, the last ones: a term in more of them tells little. */
const STORIES_PER_TERM = 512
/** Postings of dropped stories are swept out once there are this many of them for each living story, or so many. */
const SWEPT_SHARE = 0.25
const SWEPT_LEAST = 256
const GONE = -1

/** Stories of one term by slot, the last posted last; most terms are in one story alone, and then the slot itself stands for them. */
type TermStories = { slots: Int32Array; count: number }
type Postings = Map<number, number | TermStories>
/** Places for a term's first stories. */
const FIRST_PLACES = 4
/** A story's place in the arrays: `idOf[slot]`, GONE once it is dropped; a slot is given anew after the next sweep alone. */
type Slots = { of: Map<number, number>; idOf: Float64Array; used: number; free: number[]; gone: number[] }

/** No postings yet. Typed arrays throughout: a question reads up to 20,000 postings. */
export function createPostings(): StoryPostings {
  const byTerm: Postings = new Map()
  const slots: Slots = { of: new Map(), idOf: new Float64Array(64), used: 0, free: [], gone: [] }
  let shared = new Float64Array(64)
  let touched = new Int32Array(64)
  return {
    add(storyId, doc) {
      const slot = slotOf(slots, storyId)
      for (const index of doc.heavy) {
        const term = doc.terms[index]!
        const stories = byTerm.get(term)
        if (stories === undefined) byTerm.set(term, slot)
        else if (typeof stories === 'object') post(stories, slot)
        else if (stories !== slot) byTerm.set(term, listOf(stories, slot))
      }
    },
    nearest(doc, limit) {
      if (shared.length < slots.used) {
        shared = new Float64Array(slots.idOf.length)
        touched = new Int32Array(slots.idOf.length)
      }
      const count = gather(byTerm, doc, shared, touched)
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
      if (slots.gone.length > SWEPT_LEAST + SWEPT_SHARE * slots.of.size) sweep(byTerm, slots)
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

function listOf(first: number, second: number): TermStories {
  const slots = new Int32Array(FIRST_PLACES)
  slots[0] = first
  slots[1] = second
  return { slots, count: 2 }
}

function post(stories: TermStories, slot: number): void {
  const { slots, count } = stories
  for (let index = count - 1; index >= 0; index--) if (slots[index] === slot) return
  if (count === STORIES_PER_TERM) {
    slots.copyWithin(0, 1)
    slots[count - 1] = slot
    return
  }
  if (count === slots.length) {
    stories.slots = new Int32Array(Math.min(STORIES_PER_TERM, count * 2))
    stories.slots.set(slots)
  }
  stories.slots[stories.count++] = slot
}

/** Adds up, slot by slot, the weight of what a text shares; gives how many slots were touched. */
function gather(byTerm: Postings, doc: DocVector, shared: Float64Array, touched: Int32Array): number {
  let count = 0
  for (const index of doc.heavy) {
    const stories = byTerm.get(doc.terms[index]!)
    const weight = doc.weights[index]! ** 2
    if (stories === undefined || weight === 0) continue
    if (typeof stories === 'number') {
      if (shared[stories] === 0) touched[count++] = stories
      shared[stories]! += weight
      continue
    }
    for (let place = 0; place < stories.count; place++) {
      const slot = stories.slots[place]!
      if (shared[slot] === 0) touched[count++] = slot
      shared[slot]! += weight
    }
  }
  return count
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

function sweep(byTerm: Postings, slots: Slots): void {
  for (const [term, stories] of byTerm) {
    if (typeof stories === 'number') {
      if (slots.idOf[stories] === GONE) byTerm.delete(term)
      continue
    }
    const live = stories.slots.subarray(0, stories.count).filter((slot) => slots.idOf[slot] !== GONE)
    if (live.length === stories.count) continue
    if (live.length > 0) byTerm.set(term, { slots: live, count: live.length })
    else byTerm.delete(term)
  }
  slots.free.push(...slots.gone.reverse())
  slots.gone = []
}
