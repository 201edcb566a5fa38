import type { Block } from '../../model/block.ts'
import { PICTURE_FORMS, type PictureForm, type PictureSize } from '../../model/picture.ts'
import { sameText, sign } from '../owner.ts'
import type { Site } from '../site.ts'

/** Letters of an address that is passed on; longer ones hold what belongs to a reader, not to a picture. */
const MAX_ADDRESS = 2_000
/** Pictures of one text that are shown; further ones are linked. */
export const MAX_PICTURES = 30
/** Letters of the mark: 132 bits. */
const MARK = 22

/** Where this site shows foreign pictures. */
export type PictureLinks = {
  /** Path of one form; null for what cannot be shown: no http address, too long, or known to fail. */
  path: (address: string, form: PictureForm) => string | null
  /** Its size where it has been made before. */
  size: (address: string) => PictureSize | null
}

/** How pages of this site name foreign pictures; null where it shows none. */
export function pictureLinks(site: Site): PictureLinks | null {
  const { pictures } = site
  if (!pictures) return null
  return {
    path: (address, form) => {
      const known = pictures.known(address)
      return known !== null && 'refused' in known ? null : picturePath(site, address, form)
    },
    size: (address) => {
      const known = pictures.known(address)
      return known === null || 'refused' in known ? null : known
    },
  }
}

/** Where this site shows the pictures of a text to reader apps, by their own addresses: JPEG, which every one of them can show. Empty where it shows none. */
export function picturesOf(site: Site, blocks: readonly Block[], origin: string): Readonly<Record<string, string>> {
  const links = pictureLinks(site)
  if (!links) return {}
  const images = blocks.filter((block) => block.kind === 'image').slice(0, MAX_PICTURES)
  return Object.fromEntries(
    images.flatMap(({ url }) => {
      const path = links.path(url, '640.jpg')
      return path === null ? [] : [[url, `${origin}${path}`]]
    }),
  )
}

/**
 * Path under which this site gives out a foreign picture. Its mark covers the address: nobody can have the site fetch what none of its
 * pages shows. Widths and formats are a closed list and need no mark. Null for what is no http address.
 */
export function picturePath(site: Site, address: string, form: PictureForm): string | null {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol) || address.length > MAX_ADDRESS) return null
  return `/picture/${markOf(site, address)}${Buffer.from(address).toString('base64url')}/${form}`
}

/** What a path asks for; null for a mark that this site did not make. */
export function readPicturePath(
  site: Site,
  signed: string,
  form: string,
): { address: string; form: PictureForm } | null {
  const known = PICTURE_FORMS.find((one) => one === form)
  if (known === undefined || signed.length <= MARK || signed.length > MARK + MAX_ADDRESS * 4) return null
  const address = Buffer.from(signed.slice(MARK), 'base64url').toString('utf8')
  return sameText(signed.slice(0, MARK), markOf(site, address)) ? { address, form: known } : null
}

function markOf(site: Site, address: string): string {
  return sign(site, `picture:${address}`).slice(0, MARK)
}
