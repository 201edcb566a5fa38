/**
 * How well does Related do beside plain methods, how fast is it, and how large?
 *
 *     npm run bench -- related [DOCUMENTS] [--data FOLDER]
 *
 * Speed is measured over invented texts (a million need 4 GB of heap and some minutes: NODE_OPTIONS=--max-old-space-size=9000). With a folder,
 * quality too: `corpus.jsonl` {id, title, text, published} in order of time, `queries.jsonl` {id}, `gold.jsonl` {id, topics, places, people, orgs},
 * as Reuters-21578 is laid out there; half of the queries, told apart by their place, is the half that nothing was chosen on.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { FILTERS } from '../src/verbs/filters.ts'
import { plainRelated } from './peers/plain-related.ts'
import { type RelatedGold, scoreRelated } from './related/related-measures.ts'
import { relatedSpeed } from './related/speed.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { data: { type: 'string' } } })
if (values.data !== undefined) await compare(values.data)
console.log(JSON.stringify(relatedSpeed(Number(positionals[0] ?? 20_000))))

async function compare(folder: string): Promise<void> {
  const corpus = rowsOf<{ id: string; title?: string; text?: string }>(join(folder, 'corpus.jsonl'))
  const articles = corpus.map(({ id, title, text }) => ({ id: String(id), title: title ?? '', text: text ?? '' }))
  const golds = rowsOf<Record<'topics' | 'places' | 'people' | 'orgs', string[]>>(join(folder, 'gold.jsonl')).map(
    (row, place) => goldOf(articles[place]!.id, row),
  )
  const queries = rowsOf<{ id: string }>(join(folder, 'queries.jsonl')).map(({ id }) => String(id))
  const placeOf = new Map(articles.map(({ id }, place) => [id, place]))
  const ours = await (await FILTERS.related!()).start({
    corpus: join(folder, 'corpus.jsonl'),
    top: '5',
    'past-only': true,
  })
  const lists = new Map<string, string[]>()
  for (const id of queries) {
    const { related } = (await ours.row({ id })) as { related: { id: string | number }[] } // what the filter prints
    lists.set(
      id,
      related.map((entry) => String(entry.id)),
    )
  }
  const print = (program: string, listOf: (id: string) => readonly string[]) => {
    const all = scoreRelated(golds, queries, listOf)
    const halves = [0, 1].map((half) =>
      scoreRelated(
        golds,
        queries.filter((id) => halfOf(placeOf.get(id)!) === half),
        listOf,
      ),
    )
    const figures = {
      nDCG5: all.ndcg,
      P5: all.precision,
      nDCG5ofChoice: halves[0]!.ndcg,
      nDCG5ofOther: halves[1]!.ndcg,
    }
    const rounded = Object.entries(figures).map(([name, value]) => [name, Number(value.toFixed(4))])
    console.log(JSON.stringify({ program, queries: queries.length, ...Object.fromEntries(rounded) }))
  }
  print('ours', (id) => lists.get(id)!)
  for (const [program, relatedTo] of Object.entries(plainRelated(articles)))
    print(program, (id) => relatedTo(placeOf.get(id)!, 5))
}

/** Reuters' two topics that say no more than "about a company", and the country that nearly all is from, count for nothing. */
function goldOf(id: string, row: Record<'topics' | 'places' | 'people' | 'orgs', string[]>): RelatedGold {
  return {
    id,
    topics: row.topics.filter((topic) => topic !== 'earn' && topic !== 'acq'),
    names: [...row.places.filter((place) => place !== 'usa'), ...row.people, ...row.orgs],
  }
}

function halfOf(place: number): number {
  return (Math.imul(place, 2_654_435_761) >>> 0) % 2
}

function rowsOf<Row>(path: string): Row[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Row) // the bench's own data, laid out as the docstring says
}
