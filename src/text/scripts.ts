/** What a script tells of a language: the one language that news in it is written in, or `han`, `kana` and `hangul`, which are weighed together. */
export type ScriptSign = 'han' | 'kana' | 'hangul' | (string & {})

/** Blocks of UTF-16 units by what they tell, first to last. **Source:** Blocks of the Unicode Character Database. */
const BLOCKS: readonly [first: number, last: number, sign: ScriptSign][] = [
  [0x370, 0x3ff, 'el'],
  [0x1f00, 0x1fff, 'el'],
  [0x530, 0x58f, 'hy'],
  [0x590, 0x5ff, 'he'],
  [0xfb1d, 0xfb4f, 'he'],
  [0x980, 0x9ff, 'bn'],
  [0xa00, 0xa7f, 'pa'],
  [0xa80, 0xaff, 'gu'],
  [0xb80, 0xbff, 'ta'],
  [0xc00, 0xc7f, 'te'],
  [0xc80, 0xcff, 'kn'],
  [0xd00, 0xd7f, 'ml'],
  [0xd80, 0xdff, 'si'],
  [0xe00, 0xe7f, 'th'],
  [0xe80, 0xeff, 'lo'],
  [0xf00, 0xfff, 'bo'],
  [0x1000, 0x109f, 'my'],
  [0x10a0, 0x10ff, 'ka'],
  [0x1c90, 0x1cbf, 'ka'],
  [0x1200, 0x139f, 'am'],
  [0x2d80, 0x2ddf, 'am'],
  [0xab00, 0xab2f, 'am'],
  [0x1780, 0x17ff, 'km'],
  [0x3005, 0x3007, 'han'],
  [0x3400, 0x4dbf, 'han'],
  [0x4e00, 0x9fff, 'han'],
  [0xf900, 0xfaff, 'han'],
  [0x3040, 0x30ff, 'kana'],
  [0x31f0, 0x31ff, 'kana'],
  [0xff66, 0xff9f, 'kana'],
  [0x1100, 0x11ff, 'hangul'],
  [0x3130, 0x318f, 'hangul'],
  [0xa960, 0xa97f, 'hangul'],
  [0xac00, 0xd7ff, 'hangul'],
  [0xffa0, 0xffdc, 'hangul'],
]

/** Signs by their number in {@link SCRIPT_OF_UNIT}, less 1. */
export const SCRIPT_SIGNS: readonly ScriptSign[] = [...new Set(BLOCKS.map(([, , sign]) => sign))]

/** By UTF-16 unit, 1 + the place of its sign in {@link SCRIPT_SIGNS}; 0 where many languages share the script (Latin, Cyrillic, Arabic, Devanagari). */
export const SCRIPT_OF_UNIT: Uint8Array = readBlocks()

function readBlocks(): Uint8Array {
  const signs = new Uint8Array(0x10000)
  for (const [first, last, sign] of BLOCKS) signs.fill(1 + SCRIPT_SIGNS.indexOf(sign), first, last + 1)
  return signs
}
