import { text } from 'node:stream/consumers'
import { AppError, EXIT } from '../../model/errors.ts'
import { addLink } from '../../store/account-links.ts'
import { addToken, SCOPES, type Scope } from '../../store/account-tokens.ts'
import {
  type Account,
  accountByName,
  addAccount,
  firstOwner,
  people,
  ROLES,
  type Role,
  removeAccount,
  setRole,
} from '../../store/accounts.ts'
import type { Store } from '../../store/store.ts'
import { accountName } from '../../web/accounts/account-name.ts'
import { makeLink, SIGN_IN_LINK_MS } from '../../web/accounts/links.ts'
import { makeToken, mayMake, scopesUpTo } from '../../web/accounts/tokens.ts'
import { hashPassword, MIN_PASSWORD } from '../../web/password.ts'
import { publicUrl, withStore } from '../engine.ts'
import type { Verb, VerbContext } from '../verb.ts'

export const userVerb: Verb = {
  name: 'user',
  usage:
    'user list | user add NAME [--role owner|editor|reader] [--password-stdin] | user link NAME | user token NAME [--scope read|reader|edit|admin] | user role NAME ROLE | user remove NAME',
  summary: 'people and their roles; links that sign in once, and tokens (each printed once)',
  example: 'echo "$PASSWORD" | ./trendpulse user add ada --role editor --password-stdin',
  hasJson: true,
  options: {
    role: { type: 'string', help: 'owner, editor or reader (default reader)' },
    scope: {
      type: 'string',
      help: 'what a token may: read; reader (marks, watches); edit; admin. Each holds those before it (default: edit, or what the account may)',
    },
    'password-stdin': { type: 'boolean', help: 'read the password from standard input' },
  },
  run: async (context) => {
    const [action = '', name] = context.args
    const act = ACTIONS[action]
    if (!act || (name === undefined && action !== 'list'))
      throw new AppError('invalid', 'user needs: list, or one of add, link, token, role, remove and a NAME')
    return withStore(context.config, (store) => act(context, store, name ?? ''))
  },
}

type Act = (context: VerbContext, store: Store, name: string) => Promise<number>

const ACTIONS: Readonly<Record<string, Act>> = { list, add, link, token, role, remove }

async function list(context: VerbContext, store: Store): Promise<number> {
  const all = await people(store)
  const rows = all.map(({ name, role: is, hasPassword, identities, tokens, createdMs, seenMs }) => ({
    name,
    role: is,
    signsIn: hasPassword || identities > 0,
    tokens,
    made: new Date(createdMs).toISOString(),
    seen: seenMs === null ? null : new Date(seenMs).toISOString(),
  }))
  if (context.json) context.say(JSON.stringify(rows))
  else if (rows.length === 0) context.say('nobody has an account yet')
  else
    for (const row of rows)
      context.say(
        `${row.name}  ${row.role}  ${row.tokens} tokens  ${row.seen ? `seen ${row.seen.slice(0, 10)}` : 'signed in nowhere'}`,
      )
  return EXIT.done
}

async function add(context: VerbContext, store: Store, typed: string): Promise<number> {
  const is = roleNamed(String(context.values.role ?? 'reader'), '--role')
  const name = accountName(typed, is)
  const password = context.values['password-stdin'] === true ? (await text(process.stdin)).trim() : null
  if (password !== null && password.length < MIN_PASSWORD)
    throw new AppError('invalid', `the password needs at least ${MIN_PASSWORD} characters`)
  const passwordHash = password === null ? null : await hashPassword(password)
  await addAccount(store, { name, role: is, passwordHash }, Date.now())
  context.say(context.json ? JSON.stringify({ name, role: is }) : `${name} was added as ${is}`)
  return EXIT.done
}

/** A link that lets an account in once, within a day. While nobody owns the site by an account, it makes the first owner. */
async function link(context: VerbContext, store: Store, typed: string): Promise<number> {
  const known = await accountByName(store, typed)
  const isFirst = known === null && (await firstOwner(store)) === null
  const name = known?.name ?? accountName(typed, 'owner')
  if (!known && !isFirst) throw nobodyNamed(name)
  const accountId = known?.id ?? (await addAccount(store, { name, role: 'owner', passwordHash: null }, Date.now()))
  const { hash, path } = makeLink()
  const nowMs = Date.now()
  await addLink(store, { hash, accountId, madeMs: nowMs, expiresMs: nowMs + SIGN_IN_LINK_MS })
  const url = `${publicUrl(context.config) ?? `http://${context.config.listen}`}${path}`
  context.say(context.json ? JSON.stringify({ name, url }) : url)
  return EXIT.done
}

async function token(context: VerbContext, store: Store, name: string): Promise<number> {
  const account = await accountNamed(store, name)
  const scope = scopeAsked(context, account.role)
  const made = makeToken()
  await addToken(store, account.id, { hash: made.hash, name: 'command line', scopes: scopesUpTo(scope) }, Date.now())
  context.say(context.json ? JSON.stringify({ name, token: made.token, scope }) : made.token)
  return EXIT.done
}

/** The scope asked for; of a list the widest. */
function scopeAsked(context: VerbContext, role: Role): Scope {
  const asked = context.values.scope
  if (asked === undefined) return role === 'reader' ? 'reader' : 'edit'
  const words = String(asked).split(',')
  const wrong = words.find((word) => !SCOPES.some((scope) => scope === word))
  if (wrong !== undefined)
    throw new AppError('invalid', `--scope is "${wrong}": it must be one of ${SCOPES.join(', ')}`)
  const widest = SCOPES.findLast((scope) => words.includes(scope)) ?? 'read'
  if (!mayMake(role, widest))
    throw new AppError('invalid', `--scope is "${widest}": an account that is ${role} may not that much`)
  return widest
}

async function role(context: VerbContext, store: Store, name: string): Promise<number> {
  const is = roleNamed(context.args[2] ?? String(context.values.role ?? ''), 'the role')
  const account = await accountNamed(store, name)
  await setRole(store, account.id, is)
  context.say(context.json ? JSON.stringify({ name, role: is }) : `${name} is ${is} now`)
  return EXIT.done
}

async function remove(context: VerbContext, store: Store, name: string): Promise<number> {
  const account = await accountNamed(store, name)
  await removeAccount(store, account.id)
  context.say(context.json ? JSON.stringify({ name, removed: true }) : `${name} was removed with everything of it`)
  return EXIT.done
}

async function accountNamed(store: Store, name: string): Promise<Account> {
  const account = await accountByName(store, name)
  if (!account) throw nobodyNamed(name)
  return account
}

function nobodyNamed(name: string): AppError {
  return new AppError('not_found', `there is no account named ${name}`)
}

function roleNamed(asked: string, what: string): Role {
  const found = ROLES.find((one) => one === asked)
  if (found === undefined) throw new AppError('invalid', `${what} is "${asked}": it must be one of ${ROLES.join(', ')}`)
  return found
}
