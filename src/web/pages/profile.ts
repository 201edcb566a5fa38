import { html } from 'hono/html'
import { say } from '../views/messages.ts'
import { KEEP_CONTENT_MS, type PageRoute } from './page.ts'

/** GET /profile: what the reader's own browser keeps, filled in there; the server sends the same page to everybody. */
export const profileRoute: PageRoute = {
  path: '/profile',
  asks: [],
  keepMs: KEEP_CONTENT_MS,
  make: async (site) => {
    const main = html`<div class="body prose"><h1>${say('profileTitle')}</h1>
<p class="lede">${say('profileLead')}</p>
<p>${say('profileHow')}</p>
${site.countsReading ? html`<p class="soft ui">${say('profileChoices')} <a href="/explain/lists">${say('listsTitle')}</a></p>` : ''}
<p class="empty" id="profile-no-script">${say('profileNoScript')}</p>
<div id="profile" hidden>
<p class="empty" id="profile-none" tabindex="-1">${say('profileNone')}</p>
<div id="profile-some"><table class="profile"><caption>${say('profileTable')}</caption><thead><tr><th scope="col">${say('profileTag')}</th><th scope="col">${say('profileReads')}</th><th scope="col">${say('profileWeight')}</th></tr></thead><tbody id="profile-rows"></tbody></table>
<p class="ui acts"><a class="button" id="profile-export" href="/profile" download="profile.json">${say('profileExport')}</a> <button type="button" id="profile-erase">${say('profileErase')}</button></p></div>
<p class="ui"><label><input type="checkbox" id="profile-keeping" autocomplete="off"> ${say('profileKeep')}</label></p>
${site.countsReading ? html`<p class="ui"><label><input type="checkbox" id="profile-sharing" autocomplete="off"> ${say('profileShare')}</label><br><span class="soft">${say('profileShareNote')}</span></p>` : ''}
<p class="ui"><a href="/settings">${say('settingsTitle')}</a></p>
</div></div>`
    return { parts: { title: say('profileTitle'), path: '/profile', main, noIndex: true } }
  },
}
