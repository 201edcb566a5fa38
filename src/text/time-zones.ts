/** Zone names of feeds, in minutes east of UTC. `BST` is British, `IST` Indian, `CST` American, as feeds mostly mean them. */
const NAMED_MINUTES: Readonly<Record<string, number>> = {
  UT: 0, UTC: 0, GMT: 0, Z: 0, WET: 0, WEST: 60, WEDT: 60, BST: 60, WAT: 60, CET: 60, MET: 60, MEZ: 60, CEST: 120, MEST: 120,
  MESZ: 120, CEDT: 120, METDST: 120, SAST: 120, CAT: 120, EET: 120, IDT: 180, EEST: 180, EEDT: 180, EAT: 180, MSK: 180, TRT: 180,
  MSD: 240, GST: 240, PKT: 300, IST: 330, NPT: 345, WIB: 420, ICT: 420, HKT: 480, SGT: 480, PHT: 480, AWST: 480, MYT: 480,
  JST: 540, KST: 540, ACST: 570, ACDT: 630, AEST: 600, AEDT: 660, NZST: 720, NZDT: 780, NST: -210, NDT: -150, AST: -240, ADT: -180,
  ART: -180, BRT: -180, BRST: -120, CLT: -240, CLST: -180, AT: -240, ET: -300, EST: -300, EDT: -240, CT: -360, CST: -360, CDT: -300,
  MT: -420, MST: -420, MDT: -360, PT: -480, PST: -480, PDT: -420, AKST: -540, AKDT: -480, HST: -600,
} // biome-ignore format: a table reads better in rows

/** Furthest that any clock stands from UTC, in minutes (Kiribati is at +14:00); a larger offset is a mistake of the writer. */
const MAX_OFFSET_MINUTES = 24 * 60

/**
 * Minutes east of UTC of a zone as feeds write it: `Z`, `+0100`, `-01:01`, `+1`, `GMT+2`, `GMT-07:00`, `EDT`, `America/Los_Angeles`, `Etc/GMT`.
 * A single letter other than Z, and an unknown name of two to five capitals, count as UTC.
 * Null where the text names no zone. `localMs` is the clock time read as UTC: it decides about summer time in a region's zone.
 *
 * **Source:** RFC 822 §5.1, RFC 2822 §4.3 (letters were wrongly specified and mean nothing), IANA tz database through ECMA-402.
 */
export function zoneMinutes(zone: string, localMs: number): number | null {
  const offset = /^(?:UTC|GMT|UT|Z)?\s?([+-])(\d{1,2})(?::?([0-5]\d))?$/iu.exec(zone)
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0)
    return minutes >= MAX_OFFSET_MINUTES ? null : offset[1] === '-' ? -minutes : minutes
  }
  const named = NAMED_MINUTES[zone.toUpperCase()]
  if (named !== undefined) return named
  if (/^[A-Za-z_]{2,20}\/[A-Za-z_+\-0-9/]{2,30}$/u.test(zone)) return regionMinutes(zone, localMs)
  return /^[A-Z]{1,5}$/u.test(zone) ? 0 : null
}

function regionMinutes(region: string, localMs: number): number | null {
  const first = offsetAt(region, localMs)
  if (first === null) return null
  // The first offset was looked up some hours off; the second look stands on the right side of a change of clocks.
  return offsetAt(region, localMs - first * 60_000)
}

function offsetAt(region: string, atMs: number): number | null {
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone: region, timeZoneName: 'longOffset' })
    const name = format.formatToParts(atMs).find(({ type }) => type === 'timeZoneName')?.value ?? ''
    const match = /^GMT(?:([+-])(\d{2}):(\d{2}))?/u.exec(name)
    if (!match) return null
    const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0)
    return match[1] === '-' ? -minutes : minutes
  } catch {
    return null // not a region that the tz database knows
  }
}
