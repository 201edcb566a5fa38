import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import { z } from 'zod'
import { newestArticles } from '../../store/articles.ts'
import { ownArticles } from '../../store/own-articles.ts'
import { sectionsOf } from '../editions/sections.ts'
import { originOf } from '../feeds/origin.ts'
import { languagesOf } from '../reader-language.ts'
import type { Site } from '../site.ts'
import type { Html } from '../views/layout.ts'
import { type MessageKey, say, sectionName } from '../views/messages.ts'
import { ownName } from '../views/speech.ts'
import {
  elementSnippet,
  frameAddress,
  frameHeight,
  frameSnippet,
  isOfPage,
  MEASURED_WIDTH,
  type WidgetWish,
} from '../widgets/snippet.ts'
import {
  LIMIT_RANGE,
  MOST_RADIUS,
  SIZE_RANGE,
  scopeOf,
  WIDGET_FACES,
  WIDGET_THEMES,
  WIDGETS,
  type WidgetName,
  WidgetQuery,
} from '../widgets/widget-query.ts'
import type { PageRoute } from './page.ts'

const Asked = WidgetQuery.omit({ at: true }).extend({ list: z.enum(WIDGETS).default('ranking') })

/** The colour that the field shows where none was chosen: the frame's own, which has another for dark themes. */
const USUAL_ACCENT = '#a3260f'

/** GET /widgets: makes what somebody else's page needs to show a list of this site, and shows it. Nothing is kept of what was asked. */
export const widgetsRoute: PageRoute = {
  path: '/widgets',
  asks: [],
  keepMs: 0, // it names this site by the address it was asked by
  make: async (site, c) => {
    const wish = wishOf(site, c)
    const main = html`<div class="body prose widgets"><h1>${say('widgetsTitle')}</h1>
<p class="lede">${say('widgetsLead')}</p>
${form(site, wish)}
${c.req.query('list') === undefined ? '' : preview(wish, await previewOf(site, wish))}
${snippet('frame', frameSnippet(wish), { title: 'widgetsFrame', note: say('widgetsFrameNote', { width: MEASURED_WIDTH }) })}
${snippet('element', elementSnippet(wish), { title: 'widgetsElement', note: say('widgetsElementNote') })}</div>`
    return { parts: { title: say('widgetsTitle'), path: '/widgets', main, description: say('widgetsLead') } }
  },
}

/** The list as it will be seen, once somebody has asked for one: a first visit asks for no more files than any page. */
function preview(wish: WidgetWish, address: string): Html {
  return html`<section><h2>${say('widgetsPreview')}</h2>
<iframe src="${address}" title="${say('widgetsPreview')}" width="${MEASURED_WIDTH}" height="${frameHeight(wish)}" loading="lazy"></iframe></section>`
}

/** @throws ZodError for what no widget can be, AppError invalid for what is no site */
function wishOf(site: Site, c: Context): WidgetWish {
  const { fallback } = languagesOf(site)
  const filled = Object.entries(c.req.query()).filter(
    ([name, value]) =>
      value !== '' && !(name === 'accent' && value === USUAL_ACCENT) && !(name === 'lang' && value === fallback),
  )
  const { list, ...asked } = Asked.parse(Object.fromEntries(filled))
  scopeOf(asked.site)
  return { name: list, asked, usual: WidgetQuery.parse({}), origin: originOf(c, site.brand.baseUrl) }
}

/** The frame itself; a list of a page is shown for the newest article where no page is named. One query then. */
async function previewOf(site: Site, wish: WidgetWish): Promise<string> {
  const { name, asked } = wish
  const own = { ...wish, origin: '' } // by path: this page may load nothing else
  if (!isOfPage(name) || asked.url !== undefined || asked.article !== undefined) return frameAddress(own)
  const scope = scopeOf(asked.site)
  const newest = scope
    ? (await ownArticles(site.store, scope, { limit: 1, readsSinceMs: site.now() })).map(({ card }) => card)
    : await newestArticles(site.store, { limit: 1 })
  return frameAddress({ ...own, asked: { ...asked, article: newest[0]?.key ?? '-' } })
}

