/** Longest text searched for credits, in UTF-16 units. */
const MAX_SEARCHED = 60_000
const MAX_AGENCIES = 12

/** Agencies by the names that newspapers credit; the first name of a row is the one given. */
const AGENCIES: readonly (readonly string[])[] = [
  ['The Associated Press', 'Associated Press', 'AP'], ['Reuters', 'Thomson Reuters'], ['Agence France-Presse', 'AFP'], ['Deutsche Presse-Agentur', 'dpa', 'DPA'],
  ['Bloomberg', 'Bloomberg News'], ['United Press International', 'UPI'], ['RIA', 'RIA Novosti'], ['TASS', 'ТАСС'], ['Interfax', 'Интерфакс'], ['Xinhua', '新华社', '新華社'],
  ['Kyodo News', 'Kyodo', '共同通信'], ['Jiji Press', '時事通信'], ['Yonhap', '연합뉴스'], ['KCNA'], ['ANSA', 'Ansa'], ['Adnkronos'], ['EFE'], ['Europa Press'], ['Lusa'], ['Press Trust of India', 'PTI'],
  ['Asian News International', 'ANI'], ['IANS'], ['Anadolu', 'Anadolu Agency'], ['IRNA'], ['PA Media', 'Press Association'], ['The Canadian Press', 'Canadian Press'], ['Australian Associated Press', 'AAP'],
  ['Austria Presse Agentur', 'APA'], ['Keystone-SDA', 'SDA'], ['Belga'], ['ANP'], ['Ritzau'], ['NTB'], ['TT News Agency', 'TT'], ['STT'], ['PAP'], ['ČTK', 'CTK'], ['TASR'], ['MTI'], ['Agerpres'], ['Tanjug'], ['HINA'],
  ['Ukrinform', 'Укринформ'], ['Unian'], ['BelTA'], ['Antara'], ['Bernama'], ['Vietnam News Agency', 'VNA'], ['SANA'], ['WAFA'], ['Petra'], ['Saudi Press Agency', 'SPA'], ['EuropaNewswire'], ['Inter Press Service'], ['SID'], ['epd'], ['KNA'],
] // biome-ignore format: a table reads better in rows

const GIVEN_NAME: ReadonlyMap<string, string> = new Map(
  AGENCIES.flatMap((names) => names.map((name) => [name, names[0]!] as const)),
)

/** A capitalised name of one to four words; "The" may lead it. */
const NAME = String.raw`((?:[Tt]he )?\p{Lu}[\p{L}\p{N}&-]*(?: \p{Lu}[\p{L}\p{N}&-]*){0,3})`
const AGENCY_ENDING = '(?:Press|Wire|Newswire|News Agency|Press Agency|News Service|Press Service|Dispatch)'

/** One way to credit: no text without one of `cues` can match; `inRun` where a match lies in one run of words, so that only runs with a cue are searched. */
type Credit = { pattern: RegExp; weight: number; cues: readonly string[]; inRun?: true }

// Strongest credit first: a dateline, words spoken to the agency, a report named as its own, a bare naming as an agency.
const CREDITS: readonly Credit[] = [
  { pattern: new RegExp(String.raw`(?:^|\n)[^\n]{0,60}?\(${NAME}\)\s?[-–—]`, 'gu'), weight: 8, cues: [')'] },
  { pattern: new RegExp(String.raw`\b(?:told|tells|to questions from|(?:interview|statement|comments?|message|email) (?:with|to)|(?:seen|obtained|reviewed) by|correspondents? for) ${NAME}`, 'gu'), weight: 4, cues: ['told ', 'tells ', 'to questions from ', 'interview ', 'statement ', 'comment', 'message', 'email ', 'seen by ', 'obtained by ', 'reviewed by ', 'correspondent'] },
  { pattern: new RegExp(String.raw`\bnews agenc(?:y|ies),? ${NAME}`, 'gu'), weight: 2, cues: ['news agenc'] },
  { pattern: new RegExp(String.raw`\b(?:according to|reported by|citing|quoted by) (?:the )?${NAME}`, 'gu'), weight: 2, cues: ['according to ', 'reported by ', 'citing ', 'quoted by '] },
  { pattern: new RegExp(`${NAME} (?:has |had )?(?:reported|reports|said in a report|quoted|news agency)`, 'gu'), weight: 2, cues: [' reported', ' reports', ' said in a report', ' quoted', ' news agency'], inRun: true },
  { pattern: new RegExp(String.raw`\b((?:[Tt]he )(?:\p{Lu}[\p{L}-]* ){1,2}${AGENCY_ENDING})\b`, 'gu'), weight: 1, cues: [' Press', ' Wire', ' Newswire', ' News ', ' Dispatch'], inRun: true },
  { pattern: /\b(?:laut|berichtete? (?:die |der )?|selon l['’]|según |secondo l['’]|segundo a )\s?([A-ZÄÖÜ][\p{L}-]{1,20}(?: [A-Z][\p{L}-]{1,20})?)/gu, weight: 2, cues: ['laut', 'berichtet', 'selon l', 'según ', 'secondo l', 'segundo a '] },
] // biome-ignore format: one rule a row

const LOOKS_LIKE_AGENCY = new RegExp(String.raw`\b${AGENCY_ENDING}$`, 'u')

/**
 * News agencies that a text credits, most clearly credited first, ties in reading order: known agencies by any of their names,
 * and unknown ones by the words around them ("news agency X", "told The X Press"). At most 12; empty where none is credited.
 */
export function creditedAgencies(text: string): string[] {
  const searched = text.length > MAX_SEARCHED ? text.slice(0, MAX_SEARCHED) : text
  const weights = new Map<string, number>()
  for (const credit of CREDITS) {
    const namesAgency = credit.pattern.source.includes('news agenc(?:y|ies)')
    for (const found of creditsOf(searched, credit)) {
      const agency = agencyNamed(found, namesAgency)
      if (agency) weights.set(agency, (weights.get(agency) ?? 0) + credit.weight)
    }
  }
  return [...weights]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_AGENCIES)
    .map(([agency]) => agency)
}

/** The names credited in one way, in reading order. Classes of letters are dear to search for, and most texts have no cue. */
function creditsOf(text: string, { pattern, cues, inRun }: Credit): string[] {
  if (!cues.some((cue) => text.includes(cue))) return []
  const runs = inRun ? text.split(NO_WORDS).filter((run) => cues.some((cue) => run.includes(cue))) : [text]
  return runs.flatMap((run) => [...run.matchAll(pattern)].map((match) => match[1]!))
}

/** What parts runs of words: no match of a pattern with `inRun` holds any of it, or may stand directly behind "_". */
const NO_WORDS = /[\u0000-\u001f!-%'-,./:-@[-^`{-\u007f]+/

function agencyNamed(found: string, saidToBeAgency: boolean): string | null {
  const bare = found.replace(/^[Tt]he /u, '')
  const known = GIVEN_NAME.get(found) ?? GIVEN_NAME.get(bare) ?? GIVEN_NAME.get(bare.split(' ')[0]!)
  if (known) return known
  if (LOOKS_LIKE_AGENCY.test(bare) && bare.includes(' ')) return found.replace(/^the /u, 'The ')
  return saidToBeAgency && !/^The /u.test(found) ? bare : null
}
