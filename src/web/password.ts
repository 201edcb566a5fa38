import * as crypto from 'node:crypto'
import { promisify } from 'node:util'

/** argon2id at the second recommendation of RFC 9106, section 4: 64 MiB, three passes, four lanes. */
const PARAMETERS = { parallelism: 4, tagLength: 32, memory: 65_536, passes: 3 }
const argon2 = promisify(crypto.argon2)

/** A password as it is stored: `argon2id$SALT$HASH` in base64url, with a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = crypto.randomBytes(16)
  const hash = await argon2('argon2id', { ...PARAMETERS, message: password, nonce })
  return `argon2id$${nonce.toString('base64url')}$${hash.toString('base64url')}`
}

/** Whether a password is the one that was stored; takes as long for a wrong one. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [kind, salt, expected] = stored.split('$')
  if (kind !== 'argon2id' || !salt || !expected) return false
  const hash = await argon2('argon2id', { ...PARAMETERS, message: password, nonce: Buffer.from(salt, 'base64url') })
  return crypto.timingSafeEqual(hash, Buffer.from(expected, 'base64url'))
}
