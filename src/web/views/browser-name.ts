/** Names in the order in which they are looked for: most browsers name those before them too. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|Opera)\//, 'Opera'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|HeadlessChrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPad\b/, 'iPad'],
  [/\biPhone\b/, 'iPhone'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]
/** Of a name that nobody here knows. */
const MAX_OTHER = 60

/** A browser by its `User-Agent`, as people tell their own apart: `Firefox`, `Windows`. What is not known is shown as it calls itself. */
export function browserName(agent: string): { browser: string; system: string | null } {
  const named = (list: typeof BROWSERS) => list.find(([sign]) => sign.test(agent))?.[1] ?? null
  const browser = named(BROWSERS)
  return browser === null ? { browser: agent.slice(0, MAX_OTHER), system: null } : { browser, system: named(SYSTEMS) }
}
