import assert from 'node:assert/strict'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { ENDPOINTS } from '../src/web/api/endpoints.ts'
import { openApiOf } from '../src/web/api/openapi.ts'

/** Answers of the API that a test got, as `METHOD /path STATUS` of the description: each was held to it. */
export const HELD: Map<string, number> = new Map()

/** Streams, which are no JSON of the description's. */
const STREAMS = /^\/api\/v1\/export(?:\/|$)/

type Answers = Readonly<Record<string, unknown>>

const description = openApiOf(ENDPOINTS, '')
const paths = description.paths as Readonly<Record<string, Readonly<Record<string, { responses: Answers }>>>> // as openApiOf writes them
const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema(description, 'api')
const known = new Map<string, ValidateFunction>()
const templates = Object.keys(paths)
  .map((path) => ({ path, pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`), at: path.indexOf('{') }))
  .toSorted((a, b) => (b.at === -1 ? Infinity : b.at) - (a.at === -1 ? Infinity : a.at)) // words before parameters, as the router has it

/**
 * Holds an answer of the API to what OpenAPI says of its path, method and status: nothing is missing, nothing more is said.
 * @throws AssertionError where it is not as described
 */
export function holdToDescription(asked: { method: string; pathname: string }, status: number, body: string): void {
  if (STREAMS.test(asked.pathname) || body === '') return
  const method = asked.method.toLowerCase()
  const found = templates.find(({ path, pattern }) => pattern.test(asked.pathname) && paths[path]?.[method])
  const what = `${asked.method} ${found?.path ?? asked.pathname} ${status}`
  if (!found) assert.ok(status >= 400, `${what} is described nowhere`)
  const answers = found ? paths[found.path]![method]!.responses : {}
  const isSaid = Object.hasOwn(answers, String(status))
  assert.ok(isSaid || status >= 400, `${what}: the description has no such success`)
  const pointer = found
    ? `/paths/${escaped(found.path)}/${method}/responses/${isSaid ? status : 'default'}`
    : '/components/responses/Failed'
  const validate = validatorAt(pointer)
  assert.ok(
    validate(JSON.parse(body)),
    `${what} is not as described: ${ajv.errorsText(validate.errors)}\n${body.slice(0, 400)}`,
  )
  HELD.set(what, (HELD.get(what) ?? 0) + 1)
}

/** The schema of the JSON that a response at a place of the description has; a reference is followed. */
function validatorAt(pointer: string): ValidateFunction {
  const before = known.get(pointer)
  if (before) return before
  const response = pointer
    .slice(1)
    .split('/')
    .reduce<unknown>((value, part) => (value as Answers)[part.replaceAll('~1', '/').replaceAll('~0', '~')], description)
  const { $ref } = response as { $ref?: string }
  const validate = $ref
    ? validatorAt($ref.slice(1))
    : ajv.compile({ $ref: `api#${pointer}/content/application~1json/schema` })
  known.set(pointer, validate)
  return validate
}

const escaped = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1')

const send = globalThis.fetch
/** Every answer that a test fetches of a site's API is held to the description on its way. */
globalThis.fetch = async (input, init) => {
  const response = await send(input, init)
  const { pathname, hostname } = new URL(input instanceof Request ? input.url : input)
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true
  if (isJson && pathname.startsWith('/api/v1/') && hostname === '127.0.0.1') {
    const method = init?.method ?? (input instanceof Request ? input.method : 'GET')
    holdToDescription({ method, pathname }, response.status, await response.clone().text())
  }
  return response
}

/**
 * Calls that a test file names but got no described success of, by operationId: to be asked at its end. `text` is the file's source.
 */
export function unheldCalls(text: string): string[] {
  return ENDPOINTS.filter(({ operationId }) => new RegExp(`(?:\\.|')${operationId}\\b`).test(text))
    .filter(({ method, path, status, known }) =>
      [status, known?.status].every(
        (one) => one === undefined || !HELD.has(`${method.toUpperCase()} /api/v1${path} ${one}`),
      ),
    )
    .map(({ operationId }) => operationId)
}
