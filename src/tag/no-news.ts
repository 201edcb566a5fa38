/** Text that is read: what kind it is shows at its beginning. */
const SAMPLE_UNITS = 500
const WALL =
  /\b(?:page not found|404|access denied|log ?in to continue|enable javascript|cookie policy|privacy policy|terms of (?:use|service)|captcha)\b/iu

/** Cookie notices, log-in walls and error pages that were taken for articles. */
export function looksLikeNoNews(title: string, text: string): boolean {
  return WALL.test(`${title}\n${text.slice(0, SAMPLE_UNITS)}`)
}
