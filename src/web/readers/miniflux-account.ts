import packageJson from '../../../package.json' with { type: 'json' }
import { AppError } from '../../model/errors.ts'
import { DAY_MS } from '../../model/time.ts'
import { tokensOf } from '../../store/account-tokens.ts'
import { accountByName } from '../../store/accounts.ts'
import { rfc3339 } from '../feeds/atom.ts'
import type { Site } from '../site.ts'
import { importList } from './edit-feeds.ts'
import { askingOf, feedsOf, type MinifluxApp, type MinifluxContext } from './miniflux-call.ts'
import { minifluxUser } from './miniflux-shapes.ts'
import { opmlOf } from './opml-out.ts'
import { uploadedText } from './request-body.ts'

/** Who is signed in, and what is asked of the site as a whole. */
export function addAccountRoutes(app: MinifluxApp, site: Site): void {
  const me = (c: MinifluxContext) => minifluxUser(c.get('reader').name)
  app.get('/v1/me', (c) => c.json(me(c)))
  app.get('/v1/version', (c) => c.json(versionInfo()))
  app.get('/v1/integrations/status', (c) => c.json({ has_integrations: false }))
  // What was read stays: nothing here is kept only for one reader.
  app.on(['PUT', 'DELETE'], '/v1/flush-history', (c) => c.body(null, 202))
  app.get('/v1/users', (c) => c.json([me(c)]))
  app.get('/v1/users/:name', (c) => {
    const name = c.req.param('name')
    if (name !== '1' && name !== c.get('reader').name) throw new AppError('not_found', 'Resource not found')
    return c.json(me(c))
  })
  // An app sends the whole user back for its own looks: nothing of it is ours to keep.
  app.put('/v1/users/:name', (c) => c.json(me(c), 201))
  const onThePage = () => {
    throw new AppError(
      'forbidden',
      'accounts and tokens are made and ended on the site itself, at /people and /account',
    )
  }
  app.post('/v1/users', onThePage)
  app.delete('/v1/users/:name', onThePage)
  app.get('/v1/api-keys', async (c) => c.json(await keysOf(site, c.get('reader').name)))
  app.post('/v1/api-keys', onThePage)
  app.delete('/v1/api-keys/:id', onThePage)
  app.get('/v1/export', async (c) =>
    c.body(opmlOf(await feedsOf(site, c), site.brand.name), 200, { 'content-type': 'text/x-opml; charset=utf-8' }),
  )
  app.post('/v1/import', async (c) => {
    await importList(askingOf(site, c), await uploadedText(c))
    return c.json({ message: 'Feeds imported successfully' }, 201)
  })
}

/** An account's tokens without their secrets, which nobody knows any more. */
async function keysOf(site: Site, name: string) {
  const account = await accountByName(site.store, name)
  if (!account) return []
  return (await tokensOf(site.store, account.id)).map((token, index) => ({
    id: index + 1,
    user_id: 1,
    token: '',
    description: token.name,
    last_used_at: token.usedDay === null ? null : rfc3339(token.usedDay * DAY_MS),
    created_at: rfc3339(token.createdMs),
  }))
}

function versionInfo() {
  return {
    version: packageJson.version,
    commit: '',
    build_date: '',
    go_version: '',
    compiler: '',
    arch: process.arch,
    os: process.platform,
  }
}
