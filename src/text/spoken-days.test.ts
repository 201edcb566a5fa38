import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { DAY_MS } from '../model/time.ts'
import { LATER_SPOKEN_DAYS } from './later-spoken-days-samples.ts'
import { resolveDay } from './resolve-day.ts'
import { spokenDays } from './spoken-days.ts'
import { SPOKEN_DAYS, WRITTEN_MS } from './spoken-days-samples.ts'

const daysOf = (text: string, language: string, writtenMs = WRITTEN_MS) =>
  spokenDays(text, language).flatMap(({ said }) => resolveDay(said, writtenMs)?.iso ?? [])

describe('days that a text speaks of', () => {
  it('are those that a reader understands, in nearly all of the invented sentences of each language', () => {
    for (const [language, samples] of Object.entries(SPOKEN_DAYS)) {
      const wrong = samples.filter(([text, days]) => daysOf(text, language).join() !== days)
      assert.ok(
        wrong.length <= samples.length / 10,
        `${language}: ${JSON.stringify(wrong.map(([text]) => [text, daysOf(text, language)]))}`,
      )
    }
  })

  it('are found in the longer sentences of papers too', () => {
    const wrong = Object.entries(LATER_SPOKEN_DAYS).flatMap(([language, samples]) =>
      samples.flatMap(([text, days]) => {
        const found = daysOf(text, language).join()
        return found === days ? [] : [`${language}: ${text} gave ${found}`]
      }),
    )
    assert.deepEqual(wrong, [])
  })

  it('are none in a language that is not known, in names, and across the end of a sentence', () => {
    assert.deepEqual(daysOf('Il est parti mardi dernier.', 'und'), [])
    assert.deepEqual(daysOf('The Sunday Courier sold out on Black Friday. It may march every Monday.', 'en'), [])
    assert.deepEqual(daysOf('That is what it takes in. A day is long.', 'en'), [])
  })

  it('have exact spans in order, whatever the text', () => {
    const word = fc.constantFrom(
      'on',
      'Sunday',
      'last',
      'week',
      '3',
      'April',
      '2019',
      'two',
      'ago',
      '.',
      ' ',
      'in',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 4 })), { maxLength: 40 }), (parts) => {
        const text = parts.join(' ')
        let end = 0
        for (const mention of spokenDays(text, 'en')) {
          assert.ok(mention.start >= end && mention.end > mention.start && mention.end <= text.length)
          end = mention.end
        }
      }),
    )
  })
})

describe('a weekday', () => {
  it('is the nearest on its side, as counting day by day finds it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30_000 }),
        fc.integer({ min: 0, max: 6 }),
        fc.constantFrom('past', 'future', 'last', 'next'),
        (day, weekday, side) => {
          const step = side === 'past' || side === 'last' ? -1 : 1
          let at = side === 'last' || side === 'next' ? day + step : day
          while (new Date(at * DAY_MS).getUTCDay() !== weekday) at += step
          assert.equal(resolveDay({ kind: 'weekday', weekday, side }, day * DAY_MS)?.startMs, at * DAY_MS)
        },
      ),
    )
  })
})

describe('a day of a month without a year', () => {
  it('is the one that is near, whatever the verb, else the nearest on its side', () => {
    assert.deepEqual(daysOf('Voters go to the polls on 21 June.', 'en'), ['2026-06-21'])
    assert.deepEqual(daysOf('Arrested on 28 May, he will speak in court.', 'en'), ['2026-05-28'])
    assert.deepEqual(daysOf('It closed on 3 December.', 'en'), ['2025-12-03'])
    assert.deepEqual(daysOf('It will close on 3 December.', 'en'), ['2026-12-03'])
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30_000 }),
        fc.integer({ min: -65, max: 65 }),
        fc.constantFrom('past', 'future'),
        (today, shift, side) => {
          const day = new Date((today + shift) * DAY_MS)
          const said = { kind: 'month-day', month: day.getUTCMonth() + 1, day: day.getUTCDate(), side } as const
          assert.equal(resolveDay(said, today * DAY_MS)?.startMs, day.getTime())
        },
      ),
    )
    // Around the turn of the year the near one lies in the other year.
    assert.deepEqual(daysOf('It closed on 28 December.', 'en', Date.UTC(2026, 0, 3)), ['2025-12-28'])
    assert.deepEqual(daysOf('Voters decide on 29 February.', 'en', Date.UTC(2028, 1, 1)), ['2028-02-29'])
  })
})

describe('a deadline', () => {
  it('is a day only where the clause speaks of what comes', () => {
    assert.equal(spokenDays('Forecasters see rain over the hills by Wednesday.', 'en').length, 0)
    assert.equal(spokenDays('The bridge will open by Wednesday.', 'en').length, 1)
    assert.equal(spokenDays('The bridge was opened by March 2024.', 'en').length, 1)
    assert.equal(spokenDays('A ponte foi fechada no fim do ano passado.', 'pt').length, 1) // "do" is no deadline here
  })
})
