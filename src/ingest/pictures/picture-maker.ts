import { type ChildProcess, spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PictureAnswer } from '../../model/picture.ts'

/** A foreign file, or the seed of a picture for the demo edition. */
export type PictureTask = { bytes: Uint8Array } | { draw: string }
/** What the process says: that it has started, or the answer to its one task. */
export type PictureSaid = 'ready' | PictureAnswer

/** Time for one picture by the clock: 36 million pixels take 0.7 s of a quiet core. */
const TASK_MS = 5_000
/** Time for the process to load its library, on a slow machine. */
const START_MS = 20_000
/** Nobody looked at a new picture for so long: the process ends and gives its 80 MB back. */
const IDLE_MS = 60_000
/** Pictures that may wait; more are told to come again. */
const MAX_WAITING = 64
/** Objects of the process's own in MB; pixels lie outside of them. */
const HEAP_MB = 64
/** All that the process may write to, in kB: 40 million pixels of four bytes, the library's copies, and Node itself (about 500 MB of them reserved, not used). */
const DATA_KB = 1_000_000

export type PictureMaker = {
  /** Makes one picture in the process. Never rejects: a hang is `timeout`, a dead process `crashed`, too many at once `busy`. */
  make: (task: PictureTask) => Promise<PictureAnswer>
  close: () => void
}

type Waiting = { task: PictureTask; resolve: (answer: PictureAnswer) => void }
type Limits = { taskMs: number; idleMs: number }

/** One process that decodes pictures, started at the first of them, ended when it has nothing to do, and started anew when it died. `entry`: another process's code, for tests. */
export function createPictureMaker(options: { entry?: URL; limits?: Partial<Limits> } = {}): PictureMaker {
  return new ProcessMaker(options.entry ?? new URL('../../picture-process.ts', import.meta.url), {
    taskMs: TASK_MS,
    idleMs: IDLE_MS,
    ...options.limits,
  })
}

class ProcessMaker implements PictureMaker {
  private readonly entry: URL
  private readonly limits: Limits
  private readonly waiting: Waiting[] = []
  private running: Waiting | null = null
  private child: ChildProcess | null = null
  private isReady = false
  private timer: NodeJS.Timeout | undefined
  private isClosed = false

  constructor(entry: URL, limits: Limits) {
    this.entry = entry
    this.limits = limits
  }

  make(task: PictureTask): Promise<PictureAnswer> {
    if (this.isClosed || this.waiting.length >= MAX_WAITING)
      return Promise.resolve({ ok: false, reason: 'busy', detail: 'too many pictures wait' })
    return new Promise((resolve) => {
      this.waiting.push({ task, resolve })
      if (this.child === null) this.start()
      else this.feed()
    })
  }

  close(): void {
    this.isClosed = true
    this.end('busy', 'stopping')
    for (const { resolve } of this.waiting.splice(0)) resolve({ ok: false, reason: 'busy', detail: 'stopping' })
  }

  private start(): void {
    const child = startProcess(fileURLToPath(this.entry))
    this.child = child
    this.isReady = false
    this.after(START_MS, () => this.failStart('not started in time'))
    child.on('message', (said: PictureSaid) => this.child === child && this.hear(said))
    child.on('error', (error) => this.child === child && this.lost(error.message))
    child.on('exit', (code, signal) => this.child === child && this.lost(`ended with ${signal ?? code}`))
  }

  private hear(said: PictureSaid): void {
    if (said === 'ready') this.isReady = true
    else this.answer(said)
    this.feed()
  }

  private feed(): void {
    if (!this.isReady || this.running !== null || this.child === null) return
    const next = this.waiting.shift()
    if (next === undefined) {
      this.after(this.limits.idleMs, () => this.end('crashed', 'idle'))
      this.timer?.unref()
      return
    }
    this.running = next
    this.after(this.limits.taskMs, () => this.replace('timeout', `not made within ${this.limits.taskMs} ms`))
    this.child.send(next.task, (error) => error && this.running === next && this.lost(error.message))
  }

  private answer(answer: PictureAnswer): void {
    this.running?.resolve(answer)
    this.running = null
  }

  /** The process died: its picture was the last straw, those that wait get a new process. */
  private lost(detail: string): void {
    if (this.isReady) this.replace('crashed', detail)
    else this.failStart(detail)
  }

  private replace(reason: 'timeout' | 'crashed', detail: string): void {
    this.end(reason, detail)
    if (this.waiting.length > 0) this.start()
  }

  /** What cannot start at all must not be tried again for every picture that waits. */
  private failStart(detail: string): void {
    this.end('crashed', detail)
    for (const { resolve } of this.waiting.splice(0))
      resolve({ ok: false, reason: 'busy', detail: `the decoding process does not start: ${detail}` })
  }

  private end(reason: 'timeout' | 'crashed' | 'busy', detail: string): void {
    clearTimeout(this.timer)
    const { child } = this
    this.child = null
    this.isReady = false
    child?.kill('SIGKILL')
    this.answer({ ok: false, reason, detail })
  }

  private after(ms: number, act: () => void): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(act, ms)
  }
}

/**
 * The process: an empty environment (no address of the store, no password), no files but the program's own to read and none to write,
 * no processes of its own, a bound on memory, no core files. The last three also hold against native code where there is a shell.
 */
function startProcess(entry: string): ChildProcess {
  const root = fileURLToPath(new URL('../../../', import.meta.url))
  const readable = new Set([dirname(entry), join(root, 'src'), join(root, 'node_modules'), join(root, 'package.json')])
  const node = [
    `--max-old-space-size=${HEAP_MB}`,
    '--permission',
    '--allow-addons',
    ...Array.from(readable, (path) => `--allow-fs-read=${path}`),
    '--disable-warning=ExperimentalWarning',
    '--disable-warning=SecurityWarning',
    entry,
  ]
  const limits = `ulimit -c 0 2>/dev/null; ulimit -f 0 2>/dev/null; ulimit -d ${DATA_KB} 2>/dev/null; exec "$0" "$@"`
  const [command, args] =
    process.platform === 'win32' ? [process.execPath, node] : ['/bin/sh', ['-c', limits, process.execPath, ...node]]
  const child = spawn(command, args, {
    cwd: root,
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  })
  child.unref()
  child.channel?.unref()
  return child
}
