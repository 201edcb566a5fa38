import type { Context } from 'hono'
import { AppError } from '../model/errors.ts'
import type { Scope } from '../store/account-tokens.ts'
import type { Role } from '../store/accounts.ts'

/** Who asks: made once a request, before any page or form. */
export type Viewer = {
  /** Name of the account whose marks and watches are meant; null for a stranger. */
  account: string | null
  role: Role | null
  isOwner: boolean
  /** Owners and editors: sources, rules, tags, stories, notes, hiding. */
  mayEdit: boolean
}

/** Somebody without an account: what everybody is who proves nothing. */
export const STRANGER: Viewer = { account: null, role: null, isOwner: false, mayEdit: false }

/** What a route needs its viewer to be; every role may what those below it may. */
export type Needs = 'nobody' | Role

const RANK: Readonly<Record<Needs, number>> = { nobody: 0, reader: 1, editor: 2, owner: 3 }

/** The most that a token of a scope may be; null for one that may only read what everybody may. */
const MOST: Readonly<Record<Scope, Role | null>> = { read: null, reader: 'reader', edit: 'editor', admin: 'owner' }

/** A viewer with an account of this name and role; by a token no more than its scope allows. */
export function viewerWith(account: string, role: Role, scope: Scope = 'admin'): Viewer {
  const most = MOST[scope]
  if (most === null) return STRANGER
  const lower = RANK[most] < RANK[role] ? most : role
  return { account, role: lower, isOwner: lower === 'owner', mayEdit: lower !== 'reader' }
}

const viewers = new WeakMap<Context, Viewer>()
const formKeys = new WeakMap<Context, string>()

/** Keeps who asks with the request. */
export function rememberViewer(c: Context, viewer: Viewer): void {
  viewers.set(c, viewer)
}

/** Who asks; a stranger where nobody has looked. */
export function viewerOf(c: Context): Viewer {
  return viewers.get(c) ?? STRANGER
}

/** Keeps what the request's form tokens are bound to: its session, or what stands for one before there is any. */
export function rememberFormKey(c: Context, key: string): void {
  formKeys.set(c, key)
}

/** What form tokens of this request are bound to; empty for a stranger's. */
export function formKeyOf(c: Context): string {
  return formKeys.get(c) ?? ''
}

/** True where a viewer's role is the one asked for or one above it. */
export function may(viewer: Viewer, needs: Needs): boolean {
  return RANK[viewer.role ?? 'nobody'] >= RANK[needs]
}

/** @throws AppError forbidden where the reader is not an owner */
export function requireOwner(c: Context): void {
  requireRole(c, 'owner')
}

/** @throws AppError forbidden where the reader is neither editor nor owner */
export function requireEditor(c: Context): void {
  requireRole(c, 'editor')
}

const REFUSED: Readonly<Record<Needs, string>> = {
  nobody: '',
  reader: 'this needs an account: sign in',
  editor: 'this is for editors and owners of this site: sign in as one',
  owner: 'this is for owners of this site: sign in as one, or open the link that was printed at the first start',
}

/** @throws AppError forbidden where the viewer's role is below the one needed */
export function requireRole(c: Context, needs: Needs): void {
  if (!may(viewerOf(c), needs)) throw new AppError('forbidden', REFUSED[needs])
}
