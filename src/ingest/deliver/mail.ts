import { createTransport, type NodemailerError } from 'nodemailer'
import { MINUTE_MS, SECOND_MS } from '../../model/time.ts'
import type { Watch } from '../../model/watch.ts'
import type { Delivered, Letter } from './letter.ts'

/** How mail leaves: the owner's server as `smtp://` or `smtps://`, and the address that it comes from. */
export type MailRoute = { smtpUrl: string; from: string }

/** Bounds of one mail; a server that greets late is overloaded, and is asked again later. */
const TIMEOUTS = { connectionTimeout: 10 * SECOND_MS, greetingTimeout: 10 * SECOND_MS, socketTimeout: 20 * SECOND_MS }
/** The whole of one mail, before its message is taken for lost. */
const TOTAL_MS = MINUTE_MS
const REASON_CHARS = 300
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/

/** Sends letters by mail; each over a connection of its own. */
export type Mailer = (letter: Letter, watch: Watch, signal: AbortSignal | null) => Promise<Delivered>

/**
 * A mailer over the owner's server. A password goes over a secured connection alone, but on this machine.
 * Mail names itself automatic (RFC 3834), keeps its Message-ID in every try, and can be stopped by one click (RFC 8058).
 */
export function createMailer(route: MailRoute): Mailer {
  const url = new URL(route.smtpUrl)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const transport = createTransport({
    url: route.smtpUrl,
    ...TIMEOUTS,
    ...(url.username !== '' && url.protocol === 'smtp:' && !LOOPBACK.test(host) ? { requireTLS: true } : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return async (letter, watch, signal) => {
    const timeout = AbortSignal.timeout(TOTAL_MS)
    try {
      await transport.sendMail({
        from: route.from,
        to: { name: '', address: watch.address },
        subject: letter.subject,
        text: letter.text,
        date: new Date(letter.madeMs),
        messageId: `<${letter.key}@${domainOf(route.from)}>`,
        headers: {
          'Auto-Submitted': 'auto-generated',
          'List-Unsubscribe': `<${letter.watchUrl}/stop>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        },
        signal: signal === null ? timeout : AbortSignal.any([timeout, signal]),
      })
      return { ok: true }
    } catch (cause) {
      const error = cause as NodemailerError // what nodemailer rejects with, or an Error without its fields
      const reason = error.message.replace(/\s+/g, ' ').slice(0, REASON_CHARS)
      return { ok: false, reason, isFinal: isRefusedForGood(error), retryAfterMs: null }
    }
  }
}

/** An address that the server will never take, or words that it will not; a wrong password is the owner's to mend, and is tried again. */
function isRefusedForGood({ code, responseCode = 0 }: NodemailerError): boolean {
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode >= 550 && responseCode < 560
}

function domainOf(from: string): string {
  return /@([^\s>@]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'
}
