/**
 * Lets a program of this folder tag with other weights than those that ship, such as a model that has not seen the file it is measured on:
 * NAME_WEIGHTS=FILE.json [CONFIDENCE=FILE.json] node --import ./bench/tag-other-weights.ts bench/tag-check.ts ...
 */
import { registerHooks } from 'node:module'
import { resolve as resolvePath } from 'node:path'
import { pathToFileURL } from 'node:url'

const { NAME_WEIGHTS, CONFIDENCE } = process.env
/** Which file stands for which, by the end of its address. */
const OTHERS = [
  ['/src/tag/weights-names.json', NAME_WEIGHTS],
  ['/src/tag/confidence-weights.json', CONFIDENCE],
] as const

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    const other = OTHERS.find(([end, file]) => file && found.url.endsWith(end))?.[1]
    return other ? { ...found, url: pathToFileURL(resolvePath(other)).href } : found
  },
})
