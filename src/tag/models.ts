import { hash32 } from '../text/hash.ts'
import { TABLE_ROWS } from './feature-ids.ts'
import { LABEL_COUNT } from './features.ts'
import type { LabelModel } from './label.ts'
import weights from './weights-names.json' with { type: 'json' }

/** Languages that the model has seen labelled text of. */
const TRAINED = new Set(weights.languages)
/**
 * Languages without labelled text whose names have capitals like those of the languages that have it: the model is lent to them.
 * Portuguese, left out of training, reached F1 59.6 so, against 45.9 with lists and shape alone (docs/decisions/tagger.md).
 * German is not among them: there every noun has a capital.
 */
const LENT = new Set('es fr it nl pl cs ro hu fi ca gl eu sl lt lv et tr id ms vi sq is ru uk bg mk el'.split(' '))
const table = unpack(weights.weights)

/**
 * How names are found in a language: `model` where labelled text taught us,
 * `gazetteer` where only lists of names and the shape of words help.
 */
export function taggerCoverage(language: string): 'model' | 'gazetteer' {
  return TRAINED.has(primaryOf(language)) ? 'model' : 'gazetteer'
}

/** The model that a language is tagged with, its own or a lent one; null where there is none. */
export function modelOf(language: string): LabelModel | null {
  const primary = primaryOf(language)
  return TRAINED.has(primary) || LENT.has(primary) ? { weights: table, language: hash32(primary) } : null
}

function primaryOf(language: string): string {
  const primary = language.toLowerCase().split('-')[0] ?? ''
  return primary === 'nb' || primary === 'nn' ? 'no' : primary === 'bs' ? 'hr' : primary
}

/** Rows written as gaps (255: "and more follow") and cells; what is not written is zero. */
function unpack(packed: { gaps: string; rows: string }): Int8Array {
  const cells = new Int8Array(TABLE_ROWS * LABEL_COUNT)
  const rows = Buffer.from(packed.rows, 'base64')
  let row = -1
  let read = 0
  let gap = 0
  for (const byte of Buffer.from(packed.gaps, 'base64')) {
    gap += byte
    if (byte === 255) continue
    row += gap + 1
    gap = 0
    for (let label = 0; label < LABEL_COUNT; label++) cells[row * LABEL_COUNT + label] = (rows[read++]! << 24) >> 24
  }
  return cells
}
