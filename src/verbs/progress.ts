/** A line that is written over while work goes on; silent when standard error is no terminal or the work is done in 2 s. */
export type Progress = { at: (done: number, note?: string) => void; end: () => void }

const QUIET_MS = 2_000
const EVERY_MS = 200
const BAR_WIDTH = 24

/** @param total what 100 % is; null where nobody knows, and a count is shown */
export function createProgress(
  label: string,
  total: number | null,
  output: NodeJS.WriteStream = process.stderr,
): Progress {
  const startMs = performance.now()
  let shownMs = 0
  let wasShown = false
  return {
    at: (done, note = '') => {
      const nowMs = performance.now()
      if (!output.isTTY || nowMs - startMs < QUIET_MS || nowMs - shownMs < EVERY_MS) return
      shownMs = nowMs
      wasShown = true
      output.write(`\r\x1b[K${label} ${total === null ? done : bar(done, total)} ${note}`)
    },
    end: () => {
      if (wasShown) output.write('\r\x1b[K')
    },
  }
}

function bar(done: number, total: number): string {
  const share = total > 0 ? Math.min(1, done / total) : 1
  const full = Math.round(share * BAR_WIDTH)
  return `[${'#'.repeat(full)}${'.'.repeat(BAR_WIDTH - full)}] ${done} of ${total}`
}
