import { setTimeout as pause } from 'node:timers/promises'
import type { Config } from '../config.ts'
import { fillEditions, type NumberedEdition } from '../ingest/fill-editions.ts'
import { lookThrough } from '../store/edition-lens.ts'
import { applyEditions } from '../store/editions.ts'
import type { Store } from '../store/store.ts'
import { createApp } from '../web/app.ts'
import { type Answering, byHost, hostName } from '../web/editions/by-host.ts'
import { createFreshCounts } from '../web/fresh-counts.ts'
import { spokenLanguages } from '../web/reader-language.ts'
import type { Site } from '../web/site.ts'
import { brandFiles } from './brand.ts'
import { type EditionEntry, readEditionsFile } from './editions-file.ts'

/** Everything that answers requests, and what keeps editions in step with the store; both do nothing where no edition is named. */
export type Editions = {
  app: Answering
  /** Takes in what editions lack; resolves when they are whole, or at a stop. */
  fill: (stopping: AbortSignal) => Promise<number>
}

/** How often sources are looked at that were moved into editions or out of them while the site runs. */
const LOOK_MS = 5_000

/**
 * The site of a configuration with its editions, each over what it sees of the one store.
 * @throws AppError invalid for a file, picture or colour that is not as it must be
 */
export async function openEditions(config: Config, store: Store, alone: Site): Promise<Editions> {
  const file = config.editions === '' ? null : readEditionsFile(config.editions)
  const site =
    file === null ? alone : { ...alone, shared: { counts: createFreshCounts(), apps: file.editions.length + 1 } }
  const whole = createApp(site)
  const chosen = (file?.editions ?? []).flatMap(({ key, sources }) => (sources === null ? [] : [{ key, sources }]))
  const numbers = await applyEditions(store, chosen)
  if (file === null) return { app: whole, fill: async () => 0 }
  const hosted = await Promise.all(
    file.editions.map(async (entry) => {
      const number = numbers.get(entry.key)
      const seen = number === undefined ? null : await lookThrough(store, number)
      return { hosts: entry.hosts, app: createApp(siteOfEdition(site, config, entry, seen)) }
    }),
  )
  const own = ownHosts(config).filter((host) => !file.editions.some(({ hosts }) => hosts.includes(host)))
  const numbered = chosen.map((choice) => ({ ...choice, number: numbers.get(choice.key)! })) // applied just above
  return {
    app: byHost([...hosted, { hosts: own, app: whole }], file.refusesUnknown ? null : whole, whole),
    fill: (stopping) => keepFilled(store, numbered, site, stopping),
  }
}

/** Fills what is missing, then looks every few seconds for stories that are to be counted anew. */
async function keepFilled(store: Store, editions: readonly NumberedEdition[], site: Site, stopping: AbortSignal) {
  if (editions.length === 0) return 0
  let steps = 0
  while (!stopping.aborted) {
    try {
      steps += await fillEditions(store, editions, { stopping, onStep: site.touch })
    } catch (error) {
      site.log('editions-failed', { error: error instanceof Error ? error.message : String(error) })
    }
    await pause(LOOK_MS, undefined, { signal: stopping, ref: false }).catch(() => {}) // called off at a stop
  }
  return steps
}

/** Hosts under which the whole site is asked by its owner: its public address, and where it listens. */
function ownHosts(config: Config): string[] {
  const named = [config.listen, ...(config.baseUrl === '' ? [] : [new URL(config.baseUrl).host]), 'localhost']
  return [...new Set(named.flatMap((one) => hostName(one) ?? []))]
}

function siteOfEdition(site: Site, config: Config, entry: EditionEntry, seen: Store | null): Site {
  const { key, name, tagline, baseUrl, logo, accent, language, languages, reactions, sections, sources } = entry
  const where = `TRENDPULSE_EDITIONS: the edition ${key}`
  return {
    ...site,
    ...(seen === null ? {} : { store: seen }),
    ...(sources === null ? {} : { edition: { key, whole: site.store } }),
    ...(sections === null ? {} : { sections }),
    reactions: reactions ?? site.reactions,
    ...(language === null && languages === null
      ? {}
      : { languages: spokenLanguages(languages ?? config.languages, language ?? config.language) }),
    brand: {
      name,
      tagline: tagline ?? site.brand.tagline,
      baseUrl,
      ...brandFiles({ logo, accent: accent ?? (config.accent === '' ? null : config.accent) }, where),
    },
  }
}
