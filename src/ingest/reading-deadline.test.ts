import assert from 'node:assert/strict'
import { it } from 'node:test'
import { Worker } from 'node:worker_threads'
import { cpuMs, createReadingDeadline } from './reading-deadline.ts'

it('ends a busy loop at about its CPU time, counted from what the thread had used before', async () => {
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads')
     const used = () => { const { user, system } = process.threadCpuUsage(); return (user + system) / 1000 }
     while (used() < 300) {}
     parentPort.postMessage(used())
     for (;;) {}`,
    { eval: true },
  )
  const usedMs = await new Promise<number>((resolve) => worker.once('message', resolve))
  const detail = await new Promise<string>((resolve) => {
    createReadingDeadline(worker, { cpuMs: 500, clockMs: 60_000 }, resolve).begin(usedMs)
  })
  const tookMs = cpuMs(await worker.cpuUsage()) - usedMs
  await worker.terminate()
  assert.equal(detail, 'not read within 0.5 s of CPU time')
  assert.ok(tookMs >= 500 && tookMs < 1_500, `took ${tookMs} ms`)
})
