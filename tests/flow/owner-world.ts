import { join } from 'node:path'
import { after, before } from 'node:test'
import { type BackupFolder, createBackupFolder } from '../../src/verbs/kept-backups.ts'
import { formToken } from '../../src/web/owner.ts'
import { throwAwayFolder } from '../engines.ts'
import { OWNER_KEY, startSite } from './site-world.ts'

export type SiteWorld = Awaited<ReturnType<typeof startSite>>

/** What proves a program the owner's. */
export const OWNER = { authorization: `Bearer ${OWNER_KEY}` }

/** The site of the tests with what its owner's pages need, begun and ended with the tests of a file, and the ways to ask it. */
export function ownerWorld() {
  let world: SiteWorld
  const backups: BackupFolder = createBackupFolder(join(throwAwayFolder(), 'backups'))
  before(async () => {
    world = await startSite()
    world.site.housekeeping = {
      version: '1.2.3',
      backups,
      machine: async () => ({ diskFreeBytes: 5e9, diskBytes: 2e11, storeBytes: 12_345_678 }),
      starter: [
        { url: 'https://near.example/feed', title: 'Near', language: 'en', topic: 'world' },
        { url: 'https://far.example/feed', title: 'Far', language: 'de', topic: 'sports' },
      ],
    }
  })
  after(() => world?.close())
  const get = (path: string, headers: Record<string, string> = OWNER) =>
    fetch(`${world.url}${path}`, { headers, redirect: 'manual' })
  return {
    /** The running site; there once the tests have begun. */
    world: () => world,
    backups,
    get,
    text: async (path: string) => (await get(path)).text(),
    /** Posts a form with the token of its purpose. */
    post: (
      path: string,
      purpose: string,
      fields: Record<string, string | string[] | Blob>,
      headers: Record<string, string> = OWNER,
    ) => {
      const form = new FormData()
      form.set('token', formToken(world.site, purpose))
      for (const [name, values] of Object.entries(fields))
        for (const value of [values].flat()) form.append(name, value as string) // a file is appended as it is
      return fetch(`${world.url}${path}`, { method: 'POST', body: form, headers, redirect: 'manual' })
    },
  }
}
