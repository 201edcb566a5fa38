import { one } from './kept.js'

const LOOK = /(?:^|; )trendpulse_look=([\w.-]{1,60})/

/** Sets the classes of the root element by the reader's cookie. Runs before anything is painted. */
export function applyLook() {
  const words = LOOK.exec(document.cookie)?.[1].split('.') ?? []
  showLook(words)
}

function showLook(words) {
  for (const name of ['light', 'dark', 'contrast', 'sans', 'dense', 'size-1', 'size-2', 'size-4', 'size-5'])
    document.documentElement.classList.toggle(name, words.includes(name.replace('size-', '')))
}

/** The form of looks shows each choice at once; it is kept when it is sent. */
export function showLookChoices() {
  const form = one('#look')
  form?.addEventListener('change', () => showLook([...new FormData(form).values()].map(String)))
}
