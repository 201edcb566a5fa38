/** How much is written: `info` for what happens, `warn` for what an owner should see, `error` for what went wrong. */
export type LogLevel = 'info' | 'warn' | 'error'
export type Log = (event: string, fields?: Readonly<Record<string, unknown>>) => void

/** JSON lines on standard error: time, level, event, then fields (ids rather than texts). */
export function createLog(
  level: LogLevel,
  now: () => number,
  write: (line: string) => void = (line) => process.stderr.write(line),
): Log {
  return (event, fields = {}) =>
    write(`${JSON.stringify({ time: new Date(now()).toISOString(), level, event, ...fields })}\n`)
}
