import assert from 'node:assert/strict'
import { it } from 'node:test'
import { browserName } from './browser-name.ts'

it('tells the usual browsers and systems by what they call themselves', () => {
  const known: [agent: string, browser: string, system: string | null][] = [
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', 'Linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      'Edge',
      'Windows',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15',
      'Safari',
      'macOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1',
      'Chrome',
      'iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15; Pixel) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
      'Chrome',
      'Android',
    ],
    ['curl/8.14.1', 'curl/8.14.1', null],
    ['', '', null],
  ]
  for (const [agent, browser, system] of known) assert.deepEqual(browserName(agent), { browser, system }, agent)
})

it('shows no more than a line of what nobody knows', () => {
  assert.equal(browserName('x'.repeat(500)).browser.length, 60)
})
