import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { PrepareTask } from './prepare.ts'
import { createWorkerPool } from './worker-pool.ts'

/** A thread that answers with the word it was given, hangs on `hang` and ends on `end`. */
const ODD_THREAD = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads'
    parentPort.on('message', ({ id, task }) => {
      const word = new TextDecoder().decode(task.bytes)
      if (word === 'hang') for (;;) {}
      if (word === 'end') process.exit(7)
      parentPort.postMessage({ id, answer: { kind: 'article', result: { ok: false, reason: 'no-text', detail: word } } })
    })
    parentPort.postMessage({ ready: true })`)}`,
)

const task = (word: string): PrepareTask => ({
  kind: 'page',
  bytes: new TextEncoder().encode(word),
  url: null,
  contentType: null,
  nowMs: 0,
})

async function outcomes(words: readonly string[], entry: URL, threads = 2): Promise<string[]> {
  const pool = createWorkerPool({ threads, deadlineMs: 400, entry })
  try {
    const answers = await Promise.all(words.map((word) => pool.run(task(word))))
    return answers.map((answer) => (answer.kind === 'article' && !answer.result.ok ? answer.result.reason : 'ok'))
  } finally {
    await pool.close()
  }
}

describe('worker pool', () => {
  it('ends a task that hangs, and answers everything that waited behind it', async () => {
    assert.deepEqual(await outcomes(['a', 'hang', 'b', 'c', 'd', 'hang', 'e'], ODD_THREAD), [
      'no-text',
      'timeout',
      'no-text',
      'no-text',
      'no-text',
      'timeout',
      'no-text',
    ])
  })

  it('survives a thread that dies', async () => {
    assert.deepEqual(await outcomes(['end', 'a', 'b'], ODD_THREAD, 1), ['crashed', 'no-text', 'no-text'])
  })

  it('tells what waits when no thread starts, rather than letting it wait for ever', async () => {
    const broken = pathToFileURL('/nowhere/no-such-thread.mjs')
    assert.deepEqual(await outcomes(['a', 'b'], broken), ['crashed', 'crashed'])
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
