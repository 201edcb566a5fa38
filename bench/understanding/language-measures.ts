/** Share of texts whose language is right, 0 to 1, by the kind of the text. */
export type LanguageGold = { id: string; language: string; kind: string }

/** Codes that the data and programs write apart and readers hold for one language. */
const ONE_LANGUAGE: Readonly<Record<string, string>> = { nb: 'no', nn: 'no', iw: 'he', in: 'id' }

/** Whether a program's answer is the gold language: primary subtags, both Norwegians one, old codes as new. A missing answer is wrong. */
export function isLanguage(answer: string | null | undefined, gold: string): boolean {
  return primary(answer ?? '') === primary(gold)
}

/** Share of `golds` that are right, 0 to 1; null for none. */
export function languageShare(
  golds: readonly LanguageGold[],
  answers: ReadonlyMap<string, { language?: string | null }>,
): number | null {
  if (golds.length === 0) return null
  return golds.filter(({ id, language }) => isLanguage(answers.get(id)?.language, language)).length / golds.length
}

function primary(code: string): string {
  const subtag = code.toLowerCase().split('-')[0] ?? ''
  return ONE_LANGUAGE[subtag] ?? subtag
}
