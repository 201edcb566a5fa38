import { AppError } from '../../model/errors.ts'
import { markItems, numberReaderItems, type ReaderMark } from '../../store/reader-state.ts'
import { type GreaderCall, momentAsked } from './greader-call.ts'
import { itemIdOf, stateOf, streamNamed } from './greader-ids.ts'
import { mustMark } from './reader-auth.ts'
import { READER_LEVELS } from './reader-feeds.ts'

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
  const ids = words
    .getAll('i')
    .map(itemIdOf)
    .filter((id) => !Number.isNaN(id))
  await numberReaderItems(site.store)
  if (mark.read !== undefined || mark.starred !== undefined) {
    const filter = { user: reader.name, streams: [{ kind: 'all' }], ids } as const
    await markItems(site.store, filter, mark, READER_LEVELS, site.now())
  }
  return call.c.text('OK')
}

/** `mark-all-as-read`: a whole stream (`s`), up to a moment (`ts`) so that what came since stays unread. */
export async function markAllRead(call: GreaderCall): Promise<Response> {
  const { words, site, reader, feeds } = call
  mustMark(reader)
  const name = words.get('s') ?? ''
  const named = streamNamed(name, feeds)
  if (named.streams.length === 0) throw new AppError('not_found', `there is no stream "${name.slice(0, 200)}"`)
  const untilMs = momentAsked(words.get('ts'))
  await numberReaderItems(site.store)
  const filter = {
    user: reader.name,
    ...named,
    read: false,
    ...(untilMs === undefined ? {} : { untilMs }),
  }
  await markItems(site.store, filter, { read: true }, READER_LEVELS, site.now())
  return call.c.text('OK')
}
