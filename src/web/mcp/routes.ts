import { createMcpHandler } from '@modelcontextprotocol/server'
import { type Context, Hono } from 'hono'
import { apiRoutes } from '../api/routes.ts'
import { originOf } from '../feeds/origin.ts'
import type { Site } from '../site.ts'
import { createAskApi } from './ask-api.ts'
import { createMcpServer } from './mcp-server.ts'

/** Bytes of one message: a question is far below. */
const MAX_MESSAGE_BYTES = 64_000
/** Streams of changes that are held open at once, all assistants together: nothing here changes its list of tools. */
const MAX_STREAMS = 16

/**
 * `/mcp`: the site for assistants, by the Model Context Protocol over HTTP, without sessions. It answers what the public API answers, asked in
 * this process. A browser's page of another origin is refused, so that no page can make a reader's browser ask in its place.
 */
export function mcpRoutes(site: Site): Hono {
  const app = new Hono()
  const api = apiRoutes(site)
  const serve = createMcpHandler(
    ({ requestInfo }) => {
      const host = requestInfo?.headers.get('host') ?? 'localhost'
      const ask = createAskApi((path) => api.request(`http://${host}${path}`, { headers: { host } }))
      return createMcpServer(ask, site.brand.name)
    },
    {
      maxRequestBodySize: MAX_MESSAGE_BYTES,
      maxSubscriptions: MAX_STREAMS,
      onerror: (error) => site.log('mcp-failed', { error: error.message }),
    },
  )
  app.all('/mcp', async (c) => {
    c.header('cache-control', 'no-store')
    if (isForeign(c, site))
      return c.json({ error: { code: 'forbidden', message: 'not from a page of another site' } }, 403)
    return serve.fetch(c.req.raw)
  })
  return app
}

/** True where a browser says that a page of another origin asks. **Source:** MCP 2025-06-18, Transports, security warning. */
function isForeign(c: Context, site: Site): boolean {
  const origin = c.req.header('origin')
  return origin !== undefined && origin !== originOf(c, site.brand.baseUrl)
}
