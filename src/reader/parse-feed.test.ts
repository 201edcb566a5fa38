import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Entry } from '../model/entry.ts'
import { MAX_ENTRIES, MAX_FIELD_UNITS } from './limits.ts'
import { FeedStream, parseFeed } from './parse-feed.ts'

const URL_OF_FEED = 'http://news.example/feed/'

function read(text: string) {
  return parseFeed(text, { url: URL_OF_FEED })
}

function firstEntry(inside: string, root = '<rss version="2.0"><channel>'): Entry {
  const [entry] = read(`${root}<item>${inside}</item>`).entries
  assert.ok(entry)
  return entry
}

test('an RSS item gives all its parts', () => {
  const entry = firstEntry(
    `<title>Ferry &amp; tide</title><link>http://news.example/1?a=1&amp;b=2</link><guid isPermaLink="false">f-1</guid>
     <pubDate>Tue, 03 Nov 2026 08:00:00 EST</pubDate><author>ode@news.example (Ode Varn)</author><category domain="d">Harbour</category>
     <enclosure url="/a.mp3" type="audio/mpeg" length="12"/><comments>/1#c</comments><description>Short</description>
     <content:encoded><![CDATA[<p>Long</p>]]></content:encoded><dc:language>en_GB</dc:language>`,
  )
  assert.deepEqual(entry, {
    id: 'f-1',
    url: 'http://news.example/1?a=1&b=2',
    title: 'Ferry & tide',
    titleText: 'Ferry & tide',
    summary: 'Short',
    content: '<p>Long</p>',
    authors: [{ name: 'Ode Varn', email: 'ode@news.example', uri: null }],
    published: '2026-11-03T08:00:00-05:00',
    updated: null,
    categories: [{ term: 'Harbour', scheme: 'd', label: null }],
    enclosures: [{ url: 'http://news.example/a.mp3', type: 'audio/mpeg', length: 12 }],
    comments: 'http://news.example/1#c',
    language: 'en-GB',
  })
})

test('an Atom entry keeps several authors, links by relation and XHTML without its wrapper', () => {
  const { feed, entries, format } = read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl" xml:base="/base/">
    <id>tag:news.example</id><link rel="self" href="self.atom"/><link rel="hub" href="http://hub.example/"/><link href="http://news.example/"/>
    <entry><author><name>Ode Varn</name><uri>/ode</uri></author><author><name>Ilse Brant</name></author>
    <link rel="edit" href="e"/><link rel="enclosure" href="f.pdf"/><link type="text/html" href="1.html"/>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">5 &lt; 6 <a href="more">more</a><br/></div></content></entry></feed>`)
  assert.equal(format, 'atom')
  assert.equal(feed.id, 'tag:news.example')
  assert.equal(feed.language, 'nl')
  assert.equal(feed.self, 'http://news.example/base/self.atom')
  assert.equal(feed.hub, 'http://hub.example/')
  assert.equal(feed.link, 'http://news.example/')
  const [entry] = entries
  assert.equal(entry?.url, 'http://news.example/base/1.html')
  assert.deepEqual(
    entry?.authors.map(({ name }) => name),
    ['Ode Varn', 'Ilse Brant'],
  )
  assert.equal(entry?.authors[0]?.uri, 'http://news.example/ode')
  assert.deepEqual(entry?.enclosures, [{ url: 'http://news.example/base/f.pdf', type: null, length: null }])
  assert.equal(entry?.content, '5 &lt; 6 <a href="http://news.example/base/more">more</a><br />')
})

test('RDF items stand beside their channel', () => {
  const { format, feed, entries } =
    read(`<rdf:RDF xmlns="http://purl.org/rss/1.0/"><channel><title>Notes</title><items><rdf:Seq/></items></channel>
    <image><title>Logo</title><url>http://news.example/l.png</url></image><item rdf:about="http://news.example/1"><title>One</title><dc:date>2026-11-03</dc:date></item></rdf:RDF>`)
  assert.equal(format, 'rdf')
  assert.equal(feed.title, 'Notes')
  assert.equal(feed.image, 'http://news.example/l.png')
  assert.deepEqual(
    [entries[0]?.id, entries[0]?.url, entries[0]?.published],
    ['http://news.example/1', 'http://news.example/1', '2026-11-03'],
  )
})

