export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif'

/** Bytes of a file that are looked at for `<svg`. */
const LOOKED_AT = 1_024

/**
 * What a file is by its own first bytes; its name and type are strangers' words. `svg` is told apart because it is refused by name.
 * Null for everything else. **Source:** WHATWG MIME Sniffing §6.1; AVIF 1.1 §6 (brands).
 */
export function pictureFormat(bytes: Uint8Array): PictureFormat | 'svg' | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LOOKED_AT)).toString('latin1')
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'gif'
  if (head.startsWith('RIFF') && head.startsWith('WEBPVP', 8)) return 'webp'
  if (head.startsWith('ftyp', 4) && /avi[fs]/.test(head.slice(8, 40))) return 'avif'
  return /<svg[\s>/]|<!DOCTYPE svg/i.test(head.replaceAll('\0', '')) ? 'svg' : null
}
