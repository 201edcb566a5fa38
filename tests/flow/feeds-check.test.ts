import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { atomFaults, jsonFeedFaults, rssFaults } from './feeds-check.ts'

/** A sound document of each format, and changes that each break one rule: the checker must name that rule, and no other. */
const SELF = 'https://paper.example/index.rss'
const NOW_MS = Date.UTC(2026, 2, 7)
const RSS = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Quay</title><link>https://paper.example/</link><description>News</description><atom:link href="${SELF}" rel="self" type="application/rss+xml"/><language>en</language><lastBuildDate>Fri, 06 Mar 2026 08:00:00 GMT</lastBuildDate>
<item><title>One</title><link>https://paper.example/1</link><guid isPermaLink="true">https://paper.example/1</guid><pubDate>Fri, 06 Mar 2026 08:00:00 GMT</pubDate><category>sea</category><dc:creator>Ada</dc:creator><description>&lt;p&gt;Text&lt;/p&gt;</description><content:encoded>Whole</content:encoded></item>
</channel></rss>`
const ATOM = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><id>https://paper.example/</id><title>Quay</title><updated>2026-03-06T08:00:00Z</updated><link rel="self" type="application/atom+xml" href="${SELF}"/><author><name>Quay</name></author>
<entry><id>tag:paper.example,2026-03-06:1</id><title>One</title><updated>2026-03-06T08:00:00Z</updated><link rel="alternate" type="text/html" href="https://paper.example/1"/><category term="sea"/><summary>Short</summary><content type="html">&lt;p&gt;Text&lt;/p&gt;</content></entry></feed>`
const JSON_FEED = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Quay',
  home_page_url: 'https://paper.example/',
  feed_url: SELF,
  language: 'en',
  items: [
    { id: '1', url: 'https://paper.example/1', content_html: '<p>Text</p>', date_published: '2026-03-06T08:00:00Z' },
  ],
}

type Case = readonly [fault: string, from: string, to: string]

const BOTH: readonly Case[] = [
  ['SAXError', '<title>One</title>', '<title>One</titel>'],
  ['SAXError', '<title>One</title>', '<title>One & two</title>'],
  ['SAXError', '<title>One</title>', '<title>One &nbsp; two</title>'],
  ['SAXError', '<title>One</title>', '<title>One ]]&gt; ]]></title>'],
  ['SAXError', '<title>One</title>', '<title>One\u0008</title>'],
  ['BadCharacters', '<title>One</title>', '<title>One\u0092s</title>'],
  ['BadCharacters', '<title>One</title>', '<title>One\ufffd</title>'],
  ['MissingEncoding', ' encoding="utf-8"', ''],
  ['MissingNamespace', '<title>One</title>', '<title>One</title><x:y>z</x:y>'],
  ['UndefinedElement', '<title>One</title>', '<title>One</title><headline>z</headline>'],
  ['DuplicateElement', '<title>One</title>', '<title>One</title><title>Two</title>'],
  ['UnexpectedText', '<title>One</title>', '<title>One</title>Two'],
  ['NotBlank', '<title>One</title>', '<title></title>'],
  ['MissingSelf', 'rel="self"', 'rel="related"'],
  ['SelfDoesntMatchLocation', `href="${SELF}"`, 'href="https://paper.example/other.rss"'],
  ['UnregisteredAtomLinkRel', 'rel="self" type', 'rel="mine" type'],
  ['InvalidMIMEType', 'type="application/', 'type="feed of '],
  ['SelfNotAtom', /* a page */ 'type="application/', 'type="text/html" x="'],
  ['SecurityRisk', '&lt;p&gt;', '&lt;script&gt;'],
  ['SecurityRiskAttr', '&lt;p&gt;', '&lt;p onclick="x"&gt;'],
  ['DangerousStyleAttr', '&lt;p&gt;', '&lt;p style="x"&gt;'],
  ['NotHtml', '&lt;p&gt;', '&lt;para&gt;'],
  ['ContainsRelRef', '&lt;p&gt;', '&lt;a href="/1"&gt;'],
]

