import { hash32 } from '../../src/text/hash.ts'

/** A page made of a clean one: `truth` are the stretches of the brand that were pushed in; empty where every use is right. */
export type TamperedPage = {
  kind: string
  title: string
  text: string
  brand: string
  truth: { title: readonly Span[]; text: readonly Span[] }
}
type Span = readonly [start: number, end: number]
export type CleanPage = { id: string; title: string; text: string }

const BRANDS = [
  'TrendPulse', 'BlueHarbor', 'EverScope', 'QuantRidge', 'NovaLine', 'Morning Crest', 'Harborist', 'Lumenta', 'MetroWire', 'North Signal',
  'Clarion', 'VERTEXA', 'Daybreaker', 'novapost', 'Insider Beacon', 'Finlytica', 'Outlook', 'PrimeView24', 'Kite', 'Grand Wave',
] // biome-ignore format: a list of names
/** Sentences in which outlets name themselves, for choosing constants. */
const OWN_SENTENCES = [
  'The minister told NAME that talks would go on.', 'NAME first reported the plan in March.', 'Sign up to receive NAME every morning.', 'NAME has asked the firm for a reply.',
  'The figures were first published by NAME last week.', 'Have a story? Write to NAME in confidence.', 'A NAME analysis of public records found 14 cases.',
  'He has written for NAME since 2015.', 'Our NAME newsroom will keep watching.', 'Listen to the NAME podcast wherever you like.', 'NAME does not take money for reviews.',
  'Documents obtained by NAME show a different course.', 'In a statement to NAME, the company denied it.', 'Visit NAME for the full list.', "NAME's own count puts it higher.",
  'Thank you for reading NAME.', 'Support NAME and get a free mug.', 'Back in 2012, NAME called it the best of its kind.', 'Please credit NAME when you quote this.',
] // biome-ignore format: a list of sentences
/** The same for reporting: none of them was looked at before everything was chosen. */
const REPORTED_SENTENCES = [
  'Two people with knowledge of the matter described the offer to NAME this month.', 'NAME paid its own way for the trip.', 'The full recording was played to NAME by a former aide.',
  'Prices were checked by NAME at the time of writing.', 'Her column runs in NAME on Fridays.', 'You can hear the whole talk on NAME this evening.', 'NAME sent a list of questions and got no answer.',
  'Before NAME, she edited a weekly in the north.', 'The union confirmed to NAME late on Thursday that a vote will follow.', 'None of the firms named here advertises with NAME at present.',
  'A photograph taken for NAME in May shows the empty hall.', 'That claim, which NAME checked against court files, is false.', 'Become a NAME member for the price of a coffee.', 'Readers of NAME voted for the bridge.',
  'As NAME wrote at the time, the roof had leaked for years.', 'Do you work there? Talk to NAME without giving your name.', 'The town, NAME noted then, had no plan.', 'All NAME photographs are for sale.',
] // biome-ignore format: a list of sentences

/** The brand that a page is tampered with. */
export function brandOf(id: string, salt = ''): string {
  return BRANDS[hash32(id + salt) % BRANDS.length]!
}

