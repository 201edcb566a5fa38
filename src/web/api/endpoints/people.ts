import { z } from 'zod'
import { AppError } from '../../../model/errors.ts'
import { DAY_MS } from '../../../model/time.ts'
import { accountChoices, setAccountChoices } from '../../../store/account-choices.ts'
import { addLink, openInvites, removeLink } from '../../../store/account-links.ts'
import { addToken, revokeToken, SCOPES, tokensOf } from '../../../store/account-tokens.ts'
import {
  type Account,
  accountById,
  accountByName,
  people,
  ROLES,
  removeAccount,
  setRole,
} from '../../../store/accounts.ts'
import { INVITE_MS, makeLink, SIGN_IN_LINK_MS } from '../../accounts/links.ts'
import { makeToken, mayMake, scopesUpTo } from '../../accounts/tokens.ts'
import type { Site } from '../../site.ts'
import { viewerOf } from '../../viewer.ts'
import { endpoint, IdParam, Nothing } from '../endpoint.ts'
import { time } from '../shapes.ts'

const Time = z.iso.datetime()
const Hash = z.string().length(64).describe('What is kept of it: it names it, and opens nothing')
const HashParam = z.object({ hash: Hash.meta({ examples: ['0'.repeat(64)] }) })
const Removed = z.object({ removed: z.literal(true) })
const removed = { removed: true as const }

const LinkAnswer = z
  .object({ url: z.url().describe('Shown once; it works once'), expires: Time })
  .meta({ id: 'Link', description: 'A secret: whoever has it may open it.' })

/** What calls of owners, and of any account, share. */
const ofOwner = { needs: 'owner', status: 200, query: Nothing } as const
const ofAccount = { needs: 'reader', status: 200, query: Nothing } as const

export const peopleEndpoint = endpoint({
  ...ofOwner,
  method: 'get',
  path: '/people',
  operationId: 'listPeople',
  summary: 'Who has an account, and who is invited',
  params: Nothing,
  body: Nothing,
  answer: z.object({
    items: z.array(
      z
        .object({
          id: z.int(),
          name: z.string(),
          role: z.enum(ROLES),
          made: Time,
          hasPassword: z.boolean(),
          identities: z.int().describe('Names at sign-in services'),
          tokens: z.int(),
          seen: Time.nullable().describe('When one of its browsers was last here, to the hour'),
        })
        .meta({ id: 'Person' }),
    ),
    invitations: z.array(z.object({ hash: Hash, role: z.enum(ROLES), expires: Time })),
  }),
  handle: async (site) => {
    const [all, invites] = await Promise.all([people(site.store), openInvites(site.store, site.now())])
    return {
      items: all.map(({ createdMs, seenMs, ...person }) => ({
        ...person,
        made: time(createdMs),
        seen: seenMs === null ? null : time(seenMs),
      })),
      invitations: invites.map(({ hash, role, expiresMs }) => ({ hash, role, expires: time(expiresMs) })),
    }
  },
})

export const inviteEndpoint = endpoint({
  ...ofOwner,
  method: 'post',
  path: '/people/invitations',
  operationId: 'invite',
  summary: 'Makes a link that invites somebody with a role',
  status: 201,
  params: Nothing,
  body: z.object({ role: z.enum(ROLES).default('reader') }),
  answer: LinkAnswer,
  handle: async (site, { body, origin }) => linkFor(site, origin, { to: { role: body.role }, lastsMs: INVITE_MS }),
})

export const uninviteEndpoint = endpoint({
  ...ofOwner,
  method: 'delete',
  path: '/people/invitations/{hash}',
  operationId: 'takeInvitationBack',
  summary: 'Takes an invitation back; the same again changes nothing',
  params: HashParam,
  body: Nothing,
  answer: Removed,
  handle: async (site, { params }) => {
    await removeLink(site.store, params.hash)
    return removed
  },
})

export const setRoleEndpoint = endpoint({
  ...ofOwner,
  method: 'put',
  path: '/people/{id}',
  operationId: 'setRole',
  summary: 'Gives an account another role; the last owner stays one',
  params: IdParam,
  body: z.object({ role: z.enum(ROLES) }),
  answer: z.object({ id: z.int(), name: z.string(), role: z.enum(ROLES) }),
  handle: async (site, { params: { id }, body: { role } }) => {
    await setRole(site.store, id, role)
    const { name } = await personOf(site, id)
    site.log('role-changed', { account: id })
    return { id, name, role }
  },
})

export const signInLinkEndpoint = endpoint({
  ...ofOwner,
  method: 'post',
  path: '/people/{id}/link',
  operationId: 'makeSignInLink',
  summary: 'Makes a link that lets an account in without its password, for a day',
  status: 201,
  params: IdParam,
  body: Nothing,
  answer: LinkAnswer,
  handle: async (site, { params: { id }, origin }) => {
    await personOf(site, id)
    return linkFor(site, origin, { to: { accountId: id }, lastsMs: SIGN_IN_LINK_MS })
  },
})

export const removePersonEndpoint = endpoint({
  ...ofOwner,
  method: 'delete',
  path: '/people/{id}',
  operationId: 'removePerson',
  summary: 'Removes an account with all that is its own: tokens, marks, watches, choices',
  params: IdParam,
  body: Nothing,
  answer: Removed,
  handle: async (site, { params: { id } }) => {
    await removeAccount(site.store, id)
    site.log('account-removed', { account: id })
    return removed
  },
})

