import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { PrepareTask } from './prepare.ts'
import { createWorkerPool } from './worker-pool.ts'

/**
 * A thread that answers with the word it was given. `loop` and `expression` are busy for ever, `lock` waits for ever without work; `starved`
 * waits for 1.5 s as if it got no processor, `work` works for 150 ms; `end` ends the thread.
 */
const ODD_THREAD = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads'
    const used = () => { const { user, system } = process.threadCpuUsage(); return (user + system) / 1000 }
    const wait = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
    parentPort.on('message', (task) => {
      const word = new TextDecoder().decode(task.bytes)
      const from = used()
      if (word === 'loop') for (;;) {}
      if (word === 'expression') /^(a+)+$/.test('a'.repeat(60) + 'b')
      if (word === 'lock') wait()
      if (word === 'starved') for (let part = 0; part < 30; part++) wait(50)
      if (word === 'work') while (used() < from + 150) {}
      if (word === 'end') process.exit(7)
      parentPort.postMessage({ usedMs: used(), answer: { kind: 'article', result: { ok: false, reason: 'no-text', detail: word } } })
    })
    parentPort.postMessage({ usedMs: used(), answer: null })`)}`,
)

const LIMITS = { cpuMs: 400, clockMs: 20_000 }

const task = (word: string): PrepareTask => ({
  kind: 'page',
  bytes: new TextEncoder().encode(word),
  url: null,
  contentType: null,
  nowMs: 0,
})

type Choice = { entry?: URL; threads?: number; limits?: typeof LIMITS; meanwhile?: () => Promise<void> }

async function answersOf(words: readonly string[], choice: Choice): Promise<{ reason: string; detail: string }[]> {
  const { entry = ODD_THREAD, threads = 1, limits = LIMITS } = choice
  const pool = createWorkerPool({ threads, limits, entry })
  try {
    const running = Promise.all(words.map((word) => pool.run(task(word))))
    await choice.meanwhile?.()
    return (await running).map((answer) =>
      answer.kind === 'article' && !answer.result.ok
        ? { reason: answer.result.reason, detail: answer.result.detail }
        : { reason: 'ok', detail: '' },
    )
  } finally {
    await pool.close()
  }
}

async function outcomes(words: readonly string[], choice: Choice = {}): Promise<string[]> {
  return (await answersOf(words, choice)).map(({ reason }) => reason)
}

describe('worker pool', () => {
  it('ends a task that hangs, and answers everything that waited behind it', async () => {
    assert.deepEqual(await outcomes(['a', 'loop', 'b', 'c', 'd', 'loop', 'e'], { threads: 2 }), [
      'no-text',
      'timeout',
      'no-text',
      'no-text',
      'no-text',
      'timeout',
      'no-text',
    ])
  })

  it('ends an expression that never comes back, by its CPU time', async () => {
    const [hung, next] = await answersOf(['expression', 'a'], {})
    assert.deepEqual(hung, { reason: 'timeout', detail: 'not read within 0.4 s of CPU time' })
    assert.equal(next!.reason, 'no-text')
  })

  it('leaves a task alone that gets no processor, however long it takes by the clock', async () => {
    assert.deepEqual(await outcomes(['starved', 'a']), ['no-text', 'no-text'])
  })

  it('ends by the clock what waits without working', async () => {
    const [hung, next] = await answersOf(['lock', 'a'], { limits: { cpuMs: 400, clockMs: 1_200 } })
    assert.deepEqual(hung, { reason: 'timeout', detail: 'not read within 1.2 s' })
    assert.equal(next!.reason, 'no-text')
  })

  it('counts CPU time for each task alone', async () => {
    assert.deepEqual(await outcomes(Array(6).fill('work')), Array(6).fill('no-text'))
  })

  it('takes no answer that lies unread for a hang, when its own thread is busy', async () => {
    const busy = async () => {
      await new Promise((resolve) => setTimeout(resolve, 100))
      for (const from = performance.now(); performance.now() - from < 2_000; );
    }
    assert.deepEqual(await outcomes(Array(5).fill('work'), { meanwhile: busy }), Array(5).fill('no-text'))
  })

  it('survives a thread that dies', async () => {
    assert.deepEqual(await outcomes(['end', 'a', 'b']), ['crashed', 'no-text', 'no-text'])
  })

  it('tells what waits when no thread starts, rather than letting it wait for ever', async () => {
    const entry = pathToFileURL('/nowhere/no-such-thread.mjs')
    assert.deepEqual(await outcomes(['a', 'b'], { entry }), ['crashed', 'crashed'])
  })

  it('reads pages with the real thread', async () => {
    const pool = createWorkerPool({ threads: 1 })
    const sentence =
      '<p>The water in the harbour of Tarn rose by two metres on Sunday night, the port authority said.</p>'
    const page = `<!doctype html><title>Boats</title><article><h1>Boats in the streets</h1>${sentence.repeat(4)}</article>`
    const answer = await pool.run(task(page))
    await pool.close()
    assert.ok(answer.kind === 'article' && answer.result.ok)
    assert.equal(answer.result.value.title, 'Boats in the streets')
  })
})
