/** How one host is to be treated. */
export type LaneManners = { connections: number; pauseMs: number; maxQueued: number }

type Waiting = () => void
type Lane = {
  running: number
  freeAtMs: number
  waiting: Waiting[]
  timer: NodeJS.Timeout | null
  manners: LaneManners
}

/**
 * One queue a host: at most so many requests at once, and a pause between the end of one and the start of the next.
 * A host without work is forgotten once its pause is over, so memory is bounded by what waits.
 */
export class HostLanes {
  private readonly lanes = new Map<string, Lane>()
  private readonly nowMs: () => number

  constructor(nowMs: () => number) {
    this.nowMs = nowMs
  }

  /** Hosts that have work or a pause running. */
  get size(): number {
    return this.lanes.size
  }

  /**
   * Runs the task when its turn has come; null when too many wait already.
   * A hop of a redirect goes first and without a pause: it belongs to a request that had its turn.
   */
  async run<Value>(
    host: string,
    manners: LaneManners,
    hop: boolean,
    task: () => Promise<Value>,
  ): Promise<Value | null> {
    const lane = this.laneOf(host, manners)
    if (lane.waiting.length >= manners.maxQueued) return null
    const free =
      lane.running < manners.connections && (hop || (lane.waiting.length === 0 && lane.freeAtMs <= this.nowMs()))
    if (free) lane.running += 1
    else await this.turn(host, lane, hop)
    try {
      return await task()
    } finally {
      lane.running -= 1
      lane.freeAtMs = this.nowMs() + manners.pauseMs
      this.wake(host, lane)
    }
  }

  private laneOf(host: string, manners: LaneManners): Lane {
    let lane = this.lanes.get(host)
    if (lane === undefined) {
      lane = { running: 0, freeAtMs: 0, waiting: [], timer: null, manners }
      this.lanes.set(host, lane)
    }
    return lane
  }

  private turn(host: string, lane: Lane, hop: boolean): Promise<void> {
    return new Promise((resolve) => {
      if (hop) lane.waiting.unshift(resolve)
      else lane.waiting.push(resolve)
      this.wake(host, lane)
    })
  }

  private wake(host: string, lane: Lane): void {
    if (lane.timer !== null) {
      if (lane.waiting.length > 0) lane.timer.ref()
      return
    }
    const waitMs = lane.freeAtMs - this.nowMs()
    if (waitMs > 0) {
      lane.timer = setTimeout(() => {
        lane.timer = null
        this.wake(host, lane)
      }, waitMs)
      // An idle pause must not keep the process alive; a waiting request must.
      if (lane.waiting.length === 0) lane.timer.unref()
      return
    }
    while (lane.waiting.length > 0 && lane.running < lane.manners.connections) {
      lane.running += 1
      lane.waiting.shift()!()
      // With a pause to keep, only one starts now.
      if (lane.manners.pauseMs > 0) break
    }
    if (lane.running === 0 && lane.waiting.length === 0) this.lanes.delete(host)
  }
}
