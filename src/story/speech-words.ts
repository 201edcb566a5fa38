/** How a language tells who spoke; words in lower case. */
export type SpeechWords = {
  /** Verbs beside which a name on either side is the speaker's. */
  verbs: string
  /** Verbs whose speaker stands before them alone: what follows is who listened ("told reporters"). */
  toSomebody?: string
  /** Words before a name that make it the speaker: `according_to` is two words, `^pour` stands at the beginning of its clause alone. */
  by: string
  /** "He" and "she". */
  pronouns: string
  /** Words that may stand between a name and its verb. */
  between: string
  /** Words before a name that make it somebody else's: "a spokesman for", "the party of". */
  belongs: string
}

/** Languages by primary tag; in others nothing is attributed, which is better than falsely. */
export const SPEECH_WORDS: Readonly<Record<string, SpeechWords>> = {
  en: {
    verbs:
      'said says added adds explained explains noted insisted warned recalled wrote declared stated acknowledged admitted stressed continued concluded remarked replied argued',
    toSomebody: 'told tells asked announced',
    by: 'according_to',
    pronouns: 'he she',
    between: 'has had also later then would have reportedly once himself herself yesterday today',
    belongs: 'for of and or with by against about from behind in at on to who whom whose that as than',
  },
  de: {
    verbs:
      'sagte sagt erklärte erklärt betonte betont meinte meint kritisierte warnte fügte schrieb ergänzte forderte bekräftigte erläuterte berichtete versicherte erzählte erzählt fragte fragt mahnte antwortete kommentierte schilderte betonten',
    by: 'laut so',
    pronouns: 'er sie',
    between: 'auch am im der die das ihm ihr dazu weiter dann zudem gestern heute',
    belongs: 'von für und oder mit gegen bei über aus an des dem den im am in zu als nach',
  },
  fr: {
    verbs:
      'dit déclaré déclare affirmé affirme expliqué explique ajouté ajoute estimé estime souligné souligne précisé précise assuré assure insisté raconté raconte confié lancé écrit répondu prévenu poursuit demandé demande indigné rappelé rappelle regretté regrette résumé résume répond martelé averti témoigne indiqué indique',
    by: 'selon ^pour',
    pronouns: 'il elle',
    between: 'a ont avait ainsi aussi alors également t s est',
    belongs: 'de du des d pour et ou avec par contre sur chez à au aux que qui en dans',
  },
  es: {
    verbs:
      'dijo dice afirmó afirma declaró explicó explica añadió añade señaló señala aseguró asegura indicó indica subrayó advirtió insistió recordó sostuvo manifestó expresó apuntó comentó agregó escribió reconoció dicho señalado afirmado declarado explicado asegurado advertido contó cuenta preguntó pregunta denunció denuncia recuerda relató relata lamentó respondió criticó concluyó apunta considera',
    by: 'según acuerdo_con ^para',
    pronouns: '',
    between: 'ha había también luego le se',
    belongs: 'de del para y e o con por contra sobre a al que en',
  },
  it: {
    verbs:
      'detto dice disse dichiarato dichiara affermato afferma spiegato spiega aggiunto aggiunge sottolineato sottolinea ricordato ricorda scritto assicurato commentato commenta ribadito osservato conclude chiesto chiede avvertito avverte racconta raccontato confermato replicato risposto denunciato ammesso',
    by: 'secondo ^per',
    pronouns: 'lui lei',
    between: 'ha hanno aveva anche poi così si',
    belongs: 'di del della dei delle dello dell d per e o con da dal contro su a al alla che in',
  },
  pt: {
    verbs:
      'disse diz afirmou afirma declarou explicou explica acrescentou acrescenta destacou ressaltou garantiu alertou lembrou sublinhou comentou escreveu reconheceu frisou contou concluiu perguntou denunciou criticou relatou respondeu lamentou considera conta avisou defendeu',
    by: 'segundo conforme acordo_com ^para',
    pronouns: 'ele ela',
    between: 'também ainda depois já se lhe',
    belongs: 'de do da dos das para e ou com por pelo pela contra sobre a ao que em no na',
  },
  nl: {
    verbs:
      'zei zegt vertelde vertelt verklaarde stelde stelt benadrukte waarschuwde schreef schrijft voegde reageerde reageert legde meldde',
    by: 'aldus volgens',
    pronouns: 'hij zij ze',
    between: 'ook later toen eerder daarop gisteren vandaag',
    belongs: 'van voor en of met tegen door over uit bij in op aan als dat die',
  },
  sv: {
    verbs: 'säger sade sa berättar berättade förklarar förklarade skriver skrev tillägger menar konstaterar uppger',
    by: 'enligt',
    pronouns: 'han hon',
    between: 'också då sedan',
    belongs: 'för av och eller med mot om från hos till i på som att',
  },
  da: {
    verbs: 'siger sagde fortæller fortalte forklarer forklarede skriver skrev tilføjer mener understreger oplyser',
    by: 'ifølge',
    pronouns: 'han hun',
    between: 'også da senere',
    belongs: 'for af og eller med mod om fra hos til i på som at',
  },
  no: {
    verbs: 'sier sa forteller fortalte forklarer forklarte skriver skrev legger mener understreker opplyser',
    by: 'ifølge',
    pronouns: 'han hun',
    between: 'også da senere',
    belongs: 'for av og eller med mot om fra hos til i på som at',
  },
  pl: {
    verbs:
      'powiedział powiedziała mówi mówił mówiła dodał dodała dodaje podkreślił podkreśliła stwierdził stwierdziła oświadczył oświadczyła zaznaczył zaznaczyła wyjaśnił wyjaśniła napisał napisała ocenił oceniła przyznał przyznała podkreśla tłumaczy',
    by: 'zdaniem według',
    pronouns: 'on ona',
    between: 'też także później wtedy jednak',
    belongs: 'dla i oraz lub z od przeciw o w na do że który która',
  },
  cs: {
    verbs:
      'řekl řekla říká uvedl uvedla dodal dodala prohlásil prohlásila vysvětlil vysvětlila zdůraznil zdůraznila napsal napsala sdělil sdělila upozornil upozornila doplnil doplnila',
    by: 'podle',
    pronouns: 'on ona',
    between: 'také později tehdy dnes včera',
    belongs: 'pro a nebo s z od proti o v na do že který která',
  },
  ru: {
    verbs:
      'сказал сказала заявил заявила добавил добавила отметил отметила подчеркнул подчеркнула пояснил пояснила сообщил сообщила рассказал рассказала написал написала считает уверен уверена говорит объяснил объяснила спросил спросила вспоминает ответил ответила призвал призвала предупредил предупредила указал указала',
    by: 'по_словам',
    pronouns: 'он она',
    between: 'также позже тогда',
    belongs: 'для и или с из от против о об в на до что который которая у к пресс секретарь помощник помощница адвокат',
  },
  uk: {
    verbs:
      'сказав сказала заявив заявила додав додала зазначив зазначила наголосив наголосила пояснив пояснила повідомив повідомила розповів розповіла написав написала вважає каже',
    by: 'за_словами',
    pronouns: 'він вона',
    between: 'також пізніше тоді',
    belongs: 'для і й та або з із від проти про в у на до що який яка',
  },
  tr: {
    verbs: 'dedi söyledi belirtti açıkladı vurguladı kaydetti ekledi anlattı yazdı',
    by: '',
    pronouns: '',
    between: 'da de ise şöyle',
    belongs: 've veya ile için',
  },
}
