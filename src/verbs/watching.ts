import type { Config } from '../config.ts'
import { createMailer } from '../ingest/deliver/mail.ts'
import { createWatching, type Watching } from '../ingest/tend-watches.ts'
import { type Engine, publicUrl } from './engine.ts'

/** Tells watching readers what they watch, by the ways that the owner has set up. `stopping` calls off what is being sent. */
export function watchingOf(config: Config, engine: Engine, stopping: AbortSignal): Watching {
  return createWatching({
    store: engine.store,
    fetch: engine.fetch,
    mail: config.smtpUrl === '' ? null : createMailer({ smtpUrl: config.smtpUrl, from: config.mailFrom }),
    ntfy: config.ntfyUrl === '' ? null : { url: config.ntfyUrl, token: config.ntfyToken },
    base: publicUrl(config) ?? `http://${config.listen}`,
    siteName: config.name,
    now: engine.now,
    random: engine.random,
    stopping,
    log: engine.log,
  })
}
