import { join } from 'node:path'
import type { Config } from '../config.ts'
import { createFetchClient } from '../fetch/client.ts'
import { createLine } from '../ingest/line.ts'
import type { Polling } from '../ingest/poll.ts'
import { createPulse, type Pulse } from '../ingest/pulse-tick.ts'
import { createWorkerPool } from '../ingest/worker-pool.ts'
import { createLog } from '../log.ts'
import { openStore, type Store, type StoreLocation } from '../store/store.ts'

/** Rooms put together for one process: store, network, threads, writer, pulse. */
export type Engine = Polling & { pulse: Pulse; close: () => Promise<void> }

/** Where the store of a configuration lives. */
export function storeLocation(config: Config): StoreLocation {
  return config.databaseUrl !== '' ? { databaseUrl: config.databaseUrl } : { path: join(config.data, 'trendpulse.db') }
}

/** Opens everything that reading needs. @throws AppError internal when the store is out of reach */
export async function openEngine(config: Config): Promise<Engine> {
  const store = await openStore(storeLocation(config))
  return engineOver(config, store)
}

/** The same over a store that is open already; `close` closes it too. */
export function engineOver(config: Config, store: Store): Engine {
  const pool = createWorkerPool({ threads: config.workers })
  const fetch = createFetchClient({
    userAgent: config.userAgent,
    allowPrivate: config.allowPrivate,
    proxy: config.proxy === '' ? null : config.proxy,
  })
  return {
    store,
    pool,
    fetch,
    line: createLine(store),
    pulse: createPulse(store),
    now: Date.now,
    random: Math.random,
    publicUrl: publicUrl(config),
    log: createLog('warn', Date.now),
    close: async () => {
      await pool.close()
      await fetch.close()
      await store.close()
    },
  }
}

/** Public address of the site without a slash at the end; null where it is not configured. */
export function publicUrl({ baseUrl }: Config): string | null {
  return baseUrl === '' ? null : baseUrl.replace(/\/$/, '')
}

/** Opens the store alone, for verbs that read it; closes it whatever happens. */
export async function withStore<Value>(config: Config, work: (store: Store) => Promise<Value>): Promise<Value> {
  const store = await openStore(storeLocation(config))
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** Opens everything, works, closes everything whatever happens. */
export async function withEngine<Value>(config: Config, work: (engine: Engine) => Promise<Value>): Promise<Value> {
  const engine = await openEngine(config)
  try {
    return await work(engine)
  } finally {
    await engine.close()
  }
}
