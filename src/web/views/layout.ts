import { html, raw } from 'hono/html'
import { isWordMark } from '../editions/brand-files.ts'
import { sectionsOf } from '../editions/sections.ts'
import type { Site } from '../site.ts'
import type { Crumb } from './json-ld.ts'
import { keysDialog } from './keys-dialog.ts'
import { languageForm } from './language-form.ts'
import { sectionPath } from './links.ts'
import { say, sectionName } from './messages.ts'
import { pageHead } from './page-head.ts'
import { phrase } from './phrases.ts'
import { speech } from './speech.ts'
import { longTime, shortTime } from './times.ts'

export type Html = ReturnType<typeof html>

/** What surrounds a page and is the same for all readers, but for the owner. */
export type Chrome = { site: Site; demo: boolean; owner: { demoToken: string } | null }

/** One page: its own part. */
export type PageParts = {
  title: string
  /** Path of this page, its canonical address. */
  path: string
  main: Html
  description?: string
  /** Where the same list is read as a feed: the path without its ending. */
  feed?: string
  /** What the feed is asked beside its path: begins with `?`, or is empty. */
  feedSearch?: string
  /** Slug or name of the entry of the navigation that this page belongs to. */
  current?: string
  /** The steps that lead here, without this page itself. */
  crumbs?: readonly Crumb[]
  jsonLd?: unknown
  openGraph?: Readonly<Record<string, string>>
  noIndex?: boolean
  /** Of a page that can be shown as of a past moment: its address, what it is asked beside, and the moment shown (null: now). */
  moment?: { path: string; asked: readonly (readonly [string, string])[]; atMs: number | null }
}

/** A whole document. */
export function layout(chrome: Chrome, parts: PageParts): Html {
  const { site } = chrome
  const spoken = speech()
  return html`<!doctype html>
<html lang="${spoken.tag}" dir="${spoken.dir}">
<head>
${pageHead(site, parts)}
</head>
<body>
<a class="skip" href="#main">${say('skip')}</a>
<p class="demo ui" id="offline" hidden>${phrase('offlineBanner', { time: html`<time></time>` })}</p>
${chrome.demo ? demoBanner(chrome) : ''}
${masthead(site, parts.current ?? '')}
${parts.moment && parts.moment.atMs !== null ? pastBanner(parts.moment, parts.moment.atMs) : ''}<main id="main">
${parts.main}
${parts.moment ? momentForm(parts.moment) : ''}</main>
${footer(chrome, parts)}
${keysDialog()}
<template id="hidden-by-you"><p class="by-you soft ui" data-said="${say('hiddenByYou', { n: '{n}' })}"><span></span> <button type="button">${say('hiddenShow')}</button></p></template>
</body>
</html>
`
}

function demoBanner({ owner }: Chrome): Html {
  const remove = owner
    ? html`<form method="post" action="/owner/remove-demo"><input type="hidden" name="token" value="${owner.demoToken}"><button>${say('demoRemove')}</button></form>`
    : html`<a href="/owner">${say('demoRemove')}</a>`
  return html`<aside class="demo ui" aria-label="${say('demo')}"><span>${say('demoBanner')}</span> <a href="${owner ? '/welcome' : '/sources#add'}">${say('demoOwn')}</a> ${remove}</aside>`
}

/** What is shown is the past: nobody must take it for now. */
function pastBanner({ path, asked }: NonNullable<PageParts['moment']>, atMs: number): Html {
  const search = new URLSearchParams(asked.map(([name, value]): [string, string] => [name, value])).toString()
  const time = html`<time datetime="${new Date(atMs).toISOString()}">${longTime(atMs)}</time>`
  return html`<aside class="demo past ui" aria-label="${say('pastLabel')}"><strong>${phrase('pastBanner', { time })}</strong> <a href="${path}${search === '' ? '' : `?${search}`}">${say('pastNow')}</a></aside>`
}