const OF_RSS: readonly Case[] = [
  ['InvalidRSSVersion', 'version="2.0" xmlns', 'version="2.1" xmlns'],
  ['MissingTitle', '<title>Quay</title>', ''],
  ['MissingLink', '<link>https://paper.example/</link>', ''],
  ['MissingDescription', '<description>News</description>', ''],
  ['MissingDCLanguage', '<language>en</language>', ''],
  ['InvalidLanguage', '<language>en</language>', '<language>English</language>'],
  ['ContainsHTML', '<title>Quay</title>', '<title>&lt;b&gt;Quay&lt;/b&gt;</title>'],
  ['ContainsHTML', '<title>One</title>', '<title>&lt;b&gt;One&lt;/b&gt;</title>'],
  ['InvalidFullLink', '<link>https://paper.example/1</link>', '<link>/1</link>'],
  ['InvalidFullLink', '<link>https://paper.example/1</link>', '<link>https://paper.example/a b</link>'],
  ['SchemeNotIANARegistered', '<link>https://paper.example/1</link>', '<link>paper:1</link>'],
  ['InvalidRFC2822Date', '<pubDate>Fri, 06 Mar 2026 08:00:00 GMT', '<pubDate>2026-03-06T08:00:00Z'],
  ['InvalidRFC2822Date', '<pubDate>Fri, 06 Mar 2026', '<pubDate>Fri, 31 Feb 2026'],
  ['IncorrectDOW', '<pubDate>Fri,', '<pubDate>Mon,'],
  ['ImplausibleDate', '<pubDate>Fri, 06 Mar 2026', '<pubDate>Fri, 06 Mar 1970'],
  ['ImplausibleDate', '<pubDate>Fri, 06 Mar 2026 08', '<pubDate>Sun, 08 Mar 2026 08'],
  ['MisplacedItem', '</item>', '</item><ttl>60</ttl>'],
  ['NeedDescriptionBeforeContent', '<description>&lt;p&gt;Text&lt;/p&gt;</description>', ''],
  ['MissingGuid', '<guid isPermaLink="true">https://paper.example/1</guid>', ''],
  ['InvalidHttpGUID', '<guid isPermaLink="true">https://paper.example/1', '<guid isPermaLink="true">one two'],
  [
    'InvalidPermalink',
    '<guid isPermaLink="true">https://paper.example/1',
    '<guid isPermaLink="true">tag:paper.example,2026:1',
  ],
  ['NotSufficientlyUnique', '<guid isPermaLink="true">https://paper.example/1', '<guid isPermaLink="false">17'],
  ['InvalidBooleanAttribute', 'isPermaLink="true"', 'isPermaLink="yes"'],
  ['DuplicateValue', '</item>', '</item><item><title>Two</title><guid>https://paper.example/1</guid></item>'],
  ['InvalidContact', '<dc:creator>Ada</dc:creator>', '<author>Ada</author>'],
  [
    'DuplicateItemSemantics',
    '<dc:creator>Ada</dc:creator>',
    '<dc:creator>Ada</dc:creator><author>a@b.example (Ada)</author>',
  ],
  ['NotBlank', '<category>sea</category>', '<category></category>'],
  ['ItemMustContainTitleOrDescription', '</item>', '</item><item><guid>https://paper.example/2</guid></item>'],
  ['MissingAttribute', '<category>sea</category>', '<source>Quay</source>'],
  [
    'InvalidIntegerAttribute',
    '<category>sea</category>',
    '<enclosure url="https://a.example/" type="a/b" length="big"/>',
  ],
  ['InvalidURLAttribute', '<category>sea</category>', '<enclosure url="/a" type="a/b" length="1"/>'],
  ['FeedHistoryRelInEntry', '<category>sea</category>', '<atom:link rel="next" href="https://a.example/"/>'],
]

const OF_ATOM: readonly Case[] = [
  ['InvalidNamespace', 'http://www.w3.org/2005/Atom', 'http://purl.org/atom/ns#'],
  ['MissingDCLanguage', ' xml:lang="en"', ''],
  ['MissingElement', '<id>https://paper.example/</id>', ''],
  ['MissingElement', '<updated>2026-03-06T08:00:00Z</updated><link rel="alt', '<link rel="alt'],
  ['MissingElement', '<author><name>Quay</name></author>', ''],
  ['MissingElement', '<name>Quay</name>', '<name></name>'],
  ['InvalidTAG', 'tag:paper.example,2026-03-06:1', 'tag:paper.example:1'],
  ['InvalidRFC3339Date', '<updated>2026-03-06T08:00:00Z', '<updated>2026-03-06'],
  ['InvalidRFC3339Date', '<updated>2026-03-06T', '<updated>2026-02-30T'],
  ['ImplausibleDate', '<updated>2026-03-06T', '<updated>2027-03-06T'],
  [
    'DuplicateEntries',
    '</entry>',
    '</entry><entry><id>tag:paper.example,2026-03-06:1</id><title>Two</title><updated>2026-03-06T09:00:00Z</updated><content>x</content></entry>',
  ],
  ['DuplicateAtomLink', '<category term="sea"/>', '<link type="text/html" href="https://paper.example/2"/>'],
  [
    'MissingContentOrAlternate',
    '</entry>',
    '</entry><entry><id>tag:paper.example,2026-03-06:2</id><title>Two</title><updated>2026-03-06T09:00:00Z</updated><summary>x</summary></entry>',
  ],
  ['MissingTextualContent', '<summary>Short</summary><content type="html">&lt;p&gt;Text&lt;/p&gt;</content>', ''],
  ['ContainsUndeclaredHTML', '<summary>Short', '<summary>&lt;b&gt;Short&lt;/b&gt;'],
  ['InvalidTextType', '<summary>', '<summary type="text/html">'],
  ['MissingAttribute', 'term="sea"', 'label="sea"'],
  ['MissingHref', ' href="https://paper.example/1"', ''],
  ['AtomLinkNotEmpty', 'href="https://paper.example/1"/>', 'href="https://paper.example/1">1</link>'],
]

