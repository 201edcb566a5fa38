import type { Sheet } from './features.ts'
import { KNOWN } from './gazetteer-hash.ts'
import type { Mention } from './mentions.ts'
import type { Token } from './tokens.ts'
import { EVENT_ENDS, EVENT_STARTS, TOPICS, WORK_CUES } from './topics.ts'
import { ROLE } from './word-roles.ts'

/** Longest name of an event and of a work, in tokens. */
const MAX_EVENT_TOKENS = 6
const MAX_WORK_TOKENS = 9
/** A cue word ("film") stands at most so many tokens from the quotation. */
const CUE_DISTANCE = 4
/** A topic is one from this many mentions on: once is a passing word. */
const TOPIC_MENTIONS = 2

/** A topic with where it is spoken of. */
export type TopicFound = { name: string; mentions: { from: number; to: number }[] }

/** Events and works that rules find; where one overlaps a name of another kind, the rule's is the longer and right one. */
export function addByRule(mentions: readonly Mention[], list: readonly Token[], sheet: Sheet): Mention[] {
  const found = [...findEvents(list, sheet), ...findWorks(list)].sort((a, b) => a.from - b.from)
  if (found.length === 0) return [...mentions]
  const merged: Mention[] = []
  let next = 0
  let end = 0
  const take = (mention: Mention) => {
    if (mention.from < end) return
    merged.push(mention)
    end = mention.to
  }
  for (const mention of mentions) {
    while (next < found.length && found[next]!.from < mention.to) take(found[next++]!)
    take(mention)
  }
  while (next < found.length) take(found[next++]!)
  return merged
}

function findEvents(list: readonly Token[], sheet: Sheet): Mention[] {
  const found: Mention[] = []
  for (let start = 0; start < list.length; start = Math.max(start + 1, sheet.runEnd[start]!)) {
    if (!sheet.candidate[start] || sheet.shouted[start]) continue
    const end = sheet.runEnd[start]!
    for (let at = start; at < end; at++) {
      const word = list[at]!.text
      if (EVENT_STARTS.has(word) && at + 1 < end && sheet.candidate[at + 1]) {
        found.push({ from: at, to: at + 2, kind: 'event' })
        at++
      } else if (EVENT_ENDS.has(word) && at > start) {
        const from = eventStart(list, sheet, start, at)
        const to = at + 1 < end && /^(?:I|II|III|\p{N}{2,4})$/u.test(list[at + 1]!.text) ? at + 2 : at + 1
        if (from < at && to - from <= MAX_EVENT_TOKENS) found.push({ from, to, kind: 'event' })
      }
    }
  }
  return found
}

/** The event's first word in its run: not a title, an article or a sentence's common first word. */
function eventStart(list: readonly Token[], sheet: Sheet, start: number, at: number): number {
  let from = start
  for (let index = start; index < at; index++) {
    const isCommonOpener =
      sheet.first[index] && (sheet.known[index]! & KNOWN.commonWord) !== 0 && list[index]!.text !== 'World'
    if (
      sheet.role[index] === ROLE.title ||
      sheet.role[index] === ROLE.link ||
      isCommonOpener ||
      sheet.role[index] === ROLE.calendar
    )
      from = index + 1
  }
  return from
}

/** Quoted names with a cue word nearby: the film "Quiet Rivers". */
function findWorks(list: readonly Token[]): Mention[] {
  const found: Mention[] = []
  for (let open = 0; open < list.length; open++) {
    if (!/^["“«]$/u.test(list[open]!.text) || !/^\p{Lu}/u.test(list[open + 1]?.text ?? '')) continue
    let close = open + 1
    while (close < list.length && close - open <= MAX_WORK_TOKENS && !/^["”»]$/u.test(list[close]!.text)) close++
    if (close - open > MAX_WORK_TOKENS || close >= list.length || !isTitled(list, open + 1, close)) continue
    const to = /^[.,]$/u.test(list[close - 1]!.text) ? close - 1 : close
    if (hasCue(list, open, close) && to > open + 1) found.push({ from: open + 1, to, kind: 'work' })
    open = close
  }
  return found
}

function isTitled(list: readonly Token[], from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (/^\p{Ll}{5,}/u.test(list[index]!.text)) return false
  return true
}

function hasCue(list: readonly Token[], open: number, close: number): boolean {
  for (let index = Math.max(0, open - CUE_DISTANCE); index < Math.min(list.length, close + 3); index++) {
    if (index < open && WORK_CUES.has(list[index]!.text)) return true
  }
  return false
}

const phrases = readTopics()

/** Topics that the text speaks of more than in passing, or in its title (tokens before `titleEnd`). English. */
export function findTopics(list: readonly Token[], titleEnd: number): TopicFound[] {
  const found = new Map<string, TopicFound['mentions']>()
  for (let index = 0; index < list.length; index++) {
    const options = phrases.get(list[index]!.text.toLowerCase())
    if (!options) continue
    for (const { name, words } of options) {
      if (!words.every((word, at) => list[index + at]?.text.toLowerCase() === word)) continue
      const mentions = found.get(name) ?? []
      mentions.push({ from: index, to: index + words.length })
      found.set(name, mentions)
      index += words.length - 1
      break
    }
  }
  return [...found]
    .filter(([, mentions]) => mentions.length >= TOPIC_MENTIONS || mentions[0]!.from < titleEnd)
    .map(([name, mentions]) => ({ name, mentions }))
}

/** Phrases by their first word, longest first. */
function readTopics(): Map<string, { name: string; words: string[] }[]> {
  const byFirst = new Map<string, { name: string; words: string[] }[]>()
  for (const line of TOPICS.trim().split('\n')) {
    const [name = '', others = ''] = line.split('=')
    for (const phrase of [name.toLowerCase(), ...others.split(',')]) {
      const words = phrase.split(' ')
      const list = byFirst.get(words[0] ?? '') ?? []
      list.push({ name, words })
      byFirst.set(words[0] ?? '', list)
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  return byFirst
}
