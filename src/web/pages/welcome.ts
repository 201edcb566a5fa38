import { html, raw } from 'hono/html'
import { firstOwner } from '../../store/accounts.ts'
import { feedProgress } from '../../store/feed-lists.ts'
import { lookAgain } from '../look-again.ts'
import { formToken } from '../owner.ts'
import type { Site } from '../site.ts'
import { chosenFeeds, STARTER_TOPICS, type StarterFeed } from '../starter/starter-feed.ts'
import type { Html } from '../views/layout.ts'
import { languageName, type MessageKey, say } from '../views/messages.ts'
import { speech } from '../views/speech.ts'
import { setUpForm } from './owner.ts'
import { importForm } from './owner-import.ts'
import type { PageRoute } from './page.ts'

/** Topics that are ticked before anybody has chosen: an edition of all begins narrow enough to be seen as one's own. */
const FIRST_TOPICS: readonly string[] = ['world', 'science', 'technology']

/** GET /welcome: from nothing to a first edition, by topic and language, by address, or by a list that one has. */
export const welcomeRoute: PageRoute = {
  path: '/welcome',
  asks: [],
  keepMs: 0,
  isPrivate: true,
  needs: 'editor',
  make: async (site, c, viewer) => {
    const starter = site.housekeeping?.starter ?? []
    const languages = c.req.queries('language') ?? []
    const topics = c.req.queries('topic') ?? []
    const isOwned = !viewer.isOwner || (await firstOwner(site.store)) !== null
    const isListed = c.req.query('list') !== undefined
    const chosen = chosenFeeds(starter, { topics, languages })
    const main = html`<h1>${say('welcomeTitle')}</h1><p class="lede">${say('welcomeLead')}</p>
${isListed ? oneByOne(site, chosen) : starter.length === 0 ? '' : byTopic(site, starter)}
<section><h2>${say('welcomeAddress')}</h2>${addressForm(site)}</section>
<section><h2>${say('welcomeList')}</h2>${importForm(site)}</section>
${isOwned ? '' : setUpForm(site)}
<p class="ui soft"><a href="/owner">${say('welcomeLater')}</a></p>`
    return { parts: { title: say('welcomeTitle'), path: '/welcome', main, noIndex: true } }
  },
}

function byTopic(site: Site, starter: readonly StarterFeed[]): Html {
  const languages = [...new Set(starter.map(({ language }) => language))]
  const own = languages.includes(speech().tag) ? speech().tag : languages[0]
  const box = (name: string, value: string, text: Html | string, isOn: boolean) =>
    html`<li><label><input type="checkbox" name="${name}" value="${value}"${isOn ? raw(' checked') : ''}> ${text}</label></li>`
  const feedsOf = (language: string) => starter.filter((feed) => feed.language === language).length
  const topics = STARTER_TOPICS.filter((topic) => starter.some((feed) => feed.topic === topic))
  return html`<form class="big welcome ui" method="post" action="/welcome"><input type="hidden" name="token" value="${formToken(site, 'welcome')}">
<fieldset class="choose"><legend>${say('welcomeTopics')}</legend><ul class="boxes">${topics.map((topic) => box('topic', topic, say(`topic-${topic}`), FIRST_TOPICS.includes(topic) || topics.length < FIRST_TOPICS.length))}</ul></fieldset>
<fieldset class="choose"><legend>${say('welcomeLanguages')}</legend><ul class="boxes">${languages.map((language) => box('language', language, html`${languageName(language)} <span class="soft">${feedsOf(language)}</span>`, language === own))}</ul></fieldset>
${demoBox()}<p><button>${say('welcomeAdd')}</button> <button class="quiet" formmethod="get" formaction="/welcome" name="list" value="1">${say('welcomeSee')}</button></p><p class="soft">${say('welcomeNote')}</p></form>`
}

const demoBox = (): Html =>
  html`<p><label><input type="checkbox" name="demo" value="remove" checked> ${say('welcomeDemo')}</label></p>`

function oneByOne(site: Site, chosen: readonly StarterFeed[]): Html {
  if (chosen.length === 0)
    return html`<p class="empty">${say('welcomeNone')} <a href="/welcome">${say('welcomeBack')}</a></p>`
  const line = ({ url, title, language, topic }: StarterFeed) =>
    html`<li><label><input type="checkbox" name="feed" value="${url}" checked> <bdi>${title}</bdi> <span class="soft">${say(`topic-${topic}`)} · ${languageName(language)} · <bdi>${url}</bdi></span></label></li>`
  return html`<form class="big welcome ui" method="post" action="/welcome"><input type="hidden" name="token" value="${formToken(site, 'welcome')}"><fieldset class="choose"><legend>${say('welcomeChosen', { n: chosen.length })}</legend><ul>${chosen.map(line)}</ul></fieldset>${demoBox()}<p><button>${say('welcomeAdd')}</button> <a href="/welcome">${say('welcomeBack')}</a></p></form>`
}

function addressForm(site: Site): Html {
  return html`<form class="big ui" method="post" action="/sources/preview"><input type="hidden" name="token" value="${formToken(site, 'add')}"><label for="url">${say('addLabel')}</label><input id="url" name="url" type="text" inputmode="url" required maxlength="2000" placeholder="https://" autocapitalize="off" spellcheck="false"><button>${say('previewDo')}</button></form>`
}

/** GET /welcome/filling: how far the first edition is, told from the store, until every source was read once. */
export const fillingRoute: PageRoute = {
  path: '/welcome/filling',
  asks: [],
  keepMs: 0,
  isPrivate: true,
  needs: 'editor',
  make: async (site, c) => {
    const { feeds, read, failing, articles, lastAddedMs } = await feedProgress(site.store)
    const isOver = read >= feeds
    const state: MessageKey = feeds === 0 ? 'fillingNothing' : isOver ? 'fillingDone' : 'fillingReads'
    const main = html`<h1>${say(isOver && articles > 0 ? 'fillingReady' : 'fillingTitle')}</h1>
<div role="status"><p>${say(state, { n: feeds, read })}</p><p><progress max="${Math.max(1, feeds)}" value="${read}" aria-label="${say('fillingTitle')}"></progress></p><p>${say('fillingItems', { n: articles })}</p></div>
${failing > 0 ? html`<p class="ui"><a href="/sources?state=failing">${say('frontFailing', { n: failing })}</a></p>` : ''}
${isOver || feeds === 0 ? '' : lookAgain(c, lastAddedMs ?? 0, site.now())}
<p class="ui"><a class="go" href="/">${say(articles > 0 ? 'fillingGo' : 'home')}</a> · <a href="/sources">${say('sourcesTitle')}</a> · <a href="/welcome">${say('welcomeBack')}</a></p>`
    return { parts: { title: say('fillingTitle'), path: '/welcome/filling', main, noIndex: true } }
  },
}
