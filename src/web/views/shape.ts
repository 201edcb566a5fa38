import { html } from 'hono/html'
import type { Html } from './layout.ts'
import { say } from './messages.ts'

/** Fields of a form that are not asked for again; a list is a field for each. */
export function hiddenFields(fields: Readonly<Record<string, string | readonly string[]>>): Html[] {
  return Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one) => html`<input type="hidden" name="${name}" value="${one}">`),
  )
}

/** What would happen, told before it does: a form that does it, and the way back. */
export function confirmation(asked: {
  title: string
  told: readonly string[]
  button: string
  action: string
  fields: Readonly<Record<string, string | readonly string[]>>
  back: string
}): Html {
  return html`<h1>${asked.title}</h1>
${asked.told.map((sentence) => html`<p>${sentence}</p>`)}
<p class="soft ui">${say('shapeBack')}</p>
<form class="big ui" method="post" action="${asked.action}">${hiddenFields(asked.fields)}<button>${asked.button}</button> <a href="${asked.back}">${say('shapeNo')}</a></form>`
}
