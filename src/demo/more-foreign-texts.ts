import { type ForeignText, foreignText as text } from './foreign-text.ts'

/** Reports of further kinds of story, by kind and language. */
export const MORE_FOREIGN_TEXTS: Readonly<Record<string, Readonly<Record<string, ForeignText>>>> = {
  'bridge-closure': {
    de: text(
      `[Riss im Pfeiler: Brücke in {place} gesperrt|{place} verliert seine Brücke]`,
      `Die Brücke in {place} ist [seit heute|mit sofortiger Wirkung] gesperrt, [weil Taucher einen Riss im Pfeiler {pier} fanden|nachdem im Pfeiler {pier} ein Riss entdeckt wurde].
      [Täglich|Jeden Tag] fahren dort {cars} Autos; der Umweg beträgt {detour} Kilometer.
      „[Beton spricht, man muss nur hinhören|Lieber heute Ärger als morgen Trauer]“, sagte {o}.
      Die Brücke [stammt aus dem Jahr|wurde gebaut] {built}. [Eine Fähre soll aushelfen|Ein Ersatz ist noch nicht in Sicht].`,
    ),
    fr: text(
      `[Pont fermé à {place} : une fissure dans la pile {pier}|{place} coupée en deux]`,
      `Le pont de {place} a été fermé [d'urgence|à toute circulation] après la découverte d'une fissure dans la pile {pier}.
      [Chaque jour|Quotidiennement], {cars} véhicules l'empruntent ; le détour est de {detour} kilomètres.
      « [Le béton parle, il faut l'écouter|Mieux vaut la colère aujourd'hui que le deuil demain] », a dit {o}.
      L'ouvrage [date de|fut construit en] {built}.`,
    ),
    es: text(
      `[Cierran el puente de {place} por una grieta|{place}, partida en dos]`,
      `El puente de {place} quedó cerrado [de inmediato|a todo el tráfico] por una grieta en el pilar {pier}.
      [Cada día|A diario] lo cruzan {cars} coches; el rodeo es de {detour} kilómetros.
      «[El hormigón habla, hay que escucharlo|Prefiero el enfado de hoy al luto de mañana]», dijo {o}.
      La obra [es de|se levantó en] {built}.`,
    ),
    ar: text(
      `إغلاق جسر {place} بعد اكتشاف شق`,
      `أُغلق الجسر في {place} أمام حركة السير بعد أن اكتشف غواصون شقا في الدعامة رقم {pier}.
      وتعبر الجسر {cars} سيارة كل يوم، ويبلغ طول الطريق البديل {detour} كيلومترا.
      وقال {o}: «[الخرسانة تتكلم وعلينا أن نصغي|غضب اليوم خير من حزن الغد]».`,
    ),
    ja: text(
      `{place}の橋、亀裂で通行止め`,
      `{place}の橋は、{pier}番の橋脚に亀裂が見つかったため[全面通行止めとなった|閉鎖された]。
      一日に{cars}台が通る橋で、迂回路は{detour}キロに及ぶ。
      {o}氏は「[コンクリートの声を聞いた|今日の不満のほうが明日の悲しみよりましだ]」と話した。`,
    ),
  },
  'fossil-find': {
    de: text(
      `[Urzeitfund bei {place}|{species}: neue Art aus {place}]`,
      `In einem Steinbruch bei {place} [haben Forscher ein Fossil freigelegt|ist ein Fossil ans Licht gekommen], das {lengthNumber} Meter [misst|lang ist].
      {bones} Knochen wurden [geborgen|in Gips gehüllt]; die Art heißt {species}.
      „[Ich habe mein Leben lang darauf gewartet|Es ist nicht das größte, aber das vollständigste Stück]“, sagte {o}.
      [Das Alter muss noch bestätigt werden|Eine zweite Gruppe prüft das Alter].`,
    ),
    fr: text(
      `{species}, [nouvelle espèce découverte à {place}|le fossile de {place}]`,
      `Un fossile de {lengthNumber} mètres a été mis au jour dans une carrière près de {place}.
      [Les chercheurs ont relevé {bones} os|Au total, {bones} os ont été numérotés] ; l'espèce porte le nom de {species}.
      « [Ce n'est pas le plus grand, c'est le plus complet|J'ai attendu toute ma vie] », confie {o}.`,
    ),
    es: text(
      `[Hallan un fósil en {place}|{species}, especie nueva de {place}]`,
      `En una cantera cerca de {place} apareció un fósil de {lengthNumber} metros.
      [Se recuperaron {bones} huesos|Los investigadores numeraron {bones} huesos]; la especie se llama {species}.
      «[No es el mayor, pero sí el más completo|Lo he esperado toda la vida]», contó {o}.`,
    ),
    ar: text(
      `اكتشاف أحفورة قرب {place}`,
      `عثر باحثون في مقلع قرب {place} على أحفورة يبلغ طولها {lengthNumber} أمتار وتضم {bones} عظمة.
      وأُطلق على النوع اسم {species}.
      وقال {o}: «[ليست الأكبر لكنها الأكمل|انتظرت هذا عمري كله]».`,
    ),
    ja: text(
      `{place}で新種の化石、{species}と命名`,
      `{place}近くの採石場で、全長{lengthNumber}メートルの化石が見つかった。
      骨は{bones}個が回収され、{species}と名付けられた。
      {o}氏は「[最大ではないが最も完全だ|ずっと待っていた]」と語った。`,
    ),
  },
  marathon: {
    de: text(
      `{runner} gewinnt den Marathon von {place}`,
      `{runner} hat den Marathon von {place} in {time} Stunden gewonnen, {gapS} Sekunden vor {second}.
      [{field} Menschen waren am Start|Auf die Strecke gingen {field} Läuferinnen und Läufer].
      „[Unser Held kam als Letzter, mit kaputtem Schirm|Vierzig Straßen waren gesperrt]“, sagte {o}.`,
    ),
    fr: text(
      `{runner} remporte le marathon de {place}`,
      `{runner} a gagné le marathon de {place} en {time}, avec {gapS} secondes d'avance sur {second}.
      [Ils étaient {field} au départ|{field} coureurs avaient pris le départ].
      « [Notre héros est arrivé dernier, avec un parapluie cassé|Quarante rues étaient fermées] », a plaisanté {o}.`,
    ),
    es: text(
      `{runner} gana el maratón de {place}`,
      `{runner} se impuso en el maratón de {place} con {time}, {gapS} segundos por delante de {second}.
      [Salieron {field} corredores|En la salida hubo {field} personas].
      «[Nuestro héroe llegó el último, con el paraguas roto|Cerramos cuarenta calles]», bromeó {o}.`,
    ),
    ar: text(
      `{runner} يفوز بماراثون {place}`,
      `فاز {runner} بماراثون {place} في زمن قدره {time} متقدما على {second} بفارق {gapS} ثانية.
      وشارك في السباق {field} عداء.`,
    ),
    ja: text(
      `{place}マラソン、{runner}が優勝`,
      `{place}マラソンは{runner}が{time}で優勝した。2位の{second}とは{gapS}秒差だった。
      参加者は{field}人にのぼった。`,
    ),
  },
  'data-breach': {
    de: text(
      `[Datenleck bei {company}|Unbekannte stehlen Daten von {company}]`,
      `Unbekannte haben bei {company} Daten von Kunden [kopiert|entwendet], [bestätigte das Unternehmen|wie das Unternehmen mitteilte].
      [Der Zugang ist inzwischen geschlossen|Die Lücke wurde noch in der Nacht geschlossen].
      „[Wir schämen uns und sind wach|Die Lücke ist zu, jetzt zählen wir]“, sagte {o}.
      [Betroffene sollen ihre Passwörter ändern|Wer betroffen ist, erhält Post].`,
    ),
    fr: text(
      `[Fuite de données chez {company}|{company} victime d'un vol de données]`,
      `Des inconnus ont copié des données de clients de {company}, a [reconnu|confirmé] l'entreprise.
      « [La brèche est fermée, maintenant nous comptons|Nous avons honte, et nous sommes réveillés] », a dit {o}.
      [Les personnes concernées seront prévenues|Il est conseillé de changer de mot de passe].`,
    ),
    es: text(
      `[Robo de datos en {company}|{company} admite una fuga de datos]`,
      `Desconocidos copiaron datos de clientes de {company}, [reconoció|confirmó] la empresa.
      «[La brecha está cerrada, ahora contamos|Nos da vergüenza y estamos despiertos]», dijo {o}.
      [Los afectados recibirán un aviso|Se aconseja cambiar las contraseñas].`,
    ),
    ar: text(
      `تسريب بيانات لدى {company}`,
      `أكدت شركة {company} أن مجهولين نسخوا بيانات عدد من عملائها.
      وقال {o}: «[أغلقنا الثغرة ونحن الآن نحصي|نشعر بالخجل لكننا متيقظون]».`,
    ),
    ja: text(
      `{company}で顧客情報が流出`,
      `{company}は、顧客の情報が何者かに複製されたと[認めた|発表した]。
      {o}氏は「[穴はふさいだ。今は数えている|恥ずかしく思う]」と述べた。`,
    ),
  },
}
