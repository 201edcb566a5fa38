import { z } from 'zod'
import { AppError, type ErrorCode } from '../model/errors.ts'

/** HTTP status of every kind of failure. */
const STATUS = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  too_often: 429,
  upstream: 502,
  internal: 500,
} as const satisfies Record<ErrorCode, number>

/** True for the code of a failure that users can meet. */
export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(STATUS, text)
}

/** What a reader is told of a failure; what happened inside stays in the log. */
export type Told = { code: ErrorCode; status: number; message: string }

/** A thrown value as it is told: input that a schema refused is `invalid`, anything unknown `internal` without its text. */
export function tell(cause: unknown): Told {
  if (cause instanceof z.ZodError) {
    const issue = cause.issues[0]
    const where = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : ''
    return { code: 'invalid', status: STATUS.invalid, message: `${where}${issue?.message ?? 'not understood'}` }
  }
  if (cause instanceof AppError && cause.code !== 'internal')
    return { code: cause.code, status: STATUS[cause.code], message: cause.message }
  return { code: 'internal', status: STATUS.internal, message: 'something went wrong here; the log has the reason' }
}

/** A path as the log may hold it: the address of a watch or a link is its key, and whoever reads the log is not who has it. */
export function loggedPath(path: string): string {
  return path.replace(/^(\/(?:watch|enter)\/)[^/.]+/, '$1…')
}
