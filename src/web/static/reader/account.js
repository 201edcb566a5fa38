import { joinChoices, parseChoices, readChoices, writeChoices } from './choices.js'
import { bindSwitch, isOn, KEPT, one, recall, remember } from './kept.js'
import { applyLook, keepLook, lookKept } from './look.js'
import { applyChoices, showHidden } from './marks.js'

const ADDRESS = '/account/choices.json'
/** Milliseconds after a choice before the account is told: choices come in bursts. */
const SETTLE_MS = 2_000
/** A browser asks its account anew when it last did so longer ago. */
const STALE_MS = 300_000
/** The account keeps 64,000 bytes with what surrounds them. */
const MOST_BYTES = 62_000

/** For those who switched it on: what is hidden, read and looked like is one thing in all browsers of an account. */
export function shareWithAccount() {
  bindSwitch('#account-on', KEPT.account, false, (shares) => {
    remember(KEPT.accountOf, null)
    if (shares) void share().catch(() => {})
  })
  if (!isOn(KEPT.account, false)) return
  let waiting
  addEventListener('trendpulse-choice', () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => void share().catch(() => {}), SETTLE_MS)
  })
  if (Date.now() - Number(recall(KEPT.shared)) > STALE_MS) void share().catch(() => {}) // offline, or signed out: the next page tries again
}

/** Joins what is kept here and there, by the later word of each thing. Where another browser was quicker, once more. */
async function share(tries = 2) {
  const answer = await fetch(ADDRESS, { headers: { accept: 'application/json' } })
  if (!answer.ok) return
  const { token, version, choices, account } = await answer.json()
  if (!isSwitchedOnFor(String(account))) return
  const joined = joinChoices(parseChoices(JSON.stringify(choices)), readChoices())
  const look = laterLook(choices?.look)
  writeChoices(joined)
  remember(KEPT.shared, String(Date.now()))
  applyChoices()
  showHidden()
  const body = JSON.stringify({ choices: fitting({ ...joined, look }) })
  if (body === JSON.stringify({ choices })) return
  const put = await fetch(ADDRESS, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'x-trendpulse-token': token, 'if-match': `"${version}"` },
    body,
  })
  if (put.status === 409 && tries > 0) await share(tries - 1)
}

/** Who signs in after somebody else in one browser gets nothing of what that one has read, and gives nothing: the switch is off again. */
function isSwitchedOnFor(account) {
  const isFor = (recall(KEPT.accountOf) ?? account) === account
  remember(KEPT.accountOf, isFor ? account : null)
  if (isFor) return true
  remember(KEPT.account, null)
  const box = one('#account-on')
  if (box) box.checked = false
  return false
}

function laterLook(theirs) {
  const ours = lookKept()
  if (!(theirs?.at > ours.at) || typeof theirs.text !== 'string') return ours
  keepLook(theirs)
  applyLook()
  return theirs
}

/** Without the oldest marks of reading, where all of it is too much. */
function fitting(choices) {
  const fits = () => new TextEncoder().encode(JSON.stringify(choices)).length <= MOST_BYTES
  while (!fits() && Object.keys(choices.read).length > 0)
    choices.read = Object.fromEntries(Object.entries(choices.read).slice(0, -50))
  return choices
}
