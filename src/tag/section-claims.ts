import type { Section } from '../model/tag.ts'
import { foldWord, words } from '../text/words.ts'

/** What sites call their sections, folded into ours; words that name none ("Home", "Scams", "News") are left out. */
const CLAIMS: readonly [Section, string][] = [
  [
    'society',
    'politics politik politica política politique policy government world welt mundo monde international nation national us uk europe europa asia africa afrique society gesellschaft sociedad sociedade société societe società societa crime law justice justiça justicia justiz education educación educação éducation istruzione schule school religion war conflict elections election local panorama inland ausland deutschland brasil política cronaca esteri sucesos internacional nacional policía politiek binnenland buitenland maatschappij kraj świat polityka społeczeństwo gündem siyaset dünya türkiye politik politika nasional internasional hukum kriminal peristiwa политика общество мир происшествия россия право 政治 社会 社會 国际 國際 国内 國內 時政 时政 国際 法治 事件 سياسة السياسة مجتمع حوادث عالم العالم राजनीति देश विदेश दुनिया अपराध समाज 정치 사회 국제 세계',
  ],
  [
    'economy',
    'economy economics business wirtschaft economia economía économie economie ekonomi ekonomia gospodarka economisch finance finances finanzen finanza finanzas finanças finans financiën finanse keuangan markets market bourse börse borsa beurs giełda money companies unternehmen empresas negocios negócios mercado mercados entreprises entreprise immobilier aziende jobs property energy bisnis emas экономика бизнес финансы рынки деньги 经济 經濟 経済 財經 财经 金融 証券 产业 產業 ビジネス اقتصاد الاقتصاد أعمال مال कारोबार व्यापार बिजनेस अर्थव्यवस्था 경제 금융 증권 비즈니스',
  ],
  [
    'technology',
    'technology tech technologie tecnologia tecnología teknologi teknoloji technologia technika techniek technik digital digitales digitaal numérique computer computing internet software gadgets mobile ai cybersecurity security netzwelt netz gaming tekno технологии техника интернет 科技 技术 技術 数码 テクノロジー 互联网 تكنولوجيا تقنية التكنولوجيا टेक टेक्नोलॉजी तकनीक 기술 테크 과학기술',
  ],
  [
    'sports',
    'sport sports deportes deporte esportes esporte desporto sporty spor olahraga football soccer futbol fútbol futebol fussball fußball calcio voetbal piłka futbol sepakbola tennis golf cricket rugby basket basketball handball baseball hockey nba nfl mlb nhl olympics olympia olympische formula1 formel f1 motorsport cycling ciclismo cyclisme esports спорт футбол хоккей теннис 体育 體育 スポーツ 足球 野球 サッカー رياضة الرياضة كرة खेल क्रिकेट 스포츠 축구 야구',
  ],
  [
    'entertainment',
    'entertainment culture kultur cultura culture cultuur kültür kultura budaya arts art film films movies movie cinema cinéma cine kino sinema music musik música musica musique muziek muzyka müzik musik tv television televisie televizyon celebrity celebrities people stars books bücher livres libros livros libri theatre theater fashion mode moda style unterhaltung feuilleton espectáculos espectaculos entretenimiento entretenimento spettacoli lifestyle divertissement rozrywka hiburan selebriti gaya games spiele juegos культура кино музыка шоу-бизнес развлечения 娱乐 娛樂 文化 エンタメ 芸能 影视 ثقافة فن فنون سينما مشاهير मनोरंजन बॉलीवुड संस्कृति 연예 문화 엔터테인먼트',
  ],
  [
    'science',
    'science sciences wissenschaft ciencia ciência scienza scienze wetenschap nauka bilim sains health gesundheit salud saúde salute sante santé gezondheid zdrowie sağlık kesehatan environment umwelt medio ambiente ambiente meioambiente environnement milieu klima climate clima climat iklim space weltraum espacio espace medicine medizin medicina wissen nature natur наука здоровье медицина космос экология 科学 科學 健康 医疗 醫療 环境 サイエンス 医療 宇宙 علوم صحة الصحة बिज्ञान विज्ञान स्वास्थ्य सेहत 과학 건강 의학',
  ],
  [
    'other',
    'travel reisen reise viajes viajar viagem voyage voyages viaggi reizen podróże seyahat wisata food recipes rezepte recetas receitas cuisine cucina kuliner weather wetter meteo météo tiempo weer pogoda hava cuaca погода horoscope horoskop horoscopo horóscopo гороскоп auto cars motoring motor garden garten путешествия 旅游 旅遊 美食 天气 天氣 旅行 グルメ سفر طقس मौसम राशिफल 여행 날씨',
  ],
]
/** Names of two words, in which a word alone would say another section. */
const CLAIMED_PHRASES: ReadonlyMap<string, Section> = new Map([
  ['video games', 'entertainment'],
  ['medio ambiente', 'science'],
  ['meio ambiente', 'science'],
  ['real estate', 'economy'],
  ['personal finance', 'economy'],
  ['social media', 'technology'],
  ['science fiction', 'entertainment'],
  ['royal family', 'entertainment'],
  ['climate change', 'science'],
  ['mental health', 'science'],
  ['world cup', 'sports'],
  ['formula 1', 'sports'],
  ['formel 1', 'sports'],
  ['artificial intelligence', 'technology'],
])
/** Words beside which a name keeps its meaning: "Sports News", "The Arts". */
const SILENT_WORDS = new Set(
  'news the and und et y e i of & latest top all more section category noticias nachrichten actualité actualités новости nieuws berita haber haberler wiadomości notizie 新闻 新聞 ニュース समाचार 뉴스 أخبار'
    .split(' ')
    .map(foldWord),
)

