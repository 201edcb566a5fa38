import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress } from 'node:zlib'
import type { EpochMs } from '../model/time.ts'
import { dumpStore } from '../store/dump.ts'
import { noteBackup } from '../store/settings.ts'
import type { Store } from '../store/store.ts'

/**
 * Writes everything that a store holds into one file, while the site runs; row by row, nothing of it is kept in memory. A backup that
 * was cut short never bears the name of a whole one. Gives how many rows it holds.
 */
export async function writeBackup(store: Store, path: string, nowMs: EpochMs): Promise<number> {
  const unfinished = `${path}.part`
  try {
    const source = new PassThrough()
    const written = pipeline(source, createZstdCompress(), createWriteStream(unfinished))
    const write = async (line: string) => {
      // A file that cannot be written never drains: its failure ends the dump.
      if (!source.write(line)) await Promise.race([once(source, 'drain'), written])
    }
    const [rows] = await Promise.all([dumpStore(store, write).finally(() => source.end()), written])
    await rename(unfinished, path)
    await noteBackup(store, nowMs)
    return rows
  } finally {
    await rm(unfinished, { force: true })
  }
}
