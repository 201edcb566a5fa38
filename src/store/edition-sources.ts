import type { EditionSources, SourceChoice } from '../model/edition.ts'

/**
 * The condition, as SQL without parameters, that an article of alias `a` is in an edition: triggers are made of it. The same words on both
 * engines. `true` never comes out of an unknown host, feed or folder.
 */
export function inEdition({ include = {}, exclude = {} }: EditionSources): string {
  const of = sourceConditions(include)
  const holds = [
    ...(of.length > 0 ? [`(${of.join(' or ')})`] : []),
    ...languageConditions(include),
    ...[...sourceConditions(exclude), ...languageConditions(exclude)].map((condition) => `not ${condition}`),
  ]
  return holds.length === 0 ? '1 = 1' : holds.join(' and ')
}

/** A condition for each kind of thing that is named; any of them may hold. */
function sourceConditions({ folders = [], feeds = [], hosts = [] }: SourceChoice): string[] {
  const ofFeed = [
    ...folders.map((folder) => `(f.folder = ${quoted(folder)} or ${beginsWith('f.folder', `${folder} / `)})`),
    ...(feeds.length > 0 ? [`f.url in (${feeds.map(quoted).join(', ')})`] : []),
  ]
  const ofHost = hosts.map(
    (host) => `a.host = ${quoted(host)} or a.host like ${quoted(`%.${host}`)} or a.owner = ${quoted(host)}`,
  )
  return [
    ...(ofFeed.length > 0 ? [`exists (select 1 from feed f where f.id = a.feed_id and (${ofFeed.join(' or ')}))`] : []),
    ...(ofHost.length > 0 ? [`coalesce(${ofHost.join(' or ')}, false)`] : []), // an article without a host is of none
  ]
}

function languageConditions({ languages = [] }: SourceChoice): string[] {
  if (languages.length === 0) return []
  const one = (language: string) => `a.language = ${quoted(language)} or ${beginsWith('a.language', `${language}-`)}`
  return [`(${languages.map(one).join(' or ')})`]
}

/** No LIKE: a name may hold its wildcards. */
function beginsWith(column: string, start: string): string {
  return `substr(${column}, 1, length(${quoted(start)})) = ${quoted(start)}`
}

/** A text as a literal of either engine (PostgreSQL with standard_conforming_strings, its default); U+0000 is in no text of a store. */
function quoted(text: string): string {
  return `'${text.replaceAll('\0', '').replaceAll("'", "''")}'`
}
