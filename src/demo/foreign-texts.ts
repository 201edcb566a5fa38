import { type ForeignText, foreignText as text } from './foreign-text.ts'
import { MORE_FOREIGN_TEXTS } from './more-foreign-texts.ts'

/** Reports by kind of story, then by language. Only numbers and names are taken from the story's facts. */
export const FOREIGN_TEXTS: Readonly<Record<string, Readonly<Record<string, ForeignText>>>> = {
  ...MORE_FOREIGN_TEXTS,
  'river-flood': {
    de: text(
      `[Hochwasser in {place}: {homes} Häuser geräumt|Der Fluss steht in den Straßen von {place}]`,
      `In {place} mussten {homes} Haushalte ihre Wohnungen verlassen, [nachdem der Pegel auf {level} Meter gestiegen war|weil der Fluss mit {level} Metern über die Ufer trat].
      [Feuerwehr und Freiwillige|Helfer aus der ganzen Region] [stapelten Sandsäcke|brachten Menschen mit Booten in Sicherheit].
      „[Wir haben genug Boote, aber zu wenig Zeit|Das Wasser war schneller als der Plan]“, sagte {o}.
      [Ein ähnlich hoher Stand|So hoch stand das Wasser] [wurde zuletzt|zuletzt] im Jahr {year} [gemessen|].
      [Die Schulen bleiben vorerst geschlossen|Züge fahren bis auf Weiteres nicht], [hieß es am Abend|teilte die Stadt mit].`,
    ),
    fr: text(
      `[Crue à {place} : {homes} logements évacués|{place} sous les eaux]`,
      `À {place}, {homes} familles ont dû quitter leur logement [après que la rivière a atteint {level} mètres|la rivière étant montée à {level} mètres].
      [Les pompiers|Des volontaires venus de toute la région] [ont travaillé toute la nuit|ont évacué les habitants en barque].
      « [L'eau est allée plus vite que le plan|Nous avons les bras, il nous manque le temps] », a déclaré {o}.
      [La dernière crue comparable|Une telle hauteur] [remonte à|n'avait pas été vue depuis] {year}.
      [Les écoles resteront fermées|La circulation des trains est suspendue] [jusqu'à nouvel ordre|pour l'instant].`,
    ),
    es: text(
      `[Inundación en {place}: {homes} viviendas desalojadas|El río entra en las calles de {place}]`,
      `En {place}, {homes} familias tuvieron que dejar sus casas [cuando el río alcanzó los {level} metros|después de que el agua subiera a {level} metros].
      [Los bomberos|Voluntarios de toda la comarca] [trabajaron durante la noche|sacaron a los vecinos en barcas].
      «[El agua fue más rápida que el plan|Tenemos manos, nos falta tiempo]», dijo {o}.
      [La última crecida parecida|Un nivel así] [fue en|no se veía desde] {year}.
      [Las escuelas siguen cerradas|No circulan trenes] [por ahora|hasta nuevo aviso].`,
    ),
    ar: text(
      `[فيضان في {place} وإخلاء {homes} منزلا|المياه تغمر شوارع {place}]`,
      `اضطرت {homes} أسرة في {place} إلى مغادرة منازلها [بعد أن بلغ منسوب النهر {level} أمتار|بسبب ارتفاع النهر إلى {level} أمتار].
      [عمل رجال الإطفاء طوال الليل|نقل متطوعون السكان بالقوارب إلى أماكن آمنة].
      وقال {o}: «[لدينا ما يكفي من القوارب وينقصنا الوقت|كانت المياه أسرع من الخطة]».
      [ولم يسجل مثل هذا المنسوب|ولم تشهد المدينة مثل ذلك] منذ عام {year}.`,
    ),
    ja: text(
      `[{place}で洪水、{homes}世帯が避難|川があふれ{place}の市街地が浸水]`,
      `{place}では川の水位が{level}メートルに達し、[{homes}世帯が避難した|{homes}世帯に避難の指示が出された]。
      [消防隊員らが夜通し土のうを積んだ|住民はボートで救助された]。
      {o}氏は「[船はあるが時間が足りない|水は計画より速かった]」と[話した|述べた]。
      同じ高さの水位は{year}年以来[となる|だという]。`,
    ),
  },
  'league-match': {
    de: text(
      `{club} schlägt {rival} {score}`,
      `{club} hat gegen {rival} mit {score} gewonnen. {scorer} [traf in der {minute}. Minute|erzielte in der {minute}. Minute das entscheidende Tor].
      [{crowd} Zuschauer sahen das Spiel in {place}|Vor {crowd} Zuschauern war der Gast lange besser].
      „[Punkte sind Punkte|Schönheit geben andere]“, sagte {o}, [der Trainer|nach dem Abpfiff].
      {club} hat nun {points} Punkte und ist seit {games} Spielen ungeschlagen.`,
    ),
    fr: text(
      `{club} bat {rival} ({score})`,
      `{club} s'est imposé {score} face à {rival} [grâce à un but de {scorer}|après un but de {scorer}] à la {minute}e minute.
      [{crowd} spectateurs|Devant {crowd} spectateurs], [les visiteurs ont longtemps tenu|le gardien {keeper} a multiplié les arrêts].
      « [Les points sont les points|La beauté, c'est pour les autres] », a dit {o}.
      {club} compte désormais {points} points.`,
    ),
    es: text(
      `{club} gana a {rival} por {score}`,
      `{club} venció a {rival} por {score} [con un gol de {scorer}|gracias a {scorer}, que marcó] en el minuto {minute}.
      [Asistieron {crowd} personas|Ante {crowd} personas, el portero {keeper} sostuvo a los visitantes].
      «[Los puntos son puntos|La belleza es para otros]», dijo {o}.
      El equipo suma {points} puntos y lleva {games} partidos sin perder.`,
    ),
    ar: text(
      `{club} يهزم {rival} بنتيجة {score}`,
      `فاز {club} على {rival} بنتيجة {score} بعد هدف سجله {scorer} في الدقيقة {minute}.
      [حضر المباراة {crowd} متفرج|وتابع المباراة {crowd} متفرج في {place}].
      وقال {o}: «[النقاط هي النقاط|لا جائزة للجمال]».`,
    ),
    ja: text(
      `{club}が{rival}に{score}で勝利`,
      `{club}は{rival}を{score}で下した。{minute}分に{scorer}が[決勝点を挙げた|得点した]。
      会場の{place}には{crowd}人が集まった。
      {o}監督は「[勝ち点は勝ち点だ|美しさは求めない]」と語った。勝ち点は{points}となった。`,
    ),
  },
  'takeover-bid': {
    de: text(
      `{company} will {target} übernehmen`,
      `{company} bietet [den Aktionären von|für] {target} einen Aufschlag [auf den letzten Kurs|], teilte das Unternehmen [aus {place}|] mit.
      [Der Vorstand von {target}|Das Ziel der Offerte] [hat nicht um das Angebot gebeten|rät den Eigentümern abzuwarten].
      „[Aus zwei guten Firmen wird eine stärkere|Unser Preis ist voll und fair]“, sagte {o}.
      {c} vom Betriebsrat [widersprach|blieb skeptisch]: „[Sie wollen unsere Aufträge, nicht uns|Ersparnisse sind Menschen]“.`,
    ),
    fr: text(
      `{company} lance une offre sur {target}`,
      `{company}, groupe [installé à|de] {place}, a lancé une offre d'achat sur {target}.
      [La direction de {target}|La société visée] [n'avait rien demandé|conseille aux actionnaires d'attendre].
      « [Deux bonnes maisons en font une meilleure|Notre prix est juste] », assure {o}.
      [Les syndicats|Les salariés], par la voix de {c}, [craignent pour l'emploi|parlent d'un carnet de commandes convoité].`,
    ),
    es: text(
      `{company} lanza una oferta por {target}`,
      `{company}, con sede en {place}, quiere comprar {target}.
      [La empresa|El consejo de {target}] [no había pedido la oferta|recomienda esperar].
      «[De dos buenas casas sale una mejor|Nuestro precio es justo]», afirmó {o}.
      {c}, en nombre de la plantilla, [teme por los empleos|pidió garantías].`,
    ),
    ar: text(
      `{company} تعرض شراء {target}`,
      `أعلنت شركة {company} ومقرها {place} أنها تريد شراء {target}.
      [ونصحت إدارة {target} المساهمين بالانتظار|ولم تطلب {target} هذا العرض].
      وقال {o}: «[سعرنا عادل|شركتان جيدتان تصبحان شركة أقوى]».`,
    ),
    ja: text(
      `{company}、{target}に買収提案`,
      `{place}に本社を置く{company}は、{target}の買収を[提案した|目指すと発表した]。
      {target}側は[提案を求めていなかった|株主に様子を見るよう勧めた]。
      {o}氏は「[公正な価格だ|二つの良い会社が一つの強い会社になる]」と述べた。`,
    ),
  },
}
