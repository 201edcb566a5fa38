import { AGENCY_NAMES } from './agency-names.ts'

/** Longest text searched for credits, in UTF-16 units. */
const MAX_SEARCHED = 60_000
const MAX_AGENCIES = 12
/** Units looked at on either side of a name: more than any credit below may span, so that a cut is never taken for the text's own end. */
const AROUND = 80

type AgencyName = { written: string; given: string; isOtherThingsToo: boolean; isOneWord: boolean }

/** Weight of a full name that reads like an agency's ("the Associated Press") and stands anywhere. */
const NAMED = 1

/** Longest first, so that "Associated Press" is not read as a part of something else. */
const NAMES: readonly AgencyName[] = AGENCY_NAMES.flatMap((row) =>
  row
    .filter((name) => !name.startsWith('The '))
    .map((name) => ({
      written: name.replace('?', ''),
      given: row[0]!.replace('?', ''),
      isOtherThingsToo: name.startsWith('?'),
      isOneWord: /^\??\p{Lu}\p{Ll}+$/u.test(name),
    })),
).sort((a, b) => b.written.length - a.written.length)

/**
 * A way to credit an agency by name: what stands before it, and behind it. `isSure` holds for names that are other things too; the others
 * need an article ("the") before such a name, and `isTold` words that go on behind it as a sentence does.
 */
type Credit = { before?: RegExp; after?: RegExp; weight: number; isSure?: true; isTold?: true }

