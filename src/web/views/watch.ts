import { html } from 'hono/html'
import type { EpochMs } from '../../model/time.ts'
import type { Watch, WatchKind, WatchMessage } from '../../model/watch.ts'
import type { Site } from '../site.ts'
import type { Html } from './layout.ts'
import { say } from './messages.ts'
import { phrase } from './phrases.ts'
import { programText } from './program-text.ts'
import { hiddenFields } from './shape.ts'
import { timeTag } from './times.ts'

/** The way from a page to watching what it shows. The same for every reader: the page may be kept. Nothing in an edition, which has no watches. */
export function watchForm(site: Site, kind: WatchKind, target: string): Html | string {
  if (site.edition) return ''
  return html`<form class="watch ui" action="/watch">${hiddenFields({ kind, target })}<button>${say(`watch${kind}`)}</button></form>`
}

/** How a watch does: waiting for its address, in order, failing, or given up. */
export function watchState(watch: Watch): Html {
  if (watch.state === 'asked') return html`${say('watchAsked', { address: watch.address })}${reasonOf(watch)}`
  if (watch.state === 'failed') return html`${say('watchFailed')}${reasonOf(watch)}`
  return watch.reason === null
    ? html`${say('watchActive')}`
    : html`${say('watchTrying', { n: watch.failures })}${reasonOf(watch)}`
}

const reasonOf = ({ reason }: Watch): Html =>
  reason === null ? html`` : html` <span class="reason">${programText(reason)}</span>`

/** How a watch is told: its way and where to. */
export function watchWay(watch: Watch): Html {
  const way = say(`way${watch.channel}`)
  return watch.address === '' ? html`${way}` : html`${way} <bdi>${watch.address}</bdi>`
}

/** One message on its way, or arrived. */
export function messageView(message: WatchMessage, now: EpochMs): Html {
  const what = say(`message${message.kind}`)
  if (message.sentMs !== null) return html`${what} · ${phrase('messageSent', { time: timeTag(message.sentMs, now) })}`
  if (message.state === 'failed')
    return html`${what} · ${say('messageFailed', { n: message.tries })} <span class="reason">${programText(message.reason ?? '')}</span>`
  const next =
    message.tries === 0 ? html`${say('messageQueued')}` : phrase('messageRetry', { time: timeTag(message.dueMs, now) })
  return html`${what} · ${next}${message.reason === null ? '' : html` <span class="reason">${programText(message.reason)}</span>`}`
}
