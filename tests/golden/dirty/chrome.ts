/** What stands round the articles of one language: words of menus, boxes, teasers and other readers. None of it is the article's text. */
export type Chrome = {
  site: string
  by: string
  sections: readonly string[]
  share: string
  newsletter: readonly [heading: string, text: string]
  cookies: string
  caption: string
  readMore: string
  related: string
  mostRead: string
  /** Headlines of other pages, each with the summary that its teaser card shows. */
  teasers: readonly (readonly [title: string, summary: string])[]
  comments: string
  comment: readonly string[]
  aboutAuthor: string
  rights: string
}

export const CHROME: Readonly<Record<string, Chrome>> = {
  en: {
    site: 'The Quillmouth Lantern',
    by: 'By',
    sections: ['News', 'Sport', 'Business', 'Opinion', 'Culture', 'Weather'],
    share: 'Share this article',
    newsletter: ['Never miss a story', 'Sign up for our free morning newsletter and get the five stories of the day in your inbox.'],
    cookies: 'We and our 214 partners use cookies to store and access information on your device. You can change your choice at any time.',
    caption: 'The coal pier, where the ferries call for now. Photo: O. Brandish',
    readMore: 'Read more',
    related: 'You may also like',
    mostRead: 'Most read',
    teasers: [
      ['Lighthouse keeper retires after four decades on the rock', 'He will be replaced by a lamp that nobody needs to light.'],
      ['School buses to run on cooking oil from next term', 'The county has collected enough of it for a trial of two years.'],
      ['Storm takes the roof off the fish market', 'Nobody was hurt, but forty stalls must move to the car park.'],
      ['Chess club of Sandrick wins its first match since 1987', 'The decisive game lasted for seven hours and was drawn.'],
    ],
    comments: 'Comments',
    comment: [
      'I have used this quay every day for twenty years and I cannot understand why it took them so long. The same people who voted against it last year are now taking the credit.',
      'Typical of this council. They spend millions on a quay and there is still no roof at the bus station where my mother waits in the rain every morning.',
      'Has anyone looked at how much the coal pier cost? It was supposed to be for one winter only, and this will be the third.',
    ],
    aboutAuthor: 'Maren Oddvale has written about the coast for the Lantern since 2014. She lives on a boat with two cats.',
    rights: '© 2026 The Quillmouth Lantern. All rights reserved.',
  },
  de: {
    site: 'Steinfurter Bote',
    by: 'Von',
    sections: ['Nachrichten', 'Sport', 'Wirtschaft', 'Meinung', 'Kultur', 'Wetter'],
    share: 'Artikel teilen',
    newsletter: ['Der Morgen in fünf Minuten', 'Abonnieren Sie unseren kostenlosen Newsletter und erhalten Sie jeden Werktag die wichtigsten Nachrichten per E-Mail.'],
    cookies: 'Wir und unsere 187 Partner verwenden Cookies, um Inhalte zu personalisieren. Sie können Ihre Einwilligung jederzeit widerrufen.',
    caption: 'Seit Dezember messen Sensoren die Risse am mittleren Träger. Foto: K. Ahrweil',
    readMore: 'Lesen Sie auch',
    related: 'Das könnte Sie auch interessieren',
    mostRead: 'Meistgelesen',
    teasers: [
      ['Freibad öffnet zwei Wochen früher als im Vorjahr', 'Die neue Pumpe läuft, nur die Rutsche fehlt noch.'],
      ['Wölfe im Stadtwald: Förster rät zur Gelassenheit', 'Drei Tiere sind in eine Kamera gelaufen, die Dachse zählen sollte.'],
      ['Bäckerei verkauft Brot vom Vortag zum halben Preis', 'Die Schlange reicht inzwischen bis zum Rathaus.'],
      ['Orgel der Nikolaikirche verstummt für ein Jahr', 'Jede der 2.400 Pfeifen wird einzeln gereinigt.'],
    ],
    comments: 'Kommentare',
    comment: [
      'Seit Jahren weiß jeder, dass diese Brücke am Ende ist. Aber für einen neuen Brunnen vor dem Rathaus war natürlich immer genug Geld da, das passt zu dieser Stadt.',
      'Ich wohne an der Umleitung und kann nachts kein Fenster mehr öffnen. Wer so etwas beschließt, sollte einmal eine Woche lang hier schlafen müssen.',
      'Warum wird nicht endlich über die Eisenbahnbrücke gesprochen? Die steht seit zwanzig Jahren leer und wäre in wenigen Monaten herzurichten.',
    ],
    aboutAuthor: 'Jorin Halbsleben ist seit 2009 Redakteur im Lokalen und schreibt vor allem über Verkehr und Stadtplanung.',
    rights: '© 2026 Steinfurter Bote. Alle Rechte vorbehalten.',
  },
  fr: {
    site: 'L’Écho de Montargelle',
    by: 'Par',
    sections: ['Actualités', 'Sports', 'Économie', 'Opinions', 'Culture', 'Météo'],
    share: 'Partager cet article',
    newsletter: ['Notre lettre du matin', 'Inscrivez-vous gratuitement et recevez chaque jour l’essentiel de l’actualité dans votre boîte aux lettres.'],
    cookies: 'Nous et nos 163 partenaires utilisons des cookies pour mesurer l’audience. Vous pouvez modifier vos choix à tout moment.',
    caption: 'La devanture a été repeinte dans le bleu d’origine. Photo : T. Quervel',
    readMore: 'Lire aussi',
    related: 'Sur le même sujet',
    mostRead: 'Les plus lus',
    teasers: [
      ['Le phare des Trois-Sœurs sera visible de nouveau', 'La lanterne, éteinte depuis l’orage, a été réparée à l’atelier.'],
      ['Un marché aux graines sur la place du Moulin', 'Trente producteurs y échangent des variétés oubliées.'],
      ['La fanfare cherche un joueur de tuba avant l’été', 'Le dernier titulaire part à la retraite après quarante ans.'],
      ['Travaux sur la ligne du littoral jusqu’en juin', 'Des cars remplacent les trains le soir et le dimanche.'],
    ],
    comments: 'Commentaires',
    comment: [
      'Bravo à toute l’équipe, mais je me demande combien de temps cela va durer. Une boutique ne vit pas seulement de bonnes intentions, il faut aussi que les gens achètent.',
      'J’y allais déjà enfant avec mon grand-père, qui connaissait le fondateur. Je suis très émue de pouvoir y emmener mes propres enfants dimanche prochain.',
      'Et pendant ce temps le cinéma ferme dans l’indifférence générale. La mairie ferait mieux de regarder aussi de l’autre côté de la rue.',
    ],
    aboutAuthor: 'Solène Varquin est journaliste à la rédaction de Montargelle depuis dix ans et suit la vie du port.',
    rights: '© 2026 L’Écho de Montargelle. Tous droits réservés.',
  },
  es: {
    site: 'El Correo de Valdorrín',
    by: 'Por',
    sections: ['Noticias', 'Deportes', 'Economía', 'Opinión', 'Cultura', 'El tiempo'],
    share: 'Compartir esta noticia',
    newsletter: ['El boletín de la mañana', 'Suscríbete gratis y recibe cada día en tu correo las cinco noticias que necesitas saber.'],
    cookies: 'Nosotros y nuestros 198 socios utilizamos cookies para mostrar publicidad personalizada. Puedes cambiar tus preferencias cuando quieras.',
    caption: 'El camión cisterna, ayer, en la última de sus rutas. Foto: J. Montescal',
    readMore: 'Lee también',
    related: 'Te puede interesar',
    mostRead: 'Lo más leído',
    teasers: [
      ['La feria del queso bate su récord de visitantes', 'Más de nueve mil personas pasaron por los puestos.'],
      ['Un burro perdido vuelve solo a casa tras seis días', 'Su dueño ya había colgado carteles por toda la sierra.'],
      ['El reloj de la torre vuelve a dar las horas', 'Llevaba parado desde la nevada de hace tres inviernos.'],
      ['Nueva línea de autobús hasta el hospital comarcal', 'Habrá cuatro viajes diarios, también los domingos.'],
    ],
    comments: 'Comentarios',
    comment: [
      'Cuarenta días sin agua en pleno siglo y todavía quieren que les demos las gracias. A ver si ahora también nos devuelven lo que hemos pagado en el recibo.',
      'Mi abuelo trabajó en aquella zanja y siempre decía que la tubería estaba mal puesta. Nadie le hizo caso entonces y nadie ha preguntado ahora por los planos.',
      'Ojalá arreglen también la fuente de abajo, que lleva dos años goteando. Es una vergüenza ver tanta agua perdida mientras los demás hacíamos cola con garrafas.',
    ],
    aboutAuthor: 'Amaro Tresgallo cubre la comarca para este periódico desde hace quince años y colabora en la radio local.',
    rights: '© 2026 El Correo de Valdorrín. Todos los derechos reservados.',
  },
  it: {
    site: 'Gazzetta di Castelgrano',
    by: 'Di',
    sections: ['Notizie', 'Sport', 'Economia', 'Opinioni', 'Cultura', 'Meteo'],
    share: 'Condividi questo articolo',
    newsletter: ['La newsletter del mattino', 'Iscriviti gratis e ricevi ogni giorno nella tua casella le notizie più importanti della città.'],
    cookies: 'Noi e i nostri 142 partner utilizziamo i cookie per migliorare il servizio. Puoi modificare le tue preferenze in qualsiasi momento.',
    caption: 'I teli coprono ancora la platea restaurata. Foto: P. Gherardesi',
    readMore: 'Leggi anche',
    related: 'Potrebbe interessarti',
    mostRead: 'I più letti',
    teasers: [
      ['Torna la corsa delle botti nel centro storico', 'Quest’anno partecipano anche le squadre dei paesi vicini.'],
      ['Una biblioteca dentro la vecchia stazione', 'I libri viaggiano sui carrelli che portavano le valigie.'],
      ['Il fiume sale, chiusi due ponti pedonali', 'I tecnici controllano gli argini ogni tre ore.'],
      ['Premiato il miele di montagna di Roccamela', 'È il primo riconoscimento per una cooperativa di ragazzi.'],
    ],
    comments: 'Commenti',
    comment: [
      'Dodici anni per un teatro, e intanto la piscina comunale cade a pezzi. Sono contenta che riapra, però qualcuno dovrebbe spiegarci dove sono finiti tutti quei soldi.',
      'Solo opere nuove mi sembra una scelta coraggiosa ma anche un po’ snob. Ci vorrebbe almeno un titolo conosciuto per portare le famiglie a teatro la domenica.',
      'Ho visto il mercato sotto il vetro durante la visita di maggio ed è bellissimo. Complimenti agli archeologi, che hanno lavorato d’inverno con il fango alle ginocchia.',
    ],
    aboutAuthor: 'Fiorenza Aldrovelli scrive di musica e teatro per la Gazzetta e insegna al conservatorio.',
    rights: '© 2026 Gazzetta di Castelgrano. Tutti i diritti riservati.',
  },
  pt: {
    site: 'Jornal de Vila Serrana',
    by: 'Por',
    sections: ['Notícias', 'Desporto', 'Economia', 'Opinião', 'Cultura', 'Tempo'],
    share: 'Partilhar este artigo',
    newsletter: ['A carta da manhã', 'Subscreva gratuitamente e receba todos os dias no seu correio as notícias mais importantes da região.'],
    cookies: 'Nós e os nossos 121 parceiros usamos cookies para medir a audiência. Pode alterar as suas preferências a qualquer momento.',
    caption: 'As dragas amarradas ao cais velho. Foto: D. Pinhalverde',
    readMore: 'Leia também',
    related: 'Também pode gostar de',
    mostRead: 'Mais lidas',
    teasers: [
      ['Escola primária planta mil carvalhos na serra', 'Cada aluno ficou com o nome escrito numa árvore.'],
      ['Padaria centenária reabre com o forno antigo', 'A massa continua a ser feita de madrugada e à mão.'],
      ['Ponte romana vai ter luz durante a noite', 'A câmara instala lâmpadas que não incomodam os morcegos.'],
      ['Banda filarmónica procura novos músicos', 'Os ensaios são gratuitos e abertos a todas as idades.'],
    ],
    comments: 'Comentários',
    comment: [
      'Finalmente alguém ouviu os pescadores. Há anos que dizemos que a barra está a mudar, mas os senhores do porto só olham para os mapas que lhes convêm.',
      'Eu trabalho no cais e não sei se devo rir ou chorar. Sem navios grandes não há trabalho, e as assinaturas não pagam a renda da minha casa.',
      'O meu poço também já dá água salobra e ninguém da câmara veio ver. Espero que o novo estudo seja feito por gente que saiba onde fica o rio.',
    ],
    aboutAuthor: 'Leonor Catarrilho escreve sobre ambiente e pescas e acompanha o estuário desde o primeiro projeto.',
    rights: '© 2026 Jornal de Vila Serrana. Todos os direitos reservados.',
  },
} // biome-ignore format: a table reads better in rows
