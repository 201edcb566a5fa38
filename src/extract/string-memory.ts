/** What follows from a text alone, kept from page to page under the text; all is forgotten when `limit` texts are known. Forgetting or not changes no answer. */
export class StringMemory<Value> {
  private readonly known = new Map<string, Value>()
  private readonly limit: number
  private readonly make: (text: string) => Value

  constructor(limit: number, make: (text: string) => Value) {
    this.limit = limit
    this.make = make
  }

  of(text: string): Value {
    const known = this.known.get(text)
    if (known !== undefined) return known
    if (this.known.size >= this.limit) this.known.clear()
    const own = copied(text)
    const made = this.make(own)
    this.known.set(own, made)
    return made
  }
}

/** The same letters in a string of their own: a slice would keep its whole page in memory. For texts of at most some thousand UTF-16 units. */
export function copied(text: string): string {
  // V8 copies shorter ones by itself.
  if (text.length < 13) return text
  const codes = new Array<number>(text.length)
  for (let index = 0; index < text.length; index++) codes[index] = text.charCodeAt(index)
  return String.fromCharCode(...codes)
}