// Strongest credit first: a dateline, a source named as such, words spoken to the agency, a report named as its own.
const CREDITS: readonly Credit[] = [
  // PORT (AP) —   PUERTO (EFE).-   Hafen (dpa/lno) –   (ANSA) - PORTO   ПОРТ /ТАСС/.
  { before: /(?:^|\n)[^\n]{0,60}?[(（/]$/u, after: /^(?:\/\p{L}{2,12})?[)）/]\s?(?:\.\s?)?(?:[-–—]|(?<=\/\.\s?))/u, weight: 8, isSure: true },
  // 【港口共同】   （時事通信）
  { before: /(?:^|\n)[^\n]{0,20}?[【（][^】）\n]{0,12}$/u, after: /^(?:通信|社)?[】）]/u, weight: 8, isSure: true },
  // 新华社港口9月12日电
  { before: /(?:^|\n)\s*$/u, after: /^[^\n，。]{0,20}?[电電讯訊]/u, weight: 8 },
  // ПОРТ, 12 сен — РИА Новости.
  { before: /(?:^|\n)[\p{Lu}\d][^\n.]{0,40}\s[—–-]\s?$/u, after: /^\.\s/u, weight: 8, isSure: true },
  // © 2024 AFP   Quelle: dpa
  { before: /(?:^|\n|[.!?]\s)(?:© ?(?:Copyright)?|\([cC]\)|Copyright|Contributing|Sources?|Quellen?|Fuentes?|Fontes?|Fonti|Источник|来源|來源|المصدر)\s?[:：]?\s?(?:\d{4}\s)?(?:[Tt]he )?$/u, after: /^\s?(?:[\n,/.]|$)/u, weight: 6, isSure: true },
  // By Ada Quill, Associated Press
  { before: /(?:^|\n)(?:By|BY|Von|Par|Por|Di)\s[^\n]{3,60}[,|/]\s?(?:The )?$/u, after: /^\s*(?:\n|$)/u, weight: 6, isSure: true },
  // … he said. (AFP)   (avec AFP); not (Ada Quill/AFP), who took the picture
  { before: /(?:[.!?。»”"’]\s?[(（]|[(（](?:with|avec|mit|con|com|с) )(?:\p{Lu}{2,6}[,/]\s?)?$/u, after: /^(?:\s?[,/]\s?\p{Lu}{2,6})?[)）]\s*(?:\n|$)/u, weight: 4, isSure: true },
  { before: /\p{L}\s[(（]$/u, after: /^[)）][.。]?\s*(?:\n|$)/u, weight: 4 },
  // Con información de AP
  { before: /(?:[Cc]on información de|[Cc]om informações d[ae]|[Cc]on informazioni d[ai]|[Mm]it Material (?:von|der)) $/u, weight: 4, isSure: true },
  // news agency KMA, agencia EFE, агентство …
  { before: /(?:[Nn]ews agenc(?:y|ies),?|agencia|agence|agenzia|agência|[Aa]gentur|агентств\p{L}*|وكالة|لوكالة)(?: de (?:noticias|notícias|presse)| di stampa| (?:ال|لل)?أنباء(?: \p{Script=Arabic}+)?)?\s[«“("']?$/u, weight: 2, isSure: true },
  // told Reuters
  { before: /\b(?:told|tells|to questions from|(?:interview|statement|comments?|message|email) (?:with|to)|(?:seen|obtained|reviewed) by|correspondents? for) (?:[Tt]he )?$/u, weight: 4, isTold: true },
  // dijo a Reuters, disse o piloto à Lusa, a indiqué à l’AFP, ha detto il pilota all’ANSA
  { before: /(?:dijo|declar[óo]\p{L}*|indicó|señaló|explicó|afirm\p{L}+|disse|ha (?:detto|dichiarato)|a (?:dit|indiqué|déclaré|affirmé|expliqué))[^.\n]{0,40}?\s(?:a|à|ao|all['’]|à l['’])\s?$/u, weight: 4, isTold: true },
  // sagte der Lotse der Deutschen Presse-Agentur
  { before: /(?:sagte|erklärte|teilte|bestätigte)[^.\n]{0,60}?\s(?:der|dem|gegenüber)\s$/u, weight: 4, isTold: true },
  { before: /(?:сообщил|рассказал|заявил|пояснил|подтвердил)\p{L}*[^.\n]{0,30}\s[«"]?$/u, weight: 4 },
  { before: /قال[^.\n]{0,40}\sل(?:وكالة )?$/u, weight: 4 },
  { before: /\b(?:[Aa]ccording to|[Rr]eported by|citing|quoted by) (?:[Tt]he )?$/u, weight: 2, isTold: true },
  { before: /(?:selon|d['’]après|rapporte|indique|annonce|précise)\s(?:l['’])?$/iu, weight: 2, isTold: true },
  { before: /(?:según|segundo|secondo|informó|informou|riferisce|riporta|rapporta)\s(?:l['’]|la |a |o )?$/iu, weight: 2, isTold: true },
  { before: /(?:laut|bericht\p{L}+|melde\p{L}+)\s(?:die |der )?$/iu, weight: 2, isTold: true },
  { before: /(?:сообща|переда|информиру)\p{L}+\s[«"]?$|(?:пишет|по данным|со ссылкой на|корреспондент\p{L}*)\s[«"]?$/iu, weight: 2 },
  { before: /(?:وفق|بحسب|نقلت|نقلا عن|ذكرت|أفادت)\s$/u, weight: 2 },
  { before: /[据據]$/u, weight: 2 },
  { after: /^(?:通信|通讯社)?(?:[^\s，。、]{0,8})?(?:报道|報道|消息|によると|によれば|が報じ|が伝え)/u, weight: 2 },
  { before: /\b(?:(?:material|information|reports?|reporting|files) from|Contributing:[^\n]{0,60}[;,&]|\b(?:as|and)) (?:[Tt]he )?$/u, after: /^(?: contributed| noted| reported|[.\n]|$)/u, weight: 2, isTold: true },
  { after: /^ (?:has |had |first )?(?:reported|reports|said in a report|quoted|contributed to|noted)\b/u, weight: 2 },
  { after: /^ news agency\b/u, weight: 2, isSure: true },
] // biome-ignore format: one rule a row

/** A capitalised name of one to four words; "The" may lead it. */
const NAME = String.raw`((?:[Tt]he )?\p{Lu}[\p{L}\p{N}&-]*(?: \p{Lu}[\p{L}\p{N}&-]*){0,3})`
const AGENCY_ENDING = '(?:Press|Wire|Newswire|News Agency|Press Agency|News Service|Press Service|Dispatch)'
const LOOKS_LIKE_AGENCY = new RegExp(String.raw`\b${AGENCY_ENDING}$`, 'u')

/** Agencies that no list knows, by the words around them: no text without one of `cues` can match. */
const UNKNOWN: readonly { pattern: RegExp; cues: readonly string[]; weight: number; isSaid?: true }[] = [
  { pattern: new RegExp(String.raw`(?:^|\n)[^\n]{0,60}?\(${NAME}\)\s?[-–—]`, 'gu'), cues: [')'], weight: 8 },
  { pattern: new RegExp(String.raw`\b(?:told|tells|to questions from|(?:interview|statement|comments?|message|email) (?:with|to)|(?:seen|obtained|reviewed) by|correspondents? for) ${NAME}`, 'gu'), cues: ['told ', 'tells ', 'to questions from ', 'interview ', 'statement ', 'comment', 'message', 'email ', 'seen by ', 'obtained by ', 'reviewed by ', 'correspondent'], weight: 4 },
  { pattern: new RegExp(String.raw`\bnews agenc(?:y|ies),? ${NAME}`, 'gu'), cues: ['news agenc'], weight: 2, isSaid: true },
  { pattern: new RegExp(String.raw`\b(?:according to|reported by|citing|quoted by) (?:the )?${NAME}`, 'gu'), cues: ['according to ', 'reported by ', 'citing ', 'quoted by '], weight: 2 },
  { pattern: new RegExp(String.raw`\b((?:[Tt]he )(?:\p{Lu}[\p{L}-]* ){1,2}${AGENCY_ENDING})\b(?! \p{Lu})`, 'gu'), cues: [' Press', ' Wire', ' Newswire', ' News ', ' Dispatch'], weight: 1 },
] // biome-ignore format: one rule a row

/**
 * News agencies that a text credits, most clearly credited first, ties in reading order: known agencies by any of their names, in ten
 * languages, and unknown ones by the words around them in English ("news agency X", "told The X Press"). At most 12; empty where none is
 * credited. That a short name stands in the text is no credit.
 */
export function creditedAgencies(text: string): string[] {
  const searched = text.length > MAX_SEARCHED ? text.slice(0, MAX_SEARCHED) : text
  const credits = [...knownCredits(searched), ...unknownCredits(searched)].sort((a, b) => a.at - b.at)
  const weights = new Map<string, number>()
  for (const { agency, weight } of credits) weights.set(agency, (weights.get(agency) ?? 0) + weight)
  return [...weights]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_AGENCIES)
    .map(([agency]) => agency)
}

type Found = { agency: string; at: number; weight: number }

function knownCredits(text: string): Found[] {
  const found: Found[] = []
  const taken: number[][] = []
  for (const name of NAMES) {
    for (let at = text.indexOf(name.written); at >= 0; at = text.indexOf(name.written, at + 1)) {
      const before = text.slice(Math.max(0, at - AROUND), at)
      const end = at + name.written.length
      const after = text.slice(end, end + AROUND)
      if (taken.some(([from, to]) => at >= from! && at < to!) || isPartOfName(name, before, after)) continue
      taken.push([at, end])
      const weight = weightOf(name, before, after)
      if (weight > 0) found.push({ agency: name.given, at, weight })
    }
  }
  return found
}

/** The weight of the surest credit that holds; 0 where none does. */
function weightOf(name: AgencyName, before: string, after: string): number {
  const hasThe = /\b(?:[Tt]he |[Dd](?:ie|er) |[Ll]a |[Ll]['’])$/u.test(before)
  for (const credit of CREDITS) {
    if (credit.before && !credit.before.test(before)) continue
    if (credit.after && !credit.after.test(after)) continue
    if (name.isOtherThingsToo && !credit.isSure) {
      if (!credit.isTold || !GOES_ON.test(after) || name.isOneWord) continue
      if (!hasThe && credit.weight < 4) continue
    }
    return credit.weight
  }
  return hasThe && LOOKS_LIKE_AGENCY.test(name.written) ? NAMED : 0
}

/** What follows the name of one to whom something was told: the sentence's end, or words that are no part of a name. */
const GOES_ON =
  /^(?:[.,;:!?)”"'’\n]|\s(?:on|in|that|at|by|this|last|late|early|from|after|before|it|he|she|they|the|a|but|and|as|via|ahead|through)\s|$)/u

const DAY_NAMES =
  'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December'
/** A Latin or Cyrillic name that goes on with a further capitalised word is another name: "AP Moller". Days follow agencies: "told AP Monday". */
const LONGER_NAME = new RegExp(String.raw`^(?:[\p{L}\p{N}_]|[-&]\p{L}| & | (?!(?:${DAY_NAMES})\b)\p{Lu}[\p{L}\d])`, 'u')

/** A capitalised word within the sentence right before a name of one word: "Mayor Ada Bloomberg". */
const WITHIN_NAME = new RegExp(String.raw`[\p{L},] (?!(?:The|${DAY_NAMES}|\p{L}*[Aa]gentur) )\p{Lu}[\p{L}.]* $`, 'u')

function isPartOfName({ written, isOneWord }: AgencyName, before: string, after: string): boolean {
  if (isOneWord && WITHIN_NAME.test(before)) return true
  if (/^[A-Za-zČ\p{Script=Cyrillic}]/u.test(written)) return LONGER_NAME.test(after) || /[\p{L}\p{N}_&-]$/u.test(before)
  if (!/^\p{Script=Arabic}/u.test(written)) return false
  return /^\p{Script=Arabic}/u.test(after) || /[^\P{Script=Arabic}ل]$/u.test(before) // "l" glued before it: to the agency
}

function unknownCredits(text: string): Found[] {
  return UNKNOWN.filter(({ cues }) => cues.some((cue) => text.includes(cue))).flatMap(({ pattern, weight, isSaid }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const agency = unknownAgency(match[1]!, isSaid === true)
      return agency === null ? [] : [{ agency, at: match.index, weight }]
    }),
  )
}

/** A name that reads like an agency's, or is said to be one; null for the known ones, which are looked for by name. */
function unknownAgency(found: string, isSaidToBeOne: boolean): string | null {
  const bare = found.replace(/^[Tt]he /u, '')
  if (KNOWN.has(found) || KNOWN.has(bare) || KNOWN.has(bare.split(' ')[0]!)) return null
  if (LOOKS_LIKE_AGENCY.test(bare) && bare.includes(' ')) return found.replace(/^the /u, 'The ')
  return isSaidToBeOne && !/^The /u.test(found) ? bare : null
}

const KNOWN: ReadonlySet<string> = new Set(NAMES.map(({ written }) => written))
