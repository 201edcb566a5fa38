const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** A language's English name by its BCP 47 tag: `th` -> `Thai`; null for `und` and for what is no tag. */
export function languageName(language: string): string | null {
  if (language === 'und') return null
  try {
    return names.of(language) ?? null
  } catch {
    return null // no tag at all
  }
}
