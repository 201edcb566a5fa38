import type { CopyKind } from '../model/copy.ts'
import { type EpochMs, HOUR_MS, MINUTE_MS } from '../model/time.ts'
import type { Angle } from './compose.ts'
import { FOREIGN_TEXTS } from './foreign-texts.ts'
import type { Phase } from './kinds/story-kind.ts'
import { AGENCIES, BLOGS, FARMS, FOREIGN, type Outlet, PAPERS } from './outlets.ts'
import { childSeed, type Random, seededRandom, shuffled } from './random.ts'
import type { Routine } from './side-texts.ts'
import type { Story } from './story.ts'

/** How a planned copy relates to the planned text that it copies. */
export type CopyPlan = { of: Plan; kind: CopyKind; farm: boolean; redatedDays: number }

/** One article to be written when its moment comes: small, so that a long agenda costs little memory. */
export type Plan = {
  atMs: EpochMs
  order: number
  story: Story
  /** Number of the text within its story. */
  index: number
  shape:
    | { kind: 'text'; angle: Angle; phase: Phase }
    | { kind: 'foreign' }
    | { kind: 'flood' }
    | { kind: 'routine'; routine: Routine }
  outlet: Outlet
  seed: number
  copy: CopyPlan | null
  burst: string | null
}

// Papers that write about one section only; all others write about everything.
const SPECIALISTS: Readonly<Record<string, string>> = {
  'ledgerofcommerce.example': 'economy',
  'thetouchline.example': 'sports',
  'lumenscience.example': 'science',
  'curtaincall.example': 'entertainment',
  'circuitsignal.example': 'technology',
}

const FLOOD_OUTLET = BLOGS[BLOGS.length - 1]!
const RUMOUR_OUTLETS = BLOGS.slice(1, -1)

/** Plans all texts of one story, soonest first, none at or after `endMs`. */
export class StoryPlanner {
  private readonly story: Story
  private readonly random: Random
  private readonly endMs: EpochMs
  private readonly papers: Outlet[]
  private readonly plans: Plan[] = []
  private burst: string | null = null

  constructor(story: Story, endMs: EpochMs) {
    this.story = story
    this.random = seededRandom(childSeed(story.seed, 1))
    this.endMs = endMs
    const section = story.kind.section
    const fitting = PAPERS.filter((paper) => (SPECIALISTS[paper.host] ?? section) === section)
    this.papers = shuffled(fitting, this.random)
  }

  /** An ordinary story: most are small, some run for days. */
  plan(): Plan[] {
    const size = this.random.next()
    if (size < 0.11) this.big()
    else if (size < 0.42) this.medium()
    else if (size < 0.88) this.small()
    else if (size < 0.975) this.rumour()
    else this.flood()
    return this.done()
  }

  /** A story that has just begun and gathers speed right up to `endMs`: `count` texts. */
  planRising(count: number): Plan[] {
    this.burst = `burst-${this.story.id}`
    const span = this.endMs - this.story.startMs
    const wire = this.text(0, 'news', 'arrive', this.random.pick(AGENCIES))
    for (let place = 1; place < count; place++) {
      const at = Math.floor(span * Math.sqrt(place / count) * 0.999)
      const paper = this.papers[place % this.papers.length]!
      if (place % 4 === 2) this.copy(wire, at, paper, this.random.chance(0.5) ? 'identical' : 'near')
      else if (place % 9 === 8) this.text(at, 'reaction', 'arrive', paper)
      else if (place % 9 === 5) this.push(at, { kind: 'foreign' }, FOREIGN[place % FOREIGN.length]!, null)
      else this.text(at, 'news', place > count * 0.7 ? 'develop' : 'arrive', paper)
    }
    return this.done()
  }

  private done(): Plan[] {
    const kept = this.plans.filter((plan) => plan.atMs < this.endMs)
    return kept.sort((one, other) => one.atMs - other.atMs || one.index - other.index)
  }

  private small(): void {
    const first = this.random.chance(0.4) ? this.random.pick(AGENCIES) : this.papers[0]!
    const original = this.text(0, 'news', 'arrive', first)
    if (this.random.chance(0.25)) this.copy(original, this.minutes(20, 300), this.papers[1]!, 'near')
    if (this.random.chance(0.2)) this.farmCopy(original)
    this.foreign(0.3)
    if (this.random.chance(0.15))
      this.text(this.minutes(60, 900), 'opinion', 'arrive', this.random.pick(BLOGS.slice(0, 3)))
  }

  private medium(): void {
    const wire = this.text(0, 'news', 'arrive', this.random.pick(AGENCIES))
    this.independent(1, this.random.int(1, 3), 'arrive', this.minutes(15, 90), 240)
    this.wave(wire, this.random.int(0, 3), 200)
    this.foreign(0.5)
    if (this.random.chance(0.35)) this.text(this.minutes(240, 1200), 'reaction', 'arrive', this.papers[4]!)
    if (this.random.chance(0.3)) this.text(this.minutes(600, 2000), 'background', 'develop', this.papers[5]!)
    if (this.random.chance(0.5)) this.independent(6, this.random.int(1, 2), 'develop', this.minutes(1300, 1700), 300)
    if (this.random.chance(0.3)) this.independent(8, 1, 'follow', this.minutes(3000, 6500), 60)
    if (this.random.chance(0.5)) this.farmCopy(wire)
  }

