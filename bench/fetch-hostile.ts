// Judges hostile addresses and robots cases of a folder of unpacked JSON arrays; sends nothing.
//   node bench/fetch-hostile.ts FOLDER      (FOLDER holds ssrf.json and robots.json)
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { judgeUrl } from '../src/fetch/address-guard.ts'
import { robotsAllows } from '../src/fetch/robots.ts'

type Case<Input, Expectation> = { name: string; input: Input; expectation: Expectation }
const folder = process.argv[2]
if (folder === undefined) throw new Error('usage: node bench/fetch-hostile.ts FOLDER')
const read = <Input, Expectation>(file: string): Case<Input, Expectation>[] =>
  JSON.parse(readFileSync(join(folder, file), 'utf8'))

let wrong = 0
const check = (name: string, right: boolean, kind: string): void => {
  if (right) return
  wrong += 1
  process.stdout.write(`WRONG ${kind} ${JSON.stringify(name)}\n`)
}
const addresses = read<string, { fetch: string }>('ssrf.json')
for (const { input, expectation } of addresses)
  check(input, judgeUrl(input, []).ok === (expectation.fetch !== 'refuse'), 'address')
const robots = read<{ robots: string; agent: string; url: string }, { allowed: boolean }>('robots.json')
for (const { name, input, expectation } of robots)
  check(name, robotsAllows(input.robots, input.url, input.agent) === expectation.allowed, 'robots')
process.stdout.write(`${addresses.length} addresses, ${robots.length} robots cases, ${wrong} wrong\n`)
