import { z } from 'zod'
import packageJson from '../../../package.json' with { type: 'json' }
import { SCOPE_FOR } from './caller.ts'
import type { Endpoint } from './endpoint.ts'
import { ErrorAnswer } from './schemas.ts'

type JsonSchema = Record<string, unknown>

const FOR_WHOM = {
  reader: 'For any account.',
  editor: 'For editors and owners.',
  owner: 'For owners.',
} as const satisfies Record<Exclude<Endpoint['needs'], 'nobody'>, string>

/** What can go wrong with a call, by status: `applies` to a call that has a part that can. */
const FAILURES: readonly { status: number; name: string; means: string; applies: (one: Described) => boolean }[] = [
  {
    status: 400,
    name: 'Invalid',
    means: 'A value is not what is needed; the message names it',
    applies: (one) => one.asks,
  },
  { status: 401, name: 'Unauthorized', means: 'No token was sent, or nobody has it', applies: (one) => one.isGuarded },
  {
    status: 403,
    name: 'Forbidden',
    means: 'The token’s scope or its account’s role is too small; the message names what is needed',
    applies: (one) => one.isGuarded,
  },
  { status: 404, name: 'NotFound', means: 'Nothing stands under this name', applies: (one) => one.asks },
  {
    status: 409,
    name: 'Conflict',
    means: 'It is there already, or was taken away meanwhile',
    applies: (one) => one.changes,
  },
  {
    status: 413,
    name: 'TooLarge',
    means: 'The body is above its limit; the message says which',
    applies: (one) => one.hasBody,
  },
  {
    status: 429,
    name: 'TooOften',
    means: 'Asked too often; Retry-After says in how many seconds to ask again',
    applies: (one) => one.changes || one.isPast,
  },
]
type Described = Readonly<Record<'asks' | 'isGuarded' | 'changes' | 'hasBody' | 'isPast', boolean>>

/** The description of some endpoints in OpenAPI 3.1, made from the schemas that check their requests and hold their answers. **Source:** OpenAPI 3.1.1 */
export function openApiOf(endpoints: readonly Endpoint[], origin: string): JsonSchema {
  const components: Record<string, JsonSchema> = {}
  const schema = (type: z.ZodType, io: 'input' | 'output') => hoist(z.toJSONSchema(type, { io }), components)
  const error = { 'application/json': { schema: schema(ErrorAnswer, 'output') } }
  const paths: Record<string, Record<string, unknown>> = {}
  for (const one of endpoints) {
    const methods = (paths[`/api/v1${one.path}`] ??= {})
    methods[one.method] = operationOf(one, schema)
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'TrendPulse',
      version: packageJson.version,
      description: 'Everything that a page of the site shows, and what its owner does.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: origin === '' ? '/' : origin }],
    paths,
    components: {
      schemas: components,
      responses: {
        Failed: { description: 'What went wrong, for the program (code) and the person (message)', content: error },
        ...Object.fromEntries(
          FAILURES.map(({ status, name, means }) => [
            name,
            { description: means, ...(status in HEADERS ? { headers: HEADERS[status] } : {}), content: error },
          ]),
        ),
      },
      securitySchemes: {
        ownerKey: { type: 'http', scheme: 'bearer', description: 'The owner’s key' },
        accountToken: {
          type: 'http',
          scheme: 'bearer',
          description:
            'An account’s token (made on its page, or by trendpulse user token NAME) of the scope that the call names, or of one above it: read, reader, edit, admin',
        },
      },
    },
  }
}

const text = (description: string) => ({ description, schema: { type: 'string' } })
/** Headers that a failure comes with. **Source:** RFC 9110 §10.2.3, §11.6.1 */
const HEADERS: Readonly<Record<number, Record<string, unknown>>> = {
  401: { 'WWW-Authenticate': text('Bearer, and what was wrong with the token') },
  403: { 'WWW-Authenticate': text('Bearer, and the scope that is needed') },
  429: { 'Retry-After': text('Seconds') },
}

function operationOf(one: Endpoint, schema: (type: z.ZodType, io: 'input' | 'output') => JsonSchema): JsonSchema {
  const parameters = [
    ...parametersOf(schema(one.params, 'output'), 'path'),
    ...parametersOf(schema(one.query, 'input'), 'query'),
  ]
  const hasBody = one.method === 'post' || one.method === 'put'
  const described = {
    asks: parameters.length > 0 || hasBody,
    isGuarded: one.needs !== 'nobody',
    changes: one.method !== 'get',
    hasBody,
    isPast: parameters.some(({ name }) => name === 'at'),
  }
  const answer = { 'application/json': { schema: schema(one.answer, 'output') } }
  return {
    operationId: one.operationId,
    summary: one.summary,
    ...(one.needs === 'nobody'
      ? {}
      : { description: FOR_WHOM[one.needs], security: [{ ownerKey: [] }, { accountToken: [SCOPE_FOR[one.needs]] }] }),
    parameters,
    ...(hasBody
      ? { requestBody: { required: true, content: { 'application/json': { schema: schema(one.body, 'input') } } } }
      : {}),
    responses: {
      [one.status]: { description: one.summary, content: answer },
      ...(one.known ? { [one.known.status]: { description: one.known.means, content: answer } } : {}),
      ...(one.method === 'get' ? { 304: { description: 'What the caller has (If-None-Match) still stands' } } : {}),
      ...Object.fromEntries(
        FAILURES.filter(({ applies }) => applies(described)).map(({ status, name }) => [
          status,
          { $ref: `#/components/responses/${name}` },
        ]),
      ),
      default: { $ref: '#/components/responses/Failed' },
    },
  }
}

/** Moves the named parts of a schema to where OpenAPI keeps them. */
function hoist(schema: JsonSchema, components: Record<string, JsonSchema>): JsonSchema {
  const moved = JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as JsonSchema
  const { $schema: _, $defs, ...rest } = moved
  for (const [name, part] of Object.entries(($defs ?? {}) as Record<string, JsonSchema>)) components[name] = named(part)
  const { id } = rest
  if (typeof id !== 'string') return rest
  components[id] = named(rest)
  return { $ref: `#/components/schemas/${id}` }
}

/** A component is named by its place: `id` is no word of JSON Schema. */
function named({ id: _, ...part }: JsonSchema): JsonSchema {
  return part
}

function parametersOf(schema: JsonSchema, place: 'path' | 'query'): JsonSchema[] {
  const properties = (schema.properties ?? {}) as Record<string, JsonSchema>
  const required = (schema.required ?? []) as string[]
  return Object.entries(properties).map(([name, { description, ...type }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema: type,
  }))
}
