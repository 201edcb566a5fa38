import { randomBytes } from 'node:crypto'
import type { Config } from '../config.ts'
import { createLog } from '../log.ts'
import { settingOnce } from '../store/settings.ts'
import type { Store } from '../store/store.ts'
import { alignTexts } from '../story/align.ts'
import type { Site, SiteLists } from '../web/site.ts'

/** Everything that pages are made from, over one store: the only place where web meets the rooms it may not import. */
export async function createSite(
  config: Config,
  store: Store,
  lists: SiteLists,
  parts: { ownerKeyHash: string; metrics: () => string },
): Promise<Site> {
  let version = Date.now() // a restart makes pages anew
  return {
    store,
    now: Date.now,
    brand: {
      name: config.name,
      tagline: config.tagline,
      baseUrl: config.baseUrl === '' ? null : config.baseUrl.replace(/\/$/, ''),
    },
    reactions: config.reactions,
    secret: await settingOnce(store, 'secret', () => randomBytes(32).toString('base64url')),
    ownerKeyHash: parts.ownerKeyHash,
    lists,
    log: createLog('warn', Date.now),
    metrics: parts.metrics,
    changed: () => version,
    touch: () => {
      version++
    },
    compare: alignTexts,
  }
}
