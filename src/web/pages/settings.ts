import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { html, raw } from 'hono/html'
import { z } from 'zod'
import { DAY_MS } from '../../model/time.ts'
import {
  DENSITIES,
  FACES,
  LOOK_COOKIE,
  LOOK_DAYS,
  type Look,
  lookOf,
  lookStyle,
  lookText,
  SIZES,
  THEMES,
} from '../look.ts'
import { checkForm, formToken } from '../owner.ts'
import type { Site } from '../site.ts'
import type { Viewer } from '../viewer.ts'
import type { Html } from '../views/layout.ts'
import { type MessageKey, say } from '../views/messages.ts'
import type { PageRoute } from './page.ts'

/** What the token of the form of looks is for. */
const LOOK_FORM = 'look'

/** GET /settings: how pages look, and what this browser keeps. Only the look is known to the server, by a cookie of four words. */
export const settingsRoute: PageRoute = {
  path: '/settings',
  asks: [],
  keepMs: 0,
  isPrivate: true,
  make: async (site, c, viewer) => {
    const main = html`<div class="body prose settings"><h1>${say('settingsTitle')}</h1>
<p class="lede">${say('settingsLead')}</p>
${lookForm(site, lookOf(getCookie(c, LOOK_COOKIE)))}
<section><h2>${say('settingsLists')}</h2>
<p class="empty no-script">${say('settingsNoScript')}</p>
<div class="by-script">
${toggle('marking-on', 'settingsMarking')}
${toggle('skip-read', 'settingsSkipRead')}
<p class="ui">${say('settingsReadCount')} <output id="read-count">0</output> <button type="button" id="forget-read">${say('settingsForgetRead')}</button></p>
${hiddenList('sources', '/source/', 'settingsHiddenSources')}
${hiddenList('tags', '/tag/', 'settingsHiddenTags')}
<p class="soft ui">${say('settingsHiddenNote')} <a href="/profile">${say('profileTitle')}</a></p></div></section>
<section><div class="by-script"><h2>${say('keysTitle')}</h2>${toggle('keys-on', 'profileKeys')}<p class="soft ui">${say('settingsKeysNote')}</p></div></section>
<section id="kept" data-said="${say('settingsKept', { n: '{n}', kilobytes: '{kilobytes}' })}" hidden><h2>${say('settingsOffline')}</h2>
${toggle('keep-offline', 'settingsKeepOffline')}
<p class="ui"><output></output> <button type="button" id="forget-kept">${say('settingsForgetKept')}</button></p></section>
${accountPart(viewer)}</div>`
    return { parts: { title: say('settingsTitle'), path: '/settings', main, noIndex: true } }
  },
}

/** Whoever is signed in may have the same in every browser. */
function accountPart({ account }: Viewer): Html | string {
  if (account === null) return ''
  return html`<section><div class="by-script"><h2>${say('settingsAccount')}</h2>${toggle('account-on', 'settingsShare')}<p class="soft ui">${say('settingsShareNote')}</p></div></section>`
}

const NAMES = {
  theme: { system: 'themeSystem', light: 'themeLight', dark: 'themeDark', contrast: 'themeContrast' },
  size: { 1: 'sizeSmallest', 2: 'sizeSmall', 3: 'sizeUsual', 4: 'sizeLarge', 5: 'sizeLargest' },
  face: { serif: 'faceSerif', sans: 'faceSans' },
  density: { airy: 'densityAiry', dense: 'densityDense' },
} as const satisfies { [Part in keyof Look]: Record<Look[Part], MessageKey> }

function lookForm(site: Site, look: Look): Html {
  const choices = <Part extends keyof Look>(part: Part, title: MessageKey, values: readonly Look[Part][]) =>
    html`<fieldset><legend>${say(title)}</legend>${values.map((value) => {
      const names: Readonly<Record<string, MessageKey>> = NAMES[part]
      return html`<label><input type="radio" name="${part}" value="${value}"${value === look[part] ? raw(' checked') : ''} autocomplete="off"> ${say(names[value] ?? title)}</label>`
    })}</fieldset>`
  return html`<form class="ui look" id="look" method="post" action="/settings"><input type="hidden" name="token" value="${formToken(site, LOOK_FORM)}">
${choices('theme', 'settingsTheme', THEMES)}${choices('size', 'settingsSize', SIZES)}${choices('face', 'settingsFace', FACES)}${choices('density', 'settingsDensity', DENSITIES)}
<p><button>${say('settingsSave')}</button> <span class="soft">${say('settingsLookNote')}</span></p></form>`
}

function toggle(id: string, text: MessageKey): Html {
  return html`<p class="ui"><label><input type="checkbox" id="${id}" autocomplete="off"> ${say(text)}</label></p>`
}

function hiddenList(kind: 'sources' | 'tags', path: string, title: MessageKey): Html {
  return html`<h3 class="sub">${say(title)}</h3><ul class="hidden-list ui" data-hidden-list="${kind}" data-path="${path}" data-back="${say('settingsShowAgain')}"></ul><p class="soft ui">${say('settingsNothingHidden')}</p>`
}

const Form = z.object({
  token: z.string(),
  theme: z.enum(THEMES),
  size: z.enum(SIZES),
  face: z.enum(FACES),
  density: z.enum(DENSITIES),
})

/** POST /settings keeps a look; GET /look.css gives it to browsers without scripts, on pages that are the same for everybody. */
export function settingsRoutes(site: Site): Hono {
  const app = new Hono()
  app.post('/settings', async (c) => {
    const { token, ...look } = Form.parse(await c.req.parseBody())
    checkForm(c, site, LOOK_FORM, token)
    keepLook(c, site, look)
    return c.redirect('/settings', 303)
  })
  app.get('/look.css', (c) => {
    c.header('cache-control', 'private, no-cache')
    c.header('vary', 'cookie')
    c.header('content-type', 'text/css; charset=utf-8')
    return c.body(lookStyle(lookOf(getCookie(c, LOOK_COOKIE))))
  })
  return app
}

/** The script reads the cookie too, before it paints: so it is no secret, and holds none. */
function keepLook(c: Context, site: Site, look: Look): void {
  const text = lookText(look)
  setCookie(c, LOOK_COOKIE, text, {
    path: '/',
    sameSite: 'Lax',
    secure: (site.brand.baseUrl ?? '').startsWith('https:'),
    maxAge: text === '' ? 0 : LOOK_DAYS * (DAY_MS / 1000),
  })
  c.header('cache-control', 'no-store')
}
