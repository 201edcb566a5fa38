import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { z } from 'zod'
import { ENDPOINTS } from './endpoints.ts'
import { exampleOf } from './example.ts'

describe('an example of a schema', () => {
  const of = (type: z.ZodType) => exampleOf(z.toJSONSchema(type, { io: 'input' }), {})
  it('is its own example, default or first choice, and holds what must be there', () => {
    const shape = z.object({
      url: z.url().meta({ examples: ['https://a.example/'] }),
      ids: z.array(z.int().min(3)),
      kind: z.enum(['one', 'two']),
      at: z.iso.datetime(),
      more: z.string().optional(),
    })
    assert.deepEqual(of(shape), { url: 'https://a.example/', ids: [3], kind: 'one', at: '2026-06-10T12:00:00Z' })
    assert.deepEqual(of(z.object({ a: z.boolean().optional(), b: z.string().optional() })), { a: true })
    assert.deepEqual(of(z.union([z.literal(0), z.literal(10)])), 0)
  })
  it('is taken by every call of the API that has a body', () => {
    for (const one of ENDPOINTS.filter(({ method }) => method === 'post' || method === 'put')) {
      const { $defs = {}, ...schema } = z.toJSONSchema(one.body, { io: 'input' })
      const example = exampleOf(schema, $defs as Record<string, Record<string, unknown>>)
      const read = one.body.safeParse(example)
      // What a schema refuses by a rule of its own, no description can tell.
      const refused = (read.error?.issues ?? []).filter(({ code }) => code !== 'custom')
      assert.deepEqual(refused, [], `${one.operationId}: ${JSON.stringify(example)}`)
    }
  })
})
