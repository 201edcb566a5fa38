import { html } from 'hono/html'
import type { Html } from './layout.ts'
import { type MessageKey, say } from './messages.ts'

/** What each key does, in the order in which one learns them. */
const KEYS: readonly (readonly [readonly string[], MessageKey])[] = [
  [['j', 'n'], 'keyNext'],
  [['k', 'p'], 'keyPrevious'],
  [['o'], 'keyOpen'],
  [['v'], 'keyOriginal'],
  [['m'], 'keyRead'],
  [['s'], 'keyStory'],
  [['f'], 'keyReact'],
  [['/'], 'keySearch'],
  [['g h'], 'home'],
  [['g p'], 'pulse'],
  [['g r'], 'ranking'],
  [['g s'], 'sources'],
  [['g w'], 'watchingTitle'],
  [['g t'], 'settingsTitle'],
  [['?'], 'keyHelp'],
]

/** Which keys do what; the script opens it at `?`. */
export function keysDialog(): Html {
  return html`<dialog class="keys ui" id="keys" aria-labelledby="keys-title"><form method="dialog"><h2 id="keys-title">${say('keysTitle')}</h2><dl>${KEYS.map(([keys, what]) => html`<dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${say(what)}</dd>`)}</dl><p class="soft"><a href="/settings">${say('keysOff')}</a></p><button>${say('keysClose')}</button></form></dialog>`
}
