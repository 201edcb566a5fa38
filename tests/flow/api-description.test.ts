import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { CALLS_FILE, callsText } from '../../scripts/api-client.ts'
import { CALLS } from '../../src/web/api/client/calls.ts'
import { ENDPOINTS } from '../../src/web/api/endpoints.ts'
import { openApiOf } from '../../src/web/api/openapi.ts'
import { holdToDescription } from '../described-answers.ts'

describe('the description of the API', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator()
    const { valid, errors } = await validator.validate(openApiOf(ENDPOINTS, 'https://news.example'))
    assert.ok(valid, JSON.stringify(errors))
    assert.equal(validator.version, '3.1')
  })
  it('is refused by the validator where it is not valid', async () => {
    const broken = openApiOf(ENDPOINTS, '')
    delete broken.info
    assert.equal((await new Validator().validate(broken)).valid, false)
  })
  it('names a scope for every call that not everybody may make, and no way to fail that it does not describe', () => {
    const description = openApiOf(ENDPOINTS, '') as {
      paths: Record<
        string,
        Record<string, { security?: { accountToken?: string[] }[]; responses: Record<string, { $ref?: string }> }>
      >
      components: { responses: Record<string, unknown> }
    }
    for (const one of ENDPOINTS) {
      const { security, responses } = description.paths[`/api/v1${one.path}`]![one.method]!
      const scopes = security?.flatMap(({ accountToken }) => accountToken ?? [])
      assert.equal(scopes?.length ?? 0, one.needs === 'nobody' ? 0 : 1, one.operationId)
      assert.equal('401' in responses, one.needs !== 'nobody', one.operationId)
      for (const { $ref } of Object.values(responses))
        assert.ok($ref === undefined || $ref.slice($ref.lastIndexOf('/') + 1) in description.components.responses)
    }
  })
})

describe('the client', () => {
  it('is what the script makes of the description', () => {
    assert.equal(readFileSync(CALLS_FILE, 'utf8'), callsText(), 'run: sh scripts/node.sh scripts/api-client.ts')
  })
  it('has a method for every call', () => {
    assert.deepEqual(Object.keys(CALLS).sort(), ENDPOINTS.map((one) => one.operationId).sort())
  })
})

describe('answers that tests get', () => {
  const story = '/api/v1/tags/port-selva'
  const hold = (pathname: string, status: number, value: unknown) =>
    holdToDescription({ method: 'GET', pathname }, status, JSON.stringify(value))
  it('are refused where they lack something, say more, or are of no described status or path', () => {
    const tag = {
      slug: 'port-selva',
      name: 'Port Selva',
      kind: 'place',
      url: 'http://a.example/tag/port-selva',
      articles: 1,
      lastSeen: '2026-06-10T12:00:00.000Z',
    }
    const page = { items: [tag], next: null }
    hold('/api/v1/tags', 200, page)
    const wrong: [path: string, status: number, value: unknown][] = [
      ['/api/v1/tags', 200, { items: [{ ...tag, kind: 'city' }], next: null }],
      ['/api/v1/tags', 200, { items: [{ ...tag, more: 1 }], next: null }],
      ['/api/v1/tags', 200, { items: [] }],
      ['/api/v1/tags', 201, page],
      ['/api/v1/nothing', 200, page],
      ['/api/v1/nothing', 404, { message: 'no' }],
      [story, 404, { error: { code: 'not_found' } }],
    ]
    for (const [path, status, value] of wrong)
      assert.throws(() => hold(path, status, value), { name: 'AssertionError' }, JSON.stringify([path, status, value]))
  })
})