  private big(): void {
    this.burst = `burst-${this.story.id}`
    const wire = this.text(0, 'news', 'arrive', AGENCIES[0]!)
    const second = this.text(this.minutes(8, 40), 'news', 'arrive', AGENCIES[1]!)
    this.independent(0, this.random.int(3, 6), 'arrive', this.minutes(10, 30), 200)
    this.wave(wire, this.random.int(3, 8), 150)
    this.wave(second, this.random.int(0, 2), 300)
    this.foreign(0.9)
    this.foreign(0.6)
    this.burst = null
    this.text(this.minutes(200, 700), 'reaction', 'arrive', this.papers[7 % this.papers.length]!)
    this.text(this.minutes(500, 1300), 'background', 'arrive', this.papers[8 % this.papers.length]!)
    this.text(this.minutes(900, 1800), 'opinion', 'develop', this.random.chance(0.5) ? BLOGS[0]! : BLOGS[2]!)
    const next = this.text(this.minutes(1100, 1400), 'news', 'develop', AGENCIES[2]!)
    this.independent(2, this.random.int(2, 4), 'develop', this.minutes(1200, 1500), 360)
    this.wave(next, this.random.int(1, 3), 240)
    if (this.random.chance(0.5))
      this.text(this.minutes(1500, 2600), 'reaction', 'develop', this.papers[9 % this.papers.length]!)
    if (this.random.chance(0.8)) this.independent(5, this.random.int(1, 3), 'follow', this.minutes(3600, 6400), 600)
    this.farmCopy(wire)
    if (this.random.chance(0.7)) this.farmCopy(next)
    if (this.random.chance(0.4)) this.copy(second, this.minutes(300, 900), BLOGS[2]!, 'embedded')
  }

  private rumour(): void {
    const first = this.text(0, 'rumour', 'arrive', this.random.pick(RUMOUR_OUTLETS))
    if (this.random.chance(0.3)) this.farmCopy(first)
  }

  private flood(): void {
    let at = 0
    const count = this.random.int(8, 18)
    for (let place = 0; place < count; place++) {
      this.push(at, { kind: 'flood' }, FLOOD_OUTLET, null)
      at += this.minutes(1, 4)
    }
  }

  private independent(fromPaper: number, count: number, phase: Phase, start: number, spanMinutes: number): void {
    for (let place = 0; place < count; place++) {
      const paper = this.papers[(fromPaper + place) % this.papers.length]!
      this.text(start + this.minutes(0, spanMinutes), 'news', phase, paper)
    }
  }

  private wave(original: Plan, count: number, spanMinutes: number): void {
    const after = original.atMs - this.story.startMs
    for (let place = 0; place < count; place++) {
      const paper = this.papers[(11 + place + (original.index % 5)) % this.papers.length]!
      const kind = this.random.pick(['identical', 'near', 'near', 'identical', 'excerpt'] as const)
      this.copy(original, after + this.minutes(4, spanMinutes), paper, kind)
    }
  }

  private foreign(probability: number): void {
    if (FOREIGN_TEXTS[this.story.kind.name] === undefined || !this.random.chance(probability)) return
    this.push(this.minutes(40, 700), { kind: 'foreign' }, this.random.pick(FOREIGN), null)
  }

  private farmCopy(original: Plan): void {
    const farm = this.random.pick(FARMS)
    const redatedDays = this.random.chance(0.6) ? this.random.int(1, 5) : 0
    const delay = redatedDays * 24 * HOUR_MS + this.minutes(20, redatedDays > 0 ? 500 : 700)
    const after = original.atMs - this.story.startMs + delay
    this.push(after, original.shape, farm, { of: original, kind: 'near', farm: true, redatedDays })
  }

  private copy(of: Plan, after: number, outlet: Outlet, kind: CopyKind): void {
    // A copy always stands behind its original, by a minute at least.
    const at = Math.max(after, of.atMs - this.story.startMs + MINUTE_MS)
    this.push(at, of.shape, outlet, { of, kind, farm: false, redatedDays: 0 })
  }

  private text(after: number, angle: Angle, phase: Phase, outlet: Outlet): Plan {
    return this.push(after, { kind: 'text', angle, phase }, outlet, null)
  }

  private push(after: number, shape: Plan['shape'], outlet: Outlet, copy: CopyPlan | null): Plan {
    const index = this.plans.length
    const plan: Plan = {
      atMs: this.story.startMs + after,
      order: 0,
      story: this.story,
      index,
      shape,
      outlet,
      seed: childSeed(this.story.seed, index + 2),
      copy,
      burst: this.burst,
    }
    this.plans.push(plan)
    return plan
  }

  private minutes(low: number, high: number): number {
    return this.random.int(low * 60, high * 60) * 1000
  }
}
