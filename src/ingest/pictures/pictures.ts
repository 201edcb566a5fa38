import type { FetchClient } from '../../fetch/client.ts'
import type { PictureAnswer, PictureForm, PictureRefusal, PictureSize, SentPicture } from '../../model/picture.ts'
import type { PictureCache } from './picture-cache.ts'
import type { PictureMaker } from './picture-maker.ts'

/** Bytes of a foreign file: a press photograph has 0.1 to 5 MB. */
const MAX_BYTES = 10 * 1024 * 1024
/** Pictures that are fetched or made at the same time, those that wait for their host's turn among them. */
const MAX_AT_ONCE = 200
const ACCEPT = 'image/avif,image/webp,image/jpeg,image/png,image/gif;q=0.8'
/** Hosts that exist on no network; the demo edition's are of these. **Source:** RFC 2606 §2. */
const INVENTED_HOST = /\.example$/

/** What passes by itself: the next look tries again. */
const PASSING: ReadonlySet<PictureRefusal> = new Set(['busy'])

export type Pictures = {
  /** One form of a foreign picture, from the disk or fetched and made now. Never rejects for what is out there. */
  get: (address: string, form: PictureForm) => Promise<SentPicture>
  known: (address: string) => PictureSize | { refused: PictureRefusal } | null
}

/**
 * Foreign pictures, made anew. Each is fetched once for all its forms and readers, through the guarded client.
 * `robots.txt` is not asked: a person has opened the page that shows it, and their browser would not ask either.
 */
export function createPictures(parts: {
  fetch: Pick<FetchClient, 'get'>
  maker: PictureMaker
  cache: PictureCache
  log: (event: string, fields: Record<string, unknown>) => void
}): Pictures {
  const { fetch, maker, cache, log } = parts
  const making = new Map<string, Promise<PictureRefusal | null>>()

  const makeNow = async (address: string): Promise<PictureRefusal | null> => {
    const answer = await madeOf(address, fetch, maker)
    try {
      if (answer.ok) await cache.keep(address, answer.value)
      else if (!PASSING.has(answer.reason)) await cache.refuse(address, answer.reason)
    } catch (error) {
      log('picture-not-kept', { error: error instanceof Error ? error.message : String(error) })
      return 'busy'
    }
    return answer.ok ? null : answer.reason
  }
  /** Null where the picture is on the disk then. */
  const made = (address: string): Promise<PictureRefusal | null> => {
    const running = making.get(address)
    if (running) return running
    if (making.size >= MAX_AT_ONCE) return Promise.resolve('busy')
    const now = makeNow(address).finally(() => making.delete(address))
    making.set(address, now)
    return now
  }
  const sent = async (address: string, form: PictureForm): Promise<SentPicture | null> => {
    const found = await cache.read(address, form)
    return found && { ok: true, bytes: found.bytes, type: found.form.endsWith('.jpg') ? 'image/jpeg' : 'image/webp' }
  }
  return {
    known: cache.known,
    get: async (address, form) => {
      await cache.ready
      const known = cache.known(address)
      if (known !== null && 'refused' in known) return { ok: false, reason: known.refused }
      const kept = await sent(address, form)
      if (kept) return kept
      const refused = await made(address)
      if (refused !== null) return { ok: false, reason: refused }
      return (await sent(address, form)) ?? { ok: false, reason: 'busy' }
    },
  }
}

async function madeOf(address: string, fetch: Pick<FetchClient, 'get'>, maker: PictureMaker): Promise<PictureAnswer> {
  if (INVENTED_HOST.test(URL.parse(address)?.hostname ?? '')) return maker.make({ draw: address })
  const got = await fetch.get(address, { accept: ACCEPT, maxBytes: MAX_BYTES })
  if (got.ok) return maker.make({ bytes: got.value.bytes })
  const { reason, detail } = got
  if (reason === 'busy' || reason === 'held-back' || reason === 'aborted' || reason === 'too-many-requests')
    return { ok: false, reason: 'busy', detail }
  return { ok: false, reason: reason === 'too-large' ? 'too-large' : 'unreachable', detail }
}
