import { html } from 'hono/html'
import type { PageParts } from './layout.ts'
import { say } from './messages.ts'

/** A page with a secret that is kept nowhere (a token, a link to be handed on): what it is for, and where to go on. */
export function shownOnce({
  title,
  note,
  secret,
  back,
}: {
  title: string
  note: string
  secret: string
  back: string
}): PageParts {
  const main = html`<h1>${title}</h1><p class="lede">${note}</p>
<form class="big ui"><label for="once">${say('shownOnce')}</label><input id="once" readonly value="${secret}"></form><p class="ui"><a href="${back}">${say('goOn')}</a></p>`
  return { title, path: back, main, noIndex: true }
}
