// What stays in the reader's own browser, and how it is reached. Pages bring all texts: none is written in these files.

export const all = (selector, within = document) => [...within.querySelectorAll(selector)]
export const one = (selector, within = document) => within.querySelector(selector)

/** Names under which things are kept; each is text. */
export const KEPT = {
  profile: 'trendpulse-profile',
  keeping: 'trendpulse-keeping',
  keys: 'trendpulse-keys',
  live: 'trendpulse-live',
  sharing: 'trendpulse-sharing',
  visit: 'trendpulse-visit',
  choices: 'trendpulse-choices',
  marking: 'trendpulse-marking',
  skipRead: 'trendpulse-skip-read',
  offline: 'trendpulse-offline',
  account: 'trendpulse-account',
  accountOf: 'trendpulse-account-of',
  shared: 'trendpulse-shared',
  lookAt: 'trendpulse-look-at',
}

/** A kept text, or null. Storage may be refused (private windows, a full disk): then nothing is kept, and nothing fails. */
export function recall(name) {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

/** Keeps a text; null forgets it. */
export function remember(name, value) {
  try {
    if (value === null) localStorage.removeItem(name)
    else localStorage.setItem(name, value)
  } catch {}
}

/** Whether a switch is on; `usual` where its reader never touched it. */
export const isOn = (name, usual) => (recall(name) ?? (usual ? 'on' : 'off')) === 'on'

/** A check box that keeps a switch, where the page has one. */
export function bindSwitch(selector, name, usual, changed = () => {}) {
  const box = one(selector)
  if (!box) return
  box.checked = isOn(name, usual)
  box.addEventListener('change', () => {
    remember(name, box.checked === usual ? null : box.checked ? 'on' : 'off')
    changed(box.checked)
  })
}
