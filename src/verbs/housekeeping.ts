import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Config } from '../config.ts'
import { AppError } from '../model/errors.ts'
import type { Housekeeping } from '../web/housekeeping.ts'
import { STARTER_TOPICS, type StarterFeed } from '../web/starter/starter-feed.ts'
import { STARTER_FEEDS } from '../web/starter/starter-feeds.ts'
import { VERSION } from './commands/version.ts'
import { type BackupFolder, createBackupFolder } from './kept-backups.ts'
import { machineFacts } from './machine-facts.ts'

/** Everything that the owner's pages need beside the store. @throws AppError invalid for a list of first feeds that cannot be read */
export function createHousekeeping(config: Config): Housekeeping & { backups: BackupFolder } {
  return {
    version: VERSION,
    backups: createBackupFolder(join(config.data, 'backups')),
    machine: () => machineFacts(config),
    starter: config.starter === '' ? STARTER_FEEDS : readStarter(config.starter),
  }
}

/** Feeds of an owner's own list: more are no choice. */
const MAX_STARTER = 2_000
const Starter = z
  .array(
    z.object({
      url: z.url({ protocol: /^https?$/ }).max(2_000),
      title: z.string().min(1).max(200),
      language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language such as en'),
      topic: z.enum(STARTER_TOPICS),
    }),
  )
  .min(1)
  .max(MAX_STARTER)

function readStarter(path: string): readonly StarterFeed[] {
  try {
    return Starter.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (cause) {
    const issue = cause instanceof z.ZodError ? cause.issues[0] : undefined
    const why = issue ? `${issue.path.join('.')}: ${issue.message}` : (cause as Error).message
    throw new AppError('invalid', `TRENDPULSE_STARTER is "${path}": ${why}`, { cause })
  }
}
