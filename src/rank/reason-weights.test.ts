import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { LIST_REASONS, type ListReason, type PlaceCount, reasonWeights } from './reason-weights.ts'

const weightOf = (counts: readonly PlaceCount[], reason: ListReason) =>
  reasonWeights(counts).find((one) => one.reason === reason)!.weight

/** Lists of five whose readers choose by place and by reason; the dice are a fixed walk through [0, 1). */
function choices(lists: number, liking: Readonly<Partial<Record<ListReason, number>>>, order: readonly ListReason[]) {
  const counts = new Map<string, PlaceCount>()
  let dice = 0.5
  for (let list = 0; list < lists; list++) {
    dice = (dice + 0.6180339887) % 1
    const shown = Array.from({ length: 5 }, (_, at) => order[(at + (list % 7 === 0 ? 1 : 0)) % order.length]!)
    const odds = shown.map((reason, at) => (liking[reason] ?? 1) / (at + 1))
    let left = dice * odds.reduce((all, one) => all + one, 0)
    const chosen = odds.findIndex((one) => (left -= one) < 0)
    for (const [at, reason] of shown.entries()) {
      const count = counts.get(`${reason} ${at}`) ?? { reason, place: at + 1, shown: 0, clicked: 0 }
      count.shown++
      if (at === chosen) count.clicked++
      counts.set(`${reason} ${at}`, count)
    }
  }
  return [...counts.values()]
}

describe('reasonWeights', () => {
  it('says nothing of what was never shown, and gives every reason', () => {
    assert.deepEqual(
      reasonWeights([]).map(({ reason, weight }) => [reason, weight]),
      LIST_REASONS.map((reason) => [reason, 0]),
    )
  })

  it('does not take a good place for a good reason', () => {
    const counts = choices(4_000, {}, ['rising', 'popular', 'popular', 'newest', 'newest'])
    for (const { reason, weight } of reasonWeights(counts)) assert.ok(Math.abs(weight) < 0.15, `${reason} ${weight}`)
  })

  it('finds what readers like and what they pass over, at whatever place it stood', () => {
    const counts = choices(4_000, { newest: 3, rising: 0.4 }, ['rising', 'popular', 'popular', 'newest', 'newest'])
    const [newest, popular, rising] = (['newest', 'popular', 'rising'] as const).map((one) => weightOf(counts, one))
    assert.ok(newest! > popular! + 0.7 && popular! > rising! + 0.5, `${newest} ${popular} ${rising}`)
  })

  it('moves little for few clicks, and never by more than one doubling', () => {
    const few = [
      { reason: 'rising' as const, place: 1, shown: 3, clicked: 3 },
      { reason: 'popular' as const, place: 1, shown: 3, clicked: 0 },
    ]
    assert.ok(weightOf(few, 'rising') > 0 && weightOf(few, 'rising') < 0.15)
    const many = few.map((one) => ({ ...one, shown: 1e6, clicked: one.clicked * 3e5 }))
    assert.ok(reasonWeights(many).every(({ weight }) => Math.abs(weight) <= 1))
    assert.equal(weightOf(many, 'popular'), -1)
  })
})
