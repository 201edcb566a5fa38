/** One sentence of a text; `[start, end)` in UTF-16 code units, white space at both ends left out. */
export type Sentence = { text: string; start: number; end: number }

/** Abbreviations after which a point ends no sentence, most of them before a name or a number. */
const ABBREVIATION =
  /(?:^|[\s("'“‘«[])(?:\p{Lu}|(?:\p{L}\.)+\p{L}?|Mr|Mrs|Ms|Dr|Prof|Gov|Sen|Rep|Gen|Lt|Col|Capt|Cmdr|Sgt|Maj|Adm|St|Mt|Ft|Jr|Sr|Inc|Corp|Co|Ltd|Bros|No|Nos|vs|Rev|Hon|Supt|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Calif|Conn|Fla|Ill|Ind|Mass|Mich|Minn|Miss|Mo|Okla|Ore|Pa|Tenn|Tex|Va|Wash|Wis|etc|bzw|Nr|Str|usw|ca|ggf|vgl|Abs|Sra|Srta|Dra|av|art|núm|pág|approx|fig|dept|est)\.$/u
/** Abbreviations that often end a sentence too: the next word decides by its capital. */
const ENDS_OR_NOT = /(?:Inc|Corp|Co|Ltd|Jr|Sr|etc|usw|(?:\p{L}\.)+\p{L})\.$/u
/** Words that begin a sentence more often than they stand in a name after an abbreviation. */
const OPENER =
  /^["'“‘«(]*(?:The|A|An|It|He|She|They|We|I|But|And|In|On|At|This|That|These|Those|His|Her|Its|Their|There|As|For|With|After|Before|When|While|If|Der|Die|Das|Ein|Eine|Er|Sie|Es|Le|La|Les|Un|Une|Il|Elle|El|Los|Las|Una|O|Os|As)\s/u
// Counted signs keep it linear: an open-ended run would be tried again from each of its points.
const BOUNDARY = /[.!?…]{1,8}["'”’»)\]]{0,4}(?=\s)|[。！？]+["”’」』）]*|[\r\n\u2028\u2029]+|[।؟۔](?=\s|$)/gu
/** UTF-16 units back from a point that an abbreviation is looked for in. */
const LOOK_BACK = 16

/**
 * Cuts a text into sentences by rule; works alike for every language with these signs.
 * Line ends always cut. Linear in the text's length; the sentences cover every sign that is not white space.
 */
export function sentences(text: string, _language?: string): Sentence[] {
  const found: Sentence[] = []
  let start = 0
  for (const match of text.matchAll(BOUNDARY)) {
    const end = match.index + match[0].length
    if (!isEnd(text, match[0], match.index, end)) continue
    push(found, text, start, end)
    start = end
  }
  push(found, text, start, text.length)
  return found
}

function isEnd(text: string, sign: string, at: number, end: number): boolean {
  if (!/^[.…]/u.test(sign)) return true
  const rest = text.slice(end, end + 24).trimStart()
  if (/^\p{Ll}/u.test(rest)) return false // "…" and "Dr. med." go on
  if (sign[0] !== '.' || sign.length > 1) return true
  const before = text.slice(Math.max(0, at - LOOK_BACK), at + 1)
  if (/(?:^|\s)\p{N}{1,2}\.$/u.test(before) && /^\p{L}/u.test(rest) && isOrdinal(before, rest)) return false
  if (!ABBREVIATION.test(before)) return true
  return ENDS_OR_NOT.test(before) && OPENER.test(`${rest} `)
}

/** "3. Oktober", "2. Bundesliga": a number with a point in front of a noun in the middle of a line. */
function isOrdinal(before: string, rest: string): boolean {
  return /[\p{L},]\s+\p{N}{1,2}\.$/u.test(before) && !OPENER.test(rest)
}

function push(found: Sentence[], text: string, from: number, to: number): void {
  let start = from
  let end = to
  while (start < end && /\s/u.test(text[start]!)) start++
  while (end > start && /\s/u.test(text[end - 1]!)) end--
  if (end > start) found.push({ text: text.slice(start, end), start, end })
}
