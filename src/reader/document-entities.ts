import { decodeReferences } from './references.ts'

/** Entities taken from one document type, and the longest value of one in UTF-16 units: they stand for letters, not for chapters. */
const MAX_ENTITIES = 100
const ENTITY = /<!ENTITY\s{1,20}([A-Za-z_][\w.-]{0,39})\s{1,20}(?:"([^"<]{0,64})"|'([^'<]{0,64})')/gu

/**
 * Entities that a document declares for itself. References inside a value are read once, and those to other declared entities not at all,
 * so that no text grows by naming another (the "billion laughs").
 */
export function readEntities(doctype: string): ReadonlyMap<string, string> {
  const entities = new Map<string, string>()
  for (const [, name = '', double, single] of doctype.matchAll(ENTITY)) {
    if (entities.size < MAX_ENTITIES) entities.set(name, decodeReferences(double ?? single ?? ''))
  }
  return entities
}
