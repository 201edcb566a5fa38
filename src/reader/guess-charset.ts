/** Bytes looked at: enough letters to tell by, cut so that a page's head of markup does not fill it. */
const MAX_SAMPLE_BYTES = 32_768
/** Bytes beyond ASCII that are looked at, with what stands round them. */
const MAX_FOREIGN_BYTES = 4_000
/** A score below this says that no encoding fits better than the default of the web. */
const LEAST_SCORE = 0.25
const DEFAULT = 'windows-1252'
/** What the default needs less than others: a text of few accents tells little. */
const DEFAULT_BONUS = 0.03

const CYRILLIC = 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэёіїєўОСПВНКМДТАРБИ'
const KANA =
  'のにはをがとでしたるてなれさいっかもりくすんこらあおきけどそまよみつじえうめやほべよアイスントルリクラシドフレカコテタロプ'
const HANZI =
  '的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展该领传近留红治决周保达办运武半候'
const HANJI =
  '的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可里後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長知民樣現分將外但身些與高意進把法此實回二理美點月明其種聲全工己話向情部正名定女問力機給等幾很業最間新什打便位因重被走電四第門相次東政海口使西再平真聽世氣信北少關並內加化由卻代軍產入先山五太水萬市眼體別處總場師書比住員性通目華報立馬命張活難神數件安表原車白應路期常提感金何更反合放做系計或司利受光王果親界及今京務制解各任至清物台象記邊共風戰接它許特望直服林題建南度統色字請交愛讓認算論百義科元社術結功指思非流每青管夫連遠資隊帶花快條院變聯言權展該領傳近留紅治決週保達辦運武半候'
const HANGUL =
  '이다는을의에가고하지한사로기도어리나자아서스인시대은들해그으정일라과수만있보전제것부장면주여년소상구마오원를동국경중했등'

/** An encoding of one script: `common` are letters that its texts are made of, `script` all that may stand in them. */
type Candidate = { charset: string; common: ReadonlySet<string>; script: RegExp; bytesEach: 1 | 2 }

const candidate = (charset: string, common: string, script: RegExp, bytesEach: 1 | 2 = 1): Candidate => ({
  charset,
  common: new Set(common),
  script,
  bytesEach,
})
const LATIN = /[\p{Script=Latin}’‘“”„–—«»…€°©]/u

/** Letters of one language each: together they would fit every text of their encoding's neighbours too. */
const WESTERN = ['éèêëàâçîïôùûœÉÀÈ', 'äöüßÄÖÜ', 'áéíóúñü¿¡', 'ãõáéíóúâêôàçº', 'åäöæøéÅÄÖØ', 'àèéìòùÈ', 'ëéèïöüó', 'áéíóúýþðæö'] // biome-ignore format: one table
const CENTRAL = ['ąćęłńóśźżŁŚŻ', 'áčďéěíňóřšťúůýžŠČŽŘ', 'áäčďéíľĺňóôŕšťúýž', 'áéíóöőúüűÉÁÖ', 'čćđšžŠČŽ', 'ăâîșțşţ'] // biome-ignore format: one table

/** Encodings that feeds and pages without a declaration have been seen in, or that an older web of one country was written in. */
const CANDIDATES: readonly Candidate[] = [
  ...WESTERN.map((letters) => candidate('windows-1252', `${letters}’“”„–—«»…`, LATIN)),
  ...CENTRAL.map((letters) => candidate('windows-1250', `${letters}„”“–`, LATIN)),
  ...CENTRAL.map((letters) => candidate('iso-8859-2', letters, LATIN)),
  candidate('windows-1254', 'ıİşŞğĞçÇüÜöÖâîû’“”', LATIN),
  candidate('windows-1257', 'ąčęėįšųūžŠŽ„“–', LATIN),
  candidate('windows-1257', 'āēģīķļņčšžūŠŽ„“–', LATIN),
  candidate('windows-1251', CYRILLIC, /[\p{Script=Cyrillic}«»“”„–—№…]/u),
  candidate('koi8-r', CYRILLIC, /[\p{Script=Cyrillic}]/u),
  candidate('iso-8859-5', CYRILLIC, /[\p{Script=Cyrillic}]/u),
  candidate('windows-1253', 'αοιετσνηυρπκλμίόέάςήωδγύθχφώβΤΑΟΗΣΠΚΕ', /[\p{Script=Greek}«»“”’–—…]/u),
  candidate('windows-1255', 'יוהלאתרבשמנדחקפעכםגסטןצזץךף', /[\p{Script=Hebrew}“”–]/u),
  candidate('windows-1256', 'اليمنوترهبدسعفكقحجشطصخذغزثضظئءأةىآإ', /[\p{Script=Arabic}،؟؛«»“”]/u),
  candidate(
    'windows-874',
    'านรอกเงมยลวดทสตะปบคหแจพชขใไโผธ่้ิีัื็์ุูำ',
    /[\u0e01\u0e02\u0e04\u0e06-\u0e2e\u0e30-\u0e3a\u0e40-\u0e4d“”–]/u,
  ),
  candidate('shift_jis', KANA, /[\p{Script=Han}\p{Script=Hiragana}\u30a0-\u30ff、。「」・ー]/u, 2),
  candidate('euc-jp', KANA, /[\p{Script=Han}\p{Script=Hiragana}\u30a0-\u30ff、。「」・ー]/u, 2),
  candidate('gb18030', HANZI, /[\p{Script=Han}，。、：；“”（）《》]/u, 2),
  candidate('big5', HANJI, /[\p{Script=Han}，。、：；「」（）《》]/u, 2),
  candidate('euc-kr', HANGUL, /[\p{Script=Hangul}\p{Script=Han}“”‘’·]/u, 2),
]