const LIST_NAMES = {
  related: 'related',
  ranking: 'ranking',
  recommendation: 'recommendation',
  pulse: 'pulse',
  provenance: 'stations',
} as const satisfies Record<WidgetName, MessageKey>

const THEME_NAMES = { auto: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const
const FACE_NAMES = { sans: 'faceSans', serif: 'faceSerif' } as const

function form(site: Site, { name, asked }: WidgetWish): Html {
  const sections = sectionsOf(site).map(({ slug }) => [slug, sectionName(slug)] as const)
  const { offered, fallback } = languagesOf(site)
  const languages = offered.map((tag) => [tag, ownName(tag)] as const)
  return html`<form class="ui widgets" method="get" action="/widgets">
<fieldset><legend>${say('widgetsList')}</legend>${choice(
    'list',
    say('widgetsList'),
    WIDGETS.map((one) => [one, say(LIST_NAMES[one])]),
    name,
  )}
${number('limit', 'widgetsLimit', { value: asked.limit, ...LIMIT_RANGE })}
${choice('lang', say('widgetsSpoken'), languages, asked.lang ?? fallback)}</fieldset>
<fieldset><legend>${say('widgetsOver')}</legend>${choice('section', say('filterSection'), [['', say('all')], ...sections], asked.section ?? '')}
${text('tag', 'filterTag', asked.tag)}${text('language', 'filterLanguage', asked.language)}${text('site', 'widgetsSite', asked.site)}${text('url', 'widgetsPage', asked.url)}
<p class="soft">${say('widgetsOwnNote')}</p></fieldset>
<fieldset><legend>${say('widgetsLook')}</legend>${choice(
    'theme',
    say('settingsTheme'),
    WIDGET_THEMES.map((one) => [one, say(THEME_NAMES[one])]),
    asked.theme,
  )}
${choice(
  'ground',
  say('widgetsGround'),
  [
    ['', say('widgetsGroundTheme')],
    ['transparent', say('widgetsGroundClear')],
  ],
  asked.ground ?? '',
)}
<label>${say('widgetsAccent')} <input type="color" name="accent" value="${asked.accent ?? USUAL_ACCENT}"></label>
${choice(
  'face',
  say('settingsFace'),
  WIDGET_FACES.map((one) => [one, say(FACE_NAMES[one])]),
  asked.face,
)}
${number('size', 'widgetsSize', { value: asked.size, ...SIZE_RANGE })}${number('radius', 'widgetsRadius', { value: asked.radius, least: 0, most: MOST_RADIUS })}
<label><input type="checkbox" name="lines" value="no"${raw(asked.lines === 'no' ? ' checked' : '')}> ${say('widgetsLines')}</label></fieldset>
<p><button>${say('widgetsMake')}</button></p></form>`
}

function choice(name: string, title: string, options: readonly (readonly [string, string])[], chosen: string): Html {
  return html`<label>${title} <select name="${name}">${options.map(([value, words]) => html`<option value="${value}"${raw(value === chosen ? ' selected' : '')}>${words}</option>`)}</select></label>`
}

function text(name: string, title: MessageKey, value: string | undefined): Html {
  return html`<label>${say(title)} <input name="${name}" value="${value ?? ''}" autocomplete="off" spellcheck="false"></label>`
}

function number(
  name: string,
  title: MessageKey,
  { value, least, most }: { value: number; least: number; most: number },
): Html {
  return html`<label>${say(title)} <input type="number" name="${name}" value="${value}" min="${least}" max="${most}"></label>`
}

function snippet(kind: string, code: string, { title, note }: { title: MessageKey; note: string }): Html {
  return html`<section><h2>${say(title)}</h2><p class="ui soft">${note}</p>
<textarea id="snippet-${kind}" class="snippet" rows="5" readonly spellcheck="false" aria-label="${say(title)}">${code}</textarea>
<p class="by-script ui"><button type="button" data-copy="snippet-${kind}" data-copied="${say('widgetsCopied')}">${say('widgetsCopy')}</button></p></section>`
}
