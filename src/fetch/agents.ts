import { Agent, Client, type Dispatcher, ProxyAgent } from 'undici'
import { type GuardedConnectOptions, guardedConnect } from './guarded-connect.ts'
import type { FetchLimits } from './limits.ts'

/** Connections straight to hosts, each address judged as it is connected to. */
export function guardedAgent(
  limits: FetchLimits,
  guard: Omit<GuardedConnectOptions, 'connectMs'>,
  connections: number,
): Dispatcher {
  const connect = guardedConnect({ ...guard, connectMs: limits.connectMs })
  return new Agent({ connections, ...manners(limits), connect })
}

/** Connections through the owner's proxy: https in a tunnel (CONNECT), http by whole address, as proxies commonly allow. */
export function proxyAgent(limits: FetchLimits, uri: string): Dispatcher {
  return new ProxyAgent({
    uri,
    connectTimeout: limits.connectMs,
    factory: (origin, options) => new Client(origin, { ...options, ...manners(limits) }),
  })
}

function manners(limits: FetchLimits) {
  return {
    pipelining: 1,
    allowH2: false,
    keepAliveTimeout: 2_000, // just longer than the pause before the next page of the same host
    keepAliveMaxTimeout: 5_000,
    maxHeaderSize: limits.maxHeaderBytes,
  }
}
