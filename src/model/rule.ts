import type { Section } from './tag.ts'
import type { EpochMs } from './time.ts'

/** What a rule may ask of an article by a name or text; what each compares is told in the guide. */
export const RULE_FIELDS = ['source', 'host', 'folder', 'section', 'lang', 'tag', 'author', 'url'] as const
export type RuleField = (typeof RULE_FIELDS)[number]
/** What an article may turn out to be. */
export const RULE_STATES = ['copy', 'injected', 'redated', 'doubtful'] as const
export type RuleState = (typeof RULE_STATES)[number]

/** One condition over an article as it came, before any rule; `unwanted` turns it round. */
export type RuleCondition = { unwanted: boolean } & (
  | { kind: 'field'; field: RuleField; value: string }
  /** A word (in all its forms), a phrase (as written) or a word's beginning, in the headline alone or anywhere. */
  | { kind: 'words'; where: 'title' | 'anywhere'; as: 'word' | 'phrase' | 'beginning'; value: string }
  | { kind: 'is'; state: RuleState }
  /** `words`: of the text; `age`: days by which the date that it claims lies before it was first seen. */
  | { kind: 'number'; number: 'words' | 'age'; is: 'above' | 'below'; than: number }
)

/** A tag that a rule names; `name` is shown where there is no such tag yet. */
export type RuleTag = { slug: string; name: string }

/** What a rule does with the articles that it hits. */
export type RuleActions = {
  hide: boolean
  section: Section | 'not_news' | null
  /** A label of the owner's, shown with the article. */
  mark: string | null
  addTags: readonly RuleTag[]
  takeTags: readonly RuleTag[]
}

/** What an owner writes down; `query` is the conditions in their text form. */
export type NewRule = {
  name: string
  isOn: boolean
  /** Whether all conditions must hold, or any of them. */
  match: 'all' | 'any'
  query: string
  actions: RuleActions
  /** After a hit no later rule is asked. */
  isLast: boolean
}

/** A rule as it stands. `place`: rules are asked in rising order of it. */
export type Rule = NewRule & { id: number; place: number; changedMs: EpochMs }

/** A tag that a rule puts on an article, or takes away. */
export type RuledTag = RuleTag & { isPut: boolean }

/** What all rules together make of one article: a function of the article as it came and of the rules alone. */
export type Ruling = {
  /** Ids of the rules that hit it, in their order. */
  hits: readonly number[]
  hides: boolean
  /** Where the last of them moves it; null where none does. */
  section: Section | 'not_news' | null
  /** Each label once, in order. */
  marks: readonly string[]
  /** Tags that are put on (true) or taken away (false), each once; of two rules about one tag the later decides. */
  tags: readonly RuledTag[]
}

/** What a rule would hit of the newest articles: of how many, how many, and the newest of those. */
export type RuleLook = { looked: number; hits: number; ids: readonly number[] }
