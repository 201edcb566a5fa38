import { createHmac, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { reactionWorth } from '../rank/ranking.ts'
import { countView, forgetVotes, react, takeBack, type Vote, type VoteOutcome, voteKey } from '../store/reactions.ts'
import { addressBlocks } from './address-blocks.ts'
import type { FreshCounts } from './fresh-counts.ts'
import { dayOf } from './owner.ts'
import { readerAddress } from './reader-address.ts'
import { isRobot } from './robot.ts'
import type { Site } from './site.ts'

/** What is voted on: an article, and the story that it stands in. */
export type VotedOn = { articleId: number; storyId: number | null }

/** Reactions and views, each once a day and device, and a few of one address. */
export interface DeviceVotes {
  /** Counts a view beside the answer, never before it. Robots and pages fetched before anybody asked are left out. */
  see(c: Context, page: VotedOn): void
  react(c: Context, page: VotedOn, label: string): Promise<VoteOutcome | 'too_often'>
  /** Takes back what this device gave today; false where that was nothing. */
  takeBack(c: Context, page: VotedOn): Promise<boolean>
}

/** Devices of one line that may react to one article in a day: a household, a small office. */
const REACTIONS_OF_LINE = 4
/** Reactions of one near block to one article in a day: a university counts, a rented block does not carry a page. */
const REACTIONS_OF_NEAR = 20
/** Reactions of a block that weigh for one story in a day: five hundred of one /24 weigh as two, of one /16 as eight. */
const WEIGHED_OF_NEAR = 2
const WEIGHED_OF_WIDE = 8
/** Views of one article in a day from a line and a near block. */
const VIEWS_OF_LINE = 8
const VIEWS_OF_NEAR = 200
/** Reactions that a line may send in ten minutes, counted or not, and lines that are remembered for it. */
const SENT_OF_LINE = 60
const SENT_MS = 600_000
const MAX_LINES = 20_000
/** Views remembered in memory, so that a reader's reload asks the store nothing: a bound, forgotten daily. */
const MAX_REMEMBERED = 50_000
/** Views that may wait for the writer; more than that are not counted: reading comes before counting. */
const MAX_WAITING = 1_000

/**
 * The votes of a site. Address and browser's name go into a hash whose key is made anew each day and then written over, and are kept
 * nowhere; the limits by address are counted under hashes of the same kind.
 */
export function createDeviceVotes(site: Site, counts: FreshCounts): DeviceVotes {
  const keyOf = createDailyKey(site)
  const seen = createRemembered(MAX_REMEMBERED)
  const isTooOften = createRateLimit(site)
  let waiting = 0
  const voteOf = async (device: Device, kind: 'view' | 'react', page: VotedOn): Promise<Vote> => {
    const { day, key } = await keyOf()
    const hash = (text: string) => createHmac('sha256', key).update(text).digest('base64url').slice(0, 27)
    const article = `${kind}:article:${page.articleId}`
    const story = page.storyId === null ? article : `${kind}:story:${page.storyId}`
    const { line, near, wide } = device.blocks
    const [ofLine, ofNear] = kind === 'view' ? [VIEWS_OF_LINE, VIEWS_OF_NEAR] : [REACTIONS_OF_LINE, REACTIONS_OF_NEAR]
    return {
      articleId: page.articleId,
      day,
      token: hash(`${article}\n${line}\n${device.agent}`),
      limits: [
        { token: hash(`${article}\nline ${line}`), most: ofLine },
        { token: hash(`${article}\nnear ${near}`), most: ofNear },
      ],
      weights:
        kind === 'view'
          ? []
          : [
              { token: hash(`${story}\nnear ${near}`), most: WEIGHED_OF_NEAR },
              { token: hash(`${story}\nwide ${wide}`), most: WEIGHED_OF_WIDE },
            ],
    }
  }
  const see = async (device: Device, page: VotedOn) => {
    const vote = await voteOf(device, 'view', page)
    if (!seen.isNew(vote.day, vote.token)) return
    if ((await countView(site.store, vote)) === 'counted') counts.note(page, site.now())
  }
  return {
    see: (c, page) => {
      if (site.countViews === false || waiting >= MAX_WAITING || !isReading(c)) return
      waiting++
      void see(deviceOf(c, site), page)
        .catch((cause) => site.log('view-not-counted', { article: page.articleId, cause: String(cause) }))
        .finally(() => waiting--)
    },
    react: async (c, page, label) => {
      const device = deviceOf(c, site)
      if (isTooOften(device.blocks.line)) return 'too_often'
      const reaction = { label, favourable: label === site.reactions[0] }
      const outcome = await react(site.store, await voteOf(device, 'react', page), reaction, reactionWorth)
      if (outcome === 'counted' || outcome === 'changed') counts.note(page, site.now())
      return outcome
    },
    takeBack: async (c, page) => {
      const isBack = await takeBack(site.store, await voteOf(deviceOf(c, site), 'react', page), reactionWorth)
      if (isBack) counts.note(page, site.now())
      return isBack
    },
  }
}

type Device = { blocks: ReturnType<typeof addressBlocks>; agent: string }

/** A browser's name is cut here: nobody's is longer. */
const MAX_AGENT = 500

function deviceOf(c: Context, site: Site): Device {
  return {
    blocks: addressBlocks(readerAddress(c, site)),
    agent: (c.req.header('user-agent') ?? '').slice(0, MAX_AGENT),
  }
}

/** A person's browser that shows the page: no robot, no look at the head alone, no guess of what may be opened next. */
function isReading(c: Context): boolean {
  const purpose = `${c.req.header('sec-purpose') ?? ''} ${c.req.header('purpose') ?? ''}`
  return c.req.method === 'GET' && !/prefetch|preview/i.test(purpose) && !isRobot(c.req.header('user-agent') ?? '')
}

/** Today's key: asked of the store once a day, when yesterday's votes are forgotten with theirs. */
function createDailyKey(site: Site): () => Promise<{ day: number; key: string }> {
  let known: { day: number; value: Promise<{ day: number; key: string }> } | null = null
  return () => {
    const day = dayOf(site)
    if (known?.day === day) return known.value
    const value = voteKey(site.store, day, () => randomBytes(32).toString('base64url'))
    known = { day, value }
    value.then(
      (kept) =>
        forgetVotes(site.store, kept.day).catch((cause) => site.log('votes-not-forgotten', { cause: String(cause) })),
      () => {
        known = null
      },
    )
    return value
  }
}

/** Tokens of one day, at most so many. */
function createRemembered(most: number): { isNew: (day: number, token: string) => boolean } {
  const tokens = new Set<string>()
  let today = -1
  return {
    isNew: (day, token) => {
      if (day !== today || tokens.size >= most) tokens.clear()
      today = day
      if (tokens.has(token)) return false
      tokens.add(token)
      return true
    },
  }
}

/** True for a line that has sent too many reactions lately. Kept in memory alone, and for ten minutes. */
function createRateLimit(site: Site): (line: string) => boolean {
  const sent = new Map<string, number>()
  let sinceMs = 0
  return (line) => {
    if (site.now() - sinceMs >= SENT_MS || sent.size >= MAX_LINES) {
      sent.clear()
      sinceMs = site.now()
    }
    const count = (sent.get(line) ?? 0) + 1
    sent.set(line, count)
    return count > SENT_OF_LINE
  }
}
