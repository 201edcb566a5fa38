import { hash32 } from '../text/hash.ts'
import { type Random, seededRandom } from './random.ts'

const WIDTH = 960
const HEIGHT = 600
/** Hues of a sky and of the hills before it, in degrees: morning, noon, evening, night, haze. */
const LIGHTS = [
  { sky: 28, hills: 210 },
  { sky: 205, hills: 150 },
  { sky: 345, hills: 265 },
  { sky: 222, hills: 235 },
  { sky: 48, hills: 95 },
] as const
const RIDGES = 5

type Colour = readonly [red: number, green: number, blue: number]

/** An invented picture for an invented article: ridges before a sky, the same for the same seed. Three bytes a pixel, row by row. */
export function drawPicture(seed: string): { data: Buffer; width: number; height: number; channels: 3 } {
  const random = seededRandom(hash32(seed))
  const light = random.pick(LIGHTS)
  const sun = {
    x: WIDTH * (0.2 + 0.6 * random.next()),
    y: HEIGHT * (0.18 + 0.25 * random.next()),
    radius: 26 + 34 * random.next(),
  }
  const ridges = Array.from({ length: RIDGES }, (_, index) => ridge(random, index))
  const colours = ridges.map((_, index) => colourOf(light.hills, 0.3, 0.66 - 0.12 * index))
  const top = colourOf(light.sky, 0.42, 0.6)
  const low = colourOf(light.sky, 0.6, 0.88)
  const data = Buffer.alloc(WIDTH * HEIGHT * 3)
  for (let x = 0; x < WIDTH; x++) {
    const heights = ridges.map((height) => height(x))
    for (let y = 0; y < HEIGHT; y++) {
      const front = heights.findLastIndex((height) => y >= height)
      const colour =
        front === -1 ? skyAt(x, y, { top, low, sun }) : hazed(colours[front]!, low, (y - heights[front]!) / HEIGHT) // one colour a ridge
      data.set(colour, (y * WIDTH + x) * 3)
    }
  }
  return { data, width: WIDTH, height: HEIGHT, channels: 3 }
}

/** Height of a ridge's edge by column, from the top: three waves, the nearer the lower and the rougher. */
function ridge(random: Random, index: number): (x: number) => number {
  const base = HEIGHT * (0.44 + 0.12 * index)
  const waves = [1, 2.3, 5.1].map((pace, at) => ({
    size: ((30 + 14 * random.next()) * (1 + index * 0.15)) / (at + 1) ** 1.4,
    pace: (pace * (0.8 + 0.6 * random.next()) * 2 * Math.PI) / WIDTH,
    shift: random.next() * 2 * Math.PI,
  }))
  return (x) => base + waves.reduce((sum, { size, pace, shift }) => sum + size * Math.sin(x * pace + shift), 0)
}

function skyAt(
  x: number,
  y: number,
  { top, low, sun }: { top: Colour; low: Colour; sun: { x: number; y: number; radius: number } },
): Colour {
  const ground = mixed(top, low, y / (HEIGHT * 0.7))
  const distance = Math.hypot(x - sun.x, y - sun.y)
  if (distance < sun.radius) return mixed(ground, [255, 250, 235], Math.min(1, (sun.radius - distance) / 2) * 0.85)
  return mixed(ground, [255, 246, 225], 0.35 * Math.exp(-(distance - sun.radius) / 110))
}

/** A ridge is clear at its edge and fades into the haze at its foot. */
function hazed(colour: Colour, haze: Colour, depth: number): Colour {
  return mixed(colour, haze, Math.min(0.3, depth * 1.2))
}

function mixed(from: Colour, to: Colour, share: number): Colour {
  const part = Math.max(0, Math.min(1, share))
  return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part, from[2] + (to[2] - from[2]) * part]
}

/** Hue in degrees, saturation and lightness from 0 to 1. **Source:** CSS Color 4 §7.1 (HSL to RGB). */
function colourOf(hue: number, saturation: number, lightness: number): Colour {
  const channel = (n: number) => {
    const k = (n + hue / 30) % 12
    return 255 * (lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1)))
  }
  return [channel(0), channel(8), channel(4)]
}
