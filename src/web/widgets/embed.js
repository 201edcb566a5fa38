// <trend-pulse list="ranking" section="economy" limit="5"></trend-pulse>: a list of this site in any page.
// It asks this site once for the list, sets no cookie, keeps nothing and sends nothing about the reader.
{
  const home = new URL('.', document.currentScript?.src ?? location.href)
  const ASKED = ['article', 'url', 'site', 'section', 'tag', 'language', 'window', 'at', 'limit', 'lang']
  const OF_A_PAGE = ['related', 'recommendation', 'provenance']
  const STYLE = `:host{display:block;font:var(--trend-pulse-font,inherit);color:var(--trend-pulse-text,inherit);overflow-wrap:break-word}
:host([hidden]){display:none}
ol{margin:0;padding:0;list-style:none}
li{padding:var(--trend-pulse-gap,.5em) 0;border-top:var(--trend-pulse-line,1px solid #8885)}
a{color:var(--trend-pulse-accent,inherit)}
p,small{margin:.15em 0 0;font-size:.85em;color:var(--trend-pulse-quiet,inherit)}
small{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1em}
h2{font-size:1.05em;margin:0 0 .5em}
line,circle{stroke:currentColor}
[stroke-dasharray]{stroke-dasharray:2 3}
circle{fill:currentColor}
.claim{fill:none}
.here{fill:var(--trend-pulse-accent,currentColor);stroke:var(--trend-pulse-accent,currentColor)}`

  class TrendPulse extends HTMLElement {
    static observedAttributes = ['list', 'min-height', ...ASKED]
    #asked = 0

    connectedCallback() {
      this.#show()
    }

    attributeChangedCallback() {
      if (this.isConnected) this.#show()
    }

    async #show() {
      const turn = ++this.#asked
      const height = this.getAttribute('min-height')
      if (height) Object.assign(this.style, { display: 'block', minHeight: `${Number.parseInt(height, 10)}px` })
      await null // attributes set together are one question
      if (turn !== this.#asked) return
      const list = this.getAttribute('list') ?? 'ranking'
      const address = new URL(`${encodeURIComponent(list)}.json`, home)
      for (const name of ASKED) if (this.hasAttribute(name)) address.searchParams.set(name, this.getAttribute(name))
      if (OF_A_PAGE.includes(list) && !this.hasAttribute('article') && !this.hasAttribute('url'))
        address.searchParams.set(
          'url',
          document.querySelector('link[rel=canonical]')?.href || location.href.split('#')[0],
        )
      const answer = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' }).catch(() => null)
      if (!answer?.ok || turn !== this.#asked) return
      this.#draw(await answer.json())
    }

    #draw({ title, lead, facts = [], chain, items, more, lang, dir }) {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
      const style = new CSSStyleSheet()
      style.replaceSync(STYLE)
      root.adoptedStyleSheets = [style]
      const rows = items.map((item) => {
        const link = linkTo(item.url, item.title)
        set(link, item.language ? { lang: item.language, dir: 'auto' } : { dir: 'auto' })
        return made('li', 'item', link, made('p', 'reason', item.reason))
      })
      const box = made('div', 'box', made('h2', 'heading', title))
      set(box, { lang, dir })
      if (lead) box.append(made('div', 'lead', lead))
      for (const fact of facts) box.append(made('p', 'fact', fact))
      if (chain)
        box.append(picture(chain), made('small', 'caption', ...chain.captions.map((text) => made('span', '', text))))
      if (rows.length) box.append(made('ol', 'list', ...rows))
      if (more) box.append(made('p', 'more', linkTo(more.url, more.text)))
      root.replaceChildren(box)
    }
  }

  function linkTo(href, text) {
    const link = made('a', 'link', text)
    return set(link, { href, rel: 'noreferrer' })
  }

  function made(name, part, ...children) {
    const element = document.createElement(name)
    element.append(...children)
    return part ? set(element, { part }) : element
  }

  function picture({ height, marks, lineY, label }) {
    const shape = (name, attributes) => set(document.createElementNS('http://www.w3.org/2000/svg', name), attributes)
    const line = (x1, x2, y1, y2) => shape('line', { x1: `${x1}%`, x2: `${x2}%`, y1, y2 })
    const dot = (x, cy, r) => shape('circle', { cx: `${x}%`, cy, r })
    const svg = shape('svg', { width: '100%', height, role: 'img', 'aria-label': label, part: 'chain' })
    const all = marks.map(({ x }) => x)
    svg.append(line(Math.min(...all), Math.max(...all), lineY, lineY))
    for (const { x, y, claimedX, radius, isHere } of marks) {
      svg.append(line(x, x, lineY, y), set(dot(x, y, radius), { class: isHere ? 'here' : '' }))
      if (claimedX !== null)
        svg.append(
          set(line(x, claimedX, y, y), { 'stroke-dasharray': 1 }),
          set(dot(claimedX, y, 3.5), { class: 'claim' }),
        )
    }
    return svg
  }

  function set(element, attributes) {
    for (const name in attributes) element.setAttribute(name, attributes[name])
    return element
  }

  customElements.get('trend-pulse') ?? customElements.define('trend-pulse', TrendPulse)
}