const OF_JSON: readonly (readonly [fault: string, change: (feed: typeof JSON_FEED) => object])[] = [
  ['version', (feed) => ({ ...feed, version: '1.1' })],
  ['title', (feed) => ({ ...feed, title: '' })],
  ['feed_url', (feed) => ({ ...feed, feed_url: 'https://paper.example/other.json' })],
  ['feed key', (feed) => ({ ...feed, subtitle: 'x' })],
  ['InvalidLanguage', (feed) => ({ ...feed, language: 'English' })],
  ['InvalidFullLink', (feed) => ({ ...feed, home_page_url: '/' })],
  ['hubs', (feed) => ({ ...feed, hubs: [{ url: 'https://hub.example/' }] })],
  ['items', (feed) => ({ ...feed, items: null })],
  ['item id', (feed) => ({ ...feed, items: [...feed.items, ...feed.items] })],
  ['item id', (feed) => ({ ...feed, items: [{ ...feed.items[0], id: 1 }] })],
  ['item content', (feed) => ({ ...feed, items: [{ id: '1' }] })],
  ['SecurityRisk', (feed) => ({ ...feed, items: [{ ...feed.items[0], content_html: '<script></script>' }] })],
  ['InvalidRFC3339Date', (feed) => ({ ...feed, items: [{ ...feed.items[0], date_published: 'today' }] })],
  ['author', (feed) => ({ ...feed, items: [{ ...feed.items[0], authors: [{}] }] })],
  ['item tags', (feed) => ({ ...feed, items: [{ ...feed.items[0], tags: [1] }] })],
  ['item key', (feed) => ({ ...feed, items: [{ ...feed.items[0], guid: '1' }] })],
  ['attachments', (feed) => ({ ...feed, items: [{ ...feed.items[0], attachments: [{ url: 'https://a.example/' }] }] })],
]

/** Faults that a break of one rule brings along with it. */
const ALONG: Record<string, readonly string[]> = {
  UnregisteredAtomLinkRel: ['MissingSelf'],
  InvalidMIMEType: ['SelfNotAtom'],
  MissingLink: ['InvalidFullLink'],
  MissingNamespace: ['UndefinedElement'],
}

function named(faults: readonly string[], fault: string): void {
  const names = faults.map((one) => one.split(':')[0])
  assert.ok(
    faults.some((one) => one.startsWith(fault)),
    `${fault} is not among ${faults.join('; ')}`,
  )
  const others = names.filter((name) => !name!.startsWith(fault) && !ALONG[fault]?.includes(name!))
  assert.deepEqual(others, [], `${fault} alone`)
}

function changed(text: string, from: string, to: string): string {
  assert.ok(text.includes(from), `the document has no ${from}`)
  return text.replace(from, to)
}

describe('the checker of feeds', () => {
  it('has nothing against sound documents', () => {
    assert.deepEqual(rssFaults(RSS, SELF, NOW_MS), [])
    assert.deepEqual(atomFaults(ATOM, SELF, NOW_MS), [])
    assert.deepEqual(jsonFeedFaults(JSON.stringify(JSON_FEED), SELF, NOW_MS), [])
  })
  for (const [fault, from, to] of [...BOTH, ...OF_RSS])
    it(`RSS: ${fault} for ${to.slice(0, 60) || `no ${from.slice(0, 40)}`}`, () =>
      named(rssFaults(changed(RSS, from, to), SELF, NOW_MS), fault))
  for (const [fault, from, to] of [...BOTH, ...OF_ATOM])
    it(`Atom: ${fault} for ${to.slice(0, 60) || `no ${from.slice(0, 40)}`}`, () =>
      named(atomFaults(changed(ATOM, from, to), SELF, NOW_MS), fault))
  for (const [fault, change] of OF_JSON)
    it(`JSON Feed: ${fault}`, () =>
      named(jsonFeedFaults(JSON.stringify(change(structuredClone(JSON_FEED))), SELF, NOW_MS), fault))
})
