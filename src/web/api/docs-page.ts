import { htmlText } from '../feeds/block-html.ts'
import type { Endpoint } from './endpoint.ts'
import { openApiOf } from './openapi.ts'

/** The page asks for nothing: its few lines of style are allowed by name of their place, scripts are not at all. */
export const DOCS_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

const STYLE = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{max-width:72ch;margin:2rem auto;padding:0 1rem}
code,pre{font-family:ui-monospace,monospace;font-size:.9em}pre{overflow-x:auto}
section{border-top:1px solid #8886;margin-top:1.5rem}
table{border-collapse:collapse}td,th{padding:.2rem .8rem .2rem 0;text-align:start;vertical-align:top}`

type Described = {
  parameters: { name: string; in: string; required: boolean; description?: string; schema: Record<string, unknown> }[]
  requestBody?: { content: { 'application/json': { schema: unknown } } }
  responses: Record<string, { content?: { 'application/json': { schema: unknown } } }>
}

/** The API's description for people: made from the same values as `/openapi.json`, without a script or a foreign request. */
export function docsPage(endpoints: readonly Endpoint[], siteName: string): string {
  const description = openApiOf(endpoints, '')
  const paths = description.paths as Record<string, Record<string, Described>> // made just above
  const { schemas } = description.components as { schemas: Record<string, unknown> }
  const calls = endpoints.map((one) => callHtml(one, paths[`/api/v1${one.path}`]![one.method]!)).join('\n')
  const shapes = Object.entries(schemas)
    .map(([name, shape]) => `<section id="${htmlText(name)}"><h3>${htmlText(name)}</h3>${jsonHtml(shape)}</section>`)
    .join('\n')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>API of ${htmlText(siteName)}</title><style>${STYLE}</style></head><body><main>
<h1>API of ${htmlText(siteName)}</h1>
<p>JSON over HTTP, described in <a href="/openapi.json">OpenAPI 3.1</a>. Lists go on with <code>?cursor=</code> and the <code>next</code> of the answer before.
Answers carry an ETag; errors are <code>{"error":{"code","message"}}</code>. What changes the site needs <code>Authorization: Bearer KEY</code> with the owner’s key or an account’s token.</p>
${calls}
<h2>Shapes</h2>
${shapes}
</main></body></html>`
}

function callHtml(one: Endpoint, described: Described): string {
  const rows = described.parameters.map(
    (parameter) =>
      `<tr><td><code>${htmlText(parameter.name)}</code></td><td>${parameter.in}${parameter.required ? ', required' : ''}</td><td><code>${htmlText(typeText(parameter.schema))}</code></td><td>${htmlText(parameter.description ?? '')}</td></tr>`,
  )
  const table =
    rows.length === 0
      ? ''
      : `<table><tr><th>Name</th><th>In</th><th>Type</th><th>Meaning</th></tr>${rows.join('')}</table>`
  const body = described.requestBody
    ? `<p>Body</p>${jsonHtml(described.requestBody.content['application/json'].schema)}`
    : ''
  const answer = described.responses[String(one.status)]?.content?.['application/json'].schema
  return `<section id="${htmlText(one.operationId)}"><h2>${one.method.toUpperCase()} <code>/api/v1${htmlText(one.path)}</code></h2>
<p>${htmlText(one.summary)}${one.needs === 'nobody' ? '' : ` <strong>(${one.needs === 'reader' ? 'any account' : one.needs})</strong>`}</p>${table}${body}
<details><summary>Answer ${one.status}</summary>${jsonHtml(answer)}</details></section>`
}

function typeText(schema: Record<string, unknown>): string {
  const choices = Array.isArray(schema.enum) ? schema.enum.join(' | ') : String(schema.type ?? '')
  const fallback = schema.default === undefined ? '' : ` = ${String(schema.default)}`
  return choices + fallback
}

function jsonHtml(value: unknown): string {
  const html = htmlText(JSON.stringify(value, null, 2) ?? '')
  const linked = html.replaceAll(/#\/components\/schemas\/(\w+)/g, '<a href="#$1">$1</a>')
  return `<pre>${linked}</pre>`
}
