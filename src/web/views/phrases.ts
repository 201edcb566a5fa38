import { html } from 'hono/html'
import type { Html } from './layout.ts'
import { listed, type MessageKey, say } from './messages.ts'

/** Marks a value's place while a message is cut: no message holds it. */
const MARK = '\uE000'

/** A message with values that are elements (a time, a name of its own direction) in their places, in the order the language wants. */
export function phrase(key: MessageKey, parts: Readonly<Record<string, Html | string>>): Html {
  const names = Object.keys(parts)
  const marked = say(key, Object.fromEntries(names.map((name) => [name, `${MARK}${name}${MARK}`])))
  return html`${marked.split(MARK).map((piece, at) => (at % 2 === 0 ? piece : (parts[piece] ?? '')))}`
}

/** Elements in a row as the language joins them. */
export function joined(parts: readonly Html[]): Html {
  const pieces = listed(parts.map((_, at) => `${MARK}${at}${MARK}`)).split(MARK)
  return html`${pieces.map((piece, at) => (at % 2 === 0 ? piece : (parts[Number(piece)] ?? '')))}`
}
