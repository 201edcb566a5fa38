import { KEPT, one, recall, remember } from './kept.js'

const COOKIE = 'trendpulse_look'
const LOOK = /(?:^|; )trendpulse_look=([\w.-]{1,60})/
const CLASSES = ['light', 'dark', 'contrast', 'sans', 'dense', 'size-1', 'size-2', 'size-4', 'size-5']
/** As long as the server's cookie. */
const SECONDS = 400 * 86_400

const chosen = () => LOOK.exec(document.cookie)?.[1] ?? ''

/** Sets the classes of the root element by the reader's cookie. Runs before anything is painted. */
export function applyLook() {
  showLook(chosen().split('.'))
}

function showLook(words) {
  for (const name of CLASSES) document.documentElement.classList.toggle(name, words.includes(name.replace('size-', '')))
}

/** The form of looks shows each choice at once; it is kept when it is sent. */
export function showLookChoices() {
  const form = one('#look')
  form?.addEventListener('change', () => showLook([...new FormData(form).values()].map(String)))
  form?.addEventListener('submit', () => remember(KEPT.lookAt, String(Date.now())))
}

/** The look of this browser and when it was chosen. */
export const lookKept = () => ({ text: chosen(), at: Number(recall(KEPT.lookAt)) })

/** A look that another browser of the account chose. */
export function keepLook({ text, at }) {
  if (!/^[\w.-]{0,60}$/.test(text)) return
  const secure = location.protocol === 'https:' ? '; secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser, and this runs once
  document.cookie = `${COOKIE}=${text}; path=/; samesite=lax; max-age=${text === '' ? 0 : SECONDS}${secure}`
  remember(KEPT.lookAt, String(at))
}
