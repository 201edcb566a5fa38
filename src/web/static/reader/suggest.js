const SUGGEST_AFTER_MS = 150
let suggesting

/** Names of tags while one types: the browser's own list shows them, and the form works without. */
export function suggest({ target }) {
  if (!target.matches?.('[data-suggest]')) return
  clearTimeout(suggesting)
  suggesting = setTimeout(async () => {
    try {
      const answer = await fetch(`/search/suggest?q=${encodeURIComponent(target.value)}`)
      const [typed, found] = await answer.json()
      if (typed === target.value) target.list.replaceChildren(...found.map((text) => new Option('', text)))
    } catch {} // offline: nothing is suggested
  }, SUGGEST_AFTER_MS)
}
