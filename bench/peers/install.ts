import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'

const here = (name: string): URL => new URL(name, import.meta.url)

/** Installs the other programs by this folder's own lockfile, once. @throws where npm fails, naming what it said */
export async function installPeers(): Promise<void> {
  const installed = here('node_modules/.package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(here('package-lock.json')).mtimeMs) return
  process.stderr.write('bench: installing the programs to compare with into bench/peers/node_modules (once)\n')
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: here('.'),
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`npm ci in bench/peers failed: ${stderr.slice(-500)}`)
}
