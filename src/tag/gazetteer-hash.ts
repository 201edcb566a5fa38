import { hash32 } from '../text/hash.ts'

/** What a name is known as; a name can be several things. Bits of one 16-bit number. */
export const KNOWN = {
  country: 1,
  region: 2,
  /** 300,000 people or more. */
  cityBig: 4,
  /** 30,000 or more. */
  cityMid: 8,
  citySmall: 16,
  firstName: 32,
  surname: 64,
  /** On a long list of names of any kind: weak. */
  anyName: 128,
  organisation: 256,
  club: 512,
  demonym: 1024,
  famous: 2048,
  /** Written in lower case in ordinary text. */
  commonWord: 4096,
  /** A word for what a person is, in lower case: "striker". */
  personWord: 8192,
  /** A word for what a body of people is: "battalion". */
  groupWord: 16384,
  /** A verb of saying: "vowed". */
  sayingVerb: 32768,
} as const

/** What a word in lower case can be known as. */
export const WORD_CLASSES = KNOWN.personWord | KNOWN.groupWord | KNOWN.sayingVerb

/** Longest known name in tokens. */
export const MAX_NAME_TOKENS = 6

/** Hash of one token's text; a name's hash is built from its tokens' by joinHash. */
export function tokenHash(text: string): number {
  return hash32(text)
}

/** Hash of the phrase so far (0 at its start) and its next token. */
export function joinHash(phrase: number, token: number): number {
  let hash = Math.imul(phrase ^ (phrase >>> 15), 0x2c1b3c6d) + token
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39)
  return (hash ^ (hash >>> 16)) >>> 0
}
