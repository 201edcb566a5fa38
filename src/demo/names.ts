import type { Random } from './random.ts'

// Built from parts, so that a world of a million articles does not run out of people, and none of them is anybody.
const FIRST =
  'Mavra Ilvo Tessaly Odran Bettine Corvin Ysolde Jarrek Wenna Tobren Sarild Hadley Mirel Osric Pella Quentar Runa Silvan Talwyn Ulric Verity Wystan Annick Bram Calla Dorrit Emrys Fenna Garrick Hester Imre Jorun Kerensa Lorcan Maelle Niall Oona Perrin Rosamund Stellan Thea Una Viggo Winifred Yannick Zelda Alaric Briony Cosmo Delphine Edda Florian Gwenda Hollis Isaura Joss Katrin Leopold Marit Nestor Ottilie Piers Ravenna Soren Tamsin Urs Valeska Wilmot Xanthe Ada'.split(
    ' ',
  )
const HEAD =
  'Varn Ostrel Quilla Brack Tarn Hask Pell Morr Wick Fenn Stav Drum Kest Orl Thrup Gann Loth Merr Sax Brul Cald Denn Eiv Farr Grim Hul Jess Kran Lind Marl Nor Osk Prav Rud Selk Tov Uld Vost Wray Zell Ash Birk Corr Dray Eld'.split(
    ' ',
  )
const TAIL =
  'holt mere wick sted gard low ley combe ovan enko ardi esque berg strand mark hurst field quist mond acre aldi inder rell sworth croft ander thwaite avel essin ombre'.split(
    ' ',
  )

/** A person of the invented world: `full` at the first mention, `last` afterwards. */
export type PersonName = { full: string; first: string; last: string }

/** A made-up person. */
export function personName(random: Random): PersonName {
  const first = random.pick(FIRST)
  const last = random.pick(HEAD) + random.pick(TAIL)
  return { full: `${first} ${last}`, first, last }
}

/** A made-up street, shop or hall name, for the small detail of a report. */
export function streetName(random: Random): string {
  const kind = random.pick(['Street', 'Lane', 'Row', 'Hill', 'Square', 'Quay', 'Terrace', 'Yard', 'Road'])
  return `${random.pick(HEAD)}${random.pick(['er', 'en', 'ing', 'le', 'a'])} ${kind}`
}

/** A made-up brand, of a company or a product. */
export function brandName(random: Random): string {
  return random.pick(HEAD) + random.pick(['ix', 'ora', 'ent', 'ware', 'ium', 'tec', 'una', 'avo', 'ell', 'onic'])
}
