import type { Watch } from '../../model/watch.ts'
import type { Delivered, Letter } from './letter.ts'
import { deliveredBy, type Posting } from './webhook.ts'

/** The owner's ntfy server; the token is empty where it asks for none. */
export type NtfyServer = { url: string; token: string }

/** Servers make longer messages attachments at 4,096 bytes. */
const MAX_MESSAGE_BYTES = 3_800
const MAX_ANSWER_BYTES = 64 * 1024

/**
 * Publishes a letter to the topic of its watch. A server from 2.16 on shows what is sent twice once, by its sequence id.
 * **Source:** docs.ntfy.sh/publish, "Publish as JSON", "Updating notifications".
 */
export async function publishNtfy(
  letter: Letter,
  watch: Watch,
  server: NtfyServer,
  posting: Posting,
): Promise<Delivered> {
  const body = JSON.stringify({
    topic: watch.address,
    title: letter.subject,
    message: cutToBytes(letter.text, MAX_MESSAGE_BYTES),
    click: letter.url,
    tags: ['newspaper'],
    sequence_id: letter.key,
  })
  const answer = await posting.fetch.post(server.url, {
    body,
    contentType: 'application/json',
    headers: server.token === '' ? {} : { authorization: `Bearer ${server.token}` },
    maxBytes: MAX_ANSWER_BYTES,
    ...(posting.signal ? { signal: posting.signal } : {}),
  })
  return deliveredBy(answer)
}

/** The beginning of a text that takes no more bytes in UTF-8; whole where it fits. No character is cut in two. */
export function cutToBytes(text: string, bytes: number): string {
  const whole = Buffer.from(text)
  if (whole.length <= bytes) return text
  let end = bytes
  while (end > 0 && ((whole[end] ?? 0) & 0xc0) === 0x80) end--
  return whole.subarray(0, end).toString()
}
