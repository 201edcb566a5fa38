import type { ReadIssue } from '../model/entry.ts'
import { MAX_DETAIL_UNITS, MAX_ISSUES } from './limits.ts'

/** Collects what was wrong with a document: each reason once, with its first detail, at most MAX_ISSUES. */
export type IssueList = { readonly all: readonly ReadIssue[]; add: (reason: string, detail: string) => void }

/** An empty list of issues. */
export function newIssueList(): IssueList {
  const all: ReadIssue[] = []
  const seen = new Set<string>()
  const add = (reason: string, detail: string): void => {
    if (seen.has(reason) || all.length >= MAX_ISSUES) return
    seen.add(reason)
    all.push({ reason, detail: detail.slice(0, MAX_DETAIL_UNITS) })
  }
  return { all, add }
}
