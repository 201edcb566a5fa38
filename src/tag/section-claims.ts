import type { Section } from '../model/tag.ts'
import { foldWord, words } from '../text/words.ts'

/** What sites call their sections, folded into ours; words that name none ("Home", "Scams", "News") are left out. */
const CLAIMS: readonly [Section, string][] = [
  [
    'society',
    'politics politik politica política politique policy government world welt mundo monde international nation national us uk europe asia africa society gesellschaft sociedad sociedade société societe crime law justice education schule education religion war conflict elections election local panorama inland ausland society поиттика политика общество мир 政治 社会 社會 国际 國際',
  ],
  [
    'economy',
    'economy economics business wirtschaft economia economía économie economie finance finances finanzen markets market money companies jobs property energy börse экономика бизнес 经济 經濟 財經 财经',
  ],
  [
    'technology',
    'technology tech technologie tecnologia tecnología technik digital digitales computer computing internet software gadgets mobile ai cybersecurity security netzwelt netz gaming технологии 科技',
  ],
  [
    'sports',
    'sport sports deportes esportes esporte football soccer futbol fútbol futebol fussball fußball tennis golf cricket rugby nba nfl mlb nhl olympics formula1 f1 cycling спорт 体育 體育 スポーツ',
  ],
  [
    'entertainment',
    'entertainment culture kultur cultura culture arts art film films movies movie music musik musica música tv television celebrity celebrities people stars books theatre theater fashion style unterhaltung feuilleton espectáculos entretenimiento lifestyle культура 娱乐 娛樂 文化',
  ],
  [
    'science',
    'science sciences wissenschaft ciencia ciência scienza health gesundheit salud saúde salute sante santé environment umwelt climate klima space medicine wissen nature наука здоровье 科学 健康',
  ],
  [
    'other',
    'travel reisen reise viajes food recipes rezepte weather wetter horoscope auto cars motoring garden opinion',
  ],
]

/** Our section by a site's folded word for one. */
export const CLAIMED_SECTIONS: ReadonlyMap<string, Section> = new Map(
  CLAIMS.flatMap(([section, names]) => names.split(' ').map((name): [string, Section] => [foldWord(name), section])),
)

/** Claims of one page that are read, and UTF-16 units of each. */
const MAX_CLAIMS = 20
const MAX_CLAIM_UNITS = 100

/** Sections that the page's own words name, each once, innermost crumb counting like the rest. */
export function claimedSections(claimed: readonly string[]): Set<Section> {
  const sections = new Set<Section>()
  for (const claim of claimed.slice(0, MAX_CLAIMS)) {
    for (const { text } of words(claim.slice(0, MAX_CLAIM_UNITS))) {
      const section = CLAIMED_SECTIONS.get(foldWord(text))
      if (section) sections.add(section)
    }
  }
  return sections
}