const TokenAnswer = z
  .object({
    hash: Hash,
    name: z.string(),
    scope: z.enum(SCOPES).describe('The highest that it has; each holds those before it'),
    made: Time,
    used: Time.nullable().describe('Day of its last use'),
  })
  .meta({ id: 'Token' })

export const meEndpoint = endpoint({
  ...ofAccount,
  method: 'get',
  path: '/me',
  operationId: 'getMe',
  summary: 'Who the caller is, what the token sent may do, and the account’s tokens',
  params: Nothing,
  body: Nothing,
  answer: z.object({
    name: z.string(),
    may: z.enum(ROLES).describe('The role that this token may act as, at most the account’s own'),
    account: z
      .object({ id: z.int(), role: z.enum(ROLES) })
      .nullable()
      .describe('Null for the owner’s key alone'),
    tokens: z.array(TokenAnswer).describe('Newest first'),
  }),
  handle: async (site, { account: name, c }) => {
    const account = await accountByName(site.store, name)
    const tokens = account ? await tokensOf(site.store, account.id) : []
    return {
      name,
      may: viewerOf(c).role ?? 'reader', // whoever gets here has one
      account: account && { id: account.id, role: account.role },
      tokens: tokens.map(({ hash, name, scopes, createdMs, usedDay }) => ({
        ...{ hash, name, scope: scopes.at(-1) ?? 'read' },
        made: time(createdMs),
        used: usedDay === null ? null : time(usedDay * DAY_MS),
      })),
    }
  },
})

export const makeTokenEndpoint = endpoint({
  ...ofAccount,
  method: 'post',
  path: '/me/tokens',
  operationId: 'makeToken',
  summary: 'Makes a token of the account, of no more than the token sent may do; it is shown once',
  status: 201,
  params: Nothing,
  body: z.object({
    name: z
      .string()
      .trim()
      .min(1)
      .max(60)
      .meta({ examples: ['reader app'] }),
    scope: z.enum(SCOPES).default('read'),
  }),
  answer: z.object({ token: z.string(), hash: Hash }).meta({ id: 'TokenMade' }),
  handle: async (site, { account: name, body, c }) => {
    const { id } = await accountOf(site, name)
    const { role } = viewerOf(c)
    if (role === null || !mayMake(role, body.scope))
      throw new AppError('forbidden', `scope: a token that may act as ${role} makes none of "${body.scope}"`)
    const { token, hash } = makeToken()
    await addToken(site.store, id, { hash, name: body.name, scopes: scopesUpTo(body.scope) }, site.now())
    return { token, hash }
  },
})

export const revokeTokenEndpoint = endpoint({
  ...ofAccount,
  method: 'delete',
  path: '/me/tokens/{hash}',
  operationId: 'revokeToken',
  summary: 'Revokes one of the account’s tokens; the same again changes nothing',
  params: HashParam,
  body: Nothing,
  answer: Removed,
  handle: async (site, { account, params }) => {
    await revokeToken(site.store, (await accountOf(site, account)).id, params.hash)
    return removed
  },
})

/** Bytes of an account's choices, as its page takes them. */
const MAX_CHOICES_BYTES = 64_000
const ChoicesKept = z
  .object({
    version: z.int().describe('0 before anything was kept'),
    choices: z.record(z.string(), z.unknown()).nullable().describe('Whatever its browsers keep in the account'),
  })
  .meta({ id: 'AccountChoices' })

export const myChoicesEndpoint = endpoint({
  ...ofAccount,
  method: 'get',
  path: '/me/choices',
  operationId: 'getMyChoices',
  summary: 'What the account’s browsers keep in it: read marks, hidden sources and topics, look',
  params: Nothing,
  body: Nothing,
  answer: ChoicesKept,
  handle: async (site, { account }) => {
    const kept = await accountChoices(site.store, (await accountOf(site, account)).id)
    return { version: kept?.changedMs ?? 0, choices: kept === null ? null : JSON.parse(kept.data) }
  },
})

export const setMyChoicesEndpoint = endpoint({
  ...ofAccount,
  method: 'put',
  path: '/me/choices',
  operationId: 'setMyChoices',
  summary: 'Keeps the account’s choices; with a version only where nobody else has changed them since',
  maxBodyBytes: MAX_CHOICES_BYTES,
  params: Nothing,
  body: z.object({ choices: z.record(z.string(), z.json()), version: z.int().min(0).optional() }),
  answer: z.object({ version: z.int() }),
  handle: async (site, { account, body: { choices, version } }) => {
    const { id } = await accountOf(site, account)
    const kept = { data: JSON.stringify(choices), changedMs: site.now() }
    return { version: await setAccountChoices(site.store, id, kept, version ?? null) }
  },
})

async function linkFor(
  site: Site,
  origin: string,
  { to, lastsMs }: { to: { role: Account['role'] } | { accountId: number }; lastsMs: number },
): Promise<z.input<typeof LinkAnswer>> {
  const { hash, path } = makeLink()
  const madeMs = site.now()
  await addLink(site.store, { hash, ...to, madeMs, expiresMs: madeMs + lastsMs })
  return { url: `${origin}${path}`, expires: time(madeMs + lastsMs) }
}

async function personOf(site: Site, id: number): Promise<Account> {
  const account = await accountById(site.store, id)
  if (!account) throw new AppError('not_found', `no account has the number ${id}`)
  return account
}

/** The account that a call is made for. @throws AppError conflict for the owner's key, while no owner has an account */
async function accountOf(site: Site, name: string): Promise<Account> {
  const account = await accountByName(site.store, name)
  if (!account) throw new AppError('conflict', 'the owner’s key has no account yet: make one on /owner first')
  return account
}
