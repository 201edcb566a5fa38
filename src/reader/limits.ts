/** Most entries kept of one document, the first ones: what a worker reads within its deadline. Live feeds hold up to 200,000, a reader follows the newest few hundred. */
export const MAX_ENTRIES = 20_000
/** Elements open inside one another; real feeds stay under 40, and what is deeper is read as if it lay at this depth. */
export const MAX_DEPTH = 256
/** Longest tag or declaration in UTF-16 units; pictures as data: URLs make the long ones. */
export const MAX_TAG_UNITS = 1_048_576
/** Attributes read of one element. */
export const MAX_ATTRIBUTES = 128
/** Longest text kept of one field, in UTF-16 units: a novel, or an article with its pictures written into it. */
export const MAX_FIELD_UNITS = 8_388_608
/** Authors, categories, enclosures or links kept of one entry. */
export const MAX_LIST = 500
/** Namespace prefixes remembered of one document. */
export const MAX_PREFIXES = 200
/** Issues told of one document; more of the same tells nothing new. */
export const MAX_ISSUES = 50
/** Longest `detail` of an issue, in UTF-16 units, as model/entry.ts promises. */
export const MAX_DETAIL_UNITS = 200
