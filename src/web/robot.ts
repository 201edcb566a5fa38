/** Words of programs that fetch pages by themselves: crawlers, previews, monitors, libraries. */
const WORDS =
  /bot\b|bots?[/;)]|crawl|spider|slurp|archiver|scrap[ye]|headless|lighthouse|pingdom|uptime|monitor|preview|facebookexternalhit|embedly|validator|feed(?:ly|burner|fetcher|parser)|^(?:curl|wget|python|java|go-http|okhttp|axios|node|undici|libwww|ruby|php|perl|httpie|guzzle|aiohttp|httpx|apache-httpclient|postman)\b/i

/** True for a program that calls itself one, or says nothing of itself. What lies about itself is met by the limits of an address. */
export function isRobot(userAgent: string): boolean {
  return userAgent.trim() === '' || WORDS.test(userAgent)
}
