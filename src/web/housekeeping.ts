import type { EpochMs } from '../model/time.ts'
import type { StarterFeed } from './starter/starter-feed.ts'

/** What the owner's pages need of the machine that the site runs on. Wired once, in main. */
export type Housekeeping = {
  version: string
  backups: Backups
  machine: () => Promise<MachineFacts>
  /** Feeds that the first visit offers. */
  starter: readonly StarterFeed[]
}

/** Sizes in bytes, null where they cannot be told: of the store only the embedded one's. */
export type MachineFacts = { diskFreeBytes: number | null; diskBytes: number | null; storeBytes: number | null }

/** One backup file kept beside the store; its name is also its address under `/owner/backup/`. */
export type KeptBackup = { name: string; bytes: number; madeMs: EpochMs }

/** Backups that were made on the owner's page. */
export interface Backups {
  /** Newest first, a few. */
  list(): Promise<KeptBackup[]>
  /** The bytes of one as they are read from the disk; null where there is none of that name. */
  open(name: string): Promise<{ bytes: number; stream: ReadableStream<Uint8Array> } | null>
}
