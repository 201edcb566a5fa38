import type { NewRule, RuleLook } from '../model/rule.ts'
import { givenArticles } from '../store/given-tags.ts'
import { idsHolding, newestIds } from '../store/rule-looks.ts'
import { ruledRows } from '../store/rulings.ts'
import type { Store } from '../store/store.ts'
import { endOf, readTagChoices, type TagChoices, tagEpoch } from '../store/tag-choices.ts'
import { type CompiledRules, compileRules, ruleOn, wantedTerms } from '../text/rule-match.ts'
import { storedFacts } from './apply-rules.ts'
import { chosenTags } from './show-anew.ts'

/** Newest articles that a rule is tried on. */
const LOOKED_AT = 10_000
/** Those of them that are shown. */
const SHOWN = 10
/** Articles whose rows and pages are in memory together. */
const AT_ONCE = 250
/** Milliseconds after which no further ones are asked: the owner waits, and so do others on this thread. */
const PATIENCE_MS = 1_500

/** Tries a rule on the newest articles as they came, by itself, and changes nothing; of as many as there is time for. */
export async function lookWithRule(store: Store, rule: NewRule): Promise<RuleLook> {
  const endMs = performance.now() + PATIENCE_MS
  const newest = await newestIds(store, LOOKED_AT)
  const candidates = await candidatesOf(store, rule, newest)
  const hit: number[] = []
  for (let start = 0; start < candidates.length; start += AT_ONCE) {
    const ids = candidates.slice(start, start + AT_ONCE)
    hit.push(...(await hitOf(store, rule, ids)))
    const last = ids.at(-1)! // a slice that is begun holds one
    if (performance.now() > endMs && start + AT_ONCE < candidates.length)
      return { looked: newest.indexOf(last) + 1, hits: hit.length, ids: hit.slice(0, SHOWN) }
  }
  return { looked: newest.length, hits: hit.length, ids: hit.slice(0, SHOWN) }
}

/** Those of the newest articles that the rule may hit, newest first: where it needs words, the index says which have them. */
async function candidatesOf(store: Store, rule: NewRule, newest: readonly number[]): Promise<readonly number[]> {
  const terms = wantedTerms(rule)
  const oldest = newest.at(-1)
  return terms.length === 0 || oldest === undefined ? newest : idsHolding(store, terms, oldest)
}

async function hitOf(store: Store, rule: NewRule, ids: readonly number[]): Promise<number[]> {
  return store.read.transaction().execute(async (trx) => {
    const write = { trx, engine: store.engine } // reads alone
    const choices = await readTagChoices(write, await tagEpoch(write))
    const compiled = compiledAlone(rule, choices)
    const articles = await givenArticles(write, ids)
    const rows = await ruledRows(write, ids)
    const chosen = await chosenTags(articles, choices)
    const hit = articles.filter((article) => {
      const tags = (chosen.get(article.id) ?? []).map((mark) => mark.slug)
      return ruleOn(storedFacts(rows.get(article.id)!, tags, article.page), compiled).hits.length > 0 // read together
    })
    return hit.map((article) => article.id).reverse()
  })
}

function compiledAlone(rule: NewRule, choices: TagChoices): CompiledRules {
  const alone = { ...rule, isOn: true, id: 0, place: 0, changedMs: 0 }
  return compileRules([alone], (slug) => endOf(choices, slug))
}