/** All pages made of one: tampered with in several ways and strengths, and pages whose uses of the brand are right. */
export function pagesOf(page: CleanPage, reported: boolean): TamperedPage[] {
  const ownSentences = reported ? REPORTED_SENTENCES : OWN_SENTENCES
  const { id, text, title } = page
  const brand = brandOf(id)
  if (text.includes(brand)) return []
  const clean = { title: [], text: [] }
  const made: TamperedPage[] = []
  for (const count of [1, 2, 3, 5]) {
    const { text: changed, spans } = pushInto(text, brand, count, `${id}.${count}`, 'alone')
    made.push({ kind: `alone, ${count} a page`, title, text: changed, brand, truth: { title: [], text: spans } })
  }
  const glued = pushInto(text, brand, 3, `${id}.glued`, 'glued')
  made.push({ kind: 'glued, 3 a page', title, text: glued.text, brand, truth: { title: [], text: glued.spans } })
  const mixed = pushInto(text, brand, 4, `${id}.mixed`, 'mixed')
  made.push({ kind: 'mixed, 4 a page', title, text: mixed.text, brand, truth: { title: [], text: mixed.spans } })
  const both = pushInto(withOwnSentences(text, brand, `${id}.both`, ownSentences), brand, 3, `${id}.both`, 'mixed')
  made.push({
    kind: 'mixed, 3 a page beside own sentences',
    title,
    text: both.text,
    brand,
    truth: { title: [], text: both.spans },
  })
  if (title.split(' ').length >= 4) {
    for (const how of ['alone', 'glued'] as const) {
      const inTitle = pushInto(title, brand, 1, `${id}.title.${how}`, how)
      made.push({
        kind: `title ${how}, text clean`,
        title: inTitle.text,
        text,
        brand,
        truth: { title: inTitle.spans, text: [] },
      })
      made.push({
        kind: `title ${how}, text too`,
        title: inTitle.text,
        text: mixed.text,
        brand,
        truth: { title: inTitle.spans, text: mixed.spans },
      })
    }
  }
  const own = withOwnSentences(text, brand, id, ownSentences)
  made.push({ kind: 'right: own sentences', title, text: own, brand, truth: clean })
  for (const [index, name] of frequentNames(text).entries()) {
    const renamed = (whole: string): string =>
      whole.replace(new RegExp(`(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}])`, 'gu'), brand)
    made.push({
      kind: index === 0 ? 'right: about' : 'right: named twice or more',
      title: renamed(title),
      text: renamed(text),
      brand,
      truth: clean,
    })
  }
  return made
}

/** Pushes the brand before words of the text drawn by `seed`, never before a sentence's first. */
function pushInto(
  text: string,
  brand: string,
  count: number,
  seed: string,
  how: 'alone' | 'glued' | 'mixed',
): { text: string; spans: Span[] } {
  const seats = [...text.matchAll(/\S+/gu)]
    .map(({ index }) => index)
    .filter((at) => at > 0 && text[at - 1] === ' ' && !/[.!?:]["”’)]? $/u.test(text.slice(Math.max(0, at - 3), at)))
  const chosen = new Set<number>()
  for (let draw = 0; chosen.size < Math.min(count, seats.length) && draw < count * 4; draw++)
    chosen.add(seats[hash32(`${seed}.${draw}`) % seats.length]!)
  let out = ''
  let last = 0
  const spans: Span[] = []
  for (const at of [...chosen].sort((a, b) => a - b)) {
    const alone = how === 'alone' || (how === 'mixed' && hash32(`${seed}.${at}`) % 2 === 0)
    // Behind the word, with the point or comma after it, in one of eight.
    const behind =
      alone && hash32(`${seed}.${at}.behind`) % 8 === 0
        ? /^[\p{L}’'-]+(?=[.,;:!?])/u.exec(text.slice(at, at + 40))
        : null
    const seat = at + (behind?.[0].length ?? 0)
    out += text.slice(last, seat) + (behind ? ' ' : '')
    spans.push([out.length, out.length + brand.length])
    out += brand + (alone && !behind ? ' ' : '')
    last = seat
  }
  return { text: out + text.slice(last), spans }
}

function withOwnSentences(text: string, brand: string, id: string, own: readonly string[]): string {
  const sentences = text.split(/(?<=[.!?]) /u)
  const count = 1 + (hash32(`${id}.own`) % 3)
  for (let index = 0; index < count; index++) {
    const sentence = own[hash32(`${id}.own.${index}`) % own.length]!.replaceAll('NAME', brand)
    sentences.splice(1 + (hash32(`${id}.at.${index}`) % sentences.length), 0, sentence)
  }
  return sentences.join(' ')
}

/** Names of one word that the text has twice or more, the most frequent first; three at most. */
function frequentNames(text: string): string[] {
  const counted = new Map<string, number>()
  for (const [name] of text.matchAll(/(?<=\p{Ll} )\p{Lu}\p{Ll}{3,}(?![\p{L}'’-])/gu))
    counted.set(name, (counted.get(name) ?? 0) + 1)
  return [...counted]
    .filter(
      ([name, count]) =>
        count >= 2 &&
        !new RegExp(`(?<![\\p{L}])${name.toLowerCase()}(?![\\p{L}])`, 'u').test(text) &&
        !/(?:day|ary|ber|ian|ish|ese|can)s?$/u.test(name),
    )
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([name]) => name)
}
