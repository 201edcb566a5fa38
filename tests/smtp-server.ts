import { createServer, type Socket } from 'node:net'
import { after } from 'node:test'

/** A mail as it arrived: its envelope, its headers by lower-case name (unfolded), and its body with quoted-printable undone. */
export type ReceivedMail = { from: string; to: string[]; headers: Map<string, string>; body: string }
export type SmtpServer = { url: string; mails: ReceivedMail[] }

/** An SMTP server of the test on a free port of the loopback. `refuse` gives the answer to a recipient that is not taken. **Source:** RFC 5321 */
export async function smtpServer(refuse: (to: string) => string | null = () => null): Promise<SmtpServer> {
  const mails: ReceivedMail[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    talk(socket, refuse, (mail) => mails.push(mail))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  after(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('the test server has no port')
  return { url: `smtp://127.0.0.1:${address.port}`, mails }
}

function talk(socket: Socket, refuse: (to: string) => string | null, take: (mail: ReceivedMail) => void): void {
  let [from, to, data, waiting]: [string, string[], string[] | null, string] = ['', [], null, '']
  const say = (line: string) => socket.write(`${line}\r\n`)
  const addressIn = (line: string) => /<([^>]*)>/.exec(line)?.[1] ?? ''
  const answer = (line: string): void => {
    if (data !== null) {
      if (line !== '.') return void data.push(line.replace(/^\./, ''))
      take(mailOf(from, to, data))
      data = null
      return void say('250 2.0.0 kept')
    }
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'EHLO') say('250-mail.example\r\n250-8BITMIME\r\n250 PIPELINING')
    else if (verb === 'MAIL') {
      ;[from, to] = [addressIn(line), []]
      say('250 2.1.0 sender')
    } else if (verb === 'RCPT') {
      const refused = refuse(addressIn(line))
      if (refused === null) to.push(addressIn(line))
      say(refused ?? '250 2.1.5 recipient')
    } else if (verb === 'DATA') {
      data = []
      say('354 end with a point')
    } else if (verb === 'QUIT') {
      say('221 2.0.0 bye')
      socket.end()
    } else say(verb === 'RSET' || verb === 'NOOP' ? '250 2.0.0 done' : '500 5.5.1 what?')
  }
  socket.on('data', (bytes) => {
    const lines = (waiting + bytes.toString('latin1')).split('\r\n')
    waiting = lines.pop() ?? ''
    for (const line of lines) answer(line)
  })
  say('220 mail.example ready')
}

function mailOf(from: string, to: string[], lines: readonly string[]): ReceivedMail {
  const end = lines.indexOf('')
  const headers = new Map<string, string>()
  for (const line of lines
    .slice(0, end)
    .join('\n')
    .replace(/\n[ \t]+/g, ' ')
    .split('\n')) {
    const cut = line.indexOf(':')
    headers.set(line.slice(0, cut).toLowerCase(), line.slice(cut + 1).trim())
  }
  const body = lines.slice(end + 1).join('\n')
  const isQuoted = headers.get('content-transfer-encoding') === 'quoted-printable'
  const bytes = isQuoted
    ? body
        .replace(/=\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : body
  return { from, to, headers, body: Buffer.from(bytes, 'latin1').toString('utf8') }
}
