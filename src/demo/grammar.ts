import type { Random } from './random.ts'

/** What the slots of a template stand for: `{place}` reads `place`. */
export type Facts = Readonly<Record<string, string>>

type Node =
  | { kind: 'text'; text: string }
  | { kind: 'slot'; name: string }
  | { kind: 'number'; low: number; high: number }
  | { kind: 'choice'; ways: readonly (readonly Node[])[] }

/** `gaps`: an empty way can leave two blanks, or one before a mark. */
type Template = { nodes: readonly Node[]; gaps: boolean }

const compiled = new Map<string, Template>()

/**
 * One wording of a template. `[a|b|]` chooses one way (an empty one is allowed, choices nest), `{slot}` reads a fact,
 * `{#3-9}` is a number made up on the spot. Blanks left by an empty way are closed up.
 *
 * @throws RangeError for an unclosed bracket or a slot without a fact: a bug in the demo's own data
 */
export function expand(template: string, facts: Facts, random: Random): string {
  let known = compiled.get(template)
  if (known === undefined) {
    known = { nodes: compile(template), gaps: /[[|][|\]]/.test(template) }
    compiled.set(template, known)
  }
  const text = write(known.nodes, facts, random)
  return known.gaps ? text.replace(/ +(?=[ .,:])/g, '').trim() : text
}

/** `expand`, with a capital at the front and a full stop where no mark of an end stands. */
export function sentence(template: string, facts: Facts, random: Random): string {
  const text = capital(expand(template, facts, random))
  return /[.?!:]["”]?$/.test(text) ? text : `${text}.`
}

/** The text with a capital at the front. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function write(nodes: readonly Node[], facts: Facts, random: Random): string {
  let text = ''
  for (const node of nodes) {
    if (node.kind === 'text') text += node.text
    else if (node.kind === 'choice') text += write(random.pick(node.ways), facts, random)
    else if (node.kind === 'number') text += random.int(node.low, node.high)
    else text += factOf(facts, node.name)
  }
  return text
}

function factOf(facts: Facts, name: string): string {
  const fact = facts[name]
  if (fact === undefined) throw new RangeError(`expand: no fact for {${name}}`)
  return fact
}

function compile(template: string): readonly Node[] {
  const [ways, end] = readWays(template, 0, false)
  if (end !== template.length) throw new RangeError(`expand: stray bracket at ${end} in ${template}`)
  return ways[0]!
}

/** Reads ways parted by `|` up to the closing bracket (or the end at the top, where `|` is text); gives them and the next index. */
function readWays(template: string, start: number, inside: boolean): [(readonly Node[])[], number] {
  const ways: Node[][] = [[]]
  let index = start
  while (index < template.length) {
    const letter = template[index]!
    const way = ways[ways.length - 1]!
    if (letter === '[') {
      const [inner, next] = readWays(template, index + 1, true)
      way.push({ kind: 'choice', ways: inner })
      index = next
    } else if (letter === ']') {
      return [ways, inside ? index + 1 : index]
    } else if (letter === '|' && inside) {
      ways.push([])
      index += 1
    } else if (letter === '{') {
      const end = template.indexOf('}', index)
      way.push(slotNode(template.slice(index + 1, end)))
      index = end + 1
    } else {
      const end = textEnd(template, index)
      way.push({ kind: 'text', text: template.slice(index, end) })
      index = end
    }
  }
  if (inside) throw new RangeError(`expand: unclosed bracket in ${template}`)
  return [ways, index]
}

function textEnd(template: string, start: number): number {
  let end = start + 1
  while (end < template.length && !'[]|{'.includes(template[end]!)) end += 1
  return end
}

function slotNode(inner: string): Node {
  const range = /^#(\d+)-(\d+)$/.exec(inner)
  return range === null
    ? { kind: 'slot', name: inner }
    : { kind: 'number', low: Number(range[1]), high: Number(range[2]) }
}
