import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export const CLIENT = { id: 'the-invented-edition', secret: 'a-secret-of-the-tests' }

/** What the provider swears of the person who signs in, and how it goes wrong. */
export type Swearing = {
  subject: string
  name: string
  /** Changes claims before they are signed. */
  bend?: (claims: Record<string, unknown>) => void
  /** Signs with a key that the provider does not publish. */
  foreignKey?: true
}

/** An OpenID provider on this machine: discovery, published keys, code flow with PKCE, tokens signed by RS256. */
export async function startOidcProvider() {
  const [own, foreign] = [keyPair(), keyPair()]
  const codes = new Map<string, { nonce: string; challenge: string; backTo: string }>()
  let swearing: Swearing = { subject: 'none', name: 'none' }
  const asked: string[] = []
  const issuer = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}` // it listens on a port, not a pipe
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', issuer())
    asked.push(url.pathname)
    if (url.pathname === '/.well-known/openid-configuration') return json(response, 200, description(issuer()))
    if (url.pathname === '/keys')
      return json(response, 200, {
        keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'own', alg: 'RS256', use: 'sig' }],
      })
    if (url.pathname === '/authorize') return authorize(url, response)
    if (url.pathname === '/token') return token(request, response)
    json(response, 404, {})
  }
  const authorize = (url: URL, response: ServerResponse) => {
    const of = (name: string) => url.searchParams.get(name) ?? ''
    const code = randomBytes(12).toString('hex')
    codes.set(code, { nonce: of('nonce'), challenge: of('code_challenge'), backTo: of('redirect_uri') })
    const back = new URL(of('redirect_uri'))
    back.search = new URLSearchParams({ code, state: of('state') }).toString()
    response.writeHead(302, { location: back.href }).end()
  }
  const token = async (request: IncomingMessage, response: ServerResponse) => {
    const form = new URLSearchParams(await text(request))
    const known = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (!isClient(request.headers.authorization ?? '')) return json(response, 401, { error: 'invalid_client' })
    if (!known || known.challenge !== challenge || known.backTo !== form.get('redirect_uri'))
      return json(response, 400, { error: 'invalid_grant' })
    const seconds = Math.floor(Date.now() / 1000)
    const claims: Record<string, unknown> = {
      iss: issuer(),
      sub: swearing.subject,
      aud: CLIENT.id,
      iat: seconds,
      exp: seconds + 300,
      nonce: known.nonce,
      preferred_username: swearing.name,
    }
    swearing.bend?.(claims)
    const signed = jwt(claims, (swearing.foreignKey ? foreign : own).privateKey)
    json(response, 200, { access_token: 'unused', token_type: 'Bearer', expires_in: 300, id_token: signed })
  }
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    issuer: issuer(),
    host: new URL(issuer()).host,
    /** Paths that were asked for, in order. */
    asked,
    /** Who signs in from now on. */
    swear: (next: Swearing) => {
      swearing = next
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

/** Names and secrets come percent-encoded. **Source:** RFC 6749, section 2.3.1 */
function isClient(authorization: string): boolean {
  const pair = Buffer.from(authorization.replace(/^Basic /, ''), 'base64').toString()
  return pair.split(':').map(decodeURIComponent).join(':') === `${CLIENT.id}:${CLIENT.secret}`
}

function description(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  }
}

function keyPair(): { publicKey: KeyObject; privateKey: KeyObject } {
  return generateKeyPairSync('rsa', { modulusLength: 2048 })
}

function jwt(claims: object, key: KeyObject): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ alg: 'RS256', kid: 'own', typ: 'JWT' })}.${part(claims)}`
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key).toString('base64url')}`
}

function json(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}