function momentForm({ path, asked, atMs }: NonNullable<PageParts['moment']>): Html {
  const hidden = asked.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)
  const value = atMs === null ? '' : new Date(atMs).toISOString().slice(0, 16)
  return html`<form class="moment ui" method="get" action="${path}">${hidden}<label>${say('pastAsk')} <input type="datetime-local" name="at" value="${value}" required></label> <button>${say('pastShow')}</button></form>`
}

function masthead(site: Site, current: string): Html {
  const link = (path: string, name: string, slug: string) =>
    html`<li><a href="${path}"${slug === current ? raw(' aria-current="page"') : ''}>${name}</a></li>`
  return html`<header class="mast ui">
<a class="name" href="/">${brandMark(site)}</a>
<form action="/search" role="search"><input type="search" name="q" placeholder="${say('search')}" aria-label="${say('searchFor')}" maxlength="400" list="mast-tags" autocomplete="off" data-suggest><datalist id="mast-tags"></datalist></form>
<nav aria-label="${say('sections')}"><ul>
${sectionsOf(site)
  .filter(({ section }) => section !== 'other')
  .map(({ slug }) => link(sectionPath(slug), sectionName(slug), slug))}
<li class="gap"></li>${link('/ranking', say('ranking'), 'ranking')}${link('/pulse', say('pulse'), 'pulse')}${link('/sources', say('sources'), 'sources')}
</ul></nav>
</header>`
}

/** The name, with the owner's logo before it, or in its place where that is a word of its own. */
function brandMark({ brand }: Site): Html {
  const { logo, name } = brand
  if (!logo) return brandName(name)
  const picture = (alt: string) =>
    html`<img class="logo" src="${logo.path}" alt="${alt}" width="${Math.round(LOGO_HEIGHT * logo.ratio)}" height="${LOGO_HEIGHT}">`
  return isWordMark(logo) ? picture(name) : html`${picture('')}<span>${brandName(name)}</span>`
}

/** Height of a logo in the head of a page, in pixels: a capital of the name and a little. */
const LOGO_HEIGHT = 34

/** The last capital of a compound name begins its accent: Trend|Pulse. */
function brandName(name: string): Html {
  const cut = /^(.+[a-z])([A-Z][a-z]+)$/.exec(name)
  return cut ? html`${cut[1]}<em>${cut[2]}</em>` : html`${name}`
}

function footer(chrome: Chrome, { feed, feedSearch: search = '', path }: PageParts): Html {
  const { site } = chrome
  return html`<footer class="ui">
<p>${say('edition', { time: shortTime(site.now(), site.now()) })}</p>
<p>${feed ? html`${say('feeds')} <a href="${feed}.atom${search}">Atom</a> <a href="${feed}.rss${search}">RSS</a> <a href="${feed}.json${search}">JSON</a> · ` : ''}<a href="/openapi.json">API</a> · <a href="/widgets">${say('widgetsTitle')}</a> · <a href="/profile">${say('profileTitle')}</a> · <a href="/settings">${say('settingsTitle')}</a> · ${whoseLinks(chrome)} · <a href="/about">${say('about')}</a></p>
<p>${say('footRights')} <a href="/about#judges">${say('footExplain')}</a></p>
${languageForm(site, path)}</footer>`
}

/** To sign in, to one's account, and for an owner to the pages for running the site. Who owns it by the link alone has no account to go to. */
function whoseLinks({ site, owner }: Chrome): Html {
  const account = html`<a href="/account">${say('accountTitle')}</a>`
  const signIn = html`<a href="/sign-in">${say('signIn')}</a>`
  const isSignedIn = site.formKey !== undefined
  if (!owner) return isSignedIn ? account : signIn
  const running = html`<a href="/owner">${say('ownerFrontTitle')}</a>`
  return isSignedIn ? html`${running} · ${account}` : running
}

/** The way to a page from the front: the last step is where one is. */
export function breadcrumb(steps: readonly Crumb[], note: Html | string = ''): Html {
  return html`<nav class="crumb ui" aria-label="${say('breadcrumb')}"><ol>${steps.map((step) => html`<li><a href="${step.path}">${step.name}</a></li>`)}</ol>${note}</nav>`
}
