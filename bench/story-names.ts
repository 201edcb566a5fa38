import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { COMPANIES, INSTITUTES, TOWNS } from '../src/demo/gazetteer.ts'
import { personName } from '../src/demo/names.ts'
import { seededRandom } from '../src/demo/random.ts'
import { demoArticles } from '../src/demo/world.ts'
import { createLine } from '../src/ingest/line.ts'
import { createPreparer } from '../src/ingest/prepare.ts'
import type { TagKind } from '../src/model/tag.ts'
import { openStore, type Store } from '../src/store/store.ts'
import { tagSlug } from '../src/tag/tag-key.ts'
import { loadLanguageDetector } from '../src/text/language.ts'

/**
 * What a story's agreement on names gives and costs, in the invented world, which knows what each name is.
 * Use: scripts/node.sh bench/story-names.ts [ARTICLES [SEED]]. Prints one JSON line: names of known kind by what each article reads, and as
 * shown; the same for those that the agreement changed; milliseconds of the writing thread an article.
 */
const articles = Number(process.argv[2] ?? 2_000)
const seed = Number(process.argv[3] ?? 1)
const endMs = Date.UTC(2026, 0, 31, 12)
const folder = mkdtempSync(join(tmpdir(), 'trendpulse-bench-'))
const store = await openStore({ path: join(folder, 'trendpulse.db') })
const prepare = createPreparer(await loadLanguageDetector())
const arrivals = [...demoArticles({ articles, seed, endMs })].map(({ article, firstSeenMs }) => {
  const answer = prepare({ kind: 'extracted', page: article })
  if (answer.kind !== 'article' || !answer.result.ok) throw new Error('an article was not prepared')
  const from = { url: article.url, feedId: null, feedUrl: null, guid: null, sourceTitle: article.siteName }
  return { prepared: answer.result.value, ...from, firstSeenMs, demo: true }
})
const line = createLine(store)
const cpu = process.threadCpuUsage()
for (let start = 0; start < arrivals.length; start += 50) await line.store(arrivals.slice(start, start + 50))
const used = process.threadCpuUsage(cpu)

const truth = kindsOfTheWorld()
const read = await readings(store, 'own')
const shown = await readings(store, 'shown')
const changed = new Set([...read].filter(([key, one]) => shown.get(key)?.kind !== one.kind).map(([key]) => key))
const stands = await store.read
  .selectFrom('story_name')
  .select('stands_id')
  .where('stands_id', 'is not', null)
  .execute()
await store.close()
rmSync(folder, { recursive: true })
console.log(
  JSON.stringify({
    articles,
    writerMsEach: Math.round((used.user + used.system) / articles / 10) / 100,
    read: shareRight(read),
    shown: shareRight(shown),
    changedBefore: shareRight(read, changed),
    changedAfter: shareRight(shown, changed),
    namesThatStandForAnother: stands.length,
  }),
)

type Reading = { slug: string; kind: string }

/** By article and tag: what the article took it for, or what is shown. */
async function readings({ read: db }: Store, which: 'own' | 'shown'): Promise<Map<string, Reading>> {
  const rowsOf = (table: 'article_tag' | 'given_tag') =>
    db
      .selectFrom(table)
      .innerJoin('tag', 'tag.id', 'tag_id')
      .select(['article_id', 'slug', `${table}.kind as own`, 'tag.kind as kind'])
      .where('mentions', '>', 0)
      .execute()
  const rows = [...(await rowsOf('article_tag')), ...(which === 'own' ? await rowsOf('given_tag') : [])]
  return new Map(rows.map((row) => [`${row.article_id} ${row.slug}`, { slug: row.slug, kind: row.own ?? row.kind }]))
}

function shareRight(all: ReadonlyMap<string, Reading>, only?: ReadonlySet<string>) {
  const known = [...all].filter(([key, one]) => truth(one.slug) !== null && (only?.has(key) ?? true))
  const right = known.filter(([, one]) => truth(one.slug) === one.kind).length
  return { names: known.length, right, share: Math.round((right / known.length) * 1e4) / 1e4 }
}

/** What a slug is in the invented world; null for what is not of it. */
function kindsOfTheWorld(): (slug: string) => TagKind | null {
  const kinds = new Map<string, TagKind>()
  const add = (kind: TagKind, names: readonly string[]) => {
    for (const name of names) kinds.set(tagSlug(name.replace(/^the /u, '')), kind)
  }
  add('organisation', [...COMPANIES.map(({ name }) => name), ...INSTITUTES, ...TOWNS.map(({ club }) => club)])
  add(
    'place',
    TOWNS.flatMap(({ name, region, country, river }) => [name, region, country, river]),
  )
  const [first, last] = [new Set<string>(), new Set<string>()]
  const random = seededRandom(1)
  for (let draw = 0; draw < 60_000; draw++) {
    const person = personName(random)
    first.add(person.first.toLowerCase())
    last.add(person.last.toLowerCase())
  }
  return (slug) => {
    const [one = '', other, ...more] = slug.split('-')
    const isPerson = more.length === 0 && (other === undefined ? last.has(one) : first.has(one) && last.has(other))
    return kinds.get(slug) ?? (isPerson ? 'person' : null)
  }
}
