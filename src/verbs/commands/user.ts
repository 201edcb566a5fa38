import { createHash, randomBytes } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { AppError, EXIT } from '../../model/errors.ts'
import { addToken, SCOPES } from '../../store/account-tokens.ts'
import { accountByName, addAccount, ROLES, type Role } from '../../store/accounts.ts'
import type { Store } from '../../store/store.ts'
import { hashPassword } from '../../web/password.ts'
import { withStore } from '../engine.ts'
import type { Verb, VerbContext } from '../verb.ts'

const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u
const MIN_PASSWORD = 10
const TOKEN_BYTES = 24

export const userVerb: Verb = {
  name: 'user',
  usage: 'user add NAME [--role owner|editor|reader] [--password-stdin] | user token NAME',
  summary: 'make an account, or a token for one (printed once)',
  example: 'echo "$PASSWORD" | ./trendpulse user add ada --role editor --password-stdin',
  hasJson: true,
  options: {
    role: { type: 'string', help: 'owner, editor or reader (default reader)' },
    'password-stdin': { type: 'boolean', help: 'read the password from standard input' },
  },
  run: async (context) => {
    const [action, name] = context.args
    if (!name || (action !== 'add' && action !== 'token'))
      throw new AppError('invalid', 'user needs: add NAME, or token NAME')
    if (!NAME.test(name))
      throw new AppError('invalid', `"${name}" is no name: letters, digits, point, dash and underline, at most 40`)
    return withStore(context.config, (store) =>
      action === 'add' ? add(context, store, name) : token(context, store, name),
    )
  },
}

async function add(context: VerbContext, store: Store, name: string): Promise<number> {
  const role = (context.values.role ?? 'reader') as Role // checked on the next line
  if (!ROLES.includes(role)) throw new AppError('invalid', `--role is "${role}": it must be one of ${ROLES.join(', ')}`)
  const password = context.values['password-stdin'] === true ? (await text(process.stdin)).trim() : null
  if (password !== null && password.length < MIN_PASSWORD)
    throw new AppError('invalid', `the password needs at least ${MIN_PASSWORD} characters`)
  await addAccount(
    store,
    { name, role, passwordHash: password === null ? null : await hashPassword(password) },
    Date.now(),
  )
  context.say(context.json ? JSON.stringify({ name, role }) : `${name} was added as ${role}`)
  return EXIT.done
}

async function token(context: VerbContext, store: Store, name: string): Promise<number> {
  const account = await accountByName(store, name)
  if (!account) throw new AppError('not_found', `there is no account named ${name}`)
  const made = `tp_${randomBytes(TOKEN_BYTES).toString('base64url')}`
  await addToken(
    store,
    account.id,
    { hash: createHash('sha256').update(made).digest('hex'), name: 'command line', scopes: SCOPES },
    Date.now(),
  )
  context.say(context.json ? JSON.stringify({ name, token: made }) : made)
  return EXIT.done
}
