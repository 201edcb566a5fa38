import type { Section } from '../model/tag.ts'

/**
 * Further words of each section by language, in the form of section-words.ts: how newspapers of the language speak of everyday matters.
 * In Arabic each word also counts with its article and the particles written onto it, in Korean with any ending.
 * Written for this project, not learnt from anybody's articles.
 */
export const WORLD_SECTION_WORDS: Readonly<Record<string, Readonly<Partial<Record<Section, string>>>>> = {
  es: {
    society:
      'dimit* dimision renuncia* atraco atrac* robo ladron* asalto detien* detenidos manifest* marcha marchas pension* jubilacion vivienda parlamento aprueba decreto* naufrag* pesquero tripulant* desaparecid* rescat* bomber* herid* sucesos ayuntamiento concejal* gobernador* sindicato* sentencia* imputad* acusad* estafa* violador* maltrato menor menores tiroteos disparo* terremoto* sismo huracan* tormenta* evacuad* refugio* okupa* desahucio* embajador* cumbre tregua rehen* bombarde* ataque',
    economy:
      'alza costes coste prevision* previsiones recort* despid* despedira plantilla empleo* paro exportacion* importacion* importaciones trigo cosecha compra comprara adquier* adquisicion fusion opa filial ventas factura* ingresos beneficio* perdida* dividendo* accionist* bolsa ibex mercado* bono* deuda deficit pib crecimiento recesion tipos interes hipoteca* alquiler* salario* sueldo* sindical impuesto* iva aranceles hacienda banco* banca caja credito* prestamo* astillero* fabrica* industri* energetic* gas electricidad tarifa* petroleo barril dolar* euro* peso* cripto inversor* inversion* inversiones',
    technology:
      'movil* plegable bateria tableta pantalla* aplicacion* usuario* usuarios servidor* nube contrasena* pirata* informatic* ciberataque* hacker* algoritm* chatbot* inteligencia_artificial modelo_de lenguaje startup emergente emergentes dispositivo* portatil* ordenador* procesador* chip* android iphone whatsapp red* redes_sociales internet digital* videollamad* coche_electrico electrico electricos autonomo robot* dron* consola_de navegador* actualizacion software fallo_de ciberseguridad privacidad datos_personales satelite_de 5g wifi gadget*',
    sports:
      'gol goles descuento copa final semifinal* semifinales cuartos octavos capitan capitana lesion* ciclist* etapa lider entrenador* banquillo derrota* victoria* empate seleccion balonmano baloncesto futbol tenis tenista liga jornada portero delantero defensa* fichaje* ficha partido* marcador remontada penalti* arbitro expulsion torneo campeon* campeonato* medalla* olimpic* atleta* maraton nadador* piloto gran_premio motogp formula_1 estadio* aficion* hinchas club* plantel goleada clasificacion',
    entertainment:
      'novela* novelista escritor* libro* premio* cantante* gira concierto* disco* cancion* banda taquilla pelicula* cine estreno* estrena actor* actriz actrices director* rodaje museo* exposicion expone retrato* pintor* pintura* escultur* teatro* obra* serie series temporada* capitulo televisi* presentador* festival* videojuego* famos* celebr* moda pasarela opera baile flamenco humorista comedia* poeta* poesia',
    science:
      'cientific* biolog* investigador* estudio* estudios universidad sonda luna planeta* espacial* astronauta* telescopio galaxia* ensayo_clinico clinico vacuna* malaria virus brote contagi* fosil* especie* especies animal* gusano* marino* oceano* glaciar* clima climatic* calentamiento emisiones contaminacion diabetes cancer corazon cerebro sueno dormir medic* hospital* paciente* enfermedad* salud sanitari* tratamiento* farmaco* celula* genetic* gen genes adn dinosaur* arqueolog* yacimiento volcan_activo quimic* fisic*',
    other:
      'receta* sopa ensalada horno cocina restaurante* chef playa* escapada viaje* viajar turist* hotel* horoscopo signo zodiaco niebla sol lluvia* lluvias temperatura* grados tiempo trucos consejos jardin planta* mascota* perro* gato* decoracion loteria sorteo ofertas',
  },
  pt: {
    society:
      'prefeit* renuncia* assalt* roubo* suspeito* prend* preso* presa protest* manifest* previdencia moradia parlamento aprova lei projeto_de naufrag* afunda pesqueiro desaparecid* resgat* bombeir* ferid* morr* mort* vereador* deputad* senador* ministr* governador* stf supremo tribunal justica juiz* juiza condenad* acusad* denuncia* policia* policial delegado trafico faccao milicia tiroteio* enchente* deslizamento* temporal tempestade greve professor* escola* aluno* bispo* papa guerra ataque* embaixad*',
    economy:
      'alta custos custo lucro* previsao_de reduz juros selic banco_central demit* demissao demissoes desemprego emprego* exportac* exportacoes importac* trigo safra soja milho compra adquire aquisicao fusao rede_de supermercado* varejo vendas receita_liquida faturamento prejuizo* dividendo* acao acoes bolsa ibovespa dolar real inflacao ipca pib crescimento recessao deficit divida imposto* tarifa* petrobras petroleo combustive* gasolina salario* aposentadoria industria* estaleiro* fabrica* investidor* investimento* credito emprestimo* economia mercado* milhoes bilhoes bilhao',
    technology:
      'celular* dobravel bateria aplicativo* app usuario* servidor* nuvem senha* hacker* ciberataque* algoritmo* chatbot inteligencia_artificial linguagem startup* dispositivo* notebook* computador* tela tablet processador* chip* android iphone whatsapp redes_sociales redes_sociais internet digital digitais carro_eletrico eletrico eletricos autonomo* robo robos drone* navegador atualizacao software falha privacidade dados 5g wifi tecnologia* tecnologic*',
    sports:
      'gol gols acrescimos taca copa final semifinal* capita capitao lesao ciclista etapa lideranca tecnico derrota* vitoria* empate selecao volei basquete futebol tenis tenista brasileirao campeonato* rodada goleiro atacante zagueiro meia contratac* reforco partida* jogo* placar virada penalti* arbitro torneio campea campeao medalha* olimpic* atleta* maratona nadador* piloto grande_premio estadio* torcida torcedor* clube* time flamengo palmeiras corinthians santos_fc gremio',
    entertainment:
      'romance escritor* livro* premio* cantor* cantora turne show shows album musica* cancao banda bilheteria filme* cinema estreia ator atores atriz atrizes diretor* museu* exposic* exibe retrato* pintor* pintura* teatro* peca novela* serie series temporada* capitulo televis* apresentador* festival videogame* famos* celebridade* moda desfile opera danca samba humorista comedia poeta bbb',
    science:
      'cientist* biolog* pesquisador* pesquisa estudo* universidade sonda lua planeta* espacia* astronauta* telescopio galaxia* ensaio_clinico vacina* malaria dengue virus surto fossil fosseis especie* animais verme* marinh* oceano* geleira* clima climatic* aquecimento emissoes poluic* diabetes cancer coracao cerebro sono dormir medic* hospita* paciente* doenca* saude tratamento* remedio* celula* genetic* dna dinossaur* arqueolog* quimic* fisic* ciencia',
    other:
      'receita_de sopa salada forno cozinha restaurante* chef praia* viagem viajar turis* hotel hoteis horoscopo signo* neblina sol chuva* temperatura* graus previsao_do tempo dicas jardim horta planta* pet pets cachorro* gato* decorac* loteria mega-sena sorteio ofertas',
  },
  fr: {
    society:
      'demission* interpell* braquage* cambriol* vol manifestant* manifest* retraites reforme logement parlement adopte loi chalutier naufrag* coule marins disparu* secour* pompiers bless* tue* mort* depute* senateur* prefet* prefecture gouvernement elysee matignon assemblee_nationale procureur* tribunal proces condamn* garde_a enquete policier* gendarm* fusillade* attentat* otage* inondation* tempete* seisme* incendie* greve* syndicat* enseignant* ecole* eleve* lycee* eveque* guerre armee frappe* bombard* ambassad* treve immigr* migrant*',
    economy:
      'hausse couts cout previsions abaisse* benefice* chiffre_affaires resultat* supprim* emplois licenci* suppression* chomage exportations importations ble recolte rachete rachat acquisition fusion filiale enseigne* distributeur* ventes pertes dividende* actionnaire* bourse cac marche* obligation* dette deficit pib croissance recession taux banque* interet* credit* inflation prix salaire* impot* tva taxe* douane* usine* chantier_naval industri* petrole baril gaz_naturel electricite dollar* euro* milliard* million* investiss* investisseur* patron* entreprise*',
    technology:
      'smartphone* pliable batterie autonomie appli applis application* utilisateur* serveur* cloud mot_de mots_de pirate* informatique* cyberattaque* hacker* algorithme* chatbot intelligence_artificielle langage start-up startup* appareil* ordinateur* tablette* ecran* processeur* puce* android iphone whatsapp reseaux_sociaux internet numerique* voiture_electrique electrique* autonome* robot* drone* navigateur* mise_a logiciel* faille* donnees 5g wifi technologi* essai',
    sports:
      'but buts finale demi-finale demi-finales quart_de capitaine blesse_au genou saison cyclisme cycliste etape entraineur* defaite* victoire* match_nul handball basket football rugby tennis ligue_1 journee gardien attaquant defenseur* transfert* recrue match matchs score penalty arbitre tournoi champion* championnat* medaille* olympique* athlete* marathon nageur* pilote grand_prix stade* supporter* club* bleus bleues selectionneur xv top_14 additionnel elimine* eliminees',
    entertainment:
      'roman* romancier* ecrivain* livre* prix_goncourt chanteur* chanteuse* tournee concert* album* chanson* groupe_de box-office film* cinema realisateur* acteur* actrice* tournage musee* exposition* expose* portrait* peintre* peinture* sculpt* theatre* piece_de serie* saison_2 episode* televis* animateur* festival* jeu_video jeux_video people mode defile* opera danse* humorist* comedie* poete* poesie',
    science:
      'scientifique* biologiste* chercheu* etude* universite sonde lune planete* spatial* astronaute* telescope* galaxie* essai_clinique clinique* vaccin* paludisme virus epidemie* contamin* fossile* espece* animaux vers ocean* marin glacier* climat* rechauffement emissions pollution diabete cancer* coeur cerveau sommeil dormir medecin* hopita* patient* maladie* sante traitement* medicament* cellule* genetique* adn dinosaur* archeolog* volcan chimi* physic* decouvert* eruption',
    other:
      'recette* soupe salade four cuisine restaurant* chef plage* week-end voyage* tourist* hotel* horoscope signe meteo brouillard soleil pluie* temperature* degres astuces conseils jardin* plante* chien* chat* animaux_de decoration loto tirage promo',
  },
  de: {
    society:
      'burgermeister* ruckt zurucktreten rucktritt tritt_zuruck abstimmung uberfall uberfallen festgenommen festnahme* tater verdachtig* tatverdachtig* demonstrier* demonstration* protest* kundgebung rente rentenreform parlament beschliesst gesetz* gesetzentwurf gesunken sinkt kutter vermisst* seeleute feuerwehr* brand brande verletzt* tote toter getotet todlich* unfall* leiche* mord* messer* schuss* razzia anklage* prozess* urteil* gericht* landgericht haft gefangnis strafe* staatsanwalt* ermittl* polizei* polizist* bundestag bundesrat kanzler* minister* abgeordnet* landtag wahl* wahler* stimmen partei* koalition* spd cdu afd grune fdp linke streik* gewerkschaft* lehrer* schule* schuler* kirche* bischof* krieg* armee bundeswehr angriff* rakete* botschaft* waffenruhe geisel* fluchtling* asyl* abschieb* hochwasser* sturm* erdbeben* strafrecht',
    economy:
      'prognose* gewinn* gewinnwarnung kosten umsatz* verlust* leitzins* zinsen zins notenbank ezb bundesbank stellen streicht stellenabbau arbeitsplatz* entlass* kundigt_an kurzarbeit arbeitslos* export* import* weizen* ernte* einbruch ubernimmt ubernahme* fusion* kauft konkurrent* handelskette* handel handler* einzelhandel* supermarkt* aktie* aktionar* dividende* borse* dax anleihe* schulden haushalt defizit bip wachstum konjunktur* rezession inflation* preise preis teurer miete* mieten lohn* lohne tarif* steuer* zoll* zolle werft* fabrik* werk* industrie* konzern* unternehm* firma firmen mittelstand* insolven* pleite* energie* strompreis* gaspreis* olpreis* ol dollar* euro milliarde* milliarden million* investor* investition* start-ups_geld banken bank sparkass*',
    technology:
      'handy* smartphone* faltbar* akku* app apps nutzer* server* cloud* passwort* passworter hacker* cyber* algorithm* chatbot* ki kunstliche_intelligenz sprachmodell* start-up startup gerat* laptop* notebook* tablet* rechner computer* bildschirm* prozessor* chip* android iphone whatsapp soziale_netzwerke internet* digital* elektroauto* e-auto* fahrbericht* autonom* roboter* drohne* browser* update* software* sicherheitslucke* daten datenschutz* datenleck* 5g wlan technik* technolog*',
    sports:
      'tor tore trifft pokal* pokalfinale finale halbfinale viertelfinale kapitan* kreuzband* verletzt_sich saison radprofi* radsport etappe* konigsetappe trainer* niederlage* sieg* siegt unentschieden handball* basketball* fussball* tennis* bundesliga* spieltag* torwart* torhuter* sturmer* verteidiger* transfer* neuzugang spiel_gegen elfmeter* schiedsrichter* turnier* meister* meisterschaft* weltmeister* wm em medaille* olymp* athlet* marathon* schwimm* rennen* grosser_preis stadion* fans verein* nationalmannschaft nationalelf dfb biathlon* skispring* eishockey* ligaspiel',
    entertainment:
      'roman* debutroman* schriftsteller* autor* autorin buch bucher literatur* preis_fur sanger* sangerin* tournee* konzert* album* song* band kinochart* kino* film* regisseur* schauspiel* museum* museen ausstellung* portrat* gemalde* maler* skulptur* theater* buhne* stuck serie* staffel* folge* fernseh* tv moderator* festival* videospiel* computerspiel* promi* prominent* mode* oper* ballett* kabarett* komiker* komodie* dichter* gedicht* musik* musiker* piratenserie',
    science:
      'forscher* forschung* wissenschaft* biolog* studie* universitat* uni raumsonde* sonde mond* eismond planet* raumfahrt* astronaut* teleskop* galaxie* impfstoff* impfung* malaria* virus* viren ausbruch epidemie* fossil* fossilien art arten tier* wurm* wurmer tiefsee* meeres* ozean* gletscher* klima* erwarmung emission* co2 diabetes krebs* herz* gehirn* schlaf* schlaft arzt* arzte* klinik* krankenhaus* patient* krankheit* erkrank* gesundheit* therapie* medikament* zelle* zellen gen gene genetisch* dna dinosaurier* archaolog* vulkan* physik* chemi* entdeckt',
    other:
      'rezept* suppe* salat* backofen backen kochen restaurant* strand* strande reise* urlaub* wochenende ausflug* tourist* hotel* horoskop* wochenhoroskop sterne sternzeichen wetter* nebel sonne regen* temperatur* grad tipps garten* balkon* pflanze* hund* katze* haustier* deko lotto* lottozahlen gewinnzahlen rabatt* schnappchen',
  },
  it: {
    society:
      'sindac* dimett* dimission* arrest* rapin* furto furti carabinieri polizi* piazza corteo manifest* sciopero pensioni riforma parlamento approva legge casa affonda peschereccio dispers* naufrag* soccors* vigili_del ferit* mort* uccis* omicidio femminicidio procura pm indagat* indagine processo condannat* tribunale giudic* carcere ergastolo governo premier ministr* senato camera deputat* senator* elezion* voto partito meloni salvini pd lega quirinale regione comune scuola scuole studenti insegnant* chiesa papa vescov* guerra esercito attacc* bombard* ostagg* tregua ambasciat* migranti sbarchi alluvion* terremoto scossa incendio maltempo',
    economy:
      'stime costi costo aumento rincari* utile utili ricavi perdit* tassi banca_centrale bce licenzia* licenziament* operai posti_di disoccupazione occupazione export import grano raccolto calo crescita acquista acquisizione fusione opa rivale catena supermercat* vendite fatturato dividend* azion* borsa piazza_affari spread btp titoli debito deficit pil recessione inflazione prezzi prezzo bollette stipendi salari contratto tasse fisco iva dazi cantiere_navale fabbrica industri* imprese impresa aziend* petrolio barile gas dollaro euro miliard* milion* investit* investiment* banche banca mutui mutuo mercati mercato manovra',
    technology:
      'smartphone pieghevole batteria app utenti utente server cloud password hacker attacco_informatico informatic* algoritm* chatbot intelligenza_artificiale linguistico startup dispositiv* computer portatile tablet schermo processore chip android iphone whatsapp social internet digital* auto_elettrica elettric* guida_autonoma robot drone droni browser aggiornamento software falla privacy dati 5g wifi tecnologi* prova_su',
    sports:
      'gol recupero coppa finale semifinale quarti capitan* infortunio infortunat* ciclismo ciclista tappa allenator* esonerat* sconfitt* vittoria pareggio pallavolo basket calcio calciator* tennis tennista serie_a campionato giornata portiere attaccante difensore calciomercato partita partite risultato rimonta rigore arbitro torneo campion* medaglia olimpi* atlet* maratona nuotat* pilota gran_premio ferrari_f1 stadio tifosi club azzurr* nazionale juve juventus inter milan roma_calcio napoli_calcio scudetto',
    entertainment:
      'romanzo scrittor* scrittrice libro libri premio_strega cantant* tour concert* album canzon* band botteghino film cinema regista attor* attrice set museo mostra espone ritratt* pittor* quadr* scultur* teatro spettacolo serie stagione puntata tv televisi* conduttor* festival sanremo videogioc* vip moda sfilata opera balletto comic* commedia poeta poesia',
    science:
      'scienziat* biolog* ricercator* ricerca studio universita sonda luna pianet* spazial* astronaut* telescopio galassi* sperimentazione vaccin* malaria virus epidemia contagi* fossil* specie animal* vermi marin* oceano ghiacciai* clima climatic* riscaldamento emissioni inquinamento diabete tumor* cancro cuore cervello sonno dormire medic* ospedal* pazient* malatti* salute sanita terapi* farmac* cellul* genetic* dna dinosaur* archeolog* vulcano chimic* fisic* scopert* efficacia',
    other:
      'ricetta ricette zuppa insalata forno cucina ristorant* chef spiagg* weekend viagg* turist* hotel oroscopo segno segni meteo nebbia sole piogg* temperatur* gradi consigli giardin* balcone piant* cane cani gatto gatti arredamento lotto estrazioni superenalotto offerte',
  },
  ru: {
    society:
      'мэр* отставк* задерж* подозрева* ограблен* краж* грабеж* митинг* акци_протеста пенсион* парламент* закон* дума госдум* депутат* сенатор* затонул* судно пропал* погиб* пострада* ранен* спасател* пожар* полици* следств* следовател* суд судь* приговор* арест* обвинен* убийств* уголовн* тюрьм* колони* прокур* губернатор* министр* президент* правительств* кремл* выбор* голосован* партия партии оппозици* войн* арми* военн* обстрел* атак* удар_по дрон_атаковал ракет* посол* посольств* переговор* перемири* заложник* мигрант* беженц* школ* учител* учени* церк* патриарх* наводнен* землетрясен* ураган* дтп авари* жилье жилищ*',
    economy:
      'прогноз_прибыли расход* прибыл* выручк* убыт* центробанк* ставк* рабоч* сократит сокращен* увол* безработиц* экспорт* импорт* пшениц* урожа* упал торговая_сеть ритейлер* магазин* купил конкурент* слияни* поглощен* акци* акционер* дивиденд* бирж* облигаци* долг* дефицит* ввп рост_экономики рецесси* инфляц* цен цены зарплат* налог* пошлин* завод* верф* промышлен* компани* корпораци* бизнес* банк* кредит* ипотек* нефт* баррел* газпром* газа доллар* евро рубл* миллиард* миллион* инвест* рынок рынк* экономик* экономич* бюджет*',
    technology:
      'смартфон* складной батаре* приложени* фотоприложени* пользовател* сервер* облачн* облак* парол* хакер* кибератак* кибер* уязвимост* алгоритм* чат-бот* нейросет* искусственн* языков* стартап* гаджет* ноутбук* планшет* компьютер* экран* процессор* чип* android iphone соцсет* мессенджер* интернет* цифров* электромобил* тест-драйв* автопилот* беспилотн* робот* браузер* обновлен* программ* утечк* данных 5g wi-fi технолог* автомобил* кроссовер* седан*',
    sports:
      'гол голы финал* полуфинал* четвертьфинал* кубк* кубок капитан* сборн* сезон* травм* велогонщик* велоспорт* этап* тренер* поражен* побед* ничь* волейбол* гандбол* баскетбол* футбол* теннис* хокке* лиги лига тур вратар* нападающ* защитник* трансфер* матч* счет пенальти арбитр* турнир* чемпион* медал* олимпи* спортсмен* атлет* марафон* пловец пловч* гонщик* гран-при стадион* болельщик* клуб уступил* обыграл* биатлон* фигурист* фигурн* боксер* боец',
    entertainment:
      'роман* дебютн* писател* книг* преми* певец певиц* гастрол* концерт* альбом* песн* групп_выступ кинопрокат* прокат* фильм* кино* режиссер* актер* актрис* съемк* музе* выставк* портрет* художник* картин* скульптур* театр* спектакл* сериал* эпизод* телевед* телекан* шоу фестивал* видеоигр* звезд* знаменит* мода показ_мод опер* балет* комик* комеди* поэт* стих* музыкант* рэпер*',
    science:
      'учен* биолог* исследован* исследовател* университет* зонд* луны луна планет* космо* астронавт* астроном* телескоп* галактик* вакцин* маляри* вирус* вспышк* эпидеми* окаменелост* ископаем* вид_животных животн* черв* морск* океан* ледник* климат* потеплен* выброс* диабет* рак рака сердц* сердеч* мозг* сон сна недосып* врач* медик* больниц* пациент* болезн* здоровь* лечени* лекарств* клетк* генетич* ген гены днк динозавр* археолог* вулкан* физик* химик* снимки',
    other:
      'рецепт* суп салат* духовк* кулинар* ресторан* шеф-повар* пляж* поездк* путешеств* турист* отел* гороскоп* зодиак* погод* туман* солнечно дожд* температур* градус* советы сад_и огород* подоконник* растени* собак* кошк* кот_ питом* интерьер* лотере* розыгрыш* скидк*',
  },
  pl: {
    society:
      'burmistrz* rezygn* dymisj* zatrzyman* zatrzymal* napad* kradziez* policj* policjant* protest* demonstracj* manifestacj* emerytur* reform* parlament* sejm* senat* ustaw* mieszkan* kuter* zaton* zagin* marynarz* strazak* pozar* wypad* zgin* ranni ranny ofiar* sad_okregowy sedzi* prokur* wyrok* wiezieni* oskarz* zabojstw* morder* rzad* premier* prezydent* minister* ministr* wybor* glosowani* parti* opozycj* pis koalicj* wojn* wojsk* atak* rakiet* ambasad* rozejm* migrant* uchodzc* granic* szkol* nauczyciel* uczni* kosciol* biskup* powodz* trzesieni* wichur* strajk*',
    economy:
      'prognoz* koszt* zysk* strat* przychod* stop_procentowych stopy_procentowe bank* nbp zwoln* pracownik* bezroboci* eksport* import* pszenic* zbior* spadl* kupuje przejm* przejeci* fuzj* konkurent* siec* sprzedaz* dywidend* akcj* akcjonariusz* gield* obligacj* dlug* deficyt* pkb wzrost_gospodarczy recesj* inflacj* cen* plac* wynagrodz* podat* cla clo stoczni* fabryk* przemysl* spolk* firm* ropa ropy barylk* gaz* prad* dolar* euro zlot* miliard* milion* inwest* rynek rynk* gospodar* budzet* kredyt*',
    technology:
      'smartfon* skladan* bateri* aplikacj* uzytkownik* serwer* chmur* hasla hasel haslo haker* cyber* luka luki algorytm* chatbot* sztuczn* jezykow* startup* urzadzen* laptop* tablet* komputer* ekran* procesor* chip* android iphone whatsapp media_spolecznosciowe internet* cyfrow* elektryczn* autonomiczn* robot* dron* przegladark* aktualizacj* oprogramowan* wyciek* danych 5g wifi technolog* van suv test samochod*',
    sports:
      'gol* bramk* final* polfinal* cwiercfinal* puchar* kapitan* kontuzj* sezon* kolarz* kolars* etap* trener* porazk* zwyciest* remis* siatkar* siatkowk* pilk* pilkarz* koszyk* tenis* reczn* ekstraklas* lig* kolejk* bramkarz* napastnik* obronc* transfer* mecz* wynik_meczu karny sedzia turniej* mistrz* mistrzostw* medal* olimpi* lekkoatlet* maraton* plywa* kierowca_f1 stadion* kibic* klub* reprezentac* skocz* zuzel* odpadl*',
    entertainment:
      'powiesc* debiutanck* pisarz* pisark* ksiazk* nagrod* piosenkar* spiewa* tras* koncert* album* piosenk* zespol_muz kinow* kino* film* rezyser* aktor* muze* wystaw* portret* malarz* obraz* rzezb* teatr* spektakl* serial* sezon_serialu odcin* telewiz* prowadzac* festiwal* gra_wideo gry_wideo gwiazd* celebryt* mod* oper* balet* kabaret* komedi* poet* muzyk* raper*',
    science:
      'naukow* biolo* badani* badacz* uniwersyt* sond* ksiezyc* planet* kosm* astronaut* astronom* teleskop* galaktyk* szczepion* malari* wirus* epidemi* skamienialosc* gatun* zwierz* robak* morsk* ocean* lodow* lodowc* klimat* ociepl* emisj* zanieczyszcz* cukrzyc* rak raka nowotw* serc* mozg* snu sen lekar* szpital* pacjent* chorob* zdrow* leczen* lek leki komork* genetycz* gen geny dna dinozaur* archeolog* wulkan* fizyk* chemi* odkry*',
    other:
      'przepis* zupa zupe zupy salatk* piekarnik* kuchni* restaurac* plaz* weekend* podroz* wycieczk* turyst* hotel* horoskop* znak* zodiak* pogod* mgl* slonc* deszcz* temperatur* stopni porad* ogrod* parapec* roslin* bazyli* psy pies kot koty wystroj* lotto losowani* promocj*',
  },
  tr: {
    society:
      'belediye_baskani baskani istifa* oylama* soygun* hirsiz* supheli* gozalti* gozaltina tutukla* protesto* eylem* miting* emekli* reform* meclis* yasa* yasasi konut* tekne* batti kayip polis* jandarma yangin* kaza* oldu oldu_ yarali* yaralan* cinayet* bicak* silahli* mahkeme* savci* hakim* dava* ceza* hapis* sucla* hukumet* cumhurbaskani bakan* milletvekil* secim* oy parti* chp akp mhp muhalefet* savas* ordu* asker* saldiri* fuze* bombala* buyukelci* ateskes* rehine* goc* gocmen* multeci* okul* ogretmen* ogrenci* deprem* sel firtina* grev* sendika*',
    economy:
      'maliyet* tahmin* kar kari zarar* ciro* gelir* faiz* merkez_bankasi banka* isci* isten issiz* istihdam* ihracat* ithalat* bugday* hasat* azaldi artti satin_aldi satin birles* rakib* market* perakende* satis* temettu* hisse* borsa* bist tahvil* borc* acik buyume* resesyon* enflasyon* fiyat* zam* ucret* maas* asgari_ucret vergi* gumruk* tersane* fabrika* sanayi* sirket* holding* grup* grubu petrol* varil* dogalgaz* elektrik_ dolar* euro* lira* altin* milyar* milyon* yatirim* piyasa* ekonomi* butce* kredi* konkordato* iflas*',
    technology:
      'katlanabilir telefon* akilli_telefon batarya* pil uygulama* kullanici* sunucu* bulut* sifre* korsanlari bilgisayar* hacker* siber* algoritma* sohbet_botu yapay_zeka yapay zeka girisim* cihaz* dizustu* tablet* ekran* islemci* cip* android iphone whatsapp sosyal_medya internet* dijital* elektrikli* otonom* surus* robot* drone* tarayici* guncelle* yazilim* acik_bulundu veri_sizintisi veriler* 5g wifi teknoloji* otomobil*',
    sports:
      'gol* kupa* kupada final* finale yari_final ceyrek_final kaptan* sakat* sezon* bisiklet* etap* etabi* teknik_direktor antrenor* yenilgi* yenildi galibiyet* galip berabere* voleybol* basketbol* futbol* tenis* hentbol* super_lig lig* ligi hafta_maci kaleci* forvet* defans* transfer* mac* maci skor* penalti* hakem* turnuva* sampiyon* madalya* olimpiyat* sporcu* atlet* maraton* yuzucu* pilot_f1 stat stadyum* taraftar* kulup* kulub* takim* takimi milli_takim elendi gures* gures',
    entertainment:
      'roman* yazar* kitap* odul* sarkici* turne* konser* album* sarki* muzik* gise* gisede film* sinema* yonetmen* oyuncu* cekim* muze* sergi* portre* ressam* tablo* heykel* tiyatro* oyun_sahne dizi* dizisi bolum* sezon_onayi televizyon* sunucusu festival* video_oyunu unlu* magazin* moda* defile* opera* bale* komedyen* komedi* sair* siir*',
    science:
      'bilim* biyolog* arastirma* arastirmaci* universite* uzay* uydu* uydunun gezegen* astronot* teleskop* galaksi* asi* asisi asinin sitma* virus* salgin* fosil* tur_ hayvan* solucan* deniz_canlisi okyanus* buzul* buzlu iklim* isinma* emisyon* kirlilik* diyabet* kanser* kalp* beyin* uyku* uyumak doktor* hekim* hastane* hasta* hastalik* saglik* tedavi* ilac* hucre* genetik* gen dna dinozor* arkeolog* yanardag* fizik* kimya* kesfe* kesfedil*',
    other:
      'tarif* corba* corbasi salata* firinda mutfak* restoran* sef plaj* tatil* gezi* seyahat* turist* otel* burc* burclar* hava_durumu sis gunes* yagmur* sicaklik* derece oneri* bahce* balkon* bitki* feslegen kopek* kedi* evcil* dekorasyon* piyango* sayisal_loto cekilis indirim*',
  },
  id: {
    society:
      'wali_kota wali bupati gubernur mundur pemungutan_suara pemungutan menangkap ditangkap pelaku perampokan perampok pencurian pencuri curi polisi polda polres unjuk_rasa berunjuk demo pensiun dpr mengesahkan undang-undang ruu perumahan kapal tenggelam awak hilang nelayan basarnas korban tewas luka kecelakaan kebakaran banjir longsor gempa badai sidang vonis terdakwa tersangka hakim jaksa pengadilan penjara pembunuhan narkoba korupsi kpk pemerintah presiden menteri kabinet pemilu pilkada caleg partai koalisi oposisi perang militer tni tentara serangan rudal duta gencatan_senjata sandera pengungsi imigran sekolah guru siswa murid mahasiswa gereja masjid uskup mogok buruh_mogok warga',
    economy:
      'proyeksi biaya laba rugi pendapatan suku_bunga bunga bank bi memecat phk buruh karyawan pengangguran ekspor impor gandum panen turun_persen membeli akuisisi merger pesaing ritel jaringan_ritel penjualan dividen saham bursa ihsg obligasi utang defisit pdb pertumbuhan resesi inflasi harga upah gaji pajak bea tarif galangan pabrik industri perusahaan emiten minyak barel gas batu_bara dolar rupiah euro emas miliar juta triliun investor investasi pasar ekonomi anggaran kredit grup umkm',
    technology:
      'ponsel lipat baterai aplikasi pengguna server awan komputasi kata_sandi sandi peretas siber celah algoritma chatbot kecerdasan_buatan kecerdasan model_bahasa startup rintisan perangkat laptop tablet komputer layar prosesor chip android iphone whatsapp media_sosial internet digital mobil_listrik listrik otonom robot drone peramban pembaruan software membocorkan kebocoran data 5g wifi teknologi gadget mobil fitur',
    sports:
      'gol piala final semifinal perempat kapten cedera semusim musim_ini pembalap sepeda etape pelatih dipecat kekalahan kalah kemenangan menang menangi imbang voli basket sepak bola bulu_tangkis bulutangkis tenis liga pekan kiper penyerang bek transfer pertandingan laga skor penalti wasit turnamen juara kejuaraan medali olimpiade atlet maraton perenang motogp stadion suporter klub tim timnas tersingkir',
    entertainment:
      'novel penulis buku penghargaan penyanyi tur konser album lagu musik band box_office film bioskop sutradara aktor aktris syuting museum pameran memamerkan lukisan pelukis patung teater pentas drama serial sinetron musim_kedua episode televisi presenter festival gim artis selebritas mode busana opera tari komedian komedi penyair puisi',
    science:
      'ilmuwan ahli_biologi biologi peneliti penelitian universitas wahana antariksa bulan planet astronaut teleskop galaksi uji_klinis klinis vaksin malaria virus wabah fosil spesies hewan satwa cacing laut_dalam samudra gletser iklim pemanasan emisi polusi diabetes kanker jantung otak tidur dokter rumah_sakit pasien penyakit kesehatan pengobatan obat sel genetik gen dna dinosaurus arkeolog gunung_api fisika kimia studi risiko',
    other:
      'resep sup salad oven masak masakan restoran koki pantai liburan wisata wisatawan hotel zodiak ramalan cuaca prakiraan berkabut kabut cerah hujan suhu derajat tips cara_merawat kebun tanaman taman anjing kucing peliharaan dekorasi lotre undian diskon',
  },
  nl: {
    society:
      'burgemeester* ontslag_na stemming overval* aangehouden gearresteerd politie* betoging* demonstr* protest* pensioen* parlement* wet* kotter gezonken vermist* brandweer* gewond* doden overleden rechtbank* cel celstraf verdacht* moord* kabinet* minister* kamer_stemt verkiezing* oorlog* leger* aanval* asiel* vluchteling* school scholen leraren kerk* overstroming* aardbeving* staking*',
    economy:
      'kosten winst* verlies omzet* rente centrale_bank ecb banen ontsla* werkloos* export* import* tarwe oogst* neemt_over overname* fusie* keten winkel* verkoop dividend* aandeel* aandelen beurs* aex schuld* tekort bbp groei recessie inflatie* prijs prijzen loon lonen cao belasting* heffing* scheepswerf* werf fabriek* industrie* bedrijf* bedrijven olie gas stroom dollar* euro miljard* miljoen* belegg* invest* markt* economi* bank* hypothe*',
    technology:
      'vouwbare smartphone* telefoon* batterij* accu app apps gebruiker* server* cloud* wachtwoord* hacker* cyber* algoritme* chatbot* kunstmatige_intelligentie taalmodel* start-up* apparaat laptop* tablet* computer* scherm processor* chip* internet* digita* elektrische_auto elektrische zelfrijdend* robot* drone* browser* update* software* lek datalek* privacy 5g wifi technolog*',
    sports:
      'goal* doelpunt* beker* bekerfinale finale halve_finale aanvoerder* blessure* geblesseerd* seizoen wielren* etappe* trainer* coach nederlaag* nederlagen zege* overwinning* gelijkspel handbal* basketbal* voetbal* tennis* eredivisie keeper* spits verdediger* transfer* wedstrijd* scheidsrechter* toernooi* kampioen* medaille* olympisch* atleet* marathon* zwem* grand_prix stadion* supporter* club* oranje schaats* hockey*',
    entertainment:
      'roman* debuutroman schrijver* schrijfster boek* prijs_voor zanger* zangeres* tournee* concert* album* lied* band bioscoop* film* regisseur* acteur* actrice* museum* musea tentoonstelling* portret* schilder* theater* toneel* serie* seizoen_twee aflevering* televisie* presentator* festival* game* bekende mode* opera* ballet* cabaret* komedie* dichter* muziek*',
    science:
      'wetenschap* bioloog biologen onderzoek* universiteit* sonde maan planeet planeten ruimtevaart* astronaut* telescoop* vaccin* malaria virus* uitbraak* fossiel* soort* dieren wormen diepzee* oceaan* gletsjer* klimaat* opwarming uitstoot diabetes kanker* hart* hersen* slaap* arts* dokter* ziekenhui* patient* ziekte* gezondheid* behandeling* medicijn* cel_len genetisch* gen dna dinosaur* archeolo* vulka* natuurkund* chemi*',
    other:
      'recept* soep salade* oven koken restaurant* strand* stranden reis* vakantie* weekend* toerist* hotel* horoscoop* sterrenbeeld* weer mist zon regen* temperatu* graden tips tuin* balkon* plant* hond* kat_ katten huisdier* interieur* loterij* korting*',
  },
  ar: {
    society:
      'استقالة استقال رئيس رئيسة بلدية تصويت مجلس شرطة تعتقل اعتقال اعتقلت موقوف سطو سرقة سلاح مسلح متظاهرين متظاهرون مظاهرة مظاهرات احتجاج احتجاجات يحتجون تقاعد غرق قارب مفقود فقدان قتيل قتلى مقتل قتل جريح جرحى إصابة_عشرات برلمان قانون نائب نواب حكومة وزير وزارة وزراء رئاسة انتخابات ناخبين حزب أحزاب معارضة محكمة قاض قضاء حكم سجن متهم اتهام نيابة جريمة حرب جيش عسكري عسكرية جنود هجوم غارة غارات قصف صاروخ صواريخ هدنة وقف_إطلاق رهائن أسرى سفير سفارة خارجية أمن إرهاب لاجئ لاجئين مهاجرين حدود مدرسة مدارس طلاب معلمين زلزال فيضان فيضانات حريق حرائق عاصفة حادث إضراب نقابة إسكان سكان مدنيين فلسطين غزة أمم_متحدة',
    economy:
      'اقتصاد اقتصادي اقتصادية أرباح ربح خسائر خسارة تكاليف توقعات إيرادات بنك بنوك مصرف مركزي فائدة سعر أسعار عمال يسرح تسريح بطالة وظائف صادرات واردات قمح محصول شراء تشتري استحواذ اندماج شركة شركات متاجر مبيعات أسهم سهم بورصة سندات دين ديون عجز ميزانية موازنة نمو ركود تضخم رواتب أجور ضرائب ضريبة رسوم مصنع مصانع صناعة نفط برميل خام غاز أوبك دولار يورو ذهب مليار مليارات ملياري مليون استثمار استثمارات مستثمرين سوق أسواق تجارة تجاري مجموعة إفلاس عقارات قروض',
    technology:
      'هاتف هواتف ذكي ذكية قابل_للطي بطارية تطبيق تطبيقات مستخدمين مستخدم مستخدمي خادم سحابية سحابة كلمات_مرور مرور قراصنة_الإنترنت هاكرز اختراق سيبراني سيبرانية إلكتروني ثغرة خوارزمية روبوت روبوتات ذكاء_اصطناعي اصطناعي لغوي نموذج ناشئة جهاز أجهزة حاسوب لوحي شاشة معالج شريحة رقائق أندرويد آيفون أبل غوغل جوجل مايكروسوفت فيسبوك واتساب تويتر تواصل إنترنت رقمي رقمية سيارة سيارات كهربائية كهربائي قيادة ذاتية مسيرة متصفح تحديث برمجيات برنامج بيانات خصوصية تقنية تكنولوجيا تسريب',
    sports:
      'هدف أهداف كأس نهائي نهائيات بطولة قائدة كابتن موسم دراج مرحلة مدرب إقالة_المدرب هزيمة هزائم فوز يفوز تعادل كرة طائرة قدم سلة منتخب دوري جولة حارس مهاجم مدافع انتقال انتقالات لاعب لاعبين لاعبة مباراة مباريات نتيجة ركلة جزاء حكم_المباراة بطل أبطال ميدالية أولمبي أولمبياد أولمبية رياضي رياضة عداء ماراثون سباح سباق سباقات فورمولا ملعب استاد جماهير نادي ريال برشلونة ليفربول فيفا تنس ملاكمة مونديال',
    entertainment:
      'رواية روائي كاتب كتاب جائزة مغني مغنية مطرب مطربة جولة حفلات حفل ألبوم أغنية أغاني موسيقى فرقة شباك_التذاكر تذاكر فيلم أفلام سينما مخرج ممثل ممثلة تصوير متحف معرض يعرض لوحات لوحة رسام فنان فنانة فن فنون نحت مسرح مسرحية مسلسل مسلسلات حلقة تلفزيون مذيع مهرجان ألعاب لعبة_فيديو نجم نجمة مشاهير أزياء موضة أوبرا رقص كوميدي كوميديا شاعر شعر هوليوود',
    science:
      'علماء عالم_أحياء باحث باحثون باحثين بحث دراسة جامعة مسبار قمر كوكب كواكب فضاء فضائية رائد_فضاء ناسا تلسكوب مجرة تجربة سريرية لقاح لقاحات ملاريا فيروس كورونا وباء تفشي أحفورة أحافير ديناصور نوع أنواع حيوان حيوانات ديدان أحياء بحرية محيط جليد جليدي مناخ احترار انبعاثات تلوث سكري سرطان قلب دماغ نوم طبيب أطباء مستشفى مرضى مرض أمراض صحة صحية علاج دواء أدوية خلايا جينات جيني آثار بركان فيزياء كيمياء اكتشاف يكتشفون',
    other:
      'طريقة_عمل وصفة وصفات شوربة سلطة طبخ مطبخ مطعم شاطئ شواطئ عطلة سفر سياحة سياح فندق برج برجك أبراج حظك طقس ضباب شمس مطر أمطار حرارة درجات نصائح حديقة نباتات ريحان كلب قطط ديكور يانصيب تخفيضات',
  },
  hi: {
    society:
      'महापौर इस्तीफा इस्तीफे मतदान परिषद लूट लूटपाट चोरी डकैती आरोप आरोपी गिरफ्तार गिरफ्तारी प्रदर्शन प्रदर्शनकारी धरना आंदोलन पेंशन नाव डूबी डूबने लापता संसद विधेयक विधानसभा लोकसभा राज्यसभा आवास मंत्री मुख्यमंत्री प्रधानमंत्री राष्ट्रपति सरकार चुनाव वोट पार्टी भाजपा कांग्रेस विपक्ष सांसद विधायक पुलिस थाना हत्या हत्याकांड दुष्कर्म बलात्कार कोर्ट अदालत सुप्रीम हाईकोर्ट जज सजा जेल केस मुकदमा सीबीआई हादसा दुर्घटना मौत घायल शव आग बाढ़ भूकंप तूफान भूस्खलन युद्ध सेना सैनिक जवान हमला आतंकी आतंकवादी सीमा मिसाइल दूतावास शरणार्थी स्कूल छात्र छात्रों शिक्षक परीक्षा मंदिर मस्जिद हड़ताल किसान किसानों गांव',
    economy:
      'लागत मुनाफा मुनाफे घाटा कमाई आय बैंक ब्याज दरें रिजर्व आरबीआई कर्मचारी कर्मचारियों छंटनी नौकरी नौकरियां बेरोजगारी निर्यात आयात गेहूं फसल घटा बढ़ा खरीदा अधिग्रहण विलय कंपनी कंपनियां कंपनियों खुदरा बिक्री शेयर शेयरों सेंसेक्स निफ्टी बाजार बॉन्ड कर्ज ऋण घाटे बजट जीडीपी विकास_दर मंदी महंगाई कीमत कीमतें दाम वेतन टैक्स कर जीएसटी शुल्क कारखाना कारखाने उद्योग तेल पेट्रोल डीजल कच्चा गैस डॉलर रुपया रुपये सोना चांदी अरब करोड़ लाख निवेश निवेशक निवेशकों कारोबार व्यापार अर्थव्यवस्था समूह आईपीओ',
    technology:
      'स्मार्टफोन फोन मोबाइल लॉन्च बैटरी ऐप ऐप्स यूजर यूजर्स सर्वर क्लाउड पासवर्ड हैकर हैकरों हैकिंग साइबर एल्गोरिदम चैटबॉट एआई आर्टिफिशियल कृत्रिम भाषा_मॉडल मॉडल स्टार्टअप डिवाइस लैपटॉप टैबलेट कंप्यूटर स्क्रीन प्रोसेसर चिप एंड्रॉयड आईफोन व्हाट्सएप सोशल_मीडिया इंटरनेट डिजिटल इलेक्ट्रिक कार बाइक टेस्ट_ड्राइव रोबोट ड्रोन ब्राउजर अपडेट सॉफ्टवेयर खामी लीक डेटा लोकेशन 5जी तकनीक टेक्नोलॉजी फीचर फीचर्स कैमरा',
    sports:
      'गोल फाइनल सेमीफाइनल कप चोट कप्तान सत्र साइकिल चरण कोच हार हारी हराया जीता जीती जीत ड्रॉ हॉकी क्रिकेट फुटबॉल टेनिस बैडमिंटन कबड्डी वॉलीबॉल कुश्ती टीम लीग आईपीएल मैच गोलकीपर बल्लेबाज गेंदबाज विकेट रन शतक पारी टेस्ट_मैच वनडे टी20 स्कोर पेनल्टी टूर्नामेंट चैंपियन चैंपियनशिप पदक स्वर्ण ओलंपिक एथलीट मैराथन तैराक खिलाड़ी खिलाड़ियों स्टेडियम क्लब विश्वकप सीरीज',
    entertainment:
      'उपन्यास लेखक लेखिका किताब पुरस्कार गायक गायिका कॉन्सर्ट एल्बम गाना गाने गीत संगीत बैंड बॉक्स ऑफिस फिल्म फिल्में फिल्मों सिनेमा बॉलीवुड निर्देशक अभिनेता अभिनेत्री एक्टर एक्ट्रेस शूटिंग ट्रेलर संग्रहालय प्रदर्शनी चित्रों चित्र चित्रकार मूर्ति रंगमंच नाटक वेब सीरीज_का सीजन एपिसोड टीवी सीरियल बिग_बॉस शो फेस्टिवल वीडियो_गेम सेलिब्रिटी फैशन नृत्य कॉमेडी कवि कविता',
    science:
      'वैज्ञानिक वैज्ञानिकों जीव अध्ययन शोध शोधकर्ताओं विश्वविद्यालय अंतरिक्ष यान चंद्रमा चांद ग्रह उपग्रह इसरो नासा दूरबीन आकाशगंगा परीक्षण टीका टीके वैक्सीन मलेरिया डेंगू वायरस कोरोना महामारी जीवाश्म प्रजाति जानवर कीड़े समुद्री महासागर ग्लेशियर जलवायु तापमान_वृद्धि उत्सर्जन प्रदूषण मधुमेह डायबिटीज कैंसर हृदय दिल_का मस्तिष्क नींद डॉक्टर डॉक्टरों अस्पताल मरीज मरीजों बीमारी रोग स्वास्थ्य इलाज दवाई कोशिका जीन डीएनए डायनासोर पुरातत्व ज्वालामुखी भौतिकी रसायन खोजे खोज',
    other:
      'रेसिपी सूप सलाद दाल रसोई व्यंजन रेस्तरां समुद्र_तट तट यात्रा सप्ताहांत पर्यटक पर्यटन होटल राशिफल राशि मौसम कोहरा धूप बारिश तापमान टिप्स बगीचा पौधा पौधे तुलसी देखभाल कुत्ता बिल्ली सजावट लॉटरी सेल छूट',
  },
  zh: {
    society:
      '市长 辞职 议会 投票 警方 警察 逮捕 拘留 嫌疑人 抢劫 盗窃 上街 抗议 示威 游行 养老金 改革 渔船 沉没 失踪 船员 法案 通过法 住房 总统 总理 部长 政府 国会 选举 选民 候选人 政党 反对党 法院 法官 判处 判刑 监狱 检察 起诉 谋杀 杀害 枪击 爆炸 袭击 恐怖 战争 军队 军方 士兵 导弹 空袭 停火 人质 大使 外交 难民 移民 边境 学校 教师 学生 教会 遇难 死亡 受伤 车祸 事故 火灾 洪水 地震 台风 山体滑坡 救援 消防 罢工 人权 贪腐 腐败 外长 峰会',
    economy:
      '业绩 成本 利润 盈利 亏损 营收 收入 央行 利率 加息 降息 裁员 失业 就业 出口 进口 小麦 粮食 收购 并购 合并 超市 零售 销售额 股票 股价 股市 股东 股份 分红 债券 债务 赤字 增长 经济 衰退 通胀 物价 价格 工资 税收 关税 造船厂 工厂 制造业 工业 企业 集团 公司 石油 原油 油价 天然气 美元 欧元 人民币 黄金 投资 投资者 市场 金融 银行 贷款 房价 房地产 楼市 上市 破产 预算 基金 贸易 亿元 亿美元',
    technology:
      '手机 折叠 电池 应用 用户 服务器 云服务 密码 黑客 网络攻击 漏洞 算法 聊天机器人 人工智能 语言模型 大模型 初创公司 设备 笔记本 平板 电脑 屏幕 处理器 芯片 安卓 苹果 谷歌 微软 华为 小米 微信 社交媒体 互联网 数字 试驾 电动汽车 电动车 自动驾驶 机器人 无人机 浏览器 更新 软件 数据 隐私 5G 科技 技术 汽车 新车 车型 续航',
    sports:
      '进球 决赛 半决赛 杯赛 队长 赛季 伤缺 自行车手 赛段 主教练 教练 下课 连败 连胜 击败 战胜 平局 女排 男篮 足球 篮球 排球 网球 乒乓球 羽毛球 联赛 中超 英超 西甲 门将 前锋 后卫 转会 比赛 比分 点球 裁判 锦标赛 冠军 亚军 奖牌 金牌 银牌 奥运 运动员 马拉松 游泳 车手 大奖赛 球场 球迷 俱乐部 国家队 球员 球队 世界杯 夺冠 补时 晋级',
    entertainment:
      '小说 作家 书 获奖 歌手 巡演 演唱会 专辑 歌曲 音乐 乐队 票房 电影 影片 导演 演员 主演 女星 男星 影帝 影后 拍摄 博物馆 展出 展览 肖像画 画家 油画 雕塑 剧院 话剧 电视剧 剧集 综艺 主持人 第二季 电视 节目 电影节 游戏 明星 艺人 时尚 时装 歌剧 芭蕾 喜剧 诗人 文学 动漫',
    science:
      '生物学家 科学家 研究 大学 探测器 卫星 月球 火星 行星 太空 航天 宇航员 望远镜 星系 临床试验 疫苗 疟疾 病毒 疫情 感染 化石 物种 动物 蠕虫 深海 海洋 冰川 气候 变暖 碳排放 污染 糖尿病 癌症 心脏 大脑 睡眠 医生 医院 患者 疾病 健康 治疗 药物 细胞 基因 恐龙 考古 火山 物理 化学 发现 风险',
    other:
      '做法 菜谱 食谱 汤 美食 餐厅 海滩 周末 旅行 旅游 游客 酒店 星座 运势 天气预报 天气 有雾 转晴 降雨 气温 阳台 花园 植物 宠物 狗 猫 家居 彩票 优惠 打折',
  },
  ja: {
    society:
      '市長 知事 辞任 議会 採決 警察 逮捕 容疑 強盗 窃盗 デモ 抗議 年金 改革 漁船 沈没 行方不明 乗組員 法案 可決 住宅法 首相 大統領 大臣 政府 国会 選挙 投票 候補 与党 野党 自民 立憲 裁判 判決 被告 起訴 検察 刑務所 殺人 殺害 銃撃 爆発 襲撃 テロ 戦争 軍 兵士 ミサイル 空爆 停戦 人質 大使 外交 難民 移民 学校 教師 生徒 児童 教会 死亡 死者 負傷 けが人 事故 火災 火事 洪水 地震 台風 土砂 救助 消防 ストライキ 人権 汚職 首脳 外相',
    economy:
      '業績 予想 コスト 利益 黒字 赤字 増益 減益 売上 決算 中央銀行 日銀 金利 利上げ 利下げ 据え置き 削減 リストラ 解雇 失業 雇用 輸出 輸入 小麦 収穫 買収 合併 競合 スーパー 小売 販売 株 株価 株式 日経平均 配当 債券 債務 国債 成長率 経済 景気 後退 インフレ 物価 値上げ 価格 賃金 賃上げ 給与 税 増税 減税 関税 造船所 工場 製造業 企業 会社 社長 原油 石油 天然ガス 電気料金 ドル ユーロ 円安 円高 投資 投資家 市場 金融 銀行 融資 不動産 上場 倒産 破産 予算 貿易 億円',
    technology:
      'スマホ スマートフォン 折りたたみ バッテリー アプリ 利用者 ユーザー サーバー クラウド パスワード ハッカー サイバー 不具合 脆弱性 アルゴリズム チャット AI 人工知能 言語モデル 新興企業 スタートアップ 端末 パソコン タブレット 画面 半導体 チップ アンドロイド アップル グーグル マイクロソフト SNS インターネット ネット デジタル 電気自動車 試乗 EV 自動運転 ロボット ドローン ブラウザ 更新 ソフト データ流出 個人情報 流出 位置情報 5G 技術 新型車 搭載',
    sports:
      'ゴール 決勝 準決勝 準々決勝 主将 今季 けがで 自転車レース ステージ 監督 連敗 連勝 勝利 敗れ 引き分け バレー バスケ サッカー 野球 テニス 卓球 バドミントン ラグビー 相撲 力士 横綱 Jリーグ プロ野球 リーグ 投手 打者 本塁打 ホームラン 先発 キーパー FW MF DF 移籍 試合 得点 点差 PK 審判 大会 優勝 選手権 メダル 金メダル 五輪 オリンピック 選手 マラソン 競泳 GP スタジアム サポーター クラブ 代表 W杯 ワールドカップ 退任',
    entertainment:
      '小説 作家 本 文学賞 受賞 芥川賞 直木賞 歌手 ツアー コンサート アルバム 楽曲 音楽 バンド 興行収入 映画 監督作 主演 俳優 女優 声優 撮影 美術館 博物館 展示 公開 肖像画 画家 絵画 彫刻 劇場 舞台 ドラマ シーズン テレビ 番組 司会 映画祭 フェス ゲーム アニメ 漫画 芸能 アイドル タレント ファッション オペラ バレエ お笑い 芸人 喜劇 詩人',
    science:
      '生物学者 科学者 研究 大学 探査機 衛星 月面 火星 惑星 宇宙 飛行士 望遠鏡 銀河 臨床試験 ワクチン マラリア ウイルス 感染 流行 化石 新種 動物 虫 深海 海洋 氷河 気候 温暖化 排出 汚染 糖尿病 がん 心臓 脳 睡眠 医師 病院 患者 病気 健康 治療 薬 細胞 遺伝子 恐竜 遺跡 考古 火山 物理 化学 発見 判明 リスク',
    other:
      'レシピ スープ サラダ 料理 レストラン ビーチ 週末 旅行 観光 ホテル 星占い 占い 運勢 天気 霧 晴れ 雨 気温 ベランダ 庭 植物 育てる ペット 犬 猫 インテリア 宝くじ セール コツ',
  },
  ko: {
    society:
      '시장 지사 의회 표결 사퇴 경찰 체포 구속 용의자 강도 절도 시위 집회 항의 연금 개혁 어선 침몰 선원 실종 주택법 법안 통과 대통령 총리 장관 정부 국회 의원 선거 투표 후보 여당 야당 민주당 국민의힘 법원 재판 판결 징역 검찰 기소 피고 살인 살해 총격 폭발 테러 전쟁 군 군인 병사 미사일 공습 휴전 인질 대사 외교 난민 이민 학교 교사 학생 교회 사망 숨져 부상 사고 화재 홍수 지진 태풍 산사태 구조 소방 파업 노조 인권 부패 정상회담 탄핵 경찰청 피해자 시민',
    economy:
      '실적 비용 이익 흑자 적자 매출 영업이익 중앙은행 한은 한국은행 금리 기준금리 동결 인상 인하 감원 해고 구조조정 실업 고용 일자리 수출 수입 밀 수확 인수 합병 경쟁사 유통 마트 판매 주가 주식 코스피 코스닥 증시 배당 채권 부채 국채 성장률 경제 경기 침체 인플레 물가 가격 임금 최저임금 세금 관세 조선소 공장 제조업 기업 그룹 회사 유가 석유 원유 천연가스 전기요금 달러 유로 원화 환율 투자 투자자 시장점유 금융 은행 대출 부동산 집값 아파트 상장 파산 예산 무역 억원 조원 전망',
    technology:
      '스마트폰 휴대폰 접는 폴더블 배터리 앱 이용자 사용자 서버 클라우드 비밀번호 해커 해킹 사이버 결함 취약점 알고리즘 챗봇 인공지능 ai 언어 모델 스타트업 단말기 노트북 태블릿 컴퓨터 화면 프로세서 칩 반도체 안드로이드 아이폰 애플 구글 마이크로소프트 카카오 네이버 sns 소셜미디어 인터넷 디지털 전기차 시승기 자율주행 로봇 드론 브라우저 업데이트 소프트웨어 데이터 개인정보 유출 위치 5g 기술 신차 탑재',
    sports:
      '골 결승 준결승 8강 4강 16강 주장 부상 시즌 사이클 구간 감독 연패 연승 승리 패배 무승부 배구 농구 축구 야구 테니스 배드민턴 탁구 골프 리그 프로야구 k리그 투수 타자 홈런 선발 골키퍼 공격수 수비수 이적 경기 득점 페널티 심판 대회 우승 선수권 메달 금메달 은메달 올림픽 선수 마라톤 수영 그랑프리 경기장 팬 구단 대표팀 국가대표 월드컵 탈락 경질',
    entertainment:
      '소설 작가 책 문학상 수상 가수 순회공연 공연 콘서트 투어 앨범 노래 음악 밴드 아이돌 걸그룹 보이그룹 박스오피스 영화 감독작 주연 배우 여배우 촬영 미술관 박물관 전시 초상화 화가 그림 조각 극장 연극 뮤지컬 드라마 시즌2 예능 방송 프로그램 진행자 영화제 축제 게임 애니메이션 웹툰 만화 연예 스타 패션 오페라 발레 코미디 시인',
    science:
      '생물학자 과학자 연구 연구팀 대학 탐사선 위성 달 화성 행성 우주 우주인 망원경 은하 임상시험 임상 백신 말라리아 바이러스 감염 확진 유행 화석 신종 동물 벌레 심해 해양 빙하 기후 온난화 배출 오염 당뇨 당뇨병 암 심장 뇌 수면 의사 병원 환자 질병 건강 치료 약물 신약 세포 유전자 공룡 유적 고고 화산 물리 화학 발견 위험',
    other:
      '레시피 수프 샐러드 요리 맛집 식당 해변 주말 여행 관광 호텔 별자리 운세 날씨 안개 맑음 비 기온 베란다 정원 식물 키우는 반려동물 강아지 고양이 인테리어 로또 할인',
  },
}
