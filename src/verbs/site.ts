import { randomBytes } from 'node:crypto'
import type { Config } from '../config.ts'
import { createRuleActs } from '../ingest/rule-acts.ts'
import { createShaping } from '../ingest/shaping.ts'
import { createLog } from '../log.ts'
import { settingOnce } from '../store/settings.ts'
import type { Store } from '../store/store.ts'
import { alignTexts } from '../story/align.ts'
import { tellStory } from '../story/story-telling.ts'
import type { Housekeeping } from '../web/housekeeping.ts'
import { spokenLanguages } from '../web/reader-language.ts'
import type { Notes, PictureSource, SignInService, Site, SiteLists } from '../web/site.ts'
import { brandFiles } from './brand.ts'
import { sectionsOfLine } from './editions-file.ts'
import { publicUrl } from './engine.ts'
import type { LoadedLists } from './site-lists.ts'

/** How often the store is asked whether a verb beside this process has stored something: one look at its last row. */
const LOOK_MS = 3_000

/** Everything that pages are made from, over one store: the only place where web meets the rooms it may not import. */
export async function createSite(
  config: Config,
  store: Store,
  lists: SiteLists,
  parts: Pick<Site, 'ownerKeyHash' | 'metrics'> & {
    housekeeping: Housekeeping | null
    hurry: () => void
    pictures: PictureSource | null
    signInService?: SignInService | null
    notes?: Notes
    handIn?: NonNullable<Site['handIn']>
  },
): Promise<Site> {
  const sections = sectionsOfLine(config.sections)
  let version = Date.now() // a restart makes pages anew
  return {
    store,
    now: Date.now,
    brand: {
      name: config.name,
      tagline: config.tagline,
      baseUrl: publicUrl(config),
      ...brandFiles(
        { logo: config.logo === '' ? null : config.logo, accent: config.accent === '' ? null : config.accent },
        'TRENDPULSE_LOGO and TRENDPULSE_ACCENT',
      ),
    },
    reactions: config.reactions,
    countViews: config.views,
    secret: await settingOnce(store, 'secret', () => randomBytes(32).toString('base64url')),
    ownerKeyHash: parts.ownerKeyHash,
    lists,
    log: createLog('warn', Date.now),
    metrics: parts.metrics,
    hurry: parts.hurry,
    ...(parts.pictures ? { pictures: parts.pictures } : {}),
    ...(parts.signInService ? { signInService: parts.signInService } : {}),
    changed: () => version,
    touch: () => {
      version++
    },
    compare: alignTexts,
    shaping: createShaping(store, Date.now),
    rules: createRuleActs(store, Date.now),
    ...(parts.notes ? { notes: parts.notes } : {}),
    ...(parts.handIn ? { handIn: parts.handIn } : {}),
    tellStory,
    ...(parts.housekeeping ? { housekeeping: parts.housekeeping } : {}),
    told: { mail: config.smtpUrl !== '', ntfy: config.ntfyUrl === '' ? null : config.ntfyUrl },
    ...(sections === null ? {} : { sections }),
    languages: spokenLanguages(config.languages, config.language),
    trustProxy: config.trustProxy,
    ...(config.hub === 'off' ? {} : { hub: { at: config.hub } }),
    countsReading: config.countReading,
  }
}

/** Keeps a running site true to what other processes store: lists take it in, finished pages are made anew. Gives what ends it. */
export function watchStore(site: Site, lists: LoadedLists, everyMs = LOOK_MS): () => Promise<void> {
  let looking: Promise<void> = Promise.resolve()
  let busy = false
  const look = async () => {
    busy = true
    try {
      if ((await lists.catchUp()) > 0) site.touch()
    } catch (error) {
      site.log('catch-up-failed', { error: error instanceof Error ? error.message : String(error) })
    } finally {
      busy = false
    }
  }
  const timer = setInterval(() => {
    if (!busy) looking = look()
  }, everyMs)
  return async () => {
    clearInterval(timer)
    await looking
  }
}
