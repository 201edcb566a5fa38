import { createHash, randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import type { Config } from '../../config.ts'
import { DEMO_ARTICLES, fillWithDemo } from '../../ingest/demo.ts'
import { fillFacts } from '../../ingest/fill-facts.ts'
import { forgetPast } from '../../ingest/forget-past.ts'
import { handIn } from '../../ingest/hand-in.ts'
import { type Scheduler, startScheduler } from '../../ingest/scheduler.ts'
import { createLog } from '../../log.ts'
import { AppError, EXIT } from '../../model/errors.ts'
import { HOUR_MS } from '../../model/time.ts'
import { storeCounts } from '../../store/counts.ts'
import { forgetOldJobs, type Job } from '../../store/jobs.ts'
import { removeSetting, setting, settingOnce } from '../../store/settings.ts'
import { serverOver } from '../../web/front-door.ts'
import { tellLeading } from '../../web/lists/story-telling.ts'
import { doJob } from '../do-job.ts'
import { openEditions } from '../editions.ts'
import { type Engine, openEngine } from '../engine.ts'
import { createHousekeeping } from '../housekeeping.ts'
import { hubOver } from '../hub.ts'
import { metricsText } from '../metrics.ts'
import { notesOver } from '../notes.ts'
import { picturesOf } from '../pictures.ts'
import { signInServiceOf } from '../sign-in-service.ts'
import { createSite, watchStore } from '../site.ts'
import { createSiteLists } from '../site-lists.ts'
import type { Verb, VerbContext } from '../verb.ts'
import { watchingOf } from '../watching.ts'

/** How long a stop waits for what runs; service managers kill after ten seconds and people lose patience before. */
const STOP_MS = 2_500
/** How long the store has to close after that. */
const LEAVE_MS = 1_500
/** Setting that is there while the demo edition is being filled in: the moment that it is made for. */
const DEMO_BEGUN = 'demo-begun'

export const serveVerb: Verb = {
  name: 'serve',
  usage: 'serve [--listen 127.0.0.1:8080]',
  summary: 'site, APIs, scheduler and workers in one process',
  example: './trendpulse serve --listen 127.0.0.1:9000 --data ./my-data',
  hasJson: false,
  options: { listen: { type: 'string', help: 'address and port (TRENDPULSE_LISTEN)' } },
  run: async (context) => {
    const engine = await openEngine(context.config)
    const info = createLog('info', Date.now)
    const housekeeping = createHousekeeping(context.config)
    let pictures: ReturnType<typeof picturesOf> = null
    try {
      const ownerKey = await firstOwnerKey(engine)
      const lists = createSiteLists(engine.store)
      const stopping = new AbortController()
      const watching = watchingOf(context.config, engine, stopping.signal)
      pictures = picturesOf(context.config, engine)
      let scheduler: Scheduler | null = null
      const site = await createSite(context.config, engine.store, lists, {
        ownerKeyHash: ownerKey.hash,
        metrics: () => metricsText(engine, watching.outcomes()),
        hurry: () => scheduler?.hurry(),
        housekeeping,
        pictures,
        signInService: signInServiceOf(context.config, engine.fetch, engine.now),
        notes: notesOver(context.config, engine),
        handIn: (articles) => handIn(engine, articles),
      })
      const editions = await openEditions(context.config, engine.store, site)
      const hub = hubOver(context.config, engine, { site, app: editions.app, stopping: stopping.signal })
      const server = await start(context.config, serverOver(site, editions.app.fetch))
      announce(context, ownerKey.fresh)
      engine.line.onStored((ids) => {
        site.touch()
        hub?.hurry()
        lists.add(ids).catch((error: Error) => engine.log('related-failed', { error: error.message }))
      })
      let isDemoUnwanted = false
      const demo = { isCalledOff: () => isDemoUnwanted, changed: site.touch }
      const filled = lists.load().then(() => fillIfEmpty(context.config, engine, demo))
      filled.catch((error: Error) => engine.log('demo-failed', { error: error.message }))
      const filling = editions.fill(stopping.signal)
      const facts = filled
        .then(() => tellLeading(site, stopping.signal))
        .then(() => fillFacts({ ...engine, stopping: stopping.signal }))
        .then((read) => read > 0 && site.touch())
        .catch((error: Error) => engine.log('facts-failed', { error: error.message }))
      const doThisJob = async (job: Job) => {
        if (job.kind === 'remove-demo') {
          isDemoUnwanted = true
          await filled.catch(() => {}) // what is still coming in would stay behind
        }
        await doJob({ ...engine, stopping: stopping.signal, backups: housekeeping.backups }, job)
        if (job.kind === 'remove-demo') lists.clear()
      }
      scheduler = await startScheduler({
        ...engine,
        stopping: stopping.signal,
        log: info,
        concurrency: context.config.polls,
        onChange: site.touch,
        doJob: doThisJob,
        tendWatches: watching.tend,
        ...(hub ? { tendHub: hub.tend } : {}),
      })
      const stopWatching = watchStore(site, lists)
      const stopForgetting = forgetting({ ...engine, stopping: stopping.signal }, context.config)
      await stopSignal()
      stopForgetting()
      await stopWatching()
      stopping.abort()
      await stop(server, scheduler, Promise.all([facts, filling, hub?.settle()]))
      return EXIT.done
    } finally {
      pictures?.close()
      await engine.close()
    }
  },
}

/** The owner's key is made at the first start and shown once; the store keeps its hash. */
async function firstOwnerKey(engine: Engine): Promise<{ hash: string; fresh: string | null }> {
  const made = randomBytes(18).toString('base64url')
  const madeHash = createHash('sha256').update(made).digest('hex')
  const hash = await settingOnce(engine.store, 'owner-key-hash', () => madeHash)
  return { hash, fresh: hash === madeHash ? made : null }
}

async function start(config: Config, server: Server): Promise<Server> {
  const cut = config.listen.lastIndexOf(':')
  const hostname = config.listen.slice(0, cut).replace(/^\[|\]$/g, '')
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why = cause.code === 'EADDRINUSE' ? 'something listens there already' : cause.message
      reject(new AppError('internal', `cannot listen on ${config.listen}: ${why}`, { cause }))
    })
    server.listen(Number(config.listen.slice(cut + 1)), hostname, () => resolve(server))
  })
}

