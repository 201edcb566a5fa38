import { RISING_MIN } from './page-stories.ts'

/**
 * Numbers of the feeds that are no sources, as reader apps know them: far above any source, and still within 32 signed bits, which some apps
 * keep ids in. Migration 0022 puts them into rows.
 */
export const PLACES = {
  stories: 2_000_000_001,
  rising: 2_000_000_002,
  single: 2_000_000_003,
  pages: 2_000_000_004,
} as const

/** A reader's own list stands at this and its id. */
export const FIRST_LIST_PLACE = 2_000_000_100

/** The feed of an item by its article `a` or story `s`: what the rows say, for the views of an edition, whose counts are its own. */
export const PLACE_BY_ROWS = `case when a.id is not null then coalesce(a.feed_id, ${PLACES.pages})
  when s.burst >= ${RISING_MIN} then ${PLACES.rising} when s.owner_count <= 1 then ${PLACES.single} else ${PLACES.stories} end`
