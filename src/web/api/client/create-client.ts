import { CALLS, type Client } from './calls.ts'

/** Where a site is, and who asks: a token of an account, or the owner's key. `fetch` is the platform's unless another is given. */
export type ClientOptions = { baseUrl: string; token?: string | undefined; fetch?: typeof fetch }
export type CallOptions = { signal?: AbortSignal }

/** What a site refused: `code` and `status` for the program, `message` for the person. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  /** A code of the API's errors; `internal` also for what is no answer of this API. */
  readonly code: string
  /** Seconds after which to ask again; null where nothing is said of it. */
  readonly retryAfterSeconds: number | null
  constructor(told: { status: number; code: string; message: string; retryAfterSeconds: number | null }) {
    super(told.message)
    this.status = told.status
    this.code = told.code
    this.retryAfterSeconds = told.retryAfterSeconds
  }
}

/**
 * One typed method for every call of `/api/v1`, for Node and browsers alike:
 * `await createClient({ baseUrl: 'https://news.example' }).getStory({ key: 's1' })`.
 */
export function createClient({ baseUrl, token, fetch: send = fetch }: ClientOptions): Client {
  const base = baseUrl.replace(/\/+$/, '')
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const methods = Object.entries(CALLS).map(([name, [method, path]]) => [
    name,
    async ({ body, ...asked }: Asked = {}, { signal }: CallOptions = {}) => {
      const takesBody = method === 'POST' || method === 'PUT'
      const response = await send(base + addressOf(path, asked), {
        method,
        headers: { ...authorization, ...(takesBody ? { 'content-type': 'application/json' } : {}) },
        ...(takesBody ? { body: JSON.stringify(body ?? {}) } : {}),
        ...(signal ? { signal } : {}),
      })
      return answerOf(response)
    },
  ])
  return Object.fromEntries(methods) as Client // CALLS has every name of Client, and both are made from one description
}

type Asked = Readonly<Record<string, unknown>>

/** A path with its parameters in their places, and all others behind a `?`. */
function addressOf(path: string, asked: Asked): string {
  const left = new Map(Object.entries(asked).filter(([, value]) => value !== undefined && value !== null))
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = left.get(name)
    left.delete(name)
    return encodeURIComponent(String(value))
  })
  const search = new URLSearchParams([...left].map(([name, value]): [string, string] => [name, String(value)]))
  return search.size === 0 ? filled : `${filled}?${search}`
}

async function answerOf(response: Response): Promise<unknown> {
  const { status } = response
  const value: unknown = await response.json().catch(() => null)
  if (response.ok && value !== null) return value
  const told = (value as { error?: { code?: unknown; message?: unknown } } | null)?.error // checked below
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  throw new ApiError({
    status,
    code: typeof told?.code === 'string' ? told.code : 'internal',
    message:
      typeof told?.message === 'string' ? told.message : `answered ${status} without JSON: is this a TrendPulse site?`,
    retryAfterSeconds: Number.isFinite(seconds) ? seconds : null,
  })
}
