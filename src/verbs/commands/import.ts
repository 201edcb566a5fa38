import { type ImportReport, importFile } from '../../ingest/import-file.ts'
import { AppError, EXIT } from '../../model/errors.ts'
import { accountByName, KEY_ACCOUNT } from '../../store/accounts.ts'
import { withEngine } from '../engine.ts'
import { createProgress } from '../progress.ts'
import type { Verb, VerbContext } from '../verb.ts'

export const importVerb: Verb = {
  name: 'import',
  usage: 'import FILE|FOLDER... [--account NAME]',
  summary:
    'bring in much at once: OPML, exports of other readers, JSONL articles, WARC, a folder of pages; what is known is skipped, so a stopped import goes on',
  example: './trendpulse import archive.warc.gz articles.jsonl saved-pages/',
  hasJson: true,
  options: { account: { type: 'string', help: 'whose reading and stars an export of another reader tells of' } },
  run: (context) => {
    if (context.args.length === 0) throw new AppError('invalid', 'import needs a file or a folder')
    const account = (context.values.account ?? null) as string | null // an option with a value
    return withEngine(context.config, async (engine) => {
      if (account !== null && account !== KEY_ACCOUNT && !(await accountByName(engine.store, account)))
        throw new AppError('not_found', `there is no account named ${account}`)
      let failures = 0
      for (const path of context.args) {
        const progress = createProgress(`importing ${path}`, null)
        try {
          const report = await importFile(engine, path, progress.at, account)
          progress.end()
          failures += report.failed.length
          if (context.json) context.say(JSON.stringify({ file: path, ...report }))
          else
            context.say(`${path}: ${report.stored} in, ${report.known} skipped (known), ${report.failed.length} failed`)
          if (!context.json && report.moved) sayMoved(context, report.moved, account)
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

/** What moved in of another reader's marks, for people. */
function sayMoved(
  context: VerbContext,
  { feeds, marked, waiting, labelled }: NonNullable<ImportReport['moved']>,
  account: string | null,
): void {
  context.say(`  sources: ${feeds.added} new, ${feeds.known} known, ${feeds.refused.length} refused`)
  if (account === null) context.say('  what was read and starred was left out: say --account NAME')
  else context.say(`  marks of ${account}: ${marked} given, ${waiting} wait for their articles`)
  if (labelled > 0) context.say(`  ${labelled} articles had labels of your own, which have no place here`)
}
