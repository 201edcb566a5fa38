type Schema = Readonly<Record<string, unknown>>

/**
 * A value that a schema would take, for people to read: its example, default or first choice where it has one, else the plainest of its type.
 * `parts` are the named schemas that it may refer to. Of an object the parts that must be there, or the first of any where none must.
 */
export function exampleOf(schema: Schema, parts: Readonly<Record<string, Schema>>): unknown {
  const { $ref, examples, anyOf, type } = schema
  if (typeof $ref === 'string') return exampleOf(parts[$ref.slice($ref.lastIndexOf('/') + 1)] ?? {}, parts)
  if (Array.isArray(examples)) return examples[0]
  if (schema.const !== undefined) return schema.const
  if (schema.default !== undefined) return schema.default
  if (Array.isArray(schema.enum)) return schema.enum[0]
  if (Array.isArray(anyOf)) return exampleOf(anyOf[0] as Schema, parts) // a choice has choices
  if (type === 'array') return [exampleOf((schema.items ?? {}) as Schema, parts)]
  if (type === 'object') return objectExample(schema, parts)
  if (type === 'boolean') return true
  if (type === 'integer' || type === 'number') return Math.max(1, Number(schema.minimum ?? 1))
  if (schema.format === 'uri') return 'https://news.example/'
  return schema.format === 'date-time' ? '2026-06-10T12:00:00Z' : 'text'
}

function objectExample(schema: Schema, parts: Readonly<Record<string, Schema>>): Record<string, unknown> {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>)
  const required = (schema.required ?? []) as readonly string[]
  const needed = properties.filter(([name]) => required.includes(name))
  const shown = needed.length > 0 ? needed : properties.slice(0, 1)
  return Object.fromEntries(shown.map(([name, part]) => [name, exampleOf(part, parts)]))
}
