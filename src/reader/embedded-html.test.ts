import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  dropWrittenFiles,
  htmlToText,
  looksLikeHtml,
  mendTwiceEscaped,
  resolveLinks,
  tidyBreaks,
} from './embedded-html.ts'

test('links are made absolute and everything else stays to the letter', () => {
  const html = `<P class=x>5 < 6 <a title='a>b' HREF="/a?x=1&amp;y=2">t</a><img src=b.png><video poster='c'></video> <a href="mailto:ode@news.example">m</a><a href="">e</a></P>`
  assert.equal(
    resolveLinks(html, 'http://news.example/d/'),
    `<P class=x>5 < 6 <a title='a>b' HREF="http://news.example/a?x=1&amp;y=2">t</a><img src="http://news.example/d/b.png"><video poster="http://news.example/d/c"></video> <a href="mailto:ode@news.example">m</a><a href="">e</a></P>`,
  )
  assert.equal(resolveLinks('<a href="x">', null), '<a href="x">')
})

test('an attribute that only ends like one that holds an address is left alone', () => {
  assert.equal(
    resolveLinks('<a data-href="x" href="y">', 'http://a.example/'),
    '<a data-href="x" href="http://a.example/y">',
  )
})

test('text is HTML when it closes known tags or holds known references, and nothing unknown', () => {
  for (const html of ['<b>x</b>', 'a &amp; b', 'x<br>y', '&#8217;', '<p>a</p> &eacute;'])
    assert.equal(looksLikeHtml(html), true, html)
  for (const text of ['a < b > c', 'the <quay> tag</quay>', 'AT&T;', 'a & b', 'List<T>', ''])
    assert.equal(looksLikeHtml(text), false, text)
})

test('text of HTML has no tags, programs or comments, and words of blocks stay apart', () => {
  assert.equal(
    htmlToText('<p>One</p><p>two&nbsp;&amp; <i>three</i></p><script>if (a < b) {}</script><!-- x -->four < five'),
    'One two & three four < five',
  )
  assert.equal(htmlToText('cut <a href="'), 'cut <a href="')
})

test('HTML that was escaped twice is read twice; a text about HTML is not', () => {
  assert.equal(mendTwiceEscaped('&lt;p&gt;One &amp;amp; two&lt;/p&gt;'), '<p>One &amp; two</p>')
  for (const html of ['<p>Write &lt;b&gt;x&lt;/b&gt;</p>', 'the &lt;br&gt; tag', 'a &lt; b', ''])
    assert.equal(mendTwiceEscaped(html), html)
})

test('breaks are written one way', () => {
  assert.equal(tidyBreaks('a<BR>b<br/>c<hr  />d<break>'), 'a<br />b<br />c<hr />d<break>')
})

test('photographs written into HTML are dropped, icons stay', () => {
  const html = (size: number): string => `<p>x</p><img src="data:image/png;base64,${'A'.repeat(size)}" alt="y">`
  assert.equal(dropWrittenFiles(html(5_000_000)), '<p>x</p><img src="data:," alt="y">')
  assert.equal(dropWrittenFiles(html(100)), html(100))
})
