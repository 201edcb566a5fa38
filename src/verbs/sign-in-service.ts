import * as openid from 'openid-client'
import type { Config } from '../config.ts'
import type { FetchClient } from '../fetch/client.ts'
import { AppError } from '../model/errors.ts'
import type { SignInSecrets, SignInService } from '../web/site.ts'

/** Bytes of an answer of the service: its description and its keys have some ten thousand. */
const MAX_BYTES = 256 * 1024
/** Seconds that the service's clock and ours may be apart. */
const CLOCK_SECONDS = 30
/** Milliseconds that the service's description is believed before it is asked for again. */
const DESCRIPTION_MS = 60 * 60_000
/** What is asked for: who it is, and what to call them. */
const SCOPE = 'openid profile'

/** Signing in by OpenID Connect (code flow with PKCE, state and nonce) over the guarded client; null where no service is set up. */
export function signInServiceOf(config: Config, fetch: FetchClient, now: () => number): SignInService | null {
  if (config.oidcIssuer === '') return null
  if (config.oidcClientId === '')
    throw new AppError(
      'invalid',
      'TRENDPULSE_OIDC_ISSUER is set, TRENDPULSE_OIDC_CLIENT_ID is not: the service knows this site by it',
    )
  const issuer = new URL(config.oidcIssuer)
  const described = createDescription(config, issuer, { fetch, now })
  return {
    name: issuer.host,
    newRole: config.oidcRole === 'off' ? null : config.oidcRole,
    begin: async (backTo, secrets) => {
      const { state, nonce } = secrets
      const asked = {
        redirect_uri: backTo,
        scope: SCOPE,
        state,
        nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(secrets.verifier),
        code_challenge_method: 'S256',
      }
      return openid.buildAuthorizationUrl(await described(), asked).href
    },
    finish: async (url, secrets) => whoCameBack(await described(), new URL(url), secrets),
  }
}

/** @throws AppError forbidden for an answer that is not to this try, or that the service has not sworn; upstream where it is silent */
async function whoCameBack(
  description: openid.Configuration,
  url: URL,
  { state, nonce, verifier }: SignInSecrets,
): Promise<{ issuer: string; subject: string; called: string }> {
  const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true }
  const answer = await openid.authorizationCodeGrant(description, url, checks).catch((cause: unknown) => {
    if (cause instanceof AppError) throw cause
    const inner = cause instanceof Error && cause.cause instanceof AppError ? cause.cause : null
    throw inner ?? new AppError('forbidden', `the sign-in service’s answer is not good: ${reasonOf(cause)}`, { cause })
  })
  const claims = answer.claims()
  if (!claims) throw new AppError('forbidden', 'the sign-in service named nobody')
  const called = [claims.preferred_username, claims.name, claims.email].find((name) => typeof name === 'string') ?? ''
  return { issuer: claims.iss, subject: claims.sub, called: String(called) }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message.slice(0, 200) : 'unknown'
}

/** The service's description, asked for when it is first needed and once an hour; many who need it at once ask once. */
function createDescription(
  config: Config,
  issuer: URL,
  { fetch, now }: { fetch: FetchClient; now: () => number },
): () => Promise<openid.Configuration> {
  let known: { untilMs: number; value: Promise<openid.Configuration> } | null = null
  return () => {
    if (known !== null && known.untilMs > now()) return known.value
    const value = openid
      .discovery(issuer, config.oidcClientId, { [openid.clockTolerance]: CLOCK_SECONDS }, clientAuth(config), {
        [openid.customFetch]: guarded(fetch),
        // Signatures are looked at although the answer came straight from the service: a proxy may stand between.
        execute: [
          openid.enableNonRepudiationChecks,
          ...(issuer.protocol === 'http:' ? [openid.allowInsecureRequests] : []),
        ],
      })
      .catch((cause: unknown) => {
        throw new AppError(
          'upstream',
          `${issuer.host} does not describe itself as a sign-in service: ${reasonOf(cause)}`,
          { cause },
        )
      })
    known = { untilMs: now() + DESCRIPTION_MS, value }
    value.catch(() => {
      known = null
    })
    return value
  }
}

/** How this site proves itself to the service: by its secret in the way the service takes, or not at all. **Source:** OpenID Connect Core 1.0, section 9 */
function clientAuth(config: Config): openid.ClientAuth {
  if (config.oidcClientSecret === '') return openid.None()
  const [basic, post] = [
    openid.ClientSecretBasic(config.oidcClientSecret),
    openid.ClientSecretPost(config.oidcClientSecret),
  ]
  return (server, client, body, headers) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    return (ways.includes('client_secret_basic') ? basic : post)(server, client, body, headers)
  }
}

/** The library's way to the network is ours: private addresses only where the owner lists them, bounds on everything. */
function guarded(fetch: FetchClient): openid.CustomFetch {
  return async (url, { method, headers, body }) => {
    const result =
      method === 'POST'
        ? await fetch.post(url, {
            body: String(body ?? ''),
            contentType: headers['content-type'] ?? 'application/x-www-form-urlencoded;charset=UTF-8',
            headers,
            maxBytes: MAX_BYTES,
          })
        : await fetch.get(url, { accept: 'application/json', maxBytes: MAX_BYTES })
    if (result.ok)
      return new Response(result.value.bytes.slice(), {
        status: result.value.status,
        headers: { 'content-type': result.value.contentType ?? 'application/json' },
      })
    if (typeof result.status === 'number' && result.status >= 400) return new Response(null, { status: result.status })
    throw new AppError('upstream', result.detail)
  }
}
