import { hash32 } from '../../src/text/hash.ts'

/** Whether a page is held out: by the hash of its host, so that no host stands on both sides. One in five. */
export function isHeldOut(url: string): boolean {
  return hash32(hostOf(url), 77) % 5 === 0
}

/** Fold of a page among `folds`, by its host. */
export function foldOf(url: string, folds: number): number {
  return hash32(hostOf(url), 5) % folds
}

function hostOf(url: string): string {
  return /^https?:\/\/(?:www\.)?([^/:]+)/u.exec(url)?.[1] ?? url
}
