import { importFile } from '../../ingest/import-file.ts'
import { AppError, EXIT } from '../../model/errors.ts'
import { withEngine } from '../engine.ts'
import { createProgress } from '../progress.ts'
import type { Verb } from '../verb.ts'

export const importVerb: Verb = {
  name: 'import',
  usage: 'import FILE|FOLDER...',
  summary:
    'bring in much at once: OPML, JSONL articles, WARC, a folder of pages; what is known is skipped, so a stopped import goes on',
  example: './trendpulse import archive.warc.gz articles.jsonl saved-pages/',
  hasJson: true,
  run: (context) => {
    if (context.args.length === 0) throw new AppError('invalid', 'import needs a file or a folder')
    return withEngine(context.config, async (engine) => {
      let failures = 0
      for (const path of context.args) {
        const progress = createProgress(`importing ${path}`, null)
        try {
          const report = await importFile(engine, path, progress.at)
          progress.end()
          failures += report.failed.length
          if (context.json) context.say(JSON.stringify({ file: path, ...report }))
          else
            context.say(`${path}: ${report.stored} in, ${report.known} skipped (known), ${report.failed.length} failed`)
          for (const failure of report.failed) context.complain(`${failure.what}: ${failure.reason}`)
        } catch (error) {
          progress.end()
          if (!(error instanceof AppError) || error.code === 'internal') throw error
          failures++
          context.complain(error.message)
        }
      }
      await engine.pulse.catchUp(engine.now())
      return failures > 0 ? EXIT.someFailed : EXIT.done
    })
  },
}