test('bare ampersands, HTML names and undeclared prefixes are read', () => {
  const entry = firstEntry('<title>Fish & chips&nbsp;caf&eacute; AT&T &copy</title><dc:creator>Ode & Ilse</dc:creator>')
  assert.equal(entry.title, 'Fish & chips\u00a0café AT&T &copy')
  assert.equal(entry.authors[0]?.name, 'Ode & Ilse')
})

test('HTML escaped once is markup, escaped twice is text of markup', () => {
  assert.equal(firstEntry('<title>&lt;em&gt;Tide&lt;/em&gt; turns</title>').titleText, 'Tide turns')
  assert.equal(firstEntry('<title>Salt &amp;amp; wind</title>').titleText, 'Salt & wind')
  assert.equal(firstEntry('<title>if a &lt; b</title>').titleText, 'if a < b')
  assert.equal(firstEntry('<title>a &lt;quay&gt; b</title>').titleText, 'a <quay> b')
})

test('HTML written out in a description is kept as markup, whatever it leaves open', () => {
  const { entries } = read(
    `<rss><channel><item><description>one <br>two <p>three & <img src="a.png"></description><title>After</title></item><item><title>Next</title></item></channel></rss>`,
  )
  assert.equal(entries[0]?.summary, 'one <br />two <p>three &amp; <img src="http://news.example/feed/a.png" /></p>')
  assert.deepEqual(
    entries.map(({ title }) => title),
    ['After', 'Next'],
  )
})

test('what was left open ends where the next entry or field begins', () => {
  const { entries, issues } = read(
    '<rss><channel><item><title>One<link>http://news.example/1</link><item><title>Two</title></channel>',
  )
  assert.deepEqual(
    entries.map(({ title, url }) => [title, url]),
    [
      ['One', 'http://news.example/1'],
      ['Two', null],
    ],
  )
  assert.ok(issues.some(({ reason }) => reason === 'unclosed-element'))
})

test('hundreds of open tags in one field do not swallow the next entry', () => {
  const { entries } = read(
    `<rss><channel><item><description>${'<p>word'.repeat(600)}</description></item><item><title>Next</title></item></channel></rss>`,
  )
  assert.equal(entries.length, 2)
  assert.equal(entries[1]?.title, 'Next')
})

test("titles of images, text inputs and sources are not the feed's", () => {
  const { feed, entries } =
    read(`<rss><channel><image><title>Logo</title><link>http://x.example/</link></image><textInput><title>Find</title></textInput><title>Real</title>
    <item><source url="http://other.example/"><title>Other</title></source><title>Own</title></item></channel></rss>`)
  assert.equal(feed.title, 'Real')
  assert.equal(feed.link, null)
  assert.equal(entries[0]?.title, 'Own')
})

test('the core title wins over those of modules, in either order', () => {
  const media = '<media:title>Media</media:title>'
  assert.equal(firstEntry(`${media}<title>Core</title>`).title, 'Core')
  assert.equal(firstEntry(`<title>Core</title>${media}`).title, 'Core')
  assert.equal(firstEntry(media).title, 'Media')
})

test('a second summary is the content', () => {
  const entry = firstEntry('<summary>Short</summary><description>Long</description>')
  assert.deepEqual([entry.summary, entry.content], ['Short', 'Long'])
})

test('a guid is a link only where it may be one, and never made from a bare word', () => {
  assert.equal(firstEntry('<guid>http://news.example/g</guid>').url, 'http://news.example/g')
  assert.equal(firstEntry('<guid isPermaLink="false">http://news.example/g</guid>').url, null)
  const bare = firstEntry('<guid>g-17</guid>')
  assert.deepEqual([bare.id, bare.url], ['g-17', null])
  assert.equal(firstEntry('<guid></guid>').id, null)
})

test('addresses that would run a program are no links and no files', () => {
  const entry = firstEntry(
    '<enclosure url="javascript:alert(1)"/><atom:link href="javascript:alert(1)"/><media:content url=" data:text/html,x"/>',
  )
  assert.deepEqual([entry.url, entry.enclosures], [null, []])
  assert.equal(firstEntry('<link>file:///etc/hosts</link>').url, null)
})

