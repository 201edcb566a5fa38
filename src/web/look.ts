/** How a reader wants pages to look. Every combination is one of a small closed set. */
export type Look = {
  theme: (typeof THEMES)[number]
  /** 1 (smallest) to 5; 3 is the size that the browser is set to. */
  size: (typeof SIZES)[number]
  face: (typeof FACES)[number]
  density: (typeof DENSITIES)[number]
}

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const
export const SIZES = ['1', '2', '3', '4', '5'] as const
export const FACES = ['serif', 'sans'] as const
export const DENSITIES = ['airy', 'dense'] as const

/** The cookie that holds a look as four words: `dark.4.sans.dense`. It says nothing else of its reader. */
export const LOOK_COOKIE = 'trendpulse_look'
/** A browser remembers a look for this long after it was chosen. */
export const LOOK_DAYS = 400

/** What each choice changes: declarations alone, so that a class of the page and a style sheet of its own can both say them. */
const DECLARED: Readonly<Record<string, string>> = {
  light: 'color-scheme:light',
  dark: 'color-scheme:dark',
  contrast:
    '--ink:light-dark(#000,#fff);--soft:light-dark(#000,#fff);--faint:light-dark(#000,#fff);--line:light-dark(#000,#fff);--paper:light-dark(#fff,#000);--card:light-dark(#fff,#000);--accent:light-dark(#8a0f08,#ffb0a5)',
  'size-1': '--size:.86',
  'size-2': '--size:.93',
  'size-4': '--size:1.14',
  'size-5': '--size:1.3',
  sans: '--serif:var(--sans)',
  dense: '--air:.55;--leading:1.45',
}

/** A look from a cookie's value; what it does not say, or nobody knows, is as it is without one. */
export function lookOf(cookie: string | undefined): Look {
  const said = new Set((cookie ?? '').slice(0, 60).split('.'))
  const one = <Value extends string>(values: readonly Value[], usual: Value) =>
    values.find((value) => said.has(value)) ?? usual
  return {
    theme: one(THEMES, 'system'),
    size: one(SIZES, '3'),
    face: one(FACES, 'serif'),
    density: one(DENSITIES, 'airy'),
  }
}

/** A look as its cookie holds it; empty for the usual one. */
export function lookText(look: Look): string {
  const text = [look.theme, look.size, look.face, look.density].join('.')
  return text === 'system.3.serif.airy' ? '' : text
}

/** The style sheet of one look, for readers without scripts; empty for the usual one. */
export function lookStyle(look: Look): string {
  const said = [look.theme, `size-${look.size}`, look.face, look.density].flatMap((name) => DECLARED[name] ?? [])
  return said.length === 0 ? '' : `:root{${said.join(';')}}\n`
}

/** All looks as classes of the root element, which the script sets before anything is painted. */
export function lookClasses(): string {
  return Object.entries(DECLARED)
    .map(([name, said]) => `:root.${name}{${said}}\n`)
    .join('')
}
