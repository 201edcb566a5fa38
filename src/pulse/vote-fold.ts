import { hash32 } from '../text/hash.ts'
import { ExpiringTable } from './expiring-table.ts'
import type { PulseSettings } from './settings.ts'
import type { StateReader, StateWriter } from './state-bytes.ts'

/** A feed has one vote on a key in this time: a flood by one feed is one voice. */
const VOTE_HOURS = 6
/** A family's first text is remembered this long; a copy that comes later is news of its own. */
const FAMILY_HOURS = 48
/** Pairs remembered at most: 26 bytes each at worst, two days of a site with two million texts a day and key. */
const MAX_PAIRS = 4_000_000

/** What a key's recent votes were, and how many were usual, as decayed sums; held by the key's row. */
export type RecentVotes = { originals: number; copies: number; usual: number }

/** Counts independent texts, not items: copies folded, one vote a feed and key in six hours. */
export class VoteFold {
  readonly #settings: PulseSettings
  readonly #feeds: ExpiringTable
  readonly #families: ExpiringTable
  /** What is left of a vote after one tick. */
  readonly keptPerTick: number

  constructor(settings: PulseSettings, tickHours: number) {
    this.#settings = settings
    this.#feeds = new ExpiringTable(Math.max(1, Math.round(VOTE_HOURS / tickHours)), MAX_PAIRS)
    this.#families = new ExpiringTable(Math.max(1, Math.round(FAMILY_HOURS / tickHours)), MAX_PAIRS)
    this.keptPerTick = Math.exp(-tickHours / VOTE_HOURS)
  }

  get byteLength(): number {
    return this.#feeds.byteLength + this.#families.byteLength
  }

  /** How one event counts: as an original text, as a credited copy, or not at all. */
  vote(
    key: number,
    event: { feed: string; family: string | null },
    tick: number,
    recent: RecentVotes,
  ): 'original' | 'copy' | null {
    const feedSlot = this.#feeds.slotOf(key, hash32(event.feed), tick)
    const feedVotes = feedSlot < 0 ? 0 : this.#feeds.count(feedSlot, tick)
    const familySlot = event.family === null ? -1 : this.#families.slotOf(key, hash32(event.family), tick)
    const sightings = familySlot < 0 ? 0 : this.#families.count(familySlot, tick) // 1 + copies credited; 0 for a new family
    const counts =
      sightings > 0 ? this.#isCredited(feedVotes, sightings - 1, recent) : this.#hasVoice(feedVotes, recent)
    const isCredited = sightings > 0 && counts
    if (familySlot >= 0) this.#families.set(familySlot, Math.max(1, sightings) + (isCredited ? 1 : 0), tick, true)
    if (!counts) return null
    if (feedSlot >= 0) this.#feeds.set(feedSlot, feedVotes + 1, tick, true)
    return isCredited ? 'copy' : 'original'
  }

  /** A copy counts when its feed is new to the key, its family is not used up, and enough originals above the usual speak with it. */
  #isCredited(feedVotes: number, credited: number, recent: RecentVotes): boolean {
    const { copiesPerFamily, copyOffset, copyGuard } = this.#settings
    return (
      feedVotes === 0 &&
      credited < copiesPerFamily &&
      recent.copies < recent.originals - copyOffset - copyGuard * recent.usual
    )
  }

  /** A feed's first vote counts; further ones only while they are few beside the other feeds'. */
  #hasVoice(feedVotes: number, recent: RecentVotes): boolean {
    return feedVotes === 0 || feedVotes < this.#settings.feedShare * (recent.originals + recent.copies - feedVotes)
  }

  write(writer: StateWriter): void {
    this.#feeds.write(writer)
    this.#families.write(writer)
  }

  read(reader: StateReader): void {
    this.#feeds.read(reader)
    this.#families.read(reader)
  }
}
