import type { EditionColumns } from './edition-tables.ts'
import type { Engine } from './store.ts'

type Edition = { number: number; inEdition: string; columns: EditionColumns }
type Trigger = { name: string; event: string; table: string; when?: string; body: readonly string[] }

/** What a story's row in an edition says of the edition's own articles: counted by the writer, never taken from the whole store's row. */
const COUNTED_OF_STORY = [
  'id',
  'title',
  'lead_article_id',
  'section',
  'language',
  'first_seen_ms',
  'last_seen_ms',
  'article_count',
  'independent_count',
  'owner_count',
  'copy_count',
  'rank_key',
  'rank_hour',
  'rank_week',
  'views',
  'demo',
]
/** The same of a tag's row: kept by the triggers below. */
const COUNTED_OF_TAG = ['id', 'article_count', 'last_seen_ms']

/**
 * The statements that make an edition's triggers: whatever changes the whole store's rows, in whichever process, changes the edition's in the
 * same transaction. Stories enter by the writer alone, which counts them (`edition_due` names those that wait); they leave here, at once.
 */
export function editionTriggers(engine: Engine, edition: Edition): string[] {
  const own = (table: string) => `edition_${edition.number}_${table}`
  const triggers = [
    ...articleTriggers(edition, engine),
    feedTrigger(edition, engine),
    ...tagTriggers(edition),
    ...rowTriggers(edition, engine),
  ]
  return triggers.flatMap(({ name, event, table, when, body }) => {
    const condition = when === undefined ? '' : ` when (${when})`
    const statements = body.map((statement) => `${statement};`).join(' ')
    if (engine === 'sqlite')
      return [`create trigger ${own(name)} after ${event} on ${table}${condition} begin ${statements} end`]
    const quote = quoteAround(statements)
    return [
      `create function ${own(name)}() returns trigger language plpgsql as ${quote} begin ${statements} return null; end ${quote}`,
      `create trigger ${own(name)} after ${event} on ${table} for each row${condition} execute function ${own(name)}()`,
    ]
  })
}

/** A quote of PostgreSQL's that a text does not hold: an owner may call a folder `$$`. */
function quoteAround(text: string): string {
  let quote = '$body$'
  while (text.includes(quote)) quote = quote.replace('body', 'body_')
  return quote
}

/** What several triggers do, in SQL. `which` is a condition on an article of the edition. */
function acts({ number, inEdition, columns }: Edition) {
  const own = (table: string) => `edition_${number}_${table}`
  const list = columns.article.join(', ')
  const enter = (which: string) =>
    `insert into ${own('article')} (${list}) select ${list} from article a where ${which} and ${inEdition}`
  const enterTags = (which: string) =>
    `insert into ${own('article_tag')} (${columns.article_tag.join(', ')}) select ${columns.article_tag.join(', ')}
      from article_tag where article_id in (select id from ${own('article')} where ${which})`
  const due = (which: string) =>
    `insert into edition_due (story_id) select distinct story_id from ${own('article')} where ${which} and story_id is not null on conflict do nothing`
  const emptied = (story: string) => `delete from ${own('story')} where id = ${story} and merged_into is null
      and not exists (select 1 from ${own('article')} where story_id = ${story} and hidden = 0)`
  const dueOld = `insert into edition_due (story_id) select id from ${own('story')} where id = old.story_id on conflict do nothing`
  return { own, enter, enterTags, due, emptied, dueOld }
}

/** What an article's coming, moving and going does. */
function articleTriggers(edition: Edition, engine: Engine): Trigger[] {
  const { own, enter, enterTags, due, emptied, dueOld } = acts(edition)
  const is = engine === 'sqlite' ? 'is not' : 'is distinct from'
  const places = ['feed_id', 'host', 'owner', 'language']
  const copied = edition.columns.article.filter((column) => column !== 'id')
  return [
    { name: 'article_in', event: 'insert', table: 'article', body: [enter('a.id = new.id'), due('id = new.id')] },
    {
      name: 'article_moved',
      event: `update of ${places.join(', ')}`,
      table: 'article',
      when: places.map((column) => `old.${column} ${is} new.${column}`).join(' or '),
      body: [
        `delete from ${own('article_tag')} where article_id = new.id`,
        `delete from ${own('article')} where id = new.id`,
        enter('a.id = new.id'),
        enterTags('id = new.id'),
        emptied('old.story_id'),
        dueOld,
        due('id = new.id'),
      ],
    },
    {
      name: 'article_changed',
      event: 'update',
      table: 'article',
      body: [
        `update ${own('article')} set ${copied.map((column) => `${column} = new.${column}`).join(', ')} where id = new.id`,
        emptied('old.story_id'),
      ],
    },
    {
      name: 'article_story',
      event: 'update of story_id, hidden',
      table: 'article',
      when: `old.story_id ${is} new.story_id or old.hidden ${is} new.hidden`,
      body: [dueOld, due('id = new.id')],
    },
    {
      name: 'article_out',
      event: 'delete',
      table: 'article',
      body: [`delete from ${own('article')} where id = old.id`, emptied('old.story_id'), dueOld],
    },
  ]
}

