import sharp, { type Sharp } from 'sharp'
import { drawPicture } from '../src/demo/draw-picture.ts'
import { makePicture } from '../src/ingest/pictures/make-picture.ts'

/** What does one foreign picture cost, once, and would AVIF pay? CPU time of this process; the pictures are drawn, with the grain of a camera. */
const ROUNDS = 5
const SIZES = [1_200, 2_400, 6_000] as const

const rows: string[] = []
for (const width of SIZES) {
  const photograph = await grainy(width)
  const jpeg = await photograph.clone().jpeg({ quality: 88 }).toBuffer()
  const { height = 0 } = await sharp(jpeg).metadata()
  const made = await makePicture(jpeg)
  const kilobytes = made.ok
    ? made.value.forms.map(({ form, bytes }) => `${form} ${Math.round(bytes.length / 1_000)}`).join(', ')
    : made.reason
  const costs = await cpuMs(() => makePicture(jpeg))
  const raw = await sharp(jpeg)
    .resize({ width: 1_280, withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const from = () => sharp(raw.data, { raw: { width: raw.info.width, height: raw.info.height, channels: 3 } })
  const webp = await cpuMs(() => from().webp({ quality: 75 }).toBuffer())
  const avif = await cpuMs(() => from().avif({ quality: 50, effort: 2 }).toBuffer())
  const sizes = [
    await from().webp({ quality: 75 }).toBuffer(),
    await from().avif({ quality: 50, effort: 2 }).toBuffer(),
  ]
  const [webpKb, avifKb] = sizes.map((bytes) => Math.round(bytes.length / 1_000))
  rows.push(
    `| ${width} × ${height}, ${Math.round(jpeg.length / 1_000)} kB | ${costs} | ${kilobytes} | ${webp} ms, ${webpKb} kB | ${avif} ms, ${avifKb} kB |`,
  )
}
process.stdout.write(
  `| JPEG in | CPU ms, all forms | kB out | largest as WebP | largest as AVIF (effort 2) |\n|---|---|---|---|---|\n${rows.join('\n')}\n`,
)

async function grainy(width: number): Promise<Sharp> {
  const { data, ...raw } = drawPicture('bench')
  const picture = await sharp(data, { raw }).resize({ width }).png().toBuffer({ resolveWithObject: true })
  const { height } = picture.info
  const grain = await sharp({
    create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 12 } },
  })
    .blur(0.8)
    .png()
    .toBuffer()
  return sharp(
    await sharp(picture.data)
      .composite([{ input: grain, blend: 'soft-light' }])
      .png({ compressionLevel: 1 })
      .toBuffer(),
  )
}

async function cpuMs(work: () => Promise<unknown>): Promise<number> {
  const costs: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage()
    await work()
    const used = process.cpuUsage(before)
    costs.push((used.user + used.system) / 1_000)
  }
  return Math.round(costs.sort((a, b) => a - b)[ROUNDS >> 1]!) // ROUNDS is odd: the middle one
}
