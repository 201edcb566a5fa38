import type { Config } from '../config.ts'
import { createOutsideHub } from '../ingest/hub/outside-hub.ts'
import { createOwnHub, type Hub } from '../ingest/hub/own-hub.ts'
import type { ReadList } from '../ingest/hub/told-list.ts'
import type { Answering } from '../web/editions/by-host.ts'
import { HUB_PATH } from '../web/feeds/hub-link.ts'
import { FEED_TYPES } from '../web/feeds/out-feed.ts'
import type { Site } from '../web/site.ts'
import type { Engine } from './engine.ts'

/** Tells others of changed feeds as the owner chose: by a hub of the site's own, by somebody else's, or not at all. */
export function hubOver(
  config: Config,
  engine: Engine,
  { site, app, stopping }: { site: Pick<Site, 'changed' | 'hub'>; app: Answering; stopping: AbortSignal },
): Hub | null {
  const { store, fetch, now, random, log } = engine
  if (config.hub === 'off' || !site.hub) return null
  const parts = { store, fetch, now, random, log, stopping, read: listReader(app), changed: site.changed }
  if (config.hub === 'own') return createOwnHub({ ...parts, hubUrl: (base) => `${base}${HUB_PATH}` })
  const outside = createOutsideHub({ ...parts, hub: config.hub })
  site.hub.noteRead = outside.note
  return outside
}

/** Reads feeds as any reader gets them: through the site itself, without the network. */
function listReader(app: Answering): ReadList {
  const types: readonly string[] = Object.values(FEED_TYPES)
  return async ({ topic, base }) => {
    const address = `${new URL(base).origin}${topic.slice(base.length)}`
    const response = await app.fetch(new Request(address), {})
    const body = await response.text()
    if (response.status >= 500) throw new Error(`${topic} answers ${response.status}`)
    const type = response.headers.get('content-type') ?? ''
    return response.ok && types.includes(type) ? { body, type } : null
  }
}
