import { xmlElement } from '../feeds/xml.ts'

/**
 * A value as the XML in which Google Reader answered where no JSON was asked for: `<object>` of `<string name="…">`, `<number>`, `<boolean>`
 * and `<list>`. **Source:** the answers of the Google Reader API as its clients (Liferea, The Old Reader's apps) parse them.
 */
export function xmlOf(value: Readonly<Record<string, unknown>>): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${elementOf(value, null)}\n`
}

function elementOf(value: unknown, name: string | null): string {
  const named = name === null ? '' : ` name="${name}"` // names are our own words
  if (Array.isArray(value)) return `<list${named}>${value.map((one) => elementOf(one, null)).join('')}</list>`
  if (typeof value === 'object' && value !== null) {
    const inner = Object.entries(value).map(([key, one]) => elementOf(one, key))
    return `<object${named}>${inner.join('')}</object>`
  }
  const attributes = name === null ? {} : { name }
  if (typeof value === 'number') return xmlElement('number', String(value), attributes)
  if (typeof value === 'boolean') return xmlElement('boolean', String(value), attributes)
  return xmlElement('string', String(value ?? ''), attributes)
}
