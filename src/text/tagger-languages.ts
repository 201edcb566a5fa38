/** Languages that the tagger's model has seen labelled text of, as its weights say (held by a test). */
const TRAINED = new Set('da en hr no pt sk sr sv'.split(' '))

/**
 * Languages without labelled text whose names have capitals like those of the languages that have it: the model is lent to them.
 * Portuguese, left out of training, reached F1 59.6 so, against 45.9 with lists and shape alone (docs/decisions/tagger.md).
 * German is not among them: there every noun has a capital.
 */
const LENT = new Set('es fr it nl pl cs ro hu fi ca gl eu sl lt lv et tr id ms vi sq is ru uk bg mk el'.split(' '))

/** How names are found in a language. */
export type TaggerReach =
  | 'model' // labelled text of it taught us
  | 'lent' // by the model of other languages
  | 'lists' // by lists of names and the shape of words alone

/** How names are found in a language (BCP 47 tag, any region); `lists` for one that is not known. */
export function taggerReach(language: string): TaggerReach {
  const primary = taggedAs(language)
  return TRAINED.has(primary) ? 'model' : LENT.has(primary) ? 'lent' : 'lists'
}

/** The language as the tagger knows it: Bokmål and Nynorsk as Norwegian, Bosnian as Croatian. */
export function taggedAs(language: string): string {
  const primary = language.toLowerCase().split('-')[0] ?? ''
  return primary === 'nb' || primary === 'nn' ? 'no' : primary === 'bs' ? 'hr' : primary
}
