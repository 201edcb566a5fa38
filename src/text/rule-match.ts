import type { Rule, RuleCondition, RuledTag, RuleField, Ruling } from '../model/rule.ts'
import { DAY_MS, type EpochMs } from '../model/time.ts'
import { parseRuleQuery } from './rule-query.ts'
import { type SearchPhrase, searchForms } from './search-forms.ts'
import type { SearchTerm } from './search-query.ts'
import { searchWords } from './search-words.ts'

/** An article as it came, before any rule, as conditions ask it. What stands only in its page is given when asked for. */
export type RuleFacts = {
  feed: { id: number; title: string | null; folder: string | null } | null
  owner: string
  host: string | null
  url: string | null
  section: string
  language: string
  /** Slugs of its tags by its own text and the owner's rules over tags. */
  tags: readonly string[]
  byline: readonly string[]
  wordCount: number
  firstSeenMs: EpochMs
  /** As claimed, RFC 3339 cut to its precision; null where it claims none. */
  claimedPublished: string | null
  isCopy: boolean
  isRedated: boolean
  isDoubtful: boolean
  isInjected: () => boolean
  /** Search words of headline and text, one blank between two. */
  title: () => string
  body: () => string
}

/** Rules ready to be asked; a value of one state of the rules. */
export type CompiledRules = {
  rules: readonly CompiledRule[]
  /** Whether any of them looks at what stands in the page alone. */
  needsPage: boolean
}
type CompiledRule = { rule: Rule; conditions: readonly Test[] }
type Test = (facts: KnownFacts) => boolean
/** Facts with their words cut once. */
type KnownFacts = { facts: RuleFacts; title: () => Words; body: () => Words }
type Words = { line: string; set: ReadonlySet<string> }

/** What becomes of an article that no rule hits. */
export const UNRULED: Ruling = { hits: [], hides: false, section: null, marks: [], tags: [] }

/**
 * Makes rules ready, those that are on, in rising order of place (then id). One whose text cannot be read hits nothing.
 * @param tagEnd the tag that stands for one by the owner's rules over tags, null for one that is never shown
 */
export function compileRules(
  rules: readonly Rule[],
  tagEnd: (slug: string) => string | null = (slug) => slug,
): CompiledRules {
  const asked = rules.filter((rule) => rule.isOn).sort((a, b) => a.place - b.place || a.id - b.id)
  const parsed = asked.map((rule) => ({ rule, query: parseRuleQuery(rule.query) }))
  const sound = parsed.filter(({ query }) => query.problem === null)
  return {
    rules: sound.map(({ rule, query }) => ({
      rule,
      conditions: testsOf(query.conditions.map((one) => withTagEnd(one, tagEnd))),
    })),
    needsPage: sound.some(({ query }) => query.conditions.some(isOfPage)),
  }
}

/** A tag condition asks for the tag that stands for the one it names; a tag that is never shown is never there. */
function withTagEnd(condition: RuleCondition, tagEnd: (slug: string) => string | null): RuleCondition {
  if (condition.kind !== 'field' || condition.field !== 'tag') return condition
  return { ...condition, value: tagEnd(condition.value) ?? '' }
}

/** What the rules together make of an article; conditions see it as it came, whatever earlier rules make of it. */
export function ruleOn(facts: RuleFacts, { rules }: CompiledRules): Ruling {
  const known = knownFacts(facts)
  const hits = []
  for (const { rule, conditions } of rules) {
    if (!isHit(rule, conditions, known)) continue
    hits.push(rule)
    if (rule.isLast) break
  }
  return hits.length === 0 ? UNRULED : joined(hits)
}

function isHit({ match }: Rule, conditions: readonly Test[], facts: KnownFacts): boolean {
  return match === 'all' ? conditions.every((holds) => holds(facts)) : conditions.some((holds) => holds(facts))
}

function joined(hits: readonly Rule[]): Ruling {
  const tags = new Map<string, RuledTag>()
  for (const { actions } of hits) {
    for (const tag of actions.addTags) tags.set(tag.slug, { ...tag, isPut: true })
    for (const tag of actions.takeTags) tags.set(tag.slug, { ...tag, isPut: false })
  }
  return {
    hits: hits.map((rule) => rule.id),
    hides: hits.some((rule) => rule.actions.hide),
    section: hits.findLast((rule) => rule.actions.section !== null)?.actions.section ?? null,
    marks: [...new Set(hits.flatMap((rule) => rule.actions.mark ?? []))],
    tags: [...tags.values()],
  }
}

function knownFacts(facts: RuleFacts): KnownFacts {
  return { facts, title: cutOnce(facts.title), body: cutOnce(facts.body) }
}

function cutOnce(line: () => string): () => Words {
  let words: Words | null = null
  return () => {
    if (words === null) {
      const found = line()
      words = { line: ` ${found} `, set: new Set(found.split(' ')) }
    }
    return words
  }
}

/** Cheap ones first: a text's words are cut only where nothing else has decided. */
function testsOf(conditions: readonly RuleCondition[]): Test[] {
  const language = askedLanguage(conditions)
  const cost = (condition: RuleCondition) =>
    isOfPage(condition) ? (condition.kind === 'words' ? 3 : 2) : condition.kind === 'words' ? 1 : 0
  return conditions
    .toSorted((one, other) => cost(one) - cost(other))
    .map((condition) => {
      const test = testOf(condition, language)
      return condition.unwanted ? (facts) => !test(facts) : test
    })
}

