import type { Speaker, SpokenPlace } from './quote-speaker.ts'
import { namesOf } from './spoken-names.ts'

const VERB =
  /(?:表示|指出|强调|強調|补充|補充|认为|認為|写道|寫道|回应|回應|坦言|透露|告诉|告訴|介绍|介紹|解释|解釋|呼吁|呼籲|警告|宣布|直言|问道|說道|说道|说|說|称|稱|问|問)道?/u
/** Signs between a name and its verb: "星期一对记者表示". No sentence ends, nothing belongs to the name, no one stands beside it. */
const BETWEEN = `(?![的和与與及、等])[^。！？!?；;，,“”「」的]{0,14}?`
/** From the name to the quotation that it leads into. */
const LEADS_IN = new RegExp(`^${BETWEEN}${VERB.source}[^。！？!?“”「」]{0,10}?[：:，,]\\s*$`, 'u')
const FOLLOWS = new RegExp(`^${BETWEEN}${VERB.source}`, 'u')
/** Before a name: it stands beside another, or is who listens. */
const NOT_ALONE = /(?:[和与與及、对對向问問]|告诉|告訴)$/u
/** UTF-16 units between a quotation and the name behind it: an office. */
const MAX_OFFICE = 14

/** The speaker in Chinese, where words have no spaces: a name, at most a few signs, and a verb of saying, before or after the quotation. */
export function chineseSpeaker(place: SpokenPlace, from: number, to: number, side: Speaker['side']): Speaker | null {
  const { paragraph } = place
  for (const name of namesOf(place, from, to)) {
    const before = paragraph.slice(from, name.start)
    const behind = paragraph.slice(name.end, to)
    const office = before.replace(/^[，,。\s]+/u, '')
    const match = side === 'before' ? LEADS_IN.exec(behind) : FOLLOWS.exec(behind)
    const isNear = side === 'before' || (office.length <= MAX_OFFICE && !/[，,。的]/u.test(office))
    if (!match || !isNear || NOT_ALONE.test(before)) continue
    return { name: name.name, slug: name.slug, verb: VERB.exec(match[0])![0], at: name.start, side } // it holds one
  }
  return null
}
