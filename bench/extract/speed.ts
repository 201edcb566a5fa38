/**
 * CPU time a page, and behaviour on hostile pages.
 *   speed.ts PAGES.jsonl [XSS.json]
 * Hostile pages are doubled in size to show that time grows in line with it; every address in every answer is checked.
 */
import fs from 'node:fs'
import { extractHtml } from '../../src/extract/extract-page.ts'

const NOW_MS = Date.UTC(2026, 0, 1)
const [pagesFile, xssFile] = process.argv.slice(2)
const context = { url: 'https://harbour-wire.example/a', nowMs: NOW_MS }

const pages = fs
  .readFileSync(pagesFile!, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => (JSON.parse(line) as { html: string }).html)
for (const html of pages.slice(0, 60)) extractHtml(html, context)
const startedUs = process.cpuUsage()
for (const html of pages) extractHtml(html, context)
const usedUs = process.cpuUsage(startedUs)
const meanLength = pages.reduce((sum, html) => sum + html.length, 0) / pages.length
process.stdout.write(
  `${pages.length} pages of ${Math.round(meanLength)} characters: ${((usedUs.user + usedUs.system) / 1000 / pages.length).toFixed(2)} ms CPU a page, ${Math.round(process.memoryUsage().rss / 1e6)} MB resident\n`,
)

const BOMBS: Readonly<Record<string, (size: number) => string>> = {
  'unclosed comments': (size) => '<!-- a -- b'.repeat(size),
  'nested formatting': (size) => `<p>${'<b><i><u><font>'.repeat(size / 4)}word`,
  'class flood': (size) => Array.from({ length: size }, (_, index) => `<p class="a${index} b${index}-c">word`).join(''),
  'attribute names': (size) => `<p ${Array.from({ length: size }, (_, index) => `a${index}=b`).join(' ')}>word`,
  'odd entities': (size) => `<p title="${'&zzz;&copy'.repeat(size)}">${'&notit;&#150;'.repeat(size)}</p>`,
  'huge table': (size) => `<table>${'<tr><td>one<td>two'.repeat(size)}</table>`,
  'scripts': (size) => '<script>if (a < b) c("</div>")</script>'.repeat(size),
  'one text': (size) => `<p>${'Some words of a text. '.repeat(size)}</p>`,
  'nested div': (size) => `${'<div>'.repeat(size)}word${'</div>'.repeat(size)}`,
  'nested b and p': (size) => '<b><p>'.repeat(size),
  'unclosed a': (size) => '<a href=x>word '.repeat(size),
  'nested tables': (size) => '<table><tr><td>'.repeat(size),
  'stray end tags': (size) => `<p><b>x${'</i></u></p>'.repeat(size)}`,
  'attributes': (size) => `<p ${'class=x '.repeat(size)}>word`,
  'many classes': (size) => `<p class="${'x '.repeat(size)}">word</p>`.repeat(3),
  'list items': (size) => `<ul>${'<li>some words here'.repeat(size)}</ul>`,
  'entities': (size) => `<p>${'&amp;'.repeat(size)}</p>`,
  'less-than': (size) => '<'.repeat(size),
  'one long word': (size) => `<p>${'a'.repeat(size)}</p>`,
  'digits': (size) => `<p>${'12.'.repeat(size)}</p><p>${'2020-'.repeat(size / 2)}</p>`,
  'crumbs': (size) => `<p>Current: ${'Home > '.repeat(size)}</p>`,
  'bars': (size) => `<title>${'a | '.repeat(size)}</title><h1>${'b - '.repeat(size)}</h1><p>word</p>`,
  'spaces': (size) => `<p>x${' '.repeat(size)}y${'\n'.repeat(size)}z</p>`,
  'headings': (size) => '<h2>Related</h2><a href=x>y</a>'.repeat(size),
  'json-ld': (size) => `<script type="application/ld+json">${'[{"@type":"Article","a":'.repeat(size)}</script><p>word</p>`,
  'capitals': (size) => `<p>${'The Wire Press '.repeat(size)}</p>`,
  'quotes': (size) => `<p>${'"told '.repeat(size)}</p>`,
  'brand': (size) => `<h1>BlueHarbor|a headline of words</h1><p>${'BlueHarboron '.repeat(size)}</p>`,
} // biome-ignore format: a table reads better in rows

for (const [name, bomb] of Object.entries(BOMBS)) {
  const times = [25_000, 50_000, 100_000].map((size) => {
    const html = bomb(size)
    const beforeUs = process.cpuUsage()
    extractHtml(html, context)
    const spentUs = process.cpuUsage(beforeUs)
    return (spentUs.user + spentUs.system) / 1000
  })
  process.stdout.write(`${name}: ${times.map((ms) => ms.toFixed(0)).join(', ')} ms CPU for 25,000, 50,000, 100,000\n`)
}

if (xssFile) {
  const cases = JSON.parse(fs.readFileSync(xssFile, 'utf8')) as { input: unknown }[]
  let bad = 0
  for (const { input } of cases) {
    const payload = typeof input === 'string' ? input : JSON.stringify(input)
    const result = extractHtml(
      `<title>${payload}</title><h1>${payload}</h1><article><p>${'Some plain words of a text that is long enough to be kept. '.repeat(4)}</p><p>${payload}</p>${payload}<p>${'More plain words of the text. '.repeat(5)}</p></article>`,
      context,
    )
    if (result.ok && /"(?:href|url|image)":"(?!https?:|mailto:)/iu.test(JSON.stringify(result.value))) bad++
  }
  process.stdout.write(`${cases.length} payloads, ${bad} with an address that is not http, https or mailto\n`)
}
