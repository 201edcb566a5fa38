import { html } from 'hono/html'
import { z } from 'zod'
import { WATCH_CHANNELS, WATCH_KINDS, type WatchChannel } from '../../model/watch.ts'
import { accountOf } from '../account-of.ts'
import { signInPath } from '../accounts/next-path.ts'
import { originOf } from '../feeds/origin.ts'
import { hoursText, type Watchable, type WatchPage, watchable, watchPage } from '../lists/watch.ts'
import { formToken } from '../owner.ts'
import type { Site } from '../site.ts'
import { breadcrumb, type Html } from '../views/layout.ts'
import { say } from '../views/messages.ts'
import { hiddenFields } from '../views/shape.ts'
import { timeTag } from '../views/times.ts'
import { messageView, watchState, watchWay } from '../views/watch.ts'
import { notFound, type PageRoute } from './page.ts'

const Query = z.object({ kind: z.enum(WATCH_KINDS), target: z.string().trim().min(1).max(400) })

/** GET /watch?kind=&target=: how something can be watched. A reader without an account is offered the feed. */
export const watchRoute: PageRoute = {
  path: '/watch',
  asks: [],
  keepMs: 0,
  isPrivate: true,
  make: async (site, c) => {
    const { kind, target } = Query.parse(c.req.query())
    const found = (await watchable(site, kind, target)) ?? notFound(kind, target)
    const account = await accountOf(c, site)
    const title = say('watchTitle', { name: found.name })
    const main = html`${breadcrumb([
      { name: say('home'), path: '/' },
      { name: found.name, path: found.path },
    ])}
<h1>${title}</h1><p class="soft ui lede">${say(`watchLead${kind}`)}</p>
${wishForm(site, found, account)}
${account === null ? html`<p class="soft ui note">${say('watchNoAccount')} <a href="${signInPath(`/watch?${new URLSearchParams({ kind, target: found.target }).toString()}`)}">${say('watchSignIn')}</a></p>` : ''}`
    return { parts: { title, path: '/watch', main, noIndex: true } }
  },
}

function wishForm(site: Site, found: Watchable, account: string | null): Html {
  const ways = WATCH_CHANNELS.filter((channel) => account !== null || channel === 'feed').filter((channel) =>
    isSetUp(site, channel),
  )
  const way = (channel: WatchChannel) =>
    html`<label><input type="radio" name="channel" value="${channel}"${channel === 'feed' ? html` checked` : ''}> ${say(`choose${channel}`, { server: site.told?.ntfy ?? '' })}</label>`
  const sent =
    ways.length === 1
      ? html`<input type="hidden" name="channel" value="feed">`
      : html`<fieldset><legend>${say('watchWay')}</legend>${ways.map(way)}
<label for="address">${say('watchAddress')}</label><input id="address" name="address" maxlength="2000" autocomplete="off"></fieldset>
<fieldset><legend>${say('watchQuiet')}</legend><p class="soft">${say('watchQuietNote')}</p>
<label for="from">${say('watchFrom')}</label><input id="from" name="from" type="time"> <label for="to">${say('watchTo')}</label><input id="to" name="to" type="time">
<label for="zone">${say('watchZone')}</label><input id="zone" name="zone" value="UTC" maxlength="60" spellcheck="false"></fieldset>`
  return html`<form class="big ui watching" method="post" action="/watch">${hiddenFields({ kind: found.kind, target: found.target, token: formToken(site, 'watch') })}
<label><input type="checkbox" name="every" value="1"> ${say('watchEvery')}</label>
${sent}<button>${say('watchMake')}</button></form>`
}

function isSetUp({ told }: Site, channel: WatchChannel): boolean {
  return channel === 'mail' ? told?.mail === true : channel === 'ntfy' ? Boolean(told?.ntfy) : true
}