test('the base is the innermost xml:base, and one that is no web address is passed over', () => {
  const { entries } = read(
    `<feed xml:base="http://a.example/x/"><entry xml:base="y/"><title type="html" xml:base="javascript:alert(1)">&lt;a href="z"&gt;t&lt;/a&gt;</title></entry></feed>`,
  )
  assert.equal(entries[0]?.title, '<a href="http://a.example/x/y/z">t</a>')
})

test("the answer's Content-Location is the base and its Content-Language the language", () => {
  const { feed } = parseFeed('<rss><channel><link>/a</link></channel></rss>', {
    url: URL_OF_FEED,
    contentLocation: 'http://b.example/',
    contentLanguage: 'sv',
  })
  assert.deepEqual([feed.link, feed.language], ['http://b.example/a', 'sv'])
})

test('podcast, Media RSS and Dublin Core fields are read', () => {
  const entry =
    firstEntry(`<itunes:author>Ode Varn</itunes:author><itunes:keywords>tide, harbour ,</itunes:keywords><dc:subject>Sea</dc:subject>
    <media:group><media:content url="/v.mp4" fileSize="9"/><media:thumbnail url="/t.jpg"/><media:description>Film</media:description></media:group><itunes:image href="/i"/>`)
  assert.deepEqual(
    entry.categories.map(({ term }) => term),
    ['tide', 'harbour', 'Sea'],
  )
  assert.deepEqual(
    entry.enclosures.map(({ url, type, length }) => [url.slice(19), type, length]),
    [
      ['/v.mp4', 'video/mp4', 9],
      ['/t.jpg', 'image/jpeg', null],
      ['/i', 'image/*', null],
    ],
  )
  assert.deepEqual([entry.summary, entry.authors[0]?.name], ['Film', 'Ode Varn'])
})

test('how long to wait is read from ttl or the syndication module', () => {
  assert.equal(read('<rss><channel><ttl>90</ttl></channel></rss>').feed.ttlMinutes, 90)
  assert.equal(
    read(
      '<rss><channel><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel></rss>',
    ).feed.ttlMinutes,
    360,
  )
  assert.equal(read('<rss><channel><ttl>soon</ttl></channel></rss>').feed.ttlMinutes, null)
})

test('text that was made UTF-8 twice is mended, and real accents stay', () => {
  assert.equal(firstEntry('<title>Caf\u00c3\u00a9</title>').title, 'Café')
  assert.equal(firstEntry('<title>Ã la carte é</title>').title, 'Ã la carte é')
})

test('declared entities are read once and cannot grow', () => {
  const bomb = `<!DOCTYPE rss [<!ENTITY port "Quillmouth"><!ENTITY a "&b;&b;"><!ENTITY b "&a;&a;">]>`
  const { entries } = read(`${bomb}<rss><channel><item><title>&port; &a;</title></item></channel></rss>`)
  assert.equal(entries[0]?.title, 'Quillmouth &b;&b;')
})

test('a field longer than the limit is cut, and said so', () => {
  const { entries, issues } = read(
    `<rss><channel><item><title>t</title><description>${'x'.repeat(MAX_FIELD_UNITS + 1)}</description></item></channel></rss>`,
  )
  assert.equal(entries[0]?.summary?.length, MAX_FIELD_UNITS)
  assert.ok(issues.some(({ reason }) => reason === 'field-too-long'))
})

const pieces = fc.constantFrom(
  '<rss>', '<channel>', '<item>', '</item>', '<entry>', '</entry>', '<title>', '</title>', '<description>', '</description>', '<![CDATA[', ']]>', '<!--', '-->', '<?', '?>', '<!DOCTYPE x [', ']>',
  '&amp;', '&', '&#', ';', '<', '>', '"', "'", '<a href="', '<b>', '</b>', '<br/>', '<link>', '</link>', '<author>', '<name>', 'tide', ' ', '\n', 'é', '\u{1f30a}', '<content type="xhtml">', '</content>', '<image>', '<source>',
) // biome-ignore format: a list of pieces

