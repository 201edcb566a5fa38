import { type Account, accountByName } from '../../store/accounts.ts'
import { verifyPassword } from '../password.ts'
import type { Site } from '../site.ts'
import { type Attempt, createSignInLimits, type SignInLimits } from './sign-in-limits.ts'
import { hashOf, isFalseOwner } from './tokens.ts'

/** What a name and password lead to. `wait`: too many went wrong, nothing was looked at. */
export type Checked = { account: Account & { passwordHash: string } } | 'wrong' | { waitMs: number }

/** Right passwords remembered (by hash) for a while: Basic authentication sends them with every request, and a check costs a tenth of a second. */
const MAX_REMEMBERED = 200
const REMEMBERED_MS = 600_000

type Memory = { limits: SignInLimits; right: Map<string, { untilMs: number; passwordHash: string }> }

/** By the store's writer: the editions of one site share it. */
const memories = new WeakMap<object, Memory>()

/**
 * Whose name and password these are. A password that was right lately is known without a new look; all others are counted before they are
 * looked at, and take equally long whether the name exists or not.
 * @throws AppError too_often where too many passwords are being looked at
 */
export async function checkPassword(site: Site, attempt: Attempt, password: string): Promise<Checked> {
  const { limits, right } = memoryOf(site)
  const asked = hashOf(`${attempt.name}\n${password}`)
  const account = await accountByName(site.store, attempt.name)
  const passwordHash = account && !(await isFalseOwner(site, account)) ? account.passwordHash : null
  const known = right.get(asked)
  if (account && passwordHash !== null && known?.passwordHash === passwordHash && known.untilMs > site.now())
    return { account: { ...account, passwordHash } }
  const waitMs = limits.waitMs(attempt)
  if (waitMs > 0) return { waitMs }
  limits.begin(attempt)
  if (!(await verifyPassword(password, passwordHash)) || !account || passwordHash === null) return 'wrong'
  limits.succeed(attempt)
  if (right.size >= MAX_REMEMBERED) right.clear()
  right.set(asked, { untilMs: site.now() + REMEMBERED_MS, passwordHash })
  return { account: { ...account, passwordHash } }
}

function memoryOf(site: Site): Memory {
  const known = memories.get(site.store.write)
  if (known) return known
  const fresh: Memory = { limits: createSignInLimits(site.now), right: new Map() }
  memories.set(site.store.write, fresh)
  return fresh
}
