import { serveStdio } from '@modelcontextprotocol/server/stdio'
import { createLog } from '../../log.ts'
import { AppError, EXIT } from '../../model/errors.ts'
import type { Store } from '../../store/store.ts'
import { apiRoutes } from '../../web/api/routes.ts'
import { type AskApi, createAskApi } from '../../web/mcp/ask-api.ts'
import { createMcpServer } from '../../web/mcp/mcp-server.ts'
import { withStore } from '../engine.ts'
import { createSite, watchStore } from '../site.ts'
import { createSiteLists } from '../site-lists.ts'
import type { Verb, VerbContext } from '../verb.ts'

/** A running site is waited for so long: an assistant's own patience is about a minute. */
const ANSWER_MS = 20_000

export const mcpVerb: Verb = {
  name: 'mcp',
  usage: 'mcp [--site URL]',
  summary:
    'answer an assistant on standard input and output (Model Context Protocol), from the store or from a running site',
  example: './trendpulse mcp --site http://127.0.0.1:8080',
  hasJson: false,
  options: { site: { type: 'string', help: 'a running site to ask; without it the store is read' } },
  run: async (context) => {
    const { site } = context.values
    if (context.args.length > 0)
      throw new AppError('invalid', `mcp takes no "${context.args[0]}": say --site URL or nothing`)
    if (typeof site === 'string') return answerFrom(askSite(site), site)
    return withStore(context.config, (store) => answerFromStore(context, store))
  },
}

/** Asks a running site by its public API. */
function askSite(address: string): AskApi {
  const base = URL.parse(address)
  if (!base || !/^https?:$/.test(base.protocol))
    throw new AppError('invalid', `--site is "${address}": it must be the http or https address of a running site`)
  return createAskApi(async (path) => {
    try {
      return await fetch(new URL(path, base), { signal: AbortSignal.timeout(ANSWER_MS) })
    } catch (cause) {
      throw new AppError('upstream', `${base.host} does not answer`, { cause })
    }
  })
}

/** Reads the store as the site does, beside a site that may be running over it. */
async function answerFromStore({ config }: VerbContext, store: Store): Promise<number> {
  const lists = createSiteLists(store)
  const site = await createSite(config, store, lists, {
    ownerKeyHash: '',
    metrics: () => '',
    hurry: () => {},
    housekeeping: null,
    pictures: null,
  })
  const log = createLog('warn', Date.now)
  lists.load().catch((error: Error) => log('related-failed', { error: error.message }))
  const stopWatching = watchStore(site, lists)
  const api = apiRoutes(site)
  const host = config.listen
  try {
    return await answerFrom(
      createAskApi((path) => api.request(`http://${host}${path}`, { headers: { host } })),
      config.name,
    )
  } finally {
    await stopWatching()
  }
}

/** Answers until the assistant closes standard input. */
async function answerFrom(ask: AskApi, name: string): Promise<number> {
  const log = createLog('warn', Date.now)
  const handle = serveStdio(() => createMcpServer(ask, name), {
    onerror: (error) => log('mcp-failed', { error: error.message }),
  })
  await new Promise<void>((resolve) => {
    for (const ended of ['end', 'close'] as const) process.stdin.once(ended, resolve)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await handle.close()
  return EXIT.done
}
