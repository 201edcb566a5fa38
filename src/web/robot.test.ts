import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isRobot } from './robot.ts'

it('knows programs by what they call themselves', () => {
  for (const agent of [
    '',
    'Mozilla/5.0 (compatible; Examplebot/2.1; +https://example.org/bot.html)',
    'Mozilla/5.0 (X11) AppleWebKit/537.36 HeadlessChrome/120.0',
    'curl/8.5.0',
    'python-requests/2.31',
    'node',
    'ExampleCrawler (news)',
  ])
    assert.equal(isRobot(agent), true, agent)
})

it('takes browsers for readers', () => {
  for (const agent of [
    'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0',
    'Mozilla/5.0 (Linux; Android 14; Abbott) AppleWebKit/537.36 Chrome/126 Mobile Safari/537.36',
    'Lynx/2.9.0',
  ])
    assert.equal(isRobot(agent), false, agent)
})
