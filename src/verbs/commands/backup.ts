import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { createZstdDecompress } from 'node:zlib'
import { AppError, EXIT } from '../../model/errors.ts'
import { restoreStore } from '../../store/dump.ts'
import { withStore } from '../engine.ts'
import type { Verb, VerbContext } from '../verb.ts'
import { writeBackup } from '../write-backup.ts'

export const backupVerb: Verb = {
  name: 'backup',
  usage: 'backup FILE',
  summary: 'write everything into one file, while the site runs; fits either engine',
  example: './trendpulse backup trendpulse-monday.zst',
  hasJson: true,
  run: async (context) => {
    const path = onlyPath(context, 'backup')
    const rows = await withStore(context.config, (store) => writeBackup(store, path, Date.now()))
    context.say(context.json ? JSON.stringify({ file: path, rows }) : `${rows} rows written to ${path}`)
    return EXIT.done
  },
}

export const restoreVerb: Verb = {
  name: 'restore',
  usage: 'restore FILE',
  summary: 'put a backup in place of everything that the store holds; a torn file changes nothing',
  example: './trendpulse restore trendpulse-monday.zst',
  hasJson: true,
  run: async (context) => {
    const path = onlyPath(context, 'restore')
    const rows = await withStore(context.config, async (store) => {
      const input = createReadStream(path)
      const opened = new Promise<void>((resolve, reject) => input.once('open', () => resolve()).once('error', reject))
      await opened.catch((cause: Error) => {
        throw new AppError('invalid', `${path}: ${cause.message}`, { cause })
      })
      return restoreStore(store, linesOf(input)).catch((cause: Error) => {
        if (cause instanceof AppError) throw new AppError(cause.code, `${path}: ${cause.message}`, { cause })
        throw new AppError('invalid', `${path}: this is no backup of TrendPulse, or a torn one (${cause.message})`, {
          cause,
        })
      })
    })
    context.say(context.json ? JSON.stringify({ file: path, rows }) : `${rows} rows restored from ${path}`)
    return EXIT.done
  },
}

/** Lines of a packed backup, unpacked only as they are asked for: what a reader of lines gives before somebody listens is lost. */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  const unpacked = input.pipe(createZstdDecompress())
  input.once('error', (error) => unpacked.destroy(error))
  unpacked.setEncoding('utf8')
  let rest = ''
  for await (const piece of unpacked) {
    const lines = (rest + String(piece)).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

function onlyPath(context: VerbContext, verb: string): string {
  const [path, ...more] = context.args
  if (!path || more.length > 0) throw new AppError('invalid', `${verb} needs one file`)
  return path
}
