/** The elements that are open, with how many there are of each name, so that a stray end tag is known without a search. */
export class ElementStack<Element extends { name: { raw: string } }> {
  private readonly elements: Element[] = []
  private readonly counts = new Map<string, number>()

  get size(): number {
    return this.elements.length
  }

  get top(): Element | undefined {
    return this.elements.at(-1)
  }

  /** True where an element of this name, as written in lower case, is open. */
  has(raw: string): boolean {
    return (this.counts.get(raw) ?? 0) > 0
  }

  push(element: Element): void {
    this.elements.push(element)
    this.counts.set(element.name.raw, (this.counts.get(element.name.raw) ?? 0) + 1)
  }

  pop(): Element | undefined {
    const element = this.elements.pop()
    if (element) this.counts.set(element.name.raw, (this.counts.get(element.name.raw) ?? 1) - 1)
    return element
  }
}
