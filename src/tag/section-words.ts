import type { Section } from '../model/tag.ts'

/**
 * Telling words of each section, by language; folded (foldWord), `*` at the end stands for any ending.
 * Chinese and Japanese words are looked for inside the text. Written for this project, not learnt from anybody's articles.
 */
export const SECTION_WORDS: Readonly<Record<string, Readonly<Partial<Record<Section, string>>>>> = {
  en: {
    society:
      'president minister government parliament election elections vote voters senate congress lawmakers lawmaker policy police court judge trial murder killed arrested suspect shooting prison jail charges charged victim victims protest protesters war troops military army soldiers attack attacks missile missiles airstrike ceasefire peace talks diplomat* sanctions nuclear refugee* migrants immigration asylum border human rights abortion school schools students teachers education church pope religion religious mayor governor crime criminal lawsuit prosecutor* attorney sentenced convicted flood floods earthquake hurricane storm wildfire* rescue crash terror* bomb bombing hostage* militant* rebels democrat* republican* campaign candidate ambassador treaty constitution citizens community police officer homicide inquest welfare housing homeless pension councils council gun summit weapons security embassy conflict invasion occupation coup regime opposition coalition referendum legislation bill law laws supreme',
    economy:
      'economy economic market markets stock stocks shares share investor investors inflation interest rates rate bank banks banking central bank gdp growth recession trade tariff tariffs exports imports profit profits revenue earnings quarter quarterly sales company companies firm business businesses ceo merger acquisition takeover deal billion million debt bond bonds deficit budget tax taxes jobs unemployment wages workers strike union prices price oil crude gas commodity commodities gold currency dollar euro yen yuan shareholders dividend ipo startup investment invest fund funds hedge retail retailer consumer consumers manufacturing factory factories supply chain mortgage property loan loans lender credit financial finance fiscal treasury bankruptcy bankrupt analysts forecast outlook wheat corn coffee sugar tonnes cargo shipping barrels opec exchange traders nasdaq dow ftse dividend subsidiary loss losses',
    technology:
      'software hardware app apps smartphone smartphones iphone android google apple microsoft facebook amazon internet online web website browser computer computers laptop tablet chip chips semiconductor* processor ai artificial intelligence algorithm* data cyber* hacker hackers hacked hacking privacy encryption cloud server servers startup developer developers programming code coding robot robots robotics gadget gadgets device devices social media twitter tiktok youtube streaming video game games gaming console playstation xbox nintendo bitcoin crypto* blockchain electric vehicle tesla self-driving autonomous drone drones 5g network networks wireless broadband telecom virtual reality augmented update version beta release features user users linux windows mac open-source openai chatgpt download malware password',
    sports:
      'match matches game games team teams season league cup championship champion champions tournament final finals semifinal* quarterfinal* goal goals scored score scoring win wins won beat defeat defeated victory coach manager player players striker midfielder defender goalkeeper football soccer basketball baseball hockey tennis golf cricket rugby nfl nba mlb nhl fifa uefa olympic olympics medal medals gold silver bronze race races racing driver grand prix formula quarterback touchdown inning innings wicket wickets pitcher playoff playoffs draft injury stadium fans club clubs transfer title world athlete athletes sprinter marathon swimmer boxing boxer fight knockout ufc wrestling skiing cycling tour seed seeded round qualifier qualify standings penalty penalties referee half-time overtime points rebounds assists yards',
    entertainment:
      'film films movie movies actor actress actors director hollywood oscar oscars grammy emmy award awards celebrity celebrities star stars singer song songs album albums music band concert concerts tour tv television show series episode season netflix disney drama comedy comedian premiere box office trailer festival theatre theater broadway musical rapper pop rock jazz artist artists art museum exhibition gallery painting novel novels book books author bestseller fashion model designer runway wedding divorce girlfriend boyfriend pregnant baby kardashian royal prince princess red carpet interview magazine cast role character sequel prequel fans debut billboard reality dancing idol playwright poet poetry literary writer',
    science:
      'scientists scientist study studies research researchers researcher university journal published findings experiment experiments laboratory lab physics physicist* chemistry biology biologist* species dna gene genes genetic genome cells cell cancer disease diseases virus viruses vaccine vaccines vaccination covid covid-19 coronavirus pandemic outbreak patients clinical drug drugs treatment hospital doctors doctor medical medicine health symptoms brain nasa space spacecraft satellite telescope planet planets mars moon asteroid comet galaxy stars astronom* rocket launch orbit astronaut* climate warming emissions carbon fossil dinosaur dinosaurs archaeolog* ancient evolution ecosystem biodiversity conservation ocean glacier ice temperature temperatures quantum particle energy solar theory molecule* protein proteins bacteria antibiotic* obesity diabetes diet nutrition mental therapy surgery infection infections',
    other:
      'recipe recipes cooking travel hotel hotels vacation horoscope zodiac weather forecast garden gardening crossword puzzle lottery jackpot quiz obituary pets dog cat cats dogs wine restaurant restaurants shopping deals discount parenting lifestyle home decor beauty skincare makeup',
  },
  es: {
    society:
      'gobierno presidente ministr* eleccion* voto congreso senado policia juez tribunal juicio asesin* detenid* muert* guerra ejercito ataque* ley leyes partido diputad* protesta* migrant* refugiad* escuela* educacion iglesia papa alcalde* crimen fiscal* terremoto incendio* seguridad',
    economy:
      'economi* mercado* bolsa acciones inflacion banco* empresa* inversion* inversor* precio* petroleo euros dolares millones impuesto* deuda empleo paro salario* comercio exportacion* crecimiento beneficio* ventas',
    technology:
      'tecnolog* internet aplicacion* movil* telefono* software ordenador* computador* inteligencia artificial datos ciber* hacker* redes usuarios digital* google apple microsoft videojuego* robot*',
    sports:
      'futbol partido* gol goles liga copa campeon* jugador* entrenador equipo* victoria derrota torneo mundial seleccion tenis baloncesto olimpic* medalla* carrera estadio fichaje club',
    entertainment:
      'pelicula* cine actor actriz cantante cancion* musica album concierto* serie* television festival estreno premio* famos* teatro artista* novela libro* escritor* exposicion museo moda',
    science:
      'cientific* estudio* investigador* investigacion* universidad salud medic* hospital* paciente* enfermedad* virus vacuna* cancer espacio nasa planeta* clima* especie* celula* gen genes',
    other: 'receta* viaje* hotel* horoscopo tiempo cocina loteria',
  },
  pt: {
    society:
      'governo presidente ministr* eleic* voto* congresso senado policia juiz tribunal julgamento homicidio preso* mort* guerra exercito ataque* lei leis partido deputad* protesto* migrant* refugiad* escola* educacao igreja papa prefeito crime* justica seguranca camara',
    economy:
      'econom* mercado* bolsa acoes inflacao banco* empresa* investiment* investidor* preco* petroleo euros dolares milhoes reais imposto* divida emprego* desemprego salario* comercio exportac* crescimento lucro* vendas',
    technology:
      'tecnolog* internet aplicativo* celular* telefone* software computador* inteligencia artificial dados ciber* hacker* redes usuarios utilizadores digital* google apple microsoft videogame* robo*',
    sports:
      'futebol jogo* gol gols golo* liga copa taca campeao campeonato jogador* treinador tecnico equipa equipe* time vitoria derrota torneio selecao tenis basquete olimpic* medalha* corrida estadio clube',
    entertainment:
      'filme* cinema ator atriz cantor* cancao musica* album show* concerto* serie* televisao novela festival estreia premio* famos* teatro artista* livro* escritor* exposicao museu moda',
    science:
      'cientist* estudo* pesquisador* investigador* pesquisa* universidade saude medic* hospital* paciente* doenca* virus vacina* cancer espaco nasa planeta* clima* especie* celula*',
    other: 'receita* viagem* hotel* horoscopo culinaria loteria',
  },
  fr: {
    society:
      'gouvernement president ministre* election* vote* assemblee senat police juge tribunal proces meurtre mort* guerre armee attaque* loi lois parti depute* manifestation* migrant* refugie* ecole* education eglise pape maire* crime* justice securite greve* syndicat*',
    economy:
      'econom* marche* bourse action* inflation banque* entreprise* investissement* investisseur* prix petrole euros dollars millions milliards impot* dette emploi* chomage salaire* commerce exportation* croissance benefice* ventes',
    technology:
      'technolog* internet application* smartphone* telephone* logiciel* ordinateur* intelligence artificielle donnees cyber* pirate* reseaux utilisateur* numerique* google apple microsoft robot*',
    sports:
      'football match* but buts ligue coupe champion* joueur* entraineur equipe* victoire defaite tournoi mondial selection tennis basket rugby olympique* medaille* course stade club*',
    entertainment:
      'film* cinema acteur* actrice* chanteu* chanson* musique album concert* serie* television festival sortie prix theatre artiste* roman* livre* ecrivain* exposition musee mode',
    science:
      'scientifique* etude* chercheur* recherche* universite sante medecin* hopita* patient* maladie* virus vaccin* cancer espace nasa planete* climat* espece* cellule*',
    other: 'recette* voyage* hotel* horoscope meteo cuisine loterie',
  },
  de: {
    society:
      'regierung* prasident* minister* wahl* bundestag kanzler* polizei richter* gericht* prozess* mord* tot* krieg* armee bundeswehr angriff* gesetz* partei* abgeordnet* protest* fluchtling* migration schule* bildung kirche papst burgermeister* verbrechen staatsanwalt* justiz sicherheit demonstra*',
    economy:
      'wirtschaft* markt* borse* aktie* inflation bank* unternehmen* investition* investor* preis* ol euro dollar millionen milliarden steuer* schulden arbeitslos* lohn* handel export* wachstum gewinn* umsatz* konzern* firma',
    technology:
      'technolog* technik internet app apps smartphone* handy* software computer* kunstliche intelligenz daten cyber* hacker* netzwerk* nutzer* digital* google apple microsoft roboter*',
    sports:
      'fussball* spiel* tor tore liga bundesliga pokal meister* spieler* trainer* mannschaft* team* sieg* niederlage* turnier* weltmeister* tennis basketball handball olympi* medaille* rennen stadion verein*',
    entertainment:
      'film* kino* schauspieler* sanger* lied* musik* album konzert* serie* fernseh* festival premiere preis theater* kunstler* roman* buch bucher autor* ausstellung* museum mode',
    science:
      'wissenschaft* studie* forscher* forschung* universitat* gesundheit* arzt* arzte* krankenhaus* patient* krankheit* virus* impf* krebs weltraum nasa planet* klima* art arten zelle* gene',
    other: 'rezept* reise* hotel* horoskop wetter kuche lotto',
  },
  it: {
    society:
      'governo presidente ministr* elezion* voto parlamento senato polizia carabinieri giudice tribunale processo omicidio mort* guerra esercito attacc* legge leggi partito deputat* protest* migrant* scuola istruzione chiesa papa sindaco crimine procura sicurezza',
    economy:
      'econom* mercat* borsa azioni inflazione banca banche azienda imprese investiment* prezz* petrolio euro dollari milioni miliardi tasse debito lavoro disoccupazione salari* commercio esportazion* crescita utile vendite',
    technology:
      'tecnolog* internet app smartphone telefono software computer intelligenza artificiale dati cyber* hacker rete utenti digital* google apple microsoft robot',
    sports:
      'calcio partita partite gol serie campionato coppa campion* giocator* allenatore squadra vittoria sconfitta torneo mondiali nazionale tennis basket olimpi* medaglia gara stadio club',
    entertainment:
      'film cinema attore attrice cantante canzon* musica album concert* serie televisione festival premio teatro artist* romanzo libro libri scrittor* mostra museo moda',
    science:
      'scienziat* studio ricercator* ricerca universita salute medic* ospedale pazient* malatti* virus vaccin* cancro spazio nasa pianeta clima* specie cellul*',
    other: 'ricett* viagg* hotel oroscopo meteo cucina lotteria',
  },
  ru: {
    society:
      'правительств* президент* министр* выбор* парламент* дум* полици* суд* судь* убийств* погиб* войн* арми* военн* атак* закон* парти* депутат* протест* мигрант* беженц* школ* образован* церк* мэр* преступ* прокур* безопасност* нато санкци*',
    economy:
      'экономи* рын* бирж* акци* инфляци* банк* компани* инвести* цен* нефт* евро доллар* рубл* млн млрд налог* долг* безработ* зарплат* торгов* экспорт* рост прибыл* продаж*',
    technology:
      'технолог* интернет* приложени* смартфон* программ* компьютер* искусственн* интеллект* данн* кибер* хакер* сет* пользовател* цифров* google apple microsoft робот*',
    sports:
      'футбол* матч* гол голов лиг* кубок* чемпион* игрок* тренер* команд* побед* поражен* турнир* сборн* теннис* баскетбол* хокке* олимпи* медал* гонк* стадион* клуб*',
    entertainment:
      'фильм* кино* актер* актрис* певец певиц* песн* музык* альбом* концерт* сериал* телевид* фестивал* премьер* преми* театр* артист* художник* роман* книг* писател* выставк* музе* мод*',
    science:
      'учены* исследова* наук* научн* университет* здоров* врач* медицин* больниц* пациент* болезн* вирус* вакцин* рак космос* космич* наса планет* климат* вид* клетк*',
    other: 'рецепт* путешеств* отел* гороскоп* погод* лотере*',
  },
  zh: {
    society:
      '政府 总统 總統 主席 部长 部長 选举 選舉 国会 國會 议员 議員 警方 警察 法院 法官 谋杀 死亡 战争 戰爭 军队 軍方 袭击 法律 政党 抗议 抗議 移民 难民 学校 學校 教育 教会 市长 市長 犯罪 检察 外交 制裁 安全',
    economy:
      '经济 經濟 市场 市場 股市 股票 通胀 通膨 银行 銀行 公司 企业 企業 投资 投資 价格 價格 石油 美元 人民币 亿元 億元 税 债务 就业 失业 工资 贸易 貿易 出口 增长 利润 销售',
    technology:
      '科技 互联网 互聯網 网络 網路 应用 手机 手機 软件 軟體 电脑 電腦 人工智能 人工智慧 数据 黑客 駭客 用户 芯片 晶片 谷歌 苹果 微软 机器人',
    sports:
      '足球 比赛 比賽 进球 联赛 聯賽 冠军 冠軍 球员 球員 教练 教練 球队 球隊 胜利 锦标赛 世界杯 网球 篮球 籃球 奥运 奧運 奖牌 金牌 体育',
    entertainment:
      '电影 電影 演员 演員 歌手 歌曲 音乐 音樂 专辑 演唱会 电视剧 電視 导演 艺人 藝人 明星 娱乐 戏剧 小说 书籍 作家 展览 博物馆 时尚',
    science: '科学家 科學家 研究 大学 健康 医生 医院 醫院 患者 疾病 病毒 疫苗 癌症 太空 航天 行星 气候 物种 细胞 基因',
    other: '食谱 旅游 酒店 星座 天气 彩票',
  },
  ja: {
    society:
      '政府 大統領 首相 大臣 選挙 国会 議員 警察 裁判 逮捕 殺人 死亡 戦争 軍 攻撃 法律 政党 抗議 移民 難民 学校 教育 市長 犯罪 検察 外交 制裁',
    economy:
      '経済 市場 株価 株式 インフレ 銀行 企業 会社 投資 価格 石油 ドル 円安 円高 億円 税 債務 雇用 失業 賃金 貿易 輸出 成長 利益 売上',
    technology:
      '技術 インターネット ネット アプリ スマホ スマートフォン ソフト パソコン 人工知能 データ ハッカー ユーザー 半導体 グーグル アップル マイクロソフト ロボット',
    sports:
      'サッカー 試合 ゴール リーグ 優勝 選手 監督 チーム 勝利 敗 大会 ワールドカップ テニス 野球 バスケ 五輪 オリンピック メダル 競技',
    entertainment:
      '映画 俳優 女優 歌手 曲 音楽 アルバム コンサート ドラマ テレビ 番組 芸能 舞台 小説 本 作家 展覧会 美術館 ファッション アニメ',
    science: '科学者 研究 大学 健康 医師 病院 患者 病気 ウイルス ワクチン がん 宇宙 惑星 気候 細胞 遺伝子',
    other: 'レシピ 旅行 ホテル 占い 天気 宝くじ',
  },
  ar: {
    society:
      'الحكومة الرئيس وزير الوزراء انتخابات البرلمان الشرطة محكمة القاضي مقتل قتل حرب الحرب الجيش هجوم قانون حزب احتجاجات اللاجئين مدرسة التعليم جريمة الأمن قوات عسكرية',
    economy:
      'اقتصاد الاقتصاد اقتصادية السوق الأسهم البورصة التضخم بنك البنك شركة شركات استثمار أسعار النفط دولار مليون مليار ضرائب الديون البطالة التجارة صادرات أرباح',
    technology:
      'تكنولوجيا التكنولوجيا الإنترنت تطبيق هاتف الهواتف برنامج كمبيوتر الذكاء الاصطناعي بيانات هاكر مستخدمين غوغل جوجل أبل مايكروسوفت روبوت',
    sports:
      'كرة القدم مباراة المباراة هدف الدوري كأس بطولة لاعب مدرب فريق المنتخب فوز تنس أولمبياد ميدالية ملعب نادي النادي',
    entertainment:
      'فيلم السينما ممثل ممثلة مغني أغنية موسيقى ألبوم حفل مسلسل تلفزيون مهرجان جائزة مسرح فنان الفنان الفنانة رواية كتاب كاتب معرض متحف',
    science:
      'علماء العلماء دراسة باحثون جامعة الصحة طبيب مستشفى المرضى مرض فيروس لقاح السرطان الفضاء ناسا كوكب المناخ خلايا',
    other: 'وصفة سفر فندق الأبراج الطقس',
  },
}
