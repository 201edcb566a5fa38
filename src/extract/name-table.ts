/** Places of the table, a power of two: several times the names that any table here holds. */
const PLACES = 1024

/** Finds which of some known lower-case ASCII names stands at a place of a page, whatever its case, without cutting it out. */
export class NameTable {
  private readonly names: readonly string[]
  private readonly places: readonly (readonly number[])[]

  constructor(names: readonly string[]) {
    this.names = names
    const places: number[][] = Array.from({ length: PLACES }, () => [])
    for (const [index, name] of names.entries()) places[placeOf(name, 0, name.length)]!.push(index)
    this.places = places
  }

  /** Index of the name that fills `[start, end)`, -1 for none of them. */
  find(html: string, start: number, end: number): number {
    if (end <= start) return -1
    const found = this.places[placeOf(html, start, end)]!
    for (let each = 0; each < found.length; each++) {
      const index = found[each]!
      if (isNameAt(html, start, end, this.names[index]!)) return index
    }
    return -1
  }
}

/** Of its first letter, its last and its length, whatever the case. */
function placeOf(text: string, start: number, end: number): number {
  return ((text.charCodeAt(start) | 32) * 67 + (text.charCodeAt(end - 1) | 32) * 31 + (end - start) * 5) & (PLACES - 1)
}

function isNameAt(html: string, start: number, end: number, name: string): boolean {
  if (name.length !== end - start) return false
  for (let index = 0; index < name.length; index++) {
    const code = html.charCodeAt(start + index)
    if ((code >= 65 && code <= 90 ? code + 32 : code) !== name.charCodeAt(index)) return false
  }
  return true
}
