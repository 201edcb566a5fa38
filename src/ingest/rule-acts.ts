import type { NewRule } from '../model/rule.ts'
import type { EpochMs } from '../model/time.ts'
import { type Write, writeAlone } from '../store/insert-article.ts'
import { addRule, changeRule, dropRule, moveRule } from '../store/rules.ts'
import type { Store } from '../store/store.ts'
import { applyRules } from './apply-rules.ts'
import { lookWithRule } from './look-with-rule.ts'

/** Batches of the newest articles that a changed rule decides on before the owner is answered, about half a second; a job does the rest. */
const BATCHES_AT_ONCE = 2

/** What the owner does with rules over articles, for the doors to call: `now` dates what is decided. */
export function createRuleActs(store: Store, now: () => EpochMs) {
  const decide = async <Value>(act: (write: Write) => Promise<Value>): Promise<Value> => {
    const done = await writeAlone(store, act)
    await applyRules(store, BATCHES_AT_ONCE)
    return done
  }
  return {
    look: (rule: NewRule) => lookWithRule(store, rule),
    add: (rule: NewRule) => decide((write) => addRule(write, rule, now())),
    change: (id: number, rule: NewRule) => decide((write) => changeRule(write, id, rule, now())),
    drop: (id: number) => decide((write) => dropRule(write, id, now())),
    move: (id: number, to: 'earlier' | 'later') => decide((write) => moveRule(write, { id, to }, now())),
  }
}
