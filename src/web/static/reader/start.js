import { shareWithAccount } from './account.js'
import { copySnippet } from './copy.js'
import { bindSwitch, KEPT, one } from './kept.js'
import { answerKey } from './keys.js'
import { applyLook, showLookChoices } from './look.js'
import { applyChoices, bindHideButtons, forgetRead, hasChoices, markThisPage, showHidden } from './marks.js'
import { answerKept, keepOffline } from './offline.js'
import { answerProfile, noteThisPage, rankLists, showProfile } from './profile.js'
import { listenToPulse } from './pulse.js'
import { suggest } from './suggest.js'
import { countChoice, tellTogether } from './told.js'

// Before anything is painted: the look, and no rows that will be hidden.
applyLook()
if (hasChoices()) document.documentElement.classList.add('choosing')

function start() {
  try {
    if (hasChoices()) applyChoices()
    bindHideButtons()
    showSettings()
  } finally {
    document.documentElement.classList.remove('choosing')
  }
  markThisPage()
  tellTogether()
  noteThisPage()
  showProfile()
  answerProfile()
  listenToPulse()
  void rankLists().catch(() => {}) // offline: the page's own list stands
  shareWithAccount()
  keepOffline()
}

function showSettings() {
  showLookChoices()
  showHidden()
  bindSwitch('#keys-on', KEPT.keys, true)
  bindSwitch('#marking-on', KEPT.marking, true)
  bindSwitch('#skip-read', KEPT.skipRead, false)
  one('#forget-read')?.addEventListener('click', forgetRead)
  answerKept()
}

document.addEventListener('DOMContentLoaded', start)
addEventListener('keydown', answerKey)
addEventListener('input', suggest)
addEventListener('click', countChoice)
addEventListener('click', copySnippet)
addEventListener('auxclick', countChoice)
