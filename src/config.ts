import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { z } from 'zod'
import { AppError } from './model/errors.ts'

/** One option: how it is checked, what it is when nobody says, and the line that every help text shows. */
type Option = { env: string; schema: z.ZodType; fallback: string; doc: string; secret?: true }

const hostPort = z.string().regex(/^(\[[0-9a-f:]+\]|[^\s:]+):\d{1,5}$/i, 'must be HOST:PORT, such as 127.0.0.1:8080')
const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'must be a language tag, such as de or zh-Hans')
const listOf = (item: z.ZodType<string, string>) =>
  z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(item))
const optionalUrl = z.union([z.literal(''), z.url({ protocol: /^https?$/, error: 'must be an http or https address' })])

/** One address, bare or after a name: nothing that could begin another header. */
const MAIL_FROM = /^(?:[^\s<>@",]+@[^\s<>@",]+|[^<>@",\p{Cc}]{1,80} <[^\s<>@",]+@[^\s<>@",]+>)$/u

/** Every option of TrendPulse, once: parsing, `--help`, `config` and docs/config.md are made from this table. */
export const OPTIONS = {
  listen: {
    env: 'TRENDPULSE_LISTEN',
    schema: hostPort,
    fallback: '127.0.0.1:8080',
    doc: 'address and port of the site (PORT alone sets the port)',
  },
  data: { env: 'TRENDPULSE_DATA', schema: z.string().min(1), fallback: './data', doc: 'folder of the embedded store' },
  databaseUrl: {
    env: 'DATABASE_URL',
    schema: z.union([z.literal(''), z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')]),
    fallback: '',
    doc: 'PostgreSQL 15 or later in place of the embedded store',
    secret: true,
  },
  baseUrl: {
    env: 'TRENDPULSE_BASE_URL',
    schema: optionalUrl,
    fallback: '',
    doc: 'public address of the site, for feeds, canonical links and hubs that tell of new entries (WebSub); without it feeds and links name the address that was asked, and no hub is asked',
  },
  hub: {
    env: 'TRENDPULSE_HUB',
    schema: z.union(
      [z.enum(['own', 'off']), z.url({ protocol: /^https?$/ })],
      'must be own, off, or an http or https address',
    ),
    fallback: 'own',
    doc: 'hub that tells others of new entries in the feeds of this site (WebSub), where TRENDPULSE_BASE_URL is set. own: this site itself, at /hub; an address: that hub; off: none',
  },
  name: { env: 'TRENDPULSE_NAME', schema: z.string().min(1).max(60), fallback: 'TrendPulse', doc: 'name of the site' },
  tagline: {
    env: 'TRENDPULSE_TAGLINE',
    schema: z.string().max(140),
    fallback: 'What rises, and why',
    doc: 'line under the name',
  },
  language: {
    env: 'TRENDPULSE_LANGUAGE',
    schema: languageTag,
    fallback: 'en',
    doc: 'language of the pages for readers whose browser asks for none of TRENDPULSE_LANGUAGES',
  },
  languages: {
    env: 'TRENDPULSE_LANGUAGES',
    schema: listOf(languageTag).transform((tags) => (tags.join() === 'all' ? [] : tags)),
    fallback: 'all',
    doc: 'languages that the pages are offered in (such as de,en,fr); all: every one that there is',
  },
  logo: {
    env: 'TRENDPULSE_LOGO',
    schema: z.string(),
    fallback: '',
    doc: 'SVG or PNG of at most 100 kB that stands for the name, in the head of the pages and as icon',
  },
  accent: {
    env: 'TRENDPULSE_ACCENT',
    schema: z.union([
      z.literal(''),
      z.string().regex(/^#[0-9a-f]{6}(?:\s+#[0-9a-f]{6})?$/i, 'must be one colour or two, such as #00695c'),
    ]),
    fallback: '',
    doc: 'colour of links and signs on light paper, and after a blank the one on dark paper; each must have a contrast of 4.5 there',
  },
  sections: {
    env: 'TRENDPULSE_SECTIONS',
    schema: listOf(z.string().max(80)),
    fallback: '',
    doc: 'sections in their order, each with a name of its own or without: sports,economy=Money; empty: all',
  },
  editions: {
    env: 'TRENDPULSE_EDITIONS',
    schema: z.string(),
    fallback: '',
    doc: 'JSON file of editions: host names with their own name, colours, sections and sources over this one store',
  },
  reactions: {
    env: 'TRENDPULSE_REACTIONS',
    schema: listOf(z.string().min(1).max(24)).transform((labels) => (labels.join() === 'off' ? [] : labels)),
    fallback: 'veryGood!,doubtful',
    doc: 'reactions that readers may give, the first is the favourable one; off: none',
  },
  views: {
    env: 'TRENDPULSE_VIEWS',
    schema: z.enum(['on', 'off'], 'must be on or off').transform((word) => word === 'on'),
    fallback: 'on',
    doc: 'off: how often articles are read is neither counted nor shown',
  },
  trustProxy: {
    env: 'TRENDPULSE_TRUST_PROXY',
    schema: z.enum(['on', 'off'], 'must be on or off').transform((word) => word === 'on'),
    fallback: 'off',
    doc: 'on: the site stands behind your own proxy, whose last X-Forwarded-For address tells readers apart',
  },
  countReading: {
    env: 'TRENDPULSE_COUNT_READING',
    schema: z.enum(['on', 'off'], 'must be on or off').transform((word) => word === 'on'),
    fallback: 'on',
    doc: 'on: For you and Recommendation learn from which places and reasons are chosen in them, and from stories that readers who said yes read together; sums alone are kept, never who read what. off: nothing is counted',
  },
  pictures: {
    env: 'TRENDPULSE_PICTURES',
    schema: z.enum(['on', 'off'], 'must be on or off').transform((word) => word === 'on'),
    fallback: 'on',
    doc: 'on: pages and feeds show the pictures of articles, fetched by this site when somebody first looks, made small and harmless, kept under the data folder. off: pictures are links',
  },
  pictureCacheMb: {
    env: 'TRENDPULSE_PICTURE_CACHE_MB',
    schema: z.coerce.number({ error: 'must be a whole number from 1 to 1000000' }).int().min(1).max(1_000_000),
    fallback: '500',
    doc: 'megabytes of pictures that are kept; beyond, what nobody has looked at for longest is forgotten',
  },
  keepPast: {
    env: 'TRENDPULSE_KEEP_PAST',
    schema: z.union([
      z.literal('all').transform(() => null),
      z.coerce.number({ error: 'must be all, or whole days from 1 to 36500' }).int().min(1).max(36_500),
    ]),
    fallback: 'all',
    doc: 'days for which pages can be shown as they stood (?at=); what stories, articles and the pulse were before is forgotten, articles are not',
  },
  allowPrivate: {
    env: 'TRENDPULSE_ALLOW_PRIVATE',
    schema: listOf(hostPort),
    fallback: '',
    doc: 'HOST:PORT,… that are not public and may be fetched all the same',
  },
  proxy: {
    env: 'TRENDPULSE_PROXY',
    schema: optionalUrl,
    fallback: '',
    doc: 'HTTP proxy (http://[NAME:PASSWORD@]HOST:PORT) for everything that is fetched but the hosts of TRENDPULSE_ALLOW_PRIVATE; it looks names up, so it must refuse private addresses itself',
    secret: true,
  },
  userAgent: {
    env: 'TRENDPULSE_USER_AGENT',
    schema: z.string().min(3).max(200),
    fallback: 'TrendPulse/0.1 (self-hosted news reader)',
    doc: 'how the site names itself to the sources it reads',
  },
  workers: {
    env: 'TRENDPULSE_WORKERS',
    schema: z.union([
      z.literal('auto').transform(() => Math.max(1, availableParallelism() - 1)),
      z.coerce.number({ error: 'must be auto or a whole number from 1 to 64' }).int().min(1).max(64),
    ]),
    fallback: 'auto',
    doc: 'threads that read foreign bytes; auto leaves one core to the writer and the site',
  },
  polls: {
    env: 'TRENDPULSE_POLLS',
    schema: z.coerce.number().int().min(1).max(256),
    fallback: '16',
    doc: 'feeds polled at the same time',
  },
  smtpUrl: {
    env: 'TRENDPULSE_SMTP_URL',
    schema: z.union([
      z.literal(''),
      z.url({ protocol: /^smtps?$/, error: 'must be smtp:// or smtps://[NAME:PASSWORD@]HOST[:PORT]' }),
    ]),
    fallback: '',
    doc: 'server that mail to watching readers leaves by (smtp://[NAME:PASSWORD@]HOST:587, or smtps:// with :465); empty: no mail',
    secret: true,
  },
  mailFrom: {
    env: 'TRENDPULSE_MAIL_FROM',
    schema: z.string().max(200).regex(MAIL_FROM, 'must be an address, such as news@example.org, or NAME <ADDRESS>'),
    fallback: 'trendpulse@localhost',
    doc: 'address that this mail comes from',
  },
  ntfyUrl: {
    env: 'TRENDPULSE_NTFY_URL',
    schema: optionalUrl,
    fallback: '',
    doc: 'ntfy server that watching readers may be told by, such as https://ntfy.sh; a private one must stand in TRENDPULSE_ALLOW_PRIVATE too',
  },
  ntfyToken: {
    env: 'TRENDPULSE_NTFY_TOKEN',
    schema: z.string().regex(/^[\x21-\x7e]*$/, 'must be one word'),
    fallback: '',
    doc: 'access token of that server, where it asks for one',
    secret: true,
  },
  oidcIssuer: {
    env: 'TRENDPULSE_OIDC_ISSUER',
    schema: optionalUrl,
    fallback: '',
    doc: 'sign-in service (OpenID Connect) that people may come by, such as https://login.example.org; a private one must stand in TRENDPULSE_ALLOW_PRIVATE too; empty: names and passwords alone',
  },
  oidcClientId: {
    env: 'TRENDPULSE_OIDC_CLIENT_ID',
    schema: z.string().max(200),
    fallback: '',
    doc: 'what that service knows this site by; it must send people back to /sign-in/service/back',
  },
  oidcClientSecret: {
    env: 'TRENDPULSE_OIDC_CLIENT_SECRET',
    schema: z.string().max(500),
    fallback: '',
    doc: 'secret that this site shows to that service, where it asks for one',
    secret: true,
  },
  oidcRole: {
    env: 'TRENDPULSE_OIDC_ROLE',
    schema: z.enum(['reader', 'editor', 'owner', 'off'], 'must be reader, editor, owner or off'),
    fallback: 'reader',
    doc: 'what somebody becomes whom that service knows and this site does not; off: only who was invited, or has an account, comes in',
  },
  demo: {
    env: 'TRENDPULSE_DEMO',
    schema: z.enum(['auto', 'off']),
    fallback: 'auto',
    doc: 'auto: an empty store shows the demo edition',
  },
  starter: {
    env: 'TRENDPULSE_STARTER',
    schema: z.string(),
    fallback: '',
    doc: 'file with the feeds that the first visit offers, a JSON list of {url, title, language, topic}; empty: the list that comes with the program',
  },
} as const satisfies Record<string, Option>

export type OptionName = keyof typeof OPTIONS

/** All options, checked. */
export type Config = {
  listen: string
  data: string
  databaseUrl: string
  baseUrl: string
  hub: string
  name: string
  tagline: string
  logo: string
  accent: string
  sections: string[]
  editions: string
  language: string
  languages: string[]
  reactions: string[]
  views: boolean
  trustProxy: boolean
  countReading: boolean
  pictures: boolean
  pictureCacheMb: number
  keepPast: number | null
  allowPrivate: string[]
  proxy: string
  userAgent: string
  workers: number
  polls: number
  smtpUrl: string
  mailFrom: string
  ntfyUrl: string
  ntfyToken: string
  oidcIssuer: string
  oidcClientId: string
  oidcClientSecret: string
  oidcRole: 'reader' | 'editor' | 'owner' | 'off'
  demo: 'auto' | 'off'
  starter: string
}

/** Where an option's value came from: a flag of the verb wins over the environment, that over the file, that over the default. */
export type Origin = 'flag' | 'environment' | 'file' | 'default'

/**
 * Reads all options from flags, environment (`NAME` or `NAME_FILE` for secrets) and the file that TRENDPULSE_CONFIG names.
 * @throws AppError invalid, naming the option, its value and what would be right
 */
export function readConfig(
  flags: Readonly<Partial<Record<OptionName, string>>>,
  env: Readonly<Record<string, string | undefined>>,
): { config: Config; origins: Record<OptionName, Origin> } {
  const file = readConfigFile(env.TRENDPULSE_CONFIG)
  const values: Record<string, unknown> = {}
  const origins = {} as Record<OptionName, Origin>
  for (const name of Object.keys(OPTIONS) as OptionName[]) {
    const { text, origin } = rawValue(name, flags, env, file)
    const parsed = OPTIONS[name].schema.safeParse(text)
    if (!parsed.success) {
      const what = OPTIONS[name] as Option
      const shown = what.secret ? '(hidden)' : `"${text}"`
      throw new AppError(
        'invalid',
        `${what.env} is ${shown}: ${parsed.error.issues[0]?.message ?? 'not allowed'} (${what.doc})`,
      )
    }
    values[name] = parsed.data
    origins[name] = origin
  }
  return { config: values as Config, origins } // each value was checked by its own schema
}

function rawValue(
  name: OptionName,
  flags: Readonly<Partial<Record<OptionName, string>>>,
  env: Readonly<Record<string, string | undefined>>,
  file: Readonly<Record<string, string>>,
): { text: string; origin: Origin } {
  const option = OPTIONS[name]
  const flag = flags[name]
  if (flag !== undefined) return { text: flag, origin: 'flag' }
  const own = env[option.env] ?? secretFile(env, option.env)
  if (own !== undefined) return { text: own, origin: 'environment' }
  if (name === 'listen' && env.PORT) return { text: `127.0.0.1:${env.PORT}`, origin: 'environment' }
  const filed = file[name]
  return filed === undefined ? { text: option.fallback, origin: 'default' } : { text: filed, origin: 'file' }
}

function secretFile(env: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  const path = env[`${name}_FILE`]
  if (!path) return undefined
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (cause) {
    throw new AppError('invalid', `${name}_FILE cannot be read: ${path}`, { cause })
  }
}

function readConfigFile(path: string | undefined): Record<string, string> {
  if (!path) return {}
  try {
    const Entries = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))
    const entries = Object.entries(Entries.parse(JSON.parse(readFileSync(path, 'utf8'))))
    const unknown = entries.find(([name]) => !Object.hasOwn(OPTIONS, name))
    if (unknown)
      throw new AppError('invalid', `unknown option ${unknown[0]}; known are ${Object.keys(OPTIONS).join(', ')}`)
    return Object.fromEntries(
      entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value)]),
    )
  } catch (cause) {
    throw new AppError('invalid', `configuration file ${path}: ${(cause as Error).message}`, { cause })
  }
}
