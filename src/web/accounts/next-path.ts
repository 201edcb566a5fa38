/** Longest path that is gone back to. */
const MAX_PATH = 500
/** Never asked: it only tells whether a path stays on its host. */
const HERE = 'http://here.invalid'

/** Where a browser goes after signing in: a path of this site, `/account` for anything else. An address of another host is never followed. */
export function nextPath(asked: string | undefined): string {
  if (asked === undefined || asked.length > MAX_PATH || !/^\/(?![/\\])/.test(asked)) return '/account'
  const url = URL.parse(asked, HERE)
  if (url === null || url.origin !== HERE || url.pathname.startsWith('//')) return '/account'
  return `${url.pathname}${url.search}${url.hash}`
}

/** Where to sign in, and to go on from to a path of this site. */
export function signInPath(next: string): string {
  return `/sign-in?${new URLSearchParams({ next }).toString()}`
}
