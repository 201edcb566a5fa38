import { AppError } from '../../model/errors.ts'
import type { NewRule, Rule, RuleActions, RuleCondition, RuleLook, RuleTag } from '../../model/rule.ts'
import { DAY_MS } from '../../model/time.ts'
import { ruleHits, ruleWork, storedRules } from '../../store/rules.ts'
import { tagBySlug } from '../../store/tags.ts'
import { parseRuleQuery, ruleQueryText } from '../../text/rule-query.ts'
import type { RuleActs, Site } from '../site.ts'
import { shapingOf } from './shape.ts'

/** A rule as it was typed: tags by name, slug or address. */
export type RuleWish = Omit<NewRule, 'actions'> & {
  actions: Omit<RuleActions, 'addTags' | 'takeTags'> & { addTags: readonly string[]; takeTags: readonly string[] }
}

/** Days of which a rule's hits are counted. */
export const HIT_DAYS = 7
/** Characters of a rule's conditions that name it where it has no name. */
const NAMED_BY = 60

/** @throws AppError not_found where the site has nobody to apply rules */
export function ruleActsOf(site: Site): RuleActs {
  if (!site.rules) throw new AppError('not_found', 'there are no rules here')
  return site.rules
}

/** All rules in their order, how many articles of the last days each hit, and how far the latest change has come. Three queries. */
export async function rulesList(site: Site) {
  const [rules, hits, work] = await Promise.all([
    storedRules(site.store),
    ruleHits(site.store, site.now() - HIT_DAYS * DAY_MS),
    ruleWork(site.store),
  ])
  return { rules: rules.map((rule) => ({ rule, hits: hits.get(rule.id) ?? 0 })), work }
}

/** A wish as a rule: conditions that can be read, tags by slug. @throws AppError invalid, with what is wrong */
export async function ruleOf(site: Site, wish: RuleWish): Promise<NewRule> {
  const { conditions, problem } = parseRuleQuery(wish.query)
  if (problem !== null) throw new AppError('invalid', problem)
  const { actions } = wish
  const query = ruleQueryText(conditions.map((condition) => withSlug(site, condition)))
  const addTags = await tagsNamed(site, actions.addTags)
  const takeTags = await tagsNamed(site, actions.takeTags)
  const both = addTags.find(({ slug }) => takeTags.some((tag) => tag.slug === slug))
  if (both) throw new AppError('invalid', `the rule puts on “${both.name}” and takes it away`)
  const rule = { ...wish, query, name: wish.name === '' ? query.slice(0, NAMED_BY) : wish.name }
  if (!actions.hide && actions.section === null && actions.mark === null && addTags.length + takeTags.length === 0)
    if (!wish.isLast) throw new AppError('invalid', 'the rule does nothing: let it hide, move, mark, tag or stop')
  return { ...rule, actions: { ...actions, addTags, takeTags } }
}

function withSlug(site: Site, condition: RuleCondition): RuleCondition {
  if (condition.kind !== 'field' || condition.field !== 'tag') return condition
  return { ...condition, value: slugOf(site, condition.value) }
}

function slugOf(site: Site, name: string): string {
  const slug = shapingOf(site).slugOf(name)
  if (slug === '') throw new AppError('invalid', `“${name}” names no tag: it has no letter`)
  return slug
}

/** Tags by what was typed, each once; one that is not there yet keeps the name as typed. */
async function tagsNamed(site: Site, names: readonly string[]): Promise<RuleTag[]> {
  const tags = new Map<string, RuleTag>()
  for (const name of names) {
    const slug = slugOf(site, name)
    const known = await tagBySlug(site.store, slug)
    tags.set(slug, { slug, name: known?.slug === slug ? known.name : name })
  }
  return [...tags.values()]
}

/** Whether a rule hits every article that it was tried on, of which there is one at least. */
export function hitsAll({ looked, hits }: RuleLook): boolean {
  return looked > 0 && hits === looked
}

/**
 * Makes a rule, or writes one anew (`id`); gives its id. One that would hit everything is asked for twice.
 * @throws AppError conflict where it would and `isSure` is false, not_found for an id that is not there
 */
export async function saveRule(
  site: Site,
  rule: NewRule,
  { id, isSure }: { id: number | null; isSure: boolean },
): Promise<number> {
  const acts = ruleActsOf(site)
  if (rule.isOn && !isSure && hitsAll(await acts.look(rule)))
    throw new AppError('conflict', 'the rule would hit every article: say that you are sure')
  if (id !== null && !(await acts.change(id, rule))) throw noRule(id)
  const saved = id ?? (await acts.add(rule))
  changed(site)
  return saved
}

/** Takes a rule away, or moves it. @throws AppError not_found */
export async function changeRules(site: Site, id: number, what: 'drop' | 'earlier' | 'later'): Promise<void> {
  const acts = ruleActsOf(site)
  const isDone = what === 'drop' ? await acts.drop(id) : await acts.move(id, what)
  if (!isDone && what === 'drop') throw noRule(id) // one that stands first already stays where it is
  changed(site)
}

/** Lets a rule be asked, or no longer: it was looked at when it was written. @throws AppError not_found */
export async function switchRule(site: Site, rule: Rule, isOn: boolean): Promise<void> {
  await saveRule(site, { ...rule, isOn }, { id: rule.id, isSure: true })
}

/** What is said where there is no rule of an id. */
function noRule(id: number): AppError {
  return new AppError('not_found', `there is no rule ${id}`)
}

function changed(site: Site): void {
  site.touch()
  site.hurry?.()
}
