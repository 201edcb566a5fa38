import type { EpochMs } from '../../model/time.ts'
import type { Watch, WatchEvent, WatchMessage } from '../../model/watch.ts'

/** A message as it is told, whatever the way: the same in every try. */
export type Letter = {
  /** Known to receivers: one that has it already may leave it. */
  key: string
  kind: WatchMessage['kind']
  madeMs: EpochMs
  subject: string
  /** Plain text, paragraphs parted by one empty line. */
  text: string
  /** The page that it is about: the event's where there is one event, else the watch's own. */
  url: string
  /** The watch's own page: what it told, and how it is stopped. */
  watchUrl: string
  events: readonly (Pick<WatchEvent, 'kind' | 'title' | 'text' | 'atMs'> & { url: string })[]
}

/** How a way of delivery ended. A final failure would come again: nothing is tried any more. */
export type Delivered = { ok: true } | { ok: false; reason: string; isFinal: boolean; retryAfterMs: number | null }

/** Events that are told in words; all of them stand on the watch's page. */
const TOLD_EVENTS = 20

/** What a message says. `base` is the site's address without a slash at the end. */
export function letterOf(
  message: WatchMessage,
  watch: Watch,
  events: readonly WatchEvent[],
  { base, siteName }: { base: string; siteName: string },
): Letter {
  const watchUrl = `${base}/watch/${watch.token}`
  const told = events.map(({ kind, title, text, atMs, path }) => ({ kind, title, text, atMs, url: `${base}${path}` }))
  const foot = `You watch ${subjectOf(watch)} on ${siteName}. What it told, and how to stop it: ${watchUrl}`
  const { subject, body } = wordsOf(message, watch, told, watchUrl)
  return {
    key: message.key,
    kind: message.kind,
    madeMs: message.madeMs,
    subject: oneLine(subject),
    text: [...body, foot].join('\n\n'),
    url: told.length === 1 ? told[0]!.url : watchUrl,
    watchUrl,
    events: told,
  }
}

function wordsOf(
  message: WatchMessage,
  watch: Watch,
  events: Letter['events'],
  watchUrl: string,
): { subject: string; body: string[] } {
  if (message.kind === 'confirm')
    return {
      subject: `Is this your address? A watch of ${subjectOf(watch)}`,
      body: [
        `Somebody with an account asked to be told by mail at this address of ${subjectOf(watch)}. If that was you, confirm it here:`,
        `${watchUrl}?confirm=${watch.secret ?? ''}`,
        'If it was not, do nothing: no more mail comes, and the watch is forgotten after three days.',
      ],
    }
  if (message.kind === 'test')
    return {
      subject: `Test: the watch of ${subjectOf(watch)}`,
      body: ['This is a test. News of this watch arrives where you read this.'],
    }
  const [only] = events
  const subject =
    events.length === 1 && only
      ? `${only.kind === 'burst' ? 'Rising: ' : ''}${only.title}`
      : `${events.length} news of ${subjectOf(watch)}`
  const shown = events.slice(0, TOLD_EVENTS)
  const paragraphs = shown.map(
    (event) => `${event.kind === 'burst' ? 'Rising: ' : ''}${event.title}\n${event.text}\n${event.url}`,
  )
  const rest = events.length - shown.length
  return { subject, body: rest > 0 ? [...paragraphs, `And ${rest} more: ${watchUrl}`] : paragraphs }
}

const subjectOf = (watch: Watch): string => `“${watch.name}”`

const SUBJECT_CHARS = 200

/** Names and headlines are strangers' words: no line ends in a subject. */
function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  return line.length > SUBJECT_CHARS ? `${line.slice(0, SUBJECT_CHARS - 2).toWellFormed()} …` : line
}
