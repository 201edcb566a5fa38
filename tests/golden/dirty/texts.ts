/** An invented article in one language: what a page's body is to be, and what the page says of it. Nobody and nothing in it exists. */
export type DirtyText = {
  language: string
  title: string
  author: string
  published: string
  /** The body: paragraphs, and at `heading` a heading inside it. */
  paragraphs: readonly string[]
  heading: { before: number; text: string }
  /** A quotation of one paragraph, last but one of the body. */
  quote: string
}

/** Six languages, each in the manner of its papers. */
export const TEXTS: readonly DirtyText[] = [
  {
    language: 'en',
    title: 'Harbour council votes to rebuild the old ferry quay at Quillmouth',
    author: 'Maren Oddvale',
    published: '2026-03-17',
    heading: { before: 3, text: 'A quay that sank by degrees' },
    quote:
      'We have patched this wall for thirty winters, and each patch has cost us more than the last one did, Tovell told the meeting.',
    paragraphs: [
      'The harbour council of Quillmouth voted on Tuesday night to rebuild the old ferry quay, ending a dispute that has divided the town since two lorries went through its planks in the autumn.',
      'Nine councillors were in favour and four against, with one abstention. The work is to begin in May and will cost 14.2 million crowns, a third of which the province has promised to pay.',
      'Until then the ferries to Sandrick and the outer islands will keep calling at the coal pier, where passengers have to walk over a gangway that is closed whenever the wind rises above seven.',
      'The quay was built in 1911 on oak piles that nobody expected to last for more than fifty years. Engineers who dived under it in January found that every fifth pile no longer reached the bottom.',
      '"You could put your hand through some of them," said Brisa Keldon, who led the survey. Her report, which runs to 80 pages, advises against any repair that would leave the old piles in place.',
      'Shopkeepers on Tar Street fear for the summer. They asked the council to work at night and to leave a lane open for deliveries, and were told that a decision would come before Easter.',
      'The council also agreed to keep the iron crane at the head of the quay, which has not lifted anything since 1968 but stands on every postcard that the town sells.',
    ],
  },
  {
    language: 'de',
    title: 'Steinfurter Brücke bleibt bis zum Herbst für Lastwagen gesperrt',
    author: 'Jorin Halbsleben',
    published: '2026-02-09',
    heading: { before: 3, text: 'Risse an elf Stellen' },
    quote:
      'Wir können niemandem versprechen, dass diese Brücke noch einen Winter lang hält, sagte die Baurätin vor dem Ausschuss.',
    paragraphs: [
      'Die Brücke über die Stein bleibt bis zum Herbst für Lastwagen gesperrt. Das hat der Bauausschuss der Stadt am Montagabend nach vierstündiger Sitzung mit großer Mehrheit beschlossen.',
      'Autos und Busse dürfen weiter fahren, allerdings nur mit 30 Kilometern in der Stunde und mit größerem Abstand. Zwei Ampeln an den Auffahrten sollen dafür sorgen, dass nie mehr als zwölf Wagen zugleich auf der Brücke stehen.',
      'Für die Spediteure im Hafenviertel bedeutet das einen Umweg von 23 Kilometern. Ihr Verband rechnet mit Mehrkosten von 400.000 Talern im Monat und verlangt einen Ausgleich aus der Stadtkasse.',
      'Bei einer Prüfung im Dezember waren an elf Stellen Risse gefunden worden, drei davon an einem Träger, der die halbe Last trägt. Seither misst ein Gerät jede Stunde, ob sie länger werden.',
      '„Sie werden länger, aber langsam“, sagte der Gutachter Edvin Mohrlang. Er riet dazu, den Träger mit Stahlplatten zu verstärken, bis eine neue Brücke steht, was frühestens in sechs Jahren der Fall sein werde.',
      'Die Stadt hat dafür 2,6 Millionen Taler vorgesehen. Die Arbeiten sollen im April beginnen und überwiegend nachts erledigt werden, damit der Busverkehr nicht ganz zum Erliegen kommt.',
      'Anwohner der Ausweichstrecke kündigten an, gegen den Beschluss zu klagen. Schon heute führen dort an Werktagen mehr als tausend Lastwagen vorbei, sagte ihr Sprecher, und keiner davon halte sich an die Geschwindigkeit.',
    ],
  },
  {
    language: 'fr',
    title: 'À Montargelle, la dernière librairie du port rouvre ses portes',
    author: 'Solène Varquin',
    published: '2026-04-02',
    heading: { before: 3, text: 'Une coopérative de deux cents habitants' },
    quote:
      'On nous disait que plus personne ne lisait ici, et pourtant la queue faisait le tour de la place, raconte la libraire.',
    paragraphs: [
      'La dernière librairie du port de Montargelle a rouvert jeudi matin, dix-huit mois après sa fermeture. Des dizaines de personnes attendaient devant le rideau de fer bien avant l’heure annoncée.',
      'Le commerce, fondé en 1954 par un ancien marin, avait baissé le rideau faute de repreneur. Le loyer avait doublé en cinq ans, tandis que les ventes reculaient chaque hiver un peu plus.',
      'La mairie a racheté les murs pour 310 000 florins et les loue désormais à un prix modéré. En échange, la librairie s’engage à rester ouverte le dimanche et à accueillir les écoles deux fois par semaine.',
      'Le reste a été réuni par les habitants eux-mêmes. Ils sont 214 à avoir pris une part dans la coopérative qui gère la boutique, et chacun dispose d’une voix, quelle que soit la somme versée.',
      '« Nous ne cherchons pas à gagner de l’argent, seulement à ne pas en perdre », explique Ysoline Bréhan, élue à la tête de la coopérative. Deux salariés ont été embauchés, dont l’ancien vendeur.',
      'Les rayons ont été refaits par les élèves du lycée professionnel, qui ont utilisé le bois d’un bateau démonté. Au fond, une table rappelle le comptoir où le fondateur servait du café aux pêcheurs.',
      'La coopérative espère atteindre l’équilibre dès la deuxième année. Si elle y parvient, elle ouvrira à l’étage une petite salle de lecture, avec vue sur la jetée et sur les îles.',
    ],
  },
  {
    language: 'es',
    title: 'El pueblo de Valdorrín recupera el agua tras cuarenta días de cortes',
    author: 'Amaro Tresgallo',
    published: '2026-01-22',
    heading: { before: 3, text: 'Una tubería de hace setenta años' },
    quote:
      'Hemos cargado garrafas por estas cuestas durante cuarenta días y nadie nos ha pedido perdón, lamentó una vecina de la parte alta.',
    paragraphs: [
      'Los vecinos de Valdorrín volvieron a tener agua en sus casas el miércoles por la tarde, después de cuarenta días de cortes que habían obligado a repartirla en camiones desde la comarca vecina.',
      'El alcalde anunció la noticia por los altavoces de la plaza y pidió que nadie abriera todos los grifos a la vez. La presión, advirtió, tardará al menos una semana en llegar a los barrios altos.',
      'La avería dejó sin suministro a 3.100 personas y obligó a cerrar la escuela, el consultorio y las dos panaderías del pueblo. Los ganaderos calculan que han perdido unas ochenta cabezas.',
      'El origen estaba en una tubería de fundición colocada hace setenta años bajo el camino del molino. Los técnicos tardaron tres semanas en dar con la fuga, porque no quedaba ningún plano de la obra.',
      '«La encontramos gracias a un pastor que recordaba la zanja», reconoció la ingeniera Ludmila Barrancos, que dirigió los trabajos. El tramo roto, de apenas dos metros, ha quedado expuesto en el ayuntamiento.',
      'La diputación pagará el 70 por ciento de la reparación, que ha costado 190.000 escudos, pero no la renovación completa de la red. El consistorio ha pedido un crédito para empezarla en otoño.',
      'Mientras tanto, el bando municipal mantiene la prohibición de regar huertos y lavar coches hasta finales de marzo. Quien la incumpla se enfrenta a una multa de 300 escudos.',
    ],
  },
  {
    language: 'it',
    title: 'Il teatro di Castelgrano riapre con una stagione di sole opere nuove',
    author: 'Fiorenza Aldrovelli',
    published: '2026-05-11',
    heading: { before: 3, text: 'Dodici anni di cantieri' },
    quote:
      'Un teatro che ripete soltanto il passato diventa un museo con le poltrone scomode, ha detto la direttrice presentando il programma.',
    paragraphs: [
      'Il teatro di Castelgrano riaprirà il 3 ottobre con una stagione composta soltanto da opere nuove. Lo ha annunciato lunedì la direttrice artistica davanti a una platea ancora coperta dai teli.',
      'In cartellone ci sono undici titoli, sette dei quali commissionati a compositori che non hanno ancora compiuto quarant’anni. Il prezzo dei biglietti andrà da 8 a 45 fiorini, meno di prima della chiusura.',
      'Il comune, che possiede l’edificio, ha stanziato un contributo di due milioni l’anno fino al 2030. L’opposizione aveva chiesto di legarlo al numero degli spettatori, ma la proposta è stata respinta.',
      'Il restauro è durato dodici anni, quattro volte il tempo previsto. Sotto il palco sono emersi i resti di un mercato coperto, e per due anni i lavori si sono fermati in attesa degli archeologi.',
      '«Abbiamo cambiato progetto tre volte, però adesso si può vedere il mercato attraverso il pavimento», spiega l’architetto Ruggero Santamela. La buca dell’orchestra è stata spostata di quasi due metri.',
      'Anche l’acustica è cambiata. Nelle prove di aprile un gruppo di tecnici ha misurato il suono in duecento punti della sala, e soltanto in galleria ha trovato qualcosa da correggere.',
      'La prima serata sarà trasmessa all’aperto, su uno schermo montato davanti alla stazione. Per i residenti del centro storico sono previsti mille biglietti gratuiti, da ritirare a settembre.',
    ],
  },
  {
    language: 'pt',
    title: 'Pescadores de Vila Serrana conseguem travar a dragagem do estuário',
    author: 'Leonor Catarrilho',
    published: '2026-06-05',
    heading: { before: 3, text: 'Três mil assinaturas' },
    quote:
      'O rio não é uma estrada que se alarga quando dá jeito aos navios, disse o mais velho dos pescadores à saída do tribunal.',
    paragraphs: [
      'Os pescadores de Vila Serrana conseguiram travar a dragagem do estuário. O tribunal da comarca decidiu na quinta-feira suspender as obras até que seja feito um novo estudo sobre as correntes.',
      'A administração do porto queria aprofundar o canal em quatro metros para receber navios maiores. Os trabalhos tinham começado em março e deviam terminar antes do inverno.',
      'Segundo a sentença, o estudo apresentado usou medições com quinze anos e ignorou os bancos de areia que entretanto se formaram junto à barra. A administração tem trinta dias para recorrer.',
      'A associação dos pescadores reuniu três mil assinaturas em duas semanas, mais do que os habitantes da vila. Muitas vieram das aldeias a montante, onde os poços começaram a dar água salobra.',
      '«Provámos o sal antes de qualquer técnico o medir», conta Belmira Rosalgar, que cultiva arroz há trinta anos na margem esquerda. A família dela perdeu metade da colheita do ano passado.',
      'O porto argumenta que sem o canal novo vai perder duzentos empregos para os vizinhos do norte. O sindicato dos estivadores pediu uma reunião urgente com o governo da província.',
      'Para já, as dragas ficam amarradas ao cais velho. Cada dia parado custa 60 mil coroas, e ainda não se sabe quem as vai pagar, porque o contrato não previa uma decisão destas.',
    ],
  },
]
