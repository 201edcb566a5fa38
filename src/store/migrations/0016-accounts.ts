import { type Kysely, sql } from 'kysely'
import type { Engine } from '../store.ts'

/** Sessions of browsers, one-time links, names at sign-in services, choices of readers; tokens may do some things and not others. */
export async function accounts(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const int = engine === 'sqlite' ? 'integer' : 'bigint'
  const keyed = engine === 'sqlite' ? 'without rowid' : ''
  const ofAccount = `account_id ${int} not null references account (id) on delete cascade`
  const statements = [
    // Tokens of before could do what their account could: they keep that.
    `alter table token add column scopes text not null default 'read reader edit admin'`,
    `alter table token add column used_day ${int}`,
    'create index token_account on token (account_id)',
    `create table session (
      hash text primary key, ${ofAccount}, agent text not null, made_ms ${int} not null, seen_ms ${int} not null,
      expires_ms ${int} not null) ${keyed}`,
    'create index session_account on session (account_id)',
    'create index session_expires on session (expires_ms)',
    `create table account_link (
      hash text primary key, account_id ${int} references account (id) on delete cascade, role text,
      made_ms ${int} not null, expires_ms ${int} not null) ${keyed}`,
    'create index account_link_expires on account_link (expires_ms)',
    `create table account_identity (issuer text not null, subject text not null, ${ofAccount}, primary key (issuer, subject)) ${keyed}`,
    'create index account_identity_account on account_identity (account_id)',
    `create table account_choice (
      account_id ${int} primary key references account (id) on delete cascade, data text not null, changed_ms ${int} not null)`,
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
