import type { Context } from 'hono'
import { z } from 'zod'
import { AppError } from '../../model/errors.ts'
import type { Site } from '../site.ts'
import type { Needs } from '../viewer.ts'

/** Everything one route of the API is: how it is asked, what it answers, and what OpenAPI says of it. */
export type EndpointSpec<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
> = {
  method: 'get' | 'post' | 'put' | 'delete'
  /** Below `/api/v1`, with parameters as OpenAPI writes them: `/stories/{key}`. */
  path: string
  /** Names the call in clients made from the description. */
  operationId: string
  summary: string
  /** The least role that may call it: `reader` is any account. A token is sent, or the owner's key. */
  needs: Needs
  params: Params
  query: Query
  body: Body
  answer: Answer
  /** Status of a success. */
  status: 200 | 201 | 202
  /** Another success: what was wished for is there already. */
  known?: { status: 200; means: string; isKnown(answer: z.input<Answer>): boolean }
  /** Newest change of what an answer holds, where it has one; null where nothing has a time. */
  modifiedMs?(answer: z.input<Answer>): number | null
  /** Bytes of a body, where it may have more than others. */
  maxBodyBytes?: number
  handle: (
    site: Site,
    input: {
      params: z.output<Params>
      query: z.output<Query>
      body: z.output<Body>
      origin: string
      /** Whose call it is: `owner`, or an account's name. Empty for calls that anybody may make. */
      account: string
      /** The request, for what depends on its device. */
      c: Context
    },
  ) => Promise<z.input<Answer>>
}

/** A route with its types folded away: what is registered, described and called. */
export type Endpoint = Omit<EndpointSpec<z.ZodType, z.ZodType, z.ZodType, z.ZodType>, 'handle'> & {
  run: (site: Site, c: Context, caller: { origin: string; account: string }) => Promise<unknown>
}

/** Bytes of a request's body: a note of letters beyond Latin takes three or four each. */
export const MAX_BODY_BYTES = 200_000

export const Nothing = z.object({})
export const IdParam = z.object({
  id: z.coerce
    .number()
    .int()
    .min(1)
    .meta({ examples: [1] }),
})

/** Closes a route over its schemas: what comes in is checked before the handler sees it. */
export function endpoint<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(spec: EndpointSpec<Params, Query, Body, Answer>): Endpoint {
  return {
    ...spec,
    run: async (site, c, caller) => {
      const params = spec.params.parse(c.req.param())
      const query = spec.query.parse(c.req.query())
      const body = spec.body.parse(spec.method === 'post' || spec.method === 'put' ? await readJson(c) : {})
      return spec.handle(site, { params, query, body, c, ...caller })
    },
  }
}

async function readJson(c: Context): Promise<unknown> {
  const text = await c.req.text()
  if (text.trim() === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('invalid', 'the body is not JSON')
  }
}
