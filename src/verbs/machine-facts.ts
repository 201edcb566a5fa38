import { stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { MachineFacts } from '../web/housekeeping.ts'

/** What doctor tells of the machine: room on the disk of the data folder, and how large the embedded store's files are. Null where it cannot be told. */
export async function machineFacts(config: Pick<Config, 'data' | 'databaseUrl'>): Promise<MachineFacts> {
  const disk = await statfs(config.data).catch(() => null)
  const files = config.databaseUrl === '' ? ['trendpulse.db', 'trendpulse.db-wal'] : []
  const sizes = await Promise.all(files.map((name) => sizeOf(join(config.data, name))))
  return {
    diskFreeBytes: disk ? disk.bavail * disk.bsize : null,
    diskBytes: disk ? disk.blocks * disk.bsize : null,
    storeBytes: files.length === 0 ? null : sizes.reduce((sum, bytes) => sum + bytes, 0),
  }
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.size ?? 0 // no log yet
}
