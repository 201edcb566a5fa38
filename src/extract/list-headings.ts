/** Which of a page's own lists a heading opens. */
export type ListName = 'related' | 'ranking' | 'recommendation'

const HEADINGS: Readonly<Record<ListName, readonly string[]>> = {
  related: [
    'related', 'related articles', 'related stories', 'related news', 'related posts', 'related content', 'related topics', 'related coverage', 'related links',
    'read more', 'read also', 'read next', 'see also', 'more on this', 'more on this story', 'more like this', 'more stories', 'more news', 'similar articles', 'similar posts', 'keep reading',
    'ähnliche artikel', 'ähnliche beiträge', 'verwandte artikel', 'verwandte beiträge', 'mehr zum thema', 'lesen sie auch', 'das könnte sie auch interessieren', 'weitere artikel', 'weitere themen',
    'à lire aussi', 'lire aussi', 'sur le même sujet', 'articles similaires', 'articles liés', 'voir aussi',
    'artículos relacionados', 'noticias relacionadas', 'relacionados', 'te puede interesar', 'también te puede interesar', 'más noticias', 'lee también',
    'articoli correlati', 'correlati', 'leggi anche', 'potrebbe interessarti', 'potrebbe interessarti anche',
    'artigos relacionados', 'notícias relacionadas', 'leia também', 'veja também', 'leia mais',
    'gerelateerde artikelen', 'gerelateerd', 'lees ook', 'lees meer', 'relaterade artiklar', 'läs också', 'läs mer', 'les også', 'læs også', 'lue myös',
    'czytaj także', 'czytaj też', 'zobacz też', 'zobacz także', 'powiązane artykuły', 'polecane artykuły', 'související články', 'čtěte také', 'súvisiace články',
    'kapcsolódó cikkek', 'articole similare', 'citește și', 'похожие статьи', 'читайте также', 'читать также', 'по теме', 'материалы по теме', 'читайте також',
    'σχετικά άρθρα', 'διαβάστε επίσης', 'ilgili haberler', 'ilginizi çekebilir', 'اقرأ أيضا', 'مواضيع ذات صلة', '関連記事', '関連ニュース', '相关新闻', '相关文章', '相关阅读', '延伸閱讀', '相關新聞', '관련기사', '관련 기사',
  ],
  ranking: [
    'ranking', 'rankings', 'most read', 'most viewed', 'most popular', 'most shared', 'most commented', 'popular', 'popular posts', 'popular stories', 'popular now', 'popular articles', 'popular news', 'trending', 'trending now', 'trending stories', 'trending news', 'top stories', 'top news', 'hot news', 'what others are reading',
    'meistgelesen', 'meistgelesene artikel', 'am meisten gelesen', 'beliebt', 'beliebte artikel', 'beliebte beiträge', 'top-artikel', 'les plus lus', 'les plus populaires', 'lo más leído', 'lo más visto', 'más leídas', 'más leído', 'más vistas', 'i più letti', 'più letti', 'le più lette', 'mais lidas', 'mais lidos', 'mais vistas', 'meest gelezen', 'mest läst', 'mest lästa', 'mest lest', 'mest læste', 'luetuimmat',
    'najczęściej czytane', 'popularne', 'nejčtenější', 'najčítanejšie', 'legolvasottabb', 'cele mai citite', 'популярное', 'самое читаемое', 'популярные статьи', 'δημοφιλή', 'çok okunanlar', 'en çok okunanlar', 'الأكثر قراءة', 'アクセスランキング', 'ランキング', '热门', '热门文章', '排行榜', '熱門', '많이 본 뉴스',
  ],
  recommendation: [
    'recommendation', 'recommendations', 'recommended', 'recommended for you', 'recommended articles', 'recommended reading', 'recommended stories', 'recommended posts', 'you may also like', 'you might also like', 'you may like', 'you might like', 'you may also be interested in', 'you might also be interested in', 'suggested', 'suggested for you', 'suggested articles', "editor's picks", 'editors picks', "editors' picks", 'our picks', "don't miss", 'must read', 'must reads', 'from our partners', 'sponsored', 'sponsored content', 'promoted stories', 'around the web', 'from the web', 'latest', 'latest news', 'latest stories', 'latest posts', 'latest articles', 'recent posts', 'recent articles', 'recent stories', 'recent news', 'featured', 'featured posts', 'more from us', 'up next', 'what to read next',
    'empfehlungen', 'empfohlen', 'empfohlene artikel', 'unsere empfehlungen', 'redaktionsempfehlungen', 'neueste artikel', 'neueste beiträge', 'aktuelle beiträge', 'auch interessant', 'recommandé', 'recommandations', 'à ne pas manquer', 'articles récents', 'vous aimerez aussi', 'recomendado', 'recomendados', 'recomendaciones', 'te recomendamos', 'entradas recientes', 'últimas noticias', 'consigliati', 'articoli recenti', 'ultime notizie', 'posts recentes', 'aanbevolen', 'laatste nieuws', 'rekommenderas', 'anbefalt', 'suositellut', 'polecane', 'polecamy', 'ostatnie wpisy', 'doporučujeme', 'odporúčame', 'ajánlott', 'recomandări', 'рекомендуем', 'свежие записи', 'последние новости', 'προτεινόμενα', 'önerilen', 'おすすめ', 'おすすめ記事', '推荐', '推荐阅读', '推薦', '추천',
  ],
} // biome-ignore format: words by language read better in rows

const NAME_OF: ReadonlyMap<string, ListName> = new Map(
  (Object.keys(HEADINGS) as ListName[]).flatMap((name) => HEADINGS[name].map((words) => [words, name] as const)),
)

/** Longest heading known, with room for a colon and spaces: a longer line is not looked up. */
const MAX_HEADING = 48

/** The list that a line opens when it is nothing but such a heading ("Related", "Most read:", "Das könnte Sie auch interessieren"), else null. */
export function listHeading(line: string): ListName | null {
  if (line.length > MAX_HEADING || beginsOtherwise(line)) return null
  const folded = line
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[\s\p{P}\p{S}]+|[\s:：.…!>»|▼▾]+$/gu, '')
  return NAME_OF.get(folded) ?? (/^more (?:from|in|on|about) \p{L}.{1,36}$/u.test(folded) ? 'related' : null)
}

/** First two letters of the headings that begin with two of a to z, as numbers. */
const BEGINNINGS: ReadonlySet<number> = new Set(
  [...NAME_OF.keys(), 'more'].map((name) => beginning(name)).filter((pair) => pair !== null),
)

/** Whether a line begins with two letters of a to z with which no heading does: most lines of a page do, and need no search. */
function beginsOtherwise(line: string): boolean {
  const pair = beginning(line)
  return pair !== null && !BEGINNINGS.has(pair)
}

function beginning(line: string): number | null {
  const first = line.charCodeAt(0) | 32
  const second = line.charCodeAt(1) | 32
  return first >= 97 && first <= 122 && second >= 97 && second <= 122 ? first * 128 + second : null
}
