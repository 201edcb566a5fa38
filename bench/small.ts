import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * The benchmarks that run with every change: each prints its figures, and fails only where something broke by its order of magnitude,
 * since shared machines are slower by a factor of three on some days. Use: scripts/node.sh bench/small.ts
 */
const FLAGS = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8']

type Bound = { figure: string; least?: number; most?: number }

const failures = [
  ...measure(
    'ingest.ts',
    ['1500'],
    [
      { figure: 'perSecond', least: 40 },
      { figure: 'failed', most: 0 },
      // The system's own peak moves from 310 to 410 with when the threads' heaps are swept; 400 is the bar of a run of 10,000.
      { figure: 'peakMegabytes', most: 500 },
    ],
  ),
]
for (const failure of failures) console.error(failure)
process.exitCode = failures.length > 0 ? 1 : 0

function measure(script: string, args: readonly string[], bounds: readonly Bound[]): string[] {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const line = execFileSync(process.execPath, [...FLAGS, path, ...args], { encoding: 'utf8' }).trim()
  console.log(`${script} ${args.join(' ')}: ${line}`)
  const figures = JSON.parse(line) as Record<string, number> // the script's own last line
  return bounds.flatMap(({ figure, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY }) => {
    const value = figures[figure] ?? Number.NaN
    return value >= least && value <= most ? [] : [`${script}: ${figure} is ${value}, not ${least} to ${most}`]
  })
}
