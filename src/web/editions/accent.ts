/** The accent on light and on dark paper, `#rrggbb`. */
export type Accent = { light: string; dark: string }

/** Papers and cards of the style sheet, by theme: the accent is read on both. */
const GROUNDS = { light: ['#fdfcf9', '#f6f3ec'], dark: ['#171613', '#211f1b'] } as const
/** **Source:** WCAG 2.2, success criterion 1.4.3: text of ordinary size. */
const LEAST_CONTRAST = 4.5

/**
 * The accent of a site from one colour (`#rrggbb`; the one for dark paper is made lighter from it until it can be read) or two, light and dark,
 * parted by a blank. `ok: false` names the ratio that is too low and a colour near it that would do.
 */
export function accentOf(given: string): { ok: true; value: Accent } | { ok: false; reason: string } {
  const [light = '', dark] = given.toLowerCase().split(/\s+/)
  const onLight = readable(light, 'light')
  if (onLight !== null) return { ok: false, reason: onLight }
  if (dark === undefined) return { ok: true, value: { light, dark: nearest(light, 'dark') } }
  const onDark = readable(dark, 'dark')
  return onDark === null ? { ok: true, value: { light, dark } } : { ok: false, reason: onDark }
}

/** Why a colour cannot be read on a theme's grounds; null where it can. */
function readable(colour: string, theme: keyof typeof GROUNDS): string | null {
  const ratio = lowestContrast(colour, theme)
  if (ratio >= LEAST_CONTRAST) return null
  const shown = (Math.floor(ratio * 10) / 10).toFixed(1)
  return `${colour} on ${theme} paper has a contrast of ${shown}, and text needs ${LEAST_CONTRAST}; ${nearest(colour, theme)} would do`
}

function lowestContrast(colour: string, theme: keyof typeof GROUNDS): number {
  return Math.min(...GROUNDS[theme].map((ground) => contrast(colour, ground)))
}

/** The contrast of two colours, 1 to 21. **Source:** WCAG 2.2, definition of contrast ratio. */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** **Source:** WCAG 2.2, definition of relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}

/** Steps from a colour to black or white: fine enough that none is seen. */
const STEPS = 100

/** The first colour on the way to black (on light paper) or white (on dark) that can be read; at the end of the way every one can. */
function nearest(colour: string, theme: keyof typeof GROUNDS): string {
  const end = theme === 'light' ? 0 : 255
  for (let step = 0; step <= STEPS; step++) {
    const mixed = channels(colour).map((value) => Math.round(value + ((end - value) * step) / STEPS))
    const tried = `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
    if (lowestContrast(tried, theme) >= LEAST_CONTRAST) return tried
  }
  return theme === 'light' ? '#000000' : '#ffffff'
}
