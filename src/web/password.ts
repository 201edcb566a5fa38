import * as crypto from 'node:crypto'
import { promisify } from 'node:util'
import { AppError } from '../model/errors.ts'

/** argon2id at the second recommendation of RFC 9106, section 4: 64 MiB, three passes, four lanes. */
const PARAMETERS = { parallelism: 4, tagLength: 32, memory: 65_536, passes: 3 }
const argon2 = promisify(crypto.argon2)

/** Hashes made at the same time in this process: 128 MiB, and half of Node's four threads stay free for files and names. */
const AT_ONCE = 2
/** Hashes that may wait, some two seconds' worth: who comes behind them is told to come again. */
const MAX_WAITING = 20

/** Shortest password that is taken. **Source:** NIST SP 800-63B, section 5.1.1.2, asks for eight; ten costs nobody anything */
export const MIN_PASSWORD = 10
/** Longest: every byte is hashed. */
export const MAX_PASSWORD = 200

const waiting: (() => void)[] = []
let running = 0

/** @throws AppError too_often where too many wait already */
async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MAX_WAITING)
      throw new AppError('too_often', 'too many people sign in at this moment: try again in a few seconds')
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

/**
 * A password as it is stored: `argon2id$SALT$HASH` in base64url, with a salt of its own.
 * @throws AppError too_often where too many hashes are waited for
 */
export async function hashPassword(password: string): Promise<string> {
  const nonce = crypto.randomBytes(16)
  const hash = await inTurn(() => argon2('argon2id', { ...PARAMETERS, message: password, nonce }))
  return `argon2id$${nonce.toString('base64url')}$${hash.toString('base64url')}`
}

/** Stands for the password of an account that there is not, or that has none: to look is to take as long. Nothing hashes to it. */
const NOBODYS = `argon2id$${Buffer.alloc(16).toString('base64url')}$${Buffer.alloc(32).toString('base64url')}`

/**
 * Whether a password is the one that was stored; takes as long for a wrong one, and for nobody's (`stored` null).
 * @throws AppError too_often where too many hashes are waited for
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [kind, salt, expected] = (stored ?? NOBODYS).split('$')
  if (kind !== 'argon2id' || !salt || !expected || password.length > MAX_PASSWORD) return false
  const nonce = Buffer.from(salt, 'base64url')
  const hash = await inTurn(() => argon2('argon2id', { ...PARAMETERS, message: password, nonce }))
  const known = Buffer.from(expected, 'base64url')
  return known.length === hash.length && crypto.timingSafeEqual(hash, known) && stored !== null
}
