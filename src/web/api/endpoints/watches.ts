import { z } from 'zod'
import { AppError } from '../../../model/errors.ts'
import { WATCH_CHANNELS, WATCH_KINDS, type Watch, type WatchMessage } from '../../../model/watch.ts'
import { stopWatch, watchesOf } from '../../../store/watches.ts'
import { hoursText, WatchWish, watchFor, watchList } from '../../lists/watch.ts'
import { endpoint, IdParam, Nothing } from '../endpoint.ts'
import { time } from '../shapes.ts'

const MessageAnswer = z.object({
  id: z.string().describe('The same in every try: `webhook-id`, and the left side of a mail’s Message-ID'),
  kind: z.enum(['news', 'confirm', 'test']),
  state: z.enum(['queued', 'sent', 'failed']),
  tries: z.int().min(0),
  reason: z.string().nullable(),
  made: z.iso.datetime(),
  sent: z.iso.datetime().nullable(),
})

const WatchAnswer = z
  .object({
    id: z.int(),
    kind: z.enum(WATCH_KINDS),
    target: z.string(),
    name: z.string(),
    everyArticle: z.boolean(),
    channel: z.enum(WATCH_CHANNELS),
    address: z.string(),
    quiet: z.object({ from: z.string(), to: z.string(), zone: z.string() }).nullable(),
    state: z
      .enum(['asked', 'active', 'failed'])
      .describe('asked: its mail address waits for its confirmation; failed: given up'),
    reason: z.string().nullable().describe('Why the last delivery failed'),
    failures: z.int().min(0),
    url: z.url().describe('Its page; with .atom, .rss or .json its feed. Whoever has it may read and stop the watch'),
    secret: z.string().nullable().describe('What a webhook’s messages are signed with'),
    made: z.iso.datetime(),
    last: MessageAnswer.nullable(),
  })
  .meta({ id: 'Watch' })

const messageAnswer = (message: WatchMessage) => ({
  id: message.key,
  kind: message.kind,
  state: message.state,
  tries: message.tries,
  reason: message.reason,
  made: time(message.madeMs),
  sent: message.sentMs === null ? null : time(message.sentMs),
})

function watchAnswer(watch: Watch, last: WatchMessage | null, origin: string): z.input<typeof WatchAnswer> {
  const { id, kind, target, name, everyArticle, channel, address, quiet, state, reason, failures } = watch
  return {
    ...{ id, kind, target, name, everyArticle, channel, address, state, reason, failures },
    quiet: quiet && { from: hoursText(quiet.fromMinute), to: hoursText(quiet.toMinute), zone: quiet.zone },
    url: `${origin}/watch/${watch.token}`,
    secret: channel === 'webhook' ? watch.secret : null,
    made: time(watch.madeMs),
    last: last === null ? null : messageAnswer(last),
  }
}

/** What all calls about watches share: the owner's key, or an account's token. */
const ofAccount = { needs: 'reader', query: Nothing } as const

export const watchesEndpoint = endpoint({
  ...ofAccount,
  method: 'get',
  path: '/watches',
  operationId: 'listWatches',
  summary: 'What the caller’s account watches, newest first, each with its last message',
  status: 200,
  params: Nothing,
  body: Nothing,
  answer: z.object({ items: z.array(WatchAnswer) }),
  handle: async (site, { account, origin }) => ({
    items: (await watchList(site, account)).map(({ watch, last }) => watchAnswer(watch, last, origin)),
  }),
})

export const addWatchEndpoint = endpoint({
  ...ofAccount,
  method: 'post',
  path: '/watches',
  operationId: 'addWatch',
  summary: 'Watches a tag, story, search or source, and tells of it by feed, webhook, mail or ntfy',
  status: 201,
  params: Nothing,
  body: WatchWish,
  answer: WatchAnswer,
  handle: async (site, { account, body, origin }) => watchAnswer(await watchFor(site, account, body), null, origin),
})

export const stopWatchEndpoint = endpoint({
  ...ofAccount,
  method: 'delete',
  path: '/watches/{id}',
  operationId: 'stopWatch',
  summary: 'Stops one of the caller’s watches; nothing of it is kept',
  status: 200,
  params: IdParam,
  body: Nothing,
  answer: z.object({ stopped: z.literal(true) }),
  handle: async (site, { account, params }) => {
    const own = (await watchesOf(site.store, account)).some((watch) => watch.id === params.id)
    if (!own || !(await stopWatch(site.store, params.id)))
      throw new AppError('not_found', `${account} has no watch with the number ${params.id}`)
    return { stopped: true as const }
  },
})
