import { type FailedFetch, failed } from './fetch-failure.ts'

/** Why an answer with this status is no document; null where it is one. `validated`: an ETag or date was sent along. */
export function statusFailure(status: number, url: URL, validated: boolean): FailedFetch | null {
  const { host } = url
  if (status === 304)
    return validated
      ? null
      : failed('not-modified-without-validator', `${host} says "not modified" to a first request.`)
  if (status >= 200 && status < 300) return null
  if (status === 410) return failed('gone', `${host} says that this address is gone for good.`)
  if (status === 429) return failed('too-many-requests', `${host} asks for fewer requests.`)
  if (status === 401 || status === 407) return failed('http-4xx', `${host} asks for a password (${status}).`)
  if (status === 403) return failed('http-4xx', `${host} refuses to show this address (403).`)
  if (status === 404) return failed('http-4xx', `${host} does not know this address (404).`)
  if (status >= 400 && status < 500) return failed('http-4xx', `${host} refuses the request (${status}).`)
  if (status >= 500) return failed('http-5xx', `${host} has a fault of its own (${status}).`)
  return failed('http-unexpected', `${host} answers with an unexpected status (${status}).`)
}
