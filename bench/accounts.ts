/**
 * What signing in and being signed in cost: `npm run bench -- accounts` prints processor time of a sign-in, memory and answers of a crowd that
 * signs in at once, and processor time of a kept page asked by a stranger, one made anew for an account, and one asked with a token.
 */

import { addToken, SCOPES } from '../src/store/account-tokens.ts'
import { addAccount } from '../src/store/accounts.ts'
import { hashOf } from '../src/web/accounts/tokens.ts'
import { createApp } from '../src/web/app.ts'
import { hashPassword } from '../src/web/password.ts'
import { startSite } from '../tests/flow/site-world.ts'

const PASSWORD = 'a password of the bench'
const SIGN_INS = 10
const CROWD = 100
const REQUESTS = 2_000

const site = await startSite()
const app = createApp(site.site)
const id = await addAccount(site.store, { name: 'ada', role: 'editor', passwordHash: await hashPassword(PASSWORD) }, 1)
await addToken(site.store, id, { hash: hashOf('tp_bench'), name: 'bench', scopes: SCOPES }, 1)

const signIn = async (name: string, password: string) => {
  const page = await app.request('/sign-in')
  const cookie = page.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const token = /name="token" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
  return app.request('/sign-in', {
    method: 'POST',
    headers: { cookie },
    body: new URLSearchParams({ token, next: '/', name, password }),
  })
}
/** Milliseconds of processor time, over all threads. */
const cpuOf = async (times: number, work: (time: number) => Promise<unknown>) => {
  const before = process.cpuUsage()
  for (let time = 0; time < times; time++) await work(time)
  const { user, system } = process.cpuUsage(before)
  return Number(((user + system) / 1_000 / times).toFixed(3))
}

const signInMs = await cpuOf(SIGN_INS, (time) => signIn(`nobody ${time}`, PASSWORD))
const session = (await signIn('ada', PASSWORD)).headers.getSetCookie().find((line) => line.startsWith('trendpulse='))
const cookie = session?.split(';')[0] ?? ''

const restMegabytes = process.memoryUsage.rss() / 2 ** 20
let peakMegabytes = restMegabytes
const watching = setInterval(() => {
  peakMegabytes = Math.max(peakMegabytes, process.memoryUsage.rss() / 2 ** 20)
}, 5)
const answers = await Promise.all(Array.from({ length: CROWD }, (_, n) => signIn(`guest ${n}`, PASSWORD)))
clearInterval(watching)

const ask = (path: string, headers: Record<string, string>) => async () => (await app.request(path, { headers })).text()
for (const headers of [{}, { cookie }]) await cpuOf(REQUESTS / 4, ask('/tag/karelin', headers)) // warm
console.log(
  JSON.stringify({
    signInCpuMs: signInMs,
    crowd: CROWD,
    lookedAt: answers.filter((answer) => answer.status === 403).length,
    toldToComeAgain: answers.filter((answer) => answer.status === 429).length,
    crowdAddsMegabytes: Math.round(peakMegabytes - restMegabytes),
    pageCpuMs: {
      strangerKept: await cpuOf(REQUESTS, ask('/tag/karelin', {})),
      signedInAnew: await cpuOf(REQUESTS, ask('/tag/karelin', { cookie })),
    },
    callCpuMs: {
      stranger: await cpuOf(REQUESTS, ask('/api/v1/sections', {})),
      withToken: await cpuOf(REQUESTS, ask('/api/v1/watches', { authorization: 'Bearer tp_bench' })),
    },
    privatePageCpuMs: {
      settingsOfStranger: await cpuOf(REQUESTS / 4, ask('/settings', {})),
      settingsSignedIn: await cpuOf(REQUESTS / 4, ask('/settings', { cookie })),
    },
  }),
)
await site.close()
