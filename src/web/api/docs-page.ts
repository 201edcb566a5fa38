import { htmlText } from '../feeds/block-html.ts'
import { SCOPE_FOR } from './caller.ts'
import type { Endpoint } from './endpoint.ts'
import { exampleOf } from './example.ts'
import { openApiOf } from './openapi.ts'

/** The page asks for nothing: its few lines of style are allowed by name of their place, scripts are not at all. */
export const DOCS_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

const STYLE = `:root{color-scheme:light dark;background:light-dark(#fff,#121315);color:light-dark(#16181b,#e8eaed);font:16px/1.5 system-ui,sans-serif;--soft:light-dark(#5b6066,#a5abb3);--line:light-dark(#d5d9de,#3a3f45);--box:light-dark(#f4f5f7,#1d2024)}
body{max-width:76ch;margin:2rem auto;padding:0 1rem;overflow-wrap:break-word}
h1{line-height:1.2}h2{font-size:1.05rem;margin:0}h3{font-size:1rem}
code,pre{font-family:ui-monospace,monospace;font-size:.88em}
pre{overflow-x:auto;background:var(--box);padding:.6rem .8rem;border-radius:.3rem;margin:.6rem 0}
section{border-top:1px solid var(--line);margin-top:1.5rem;padding-top:1rem}
p{margin:.4rem 0}.soft{color:var(--soft)}
nav ul{list-style:none;padding:0;columns:22rem;column-gap:2rem;margin:0}nav li{break-inside:avoid;padding:.1rem 0}
a{color:light-dark(#0b57d0,#8ab4f8)}.call{white-space:pre-wrap}
ul.asked{list-style:none;padding:0;margin:.6rem 0}.asked li{margin-top:.3rem}
.m{display:inline-block;min-width:3.6em;font-weight:600}`

type Described = {
  parameters: { name: string; in: string; required: boolean; description?: string; schema: Record<string, unknown> }[]
  requestBody?: { content: { 'application/json': { schema: Record<string, unknown> } } }
  responses: Record<string, { content?: { 'application/json': { schema: unknown } } }>
}
type Parts = Record<string, Record<string, unknown>>

/** The API's description for people: made from the same values as `/openapi.json`, without a script or a foreign request. */
export function docsPage(endpoints: readonly Endpoint[], siteName: string, origin: string): string {
  const description = openApiOf(endpoints, origin)
  const paths = description.paths as Record<string, Record<string, Described>> // made just above
  const { schemas } = description.components as { schemas: Parts }
  const calls = endpoints
    .map((one) => callHtml(one, paths[`/api/v1${one.path}`]![one.method]!, { schemas, origin }))
    .join('\n')
  const contents = endpoints
    .map(
      (one) =>
        `<li><code>${methodHtml(one)} <a href="#${htmlText(one.operationId)}">${breakable(one.path)}</a></code></li>`,
    )
    .join('')
  const shapes = Object.entries(schemas)
    .map(([name, shape]) => `<section id="${htmlText(name)}"><h3>${htmlText(name)}</h3>${jsonHtml(shape)}</section>`)
    .join('\n')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>API of ${htmlText(siteName)}</title><style>${STYLE}</style></head><body><main>
<h1>API of ${htmlText(siteName)}</h1>
<p>JSON over HTTP, below <code>/api/v1</code>, described in <a href="/openapi.json">OpenAPI 3.1</a>. Lists go on with <code>?cursor=</code> and the <code>next</code> of the answer before.
Answers carry an ETag: send it back as <code>If-None-Match</code>. Errors are <code>{"error":{"code","message"}}</code>; the message names the value that failed.</p>
<p>What is not for everybody takes <code>Authorization: Bearer TOKEN</code>, with a token of the scope that stands beside the call (<code>reader</code>, <code>edit</code>, <code>admin</code>; each holds those before it), made on the page of an account, or with the owner’s key.</p>
<nav aria-label="Calls"><ul>${contents}</ul></nav>
${calls}
<h2>Shapes</h2>
${shapes}
</main></body></html>`
}

function methodHtml({ method }: Endpoint): string {
  return `<span class="m">${method.toUpperCase()}</span>`
}

/** A path that may break behind its slashes: screens can be narrower than one. */
function breakable(path: string): string {
  return htmlText(path).replaceAll('/', '/<wbr>')
}

function callHtml(
  one: Endpoint,
  described: Described,
  { schemas, origin }: { schemas: Parts; origin: string },
): string {
  const rows = described.parameters.map(
    (parameter) =>
      `<li><code>${htmlText(parameter.name)}</code> <span class="soft">${parameter.in}${parameter.required ? ', required' : ''} · ${htmlText(typeText(parameter.schema))}</span>${parameter.description === undefined ? '' : `<br>${htmlText(parameter.description)}`}</li>`,
  )
  const list = rows.length === 0 ? '' : `<ul class="asked">${rows.join('')}</ul>`
  const body = described.requestBody?.content['application/json'].schema
  const bodyHtml =
    body === undefined || Object.keys((body.properties ?? {}) as object).length === 0
      ? ''
      : `<details><summary>Body</summary>${jsonHtml(body)}</details>`
  const answer = described.responses[String(one.status)]?.content?.['application/json'].schema
  const scope = one.needs === 'nobody' ? '' : ` <strong>Scope <code>${SCOPE_FOR[one.needs]}</code>.</strong>`
  return `<section id="${htmlText(one.operationId)}"><h2>${methodHtml(one)} <code>${breakable(one.path)}</code></h2>
<p>${htmlText(one.summary)}.${scope}</p>${list}<pre class="call">${htmlText(curlOf(one, described, { schemas, origin }))}</pre>
${bodyHtml}<details><summary>Answer ${one.status}</summary>${jsonHtml(answer)}</details></section>`
}

/** A call as it is typed, with values that its schemas take: parameters that must be there, and the body. */
function curlOf(
  { method, path, needs }: Endpoint,
  { parameters, requestBody }: Described,
  { schemas, origin }: { schemas: Parts; origin: string },
): string {
  const exampleText = (schema: Record<string, unknown>) => encodeURIComponent(String(exampleOf(schema, schemas)))
  const values = new Map(parameters.map(({ name, schema }) => [name, exampleText(schema)]))
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? '')
  const asked = parameters.filter((one) => one.in === 'query' && one.required)
  const search = asked.map(({ name }) => `${name}=${values.get(name)}`).join('&')
  const address = `${origin}/api/v1${filled}${search === '' ? '' : `?${search}`}`
  const body = requestBody && JSON.stringify(exampleOf(requestBody.content['application/json'].schema, schemas))
  return [
    'curl',
    ...(method === 'get' ? [] : [`-X ${method.toUpperCase()}`]),
    ...(needs === 'nobody' ? [] : ['-H "Authorization: Bearer $TOKEN"']),
    ...(body === undefined || body === '{}' ? [] : [`-d '${body.replaceAll("'", "'\\''")}'`]),
    `'${address}'`,
  ].join(' ')
}

function typeText(schema: Record<string, unknown>): string {
  const choices = Array.isArray(schema.enum) ? schema.enum.join(' | ') : String(schema.type ?? '')
  const fallback = schema.default === undefined ? '' : ` = ${String(schema.default)}`
  return choices + fallback
}

function jsonHtml(value: unknown): string {
  const html = htmlText(JSON.stringify(value, null, 2) ?? '')
  const linked = html.replaceAll(/#\/components\/schemas\/(\w+)/g, '<a href="#$1">$1</a>')
  return `<pre tabindex="0">${linked}</pre>`
}
