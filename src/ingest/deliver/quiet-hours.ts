import type { EpochMs } from '../../model/time.ts'
import type { QuietHours } from '../../model/watch.ts'

const MINUTES_A_DAY = 1_440

/**
 * Whether a moment lies in quiet hours, by the clocks of their zone: from the first minute on, up to but not in the last. Where clocks are put
 * forward the hours are shorter by that, where they are put back longer. A zone that this machine does not know is read as UTC.
 */
export function isQuiet(quiet: QuietHours | null, atMs: EpochMs): boolean {
  if (quiet === null) return false
  const { fromMinute, toMinute } = quiet
  const minute = minuteOfDay(quiet.zone, atMs)
  return fromMinute < toMinute ? minute >= fromMinute && minute < toMinute : minute >= fromMinute || minute < toMinute
}

/** Clocks by zone: making one costs a hundred times what reading it does. Zones are a few hundred. */
const clocks = new Map<string, Intl.DateTimeFormat>()

/** Minutes since midnight that clocks in a zone show. */
function minuteOfDay(zone: string, atMs: EpochMs): number {
  const clock = clocks.get(zone) ?? clockOf(zone)
  clocks.set(zone, clock)
  const parts = new Map(clock.formatToParts(atMs).map((part) => [part.type, Number(part.value)]))
  return ((parts.get('hour') ?? 0) * 60 + (parts.get('minute') ?? 0)) % MINUTES_A_DAY
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const shown = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  try {
    return new Intl.DateTimeFormat('en', { ...shown, timeZone: zone })
  } catch {
    return new Intl.DateTimeFormat('en', { ...shown, timeZone: 'UTC' })
  }
}
