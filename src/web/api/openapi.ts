import { z } from 'zod'
import packageJson from '../../../package.json' with { type: 'json' }
import type { Endpoint } from './endpoint.ts'
import { ErrorAnswer } from './schemas.ts'

type JsonSchema = Record<string, unknown>

const FOR_WHOM = {
  reader: 'For any account, by a token of scope `reader` or above.',
  editor: 'For editors and owners, by a token of scope `edit` or above.',
  owner: 'For owners, by a token of scope `admin`.',
} as const satisfies Record<Exclude<Endpoint['needs'], 'nobody'>, string>

/** The description of some endpoints in OpenAPI 3.1, made from the schemas that check their requests and hold their answers. **Source:** OpenAPI 3.1.1 */
export function openApiOf(endpoints: readonly Endpoint[], origin: string): JsonSchema {
  const components: Record<string, JsonSchema> = {}
  const schema = (type: z.ZodType, io: 'input' | 'output') => hoist(z.toJSONSchema(type, { io }), components)
  const paths: Record<string, Record<string, unknown>> = {}
  for (const one of endpoints) {
    const methods = (paths[`/api/v1${one.path}`] ??= {})
    methods[one.method] = {
      operationId: one.operationId,
      summary: one.summary,
      ...(one.needs === 'nobody'
        ? {}
        : { description: FOR_WHOM[one.needs], security: [{ ownerKey: [] }, { accountToken: [] }] }),
      parameters: [
        ...parametersOf(schema(one.params, 'output'), 'path'),
        ...parametersOf(schema(one.query, 'input'), 'query'),
      ],
      ...(one.method === 'post' || one.method === 'put'
        ? { requestBody: { required: true, content: { 'application/json': { schema: schema(one.body, 'input') } } } }
        : {}),
      responses: {
        [one.status]: {
          description: one.summary,
          content: { 'application/json': { schema: schema(one.answer, 'output') } },
        },
        ...(one.method === 'get' ? { 304: { description: 'What the caller has (If-None-Match) still stands' } } : {}),
        default: {
          description: 'What went wrong, for the program (code) and the person (message)',
          content: { 'application/json': { schema: schema(ErrorAnswer, 'output') } },
        },
      },
    }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'TrendPulse',
      version: packageJson.version,
      description: 'Everything that a page of the site shows, and what its owner does.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: origin }],
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        ownerKey: { type: 'http', scheme: 'bearer', description: 'The owner’s key' },
        accountToken: {
          type: 'http',
          scheme: 'bearer',
          description: 'An account’s token (trendpulse user token NAME)',
        },
      },
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
