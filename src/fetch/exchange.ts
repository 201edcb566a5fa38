import type { Dispatcher } from 'undici'
import { SECOND_MS } from '../model/time.ts'
import { failureOfError } from './failure-of-error.ts'
import { type FailedFetch, failed } from './fetch-failure.ts'
import type { FetchLimits } from './limits.ts'
import { flatHeaders, type Headers } from './response-headers.ts'

/** One request and its answer, redirects not followed, the body as sent. */
export type Answer = { ok: true; status: number; headers: Headers; body: Uint8Array }

export type Question = {
  url: URL
  method: 'GET' | 'POST'
  headers: Readonly<Record<string, string>>
  body: string | Uint8Array | null
  limits: FetchLimits
  /** What is left of the whole's time. */
  remainingMs: number
  signal: AbortSignal | null
  /** Host of the proxy that this goes through; null where it goes straight. */
  proxyHost: string | null
}

/** Ends an exchange with a failure of ours; thrown through undici and caught below. */
class StoppedError extends Error {
  override name = 'StoppedError'
  readonly failure: FailedFetch
  constructor(failure: FailedFetch) {
    super(failure.detail)
    this.failure = failure
  }
}

/** Asks once. Every bound of `limits` ends it with a reason; it never rejects. */
export function exchange(dispatcher: Dispatcher, question: Question): Promise<Answer | FailedFetch> {
  return new Promise((resolve) => {
    const listener = new AnswerListener(question, resolve)
    try {
      dispatcher.dispatch(
        {
          origin: question.url.origin,
          path: question.url.pathname + question.url.search,
          method: question.method,
          headers: { ...question.headers },
          body: question.body,
          headersTimeout: question.limits.headersMs,
          bodyTimeout: question.limits.totalMs,
        },
        listener,
      )
    } catch (error) {
      listener.onResponseError(null, error as Error) // undici throws Errors only
    }
  })
}

class AnswerListener implements Dispatcher.DispatchHandler {
  private readonly question: Question
  private readonly resolve: (answer: Answer | FailedFetch) => void
  private readonly deadline: NodeJS.Timeout
  private readonly chunks: Uint8Array[] = []
  private readonly onAbort = (): void => this.stop(failed('aborted', 'The fetch was called off.'))
  private controller: Dispatcher.DispatchController | null = null
  private stopped: StoppedError | null = null
  private slowCheck: NodeJS.Timeout | null = null
  private bytes = 0
  private status = 0
  private headers: Headers = {}

  constructor(question: Question, resolve: (answer: Answer | FailedFetch) => void) {
    this.question = question
    this.resolve = resolve
    const seconds = Math.round(question.limits.totalMs / SECOND_MS)
    const late = failed('timeout', `${question.url.host} did not finish its answer within ${seconds} seconds.`)
    this.deadline = setTimeout(() => this.stop(late), question.remainingMs)
    question.signal?.addEventListener('abort', this.onAbort, { once: true })
    if (question.signal?.aborted === true) queueMicrotask(this.onAbort)
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller
    if (this.stopped !== null) controller.abort(this.stopped)
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    raw: Record<string, string | string[] | undefined>,
  ): void {
    // 1xx only announces the answer.
    if (status < 200) return
    this.status = status
    this.headers = flatHeaders(raw)
    const { limits, url } = this.question
    const announced = Number(this.headers['content-length'] ?? 0)
    if (announced > limits.maxBytes) controller.abort(new StoppedError(tooLarge(url, limits.maxBytes)))
    const startedMs = performance.now()
    this.slowCheck = setInterval(() => {
      const leastBytes = ((performance.now() - startedMs) / SECOND_MS) * limits.leastBytesPerSecond
      if (this.bytes < leastBytes)
        this.stop(failed('too-slow', `${url.host} sends fewer than ${limits.leastBytesPerSecond} bytes a second.`))
    }, limits.slowAfterMs)
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    this.bytes += chunk.length
    const { limits, url } = this.question
    if (this.bytes > limits.maxBytes) controller.abort(new StoppedError(tooLarge(url, limits.maxBytes)))
    else this.chunks.push(chunk)
  }

  onResponseEnd(): void {
    this.finish({ ok: true, status: this.status, headers: this.headers, body: Buffer.concat(this.chunks) })
  }

  onResponseError(_controller: Dispatcher.DispatchController | null, error: Error): void {
    const known = this.stopped ?? (error instanceof StoppedError ? error : null)
    this.finish(known?.failure ?? failureOfError(error, this.question))
  }

  private stop(failure: FailedFetch): void {
    if (this.stopped !== null) return
    this.stopped = new StoppedError(failure)
    this.controller?.abort(this.stopped)
    // A request still waiting for its connection has no controller that listens: answer at once.
    this.finish(failure)
  }

  private finish(answer: Answer | FailedFetch): void {
    clearTimeout(this.deadline)
    if (this.slowCheck !== null) clearInterval(this.slowCheck)
    this.question.signal?.removeEventListener('abort', this.onAbort)
    this.resolve(answer)
  }
}

const tooLarge = (url: URL, maxBytes: number): FailedFetch =>
  failed('too-large', `The answer of ${url.host} is larger than ${Math.round(maxBytes / 1024)} KiB.`)
