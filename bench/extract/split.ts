import { hash32 } from '../../src/text/hash.ts'

/** Whether a page is left out of training: by the hash of its host, so that no host stands on both sides. Five parts; part 0 is the held-out one, part 1 the one for choosing constants. */
export function isHeldOut(url: string, part = 0): boolean {
  return hash32(hostOf(url), 77) % 5 === part
}

/** Fold of a page among `folds`, by its host. */
export function foldOf(url: string, folds: number): number {
  return hash32(hostOf(url), 5) % folds
}

function hostOf(url: string): string {
  return /^https?:\/\/(?:www\.)?([^/:]+)/u.exec(url)?.[1] ?? url
}
