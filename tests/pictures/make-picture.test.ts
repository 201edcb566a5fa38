import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import sharp from 'sharp'
import { createPictureMaker, type PictureMaker } from '../../src/ingest/pictures/picture-maker.ts'
import { throwAwayFolder } from '../engines.ts'
import { bomb, noise, photographWithPlace } from './sample-pictures.ts'

/** A deadline that a machine with a load of twelve keeps. */
const PATIENT = { taskMs: 60_000 }

describe('a foreign picture', () => {
  const maker = createPictureMaker({ limits: PATIENT })
  after(() => maker.close())

  it('becomes WebP of three widths and a JPEG, whatever it was', async () => {
    const source = sharp({ create: { width: 1500, height: 1000, channels: 3, background: '#3a7' } })
    for (const format of ['jpeg', 'png', 'webp', 'gif'] as const) {
      const made = await madeBy(maker, await source.clone().toFormat(format).toBuffer())
      assert.deepEqual([made.width, made.height], [1280, 853], format)
      assert.deepEqual(
        made.forms.map(({ form }) => form),
        ['1280.webp', '640.webp', '320.webp', '640.jpg'],
      )
      for (const { form, bytes } of made.forms) {
        const { width, format: found } = await sharp(bytes).metadata()
        const [across, ending] = form.split('.')
        assert.deepEqual([width, found], [Number(across), ending === 'jpg' ? 'jpeg' : ending])
      }
    }
    const avif = await madeBy(maker, await noise(200, 100).avif({ effort: 0 }).toBuffer())
    assert.deepEqual([avif.width, avif.height], [200, 100])
  })

  it('is never made larger', async () => {
    const made = await madeBy(maker, await noise(200, 100).jpeg().toBuffer())
    assert.deepEqual(
      await Promise.all(made.forms.map(async ({ bytes }) => (await sharp(bytes).metadata()).width)),
      [200, 200],
    )
  })

  it('loses its place and camera, and stands upright', async () => {
    const file = await photographWithPlace()
    assert.ok(file.includes('Invented Camera 9'))
    const made = await madeBy(maker, file)
    assert.deepEqual([made.width, made.height], [60, 90])
    for (const { bytes } of made.forms) {
      const { exif, icc, xmp, iptc, orientation } = await sharp(bytes).metadata()
      assert.deepEqual([exif, icc, xmp, iptc, orientation], [undefined, undefined, undefined, undefined, undefined])
      assert.ok(!Buffer.from(bytes).includes('Invented Camera'))
    }
  })

  it('keeps its colours from print, from grey and from sixteen bits', async () => {
    const red = sharp({ create: { width: 40, height: 30, channels: 3, background: '#c02020' } })
    const files = [
      await red.clone().toColourspace('cmyk').jpeg().toBuffer(),
      await red.clone().toColourspace('rgb16').png().toBuffer(),
    ]
    for (const file of files) {
      const [r, g] = await firstPixel((await madeBy(maker, file)).forms[0]!.bytes)
      assert.ok(r! > 120 && g! < 110, `${r} ${g}`)
    }
    const grey = await madeBy(
      maker,
      await sharp({ create: { width: 40, height: 30, channels: 3, background: '#404040' } })
        .toColourspace('b-w')
        .png()
        .toBuffer(),
    )
    const [r, g, b] = await firstPixel(grey.forms[0]!.bytes)
    assert.ok(Math.abs(r! - 64) < 12 && Math.abs(g! - 64) < 12 && Math.abs(b! - 64) < 12, `${r} ${g} ${b}`)
  })

  it('stays still: of a film the first frame', async () => {
    const frames = await sharp([await noise(60, 40).png().toBuffer(), await noise(60, 40).png().toBuffer()], {
      join: { animated: true },
    })
      .gif()
      .toBuffer()
    assert.equal((await sharp(frames).metadata()).pages, 2)
    const { pages } = await sharp((await madeBy(maker, frames)).forms[0]!.bytes).metadata()
    assert.ok(pages === undefined || pages === 1)
  })

  it('brings nothing along that was hidden in its file', async () => {
    const script = '<script>alert(1)</script>'
    const file = Buffer.concat([await noise(60, 40).jpeg().toBuffer(), Buffer.from(`<html>${script}PK\x03\x04`)])
    for (const { bytes } of (await madeBy(maker, file)).forms) assert.ok(!Buffer.from(bytes).includes('script'))
  })

  it('is refused by name where it is none, or harms', async () => {
    const whole = await noise(900, 600).jpeg().toBuffer()
    const files: [string, Uint8Array][] = [
      ['svg', Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
      ['svg', Buffer.from('\ufeff<svg/>')],
      ['not-a-picture', Buffer.from('<!doctype html><p>Not found')],
      ['not-a-picture', Buffer.from('%PDF-1.7')],
      [
        'not-a-picture',
        await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
          .tiff()
          .toBuffer(),
      ],
      ['not-a-picture', Buffer.alloc(0)],
      ['counter', await noise(1, 1).gif().toBuffer()],
      ['counter', await noise(3, 3).png().toBuffer()],
      ['counter', await noise(600, 2).png().toBuffer()],
      ['too-many-pixels', await bomb()],
      ['damaged', whole.subarray(0, whole.length / 2)],
      ['damaged', Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(40, 0x41)])],
      ['damaged', Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBPVP8 '), Buffer.alloc(40)])],
    ]
    for (const [reason, bytes] of files) {
      const answer = await maker.make({ bytes })
      assert.equal(answer.ok ? 'made' : answer.reason, reason)
    }
    assert.ok((await maker.make({ bytes: whole })).ok, 'and the process lives')
  })

  it('of the demo edition is the same for the same address', async () => {
    const [one, again, other] = await Promise.all(['a', 'a', 'b'].map((draw) => maker.make({ draw })))
    assert.deepEqual(one, again)
    assert.notDeepEqual(one, other)
  })
})