function announce(context: VerbContext, freshKey: string | null): void {
  context.say(`TrendPulse is at http://${context.config.listen}`)
  if (freshKey !== null)
    context.say(`You own it: open http://${context.config.listen}/owner?key=${freshKey} (shown only now)`)
}

/** Fills an empty store with the demo edition, and goes on with one that a stop cut short: the same moment gives the same articles. */
async function fillIfEmpty(
  config: Config,
  engine: Engine,
  { isCalledOff, changed }: { isCalledOff: () => boolean; changed: () => void },
): Promise<void> {
  if (config.demo === 'off') return
  const begun = await setting(engine.store, DEMO_BEGUN)
  const counts = await storeCounts(engine.store)
  if (begun === null && counts.articles + counts.feeds > 0) return
  const endMs = Number(await settingOnce(engine.store, DEMO_BEGUN, () => String(engine.now())))
  await fillWithDemo(engine.store, engine.pool, engine.line, { articles: DEMO_ARTICLES, seed: 1, endMs, isCalledOff })
  await removeSetting(engine.store, DEMO_BEGUN)
  await engine.pulse.catchUp(engine.now())
  changed()
}

/** Forgets old jobs, and the past that is not to be kept, now and every hour; gives what ends it. */
function forgetting(
  { store, now, log, stopping }: Engine & { stopping: AbortSignal },
  { keepPast: keepDays }: Config,
): () => void {
  const forget = () =>
    void forgetOldJobs(store, now())
      .then(() => (keepDays === null ? 0 : forgetPast(store, { keepDays, nowMs: now(), stopping })))
      .catch((error: Error) => log('forgetting-failed', { error: error.message }))
  forget()
  const timer = setInterval(forget, HOUR_MS)
  return () => clearInterval(timer)
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}

/** Ends what runs: a batch that is being stored is finished, what waits for the network is called off, and after STOP_MS nothing is waited for. */
async function stop(server: Server, scheduler: Scheduler, filled: Promise<unknown>): Promise<void> {
  server.closeAllConnections()
  const ended = Promise.all([new Promise((resolve) => server.close(resolve)), scheduler.stop(), filled.catch(() => {})])
  const over = Promise.withResolvers<void>()
  const timer = setTimeout(over.resolve, STOP_MS)
  await Promise.race([ended, over.promise])
  clearTimeout(timer)
  // A request that waits for its host's turn holds a timer: it must not hold the process.
  setTimeout(() => process.exit(EXIT.done), LEAVE_MS).unref()
}
