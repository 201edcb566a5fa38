import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'

/** How long one task may take: of its thread's own CPU time, and by the clock whatever the thread does. */
export type ReadingLimits = { cpuMs: number; clockMs: number }

/**
 * 2 s of CPU are four times what a cold thread's first page takes (0.44 s). By the clock alone a thread that gets no processor would look like
 * one that hangs: at a load of 19 on two cores that page took 1.8 s. So the clock only ends what waits for something that never comes (15 s).
 */
export const READING_LIMITS: ReadingLimits = { cpuMs: 2_000, clockMs: 15_000 }

/** Watches what a thread does, one task at a time. */
export type ReadingDeadline = {
  /** A task begins; `usedMs` is the CPU time that the thread had used until then, as it told itself. Ends the watch over the one before. */
  begin: (usedMs: number) => void
  /** Nothing runs. */
  clear: () => void
}

/** `over` is called once for a task that took too long, with the reason in words. */
export function createReadingDeadline(
  worker: Worker,
  limits: ReadingLimits,
  over: (detail: string) => void,
): ReadingDeadline {
  /** Counts tasks, so that a question answered late says nothing about the task that follows. */
  let turn = 0
  let cpuTimer: NodeJS.Timeout | undefined
  let clockTimer: NodeJS.Timeout | undefined
  const clear = () => {
    turn++
    clearTimeout(cpuTimer)
    clearTimeout(clockTimer)
  }
  /** The task's answer may lie unread if this thread was busy: its messages come first. */
  const end = async (watched: number, detail: string) => {
    await nextTurn()
    if (turn !== watched) return
    clear()
    over(detail)
  }
  const ask = async (watched: number, fromMs: number): Promise<void> => {
    const usage = await worker.cpuUsage().catch(() => null) // a thread that has ended says so by its own event
    if (turn !== watched || usage === null) return
    const leftMs = limits.cpuMs - (cpuMs(usage) - fromMs)
    if (leftMs <= 0) return end(watched, `not read within ${limits.cpuMs / 1000} s of CPU time`)
    cpuTimer = setTimeout(ask, Math.ceil(leftMs), watched, fromMs)
  }
  return {
    clear,
    begin: (usedMs) => {
      clear()
      cpuTimer = setTimeout(ask, limits.cpuMs, turn, usedMs)
      clockTimer = setTimeout(end, limits.clockMs, turn, `not read within ${limits.clockMs / 1000} s`)
    },
  }
}

/** CPU time in milliseconds, of user and system together. */
export function cpuMs(usage: { user: number; system: number }): number {
  return (usage.user + usage.system) / 1_000
}
