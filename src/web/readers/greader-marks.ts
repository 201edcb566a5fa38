import { AppError } from '../../model/errors.ts'
import { prepareReader } from '../../store/number-reader-items.ts'
import { markItems, type ReaderMark } from '../../store/reader-marks.ts'
import { type GreaderCall, momentAsked } from './greader-call.ts'
import { itemIdsOf, stateOf, streamNamed } from './greader-ids.ts'
import { mustMark } from './reader-auth.ts'

/** `edit-tag`: adds (`a`) and takes away (`r`) marks of items (`i`), each any number of times. */
export async function editTag(call: GreaderCall): Promise<Response> {
  const { words, site, reader } = call
  mustMark(reader)
  const mark: ReaderMark = {}
  for (const [word, given] of [
    ['r', false],
    ['a', true],
  ] as const)
    for (const name of words.getAll(word)) {
      const state = stateOf(name)
      if (state === 'read') mark.read = given
      // Kept unread is what is not read; taking it away alone says nothing about reading.
      if (state === 'kept-unread' && given) mark.read = false
      if (state === 'starred') mark.starred = given
    }
  const ids = itemIdsOf(words.getAll('i'), call.c.req.header('user-agent') ?? '')
  await prepareReader(site.store, reader.name, site.now())
  if (mark.read !== undefined || mark.starred !== undefined) {
    await markItems(site.store, { user: reader.name, ids }, mark, site.now())
  }
  return call.c.text('OK')
}

/** `mark-all-as-read`: a whole stream (`s`), up to a moment (`ts`) so that what came since stays unread. */
export async function markAllRead(call: GreaderCall): Promise<Response> {
  const { words, site, reader, feeds } = call
  mustMark(reader)
  const name = words.get('s') ?? ''
  const named = streamNamed(name, feeds)
  if (named.places?.length === 0) throw new AppError('not_found', `there is no stream "${name.slice(0, 200)}"`)
  const untilMs = momentAsked(words.get('ts'))
  await prepareReader(site.store, reader.name, site.now())
  const filter = {
    user: reader.name,
    ...named,
    read: false,
    ...(untilMs === undefined ? {} : { untilMs }),
  }
  await markItems(site.store, filter, { read: true }, site.now())
  return call.c.text('OK')
}
