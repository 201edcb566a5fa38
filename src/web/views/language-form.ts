import { html } from 'hono/html'
import { formToken } from '../owner.ts'
import { LANGUAGE_FORM, languagesOf } from '../reader-language.ts'
import type { Site } from '../site.ts'
import type { Html } from './layout.ts'
import { say } from './messages.ts'
import { ownName, speech } from './speech.ts'

/** The languages of the site by their own names, for a reader to choose one; nothing where there is but one. `back`: the page on which it stands. */
export function languageForm(site: Site, back: string): Html | string {
  const { offered } = languagesOf(site)
  if (offered.length < 2) return ''
  const here = speech().tag
  const choice = (tag: string) =>
    html`<option value="${tag}" lang="${tag}"${tag === here ? html` selected` : ''}>${ownName(tag)}</option>`
  return html`<form class="language" method="post" action="/language"><input type="hidden" name="token" value="${formToken(site, LANGUAGE_FORM)}"><input type="hidden" name="back" value="${back}"><label>${say('language')} <select name="language" autocomplete="off">${offered.map(choice)}<option value="">${say('languageAuto')}</option></select></label> <button>${say('languageSet')}</button></form>`
}