/**
 * The encoding in which bytes that are no UTF-8 and name none read most like a text, by how common the letters are that they would be.
 * `windows-1252`, the web's own default, where nothing speaks for another. A guess: a line of few accents can be taken for its neighbour.
 */
export function guessCharset(bytes: Uint8Array): string {
  const sample = foreignSample(bytes)
  let best = { charset: DEFAULT, score: LEAST_SCORE }
  for (const one of CANDIDATES) {
    const score = plausibility(sample, one) + (one.charset === DEFAULT ? DEFAULT_BONUS : 0)
    if (score > best.score) best = { charset: one.charset, score }
  }
  return best.charset
}

const SPACE = 0x20
/** Space, line, quote and angle brackets part words in every encoding here: second bytes of wide letters are never among them. */
const WORD_ENDS = new Set([SPACE, 0x0a, 0x22, 0x3c, 0x3e])

/** Runs of bytes beyond ASCII with the words round them; markup between them is left out. */
function foreignSample(bytes: Uint8Array): Uint8Array {
  const kept: number[] = []
  let foreign = 0
  let wordStart = 0
  let holdsForeign = false
  for (let at = 0; at <= bytes.length && kept.length < MAX_SAMPLE_BYTES; at++) {
    const byte = bytes[at] ?? SPACE
    if (byte > 127) {
      holdsForeign = true
      foreign++
    }
    // Writing without spaces has no words: enough is enough.
    const isEnough = foreign === MAX_FOREIGN_BYTES
    if (!isEnough && !WORD_ENDS.has(byte)) continue
    if (holdsForeign) kept.push(...bytes.subarray(Math.max(wordStart, at - MAX_SAMPLE_BYTES), at), SPACE)
    if (isEnough) break
    holdsForeign = false
    wordStart = at + 1
  }
  return Uint8Array.from(kept)
}

/** Mean over the bytes beyond ASCII: 1 for a common letter, less for others of the script, below nothing for what no text holds. */
function plausibility(sample: Uint8Array, candidate: Candidate): number {
  let sum = 0
  let foreign = 0
  let before = ' '
  let run = 0
  for (const letter of new TextDecoder(candidate.charset).decode(sample)) {
    run = letter > '\u007f' ? run + 1 : 0
    if (run > 0) {
      foreign++
      sum += weightOf(letter, before, candidate) - (isMisplaced(before, run, candidate) ? MISPLACED : 0)
    } else if (candidate.script !== LATIN && /[a-z]/iu.test(letter) && before > '\u007f' && LETTER.test(before))
      sum -= MISPLACED
    before = letter
  }
  return foreign === 0 ? 0 : sum / foreign
}

/** What a letter loses that stands where letters of its script do not. */
const MISPLACED = 0.6
/** Letters with marks that follow one another in words of Latin script: "créée" has two, three are hardly ever seen. */
const MOST_ACCENTS = 2
const LETTER = /[\p{L}\p{M}]/u

/** Accents stand among plain letters; letters of other scripts do not. */
function isMisplaced(before: string, run: number, { script, bytesEach }: Candidate): boolean {
  if (script === LATIN) return run > MOST_ACCENTS
  return bytesEach === 1 && /[a-z]/iu.test(before)
}

function weightOf(letter: string, before: string, { common, script, bytesEach }: Candidate): number {
  if (letter === '\ufffd' || (letter >= '\u0080' && letter <= '\u009f') || /\p{Co}/u.test(letter)) return -3
  const follows = LETTER.test(before)
  if (!LETTER.test(letter)) return follows && !/[’–—”»…、。，]/u.test(letter) ? -1 : script.test(letter) ? 0.3 : -0.2 // a sign within a word was a letter once
  if (/\p{Lu}/u.test(letter) && /\p{Ll}/u.test(before)) return -1 // the halves of an alphabet have changed places
  if (/\p{M}/u.test(letter) && !follows) return -1
  if (common.has(letter)) return 1
  if (!script.test(letter)) return -1
  return bytesEach === 2 ? 0.5 : 0.3
}