describe('the process that decodes', () => {
  it('is replaced when it dies or hangs, and only its own picture is lost', async () => {
    const maker = makerOf(
      `if (task.bytes[0] === 0) process.kill(process.pid, 'SIGKILL')
       else if (task.bytes[0] !== 1) process.send({ ok: true, value: { width: task.bytes[0], height: 1, forms: [] } })`,
      { taskMs: 1_500 },
    )
    const answers = await Promise.all([2, 0, 3, 1, 4].map((first) => maker.make({ bytes: Uint8Array.of(first) })))
    maker.close()
    assert.deepEqual(
      answers.map((answer) => (answer.ok ? answer.value.width : answer.reason)),
      [2, 'crashed', 3, 'timeout', 4],
    )
  })

  it('knows no secret of this one, and can read and start nothing', async () => {
    process.env.TRENDPULSE_SECRET_OF_THE_TEST = 'x'
    const maker = makerOf(
      `const fs = await import('node:fs'), child = await import('node:child_process')
       const denied = []
       for (const act of [() => fs.readFileSync('/etc/passwd'), () => fs.writeFileSync('/tmp/x-of-the-test', ''), () => child.execSync('true')])
         try { act() } catch (error) { denied.push(error.code) }
       process.send({ ok: false, reason: 'damaged', detail: JSON.stringify([Object.keys(process.env).filter((name) => name.startsWith('TRENDPULSE') || name.startsWith('DATABASE')), denied]) })`,
      PATIENT,
    )
    const answer = await maker.make({ bytes: Uint8Array.of(1) })
    maker.close()
    assert.deepEqual(answer.ok ? null : JSON.parse(answer.detail), [
      [],
      ['ERR_ACCESS_DENIED', 'ERR_ACCESS_DENIED', 'ERR_ACCESS_DENIED'],
    ])
  })

  it('that takes more memory than it may is lost alone', { skip: process.platform !== 'linux' }, async () => {
    const maker = makerOf(
      `const kept = []
       if (task.bytes[0] === 1) for (;;) kept.push(Buffer.alloc(50_000_000, 1))
       process.send({ ok: true, value: { width: 1, height: 1, forms: [] } })`,
      PATIENT,
    )
    const answers = [await maker.make({ bytes: Uint8Array.of(1) }), await maker.make({ bytes: Uint8Array.of(2) })]
    maker.close()
    assert.deepEqual(
      answers.map((answer) => (answer.ok ? 'made' : answer.reason)),
      ['crashed', 'made'],
    )
  })

  it('that cannot start keeps nobody waiting', async () => {
    const maker = createPictureMaker({ entry: pathToFileURL(join(throwAwayFolder(), 'nothing-here.mjs')) })
    const answer = await maker.make({ bytes: Uint8Array.of(1) })
    maker.close()
    assert.equal(answer.ok ? 'made' : answer.reason, 'busy')
  })
})

function makerOf(onTask: string, limits: { taskMs: number }): PictureMaker {
  const path = join(throwAwayFolder(), 'process.mjs')
  writeFileSync(
    path,
    `process.on('message', async (task) => { ${onTask} })\nprocess.on('disconnect', () => process.exit())\nprocess.send('ready')\n`,
  )
  return createPictureMaker({ entry: pathToFileURL(path), limits })
}

async function madeBy(maker: PictureMaker, bytes: Uint8Array) {
  const answer = await maker.make({ bytes })
  assert.ok(answer.ok, answer.ok ? '' : `${answer.reason}: ${answer.detail}`)
  return answer.value
}

async function firstPixel(bytes: Uint8Array): Promise<number[]> {
  return [...(await sharp(bytes).raw().toBuffer()).subarray(0, 3)]
}
