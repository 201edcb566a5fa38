import { createHmac } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { loopback } from '../loopback.ts'

export type Heard = { path: string; body: string; type: string; link: string; signature: string }

/** Somebody who listens to hubs: says challenges back, keeps what it hears, and can be told to behave otherwise. */
export async function hubListener() {
  const heard: Heard[] = []
  const questions: URLSearchParams[] = []
  const manners = { challenge: (asked: string) => asked, confirmStatus: 200, hearStatus: 204 }
  const server = await loopback(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://listener.example')
    if (request.method === 'GET') {
      questions.push(url.searchParams)
      return void response
        .writeHead(manners.confirmStatus)
        .end(manners.challenge(url.searchParams.get('hub.challenge') ?? ''))
    }
    const body = await text(request)
    const header = (name: string) => String(request.headers[name] ?? '')
    const kept = { type: header('content-type'), link: header('link'), signature: header('x-hub-signature') }
    heard.push({ path: url.pathname + url.search, body, ...kept })
    response.writeHead(manners.hearStatus).end()
  })
  /** Asks a hub; gives its status. */
  const ask = async (hub: string, fields: Readonly<Record<string, string>>) => {
    const form = new URLSearchParams()
    for (const [name, value] of Object.entries(fields)) form.set(`hub.${name}`, value)
    const response = await fetch(hub, { method: 'POST', body: form })
    await response.text()
    return response.status
  }
  return { ...server, heard, questions, manners, ask }
}

/** What `X-Hub-Signature` must say of a body. */
export function signed(secret: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
}
