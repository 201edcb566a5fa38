import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on a free port of 127.0.0.1 for the time of one test. */
export type LoopbackServer = {
  url: string
  /** `HOST:PORT`, as the owner would list it. */
  host: string
  port: number
  hits: string[]
  close(): Promise<void>
}

/** Starts a server that notes what it is asked for. */
export async function loopbackServer(answer: RequestListener, address = '127.0.0.1'): Promise<LoopbackServer> {
  const hits: string[] = []
  const server = createServer((request, response) => {
    hits.push(request.url ?? '')
    answer(request, response)
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, address, resolve))
  const { port } = server.address() as AddressInfo // a TCP server's address is never a string
  const host = `${address}:${port}`
  return {
    url: `http://${host}`,
    host,
    port,
    hits,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
