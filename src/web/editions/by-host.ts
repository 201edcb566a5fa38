import type { Hono } from 'hono'
import { AppError } from '../../model/errors.ts'

/** What answers requests: an app as `createApp` makes it. */
export type Answering = Pick<Hono, 'fetch'>

/** Which app answers for which hosts (in lower case, without a port). */
export type Hosted = { hosts: readonly string[]; app: Answering }

/** Asked by machines of the owner's own, under whatever name: every app answers them alike. */
const FOR_MACHINES = ['/healthz', '/metrics']

/**
 * Chooses the edition that answers by the host that a request names, and nothing else: each has an app of its own, with its own finished
 * pages, so that nothing of one can stand in another. A host that nobody named gets `fallback`; null refuses it with 421, without saying it
 * back. **Source:** RFC 9110 §7.4 and §15.5.20
 */
export function byHost(editions: readonly Hosted[], fallback: Answering | null, forMachines: Answering): Answering {
  const apps = new Map(editions.flatMap(({ hosts, app }) => hosts.map((host) => [host, app] as const)))
  return {
    fetch: (request, ...rest) => {
      const app = apps.get(hostOf(request)) ?? fallback
      if (app !== null) return app.fetch(request, ...rest)
      if (FOR_MACHINES.includes(new URL(request.url).pathname)) return forMachines.fetch(request, ...rest)
      return new Response('No edition of this site has that name.\n', {
        status: 421,
        headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
      })
    },
  }
}

/** The host of a request in lower case, without its port or a point at its end; the empty string where there is none. */
function hostOf(request: Request): string {
  const asked = request.headers.get('host') ?? new URL(request.url).host
  return hostName(asked) ?? ''
}

/** A host as it is compared: `News.Example:8080` and `news.example.` are `news.example`; null for what is none. */
export function hostName(host: string): string | null {
  const name = /^(\[[0-9a-f:.]+\]|[a-z0-9_.-]+?)\.?(?::\d{1,5})?$/.exec(host.trim().toLowerCase())?.[1]
  return name ?? null
}

/** @throws AppError invalid where two editions claim one host: which would answer? */
export function refuseSharedHosts(editions: readonly { key: string; hosts: readonly string[] }[]): void {
  const owners = new Map<string, string>()
  for (const { key, hosts } of editions)
    for (const host of hosts) {
      const other = owners.get(host)
      if (other !== undefined)
        throw new AppError('invalid', `the host ${host} is named by two editions, ${other} and ${key}`)
      owners.set(host, key)
    }
}
