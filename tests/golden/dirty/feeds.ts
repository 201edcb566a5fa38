/** A feed as bad as real ones, and what is to be read of it: paths of feedparser's result with their values. Names are invented. */
export type DirtyFeed = {
  id: string
  url: string
  contentType?: string
  body: string | Uint8Array
  expect: Readonly<Record<string, unknown>>
}

/** Cyrillic letters of Windows-1251, which no encoder of the platform writes. */
function windows1251(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0)
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code
  })
}

const RSS = '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"'
const url = 'https://feeds.example/news.xml'

/** Faults that feeds really have, one or two a feed. */
export const DIRTY_FEEDS: readonly DirtyFeed[] = [
  {
    id: 'bare ampersands and entities of HTML',
    url,
    body: `${RSS}><channel><title>Harbour & Coast</title><link>https://harbour.example/?a=1&b=2</link><item><title>Salt &amp; rope&nbsp;&mdash; prices rise</title><link>https://harbour.example/a?x=1&y=2</link><pubDate>Tue, 3 Nov 2026 08:00:00 EST</pubDate><author>desk@harbour.example (Maren Oddvale)</author></item></channel></rss>`,
    expect: {
      'feed.title': 'Harbour & Coast',
      'feed.link': 'https://harbour.example/?a=1&b=2',
      'entries[0].title': 'Salt & rope\u00a0— prices rise',
      'entries[0].link': 'https://harbour.example/a?x=1&y=2',
      'entries[0].published': '2026-11-03T13:00:00Z',
      'entries[0].author': 'Maren Oddvale (desk@harbour.example)',
    },
  },
  {
    id: 'prefixes that nobody declared, and a document cut off',
    url,
    body: `${RSS}><channel><title>Cut</title><item><title>One</title><dc:creator>Jorin Halbsleben</dc:creator><dc:date>2026-02-09T10:15:00+01:00</dc:date><content:encoded><![CDATA[<p>Whole <b>text</b></p>]]></content:encoded></item><item><title>Two</title><link>https://cut.example/two</li`,
    expect: {
      'entries[0].author': 'Jorin Halbsleben',
      'entries[0].published': '2026-02-09T09:15:00Z',
      'entries[0].content[0].value': '<p>Whole <b>text</b></p>',
      'entries[1].title': 'Two',
    },
  },
  {
    id: 'relative links against xml:base',
    url: 'https://feeds.example/deep/atom.xml',
    body: '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://base.example/a/"><title>Base</title><link href="../"/><entry xml:base="b/"><title>Inside</title><link href="c.html"/><id>x</id><updated>2026-01-02T03:04:05Z</updated><content type="html">&lt;a href="d.html"&gt;d&lt;/a&gt;</content></entry></feed>',
    expect: {
      'feed.link': 'https://base.example/',
      'entries[0].link': 'https://base.example/a/b/c.html',
      'entries[0].updated': '2026-01-02T03:04:05Z',
      'entries[0].content[0].value': '<a href="https://base.example/a/b/d.html">d</a>',
    },
  },
  {
    id: 'an encoding in the declaration alone',
    url,
    body: windows1251(
      '<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>Новости гавани</title><item><title>Паром снова ходит</title></item></channel></rss>',
    ),
    expect: { 'feed.title': 'Новости гавани', 'entries[0].title': 'Паром снова ходит' },
  },
  {
    id: 'RDF with Dublin Core',
    url,
    body: '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://rdf.example/"><title>Rails</title><link>https://rdf.example/</link><dc:language>de</dc:language></channel><item rdf:about="https://rdf.example/1"><title>Gleis frei</title><link>https://rdf.example/1</link><dc:subject>Bahn</dc:subject><dc:creator>Edvin Mohrlang</dc:creator></item></rdf:RDF>',
    expect: {
      'feed.title': 'Rails',
      'feed.language': 'de',
      'entries[0].link': 'https://rdf.example/1',
      'entries[0].tags[0].term': 'Bahn',
      'entries[0].author': 'Edvin Mohrlang',
    },
  },
  {
    id: 'a podcast',
    url,
    body: `${RSS} xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>Quay talk</title><itunes:author>Brisa Keldon</itunes:author><itunes:subtitle>From the pier</itunes:subtitle><item><title>Fog</title><itunes:subtitle>A short one</itunes:subtitle><itunes:summary>All about fog.</itunes:summary><enclosure url="https://cast.example/fog.mp3" type="audio/mpeg" length="1234567"/><itunes:keywords>fog, sea</itunes:keywords></item></channel></rss>`,
    expect: {
      'feed.author': 'Brisa Keldon',
      'entries[0].summary': 'All about fog.',
      'entries[0].enclosures[0].url': 'https://cast.example/fog.mp3',
      'entries[0].enclosures[0].type': 'audio/mpeg',
      'entries[0].enclosures[0].length': '1234567',
      'entries[0].tags[1].term': 'sea',
    },
  },
  {
    id: 'markup in titles: plain, escaped and as XHTML',
    url,
    body: '<feed xmlns="http://www.w3.org/2005/Atom"><title type="text">Less &lt; more</title><entry><title type="html">The &lt;em&gt;old&lt;/em&gt; quay</title><id>1</id><author><name>Solène Varquin</name><email>sv@a.example</email></author><author><name>Ysoline Bréhan</name></author><summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <i>pier</i>.</div></summary><category term="port" scheme="https://a.example/c" label="Port"/></entry></feed>',
    expect: {
      'entries[0].title': 'The <em>old</em> quay',
      'entries[0].author_detail.email': 'sv@a.example',
      'entries[0].summary': 'A <i>pier</i>.',
      'entries[0].tags[0].label': 'Port',
      'entries[0].tags[0].scheme': 'https://a.example/c',
    },
  },
  {
    id: 'a warning of the server before the feed, and dates that nobody asked for',
    url,
    contentType: 'text/html; charset=utf-8',
    body: `<br />\n<b>Warning</b>: something on line 7<br />\n${RSS}><channel><title>Late</title><item><title>Dated by hand</title><pubDate>03.11.2026 08:15</pubDate><guid isPermaLink="true">https://late.example/1</guid></item></channel></rss>`,
    expect: {
      'feed.title': 'Late',
      'entries[0].link': 'https://late.example/1',
      'entries[0].id': 'https://late.example/1',
    },
  },
  {
    id: 'JSON Feed with a trailing surprise',
    url: 'https://feeds.example/feed.json',
    body: '\ufeff{"version":"https://jsonfeed.org/version/1.1","title":"Notes","home_page_url":"https://notes.example/","language":"it","items":[{"id":7,"url":"https://notes.example/7","title":"Il ponte","content_html":"<p>Chiuso</p>","date_published":"2026-05-11T08:00:00+02:00","authors":[{"name":"Ruggero Santamela"}],"tags":["ponti"],"attachments":[{"url":"https://notes.example/7.pdf","mime_type":"application/pdf","size_in_bytes":99}]}]}',
    expect: {
      'feed.language': 'it',
      'entries[0].id': '7',
      'entries[0].content[0].value': '<p>Chiuso</p>',
      'entries[0].published': '2026-05-11T06:00:00Z',
      'entries[0].author': 'Ruggero Santamela',
      'entries[0].tags[0].term': 'ponti',
      'entries[0].enclosures[0].length': '99',
    },
  },
  {
    id: 'Media RSS and a nested group',
    url,
    body: `${RSS} xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Pictures</title><item><title>Crane</title><media:group><media:content url="https://pics.example/crane.jpg" type="image/jpeg" fileSize="5"/><media:description>An iron crane</media:description></media:group><media:category scheme="https://pics.example/s">iron</media:category></item></channel></rss>`,
    expect: {
      'entries[0].description': 'An iron crane',
      'entries[0].tags[0].term': 'iron',
      'entries[0].tags[0].scheme': 'https://pics.example/s',
    },
  },
]
