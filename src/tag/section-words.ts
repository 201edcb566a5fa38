import type { Section } from '../model/tag.ts'

/**
 * Telling words of each section, by language; folded (foldWord), `*` at the end stands for any ending, `_` joins two words that follow each other.
 * Chinese and Japanese words are looked for inside the text. Written for this project, not learnt from anybody's articles.
 */
export const SECTION_WORDS: Readonly<Record<string, Readonly<Partial<Record<Section, string>>>>> = {
  // What the learnt words (weights-section.json) lack: words newer than the vectors, and pairs ("_") that say another thing than their words.
  en: {
    society:
      'brexit covid_restrictions lockdown_protest black_lives metoo isis daesh houthi houthis donbas zelensky zelenskyy navalny trump biden snowfall_warning gun_control death_toll human_rights prime_minister white_house supreme_court supreme_court_ruling charged_with accused_of pleaded_guilty law_enforcement civil_war air_strike climate_protest state_department foreign_minister foreign_ministry home_secretary attorney_general car_crash bus_crash train_crash plane_crash missing_person court_heard police_said found_dead shot_dead killed_in died_in fire_crews rescue_workers border_patrol asylum_seekers social_security death_penalty domestic_violence sexual_assault sex_abuse hate_crime mass_shooting school_board high_school human_trafficking executive_order national_guard armed_forces security_council european_union',
    economy:
      'crypto_market stock_market stock_markets wall_street interest_rate interest_rates central_bank oil_prices oil_price gas_prices fuel_prices house_prices job_cuts job_losses supply_chain supply_chains real_estate trade_war trade_deal trade_talks wheat_prices hedge_fund hedge_funds private_equity venture_capital earnings_report quarterly_results market_share minimum_wage cost_of living_costs consumer_prices credit_card credit_rating bond_yields exchange_rate retail_sales net_income net_profit first_quarter second_quarter third_quarter fourth_quarter chief_executive small_business small_businesses tax_cuts income_tax budget_deficit public_debt economic_growth s&p ipo fintech bull_market bear_market activist_investor chapter_11 share_price shares_fell shares_rose',
    technology:
      'chatgpt openai gpt llm deepfake metaverse nft ethereum bitcoin crypto cryptocurrency blockchain app_store google_play social_media social_network artificial_intelligence machine_learning data_breach cyber_attack cyber_security self_driving electric_vehicle electric_vehicles electric_car electric_cars ev evs smart_home smart_tv operating_system open_source big_data cloud_computing search_engine web_browser user_data tech_giant tech_company windows_10 galaxy_s20 galaxy_note macbook airpods smartwatch wearables foldable oneplus xiaomi huawei realme oppo redmi tiktok whatsapp instagram snapchat telegram_app zoom_app alexa siri chromebook chrome firefox ransomware fuel_economy test_drive concept_car pickup_truck sports_car',
    sports:
      'world_cup premier_league champions_league europa_league la_liga serie_a grand_slam grand_prix formula_1 f1 super_bowl world_series gold_medal silver_medal bronze_medal free_agent free_agency head_coach first_half second_half home_run test_match world_record national_team transfer_window red_card yellow_card penalty_shootout title_fight heavyweight_title french_open us_open australian_open ryder_cup stanley_cup six_nations esports dota fortnite_tournament man_united man_city messi ronaldo mbappe haaland djokovic lebron',
    entertainment:
      'box_office red_carpet reality_show tv_show tv_series talk_show new_album new_song music_video debut_album golden_globe academy_award academy_awards film_festival comic_con star_wars harry_potter game_of video_game video_games xbox playstation ps4 ps5 nintendo switch_game fortnite twitch_streamer marvel mcu avengers bts kpop k-pop blackpink netflix spotify_playlist season_2 season_finale kardashian kanye swift_tour royal_family meghan_markle prince_harry hip_hop pop_star best_actor best_actress best_picture love_island bigg_boss',
    science:
      'covid covid-19 coronavirus sars-cov-2 omicron mrna monkeypox zika clinical_trial clinical_trials climate_change global_warming carbon_emissions greenhouse_gas black_hole solar_system space_station spacex blue_origin james_webb new_study study_finds researchers_found heart_disease mental_health public_health health_officials breast_cancer blood_pressure weight_loss stem_cell stem_cells gene_editing crispr new_species side_effects immune_system flu_season world_health medical_school sea_level fossil_fuels',
    other:
      'gift_guide black_friday best_deals weather_forecast travel_tips road_trip dog_breed air_fryer slow_cooker home_decor new_year horoscope lottery_numbers winning_numbers',
  },
  es: {
    society:
      'gobierno presidente ministr* eleccion* voto congreso senado policia juez tribunal juicio asesin* detenid* muert* guerra ejercito ataque* ley leyes partido diputad* protesta* migrant* refugiad* escuela* educacion iglesia papa alcalde* crimen fiscal* terremoto incendio* seguridad policia* policial guardia civil tribunal* fiscalia juez* jueza detencion condena* carcel prision victima* herido* heridos fallec* accidente* inundacion* manifestacion* huelga* votacion* senador* alcald* oposicion izquierda derecha psoe pp vox podemos moncloa constitucion* referendum corrupcion soborno narcotrafico* cartel secuestro* migracion frontera* derechos humanos aborto feminis* violencia machista asesinato* homicidio* tiroteo bombardeo* militar* soldado* misil* otan onu embajad* canciller* diplomatic* trump biden putin maduro colegio* profesor* alumno* universitari* obispo* vecinos ciudadan*',
    economy:
      'economi* mercado* bolsa acciones inflacion banco* empresa* inversion* inversor* precio* petroleo euros dolares millones impuesto* deuda empleo paro salario* comercio exportacion* crecimiento beneficio* ventas ibex accionista* banco bancos bancari* bce tipos_de interes hipoteca* credito* deficit presupuesto* fiscal* iva pib recesion crisis_economica precios gasolina barril opep importacion* arancel* comercial empresari* perdidas ingresos trimestre consejero_delegado fusion* adquisicion* opa despido* desempleo ocupacion sindicato* pension* autonomos pymes startup* inmobiliari* vivienda* alquiler* turismo sector* industria* fabrica* automocion consumidor* divisa* dolar* euro* peso* cosecha agricultura ganader*',
    technology:
      'tecnolog* internet aplicacion* movil* telefono* software ordenador* computador* inteligencia artificial datos ciber* hacker* redes usuarios digital* google apple microsoft videojuego* robot* moviles celular* iphone ipad android samsung xiaomi huawei amazon facebook instagram twitter whatsapp tiktok youtube red_social redes_sociales inteligencia_artificial algoritmo* app apps hardware procesador* portatil* tableta* pantalla* bateria* camara* actualizacion* ciberataque* ciberseguridad malware privacidad wifi 5g operador* fibra nube criptomoneda* bitcoin blockchain dron* coche_electrico electricos tesla automovil* motor vehiculo* usuario* pagina_web navegador* windows linux videollamada*',
    sports:
      'futbol partido* gol goles liga copa campeon* jugador* entrenador equipo* victoria derrota torneo mundial seleccion tenis baloncesto olimpic* medalla* carrera estadio fichaje club partido partidos golead* marcador empate* derbi clasico laliga champions eurocopa seleccion* futbolista* delantero* portero* defensa centrocampista* entrenador* tecnico fichaje* traspaso* real_madrid barca barcelona atletico sevilla betis valencia messi cristiano ronaldo nadal alcaraz djokovic tenista* roland garros wimbledon nba acb ciclista* ciclismo vuelta tour giro etapa formula alonso verstappen motogp marquez piloto* carrera* atleta* atletismo natacion boxeo boxeador* combate campeonato* torneo* final semifinal* jornada arbitro* var penalti* estadio* aficion* lesion* hincha*',
    entertainment:
      'pelicula* cine actor actriz cantante cancion* musica album concierto* serie* television festival estreno premio* famos* teatro artista* novela libro* escritor* exposicion museo moda cinematografic* director_de actores actriz* protagonista* serie series temporada netflix hbo disney oscar* goya* estreno* taquilla cantante* disco album* gira musica* musical* banda reggaeton rapero* festival* eurovision obra escenario pintor* pintura exposicion* museo* novela* autor* literatura poeta* poesia premio_planeta celebridad* boda divorcio novia novio embaraz* reality concursante* gran_hermano presentador* telenovela* humorista* diseñador* modelo pasarela videojuego* playstation xbox nintendo comic* anime',
    science:
      'cientific* estudio* investigador* investigacion* universidad salud medic* hospital* paciente* enfermedad* virus vacuna* cancer espacio nasa planeta* clima* especie* celula* gen genes estudio_publicado descubr* hallazgo* experimento* laboratorio* fisica quimica biologia genetic* adn cerebro tumor* coronavirus covid covid-19 pandemia vacunacion contagio* sanitari* sanidad medico* medicina tratamiento* farmaco* sintoma* diabetes obesidad dieta nutricion espacial satelite* marte luna asteroide* telescopio* galaxia* astronom* astronauta* cohete* clima climatic* calentamiento emisiones biodiversidad fosil* dinosaurio* arqueolog* volcan* glaciar* oceano*',
    other:
      'receta* viaje* hotel* horoscopo tiempo cocina loteria cocina* ingrediente* restaurante* vino* viajar playa* vacaciones horoscopo* signo loteria* sorteo* meteorolog* lluvia* tormenta* mascota* perro* gato* decoracion jardin*',
  },
  pt: {
    society:
      'governo presidente ministr* eleic* voto* congresso senado policia juiz tribunal julgamento homicidio preso* mort* guerra exercito ataque* lei leis partido deputad* protesto* migrant* refugiad* escola* educacao igreja papa prefeito crime* justica seguranca camara policia* policial presos* investigacao ministerio_publico procurador* juiz* condenad* prisao vitima* ferido* acidente* incendio* enchente* terremoto guerra* soldado* militar* missil* otan onu embaixad* presidente* bolsonaro lula trump biden putin planalto stf supremo camara_dos senador* eleitor* candidat* vereador* prefeito* governador* ministro* oposicao corrupcao propina trafico* favela* homicidio* assassin* tiroteio estupro violencia manifestac* greve* imigrante* fronteira* aborto professor* aluno* igreja* bispo* moradores cidadao*',
    economy:
      'econom* mercado* bolsa acoes inflacao banco* empresa* investiment* investidor* preco* petroleo euros dolares milhoes reais imposto* divida emprego* desemprego salario* comercio exportac* crescimento lucro* vendas economia* ibovespa acionista* bancari* juros selic copom credito* divida* deficit orcamento* tribut* pib recessao ipca gasolina combustive* petrobras vale barril importac* tarifa* comerci* empresari* prejuizo* receita_liquida trimestre fusao aquisic* sindicato* aposentadoria* imovel imoveis industria* fabrica* consumidor* dolar* euro* real_fecha bilhoes agronegocio safra* soja milho',
    technology:
      'tecnolog* internet aplicativo* celular* telefone* software computador* inteligencia artificial dados ciber* hacker* redes usuarios utilizadores digital* google apple microsoft videogame* robo* smartphone* iphone ipad android samsung xiaomi huawei motorola amazon facebook instagram twitter whatsapp tiktok youtube rede_social redes_sociais inteligencia_artificial algoritmo* app apps hardware processador* notebook* tela bateria* camera* atualizac* ciberataque* malware privacidade wifi 5g operadora* nuvem criptomoeda* bitcoin blockchain drone* carro* eletric* tesla automovel motor veiculo* usuario* site navegador* windows linux',
    sports:
      'futebol jogo* gol gols golo* liga copa taca campeao campeonato jogador* treinador tecnico equipa equipe* time vitoria derrota torneio selecao tenis basquete olimpic* medalha* corrida estadio clube jogo jogos golead* placar empate* classico brasileirao libertadores copa_do mundial atacante* goleiro* zagueiro* meia tecnico* treinador* contratac* flamengo palmeiras corinthians santos gremio vasco fluminense cruzeiro benfica porto sporting neymar cristiano ronaldo messi tenista* nba volei formula_1 hamilton piloto* corrida* olimpi* atleta* atletismo natacao boxe ufc lutador* campeao* campeonato* torneio* final semifinal* rodada arbitro* penalti* estadio* torcida* torcedor* lesao*',
    entertainment:
      'filme* cinema ator atriz cantor* cancao musica* album show* concerto* serie* televisao novela festival estreia premio* famos* teatro artista* livro* escritor* exposicao museu moda cinema* diretor_de atores atriz* protagonista* temporada netflix disney oscar* estreia* bilheteria cancoes disco album* turne banda* funk sertanej* rapper* festival* teatro* palco pintor* museu* novela* autor* literatura poeta* poesia celebridade* casamento* divorcio* namorad* gravid* reality bbb globo apresentador* humorista* estilista* modelo videogame* playstation xbox nintendo anime',
    science:
      'cientist* estudo* pesquisador* investigador* pesquisa* universidade saude medic* hospital* paciente* doenca* virus vacina* cancer espaco nasa planeta* clima* especie* celula* universidade* descobert* experimento* laboratorio* fisica quimica biologia genetic* dna cerebro tumor* coronavirus covid covid-19 pandemia vacinacao infecc* hospita* tratamento* remedio* sintoma* diabetes obesidade dieta* nutricao espacia* satelite* marte lua asteroide* telescopio* galaxia* astronom* astronauta* foguete* climatic* aquecimento emissoes biodiversidade fossil* dinossauro* arqueolog* vulca* geleira* oceano* desmatamento amazonia',
    other:
      'receita* viagem* hotel* horoscopo culinaria loteria cozinha* ingrediente* restaurante* vinho* viagem viagens praia* ferias horoscopo* signo* loteria* mega-sena sorteio* previsao_do chuva* cachorro* gato* pet decoracao jardim*',
  },
  fr: {
    society:
      'gouvernement president ministre* election* vote* assemblee senat police juge tribunal proces meurtre mort* guerre armee attaque* loi lois parti depute* manifestation* migrant* refugie* ecole* education eglise pape maire* crime* justice securite greve* syndicat* gendarm* policier* procureur* parquet enquete* garde_a arret* condamn* prison detenu* victime* blesse* tue* mort_de accident* incendie* pompier* explosion attentat* terroris* guerre* soldat* militaire* frappe* bombardement* missile* ukraine russie poutine trump biden macron elysee matignon premier_ministre ministere* senateur* elections electeur* vote scrutin candidat* parti_socialiste lr rn lepen melenchon gauche droite reforme* projet_de manifestant* gilets retraites immigration asile frontiere* eleve* enseignant* professeur* universite eglise* musulman* laicite racisme femme* feminicide* viol agression* meurtre* assassinat* trafic* drogue* tribunal* avocat* mairie habitants seisme* inondation* diplomat* ambassad* otan onu',
    economy:
      'econom* marche* bourse action* inflation banque* entreprise* investissement* investisseur* prix petrole euros dollars millions milliards impot* dette emploi* chomage salaire* commerce exportation* croissance benefice* ventes economi* cac actionnaire* bce taux credit* pret* dette* deficit* budget* tva fiscal* pib recession pdg patron* start-up chiffre_d resultat* vente* trimestre fusion* rachat* acquisition* faillite* licenciement* smic pouvoir_d hausse_des consommateur* commerce* commercial* importation* industrie* usine* production petrole* baril* gaz essence carburant* energie immobilier* logement* loyer* devise* dollar* milliard* million* agricult* recolte* tourisme airbus renault total carrefour edf sncf',
    technology:
      'technolog* internet application* smartphone* telephone* logiciel* ordinateur* intelligence artificielle donnees cyber* pirate* reseaux utilisateur* numerique* google apple microsoft robot* iphone ipad android samsung xiaomi huawei amazon facebook meta whatsapp twitter instagram tiktok youtube appli* mise_a systeme_d windows linux navigateur* pc tablette* ecran* batterie* processeur* puce* wifi 5g fibre operateur* donnees_personnelles cnil hacker* pirat* piratage rancongiciel* intelligence_artificielle ia chatgpt algorithm* drone* bitcoin crypto* blockchain reseau_social reseaux_sociaux site_web voiture* automobile* electrique* tesla peugeot citroen moteur* suv high-tech',
    sports:
      'football match* but buts ligue coupe champion* joueur* entraineur equipe* victoire defaite tournoi mondial selection tennis basket rugby olympique* medaille* course stade club* buteur* football* footballeur* entraineur* selectionneur* ligue_1 ligue_des coupe* euro bleus psg om ol marseille monaco mbappe benzema deschamps championnat* finale* demi-finale* quart_de victoire* defaite* nul penalty arbitre* stade* supporter* transfert* mercato equipe_de xv_de top_14 tournoi* tennis* roland-garros wimbledon nadal djokovic federer basket* nba handball* cyclis* tour_de etape* coureur* maillot formule_1 grand_prix pilote* jeux_olympiques jo olympi* athlet* natation* ski* biathlon boxe boxeur* judo* marathon* sporti* dopage',
    entertainment:
      'film* cinema acteur* actrice* chanteu* chanson* musique album concert* serie* television festival sortie prix theatre artiste* roman* livre* ecrivain* exposition musee mode cinema* realisateur* realisatrice* comedien* saison netflix disney cesar* oscar* festival_de cannes palme box-office album* rappeur* musique* musicien* tournee eurovision theatre* piece_de scene spectacle* humoriste* danse* opera* peintre* peinture* exposition* musee* galerie* romancier* auteur* litterature poesie goncourt bd manga* tele animat* emission* telerealite candidat_de people mariage* divorce* enceinte mode* createur* couturier* mannequin* defile* jeu_video jeux_video playstation xbox nintendo prince* princesse*',
    science:
      'scientifique* etude* chercheur* recherche* universite sante medecin* hopita* patient* maladie* virus vaccin* cancer espace nasa planete* climat* espece* cellule* decouverte* decouvert* laboratoire* experience* physique chimie biolog* genetique* adn cerveau cancer* tumeur* coronavirus covid covid-19 pandemie* epidemie* contamination* infection* medecine infirmier* traitement* medicament* symptome* diabete* obesite nutrition* espace* spatial* satellite* mars lune asteroide* comete* galaxie* telescope* astronom* astronaute* pesquet fusee* rechauffement emissions co2 biodiversite* environnement* ecolog* fossile* dinosaure* archeolog* volcan* glacier* ocean* mathemati* nobel',
    other:
      'recette* voyage* hotel* horoscope meteo cuisine loterie ingredient* cuisine* chef_etoile restaurant* vin* vacances plage* horoscope* astrolog* meteo* pluie* orage* loterie* loto tirage* chien* chat* animaux_de jardin* decoration* bricolage*',
  },
  de: {
    society:
      'regierung* prasident* minister* wahl* bundestag kanzler* polizei richter* gericht* prozess* mord* tot* krieg* armee bundeswehr angriff* gesetz* partei* abgeordnet* protest* fluchtling* migration schule* bildung kirche papst burgermeister* verbrechen staatsanwalt* justiz sicherheit demonstra* polizei* polizist* festgenommen verdachtig* tater* opfer verletzt* gestorben ums_leben unfall* brand feuer feuerwehr explosion* anschlag* terror* soldat* rakete* ukraine russland putin trump biden selenskyj nato uno eu-kommission bundesregierung bundestag* bundesrat bundeskanzler* merkel scholz merz ministerin landtag* stadtrat gemeinderat gemeinde* wahlkampf wahler* stimmen cdu csu spd grune* fdp afd linke koalition* opposition* gesetzentwurf verfassung* urteil* anklage* haft* gefangnis totung* vergewaltig* raub* einbruch* diebstahl betrug* drogen* demonstr* aktivist* asyl* migrant* abschiebung* schuler* lehrer* bildung* studium kita kirche* bischof* muslim* islam* jude* antisemit* rassis* rente* pflege sozial* burger* anwohner* erdbeben hochwasser uberschwemm* evakuier* botschaft* diplomat* sanktion*',
    economy:
      'wirtschaft* markt* borse* aktie* inflation bank* unternehmen* investition* investor* preis* ol euro dollar millionen milliarden steuer* schulden arbeitslos* lohn* handel export* wachstum gewinn* umsatz* konzern* firma konjunktur* dax aktionar* anleger* fonds zins* ezb notenbank sparkasse* kredit* hypothek* inflation* verbraucher* haushalt* schulden* defizit bip wachstum* rezession* import* zoll* handel* einzelhandel firmen mittelstand* verlust* quartal* bilanz* vorstand* aufsichtsrat* ubernahme* fusion* insolvenz* pleite arbeitsplatz* arbeitsmarkt* stellenabbau kurzarbeit gehalt* gewerkschaft* tarif* streik* immobilie* miete* mieten wohnungsmarkt bauwirtschaft industrie* produktion* fabrik* lieferkette* rohstoff* olpreis* benzinpreis* energiepreis* strompreis* gaspreis* lufthansa siemens volkswagen* daimler deutsche_bank commerzbank milliarde* landwirt* ernte bauern start-up* grunder*',
    technology:
      'technolog* technik internet app apps smartphone* handy* software computer* kunstliche intelligenz daten cyber* hacker* netzwerk* nutzer* digital* google apple microsoft roboter* iphone ipad android samsung xiaomi huawei amazon facebook whatsapp twitter instagram tiktok youtube update* betriebssystem windows linux macos browser* laptop* notebook* tablet* prozessor* grafikkarte* chip* akku* display* kamera* drucker* router* wlan internet* online netz* glasfaser breitband 5g mobilfunk* telekom vodafone cloud server* daten* datenschutz* datenleck* schadsoftware trojaner verschlussel* passwort* kunstliche_intelligenz ki chatgpt algorithm* drohne* bitcoin krypto* blockchain technik* elektroauto* e-auto* tesla auto autos fahrzeug* suv motor* ps elektromobilitat gadget* smart_home programmier* entwickler* python javascript html',
    sports:
      'fussball* spiel* tor tore liga bundesliga pokal meister* spieler* trainer* mannschaft* team* sieg* niederlage* turnier* weltmeister* tennis basketball handball olympi* medaille* rennen stadion verein* bundesliga* dfb dfb-pokal champions_league europa_league spiel spiele spieltag* torwart torhuter* sturmer* mittelfeld* verteidiger* kader* klub* bayern borussia dortmund schalke leverkusen hsv werder hertha eintracht vfb rb_leipzig nationalmannschaft* nationalspieler* europameister* em wm olympia* olympisch* gold silber bronze siegte unentschieden halbzeit* elfmeter* platzverweis* transfer* wechsel_zu tabelle* abstieg* aufstieg* pokal* finale halbfinale viertelfinale tennis* zverev golf* handball* basketball* nba nfl eishockey* del ski* skispring* biathlon* rodel* formel_1 grand_prix vettel verstappen rennfahrer* motorsport* radsport* tour_de leichtathlet* schwimm* boxen boxer* kampf doping* fan fans stadion* schiedsrichter* marathon*',
    entertainment:
      'film* kino* schauspieler* sanger* lied* musik* album konzert* serie* fernseh* festival premiere preis theater* kunstler* roman* buch bucher autor* ausstellung* museum mode regisseur* schauspielerin* staffel* netflix disney hollywood oscar* goldener_bar berlinale tatort tv moderator* show dschungelcamp bachelor dsds promi* star stars sangerin musiker* band album* song* single charts tournee festival* rapper* pop rock oper* operette buhne* premiere* schauspiel* ballett tanz* kunst* maler* gemalde museum* museen galerie* autorin schriftsteller* literatur* lyrik gedicht* comic* manga anime videospiel* spielkonsole* playstation xbox nintendo gamer* mode* model* designer* hochzeit* heirat* trennung ehe-aus schwanger* royals prinz* prinzessin* kabarett* comedy* komiker* rezension* hörbuch*',
    science:
      'wissenschaft* studie* forscher* forschung* universitat* gesundheit* arzt* arzte* krankenhaus* patient* krankheit* virus* impf* krebs weltraum nasa planet* klima* art arten zelle* gene professor* experiment* labor* physik* chemi* biolog* genetik* dna gehirn* krebs* tumor* viren corona* covid-19 pandemie* infektion* infiziert* arztin klinik* medizin* medikament* therapie* behandlung* symptom* ernahrung* diabetes herzinfarkt* schlaganfall* depression* psych* weltall weltraum* raumfahrt* esa satellit* mars mond asteroid* komet* galaxie* teleskop* astronom* astronaut* rakete_start klimawandel* erderwarmung co2 emission* umwelt* naturschutz* artenvielfalt tierart* insekten bienen fossil* dinosaurier* archaolog* ausgrabung* steinzeit* vulkan* gletscher* ozean* okosystem* mathemat* nobelpreis*',
    other:
      'rezept* reise* hotel* horoskop wetter kuche lotto zutaten backen kochen kuchen teig ofen zucker mehl restaurant* wein* urlaub* strand* wandern* ausflug* horoskop* sternzeichen wetter* regen schnee temperaturen lotto* gewinnspiel* garten* pflanzen* blumen hund* katze* haustier* basteln* stricken* nahen* deko* einrichtung mobel achtsamkeit beziehung*',
  },
  it: {
    society:
      'governo presidente ministr* elezion* voto parlamento senato polizia carabinieri giudice tribunale processo omicidio mort* guerra esercito attacc* legge leggi partito deputat* protest* migrant* scuola istruzione chiesa papa sindaco crimine procura sicurezza polizia* carabinier* procura* magistrat* giudic* arrest* indagat* indagin* condann* carcere vittim* ferit* incident* incendi* terremot* alluvion* guerra* soldat* militar* missil* nato onu ambasciat* ucraina russia putin trump biden premier governo* camera senator* elettor* candidat* sindac* region* meloni salvini renzi conte draghi mattarella pd lega m5s opposizion* corruzion* mafia omicid* rapin* violenz* femminicid* manifestazion* sciopero* sbarchi rifugiat* scuol* insegnant* student* chiesa* vescov* vaticano cittadin*',
    economy:
      'econom* mercat* borsa azioni inflazione banca banche azienda imprese investiment* prezz* petrolio euro dollari milioni miliardi tasse debito lavoro disoccupazione salari* commercio esportazion* crescita utile vendite economi* ftse spread azion* investitor* banc* bce tassi mutu* credit* debit* deficit bilancio manovra fisco fiscal* tass* iva pil recession* inflazion* benzina petroli* export import dazi commerci* aziend* impres* imprenditor* util* perdit* ricavi trimestre fusion* acquisizion* licenziament* occupazion* disoccupazion* stipend* sindacat* pension* immobiliar* industri* fabbric* consumator* dollar* miliard* milion* agricolt*',
    technology:
      'tecnolog* internet app smartphone telefono software computer intelligenza artificiale dati cyber* hacker rete utenti digital* google apple microsoft robot smartphone* telefon* iphone ipad android samsung xiaomi huawei amazon facebook instagram twitter whatsapp tiktok youtube social_network intelligenza_artificiale algoritm* applicazion* hardware processor* portatil* tablet scherm* batteri* fotocamer* aggiornament* attacco_hacker malware privacy wifi 5g fibra cloud criptovalut* bitcoin blockchain robot* dron* auto_elettric* tesla automobil* motor* utent* sito_web browser windows linux',
    sports:
      'calcio partita partite gol serie campionato coppa campion* giocator* allenatore squadra vittoria sconfitta torneo mondiali nazionale tennis basket olimpi* medaglia gara stadio club calci* partit* rete pareggi* derby serie_a serie_b champions mondial* europei attaccant* portier* difensor* centrocampist* allenator* mister calciomercato juventus juve inter milan napoli roma lazio fiorentina atalanta torino sinner berrettini tennis* wimbledon nba volley* pallavol* ciclism* giro_d formula_1 ferrari leclerc verstappen motogp bagnaia pilot* gare medagli* atlet* nuoto boxe pugil* campionat* final* semifinal* arbitr* rigor* stadi* tifos* infortun*',
    entertainment:
      'film cinema attore attrice cantante canzon* musica album concert* serie televisione festival premio teatro artist* romanzo libro libri scrittor* mostra museo moda film* cinema* regist* attor* attric* protagonist* serie_tv stagion* netflix disney oscar* sanremo venezia cantant* disco album* tour musica* band rapper teatr* spettacol* palco pittor* mostr* muse* romanz* autor* libr* letteratur* poet* vip gossip matrimoni* divorzi* fidanzat* incint* reality grande_fratello televisiv* conduttor* comic* stilist* modell* sfilat* videogioc* playstation xbox nintendo fumett*',
    science:
      'scienziat* studio ricercator* ricerca universita salute medic* ospedale pazient* malatti* virus vaccin* cancro spazio nasa pianeta clima* specie cellul* ricerc* universit* scopert* esperiment* laborator* fisica chimica biologi* genetic* dna cervell* tumor* coronavirus covid covid-19 pandemi* contag* infezion* sanit* salut* ospedal* terapi* farmac* sintom* diabete obesit* dieta nutrizion* spazi* satellit* pianet* marte luna asteroid* telescopi* galassi* astronom* astronaut* razz* riscaldamento emission* biodiversit* speci* fossil* dinosaur* archeolog* vulcan* ghiacciai* ocean*',
    other:
      'ricett* viagg* hotel oroscopo meteo cucina lotteria cucina* ingredient* ristorant* vin* spiagg* vacanz* oroscop* segno lotteri* superenalotto piogg* temporal* can* gatt* arredament* giardin*',
  },
  ru: {
    society:
      'правительств* президент* министр* выбор* парламент* дум* полици* суд* судь* убийств* погиб* войн* арми* военн* атак* закон* парти* депутат* протест* мигрант* беженц* школ* образован* церк* мэр* преступ* прокур* безопасност* нато санкци* госдум* сенатор* путин* кремл* мид министерств* минобороны премьер* губернатор* голосован* избирател* партия партии партию законопроект* суд суда суде суду судья судьи приговор* осужд* обвин* подозрева* задерж* арест* следстви* следователь* уголовн* полицейск* мвд фсб прокурор* прокуратур* убит* пострада* ранен* жертв* дтп авари* пожар* взрыв* теракт* террорист* боевик* солдат* ракет* всу обстрел* наступлени* посол посольств* дипломат* переговор* митинг* оппозици* активист* учител* образовани* вуз* студент* патриарх* пенси* мчс спасател* наводнени* землетрясени* оон евросоюз* украин* донбасс* белорус* лукашенко трамп* байден* зеленск* навальн* краж* мошенник* наркотик* колони* заключенн* гражданств* жител* чиновник* коррупци* взятк* конституци* референдум* автобус* поезд* самолет* крушени* насили* изнасилован* похищен* ребенок ребенка дети детей семь* мужчин* женщин*',
    economy:
      'экономи* рын* бирж* акци* инфляци* банк* компани* инвести* цен* нефт* евро доллар* рубл* млн млрд налог* долг* безработ* зарплат* торгов* экспорт* рост прибыл* продаж* экономик* экономическ* рынок рынка рынке рынки курс валют* центробанк* цб минфин* ставк* ипотек* кредит* вклад* инвест* инвестор* облигаци* дивиденд* убыт* выручк* миллиард* трлн нефть нефти нефтян* опек баррел* газ газа газпром* роснефт* лукойл* сбербанк* втб импорт* пошлин* ндс бюджет* дефицит* ввп спад* кризис* цена цены цен ценам подорожа* подешеве* тариф* доход* безработиц* предприяти* завод* производств* производител* бизнес* предпринимател* сделк* слияни* банкрот* контракт* поставк* магазин* ритейл* недвижимост* жиль* застройщик* аграр* урожа* зерн* пшениц* аэрофлот* ржд логистик* страхов* спрос* предложени* экономист* аналитик* трейдер* фонд* капитализаци*',
    technology:
      'технолог* интернет* приложени* смартфон* программ* компьютер* искусственн* интеллект* данн* кибер* хакер* сет* пользовател* цифров* google apple microsoft робот* телефон* айфон* iphone ipad android ios samsung xiaomi huawei honor windows intel amd nvidia процессор* видеокарт* ноутбук* планшет* гаджет* обновлени* разработчик* сайт* браузер* яндекс* telegram телеграм* мессенджер* whatsapp instagram facebook фейсбук* твиттер* twitter youtube tiktok соцсет* сервис* нейросет* алгоритм* дрон* беспилотн* взлом* утечк* персональн* шифровани* блокчейн* биткоин* криптовалют* майнинг* 5g связи оператор* роутер* камер* экран* дисплей* аккумулятор* зарядк* мегапиксел* гб флагман* чип* микросхем* технологи* электромобил* tesla автомобил* кроссовер* седан* внедорожник* двигател* авто автоваз* lada bmw toyota mercedes роскомнадзор* блокировк* стартап* ит it-компани* linux серверы сервер* гаджеты',
    sports:
      'футбол* матч* гол голов лиг* кубок* чемпион* игрок* тренер* команд* побед* поражен* турнир* сборн* теннис* баскетбол* хокке* олимпи* медал* гонк* стадион* клуб* игра игры голы гола забил* забит* футболист* хоккей* хоккеист* чемпионат* кубок кубка лига лиги рпл кхл нхл нба уефа фифа вратар* нападающ* защитник* полузащитник* спартак* зенит* цска динамо локомотив* барселон* реал мадрид ливерпул* олимпиад* золото серебро бронз* биатлон* лыж* лыжн* фигурист* фигурн* катани* теннисист* волейбол* бокс* боксер* боец бой ufc мма нокаут* нурмагомедов* гонщик* формула-1 спортсмен* спортивн* спорт допинг* wada вада болельщик* трансфер* контракт_с раунд* полуфинал* финал* победил* поражени* обыграл* проиграл* шайб* тайм* судейств* пенальти счет_матча киберспорт* dota',
    entertainment:
      'фильм* кино* актер* актрис* певец певиц* песн* музык* альбом* концерт* сериал* телевид* фестивал* премьер* преми* театр* артист* художник* роман* книг* писател* выставк* музе* мод* кино кинотеатр* режиссер* роль роли оскар* певца музыкант* группа рэпер* хит клип* эстрад* шоу шоумен* телеведущ* ведущ* звезда звезды звезд блогер* инстаграм* поклонник* фанат* спектакл* балет* опер* картин* поэт* литератур* комик* юмор* комеди* драм* мультфильм* аниме игр_для геймер* playstation xbox nintendo steam видеоигр* netflix голливуд* дисне* марвел* мстител* развод* свадьб* роман_с беременн* наряд* платье модел* мода модн* дизайнер* евровидени* бузов* пугачев* галкин* киркоров* собчак* лолит* дом-2 фотосесси* принц* принцесс* меган* гарри',
    science:
      'учены* исследова* наук* научн* университет* здоров* врач* медицин* больниц* пациент* болезн* вирус* вакцин* рак космос* космич* наса планет* климат* вид* клетк* учен* исследовани* исследовател* открыти* обнаруж* эксперимент* физик* хими* биолог* генетик* ген гены генов днк мозг* рака опухол* заболевани* коронавирус* covid-19 ковид* эпидеми* пандеми* прививк* инфекци* медик* минздрав* лечени* лекарств* препарат* симптом* диагноз* здоровь* иммунитет* антител* диабет* давлени* инсульт* инфаркт* витамин* питани* диет* сон космическ* космонавт* роскосмос* nasa spacex ракета-носител* орбит* мкс спутник* луна луны марс* астероид* комет* звезд_и галактик* астроном* телескоп* черн_дыр потеплени* выброс* экологи* археолог* раскоп* палеонтолог* динозавр* древн* вид_животных биоразнообрази* ледник* вулкан* математик* нобелевск*',
    other:
      'рецепт* путешеств* отел* гороскоп* погод* лотере* блюд* салат* астролог* прогноз_погоды осадк* синоптик* температур* путешестви* турист* отель отели отдых* курорт* отпуск* дача дачник* огород* собак* кошк* кот праздник* подарк*',
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
  hi: {
    society:
      'सरकार प्रधानमंत्री मुख्यमंत्री मंत्री राष्ट्रपति चुनाव मतदान संसद विधानसभा पुलिस अदालत न्यायालय जज हत्या गिरफ्तार गिरफ्तारी मौत युद्ध सेना हमला आतंकी कानून पार्टी विरोध प्रदर्शन शरणार्थी स्कूल शिक्षा अपराध भूकंप बाढ़ हादसा दुर्घटना नेता कांग्रेस भाजपा',
    economy:
      'अर्थव्यवस्था बाजार शेयर सेंसेक्स निफ्टी महंगाई बैंक कंपनी कंपनियों निवेश निवेशक कीमत कीमतें पेट्रोल डीजल रुपये करोड़ टैक्स जीएसटी कर्ज बेरोजगारी व्यापार निर्यात आयात मुनाफा बजट ब्याज',
    technology:
      'तकनीक टेक्नोलॉजी इंटरनेट ऐप स्मार्टफोन मोबाइल फोन सॉफ्टवेयर कंप्यूटर लैपटॉप डेटा साइबर हैकर यूजर्स गूगल एपल माइक्रोसॉफ्ट फेसबुक व्हाट्सएप इंस्टाग्राम रोबोट एआई फीचर्स बैटरी',
    sports:
      'क्रिकेट मैच टीम खिलाड़ी कप्तान कोच विकेट रन बल्लेबाज गेंदबाज टूर्नामेंट विश्वकप फुटबॉल गोल हॉकी टेनिस ओलंपिक पदक जीत हार आईपीएल सीरीज स्टेडियम',
    entertainment:
      'फिल्म फिल्में सिनेमा बॉलीवुड अभिनेता अभिनेत्री गायक गाना गाने संगीत एल्बम शो टीवी सीरियल ट्रेलर बॉक्स ऑफिस पुरस्कार कलाकार उपन्यास लेखक निर्देशक',
    science:
      'वैज्ञानिक वैज्ञानिकों अध्ययन शोध शोधकर्ताओं विश्वविद्यालय स्वास्थ्य डॉक्टर अस्पताल मरीज बीमारी वायरस वैक्सीन टीका कोरोना कैंसर अंतरिक्ष इसरो नासा ग्रह जलवायु',
    other: 'रेसिपी यात्रा होटल राशिफल मौसम लॉटरी त्योहार',
  },
  nl: {
    society:
      'kabinet regering minister premier president verkiezingen tweede_kamer parlement politie rechter rechtbank justitie verdachte moord aangehouden gearresteerd oorlog leger aanval wet partij demonstratie vluchtelingen asielzoekers onderwijs scholen burgemeester gemeente brand slachtoffer slachtoffers veroordeeld celstraf aanslag',
    economy:
      'economie beurs aandelen inflatie bank banken bedrijf bedrijven investering beleggers prijzen olie euro miljoen miljard belasting schuld werkloosheid lonen handel export winst omzet kwartaalcijfers rente begroting faillissement',
    technology:
      'technologie internet app apps smartphone software computer laptop kunstmatige intelligentie data hackers gebruikers google apple microsoft robot processor cyberaanval algoritme',
    sports:
      'voetbal wedstrijd doelpunt eredivisie competitie beker speler speelster trainer ploeg elftal overwinning nederlaag toernooi tennis wielrennen etappe schaatsen olympische medaille stadion kampioen',
    entertainment:
      'film bioscoop acteur actrice zanger zangeres muziek album concert serie televisie festival prijs theater kunstenaar roman schrijver tentoonstelling museum regisseur',
    science:
      'wetenschappers onderzoek onderzoekers universiteit gezondheid arts artsen ziekenhuis patienten ziekte virus vaccin kanker ruimte nasa planeet klimaat cellen coronavirus',
    other: 'recept recepten reizen vakantie hotel horoscoop weer loterij tuin',
  },
  pl: {
    society:
      'rzad premier prezydent minister wybory sejm senat posel poslowie policja sad prokuratura zabojstwo zatrzymany zatrzymano wojna wojsko atak ustawa partia protest uchodzcy szkola edukacja kosciol wypadek pozar oskarzony wyrok',
    economy:
      'gospodarka gielda akcje inflacja bank banki spolka spolki firma firmy inwestycje inwestorzy ceny ropa zlotych euro miliardow podatek dlug bezrobocie place handel eksport zysk przychody stopy_procentowe budzet',
    technology:
      'technologia technologie internet aplikacja smartfon telefon oprogramowanie komputer laptop sztuczna inteligencja dane hakerzy uzytkownicy google apple microsoft robot procesor cyberatak',
    sports:
      'pilka mecz gol bramka ekstraklasa liga puchar zawodnik pilkarz trener druzyna zwyciestwo porazka turniej tenis siatkowka skoki olimpijskie medal stadion mistrzostwa reprezentacja',
    entertainment:
      'film kino aktor aktorka piosenkarka wokalista muzyka album koncert serial telewizja festiwal nagroda teatr artysta powiesc pisarz wystawa muzeum rezyser',
    science:
      'naukowcy badania badacze uniwersytet zdrowie lekarz lekarze szpital pacjenci choroba wirus szczepionka rak kosmos nasa planeta klimat komorki koronawirus',
    other: 'przepis podroz wakacje hotel horoskop pogoda lotto ogrod',
  },
  tr: {
    society:
      'hukumet cumhurbaskani bakan bakani secim secimler meclis polis mahkeme savci hakim cinayet gozalti tutuklandi olum savas ordu saldiri yasa parti protesto multeci okul egitim deprem yangin kaza belediye',
    economy:
      'ekonomi borsa hisse enflasyon banka merkez_bankasi sirket yatirim yatirimci fiyat fiyatlari petrol dolar euro lira milyon milyar vergi borc issizlik ticaret ihracat ithalat kar faiz butce altin',
    technology:
      'teknoloji internet uygulama telefon akilli_telefon yazilim bilgisayar yapay_zeka veri siber hacker kullanici google apple microsoft robot islemci',
    sports:
      'futbol mac gol lig kupa sampiyon oyuncu futbolcu teknik_direktor takim galibiyet maglubiyet turnuva tenis basketbol voleybol olimpiyat madalya stadyum transfer fenerbahce galatasaray besiktas',
    entertainment:
      'film sinema oyuncu aktor aktris sarkici sarki muzik album konser dizi televizyon festival odul tiyatro sanatci roman yazar sergi muze yonetmen',
    science:
      'bilim bilim_insanlari arastirma arastirmacilar universite saglik doktor hastane hasta hastalik virus asi kanser uzay nasa gezegen iklim hucre koronavirus',
    other: 'tarif seyahat tatil otel burc burclar hava_durumu loto',
  },
  id: {
    society:
      'pemerintah presiden menteri pemilu dpr parlemen polisi pengadilan hakim jaksa pembunuhan ditangkap tersangka korban tewas perang tentara serangan undang-undang partai demonstrasi pengungsi sekolah pendidikan gempa banjir kebakaran kecelakaan korupsi',
    economy:
      'ekonomi pasar saham bursa inflasi bank perusahaan investasi investor harga minyak rupiah dolar juta miliar triliun pajak utang pengangguran perdagangan ekspor impor laba pendapatan suku_bunga anggaran',
    technology:
      'teknologi internet aplikasi ponsel smartphone perangkat_lunak komputer laptop kecerdasan_buatan data peretas pengguna google apple microsoft robot prosesor siber',
    sports:
      'sepak_bola pertandingan gol liga piala juara pemain pelatih tim timnas kemenangan kekalahan turnamen tenis bulu_tangkis olimpiade medali stadion',
    entertainment:
      'film bioskop aktor aktris penyanyi lagu musik album konser serial televisi festival penghargaan teater seniman novel penulis pameran museum sutradara artis',
    science:
      'ilmuwan penelitian peneliti universitas kesehatan dokter rumah_sakit pasien penyakit virus vaksin kanker antariksa nasa planet iklim sel covid',
    other: 'resep wisata liburan hotel zodiak cuaca lotre',
  },
}