/** Our section by a site's folded word for one. */
export const CLAIMED_SECTIONS: ReadonlyMap<string, Section> = new Map(
  CLAIMS.flatMap(([section, names]) => names.split(' ').map((name): [string, Section] => [foldWord(name), section])),
)

/** Claims of one page that are read, and UTF-16 units of each. */
const MAX_CLAIMS = 20
const MAX_CLAIM_UNITS = 100
/** A name of a section has so many words at most; longer crumbs are headlines. */
const MAX_NAME_WORDS = 4
/** Shorter folders name a country or language: `/us/`, `/it/`. */
const SHORTEST_FOLDER = 3
/** Folders of an address before its own name that are read. */
const MAX_FOLDERS = 3

/** Sections that the page's own words name, each once, innermost crumb counting like the rest. */
export function claimedSections(claimed: readonly string[]): Set<Section> {
  const sections = new Set<Section>()
  for (const claim of claimed.slice(0, MAX_CLAIMS)) {
    const folded = foldedWords(claim)
    const phrase = CLAIMED_PHRASES.get(folded.join(' '))
    if (phrase) sections.add(phrase)
    else
      for (const word of folded) {
        const section = CLAIMED_SECTIONS.get(word)
        if (section) sections.add(section)
      }
  }
  return sections
}

/** The section that a name alone stands for ("US News", "Personal Finance"); null where any of its words says nothing or another one. */
export function namedSection(name: string): Section | null {
  const folded = foldedWords(name)
  const phrase = CLAIMED_PHRASES.get(folded.join(' '))
  if (phrase) return phrase
  const telling = folded.filter((word) => !SILENT_WORDS.has(word))
  const sections = new Set(telling.map((word) => CLAIMED_SECTIONS.get(word) ?? null))
  return sections.size === 1 ? [...sections][0]! : null
}

/** Words in which a source files an article: crumbs of its page, categories of its feed, folders of its address. Each a claim, none a truth. */
export type Filing = { crumbs: readonly string[]; categories: readonly string[]; url: string | null }

/** A source's name for where it files an article, as written, and our section for it; null where the name says none to us. */
export type FiledUnder = { name: string; section: Section | null }

/**
 * Names under which an article is filed, each once by its folded words, crumbs first. A crumb counts by any of its words, a category or
 * folder only where it says a section and nothing else: categories are mostly names and subjects.
 */
export function filedUnder({ crumbs, categories, url }: Filing): FiledUnder[] {
  const found = new Map<string, FiledUnder>()
  const add = (name: string, section: Section | null) => {
    const folded = foldedWords(name)
    const key = folded.join(' ')
    if (folded.length === 0 || folded.length > MAX_NAME_WORDS || SILENT_WORDS.has(key) || HOME.has(key)) return
    if (!found.has(key)) found.set(key, { name: name.slice(0, MAX_CLAIM_UNITS), section })
  }
  for (const crumb of crumbs.slice(0, MAX_CLAIMS)) {
    const sections = claimedSections([crumb])
    add(crumb, sections.size === 1 ? [...sections][0]! : null)
  }
  for (const category of categories.slice(0, MAX_CLAIMS)) add(category, namedSection(category))
  for (const folder of foldersOf(url)) add(folder, namedSection(folder))
  return [...found.values()]
}

/** Crumbs and folders that every page of a site has. */
const HOME = new Set(
  'home homepage start startseite inicio início accueil главная 首页 首頁 ホーム www index magazin magazine article articles artikel articulo story stories blog posts en de fr es it pt ru'
    .split(' ')
    .map(foldWord),
)

/** Folders before the last part of an address's path, dates and numbers left out. */
function foldersOf(url: string | null): string[] {
  if (url === null || !URL.canParse(url)) return []
  const parts = new URL(url).pathname.split('/').filter((part) => part !== '')
  return parts
    .slice(0, -1)
    .map(decoded)
    .filter((part) => part.length >= SHORTEST_FOLDER && !/^\d+$/u.test(part))
    .slice(0, MAX_FOLDERS)
}

/** A folder as people would write it. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part).replace(/[-_+]/gu, ' ')
  } catch {
    return '' // no encoding of UTF-8: nothing is named by it
  }
}

function foldedWords(name: string): string[] {
  return words(name.slice(0, MAX_CLAIM_UNITS)).map(({ text }) => foldWord(text))
}
