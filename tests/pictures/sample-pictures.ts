import sharp, { type Sharp } from 'sharp'

/** A photograph of nothing: noise, so that it does not shrink to a few bytes. */
export function noise(width: number, height: number): Sharp {
  return sharp({
    create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 30 } },
  })
}

/** A JPEG that says where it was taken, by which camera, and that it must be turned by a quarter. */
export function photographWithPlace(): Promise<Buffer> {
  return noise(90, 60)
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Model: 'Invented Camera 9' },
      IFD3: { GPSLatitude: '51/1 30/1 0/1', GPSLatitudeRef: 'N' },
    })
    .jpeg()
    .toBuffer()
}

/** A PNG of a few hundred bytes that announces 50,000 by 50,000 pixels. */
export async function bomb(): Promise<Buffer> {
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  png.writeUInt32BE(50_000, 16)
  png.writeUInt32BE(50_000, 20)
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  return png
}

/** **Source:** PNG specification, annex D. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
