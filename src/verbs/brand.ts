import { readFileSync } from 'node:fs'
import { AppError } from '../model/errors.ts'
import { accentOf } from '../web/editions/accent.ts'
import { accentedStyle, logoFile } from '../web/editions/brand-files.ts'
import type { Brand } from '../web/site.ts'

/** The files of a brand. @throws AppError invalid for a logo that is no picture, or an accent that cannot be read */
export function brandFiles(
  { logo, accent }: { logo: string | null; accent: string | null },
  where: string,
): Pick<Brand, 'logo' | 'style'> {
  return {
    ...(logo === null ? {} : { logo: readLogo(logo, where) }),
    ...(accent === null ? {} : { style: accentedStyle(readAccent(accent, where)) }),
  }
}

function readLogo(path: string, where: string) {
  let bytes: Uint8Array<ArrayBuffer>
  try {
    bytes = new Uint8Array(readFileSync(path))
  } catch (cause) {
    throw new AppError('invalid', `${where}: the logo ${path} cannot be read`, { cause })
  }
  const logo = logoFile(bytes)
  if (!logo.ok) throw new AppError('invalid', `${where}: the logo ${path} ${logo.reason}`)
  return logo.value
}

function readAccent(given: string, where: string) {
  if (!/^#[0-9a-f]{6}(?:\s+#[0-9a-f]{6})?$/i.test(given))
    throw new AppError(
      'invalid',
      `${where}: the accent “${given}” must be one colour or two, such as #00695c or "#00695c #7fd6c8"`,
    )
  const accent = accentOf(given)
  if (!accent.ok) throw new AppError('invalid', `${where}: the accent ${accent.reason}`)
  return accent.value
}
