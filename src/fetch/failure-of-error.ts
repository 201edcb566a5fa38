import { type FailedFetch, failed } from './fetch-failure.ts'
import { LookupFailedError, RefusedAddressError } from './guarded-connect.ts'
import type { FetchLimits } from './limits.ts'

/** What was asked when it went wrong. */
type Asked = { url: URL; limits: FetchLimits; proxyHost: string | null }

/** What went wrong, by undici's, Node's and OpenSSL's codes: a reason, and a sentence that names the host. */
export function failureOfError(error: Error, { url, limits, proxyHost }: Asked): FailedFetch {
  if (error instanceof RefusedAddressError)
    return failed('refused-address', `${url.host} leads to an address that is not public.`)
  if (error instanceof LookupFailedError) return failed('dns', `The name ${url.hostname} cannot be found.`)
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (code === 'UND_ERR_HEADERS_OVERFLOW') {
    const kibibytes = Math.round(limits.maxHeaderBytes / 1024)
    return failed('too-large', `The headers of ${url.host} are larger than ${kibibytes} KiB.`)
  }
  const insecure = TLS_CODE.test(code) ? tlsFailure(code, url) : null
  const fromProxy = proxyHost === null ? null : proxyFailure(error, code, proxyHost, url)
  if (fromProxy !== null) return fromProxy
  if (insecure !== null) return insecure
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT')
    return failed('timeout', `${url.host} does not take connections.`)
  if (code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT')
    return failed('timeout', `${url.host} takes the request but does not answer.`)
  if (code.startsWith('HPE_')) return failed('not-http', `What ${url.host} answers is not HTTP.`)
  if (code === 'ECONNREFUSED') return failed('connection', `${url.host} refuses connections.`)
  return failed('connection', `The connection to ${url.host} broke off${code === '' ? '' : ` (${code})`}.`)
}

const TLS_CODE = /CERT|TLS|SSL|ALTNAME|SELF_SIGNED|UNABLE_TO|EPROTO/

/** What is wrong with a secure connection, in words. **Source:** OpenSSL's X509_V_ERR and SSL reason codes as Node names them. */
const TLS_FAULTS: readonly (readonly [code: RegExp, sentence: (host: string) => string])[] = [
  [/^CERT_HAS_EXPIRED$/, (host) => `The certificate of ${host} has expired.`],
  [
    /^CERT_NOT_YET_VALID$/,
    (host) => `The certificate of ${host} is not valid yet; or the clock of this machine is slow.`,
  ],
  [/ALTNAME_INVALID/, (host) => `The certificate of ${host} is for another name.`],
  [/SELF_SIGNED/, (host) => `The certificate of ${host} is signed by nobody but itself.`],
  [
    /^UNABLE_TO_/,
    (host) => `Nobody known here has signed the certificate of ${host}, or it leaves a signer between out.`,
  ],
  [/^CERT_REVOKED$/, (host) => `The certificate of ${host} was called back.`],
  [
    /UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION/,
    (host) => `${host} speaks only old versions of TLS, which are no longer safe.`,
  ],
  [/WRONG_VERSION_NUMBER|PACKET_LENGTH|HTTP_REQUEST/, (host) => `${host} does not speak TLS at this port.`],
  [/HANDSHAKE_FAILURE|NO_SHARED_CIPHER|NO_CIPHERS/, (host) => `${host} and this program know no cipher in common.`],
]

function tlsFailure(code: string, { host }: URL): FailedFetch {
  const known = TLS_FAULTS.find(([pattern]) => pattern.test(code))
  return failed('tls', `${known ? known[1](host) : `The secure connection to ${host} cannot be made.`} (${code})`)
}

/** Codes that, on the way through a proxy, tell of the proxy itself: it alone is connected to. */
const PROXY_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_PRX_CONN',
  'UND_ERR_PRX_TLS',
])

function proxyFailure(error: Error, code: string, proxyHost: string, url: URL): FailedFetch | null {
  const status = Number(
    /^Proxy response \((\d{3})\)|Proxy Authentication Required \((\d{3})\)/.exec(error.message)?.slice(1).find(Boolean),
  )
  if (status === 407) return failed('proxy', `The proxy ${proxyHost} asks for a name and password (407).`)
  if (status > 0) return failed('proxy', `The proxy ${proxyHost} does not let ${url.host} through (${status}).`)
  if (PROXY_CODES.has(code)) return failed('proxy', `The proxy ${proxyHost} is out of reach (${code}).`)
  return null
}
