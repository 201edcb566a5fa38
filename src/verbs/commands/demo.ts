import { DEMO_ARTICLES, fillWithDemo } from '../../ingest/demo.ts'
import { AppError, EXIT } from '../../model/errors.ts'
import { removeDemo } from '../../store/remove-demo.ts'
import { withEngine, withStore } from '../engine.ts'
import { createProgress } from '../progress.ts'
import type { Verb, VerbContext } from '../verb.ts'

const MAX_ARTICLES = 10_000_000

export const demoVerb: Verb = {
  name: 'demo',
  usage: 'demo [--articles N] [--seed S] | demo --remove',
  summary: 'fill the store with an invented news world, or take it away again',
  example: './trendpulse demo --articles 1000 --seed 7',
  hasJson: true,
  options: {
    articles: { type: 'string', help: `how many articles (default ${DEMO_ARTICLES})` },
    seed: { type: 'string', help: 'which world: the same seed gives the same one (default 1)' },
    remove: { type: 'boolean', help: 'take the demo edition away; what is your own stays' },
  },
  run: async (context) => {
    if (context.values.remove === true) return remove(context)
    const articles = wholeNumber(context, 'articles', DEMO_ARTICLES, MAX_ARTICLES)
    const seed = wholeNumber(context, 'seed', 1, Number.MAX_SAFE_INTEGER)
    return withEngine(context.config, async (engine) => {
      const progress = createProgress('demo', articles)
      const startMs = performance.now()
      const done = await fillWithDemo(engine.store, engine.pool, engine.line, {
        articles,
        seed,
        endMs: engine.now(),
        onProgress: progress.at,
      })
      await engine.pulse.catchUp(engine.now())
      progress.end()
      const seconds = (performance.now() - startMs) / 1_000
      if (context.json) context.say(JSON.stringify({ ...done, seed, seconds }))
      else
        context.say(
          `${done.stored} invented articles stored in ${seconds.toFixed(1)} s (seed ${seed}); remove them with: trendpulse demo --remove`,
        )
      return done.failed > 0 ? EXIT.someFailed : EXIT.done
    })
  },
}

async function remove(context: VerbContext): Promise<number> {
  const removed = await withStore(context.config, removeDemo)
  context.say(context.json ? JSON.stringify({ removed }) : `${removed} invented articles removed`)
  return EXIT.done
}

function wholeNumber(context: VerbContext, name: string, fallback: number, max: number): number {
  const text = context.values[name]
  if (text === undefined) return fallback
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0 || value > max)
    throw new AppError('invalid', `--${name} is "${String(text)}": it must be a whole number from 0 to ${max}`)
  return value
}
