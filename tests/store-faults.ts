import { sql } from 'kysely'
import type { Store } from '../src/store/store.ts'

/** What must hold in every store at every moment: each query counts the rows that break it. */
const RULES: Readonly<Record<string, string>> = {
  'articles without a body': 'select count(*) as n from article where id not in (select article_id from article_body)',
  'articles without a search row': 'select count(*) as n from article where id not in (select rowid from search)',
  'articles outside any story':
    'select count(*) as n from article where story_id is null or story_id not in (select id from story)',
  'articles outside any family':
    'select count(*) as n from article where family is null or family not in (select id from article)',
  'copies of nothing':
    'select count(*) as n from article where copy_of is not null and copy_of not in (select id from article)',
  'members at odds with their article':
    'select count(*) as n from article a left join story_member m on m.article_id = a.id where m.story_id is null or m.story_id <> a.story_id',
  'stories that count wrongly':
    'select count(*) as n from story s where merged_into is null and article_count <> (select count(*) from article a where a.story_id = s.id)',
  'stories led by an article of another':
    'select count(*) as n from story s join article a on a.id = s.lead_article_id where s.merged_into is null and a.story_id <> s.id',
  'tags that count wrongly':
    'select count(*) as n from tag t where merged_into is null and article_count <> (select count(*) from article_tag x where x.tag_id = t.id)',
  'addresses stored twice':
    'select count(*) as n from (select url from article where url is not null group by url having count(*) > 1) as twice',
}

/** What is wrong in a store: nothing, or a line for each rule that is broken. */
export async function storeFaults(store: Store): Promise<string[]> {
  const faults: string[] = []
  for (const [rule, query] of Object.entries(RULES)) {
    const { rows } = await sql.raw<{ n: number }>(query).execute(store.write)
    if (Number(rows[0]?.n) > 0) faults.push(`${rows[0]?.n} ${rule}`)
  }
  return faults
}