/** The language whose forms words are looked for in: the first that is asked for. */
function askedLanguage(conditions: readonly RuleCondition[]): string | null {
  const lang = conditions.find((one) => one.kind === 'field' && one.field === 'lang' && !one.unwanted)
  return lang?.kind === 'field' ? lang.value : null
}

/** Whether a condition looks at what stands in the page alone. */
function isOfPage(condition: RuleCondition): boolean {
  if (condition.kind === 'words') return condition.where === 'anywhere'
  return condition.kind === 'is' && condition.state === 'injected'
}

function testOf(condition: RuleCondition, language: string | null): Test {
  if (condition.kind === 'field') {
    const test = fieldTest(condition.field, condition.value)
    return ({ facts }) => test(facts)
  }
  if (condition.kind === 'words') return wordsTest(condition, language)
  if (condition.kind === 'is') return STATE_TESTS[condition.state]
  const { number, is, than } = condition
  const value = number === 'words' ? (facts: RuleFacts) => facts.wordCount : claimedAge
  return ({ facts }) => {
    const asked = value(facts)
    return asked !== null && (is === 'above' ? asked > than : asked < than)
  }
}

const STATE_TESTS: Readonly<Record<'copy' | 'injected' | 'redated' | 'doubtful', Test>> = {
  copy: ({ facts }) => facts.isCopy,
  injected: ({ facts }) => facts.isInjected(),
  redated: ({ facts }) => facts.isRedated,
  doubtful: ({ facts }) => facts.isDoubtful,
}

/** Days by which the claimed date lies before the article was first seen; null where it claims none that can be read. */
function claimedAge({ claimedPublished, firstSeenMs }: RuleFacts): number | null {
  const isZoneless = claimedPublished !== null && /T(?!.*(?:Z|[+-]\d\d:?\d\d)$)/iu.test(claimedPublished)
  const atMs = claimedPublished === null ? Number.NaN : Date.parse(`${claimedPublished}${isZoneless ? 'Z' : ''}`)
  return Number.isNaN(atMs) ? null : (firstSeenMs - atMs) / DAY_MS
}

function fieldTest(field: RuleField, value: string): (facts: RuleFacts) => boolean {
  const lower = value.toLowerCase()
  switch (field) {
    case 'source':
      return ({ owner, feed }) =>
        owner === lower || (feed !== null && (String(feed.id) === value || feed.title?.toLowerCase() === lower))
    case 'host':
      return ({ host }) => host !== null && (host === lower || host.endsWith(`.${lower}`))
    case 'folder':
      return ({ feed }) => {
        const folder = feed?.folder?.toLowerCase() ?? null
        return folder !== null && (folder === lower || folder.startsWith(`${lower} / `))
      }
    case 'section':
      return ({ section }) => section === lower
    case 'lang':
      return ({ language }) => language.toLowerCase() === lower || language.toLowerCase().startsWith(`${lower}-`)
    case 'tag':
      return ({ tags }) => tags.includes(value)
    case 'author': {
      const name = ` ${searchWords(value)} `
      return ({ byline }) => byline.some((one) => ` ${searchWords(one)} `.includes(name))
    }
    case 'url': {
      const prefix = withoutScheme(value)
      return ({ url }) => url !== null && withoutScheme(url).startsWith(prefix)
    }
  }
}

function withoutScheme(url: string): string {
  return url.replace(/^https?:\/\//iu, '').replace(/^www\./iu, '')
}

/** What a condition over words looks for, any of them. */
function phrasesOf({ value, as }: RuleCondition & { kind: 'words' }, language: string | null): SearchPhrase[] {
  const found = searchWords(value).split(' ')
  return as === 'word' ? searchForms(found, language) : [{ words: found, prefix: as === 'beginning' }]
}

/**
 * Terms without all of which no article is hit, be they in its headline or its text: what an index of words can be asked before articles
 * are. Empty where a rule can do without any.
 */
export function wantedTerms({ query, match }: Pick<Rule, 'query' | 'match'>): SearchTerm[] {
  const { conditions } = parseRuleQuery(query)
  if (match === 'any' && conditions.length > 1) return []
  const language = askedLanguage(conditions)
  return conditions.flatMap((condition) =>
    condition.kind === 'words' && !condition.unwanted
      ? [{ phrases: phrasesOf(condition, language), unwanted: false }]
      : [],
  )
}

function wordsTest(condition: RuleCondition & { kind: 'words' }, language: string | null): Test {
  const phrases = phrasesOf(condition, language)
  const single = phrases.flatMap(({ words, prefix }) => (words.length === 1 && !prefix ? words : []))
  const parts = phrases.flatMap((phrase) => (phrase.words.length === 1 && !phrase.prefix ? [] : [partOf(phrase)]))
  const isIn = ({ line, set }: Words) =>
    single.some((word) => set.has(word)) ||
    parts.some(({ first, part }) => (first === null || set.has(first)) && line.includes(part))
  return condition.where === 'title' ? ({ title }) => isIn(title()) : ({ title, body }) => isIn(title()) || isIn(body())
}

/** A run of words as it stands in a line; `first`: a whole word without which it cannot. */
function partOf({ words, prefix }: SearchPhrase): { first: string | null; part: string } {
  const run = words.join(' ')
  return { first: words.length > 1 ? words[0]! : null, part: prefix ? ` ${run}` : ` ${run} ` } // of length above 1
}
