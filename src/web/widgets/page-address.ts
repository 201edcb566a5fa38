/** Query parameters that tell who sent a reader, not which page it is. */
const SENT_BY = /^(?:utm_\w*|(?:fb|[gdy])clid|msclkid|mc_[ce]id|igshid|_ga)$/i

/**
 * The spellings under which a page that a reader has open may be known here: as it stands, without what tells who sent the reader, and with
 * the other scheme. The likeliest first, at most six.
 */
export function spellingsOf(address: string): string[] {
  const url = URL.parse(address)
  if (!url) return []
  url.hash = ''
  const bare = new URL(url)
  for (const name of [...bare.searchParams.keys()]) if (SENT_BY.test(name)) bare.searchParams.delete(name)
  const asGiven = [address, url.href, bare.href]
  return [...new Set([...asGiven, ...asGiven.map(otherScheme)])]
}

function otherScheme(href: string): string {
  return href.startsWith('https:') ? href.replace('https:', 'http:') : href.replace('http:', 'https:')
}
