/** A thread that reads with one program: a program that hangs is ended with its thread, and time is counted for this thread alone. */
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { FEED_PEERS } from '../peers/feed-peers.ts'
import { PAGE_PEERS } from '../peers/page-peers.ts'
import type { ReadAnswer, ReadJob, ReadTask } from './run-reader.ts'

const { kind, reader, weights } = workerData as ReadTask // made by run-reader.ts
if (weights) useWeights(weights)
const read = kind === 'page' ? await pageReader(reader) : await feedReader(reader)
parentPort!.on('message', async (job: ReadJob) => {
  const before = process.threadCpuUsage()
  let answer: ReadAnswer
  try {
    answer = { id: job.id, value: await read(job), error: null, cpuMs: 0 }
  } catch (error) {
    answer = { id: job.id, value: null, error: String(error).slice(0, 200), cpuMs: 0 }
  }
  const used = process.threadCpuUsage(before)
  parentPort!.postMessage({ ...answer, cpuMs: (used.user + used.system) / 1_000 })
})
parentPort!.postMessage('ready')

/** Puts another file in the place of the weights that ship: those that never saw the pages which are measured. */
function useWeights(file: string): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier.endsWith('/weights-body.json')
        ? { ...next(specifier, context), url: pathToFileURL(file).href }
        : next(specifier, context),
  })
}

async function pageReader(name: string): Promise<(job: ReadJob) => unknown> {
  if (name === 'trendpulse') {
    const { extractHtml } = await import('../../src/extract/extract-page.ts')
    const nowMs = Date.now()
    return ({ text, url }) => {
      const result = extractHtml(text ?? '', { url, nowMs })
      if (!result.ok) return null
      const { text: body, title, byline, published } = result.value
      return { text: body, title, author: byline, date: published }
    }
  }
  const peer = await PAGE_PEERS[name]!()
  return ({ text, url }) => peer(text ?? '', url ?? 'https://unknown.example/')
}

async function feedReader(name: string): Promise<(job: ReadJob) => unknown> {
  const { decodeBytes } = await import('../../src/reader/decode.ts')
  const { readDocument } = await import('../../src/reader/read-document.ts')
  const nothing = new Uint8Array()
  if (name === 'trendpulse')
    return ({ bytes, url, headers }) =>
      readDocument(bytes ?? nothing, {
        url,
        contentType: headers?.['content-type'] ?? null,
        contentLocation: headers?.['content-location'] ?? null,
        contentLanguage: headers?.['content-language'] ?? null,
      })
  const peer = FEED_PEERS[name]!()
  // Peers take text: they get it from our own decoder, whose figures are not theirs.
  return ({ bytes, headers }) => peer(decodeBytes(bytes ?? nothing, headers?.['content-type'] ?? null).text)
}
