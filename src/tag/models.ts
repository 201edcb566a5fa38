import { hash32 } from '../text/hash.ts'
import { taggedAs, taggerReach } from '../text/tagger-languages.ts'
import { ALL_ROWS } from './feature-ids.ts'
import { LABEL_COUNT } from './features.ts'
import type { LabelModel } from './label.ts'
import weights from './weights-names.json' with { type: 'json' }

const table = unpack(weights.weights)

/**
 * How names are found in a language: `model` where labelled text taught us,
 * `gazetteer` where only lists of names, the shape of words and the model of other languages help.
 */
export function taggerCoverage(language: string): 'model' | 'gazetteer' {
  return taggerReach(language) === 'model' ? 'model' : 'gazetteer'
}

/** The model that a language is tagged with, its own or a lent one; null where there is none. */
export function modelOf(language: string): LabelModel | null {
  return taggerReach(language) === 'lists' ? null : { weights: table, language: hash32(taggedAs(language)) }
}

/** The weight table of a model as it ships: rows written as gaps (255: "and more follow") and cells; what is not written is zero. */
export function unpack(packed: { gaps: string; rows: string }): Int8Array {
  const cells = new Int8Array(ALL_ROWS * LABEL_COUNT)
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