test('any document can be cut anywhere: read in pieces it gives what it gives whole', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), fc.array(fc.nat(400), { maxLength: 6 }), (parts, cuts) => {
      const text = parts.join('')
      const whole = read(text)
      const entries: Entry[] = []
      const stream = new FeedStream({ url: URL_OF_FEED }, (entry) => entries.push(entry))
      let from = 0
      for (const cut of cuts.filter((at) => at <= text.length).sort((one, other) => one - other)) {
        stream.write(text.slice(from, cut))
        from = cut
      }
      stream.write(text.slice(from))
      const { feed } = stream.end()
      assert.deepEqual([entries, feed], [whole.entries, whole.feed])
    }),
    { numRuns: 400 },
  )
})

test('text survives being written into a feed and read again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const wanted = text
        .replace(/[\u0080-\u009f]/gu, '')
        .replace(/[\u00c2-\u00f4][\u0080-\u00bf]/gu, '')
        .trim()
      const escaped = wanted.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
      const { entries } = read(
        `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="text">${escaped}</title></entry></feed>`,
      )
      assert.equal(entries[0]?.title ?? '', wanted)
    }),
  )
})

test('floods of open tags, brackets, quotes and references are read in linear time', () => {
  const floods = [
    '<b>',
    '<item>',
    '<a ',
    '<a b="',
    `'<a ">"'`,
    '<!x',
    '&',
    '&#38;',
    '<',
    '<![CDATA[',
    '&lt;a href=',
    '<category>x</category>',
  ]
  for (const flood of floods) {
    const start = performance.now()
    read(`<rss><channel><item><title>t</title><description>${flood.repeat(60_000)}`)
    const tookMs = performance.now() - start
    assert.ok(tookMs < 2_000, `${flood} took ${tookMs} ms`)
  }
})

test('of more entries than the limit the first are kept, and said so', () => {
  const { entries, issues } = read(
    `<rss><channel>${'<item><guid>g</guid></item>'.repeat(MAX_ENTRIES + 1)}<title>t</title></channel></rss>`,
  )
  assert.equal(entries.length, MAX_ENTRIES)
  assert.ok(issues.some(({ reason }) => reason === 'too-many-entries'))
})

test('twenty thousand entries pass one by one', () => {
  let seen = 0
  const stream = new FeedStream({ url: null }, (entry) => {
    assert.equal(entry.title, `Ferry ${seen++}`)
  })
  stream.write('<rss><channel>')
  for (let index = 0; index < 20_000; index++) stream.write(`<item><title>Ferry ${index}</title></item>`)
  stream.end()
  assert.equal(seen, 20_000)
})

test('an empty description says nothing, a missing one is not there, and a podcast has its second line for it', () => {
  assert.equal(firstEntry('').summary, null)
  assert.equal(firstEntry('<description/>').summary, '')
  assert.equal(firstEntry('<description></description><itunes:summary>All of it</itunes:summary>').summary, 'All of it')
  const podcast = firstEntry('<itunes:subtitle>A short one</itunes:subtitle><description>Long</description>')
  assert.deepEqual([podcast.summary, podcast.subtitle], ['Long', 'A short one'])
  assert.equal(firstEntry('<itunes:subtitle>A short one</itunes:subtitle><description/>').summary, 'A short one')
  assert.equal('subtitle' in firstEntry(''), false)
})

test('a place and a number of comments are kept where they can be', () => {
  assert.deepEqual(firstEntry('<georss:point>45.256 -71.92</georss:point>').place, {
    latitude: 45.256,
    longitude: -71.92,
  })
  assert.deepEqual(firstEntry('<geo:lat>-45.5</geo:lat><geo:long>7</geo:long>').place, {
    latitude: -45.5,
    longitude: 7,
  })
  for (const wrong of [
    '<georss:point>north</georss:point>',
    '<georss:point>91 0</georss:point>',
    '<geo:lat>4</geo:lat>',
    '<georss:point/>',
  ])
    assert.equal(firstEntry(wrong).place, undefined, wrong)
  assert.equal(firstEntry('<slash:comments>17</slash:comments>').commentCount, 17)
  assert.equal(firstEntry('<slash:comments>many</slash:comments>').commentCount, undefined)
})
