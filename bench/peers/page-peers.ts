import { createRequire } from 'node:module'
import type { PageAnswer } from '../reading/page-measures.ts'
import { plainText } from './plain-text.ts'

/** Reads one page; may throw, and may hang. */
export type PageReader = (html: string, url: string) => Promise<PageAnswer> | PageAnswer

type Linkedom = { parseHTML: (html: string) => { document: unknown } }

// The packages stand in this folder's node_modules and bring no types that could be checked without them: each shape below is its documentation's.
const installed = createRequire(import.meta.url)

/** Extractors to compare with, by name; each loads its packages when it is asked for. */
export const PAGE_PEERS: Readonly<Record<string, () => Promise<PageReader>>> = { readability, defuddle, postlight }

async function readability(): Promise<PageReader> {
  const { parseHTML }: Linkedom = installed('linkedom')
  type Found = { title: string; byline: string; content: string; publishedTime: string }
  const loaded: { Readability: new (document: unknown) => { parse: () => Found | null } } =
    installed('@mozilla/readability')
  return (html) => {
    const found = new loaded.Readability(parseHTML(html).document).parse()
    if (!found) return { text: null, title: null, author: null, date: null }
    return {
      text: plainText(found.content),
      title: found.title,
      author: found.byline,
      date: found.publishedTime,
    }
  }
}

async function defuddle(): Promise<PageReader> {
  const { parseHTML }: Linkedom = installed('linkedom')
  type Found = { title: string; author: string; content: string; published: string }
  const name: string = 'defuddle/node' // not a literal in import(): the package is installed by the bench alone
  const loaded: { Defuddle: (document: unknown, url: string, options: { useAsync: boolean }) => Promise<Found> } =
    await import(name)
  return async (html, url) => {
    const found = await loaded.Defuddle(parseHTML(html).document, url, { useAsync: false })
    return { text: plainText(found.content), title: found.title, author: found.author, date: found.published }
  }
}

async function postlight(): Promise<PageReader> {
  type Found = { title: string; author: string; content: string | null; date_published: string; error?: boolean }
  type Options = { html: string; fetchAllPages: boolean }
  const parser: { parse: (url: string, options: Options) => Promise<Found> } = installed('@postlight/parser')
  return async (html, url) => {
    const found = await parser.parse(url, { html, fetchAllPages: false })
    if (found.error) throw new Error('no answer')
    const { title, author, content, date_published: date } = found
    return { text: plainText(content ?? ''), title, author, date }
  }
}
