/** A JSON Schema as `openApiOf` writes it; what a type can be made from. */
type Schema = {
  $ref?: string
  type?: string | readonly string[]
  enum?: readonly unknown[]
  const?: unknown
  anyOf?: readonly Schema[]
  oneOf?: readonly Schema[]
  allOf?: readonly Schema[]
  items?: Schema
  properties?: Readonly<Record<string, Schema>>
  required?: readonly string[]
  additionalProperties?: boolean | Schema
  description?: string
}
type Content = { content?: { 'application/json': { schema: Schema } } }
type Operation = {
  operationId: string
  summary: string
  parameters: readonly { name: string; in: 'path' | 'query'; required: boolean; description?: string; schema: Schema }[]
  requestBody?: Content
  responses: Readonly<Record<string, Content>>
}
/** As much of an OpenAPI description as a client is made from. */
export type Description = {
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  components: { schemas: Readonly<Record<string, Schema>> }
}

/** What failures are told by: the client's own error has it. */
const NOT_GIVEN = new Set(['Error'])
const HEAD = `// Made by scripts/api-client.ts from the description of the API. Change the endpoints, and run it again.
import type { CallOptions } from './create-client.ts'
`

/**
 * TypeScript of everything that a client knows of an API: the named shapes, one method an operation, and how each is called. A method takes
 * one object: parameters of path and query by their names, and the body as `body`. Not yet formatted.
 * @throws Error where a call would have two parameters of one name
 */
export function clientSource({ paths, components }: Description): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const shapes = Object.entries(components.schemas)
    .filter(([name]) => !NOT_GIVEN.has(name))
    .map(([name, schema]) => `${comment(schema.description)}export type ${name} = ${typeOf(schema)}\n`)
  const methods = operations.map(({ operation }) => methodOf(operation))
  const calls = operations.map(
    ({ path, method, operation }) => `${operation.operationId}: ['${method.toUpperCase()}', '${path}'],`,
  )
  return [
    HEAD,
    ...shapes,
    '/** Every call of the API by its operationId. @throws ApiError where the site refuses */',
    `export type Client = {\n${methods.join('\n')}\n}\n`,
    '/** Method and path of every call. */',
    `export const CALLS: Readonly<Record<keyof Client, readonly [method: string, path: string]>> = {\n${calls.join('\n')}\n}\n`,
  ].join('\n')
}

function methodOf({ operationId, summary, parameters, requestBody, responses }: Operation): string {
  const body = requestBody?.content?.['application/json'].schema
  const fields = parameters.map(
    ({ name, required, description, schema }) =>
      `${comment(description)}${name}${required ? '' : '?'}: ${parameterType(schema)}`,
  )
  const names = [...parameters.map(({ name }) => name), ...(body ? ['body'] : [])]
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new Error(`${operationId} has two parameters named ${twice}`)
  const isBodyNeeded = body !== undefined && needsAny(body)
  if (body) fields.push(`body${isBodyNeeded ? '' : '?'}: ${typeOf(body)}`)
  const isNeeded = isBodyNeeded || parameters.some(({ required }) => required)
  const asked = fields.length === 0 ? 'Record<never, never>' : `{ ${fields.join('; ')} }`
  const success = Object.entries(responses).find(([status]) => status.startsWith('2'))
  const gives = typeOf(success?.[1].content?.['application/json'].schema ?? {})
  return `${comment(summary)}${operationId}(asked${isNeeded ? '' : '?'}: ${asked}, options?: CallOptions): Promise<${gives}>`
}

/** What stands in an address is text there: ids and numbers are given as either. */
function parameterType(schema: Schema): string {
  const type = typeOf(schema)
  return type === 'number' ? 'number | string' : type
}

function needsAny({ required, anyOf, allOf }: Schema): boolean {
  return (required?.length ?? 0) > 0 || [...(anyOf ?? []), ...(allOf ?? [])].some(needsAny)
}

/** The type of values that a schema holds for; `unknown` where it says nothing. */
function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum !== undefined) return union(schema.enum.map((value) => JSON.stringify(value)))
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return union(choices.map(typeOf))
  if (schema.allOf !== undefined) return schema.allOf.map(typeOf).join(' & ')
  if (Array.isArray(schema.type)) return union(schema.type.map((type: string) => typeOf({ ...schema, type })))
  switch (schema.type) {
    case 'string':
    case 'boolean':
    case 'null':
      return schema.type
    case 'number':
    case 'integer':
      return 'number'
    case 'array':
      return `Array<${typeOf(schema.items ?? {})}>`
    case 'object':
      return objectType(schema)
    default:
      return 'unknown'
  }
}

function objectType({ properties = {}, required = [], additionalProperties }: Schema): string {
  const fields = Object.entries(properties).map(
    ([name, schema]) =>
      `${comment(schema.description)}${/^\w+$/.test(name) ? name : JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)}`,
  )
  const rest =
    typeof additionalProperties === 'object'
      ? [`[name: string]: ${fields.length > 0 ? 'unknown' : typeOf(additionalProperties)}`]
      : []
  const all = [...fields, ...rest]
  return all.length === 0 ? 'Record<string, never>' : `{ ${all.join('; ')} }`
}

function union(types: readonly string[]): string {
  return [...new Set(types)].join(' | ')
}

function comment(text: string | undefined): string {
  return text === undefined ? '' : `\n/** ${text.replaceAll('*/', '* /')} */\n`
}
