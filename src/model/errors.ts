/** Every kind of failure that a user can meet. `docs/errors.md` explains each; tests/errors.test.ts holds the page true. */
export type ErrorCode =
  | 'invalid'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'upstream'
  | 'unauthorized'
  | 'forbidden'
  | 'too_often'
  | 'internal'

/** A failure with two readers: `code` for the program, `message` for the person (it names the value that failed); `cause` is for the log only. */
export class AppError extends Error {
  override name = 'AppError'
  readonly code: ErrorCode
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Exit codes of every verb: 0 done, 1 some input failed (the rest was done), 2 wrong use, 3 store or network out of reach. */
export const EXIT = { done: 0, someFailed: 1, wrongUse: 2, unreachable: 3 } as const
