import type { z } from 'zod'
import { AppError } from '../../model/errors.ts'
import { ErrorAnswer } from '../api/schemas.ts'
import { isErrorCode } from '../errors.ts'

/** What stands behind the `?` of a call; what is undefined is left out. */
export type Asked = Readonly<Record<string, string | number | undefined>>

/**
 * Asks the API at a path below `/api/v1` and gives its answer, checked against the schema by which the API describes it.
 * @throws AppError the API's own error, or `internal` where the answer is none of this API's
 */
export type AskApi = <Answer extends z.ZodType>(path: string, asked: Asked, answer: Answer) => Promise<z.output<Answer>>

/** An asker over anything that answers a GET: a site's own doors in this process, or a running site over HTTP. */
export function createAskApi(get: (pathAndSearch: string) => Response | Promise<Response>): AskApi {
  return async (path, asked, schema) => {
    const search = new URLSearchParams()
    for (const [name, value] of Object.entries(asked)) if (value !== undefined) search.set(name, String(value))
    const response = await get(`/api/v1${path}${search.size === 0 ? '' : `?${search}`}`)
    const value = await jsonOf(response)
    if (!response.ok) throw errorOf(response.status, value)
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    throw new AppError(
      'internal',
      `${path} was not answered as this version describes it: another version may run there`,
    )
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    throw new AppError(
      'internal',
      `the answer of ${response.status} is no JSON: is this the address of a TrendPulse site?`,
    )
  }
}

function errorOf(status: number, value: unknown): AppError {
  const told = ErrorAnswer.safeParse(value)
  if (!told.success) return new AppError('internal', `the API answered ${status}`)
  const { code, message } = told.data.error
  return new AppError(isErrorCode(code) ? code : 'internal', message)
}