/** A source that is moved takes its articles with it. */
function feedTrigger(edition: Edition, engine: Engine): Trigger {
  const { own, enter, enterTags, due } = acts(edition)
  const is = engine === 'sqlite' ? 'is not' : 'is distinct from'
  return {
    name: 'feed_moved',
    event: 'update of folder, url',
    table: 'feed',
    when: `old.folder ${is} new.folder or old.url ${is} new.url`,
    body: [
      due('feed_id = new.id'),
      `delete from ${own('article_tag')} where article_id in (select id from ${own('article')} where feed_id = new.id)`,
      `delete from ${own('article')} where feed_id = new.id`,
      enter('a.feed_id = new.id'),
      enterTags('feed_id = new.id'),
      due('feed_id = new.id'),
      `delete from ${own('story')} where merged_into is null
        and not exists (select 1 from ${own('article')} a where a.story_id = ${own('story')}.id and a.hidden = 0)`,
    ],
  }
}

/** Tags of the edition's articles, and how many of them have each. */
function tagTriggers({ number, columns }: Edition): Trigger[] {
  const own = (table: string) => `edition_${number}_${table}`
  const links = columns.article_tag
  const copied = links.filter((column) => column !== 'article_id' && column !== 'tag_id')
  const zeroed = columns.tag.map((column) => (column === 'article_count' || column === 'last_seen_ms' ? '0' : column))
  const changed = columns.tag.filter((column) => !COUNTED_OF_TAG.includes(column))
  return [
    {
      name: 'article_tag_in',
      event: 'insert',
      table: 'article_tag',
      body: [
        `insert into ${own('article_tag')} (${links.join(', ')}) select ${links.map((column) => `new.${column}`).join(', ')}
          where exists (select 1 from ${own('article')} where id = new.article_id)`,
      ],
    },
    {
      name: 'article_tag_changed',
      event: 'update',
      table: 'article_tag',
      body: [
        `delete from ${own('article_tag')} where article_id = old.article_id and tag_id = old.tag_id
          and (old.article_id <> new.article_id or old.tag_id <> new.tag_id)`,
        `insert into ${own('article_tag')} (${links.join(', ')}) select ${links.map((column) => `new.${column}`).join(', ')}
          where exists (select 1 from ${own('article')} where id = new.article_id)
          on conflict (article_id, tag_id) do update set ${copied.map((column) => `${column} = excluded.${column}`).join(', ')}`,
      ],
    },
    {
      name: 'article_tag_out',
      event: 'delete',
      table: 'article_tag',
      body: [`delete from ${own('article_tag')} where article_id = old.article_id and tag_id = old.tag_id`],
    },
    {
      name: 'tagged',
      event: 'insert',
      table: own('article_tag'),
      body: [
        `insert into ${own('tag')} (${columns.tag.join(', ')}) select ${zeroed.join(', ')} from tag where id = new.tag_id on conflict do nothing`,
        `update ${own('tag')} set article_count = article_count + 1,
          last_seen_ms = case when new.published_ms > last_seen_ms then new.published_ms else last_seen_ms end where id = new.tag_id`,
      ],
    },
    {
      name: 'untagged',
      event: 'delete',
      table: own('article_tag'),
      body: [
        `update ${own('tag')} set article_count = article_count - 1 where id = old.tag_id`,
        `delete from ${own('tag')} where id = old.tag_id and article_count <= 0 and merged_into is null`,
      ],
    },
    {
      name: 'tag_changed',
      event: `update of ${changed.join(', ')}`,
      table: 'tag',
      body: [
        `update ${own('tag')} set ${changed.map((column) => `${column} = new.${column}`).join(', ')} where id = new.id`,
      ],
    },
    { name: 'tag_out', event: 'delete', table: 'tag', body: [`delete from ${own('tag')} where id = old.id`] },
  ]
}

/** What the whole store knows of a story and the edition does not count itself. */
function rowTriggers({ number, columns }: Edition, engine: Engine): Trigger[] {
  const own = `edition_${number}_story`
  const is = engine === 'sqlite' ? 'is not' : 'is distinct from'
  const changed = columns.story.filter((column) => !COUNTED_OF_STORY.includes(column))
  const named = columns.story.includes('own_title') ? ['title = coalesce(new.own_title, title)'] : []
  return [
    {
      name: 'story_changed',
      event: `update of ${changed.join(', ')}`,
      table: 'story',
      when: changed.map((column) => `old.${column} ${is} new.${column}`).join(' or '),
      body: [
        `update ${own} set ${[...changed.map((column) => `${column} = new.${column}`), ...named].join(', ')} where id = new.id`,
      ],
    },
    { name: 'story_out', event: 'delete', table: 'story', body: [`delete from ${own} where id = old.id`] },
  ]
}
