/** Text that is read: what kind it is shows at its beginning. */
const SAMPLE_UNITS = 4000
const WALL =
  /\b(?:page not found|404|access denied|log ?in to continue|enable javascript|cookie policy|privacy policy|terms of (?:use|service)|captcha)\b/iu

/** Cookie notices, log-in walls and error pages that were taken for articles. */
export function looksLikeNoNews(title: string, text: string, _language: string): boolean {
  return text.length < 1500 && WALL.test(`${title}\n${text.slice(0, SAMPLE_UNITS)}`)
}
