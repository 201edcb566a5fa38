import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { after } from 'node:test'

export type Loopback = { host: string; url: (path: string) => string; asked: string[] }

/** An HTTP server of the test on a free port of the loopback; closed when the tests of the file are over. */
export async function loopback(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Loopback> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('the test server has no port')
  const host = `127.0.0.1:${address.port}`
  return { host, url: (path) => `http://${host}${path}`, asked }
}
