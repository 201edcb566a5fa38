/* <trend-pulse list="ranking" section="economy" limit="5"></trend-pulse>: a list of this site in any page.
   It asks this site once for the list, sets no cookie and sends nothing about the reader. */
{
  const home = new URL('.', document.currentScript?.src ?? location.href)
  const ASKED = ['article', 'url', 'section', 'window', 'limit']
  const STYLE =
    ':host{display:block;font:inherit}ol{margin:0;padding:0;list-style:none}li{padding:.5em 0;border-top:1px solid #8885}a{color:var(--trend-pulse-accent,inherit)}p{margin:.15em 0 0;font-size:.85em;opacity:.8}h2{font-size:1em;margin:0 0 .5em}'

  class TrendPulse extends HTMLElement {
    static observedAttributes = ['list', ...ASKED]
    #asked = 0

    connectedCallback() {
      this.#show()
    }

    attributeChangedCallback() {
      if (this.isConnected) this.#show()
    }

    async #show() {
      const turn = ++this.#asked
      await null // attributes set together are one question
      if (turn !== this.#asked) return
      const list = this.getAttribute('list') ?? 'ranking'
      const address = new URL(`${encodeURIComponent(list)}.json`, home)
      for (const name of ASKED) if (this.hasAttribute(name)) address.searchParams.set(name, this.getAttribute(name))
      if (['related', 'recommendation'].includes(list) && !this.hasAttribute('article') && !this.hasAttribute('url'))
        address.searchParams.set('url', location.href.split('#')[0])
      const answer = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' }).catch(() => null)
      if (!answer?.ok || turn !== this.#asked) return
      this.#draw(await answer.json())
    }

    #draw({ title, items }) {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
      const style = new CSSStyleSheet()
      style.replaceSync(STYLE)
      root.adoptedStyleSheets = [style]
      const rows = items.map((item) => {
        const link = Object.assign(document.createElement('a'), { href: item.url, textContent: item.title })
        return element('li', link, element('p', item.reason))
      })
      root.replaceChildren(element('h2', title), element('ol', ...rows))
    }
  }

  function element(name, ...children) {
    const made = document.createElement(name)
    made.append(...children)
    return made
  }

  customElements.get('trend-pulse') ?? customElements.define('trend-pulse', TrendPulse)
}
