import { html } from 'hono/html'
import type { Html } from './layout.ts'
import { isSourceLanguage } from './speech.ts'

/** A sentence that programs are told too and that is kept in English alone (why a source fails, what a query lacks), marked as such on pages of other languages. */
export function programText(text: string): Html {
  return isSourceLanguage() ? html`${text}` : html`<span lang="en" dir="ltr">${text}</span>`
}