/** GET /watch/TOKEN: a watch's own page, for whoever has its address: what it told, how it does, how it is stopped. */
export const watchPageRoute: PageRoute = {
  path: '/watch/:token',
  asks: [],
  keepMs: 0,
  isPrivate: true,
  make: async (site, c) => {
    const token = c.req.param('token') ?? ''
    const page = (await watchPage(site, token)) ?? notFound('watch', token)
    const { watch } = page
    const isOwn = watch.account !== null && (await accountOf(c, site)) === watch.account
    const title = say('watchTitle', { name: watch.name })
    const feed = `${originOf(c, site.brand.baseUrl)}/watch/${watch.token}`
    const main = html`${breadcrumb([
      { name: say('home'), path: '/' },
      ...(isOwn ? [{ name: say('watchingTitle'), path: '/watching' }] : []),
    ])}
<h1>${title}</h1>
${confirmForm(site, page, c.req.query('confirm'))}
<p class="ui note">${watch.account === null ? say('watchKeep') : say('watchPrivate')}</p>
${factsView(page, feed, isOwn)}
${actionsView(site, page)}
<section><h2>${say('watchTold')}</h2>${page.events.length === 0 ? html`<p class="empty">${say('watchNothing')}</p>` : html`<div class="list">${page.events.map((event) => html`<article class="hit"><h3><a href="${event.path}" dir="auto">${event.title}</a></h3><p dir="auto">${event.text}</p><p class="meta">${say(`told${event.kind}`)} · ${timeTag(event.atMs, site.now())}</p></article>`)}</div>`}</section>
${page.messages.length === 0 ? '' : html`<section><h2>${say('watchMessages')}</h2><ul class="jobs ui">${page.messages.map((message) => html`<li>${messageView(message, site.now())}</li>`)}</ul></section>`}`
    return { parts: { title, path: `/watch/${watch.token}`, main, feed: `/watch/${watch.token}`, noIndex: true } }
  },
}

function factsView({ watch, path }: WatchPage, feed: string, isOwn: boolean): Html {
  const { quiet } = watch
  const secret = isOwn && watch.channel === 'webhook' ? watch.secret : null
  return html`<dl class="facts ui">
<dt>${say('watchWhat')}</dt><dd><a href="${path}" dir="auto">${watch.name}</a> · ${say(watch.everyArticle ? 'watchHearsAll' : 'watchHearsBursts')}</dd>
<dt>${say('watchWay')}</dt><dd>${watchWay(watch)}</dd>
${watch.channel === 'feed' ? '' : html`<dt>${say('factState')}</dt><dd class="state-${watch.state === 'failed' ? 'failing' : 'ok'}">${watchState(watch)}</dd>`}
${quiet === null ? '' : html`<dt>${say('watchQuiet')}</dt><dd>${hoursText(quiet.fromMinute)}–${hoursText(quiet.toMinute)} ${quiet.zone}</dd>`}
<dt>${say('watchFeed')}</dt><dd><a href="${feed}.atom"><bdi>${feed}.atom</bdi></a></dd>
${secret === null ? '' : html`<dt>${say('watchSecret')}</dt><dd><code>${secret}</code></dd>`}
</dl>`
}

function confirmForm(site: Site, { watch }: WatchPage, code: string | undefined): Html {
  if (watch.state !== 'asked' || code === undefined) return html``
  return html`<form class="big ui" method="post" action="/watch/${watch.token}">${hiddenFields({ do: 'confirm', code: code.slice(0, 100), token: formToken(site, `watch:${watch.id}`) })}<p>${say('watchConfirmAsk', { address: watch.address })}</p><button>${say('watchConfirm')}</button></form>`
}

function actionsView(site: Site, { watch }: WatchPage): Html {
  const isSent = watch.channel !== 'feed'
  return html`<form class="ui" method="post" action="/watch/${watch.token}">${hiddenFields({ token: formToken(site, `watch:${watch.id}`) })}${isSent && watch.state === 'active' ? html`<button name="do" value="test">${say('watchTest')}</button> ` : ''}${watch.state === 'failed' ? html`<button name="do" value="resume">${say('watchResume')}</button> ` : ''}<button name="do" value="stop">${say('watchStop')}</button></form>`
}
