import { html } from 'hono/html'
import type { PictureLinks } from '../pictures/picture-address.ts'
import type { Html } from './layout.ts'

/** How wide a picture stands in its page, for a browser that chooses among widths. */
export const PICTURE_SIZES = {
  body: '(max-width: 44rem) 92vw, 40rem',
  lead: '(max-width: 60rem) 92vw, 18rem',
} as const

const WIDTHS = [320, 640, 1280] as const
/** The box of a picture whose size is not known yet: that of most press photographs. */
const USUAL_BOX = { width: 3, height: 2 }
const USUAL_WIDTH = 640
/** Pixels down at most: an upright picture is made narrower, so that its caption stays on the screen. */
const TALLEST = 720

export type PictureShown = { address: string; alt: string; sizes: string; isFirst?: boolean }

/** A foreign picture by this site's own address, its box reserved; null where it cannot be shown. */
export function pictureView(links: PictureLinks, { address, alt, sizes, isFirst }: PictureShown): Html | null {
  const src = links.path(address, '640.webp')
  if (src === null) return null
  const known = links.size(address)
  const shape = known ?? USUAL_BOX
  const width = Math.round(
    Math.min(shape === known ? known.width : USUAL_WIDTH, USUAL_WIDTH, (TALLEST * shape.width) / shape.height),
  )
  const height = Math.max(1, Math.round((width * shape.height) / shape.width))
  const useful = WIDTHS.filter((_, at) => known === null || at === 0 || WIDTHS[at - 1]! < known.width) // at > 0
  const srcset = useful.map((across) => `${links.path(address, `${across}.webp`)} ${across}w`).join(', ')
  return html`<img src="${src}" srcset="${srcset}" sizes="${sizes}" width="${width}" height="${height}" alt="${alt}"${known ? '' : html` class="box"`} loading="${isFirst ? 'eager' : 'lazy'}" decoding="async">`
}
