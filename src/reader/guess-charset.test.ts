import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { guessCharset } from './guess-charset.ts'

/** Letters by encoding, found by decoding every byte and every pair: the platform only decodes. */
function encoderOf(charset: string): (text: string) => Uint8Array {
  const decoder = new TextDecoder(charset)
  const bytesOf = new Map<string, readonly number[]>()
  for (let first = 255; first >= 0; first--) {
    for (let second = 255; first > 127 && second >= 64; second--) {
      const pair = decoder.decode(Uint8Array.of(first, second))
      if ([...pair].length === 1 && pair !== '\ufffd') bytesOf.set(pair, [first, second])
    }
    const single = decoder.decode(Uint8Array.of(first))
    if ([...single].length === 1 && single !== '\ufffd') bytesOf.set(single, [first])
  }
  return (text) => Uint8Array.from([...text].flatMap((letter) => bytesOf.get(letter) ?? [63]))
}

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  'Der Fährverkehr über die Brücke bleibt für größere Wagen gesperrt': ['windows-1252'],
  'La librairie du port a rouvert ses portes après un hiver très long, dit-elle à l’élue': ['windows-1252'],
  'Os pescadores não conseguiram travar a dragagem; três estações já estão fechadas': ['windows-1252'],
  'Řidiči musí počítat s objížďkou, přístav zůstává uzavřen až do příští středy': ['windows-1250', 'iso-8859-2'],
  'Rybacy zażądali, żeby prace wstrzymać, aż będą gotowe wyniki badań rzeki': ['windows-1250', 'iso-8859-2'],
  'A kikötőt újra megnyitották, de a hajók csak délután indulhatnak a szigetek felé, közölték': ['windows-1250'],
  'Паром снова ходит между островами, сообщила в среду администрация порта': ['windows-1251', 'koi8-r', 'iso-8859-5'],
  'Το πλοίο έφτασε το πρωί στο λιμάνι και οι επιβάτες κατέβηκαν': ['windows-1253'],
  'הספינה הגיעה בבוקר אל הנמל והנוסעים ירדו אל הרציף': ['windows-1255'],
  'وصلت السفينة صباح اليوم إلى الميناء ونزل الركاب إلى الرصيف': ['windows-1256'],
  'เรือมาถึงท่าเรือในตอนเช้าและผู้โดยสารลงไปที่ท่า': ['windows-874'],
  '船は今朝、港に着き、乗客は桟橋に降りた。風が強いため次の便は出ない。': ['shift_jis', 'euc-jp'],
  '船今天早上到了港口，所有的人都下来了。因为风大，下午没有船。': ['gb18030'],
  '船今天早上到了港口，所有的人都下來了。因為風大，下午沒有船。': ['big5'],
  '배는 오늘 아침 항구에 도착했고 승객들은 부두에 내렸다. 바람이 강해서 다음 배는 없다.': ['euc-kr'],
} // biome-ignore format: a text a line

for (const [text, charsets] of Object.entries(TEXTS)) {
  for (const charset of charsets) {
    test(`${charset} is known by its letters: ${text.slice(0, 20)}`, () => {
      const bytes = encoderOf(charset)(`<p class="lead">${text}</p>`)
      assert.equal(new TextDecoder(guessCharset(bytes)).decode(bytes), `<p class="lead">${text}</p>`)
    })
  }
}

test('a long text without a single space is known by its start', () => {
  const bytes = encoderOf('gb18030')('船今天早上到了港口所有的人都下来了'.repeat(2_000))
  assert.equal(guessCharset(bytes), 'gb18030')
})

test('nothing, plain letters and a single accent are left to the default of the web', () => {
  for (const text of ['', 'plain words', 'caf\u00e9'])
    assert.equal(guessCharset(Uint8Array.from(text, (letter) => letter.charCodeAt(0))), 'windows-1252')
})

test('any bytes give an encoding that exists, in time that does not grow with a long tail', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => new TextDecoder(guessCharset(bytes)).encoding !== ''))
  const startMs = performance.now()
  guessCharset(new Uint8Array(8_000_000).fill(0xe9))
  assert.ok(performance.now() - startMs < 1_000)
})
